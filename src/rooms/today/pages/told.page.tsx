import type { Day } from '../../../kernel/day.ts'
import { sayDay } from '../../../kernel/say.ts'
import { w } from '../../../kernel/words.ts'
import type { Snapshot, Thing } from '../../../model/snapshot.ts'
import type { PageContext } from '../../page.ts'
import { type Event, historyOf, type Need } from '../../room.ts'
import { section } from '../../section.ts'
import { actWords } from './acts.page.tsx'
import { Changes, hanging } from './history.page.tsx'

type Told = { readonly events?: Need<readonly Event[]> }

/** [A9] What happened to a thing, at the foot of its own page: for who looks from outside. Inside, the history has a page with more to do on it. */
const told = {
  order: 9,
  needs: (snapshot: Snapshot, thing: Thing): Told =>
    snapshot.clearance === 'public' ? { events: historyOf([thing.id], hanging(thing)) } : {},
  render: (_: Thing, page: PageContext, found: { readonly events?: readonly Event[] }) =>
    found.events && <History events={found.events.filter(event => !event.carried)} page={page} />,
}
export const toldOfCommitment = section({ ...told, on: 'commitment' })
export const toldOfLine = section({ ...told, on: 'line' })

const History = ({ events, page }: { events: readonly Event[]; page: PageContext }) =>
  events.length === 0 ? null : (
    <section>
      <h2>{page.say(w('Geschiedenis', 'History'))}</h2>
      <ul class="dated">
        {events.map(event => (
          <li key={`${event.at} ${event.since}`}>
            <span class="day">{sayDay(event.at.slice(0, 10) as Day, page.language)}</span>
            <div>
              {page.say(actWords(event.command))}
              <span class="under">
                {page.say(w('geldt vanaf', 'holds from'))} {sayDay(event.since, page.language)}
              </span>
              <Changes kind={event.kind} from={event.from} to={event.to} page={page} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
