import { sayDay, sayNumber } from '../../../kernel/say.ts'
import { type Words, w } from '../../../kernel/words.ts'
import { states } from '../../../model/picture/simulation.ts'
import type { Thing } from '../../../model/snapshot.ts'
import { Link } from '../../../ui/show/link.tsx'
import { Lead } from '../../../ui/show/sentence.tsx'
import { type PageContext, thingPage } from '../../page.ts'
import { computed, kept } from '../../room.ts'
import { type Note, recorded, sayCounts } from '../simulation/recorded.ts'
import type { Simulation } from '../simulation/result.ts'
import { Outcome } from './outcome.page.tsx'
import { OWNER, PREFIX, simulationsOf } from './progress.ts'

type Assessment = Thing<'assessment'>
type Run = Thing<'simulation'>

/** The one the address names by `simulatie`, else the newest. */
const chosenOf = (all: readonly Run[], asked: string | undefined): Run | undefined =>
  asked === undefined ? all[0] : all.find(({ code }) => code.toLowerCase() === asked.toLowerCase())

/** [T55] What was played of an assessment, with all that a reader must know to believe it; and why not, where nothing can be played. */
export const simulationPage = thingPage({
  name: 'simulation',
  room: 'picture',
  of: 'assessment',
  below: 'simulatie',
  open: false,
  title: (thing, page) => {
    const { short } = (thing as unknown as Assessment).body
    return page.say(w(`Simulatie van ${short}`, `Simulation of ${short}`))
  },
  needs: (snapshot, thing, query) => ({
    result: computed(chosenOf(simulationsOf(snapshot, thing.id), query.simulatie)?.body.result ?? null),
    progress: kept(OWNER, PREFIX),
  }),
  render(thing, page, found) {
    const it = thing as unknown as Assessment
    const all = simulationsOf(page.snapshot, it.id)
    const chosen = chosenOf(all, page.query.simulatie)
    const { network, notes } = recorded(page.snapshot, it)
    const result = chosen && found.result ? (JSON.parse(found.result) as Simulation) : undefined
    const counts = sayCounts(network.scenarios.length, network.cascades.length)
    return (
      <>
        <Lead>
          {network.scenarios.length === 0
            ? page.say(
                w(
                  'Hiervan kan nog niets worden gespeeld: geen enkel scenario heeft een kans en een impact in getallen met een bron. ',
                  'Nothing of this can be played yet: no scenario has a likelihood and an impact in numbers with a source. ',
                ),
              )
            : page.say(w(`In getallen: ${counts.nl} van `, `In numbers: ${counts.en} of `))}
          <Link href={page.link(thing)}>{it.body.short}</Link>.
        </Lead>
        {chosen && <Chosen it={chosen} progress={found.progress?.[chosen.id]} page={page} />}
        {chosen && result && <Outcome it={chosen} of={result} page={page} />}
        {chosen && <Notes of={chosen.body.notes as unknown as readonly Note[]} page={page} />}
        {!chosen && <Notes of={notes} page={page} />}
        <Earlier of={all.filter(other => other !== chosen)} page={page} />
        {network.scenarios.length > 0 && <Acts it={thing} page={page} />}
        <p class="links">
          <a href={page.href('beeld/doorwerking')}>{page.say(w('Alle doorwerking', 'All cascades'))}</a>
        </p>
      </>
    )
  },
})

/** What was asked, and how it stands. */
function Chosen({ it, progress, page }: { it: Run; progress: string | undefined; page: PageContext }) {
  const { trials, seed, scenarios, cascades, on, state } = it.body
  const counts = sayCounts(scenarios, cascades)
  const far = progress === undefined ? null : Number(progress)
  return (
    <section>
      <h2>
        {it.code}: {page.say(states[state])}
      </h2>
      <p>
        {page.say(
          w(
            `${sayNumber(trials, 'nl')} keer gespeeld met ${counts.nl}, zoals vastgelegd op ${sayDay(on, 'nl')}; toevalsgetal ${seed}. Met hetzelfde getal komt hetzelfde uit.`,
            `Played ${sayNumber(trials, 'en')} times with ${counts.en}, as recorded on ${sayDay(on, 'en')}; seed ${seed}. With the same seed the same comes out.`,
          ),
        )}
      </p>
      {state === 'waiting' && (
        <p role="status">
          {far === null
            ? page.say(w('Het rekenen begint zo. ', 'Computing is about to begin. '))
            : page.say(w(`Gerekend: ${far} van 100. `, `Computed: ${far} of 100. `))}
          <a href={page.href(`beeld/${addressOf(page, it)}/simulatie`, { simulatie: it.code })}>
            {page.say(w('Kijk opnieuw', 'Look again'))}
          </a>
        </p>
      )}
      {state === 'stopped' && <p class="muted">{page.say(w('Gestopt: er is geen uitkomst.', 'Stopped: there is no result.'))}</p>}
      {state === 'waiting' && page.form('simulation.stop', it as unknown as Thing)}
    </section>
  )
}

const addressOf = (page: PageContext, it: Run): string => page.snapshot.get('assessment', it.body.assessment)?.code.toLowerCase() ?? ''

/** [T48] What does not count and what was assumed, by reason, so that thirty scenarios with one reason are one line. */
function Notes({ of, page }: { of: readonly Note[]; page: PageContext }) {
  const titles: readonly [counts: boolean, words: Words][] = [
    [false, w('Wat niet meetelt, en waarom', 'What does not count, and why')],
    [true, w('Wat is aangenomen', 'What was assumed')],
  ]
  return (
    <>
      {titles.map(([counts, title]) => {
        const reasons = Map.groupBy(
          of.filter(it => it.counts === counts),
          it => it.why[page.language],
        )
        return reasons.size === 0 ? null : (
          <section key={String(counts)}>
            <h2>{page.say(title)}</h2>
            <ul>
              {[...reasons].map(([why, some]) => (
                <li key={why}>
                  {why.replace(/^./, c => c.toUpperCase())}: {some.map(it => it.code).join(', ')}
                </li>
              ))}
            </ul>
          </section>
        )
      })}
    </>
  )
}

function Earlier({ of, page }: { of: readonly Run[]; page: PageContext }) {
  if (of.length === 0) return null
  return (
    <section>
      <h2>{page.say(w('Andere simulaties', 'Other simulations'))}</h2>
      <ul class="things">
        {of.map(it => (
          <li key={it.id}>
            <a href={page.href(`beeld/${addressOf(page, it)}/simulatie`, { simulatie: it.code })}>{it.code}</a>
            {`, ${sayDay(it.body.on, page.language)}: ${page.say(states[it.body.state])}`}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Acts({ it, page }: { it: Thing; page: PageContext }) {
  const form = page.form('simulation.ask', it)
  return form === null ? null : (
    <section class="acts">
      <h2>{page.say(w('Wat u kunt doen', 'What you can do'))}</h2>
      {form}
    </section>
  )
}
