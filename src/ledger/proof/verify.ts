import { createHash } from 'node:crypto'
import { type Words, w } from '../../kernel/words.ts'
import type { CommitRow, InternalReads, Store } from '../store/contract.ts'
import { type CodedPart, commitHash, genesis, inOrder, internalLeaf, partLeaf } from './chain.ts'
import type { Checkpoint } from './checkpoint.ts'

/** What was found whole: the last commit and how much was recomputed. */
export interface Whole {
  readonly seq: number
  readonly hash: string
  readonly at: string
  readonly commits: number
  readonly parts: number
}
/** The first place where the chain does not hold. */
export interface Break {
  readonly broken:
    | 'missing'
    | 'cut'
    | 'time'
    | 'link'
    | 'commit'
    | 'inner'
    | 'changed'
    | 'added'
    | 'removed'
    | 'form'
    | 'loose'
    | 'checkpoint'
    | 'personal'
  readonly seq: number
  readonly at: string
  readonly what: Words
  /** The record, where it can be told. */
  readonly kind?: string
  readonly id?: string
  readonly code?: string
}
export const isBreak = (x: Whole | Break): x is Break => 'broken' in x

/** Commits, and leaves, that are in memory at once. */
const COMMITS = 50
const LEAVES = 5_000

/**
 * Recomputes the chain of a workspace from its rows, in batches, and names the first break. `against` is a checkpoint that left the machine:
 * it finds a tail that was cut and a chain that was made anew. Erased personal values leave it whole; those that are there must fit their keys.
 */
export async function verify(store: Store, workspace: string, { against }: { against?: Checkpoint } = {}): Promise<Whole | Break> {
  const head = await store.readInternal(workspace, reads => reads.head())
  const walk = new Walk(workspace, against)
  for (let from = 1; from <= head.seq; from += COMMITS) {
    const to = Math.min(from + COMMITS - 1, head.seq)
    // Append-only: transactions of their own see the same rows, and on one connection others get their turn between them.
    const found = await store.readInternal(workspace, reads => someCommits(reads, walk, from, to))
    if (found) return found
  }
  return walk.cut() ?? (await store.readInternal(workspace, reads => outsideTheChain(reads, walk))) ?? walk.whole()
}

async function someCommits(reads: InternalReads, walk: Walk, from: number, to: number): Promise<Break | undefined> {
  const commits = await reads.commits(from, to)
  for (let i = 0; i < commits.length; ) {
    let [n, leaves] = [0, 0]
    do leaves += commits[i + n++]?.leaves.length ?? 0
    while (i + n < commits.length && leaves + (commits[i + n]?.leaves.length ?? 0) <= LEAVES)
    const some = commits.slice(i, i + n)
    const parts = Map.groupBy(await reads.written(some[0]?.seq ?? 0, some.at(-1)?.seq ?? 0), part => part.seq)
    for (const commit of some) {
      const found = walk.step(commit, parts.get(commit.seq) ?? [])
      if (found) return found
    }
    i += n
  }
  return walk.reached(to)
}

/** Rows that no commit covers, and personal values that are not what their keys say. */
async function outsideTheChain(reads: InternalReads, walk: Walk): Promise<Break | undefined> {
  const { seq } = await reads.head()
  const loose = (await reads.written(Number.MIN_SAFE_INTEGER, 0))[0] ?? (await reads.written(seq + 1, Number.MAX_SAFE_INTEGER))[0]
  if (loose) return walk.at('loose', loose.seq, '', loose)
  const other = (await reads.personal()).find(
    ({ key, salt, value }) => createHash('sha256').update(salt).update(value).digest('hex') !== key,
  )
  return other && walk.at('personal', seq, '', { kind: 'personal', id: other.key })
}

const sentence: Readonly<Record<Break['broken'], (which: string) => Words>> = {
  missing: which => w(`Vastlegging ${which} is weg.`, `Commit ${which} is gone.`),
  cut: which =>
    w(
      `Alles vanaf vastlegging ${which} is weg: het controlepunt kent die nog.`,
      `Everything from commit ${which} on is gone: the checkpoint still knows it.`,
    ),
  time: which =>
    w(`Vastlegging ${which} heeft een vroeger tijdstip dan de vorige.`, `Commit ${which} has an earlier moment than the one before it.`),
  link: which =>
    w(
      `Vastlegging ${which} volgt niet op de vorige: een van beide is gewijzigd, verwisseld of ingevoegd.`,
      `Commit ${which} does not follow the one before it: one of them was changed, swapped or put in.`,
    ),
  commit: which =>
    w(`Tijdstip, blad of hash van vastlegging ${which} is gewijzigd.`, `The moment, a leaf or the hash of commit ${which} was changed.`),
  inner: which =>
    w(
      `Wie, opdracht, reden of sleutel van vastlegging ${which} is gewijzigd.`,
      `The person, command, reason or key of commit ${which} was changed.`,
    ),
  changed: which =>
    w(`In vastlegging ${which} is na het vastleggen iets gewijzigd.`, `Something in commit ${which} was changed after it was recorded.`),
  added: which =>
    w(`In vastlegging ${which} staat iets dat er niet in is vastgelegd.`, `Commit ${which} holds something that was not recorded in it.`),
  removed: which => w(`Uit vastlegging ${which} is iets verwijderd.`, `Something was removed from commit ${which}.`),
  form: which => w(`In vastlegging ${which} staat tekst die geen JSON is.`, `Commit ${which} holds text that is not JSON.`),
  loose: which => w(`Er staat iets bij vastlegging ${which}, die er niet is.`, `Something belongs to commit ${which}, which is not there.`),
  checkpoint: which =>
    w(`Vastlegging ${which} is een andere dan die in het controlepunt.`, `Commit ${which} is another than the one in the checkpoint.`),
  personal: which =>
    w(`Een persoonsgegeven is gewijzigd (gezien bij vastlegging ${which}).`, `A personal value was changed (seen at commit ${which}).`),
}

/** One walk along the chain: what came before, and what was counted. */
class Walk {
  readonly #workspace: string
  readonly #against: Checkpoint | undefined
  #last: Pick<CommitRow, 'seq' | 'at' | 'hash'> = { seq: 0, at: '', hash: genesis }
  #parts = 0

  constructor(workspace: string, against: Checkpoint | undefined) {
    this.#workspace = workspace
    this.#against = against
  }

  at(broken: Break['broken'], seq: number, at: string, record: { kind?: string; id?: string; code?: string } = {}): Break {
    const { kind, id, code } = record
    return { broken, seq, at, what: sentence[broken](String(seq)), ...(kind && { kind }), ...(id && { id }), ...(code && { code }) }
  }

  whole = (): Whole => ({ ...this.#last, commits: this.#last.seq, parts: this.#parts })

  step(commit: CommitRow, unsorted: readonly CodedPart[]): Break | undefined {
    const { seq, at, hash } = commit
    const last = this.#last
    if (seq !== last.seq + 1) return this.at('missing', last.seq + 1, last.at)
    if (at < last.at) return this.at('time', seq, at)
    if (commit.previousHash !== last.hash) return this.at('link', seq, at)
    if (commitHash({ workspace: this.#workspace, ...commit }) !== hash) return this.at('commit', seq, at)
    const found = this.#leaves(commit, unsorted.toSorted(inOrder))
    if (found) return found
    if (this.#against?.seq === seq && (this.#against.hash !== hash || this.#against.at !== at)) return this.at('checkpoint', seq, at)
    this.#last = { seq, at, hash }
    this.#parts += unsorted.length
    return undefined
  }

  /** The commit's own hash held, so its list of leaves is what was recorded: what differs from it is the rows. */
  #leaves(commit: CommitRow, parts: readonly CodedPart[]): Break | undefined {
    const { seq, at } = commit
    const loose = parts.find(part => !isJson(part.body) || !isJson(part.evidence))
    if (loose) return this.at('form', seq, at, loose)
    const recorded = commit.leaves.slice(0, -1)
    const computed = parts.map(part => partLeaf(this.#workspace, part))
    if (computed.length !== recorded.length || computed.some((leaf, i) => leaf !== recorded[i]))
      return this.#whichPart(commit, parts, computed, recorded)
    return commit.leaves.at(-1) === internalLeaf(this.#workspace, commit) ? undefined : this.at('inner', seq, at)
  }

  #whichPart({ seq, at }: CommitRow, parts: readonly CodedPart[], computed: readonly string[], recorded: readonly string[]): Break {
    const [known, there] = [new Set(recorded), new Set(computed)]
    const strange = parts.find((_, i) => !known.has(computed[i] as string))
    const gone = recorded.some(leaf => !there.has(leaf))
    if (!strange) return this.at(gone ? 'removed' : 'commit', seq, at)
    return this.at(gone ? 'changed' : 'added', seq, at, strange)
  }

  /** After the commits up to one that was asked for: are they all there? */
  reached(seq: number): Break | undefined {
    return this.#last.seq < seq ? this.at('missing', this.#last.seq + 1, this.#last.at) : undefined
  }

  cut(): Break | undefined {
    const { seq, at } = this.#last
    return this.#against && this.#against.seq > seq ? this.at('cut', seq + 1, at) : undefined
  }
}

/** Without this, the comma between body and evidence could be moved, and the hash would not tell. */
function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
