import { sayDay } from '../../../kernel/say.ts'
import { w } from '../../../kernel/words.ts'
import type { PageContext } from '../../page.ts'
import { ratingsIn } from '../ratings/held.ts'
import { recorded, sayCounts } from '../simulation/recorded.ts'

/** Where what was played of an assessment stands, below the workspace. */
const playedOf = (code: string): string => `beeld/${code.toLowerCase()}/simulatie`

/** [T55] Each assessment that rates something, and how much of it can be played. For inside only: what is computed is no source. */
export function SimulationLinks({ page }: { page: PageContext }) {
  if (page.site || page.snapshot.clearance === 'public') return null
  const some = page.snapshot
    .all('assessment')
    .filter(({ id }) => ratingsIn(page.snapshot, id).length > 0)
    .toSorted((a, b) => (a.body.on < b.body.on ? 1 : -1))
  if (some.length === 0) return null
  return (
    <section>
      <h2>{page.say(w('Simulatie: wat als het stapelt', 'Simulation: what if it stacks'))}</h2>
      <ul class="things">
        {some.map(it => {
          const { network } = recorded(page.snapshot, it)
          const [scenarios, cascades] = [network.scenarios.length, network.cascades.length]
          const counts = sayCounts(scenarios, cascades)
          return (
            <li key={it.id}>
              <a href={page.href(playedOf(it.code))}>
                {it.body.short} ({sayDay(it.body.on, page.language)})
              </a>
              {': '}
              {scenarios === 0
                ? page.say(w('nog geen scenario in getallen', 'no scenario in numbers yet'))
                : page.say(w(`${counts.nl} in getallen`, `${counts.en} in numbers`))}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
