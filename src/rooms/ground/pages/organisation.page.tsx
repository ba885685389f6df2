import { sayDay } from '../../../kernel/say.ts'
import { w } from '../../../kernel/words.ts'
import { organisation } from '../../../model/ground/organisation.ts'
import type { Kind, Thing } from '../../../model/snapshot.ts'
import { Link } from '../../../ui/show/link.tsx'
import { Lead, Terms } from '../../../ui/show/sentence.tsx'
import { type PageContext, thingPage } from '../../page.ts'
import { Below, Resting } from './resting.page.tsx'

type Organisation = Thing<'organisation'>

/** [A12] Who an organisation is, its offices, and what other rooms know of it. */
export const organisationPage = thingPage({
  name: 'organisation',
  room: 'ground',
  of: 'organisation',
  open: true,
  title: (thing, page) =>
    organisation.title((thing as unknown as Organisation).body, page.language, page.snapshot).replace(/^./, c => c.toUpperCase()),
  render(thing, page) {
    const it = thing as unknown as Organisation
    return (
      <>
        <Opening it={it} page={page} />
        <Facts it={it} page={page} />
        {page.section('organisation', thing)}
        <Offices it={it} page={page} />
        <Resting thing={thing} page={page} />
        <Below thing={thing} page={page} commands={['organisation.change']} />
      </>
    )
  },
})

function Opening({ it, page }: { it: Organisation; page: PageContext }) {
  const { present } = organisation.follows(it.body, page.snapshot, it.id)
  const { type, short, to } = it.body
  const said = [type?.[page.language] ?? type?.nl ?? type?.en, short].filter(Boolean).join(', ')
  return (
    <Lead>
      {said && `${said.replace(/^./, c => c.toUpperCase())}. `}
      {!present &&
        (to && to < page.snapshot.on
          ? page.say(w(`Bestond tot en met ${sayDay(to, 'nl')}.`, `Existed until ${sayDay(to, 'en')}.`))
          : page.say(w('Bestaat op deze dag nog niet.', 'Does not exist yet on this day.')))}
    </Lead>
  )
}

/** A name that leads to its page where it has one. */
export const Named = ({ kind, id, page }: { kind: Kind; id: string; page: PageContext }) => {
  const thing = page.snapshot.get(kind, id) as Thing | undefined
  return <Link href={page.link(thing)}>{page.name(id) ?? page.say(w('niet te zien', 'not shown'))}</Link>
}

function Facts({ it: { id, body }, page }: { it: Organisation; page: PageContext }) {
  const fields = organisation.fields
  const other = (at: string | null) => at && <Named kind="organisation" id={at} page={page} />
  const parts = page.snapshot.pointing('organisation', 'partOf', id)
  return (
    <Terms
      of={[
        [page.say(fields.territory.words), body.territory && (page.name(body.territory) ?? null)],
        [page.say(fields.partOf.words), other(body.partOf)],
        [
          page.say(w('Onderdelen', 'Parts')),
          parts.length > 0 &&
            parts.map((part, i) => (
              <span key={part.id}>
                {i > 0 && ', '}
                <Named kind="organisation" id={part.id} page={page} />
              </span>
            )),
        ],
        [page.say(fields.from.words), body.from && sayDay(body.from, page.language)],
        [page.say(fields.to.words), body.to && sayDay(body.to, page.language)],
        [page.say(fields.successor.words), other(body.successor)],
        [page.say(fields.official.words), body.official],
        [page.say(fields.remark.words), body.remark?.[page.language] ?? body.remark?.nl ?? body.remark?.en],
      ].filter((each): each is [string, string] => Boolean(each[1]))}
    />
  )
}

function Offices({ it, page }: { it: Organisation; page: PageContext }) {
  const offices = page.snapshot.pointing('office', 'organisation', it.id)
  if (offices.length === 0) return null
  return (
    <section>
      <h2>{page.say(w('Ambten', 'Offices'))}</h2>
      <ul class="plain">
        {offices.map(office => (
          <li key={office.id}>
            <Named kind="office" id={office.id} page={page} />
          </li>
        ))}
      </ul>
    </section>
  )
}
