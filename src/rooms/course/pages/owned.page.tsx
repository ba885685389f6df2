import { sayNumber } from '../../../kernel/say.ts'
import { w } from '../../../kernel/words.ts'
import { commitment } from '../../../model/course/commitment.ts'
import type { Snapshot, Thing } from '../../../model/snapshot.ts'
import type { PageContext } from '../../page.ts'
import { section } from '../../section.ts'
import { Promises } from './promises.page.tsx'

/** Under an organisation: what it and its offices promised, and the lines it owns. */
export const organisationPromises = section({
  on: 'organisation',
  order: 1,
  render(thing, page) {
    const makers = [thing.id as string, ...page.snapshot.pointing('office', 'organisation', thing.id).map(it => it.id as string)]
    return (
      <>
        <Made makers={makers} page={page} />
        <Lines of={page.snapshot.pointing('action-line', 'owners', thing.id)} page={page} />
      </>
    )
  },
})

/** Under an office: what it promised. */
export const officePromises = section({
  on: 'office',
  order: 1,
  render: (thing, page) => <Made makers={[thing.id]} page={page} />,
})

/** Under a strategy: its goals with their lines. */
export const strategyLines = section({
  on: 'strategy',
  order: 1,
  render(thing, page) {
    const goals = page.snapshot.pointing('goal', 'strategy', thing.id).toSorted((a, b) => a.body.number - b.body.number)
    return (
      <section>
        <h2>{page.say(w('Doelen en lijnen', 'Goals and lines'))}</h2>
        {goals.map(goal => (
          <section key={goal.id}>
            <h3 lang={goal.body.name[page.language] === null ? other(page) : undefined}>{page.name(goal.id)}</h3>
            <LineList of={byNumber(page.snapshot.pointing('action-line', 'goal', goal.id))} page={page} />
          </section>
        ))}
      </section>
    )
  },
})

const other = (page: PageContext) => (page.language === 'nl' ? 'en' : 'nl')
const byNumber = (lines: readonly Thing<'action-line'>[]) => lines.toSorted((a, b) => a.body.number - b.body.number)
const promisesOf = (snapshot: Snapshot, makers: readonly string[]) =>
  makers
    .flatMap(id => snapshot.pointing('commitment', 'by', id))
    .toSorted((a, b) => (a.code < b.code ? -1 : 1))
    .map(promise => ({ promise, follows: commitment.follows(promise.body, snapshot, promise.id) }))

function Made({ makers, page }: { makers: readonly string[]; page: PageContext }) {
  const promises = promisesOf(page.snapshot, makers)
  return (
    <section>
      <h2>
        {page.say(w('Wat hier is toegezegd', 'What was promised here'))}
        {promises.length > 1 && <span class="count"> ({sayNumber(promises.length, page.language)})</span>}
      </h2>
      {promises.length === 0 ? (
        <p class="muted">
          {page.say(w('Geen toezegging gevonden in de gelezen documenten.', 'No commitment found in the documents that were read.'))}
        </p>
      ) : (
        <Promises promises={promises} page={page} />
      )}
    </section>
  )
}

const Lines = ({ of, page }: { of: readonly Thing<'action-line'>[]; page: PageContext }) =>
  of.length === 0 ? null : (
    <section>
      <h2>{page.say(w('Eigenaar van', 'Owner of'))}</h2>
      <LineList of={byNumber(of)} page={page} />
    </section>
  )

const LineList = ({ of, page }: { of: readonly Thing<'action-line'>[]; page: PageContext }) => (
  <ul class="plain">
    {of.map(line => (
      <li key={line.id}>
        {line.code}{' '}
        <a href={page.href(`koers/${line.code.toLowerCase()}`)} lang={line.body.name[page.language] === null ? other(page) : undefined}>
          {page.name(line.id)}
        </a>
      </li>
    ))}
  </ul>
)
