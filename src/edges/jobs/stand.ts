import type { Day } from '../../kernel/day.ts'
import type { Desk } from '../../ledger/store/contract.ts'
import type { Snapshot, Vocabulary } from '../../model/snapshot.ts'
import { fresh, type Pending, type Run } from '../../rooms/sources/feeds/state.ts'
import { statesOf } from '../outside/sync/state.ts'
import { nextRun } from './rhythm.ts'

/** How a feed stands, for who looks after it. */
export interface Stand extends Pick<Vocabulary['feed'], 'name' | 'takes' | 'asks' | 'every'> {
  /** Its code. */
  readonly feed: string
  readonly readUntil: Day
  readonly last: Run | null
  readonly pending: readonly Pending[]
  /** Rows whose outcome is known and waits until somebody takes the promise over. */
  readonly waiting: number
  /** RFC 3339; null: it does not run by itself. */
  readonly next: string | null
}

/** [J5] All feeds in order of code. */
export async function standsOf(desk: Desk, snapshot: Snapshot, zone: string, now: string): Promise<readonly Stand[]> {
  const states = await statesOf(desk)
  return snapshot
    .all('feed')
    .map(({ id, code, body: { name, takes, asks, every, readUntil } }) => {
      const { last, pending, waiting } = states[id] ?? fresh
      const next = takes && every ? nextRun(every, id, zone, now) : null
      return { feed: code, name, takes, asks, every, readUntil, last, pending, waiting: waiting.length, next }
    })
    .sort((a, b) => (a.feed < b.feed ? -1 : 1))
}
