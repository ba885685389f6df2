import { same } from '../../../kernel/canonical.ts'
import { isPassage } from '../../../kernel/values/evidence.ts'
import { w } from '../../../kernel/words.ts'
import type { Thing } from '../../../model/snapshot.ts'
import { grounds, outcomes, verdicts } from '../../../model/sources/proposal.ts'
import { Empty } from '../../../ui/list/empty.tsx'
import { Link } from '../../../ui/show/link.tsx'
import type { PageContext } from '../../page.ts'
import { sampleOf } from '../point.ts'
import { sortOf } from './why.page.tsx'

type Proposal = Thing<'proposal'>
const kinds = ['commitment', 'done'] as const

/** What became of an accepted proposal: what rests on the very same passage. */
const madeOf = (it: Proposal, page: PageContext): Thing | undefined => {
  const segments = it.evidence.find(isPassage)?.segments
  return kinds
    .flatMap(kind => page.snapshot.all(kind) as readonly Thing[])
    .find(thing => thing.evidence.some(proof => isPassage(proof) && proof.document === it.body.document && same(proof.segments, segments)))
}

function Outcome({ it, page }: { it: Proposal; page: PageContext }) {
  const { outcome, decidedBy, ground, why, verdict } = it.body
  const made = outcome === 'refused' ? undefined : madeOf(it, page)
  const by = decidedBy ? (page.person(decidedBy) ?? page.say(w('naam gewist', 'name erased'))) : null
  return (
    <>
      {it.code}: {page.say(sortOf(it.body.command))} {outcome && page.say(outcomes[outcome])}
      {by && ` ${page.say(w(`door ${by}`, `by ${by}`))}`}
      {made && (
        <>
          {', '}
          <Link href={page.link(made)}>{made.code}</Link>
        </>
      )}
      .{ground && ` ${page.say(grounds[ground])}.`}
      {outcome === 'refused' && why && ` ${why}`}
      {verdict && ` ${page.say(w('Nagekeken', 'Looked at again'))}: ${page.say(verdicts[verdict])}.`}
    </>
  )
}

const quoteOf = (it: Proposal): string => it.evidence.find(isPassage)?.quote.replace(/\s+/g, ' ') ?? ''

/** What was decided already, folded: quiet, because it asks for nothing. */
export const Decided = ({ decided, page }: { decided: readonly Proposal[]; page: PageContext }) =>
  decided.length === 0 ? null : (
    <details class="fold">
      <summary>{page.say(w(`Beoordeeld (${decided.length})`, `Decided (${decided.length})`))}</summary>
      <ul class="things">
        {decided.map(each => (
          <li key={each.id} id={each.code}>
            <Outcome it={each} page={page} />
            <span class="under">{quoteOf(each)}</span>
          </li>
        ))}
      </ul>
    </details>
  )

/** [S10] Some of what was accepted, for a second reader: the same ones all day, and nobody checks their own. */
export function SpotCheck({
  decided,
  page,
  address,
}: {
  decided: readonly Proposal[]
  page: PageContext
  address(query: Readonly<Record<string, string>>): string
}) {
  const accepted = decided.filter(it => it.body.outcome !== 'refused')
  const sample = sampleOf(accepted, page.today)
  const here = address({ doe: 'steekproef' })
  const own = (it: Proposal) => it.body.decidedBy !== null && it.body.decidedBy === page.viewer.by
  return (
    <section aria-labelledby="spot-h">
      <h2 id="spot-h">
        {page.say(
          w(
            `Steekproef van vandaag: ${sample.length} van ${accepted.length}`,
            `Spot check of today: ${sample.length} of ${accepted.length}`,
          ),
        )}
      </h2>
      {sample.length === 0 && (
        <Empty why="nothing-yet">
          <p>{page.say(w('Er is nog niets overgenomen om na te kijken.', 'Nothing was accepted yet to look at again.'))}</p>
        </Empty>
      )}
      {sample.map(each => (
        <article key={each.id} id={each.code} class="proposal" tabindex={-1} aria-labelledby={`${each.code}-h`}>
          <h3 id={`${each.code}-h`}>
            <Outcome it={each} page={page} />
          </h3>
          <blockquote>{quoteOf(each)}</blockquote>
          {each.body.verdict ? null : own(each) ? (
            <p class="muted">
              {page.say(
                w('U nam dit zelf over. Laat een ander het nakijken.', 'You accepted this yourself. Let somebody else look at it.'),
              )}
            </p>
          ) : (
            <div class="decide">
              {(['right', 'wrong'] as const).map(verdict => (
                <div key={verdict}>
                  {page.form('proposal.check', each as unknown as Thing, {
                    values: { verdict },
                    words: verdictButtons[verdict],
                    back: here,
                  })}
                </div>
              ))}
            </div>
          )}
        </article>
      ))}
      <p>
        <a href={address({})}>{page.say(w('Terug naar de voorstellen', 'Back to the proposals'))}</a>
      </p>
    </section>
  )
}

const verdictButtons = { right: w('Klopt', 'Right'), wrong: w('Klopt niet', 'Not right') } as const
