import { sayDay } from '../../../kernel/say.ts'
import { isPassage } from '../../../kernel/values/evidence.ts'
import { w } from '../../../kernel/words.ts'
import { office } from '../../../model/ground/office.ts'
import type { Snapshot, Thing } from '../../../model/snapshot.ts'
import { Link } from '../../../ui/show/link.tsx'
import { Terms } from '../../../ui/show/sentence.tsx'
import { type PageContext, thingPage } from '../../page.ts'
import { Named } from './organisation.page.tsx'
import { Below, Resting } from './resting.page.tsx'

type Office = Thing<'office'>

/** [A12] An office: to which organisation it belongs, who held it, and what other rooms know of it. */
export const officePage = thingPage({
  name: 'office',
  room: 'ground',
  of: 'office',
  open: true,
  title: (thing, page) => office.title((thing as unknown as Office).body, page.language, page.snapshot).replace(/^./, c => c.toUpperCase()),
  render(thing, page) {
    const { body, id } = thing as unknown as Office
    const { fields } = office
    return (
      <>
        <Terms
          of={[
            [page.say(fields.organisation.words), body.organisation && <Named kind="organisation" id={body.organisation} page={page} />],
            [page.say(fields.successor.words), body.successor && <Named kind="office" id={body.successor} page={page} />],
          ]}
        />
        {page.section('office', thing)}
        <Holders of={id} page={page} />
        <Resting thing={thing} page={page} />
        <Below thing={thing} page={page} commands={[]} />
      </>
    )
  },
})

/** Newest first. */
const holdersOf = (snapshot: Snapshot, id: string) =>
  snapshot
    .pointing('holder', 'office', id)
    .filter(({ body }) => body.from <= snapshot.on)
    .toSorted((a, b) => (a.body.from < b.body.from ? 1 : -1))

function Holders({ of, page }: { of: string; page: PageContext }) {
  const all = holdersOf(page.snapshot, of)
  if (all.length === 0) return null
  return (
    <section>
      <h2>{page.say(w('Wie het bekleedde', 'Who held it'))}</h2>
      <p class="muted">
        {page.say(
          w(
            'Voor zover een gelezen stuk het noemt. Staat er één dag, dan is dat de dag van het stuk.',
            'As far as a paper that was read says so. Where one day stands, it is the day of the paper.',
          ),
        )}
      </p>
      <ul class="plain">
        {all.map(holder => (
          <li key={holder.id}>
            {holder.body.name}, {term(holder.body, page)} <Sources thing={holder as unknown as Thing} page={page} />
          </li>
        ))}
      </ul>
    </section>
  )
}

const term = ({ from, to }: Thing<'holder'>['body'], page: PageContext): string =>
  from === to
    ? sayDay(from, page.language)
    : to === null
      ? page.say(w(`sinds ${sayDay(from, 'nl')}`, `since ${sayDay(from, 'en')}`))
      : page.say(w(`${sayDay(from, 'nl')} tot en met ${sayDay(to, 'nl')}`, `${sayDay(from, 'en')} to ${sayDay(to, 'en')}`))

const Sources = ({ thing, page }: { thing: Thing; page: PageContext }) => (
  <span class="muted">
    {[...new Set(thing.evidence.filter(isPassage).map(it => it.document))].map(id => {
      const document = page.snapshot.get('document', id)
      return (
        document && (
          <span key={id}>
            {' '}
            <Link href={page.link(document as unknown as Thing)}>{document.code}</Link>
          </span>
        )
      )
    })}
  </span>
)
