import { sayDay, sayNumber } from '../../../../kernel/say.ts'
import { isPassage } from '../../../../kernel/values/evidence.ts'
import { w } from '../../../../kernel/words.ts'
import type { Kind, Snapshot, Thing } from '../../../../model/snapshot.ts'
import { document } from '../../../../model/sources/document.ts'
import { Link } from '../../../../ui/show/link.tsx'
import { Lead, Terms } from '../../../../ui/show/sentence.tsx'
import { SourceText } from '../../../../ui/show/text.tsx'
import { type PageContext, thingPage } from '../../../page.ts'
import { type Need, shelf, textOf } from '../../../room.ts'
import { Named } from './named.page.tsx'

type Document = Thing<'document'>
const kinds: readonly Kind[] = ['commitment', 'fulfilment', 'done', 'action-line', 'priority']

/** What rests on a passage of this document, in the order of the text. */
function restingOn(snapshot: Snapshot, id: string) {
  return kinds
    .flatMap(kind => snapshot.all(kind) as readonly Thing[])
    .flatMap(thing => thing.evidence.filter(isPassage).map(passage => ({ thing, passage })))
    .filter(({ passage }) => passage.document === id)
    .sort((a, b) => (a.passage.segments[0]?.[0] ?? -1) - (b.passage.segments[0]?.[0] ?? -1))
}

interface DocumentNeeds {
  readonly text?: ReturnType<typeof textOf>
  readonly names: Need<readonly Thing<'citation'>[]>
  readonly namedIn?: Need<readonly Thing<'citation'>[]>
  readonly [name: string]: Need<unknown>
}

/** [S3] One text: what it is, what was made of it, and every word of it with its paragraphs numbered. */
export const documentPage = thingPage({
  name: 'document',
  room: 'sources',
  of: 'document',
  open: true,
  title: (thing, page) => document.title((thing as unknown as Document).body, page.language, page.snapshot),
  needs: (_, thing): DocumentNeeds => {
    const { id, body } = thing as unknown as Document
    return {
      ...(body.text && { text: textOf(thing as unknown as Document) }),
      names: shelf('citation', { document: id }),
      ...(body.identity && { namedIn: shelf('citation', { names: body.identity }) }),
    }
  },
  render(thing, page, found) {
    const it = thing as unknown as Document
    const facts = restingOn(page.snapshot, it.id)
    const inside = page.viewer.clearance !== 'public' && !page.site
    const left = document.follows(it.body, page.snapshot, it.id).left
    const here = `bronnen/${it.code.toLowerCase()}`
    return (
      <>
        <Lead>
          {it.body.identity ?? it.code}
          {it.body.date && `, ${sayDay(it.body.date, page.language)}`}.{' '}
          {inside && left > 0 && (
            <a href={page.href(`${here}/leestafel`)}>
              {page.say(
                w(
                  `Naar de leestafel: ${sayNumber(left, 'nl')} van ${sayNumber(it.body.proposed ?? 0, 'nl')} voorstellen nog te beoordelen`,
                  `To the reading desk: ${sayNumber(left, 'en')} of ${sayNumber(it.body.proposed ?? 0, 'en')} proposals left to decide`,
                ),
              )}
            </a>
          )}
        </Lead>
        <Facts it={it} page={page} />
        <section>
          <h2>{page.say(w('Wat hieruit is vastgelegd', 'What was recorded from this'))}</h2>
          {facts.length === 0 && <p class="muted">{page.say(w('Nog niets.', 'Nothing yet.'))}</p>}
          <ul class="things">
            {[...new Map(facts.map(fact => [fact.thing.id, fact])).values()].map(({ thing: fact }) => (
              <li key={fact.id} id={`feit-${fact.code}`}>
                <Link href={page.link(fact)}>{page.name(fact.id) ?? fact.code}</Link>
                <span class="under">{fact.code}</span>
              </li>
            ))}
          </ul>
        </section>
        <Named names={found.names} namedIn={found.namedIn ?? []} page={page} />
        {!it.body.text && page.form('document.read', thing)}
        {found.text && (
          <section>
            <h2>{page.say(w('Tekst', 'Text'))}</h2>
            <SourceText
              text={found.text}
              lang={it.body.language ?? undefined}
              marks={facts.flatMap(({ thing: fact, passage }) =>
                passage.segments.map(([start, end]) => ({
                  id: fact.code,
                  start,
                  end,
                  href: page.link(fact) ?? `#feit-${fact.code}`,
                  name: fact.code,
                  chosen: false,
                })),
              )}
            />
          </section>
        )}
        {!page.site && (
          <p class="links">
            <a href={page.href(`${here}/geschiedenis`)}>{page.say(w('Geschiedenis', 'History'))}</a>
          </p>
        )}
      </>
    )
  },
})

function Facts({ it: { body, code }, page }: { it: Document; page: PageContext }) {
  const fields = document.fields
  const named = (id: string | null) => id && <Link href={page.link(page.snapshot.find(id))}>{page.name(id)}</Link>
  return (
    <Terms
      of={[
        [page.say(w('Code', 'Code')), body.identity === code ? null : code],
        [page.say(fields.sender.words), named(body.sender)],
        [page.say(fields.addressee.words), named(body.addressee)],
        // Only an address of the web becomes a link: what a pack or a person typed is not trusted with other schemes.
        [
          page.say(fields.address.words),
          body.address && (/^https?:\/\//.test(body.address) ? <a href={body.address}>{body.address}</a> : body.address),
        ],
        [page.say(fields.remark.words), body.remark?.[page.language] ?? body.remark?.nl ?? body.remark?.en],
      ]}
    />
  )
}
