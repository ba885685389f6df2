import type { Kinds } from '../model/kind.ts'
import type { AnyCommand, Need } from './act.ts'
import type { Cache } from './reading/cache.ts'
import type { Unindexed } from './seeking/unindexed.ts'
import type { Names } from './snapshot.ts'
import type { Store } from './store/contract.ts'

/** What submit and read share: who stores, what there is to know, and what is held in memory for a workspace. */
export interface Core {
  readonly store: Store
  readonly kinds: Kinds
  readonly commands: ReadonlyMap<string, AnyCommand>
  /** Brings what no store holds (a text read in a process of its own): before the lock, never inside a transaction. */
  readonly fetch: (need: Need<unknown>, workspace: string) => Promise<unknown>
  readonly unindexed: Unindexed
  cache(workspace: string): Cache
  names(workspace: string): Names
}
