import type { Day } from '../../kernel/day.ts'
import type { Label } from '../../kernel/label.ts'
import type { Stretch } from '../../kernel/paragraphs.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import type { How, Queue } from './queue/queue.ts'

/** A version as seen at one label: `body` and `evidence` are canonical JSON, the very bytes that were hashed; body `null` means "nothing to see here from this day on". */
export interface Part {
  readonly kind: string
  readonly id: string
  readonly seq: number
  readonly since: Day
  readonly label: Label
  readonly shape: number
  readonly body: string
  readonly evidence: string
}
export interface RecordRow {
  readonly kind: string
  readonly id: string
  readonly code: string
  /** The label at birth, which chose the series of its code. */
  readonly label: Label
}
/** What everybody may know of a commit that touched something they see. `at` is RFC 3339 in UTC with milliseconds. */
export interface CommitHead {
  readonly seq: number
  readonly at: string
  readonly command: string
}
export interface CommitRow extends CommitHead {
  /** Key of personal data, or `system`. */
  readonly by: string
  readonly onBehalfOf: string | null
  readonly reason: string | null
  /** What a retry repeats; `fingerprint` is SHA-256(salt ‖ value) of its `Retry`, and tells nothing once that is gone. */
  readonly key: string
  readonly fingerprint: string
  /** Hex hashes: one per part in order of (kind, id, since, label), then the one of the internal fields. */
  readonly leaves: readonly string[]
  readonly previousHash: string
  readonly hash: string
}
export interface PersonalRow {
  readonly key: string
  readonly salt: string
  readonly value: string
}
/** What a retry is compared with. It is kept apart from the chain, for a while, and goes when somebody is erased whose data the act held. */
export interface Retry {
  readonly salt: string
  readonly value: string
}
export interface Scope {
  readonly workspace: string
  readonly clearance: Label
}
/** A text in the language it is indexed in. */
export interface TextKey {
  readonly hash: string
  readonly language: 'nl' | 'en' | 'other'
}
/** A stretch of a text as it is found: its paragraph, its place in UTF-16 code units, and its words as a person reads them. */
export interface IndexedPassage extends Stretch {
  readonly n: number
  readonly words: string
  /** The parts of its compounds: found by whoever asks for them as plain words, and by nobody else. */
  readonly parts: readonly string[]
}
/** That a text is indexed: by which edition of the cutting, and whether all of it is. */
export interface IndexedText extends TextKey {
  readonly edition: number
  readonly passages: number
  readonly whole: boolean
}
export interface Seeking {
  /** As `websearch_to_tsquery` takes it. */
  readonly words: string
  /** Those of its words that may be a part of a compound as well. */
  readonly parts?: readonly string[]
  /** Only these; among equals the first comes first. */
  readonly texts: readonly TextKey[]
  /** So many texts are passed over, so many come, and so many passages of each. */
  readonly from: number
  readonly size: number
  readonly each: number
}
export interface SoughtPassage extends Omit<IndexedPassage, 'parts'> {
  /** The place of its text in what was asked. */
  readonly text: number
  /** How many passages of its text fit. */
  readonly here: number
  /** The words folded, with marks round what fits. */
  readonly marked: string
}
export interface Sought {
  /** How many passages fit, in how many texts; all of them, also those that do not come. */
  readonly passages: number
  readonly texts: number
  /** The best text first; of a text the best passages, in its own order. */
  readonly found: readonly SoughtPassage[]
}

/** What one transaction may read under its clearance. Every method sees the same moment. */
export interface Reads {
  head(): Promise<{ readonly seq: number; readonly at: string; readonly hash: string }>
  /** The last commit at or before an instant; 0 before the first. */
  seqAt(instant: string): Promise<number>
  atOf(seq: number): Promise<string | null>
  /** Of every record and label the part that holds on `on` as known at `known`; `kinds` narrows. Includes parts whose body is null. */
  holding(on: Day, known: number, kinds?: readonly string[]): Promise<readonly Part[]>
  /** All parts written by commits after `seq`, in order of seq. */
  after(seq: number): Promise<readonly Part[]>
  /** All parts of some records, in order of seq. */
  lines(ids: readonly string[]): Promise<readonly Part[]>
  /** Records of a kind in whose bodies, as this reader may see them, one of these texts stood at any time: also those that ended since. */
  naming(kind: string, texts: readonly string[]): Promise<readonly string[]>
  records(ids?: readonly string[]): Promise<readonly RecordRow[]>
  /** Codes are compared without regard to case. */
  recordByCode(code: string): Promise<RecordRow | null>
  commitHeads(seqs: readonly number[]): Promise<readonly CommitHead[]>
  blob(hash: string): Promise<Uint8Array | null>
  /** Which of these texts are indexed. */
  indexed(texts: readonly TextKey[]): Promise<readonly IndexedText[]>
  /** @throws StoreFault `search.too-wide` when it takes too long. */
  seek(seeking: Seeking): Promise<Sought>
}
/** What needs the internal clearance. */
export interface InternalReads extends Reads {
  commits(from: number, to: number): Promise<readonly CommitRow[]>
  commitByKey(by: string, key: string): Promise<CommitRow | null>
  commitByHash(hash: string): Promise<CommitRow | null>
  /** Null once nobody is expected to try again, or after an erasure. */
  retry(seq: number): Promise<Retry | null>
  /** Parts of commits `from`..`to` with the codes of their records, for `verify`. */
  written(from: number, to: number): Promise<readonly (Part & { readonly code: string })[]>
  personal(keys?: readonly string[]): Promise<readonly PersonalRow[]>
  /** The highest number given in a series: prefix `T`, suffix '' or 'i'. 0 when none. */
  lastInSeries(prefix: string, suffix: string): Promise<number>
}
/** A transaction that holds the head lock of its workspace. Append-only but for what is said. */
export interface Writes extends InternalReads {
  addRecords(rows: readonly RecordRow[]): Promise<void>
  addParts(parts: readonly Part[]): Promise<void>
  addCommit(row: CommitRow): Promise<void>
  /** Also drops those that are too old. */
  addRetry(row: Pick<CommitRow, 'seq' | 'at'> & Retry): Promise<void>
  /** Kept once per hash. */
  addBlob(hash: string, bytes: Uint8Array): Promise<void>
  addPersonal(rows: readonly PersonalRow[]): Promise<void>
  /** The one thing the ledger may delete, with what would tell by trying whether an act held it. */
  erasePersonal(keys: readonly string[]): Promise<number>
}

/** A transaction that holds the lock of one text: what follows from it may be dropped and made again, it is no part of the ledger. */
export interface Indexing extends Pick<Reads, 'blob' | 'indexed'> {
  addIndexed(text: IndexedText, passages: readonly IndexedPassage[]): Promise<void>
  dropIndexed(hash: string): Promise<void>
}

export interface Draft {
  readonly key: string
  readonly value: string
}
export interface LinkRow {
  readonly hash: string
  readonly workspace: string
  readonly person: string
  readonly expires: string
}
export interface SessionRow {
  readonly hash: string
  readonly workspace: string
  readonly person: string
  readonly started: string
  readonly seen: string
}
/** What is mutable and not in the ledger: what somebody has not said yet, and who is signed in. */
export interface Desk {
  draft(person: string, key: string): Promise<string | null>
  drafts(person: string, prefix: string): Promise<readonly Draft[]>
  keepDraft(person: string, key: string, value: string | null): Promise<void>
}
export interface Accounts {
  addLink(row: LinkRow): Promise<void>
  /** Takes a link once, if it has not expired: a second taker, and one too late, get null. */
  takeLink(hash: string, now: string): Promise<LinkRow | null>
  addSession(row: SessionRow): Promise<void>
  session(hash: string): Promise<SessionRow | null>
  touchSession(hash: string, seen: string): Promise<void>
  endSession(hash: string): Promise<void>
  endSessionsOf(workspace: string, person: string): Promise<void>
}

export interface Store {
  readonly engine: 'postgres' | 'pglite'
  /** A read-only transaction under a clearance. */
  read<T>(scope: Scope, run: (reads: Reads) => Promise<T>): Promise<T>
  /** A read-only transaction under the internal clearance. */
  readInternal<T>(workspace: string, run: (reads: InternalReads) => Promise<T>): Promise<T>
  /** Takes the head lock, runs, commits; rolls back when `run` throws or returns a refusal. Answers after COMMIT. */
  write<T>(workspace: string, run: (writes: Writes) => Promise<T>): Promise<T>
  /** Takes the lock of one text and not the head's: nobody who writes waits for who indexes. */
  index<T>(workspace: string, hash: string, run: (indexing: Indexing) => Promise<T>): Promise<T>
  desk(workspace: string): Desk
  readonly accounts: Accounts
  workspaces(): Promise<readonly string[]>
  addWorkspace(name: string): Promise<void>
  /** Told after every commit, on this or another server on the same database. Returns how to stop listening. */
  listen(told: (workspace: string, seq: number) => void): Promise<() => Promise<void>>
  /** Runs while nobody else on this database runs under the same name; undefined, and nothing run, when somebody does. Let go when the process dies. */
  alone<T>(name: string, run: () => Promise<T>): Promise<T | undefined>
  /** The job queue on this database, begun, or why there is none; whoever asked for it stops it before the store closes. */
  queue(how: How): Promise<Queue | Refusal>
  /** Undefined when all is well; else why this store must not be used (row policies can be bypassed, tables without policy …). */
  selfTest(): Promise<Refusal | undefined>
  close(): Promise<void>
}
