import { type Words, w } from '../../kernel/words.ts'
import { type State, states } from '../../model/course/commitment-state.ts'
import type { AnyKind } from '../../model/kind.ts'
import type { Snapshot, Thing } from '../../model/snapshot.ts'
import { callStates } from '../../model/sources/call.ts'
import { outcomes } from '../../model/sources/proposal.ts'
import { states as signalStates } from '../../model/sources/signal.ts'

type Follows = Readonly<Record<string, unknown>>
interface Standing {
  /** Every state there is: each has an example. */
  readonly all: readonly Words[]
  of(it: Follows, body: Follows, open: boolean): Words
}
const either = (name: string, yes: Words, no: Words): Standing => ({ all: [yes, no], of: it => (it[name] ? yes : no) })
const waits = w('wacht op een oordeel', 'awaits a decision')

/** What of all that follows on a day is news by itself: a state, not a count of days that grows every night. */
export const standings: Readonly<Record<string, Standing>> = {
  // The public hears "late" only once a person confirmed it (rule C11).
  commitment: {
    all: Object.values(states),
    of: (it, body, open) => states[open && it.state === 'late' && !body.lateConfirmed ? 'not-found' : (it.state as State)],
  },
  'action-line': either('owned', w('heeft een eigenaar', 'has an owner'), w('heeft geen eigenaar', 'has no owner')),
  membership: either('active', w('heeft toegang', 'has access'), w('heeft geen toegang', 'has no access')),
  office: either('holder', w('bezet', 'held'), w('niet bezet', 'not held')),
  organisation: either('present', w('bestaat', 'exists'), w('bestaat niet', 'does not exist')),
  network: either('silent', w('een jaar of langer stil', 'silent for a year or more'), w('laat van zich horen', 'is heard')),
  signal: { all: Object.values(signalStates), of: it => signalStates[it.state as keyof typeof signalStates] },
  call: { all: Object.values(callStates), of: it => callStates[it.state as keyof typeof callStates] },
  strategy: either('running', w('loopt', 'runs'), w('loopt niet', 'does not run')),
  document: either('left', w('er wachten voorstellen', 'proposals are waiting'), w('er wacht niets', 'nothing is waiting')),
  proposal: {
    all: [waits, ...Object.values(outcomes)],
    of: (_, body) => outcomes[body.outcome as keyof typeof outcomes] ?? waits,
  },
}

/** How a thing stands on the day of a snapshot, as its reader may hear it; null for what only is. */
export function standingOf(kind: AnyKind, thing: Thing, snapshot: Snapshot): Words | null {
  const said = standings[kind.name]
  return said ? said.of(kind.follows(thing.body, snapshot, thing.id), thing.body as Follows, snapshot.clearance === 'public') : null
}
