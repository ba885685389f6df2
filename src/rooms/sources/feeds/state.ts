import type { Day } from '../../../kernel/day.ts'
import type { Refusal } from '../../../kernel/refusal.ts'
import type { Words } from '../../../kernel/words.ts'
import type { RegisterRow } from './register.ts'

/** What could not be fetched or read yet: nothing that was published on that day or later counts as read. */
export interface Pending {
  readonly what: string
  readonly day: Day | null
  /** Fetched but not readable: it is here without its text, and waits for a person. */
  readonly unread: boolean
  readonly code: string
  readonly why: Words
}
/** How one run went, for who looks after the feeds. */
export interface Run {
  /** RFC 3339; null: it has not ended, or was cut off. */
  readonly began: string
  readonly ended: string | null
  /** whole: up to the end; stopped: by a refusal, or because it was told to. */
  readonly result: 'running' | 'whole' | 'stopped'
  readonly refusal: Pick<Refusal, 'code' | 'do' | 'found' | 'where'> | null
  readonly documents: number
  readonly proposals: number
  /** Known already, and what the feed does not ask for. */
  readonly known: number
  readonly passed: number
}
/** Where a feed stands. It is no fact but the machine's own bookkeeping: it lies beside the ledger, and losing it costs only time. */
export interface FeedState {
  /** What was taken before this is taken whole: a day for papers, an instant for the register. Null: from where the feed was read. */
  readonly since: string | null
  /** How many records of `since` and later were taken. */
  readonly skip: number
  /** The day on which the round that is under way began; null between rounds. */
  readonly begun: Day | null
  readonly pending: readonly Pending[]
  /** Rows of which the outcome is known, and the promise has not been taken over yet. */
  readonly waiting: readonly RegisterRow[]
  readonly last: Run | null
  /** How many times to fetch now were asked for when the last run began. */
  readonly answered: number
}
export const fresh: FeedState = { since: null, skip: 0, begun: null, pending: [], waiting: [], last: null, answered: 0 }

/** Whose drafts these are: no person's; and how their keys begin, before the id of the feed. */
export const OWNER = 'sync'
export const PREFIX = 'feed/'

/** From what is kept. What an older program wrote lacks what came since. */
export const stateFrom = (text: string | null | undefined): FeedState =>
  text ? { ...fresh, ...(JSON.parse(text) as Partial<FeedState>) } : fresh
