import { sayNumber } from '../../../kernel/say.ts'
import { w } from '../../../kernel/words.ts'
import { actionLine } from '../../../model/course/action-line.ts'
import { commitment } from '../../../model/course/commitment.ts'
import type { Thing } from '../../../model/snapshot.ts'
import { Link } from '../../../ui/show/link.tsx'
import { citedOf, Passages } from '../../../ui/show/passage.tsx'
import { Lead, Terms } from '../../../ui/show/sentence.tsx'
import { documentOn } from '../../citing.ts'
import { type PageContext, thingPage } from '../../page.ts'
import { Acts } from './acts.page.tsx'
import { type Promised, Promises } from './promises.page.tsx'

type Line = Thing<'action-line'>

/** [S12] [P3] One line of the strategy: where it stands, who is to act, what was promised. */
export const linePage = thingPage({
  name: 'line',
  room: 'course',
  of: 'action-line',
  open: true,
  title: (thing, page) => `${thing.code} ${actionLine.title((thing as unknown as Line).body, page.language, page.snapshot)}`,
  render(thing, page) {
    const it = thing as unknown as Line
    const promises = page.snapshot
      .pointing('commitment', 'lines', it.id)
      .map(promise => ({ promise, follows: commitment.follows(promise.body, page.snapshot, promise.id) }))
      .toSorted((a, b) => Number(asks(b)) - Number(asks(a)) || (a.promise.code < b.promise.code ? -1 : 1))
    return (
      <>
        <Standing it={it} promises={promises} page={page} />
        <Facts it={it} page={page} />
        {promises.length > 0 && (
          <section>
            <h2>{page.say(w('Toezeggingen', 'Commitments'))}</h2>
            <Promises promises={promises} page={page} />
          </section>
        )}
        <Priorities it={it} page={page} />
        <section>
          <h2>{page.say(w('Passages', 'Passages'))}</h2>
          <Passages language={page.language} passages={citedOf(thing.evidence, documentOn(page))} />
        </section>
        {page.section('line', thing)}
        <Acts thing={it as unknown as Thing} page={page} commands={['line.change', 'priority.add']} />
      </>
    )
  },
})

/** What somebody should look at comes first. */
const asks = ({ follows }: Promised): boolean => ['late', 'not-found', 'due'].includes(follows.state)

function Standing({ it, promises, page }: { it: Line; promises: readonly Promised[]; page: PageContext }) {
  const owners = it.body.owners.map(id => page.snapshot.get('organisation', id)).filter(owner => owner !== undefined)
  const asking = promises.filter(asks).length
  return (
    <>
      <Lead>
        {promises.length === 0
          ? page.say(w('Bij deze lijn zijn geen toezeggingen gevonden.', 'No commitments were found for this line.'))
          : page.say(
              w(
                `${sayNumber(promises.length, 'nl')} ${promises.length === 1 ? 'toezegging' : 'toezeggingen'}, waarvan er ${asking === 0 ? 'nu geen' : sayNumber(asking, 'nl')} aandacht ${asking > 1 ? 'vragen' : 'vraagt'}.`,
                `${sayNumber(promises.length, 'en')} ${promises.length === 1 ? 'commitment' : 'commitments'}, of which ${asking === 0 ? 'none' : sayNumber(asking, 'en')} ${asking > 1 ? 'ask' : 'asks'} for attention now.`,
              ),
            )}
      </Lead>
      <p>
        <strong>{page.say(w('Aan zet: ', 'To act: '))}</strong>
        {owners.length > 0
          ? owners.map((owner, i) => (
              <span key={owner.id}>
                {i > 0 && ', '}
                <Link href={page.link(owner as unknown as Thing)}>{page.name(owner.id)}</Link>
              </span>
            ))
          : page.say(w('geen eigenaar vastgelegd in de strategie.', 'no owner recorded in the strategy.'))}
      </p>
    </>
  )
}

function Facts({ it: { body }, page }: { it: Line; page: PageContext }) {
  const goal = page.snapshot.get('goal', body.goal)
  const other = page.language === 'nl' ? 'en' : 'nl'
  return (
    <Terms
      of={[
        [page.say(actionLine.fields.goal.words), goal && page.name(goal.id)],
        [
          page.say(w('Naam in het Engels', 'Name in Dutch')),
          body.name[page.language] && body.name[other] && <span lang={other}>{body.name[other]}</span>,
        ],
        [page.say(actionLine.fields.remark.words), body.remark?.[page.language] ?? body.remark?.nl ?? body.remark?.en],
      ]}
    />
  )
}

function Priorities({ it, page }: { it: Line; page: PageContext }) {
  const all = page.snapshot.pointing('priority', 'line', it.id).toSorted((a, b) => (a.body.letter < b.body.letter ? -1 : 1))
  const groups = Map.groupBy(all, each => each.body.territories.map(id => page.name(id) ?? '').join(', '))
  return (
    <section>
      <h2>{page.say(w('Prioriteiten', 'Priorities'))}</h2>
      {all.length === 0 && <p class="muted">{page.say(w('Nog geen prioriteiten vastgelegd.', 'No priorities recorded yet.'))}</p>}
      {[...groups].map(([territories, inside]) => (
        <section key={territories}>
          <h3>{territories || page.say(w('Geen gebied genoemd', 'No territory named'))}</h3>
          <ul class="lettered">
            {inside.map(({ id, body }) => (
              <li key={id}>
                <strong>{body.letter}</strong>{' '}
                <span lang={body.summary[page.language] === null ? (page.language === 'nl' ? 'en' : 'nl') : undefined}>
                  {body.summary[page.language] ?? body.summary.nl ?? body.summary.en}
                </span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </section>
  )
}
