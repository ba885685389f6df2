import type { Viewer } from '../access/viewer.ts'
import type { Body, Fields } from '../fields/field.ts'
import type { Handed } from '../fields/file.ts'
import type { Day } from '../kernel/day.ts'
import type { Id } from '../kernel/id.ts'
import type { Label } from '../kernel/label.ts'
import type { Refusal } from '../kernel/refusal.ts'
import type { Evidence } from '../kernel/values/evidence.ts'
import type { Words } from '../kernel/words.ts'
import type { Role } from '../model/ground/membership.ts'
import type { Kind, Snapshot, Thing } from '../model/snapshot.ts'
import type { Change } from './change.ts'

/*
 * What the ledger must know of an act: who does it, what it may use, what it decides.
 * Rooms declare commands of this form; the ledger knows none of them by name.
 */

/** Something outside the snapshot that an edge brings before a pure function runs. `gives` is a type only: what comes back. */
export interface Need<T> {
  readonly need: 'text' | 'reading' | 'shelf' | 'history' | 'read' | 'tables' | 'ask' | 'compute' | 'computed' | 'undo' | 'search' | 'kept'
  readonly of: unknown
  readonly gives?: T
}
export type Needs = Readonly<Record<string, Need<any>>>
export type Found<N extends Needs> = { readonly [P in keyof N]: N[P] extends Need<infer T> ? T : never }

export interface ReadRequest {
  /** The text itself, or a file as it was handed over: then the answer holds its text too. */
  readonly text?: string
  readonly file?: Handed
  /** An address of the web or a number of a paper: it is fetched, and the answer says what its publisher calls it. */
  readonly from?: string
  readonly id: string | null
  readonly date: Day | null
  /** Who may see the text. Absent: not said, and then it goes to no other machine. */
  readonly label?: Label
}

/** A document that a language model is to be asked about: its text and its reading by their hashes, and who may see it. */
export interface AskRequest {
  readonly text: string
  readonly reading: string
  readonly label: Label
}

/** What is to be computed of a network that a record keeps by its hash. */
export interface ComputeRequest {
  readonly simulation: string
  readonly network: string
  readonly trials: number
  readonly seed: number
}

/** One thing that one commit changed, with what was and what came, on the day it counts from. */
export interface Event {
  readonly at: string
  readonly command: string
  readonly kind: Kind
  readonly id: string
  readonly code: string
  readonly since: Day
  readonly from: Readonly<Record<string, unknown>> | null
  readonly to: Readonly<Record<string, unknown>> | null
  readonly evidence: readonly Evidence[]
  /** For the internal clearance only. `act` names the commit for undoing it. */
  readonly by: string | null
  readonly reason: string | null
  readonly act: string | null
  /** Whether this day was written because an earlier change was carried into it. */
  readonly carried: boolean
}

/** Who does it, on which day, about which day: outside every input, the same for every command. */
export interface Envelope {
  readonly by: Viewer
  /** RFC 3339 in UTC. */
  readonly at: string
  readonly today: Day
  /** The day from which it holds. */
  readonly since: Day
  /** Nobody named that day, the edge filled it in: a retry on another day is still the same act. */
  readonly sinceFilled?: boolean
  readonly reason?: string
  readonly evidence?: readonly Evidence[]
  /** By record id: the version the person had before them, as its ETag. */
  readonly expected: Readonly<Record<string, string>>
  /** What a retry repeats. */
  readonly key: string
}
/** What a decision may use besides the snapshot and the input. */
export interface Context {
  readonly by: Viewer
  readonly today: Day
  readonly since: Day
  readonly evidence: readonly Evidence[]
  /** A new id; a retry of the same act makes the same. */
  id<K extends Kind>(kind: K): Id<K>
  /** Keeps a personal value apart and gives its key: what stands in a body. */
  personal(value: string): string
  /** Erases what these keys stand for, in the transaction of this act: the act stays in the chain, the values are gone. */
  forget(keys: readonly string[]): void
  /** Keeps a text by its hash, and gives the hash: what stands in a body. */
  keep(text: string): string
  /** Another command by name, decided on the same snapshot, as if said on `since` with `evidence`. What it needs is handed over in `found`; `after` are changes it sees as if they were written. */
  run(
    command: string,
    input: unknown,
    as: { readonly since: Day; readonly evidence: readonly Evidence[]; readonly found?: unknown; readonly after?: readonly Draft[] },
  ): readonly Draft[] | Refusal
}

/** A change as a command gives it: the frame adds the envelope's `since` and evidence where it names none. */
export type Draft = { [P in Kind]: Omit<Change<P>, 'since'> & { readonly since?: Day } }[Kind]

export interface Command<I extends Fields = Fields, N extends Needs = Needs> {
  readonly name: string
  readonly words: Words
  /** One sentence: what it does, for forms, help and API. */
  readonly means: Words
  readonly input: I
  /** Shown to whom; what is allowed is decided on the changes. */
  readonly offered: readonly Role[]
  /** The input field that names the thing on whose page the form stands; absent: it stands at the list of `makes`. */
  readonly about?: keyof I & string
  readonly makes?: Kind
  /** The page below what was made where the work goes on; null: its own page. */
  readonly onward?: (made: Thing) => string | null
  /** The ids a person had before them; their versions must come along. */
  on?(input: Body<I>): readonly string[]
  /** What the input holds where nothing is said: on a form at first, for API and command line where a field is left out. `thing` is what `about` names. */
  begins?(thing: Thing | undefined, snapshot: Snapshot): Readonly<Record<string, unknown>>
  needs?(snapshot: Snapshot, input: Body<I>): N
  decide(snapshot: Snapshot, input: Body<I>, ctx: Context, found: Found<N>): readonly Draft[] | Refusal
}
export type AnyCommand = Command<any, any>
