import type { Body, Fields } from '../fields/field.ts'
import type { Handed } from '../fields/file.ts'
import type { Words } from '../kernel/words.ts'
import type { AskRequest, Command, ComputeRequest, Draft, Event, Found, Need, Needs, ReadRequest } from '../ledger/act.ts'
import type { FoundTexts, SearchRequest } from '../ledger/seeking/sought.ts'
import type { Kind, Snapshot, Thing, Vocabulary } from '../model/snapshot.ts'

export type {
  AnyCommand,
  AskRequest,
  Command,
  ComputeRequest,
  Context,
  Draft,
  Event,
  Found,
  Need,
  Needs,
  ReadRequest,
} from '../ledger/act.ts'

/** A document's text, by way of the record the reader sees: never by bare hash. */
export const textOf = (document: Thing<'document'>): Need<string | null> => ({ need: 'text', of: document.body.text })
/** What reading a text gives: done by an edge in a process of its own with limits, and input to the command afterwards. */
export const read = (request: ReadRequest): Need<unknown> => ({ need: 'read', of: request })
/** The tables in a file (CSV, XLSX, JSON), only as text: read by an edge in a process of its own with limits. */
export const tables = (file: Handed): Need<unknown> => ({ need: 'tables', of: file })
/** What a language model adds to the reading of a document: asked by an edge, while nobody waits. */
export const ask = (request: AskRequest): Need<unknown> => ({ need: 'ask', of: request })
/** What comes of a long calculation: done by an edge, while nobody waits. */
export const compute = (request: ComputeRequest): Need<unknown> => ({ need: 'compute', of: request })
/** What came of it, by way of the record the reader sees: never by bare hash. */
export const computed = (hash: string | null): Need<string | null> => ({ need: 'computed', of: hash })
/** Records held on the shelf, by equal fields; with `ids`, only those are fetched. */
export const shelf = <K extends Kind>(kind: K, where: Partial<Vocabulary[K]>, ids?: readonly string[]): Need<readonly Thing<K>[]> => ({
  need: 'shelf',
  of: { kind, where, ...(ids && { ids }) },
})
/**
 * What happened to some records, newest first, as this reader may know it; `from` adds what refers to them in a field, for who sees inside
 * also what did so and ended or was taken back.
 */
export const historyOf = (
  ids: readonly string[],
  from: readonly { readonly kind: Kind; readonly field: string }[] = [],
): Need<readonly Event[]> => ({
  need: 'history',
  of: { ids, from },
})

/** The newest acts on records of the shelf, by equal fields. */
export const historyOfShelf = <K extends Kind>(kind: K, where: Partial<Vocabulary[K]>, newest: number): Need<readonly Event[]> => ({
  need: 'history',
  of: { kind, where, newest },
})

/** Passages in which words stand, in the texts this reader sees on this day. */
export const search = (request: SearchRequest): Need<FoundTexts> => ({ need: 'search', of: request })

/** What the machine itself keeps beside the ledger, by key without its beginning: bookkeeping, no facts. For inside only. */
export const kept = (owner: string, prefix: string): Need<Readonly<Record<string, string>>> => ({ need: 'kept', of: { owner, prefix } })

/** What takes a commit back, or a refusal that names what changed since. `act` is what the history calls it. */
export const undoOf = (act: string): Need<readonly Draft[]> => ({ need: 'undo', of: act })

/** A command is a frozen value; `koersvast explain` prints what follows from it. */
export const command = <const I extends Fields, N extends Needs = Record<never, never>>(c: Command<I, N>): Command<I, N> => Object.freeze(c)

export interface Row<O extends Fields> {
  /** Sort key; a page is cut by (key, code). */
  readonly key: string
  readonly code: string
  /** Identity of what the row shows: while it stays the same object, a rendered row may be used again. */
  readonly of: object
  row(): Body<O>
}
export interface View<I extends Fields = Fields, O extends Fields = Fields, N extends Needs = Needs> {
  readonly name: string
  readonly words: Words
  readonly means: Words
  readonly input: I
  readonly row: O
  /** Whether the public may ask for it. */
  readonly open: boolean
  /** Fields of the row by which a list may be narrowed, with counts. */
  readonly facets?: readonly (keyof O & string)[]
  needs?(snapshot: Snapshot, input: Body<I>): N
  /** Rows are made when asked for: a page of 50 makes 50. `snapshot.on` is the only day a view knows. */
  see(snapshot: Snapshot, input: Body<I>, found: Found<N>): Iterable<Row<O>>
}
export const view = <const I extends Fields, const O extends Fields, N extends Needs = Record<never, never>>(
  v: View<I, O, N>,
): View<I, O, N> => Object.freeze(v)
export type AnyView = View<any, any, any>
