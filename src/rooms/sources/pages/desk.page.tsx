import { sayNumber } from '../../../kernel/say.ts'
import { isPassage } from '../../../kernel/values/evidence.ts'
import { w } from '../../../kernel/words.ts'
import type { Thing } from '../../../model/snapshot.ts'
import { Empty } from '../../../ui/list/empty.tsx'
import { Enumerated, Lead } from '../../../ui/show/sentence.tsx'
import { SourceText } from '../../../ui/show/text.tsx'
import { type PageContext, thingPage } from '../../page.ts'
import { type Need, shelf, textOf } from '../../room.ts'
import { ProposalCard } from './proposal.page.tsx'
import { sortOf } from './why.page.tsx'

type Document = Thing<'document'>
type Proposal = Thing<'proposal'>

/** [S4] Accept, change or refuse what was read, with the passage in sight. Works as plain pages; the island adds keys. */
export const deskPage = thingPage({
  name: 'desk',
  room: 'sources',
  of: 'document',
  below: 'leestafel',
  open: false,
  islands: ['desk'],
  title: (thing, page) => `${page.say(w('Leestafel', 'Reading desk'))} ${thing.code}`,
  needs: (_, thing): { decided: Need<readonly Proposal[]>; text?: Need<string | null> } => ({
    decided: shelf('proposal', { document: (thing as unknown as Document).id }),
    ...((thing as unknown as Document).body.text && { text: textOf(thing as unknown as Document) }),
  }),
  render(thing, page, found) {
    const it = thing as unknown as Document
    const all = page.snapshot.pointing('proposal', 'document', it.id).toSorted((a, b) => placeOf(a) - placeOf(b))
    const open = page.query.soort ? all.filter(each => each.body.command === page.query.soort) : all
    const chosen = open.find(each => each.code === page.query.kies) ?? open[0]
    const address = (query: Readonly<Record<string, string>>) =>
      page.href(`bronnen/${it.code.toLowerCase()}/leestafel`, { ...(page.query.soort && { soort: page.query.soort }), ...query })
    return (
      <>
        <Count all={all} decided={found.decided.length} page={page} code={it.code} />
        <div class="desk" data-desk={it.id} data-language={page.language}>
          {found.text ? (
            <section class="desk-text" aria-label={page.say(w('Tekst', 'Text'))}>
              <SourceText
                text={found.text}
                lang={it.body.language ?? undefined}
                marks={open.flatMap(each =>
                  each.evidence.filter(isPassage).flatMap(passage =>
                    passage.segments.map(([start, end]) => ({
                      id: each.code,
                      start,
                      end,
                      href: `${address({ kies: each.code })}#${each.code}`,
                      name: `${page.say(sortOf(each.body.command))} ${each.code}`,
                      chosen: each.id === chosen?.id,
                    })),
                  ),
                )}
              />
            </section>
          ) : (
            <Empty why="nothing-yet">
              <p>{page.say(w('Van dit document is geen tekst bewaard.', 'No text was kept of this document.'))}</p>
            </Empty>
          )}
          <section class="desk-list" aria-label={page.say(w('Voorstellen', 'Proposals'))}>
            {open.length === 0 && (
              <Done
                decided={found.decided.length}
                text={found.text ?? null}
                page={page}
                clear={page.href(`bronnen/${it.code.toLowerCase()}/leestafel`)}
              />
            )}
            {page.query.doe === 'alles' && open.length > 0 ? (
              <Bulk it={it} open={open} page={page} back={address({})} />
            ) : (
              <>
                {open.length > 1 && (
                  <p>
                    <a href={address({ doe: 'alles' })} data-act="all">
                      {page.say(
                        w(
                          `Alle ${sayNumber(open.length, 'nl')} bekijken en overnemen`,
                          `Look over and accept all ${sayNumber(open.length, 'en')}`,
                        ),
                      )}
                    </a>
                  </p>
                )}
                {open.map((each, i) => (
                  <ProposalCard
                    key={each.id}
                    it={each}
                    chosen={each.id === chosen?.id}
                    changing={each.id === chosen?.id && page.query.doe === 'wijzig'}
                    page={page}
                    address={address}
                    next={open[i + 1] ?? open[0]}
                  />
                ))}
              </>
            )}
            {page.form('commitment.make', thing)}
          </section>
        </div>
        <p class="links">
          <a href={page.href(`bronnen/${it.code.toLowerCase()}`)}>{page.say(w('Naar het document', 'To the document'))}</a>
          <a href={page.href(`bronnen/${it.code.toLowerCase()}/geschiedenis`)} data-act="undo">
            {page.say(w('Geschiedenis en ongedaan maken', 'History and undo'))}
          </a>
        </p>
      </>
    )
  },
})

/** Where a proposal stands in the text: the start of its first passage. */
const placeOf = (it: Proposal): number => it.evidence.find(isPassage)?.segments[0]?.[0] ?? 0

function Count({ all, decided, page, code }: { all: readonly Proposal[]; decided: number; page: PageContext; code: string }) {
  const total = all.length + decided
  const kinds = [...Map.groupBy(all, it => it.body.command)]
  const base = `bronnen/${code.toLowerCase()}/leestafel`
  return (
    <Lead>
      {page.say(
        w(
          `${sayNumber(decided, 'nl')} van ${sayNumber(total, 'nl')} voorstellen beoordeeld.`,
          `${sayNumber(decided, 'en')} of ${sayNumber(total, 'en')} proposals decided.`,
        ),
      )}{' '}
      {kinds.length > 0 && page.say(w('Te doen: ', 'To do: '))}
      <Enumerated
        and={page.say(w('en', 'and'))}
        parts={kinds.map(([command, those]) => ({
          words: `${page.say(sortOf(command))} ${sayNumber(those.length, page.language)}`,
          href: page.href(base, page.query.soort === command ? {} : { soort: command }),
        }))}
      />
      {page.query.soort && (
        <>
          {' · '}
          <a href={page.href(base)}>{page.say(w('toon alles', 'show all'))}</a>
        </>
      )}
    </Lead>
  )
}

const Done = ({ decided, text, page, clear }: { decided: number; text: string | null; page: PageContext; clear: string }) =>
  page.query.soort ? (
    <Empty why="no-match">
      <p>{page.say(w('Van deze soort is niets meer te doen.', 'Nothing of this sort is left to do.'))}</p>
      <p>
        <a href={clear}>{page.say(w('Toon alle voorstellen', 'Show all proposals'))}</a>
      </p>
    </Empty>
  ) : (
    <Empty why="nothing-yet">
      <p>
        {decided > 0
          ? page.say(w('Alles is beoordeeld.', 'All is decided.'))
          : text
            ? page.say(
                w(
                  `Niets gevonden om voor te stellen. De tekst is wel gelezen: ${sayNumber(text.length, 'nl')} tekens.`,
                  `Nothing found to propose. The text was read: ${sayNumber(text.length, 'en')} characters.`,
                ),
              )
            : page.say(w('Zonder tekst zijn er geen voorstellen.', 'Without a text there are no proposals.'))}
      </p>
    </Empty>
  )

/** Everything that the filter shows, to look over before one act accepts it. */
const Bulk = ({ it, open, page, back }: { it: Document; open: readonly Proposal[]; page: PageContext; back: string }) => (
  <section class="bulk">
    <h2>{page.say(w(`${sayNumber(open.length, 'nl')} voorstellen overnemen?`, `Accept ${sayNumber(open.length, 'en')} proposals?`))}</h2>
    <p>
      {page.say(w('Haal een code uit de lijst om dat voorstel over te slaan.', 'Take a code off the list to leave that proposal out.'))}
    </p>
    <ul class="things">
      {open.map(each => (
        <li key={each.id}>
          {each.code}: {page.say(sortOf(each.body.command))}, <q>{each.evidence.find(isPassage)?.quote.replace(/\s+/g, ' ')}</q>
        </li>
      ))}
    </ul>
    {page.form('proposal.accept-all', it as unknown as Thing, { values: { proposals: open.map(each => each.code).join('\n') } })}
    <p>
      <a href={back}>{page.say(w('Terug, zonder over te nemen', 'Back, without accepting'))}</a>
    </p>
  </section>
)
