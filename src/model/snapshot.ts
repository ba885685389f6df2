import type { Day } from '../kernel/day.ts'
import type { Id } from '../kernel/id.ts'
import type { Label } from '../kernel/label.ts'
import type { Evidence } from '../kernel/values/evidence.ts'

/** Every word adds itself here (declaration merging): `near.get('commitment', id)` is typed without importing the word. */
// biome-ignore lint/suspicious/noEmptyInterface: the words fill it
export interface Vocabulary {}
export type Kind = keyof Vocabulary & string

/** A record as one reader may see it on one day, as known at one moment. Frozen; its identity changes only when it does. */
export interface Thing<K extends Kind = Kind> {
  readonly kind: K
  readonly id: Id<K>
  readonly code: string
  /** The day from which this version holds. */
  readonly since: Day
  /** The commit that wrote it: for the ledger; nothing outside shows it. */
  readonly seq: number
  readonly body: Vocabulary[K]
  readonly evidence: readonly Evidence[]
}

/**
 * All records that one clearance may see, `on` a day, as `known` at a commit. Immutable.
 * Declared here, left of the ledger, so that checks and states can use it; the ledger implements it.
 */
export interface Snapshot {
  readonly on: Day
  readonly known: number
  readonly clearance: Label
  get<K extends Kind>(kind: K, id: string): Thing<K> | undefined
  /** By id, whatever its kind. */
  find(id: string): Thing | undefined
  /** By code, upper or lower case: `T-0042`, `kst-30821-251`. */
  coded(code: string): Thing | undefined
  all<K extends Kind>(kind: K): readonly Thing<K>[]
  /** The records of a kind whose field refers to `to`, in a single reference or in a list of them. */
  pointing<K extends Kind>(kind: K, field: keyof Vocabulary[K] & string, to: string): readonly Thing<K>[]
  /** What a key of personal data stands for; undefined once it was erased, and always for the public. */
  person(key: string): string | undefined
}
