import { createHash, randomBytes } from 'node:crypto'
import { notAllowed, permitted } from '../access/rights.ts'
import { canonical } from '../kernel/canonical.ts'
import type { Day } from '../kernel/day.ts'
import { highest, type Label } from '../kernel/label.ts'
import { type Refusal, refuse, refused } from '../kernel/refusal.ts'
import { w } from '../kernel/words.ts'
import type { AnyKind } from '../model/kind.ts'
import type { AnyCommand, Draft, Envelope } from './act.ts'
import type { Core } from './core.ts'
import { Series } from './deciding/codes.ts'
import { contextOf, dated, type Kept, noSuchCommand, takeFor } from './deciding/context.ts'
import { leftAlone, notSent, overtaken, type SeenVersion, seenVersion } from './deciding/expected.ts'
import { checked, fits, refers, type Touched, unseenKept } from './deciding/guard.ts'
import { withShelved } from './deciding/shelved.ts'
import { type Held, lineOf, settle } from './parts.ts'
import { commitHash, leavesOf } from './proof/chain.ts'
import { heldLines } from './reading/events.ts'
import { bring, fetched, leavesHouse } from './reading/needs.ts'
import { textsIn } from './seeking/findable.ts'
import type { LedgerSnapshot } from './snapshot.ts'
import type { CommitRow, Part, RecordRow, TextKey, Writes } from './store/contract.ts'
import { differing, type Fact, holds, type Line, written } from './timeline.ts'

/** Records that only know the moment of recording are there on every day. */
export const ALWAYS = '1000-01-01' as Day
/** After every day that is on record: where what was written for later shows too. */
const END = '9999-12-31' as Day

export interface Outcome {
  /** How the history names this commit, for undoing it. Null when nothing had to be written. */
  readonly act: string | null
  readonly at: string
  readonly made: readonly { readonly kind: string; readonly id: string; readonly code: string }[]
  readonly changed: readonly { readonly kind: string; readonly id: string; readonly code: string }[]
  /** Codes of things that somebody else changed meanwhile, in fields this act did not write. */
  readonly merged: readonly string[]
  /** The same act was done before with this key; this is its outcome. */
  readonly repeated: boolean
  /** How many personal values this act erased; absent when it erases none. */
  readonly erased?: number
}

/**
 * The one door in. Decides under the head lock on what the actor may see, holds the result against rights and rules on the whole state,
 * and writes it as one commit. Nothing but the store is awaited inside the transaction; the answer comes after COMMIT.
 */
export async function submit(
  core: Core,
  workspace: string,
  name: string,
  raw: Readonly<Record<string, unknown>>,
  envelope: Envelope,
): Promise<Outcome | Refusal> {
  const command = core.commands.get(name)
  if (!command) return noSuchCommand(name)
  const got = await beforehand(core, workspace, command, raw, envelope)
  if (refused(got)) return got
  let texts: readonly TextKey[] = []
  try {
    return await core.store.write(workspace, async tx => {
      const commit = new Commit(core, workspace, command, raw, envelope, tx)
      const outcome = await commit.run(got)
      if (!refused(outcome)) texts = commit.texts()
      return outcome
    })
  } finally {
    // Also where nobody knows whether it was kept: a text that is not there is passed over.
    core.unindexed.add(workspace, texts)
  }
}

/** What must come from outside is brought before the lock, on the state as it is now; a refusal that shows already is a quick answer. */
async function beforehand(core: Core, workspace: string, command: AnyCommand, raw: Readonly<Record<string, unknown>>, envelope: Envelope) {
  if (!command.needs) return new Map()
  const { since: on, by } = envelope
  const [snapshot, said] = await core.store.readInternal(workspace, async reads => {
    const { seq: known } = await reads.head()
    const { clearance } = by
    const snapshot = await core.cache(workspace).get(reads, { on, known, clearance, head: true }, core.names(workspace))
    return [snapshot, await withShelved(command.input, raw, snapshot, core.kinds, reads, clearance)] as const
  })
  const input = takeFor(command, said, snapshot)
  if (refused(input)) return input
  const needs = command.needs(snapshot, input as never)
  // Rights are checked on changes, which come later: until then nobody sends this machine out who is not offered the act.
  if (leavesHouse(needs) && by.role !== 'system' && !(command.offered as readonly string[]).includes(by.role))
    return notAllowed(by, command.name)
  return fetched(core, workspace, by.clearance, needs)
}

interface Line_ {
  readonly kind: AnyKind
  held: readonly Held[]
  line: Line
  rows: Line
  born: boolean
  code: string | undefined
}

/** One act under the lock: a short-lived object that holds what its steps share. */
class Commit {
  readonly #core: Core
  readonly #workspace: string
  readonly #command: AnyCommand
  readonly #raw: Readonly<Record<string, unknown>>
  readonly #envelope: Envelope
  readonly #tx: Writes
  readonly #lines = new Map<string, Line_>()
  #seq = 0

  constructor(core: Core, workspace: string, command: AnyCommand, raw: Readonly<Record<string, unknown>>, envelope: Envelope, tx: Writes) {
    this.#core = core
    this.#workspace = workspace
    this.#command = command
    this.#raw = raw
    this.#envelope = envelope
    this.#tx = tx
  }

  async run(got: ReadonlyMap<string, { of: unknown; gave: unknown }>): Promise<Outcome | Refusal> {
    const again = await this.#again()
    if (again) return again
    const head = await this.#tx.head()
    this.#seq = head.seq + 1
    const { by, since, today } = this.#envelope
    const actor = await this.#snapshot(since, by.clearance)
    const raw = await withShelved(this.#command.input, this.#raw, actor, this.#core.kinds, this.#tx, by.clearance)
    const input = takeFor(this.#command, raw, actor)
    if (refused(input)) return input
    const seen = await this.#expected(input, actor, await this.#snapshot(today, by.clearance))
    if (refused(seen)) return seen
    const needs = this.#command.needs ? await bring(this.#core, this.#tx, actor, this.#command.needs(actor, input as never), got) : {}
    if (refused(needs)) return needs

    const kept: Kept = { blobs: new Map(), personal: new Map(), forgotten: new Set() }
    const ctx = contextOf(this.#workspace, this.#envelope, actor, this.#core.commands, kept)
    const decided = this.#command.decide(actor, input as never, ctx, needs as never)
    if (refused(decided)) return decided
    const wrong = await this.#lay(dated(decided, since, this.#envelope.evidence ?? []), seen)
    if (wrong) return wrong

    const parts: Part[] = []
    for (const [id, record] of this.#lines) parts.push(...settle(record.kind, id, record.held, [...record.line, ...record.rows], this.#seq))
    if (parts.length === 0) return { act: null, at: head.at || this.#envelope.at, made: [], changed: [], merged: [], repeated: false }
    const records = await this.#records()
    if (refused(records)) return records
    const broken = await this.#guard(parts, records, actor)
    return (
      broken ??
      this.#write(
        parts,
        records,
        kept,
        head,
        [...seen].filter(([, version]) => !version.current).map(([id]) => id),
      )
    )
  }

  /** The texts that what it wrote stands for: they are indexed after the lock. */
  texts(): readonly TextKey[] {
    return textsIn([...this.#lines.values()].map(({ kind, rows }) => ({ kind, bodies: rows.map(row => row.body) })))
  }

  #snapshot(on: Day, clearance: Label): Promise<LedgerSnapshot> {
    return this.#core
      .cache(this.#workspace)
      .get(this.#tx, { on, known: this.#seq - 1, clearance, head: true }, this.#core.names(this.#workspace))
  }

  /** What was said, as one value: to tell a retry by. */
  #said(): string {
    const { evidence = [], reason = null, sinceFilled } = this.#envelope
    // What was said, not what was filled in: else a retry after midnight would be another act.
    const since = sinceFilled ? null : this.#envelope.since
    return createHash('sha256')
      .update(canonical([this.#command.name, this.#raw, since, evidence, reason]))
      .digest('hex')
  }

  /** A key that was used: the same act gets its outcome again, another one is refused. */
  async #again(): Promise<Outcome | Refusal | undefined> {
    const before = await this.#tx.commitByKey(this.#envelope.by.by, this.#envelope.key)
    if (!before) return undefined
    const kept = await this.#tx.retry(before.seq)
    // An act of before this was kept apart holds the value itself.
    if ((kept?.value ?? before.fingerprint) !== this.#said())
      return refuse('key.reused', w('Gebruik een nieuwe sleutel voor een andere opdracht.', 'Use a new key for another command.'), {
        fault: 'conflict',
        where: 'Idempotency-Key',
        found: before.key,
      })
    const parts = await this.#tx.written(before.seq, before.seq)
    const ids = [...new Set(parts.map(part => part.id))]
    const earlier = new Set((await this.#tx.lines(ids)).filter(part => part.seq < before.seq).map(part => part.id))
    const named = ids.map(id => ({ kind: parts.find(p => p.id === id)?.kind ?? '', id, code: parts.find(p => p.id === id)?.code ?? '' }))
    const [made, changed] = [named.filter(it => !earlier.has(it.id)), named.filter(it => earlier.has(it.id))]
    return { act: before.hash, at: before.at, made, changed, merged: [], repeated: true }
  }

  /** The versions the person had before them, by id. */
  async #expected(input: Record<string, unknown>, actor: LedgerSnapshot, now: LedgerSnapshot): Promise<Map<string, SeenVersion> | Refusal> {
    const out = new Map<string, SeenVersion>()
    for (const id of this.#command.on?.(input as never) ?? []) {
      const thing = now.find(id) ?? actor.find(id)
      if (!thing) continue // not there, or decided on the shelf: the command says so in its own words
      const tag = this.#envelope.expected[id]
      if (tag === undefined) return notSent(thing)
      const record = await this.#line(id, thing.kind)
      const line = record ? lineOf(record.kind, record.held, this.#envelope.by.clearance) : []
      const seen = seenVersion(tag, thing, [now.find(id), actor.find(id)], line)
      if (!seen)
        return overtaken(
          record?.kind ?? (this.#core.kinds.get(thing.kind) as AnyKind),
          thing,
          undefined,
          undefined,
          thing.body as Fact,
        ) as Refusal
      out.set(id, seen)
    }
    return out
  }

  async #line(id: string, kindName: string): Promise<Line_ | undefined> {
    const there = this.#lines.get(id)
    if (there) return there
    const kind = this.#core.kinds.get(kindName)
    if (!kind) return undefined
    const held = heldLines(this.#core.kinds, await this.#tx.lines([id])).get(id)?.parts ?? []
    const record: Line_ = { kind, held, line: lineOf(kind, held, highest), rows: [], born: held.length === 0, code: undefined }
    this.#lines.set(id, record)
    return record
  }

  /** Changes become versions, in order: each is laid over what the ones before it left. */
  async #lay(drafts: readonly Draft[], seen: ReadonlyMap<string, SeenVersion>): Promise<Refusal | undefined> {
    const { by } = this.#envelope
    for (const draft of drafts) {
      const record = await this.#line(draft.id, draft.kind)
      if (!record) return refuse('kind.unknown', w('Gebruik een soort die er is.', 'Use a kind that exists.'), { found: draft.kind })
      const since = record.kind.time === 'inbox' ? ALWAYS : (draft.since as Day)
      const line = [...record.line, ...record.rows]
      const whole = holds(line, since)?.body ?? undefined
      const had = seen.get(draft.id)
      let to = unseenKept(record.kind, by.clearance, whole, draft.to as Fact | undefined)
      if (had && to && whole) to = leftAlone(had.body, whole, to)
      const from = unseenKept(record.kind, by.clearance, whole, draft.from as Fact | undefined)
      const thing = had && (await this.#snapshot(this.#envelope.today, by.clearance)).find(draft.id)
      const late = had && thing && overtaken(record.kind, thing, had, from, to)
      if (late) return late
      const denied = permitted(by, { kind: record.kind.name, from, to })
      if (denied) return denied
      const rows = written(line, { since, from, to, evidence: draft.evidence }, this.#seq)
      if (rows === 'stale')
        return refuse('change.stale', w('Bekijk wat er nu geldt en probeer het opnieuw.', 'See what holds now and try again.'), {
          fault: 'stale',
          where: differing(whole, from).join(', '),
        })
      record.rows = [...record.rows, ...rows]
      if (draft.code !== undefined) record.code = draft.code
    }
    for (const [id, { rows }] of this.#lines) if (rows.length === 0) this.#lines.delete(id)
    return undefined
  }

  async #records(): Promise<RecordRow[] | Refusal> {
    const series = new Series(this.#tx)
    const out: RecordRow[] = []
    const born = [...this.#lines].filter(([, record]) => record.born)
    for (const [id, { kind, rows, code }] of born.sort(([, a], [, b]) => Number(a.code === undefined) - Number(b.code === undefined))) {
      const label = (rows.find(row => row.body)?.body?.label as Label | undefined) ?? highest
      const given = await series.give(kind, label, code)
      if (refused(given)) return given
      out.push({ kind: kind.name, id, code: given, label })
    }
    return out
  }

  /** Everything that must hold, on every day this commit writes and at the end of all days, for the whole state. */
  async #guard(parts: readonly Part[], records: readonly RecordRow[], actor: LedgerSnapshot): Promise<Refusal | undefined> {
    const touched: Touched[] = [...this.#lines].map(([id, { kind, rows }]) => ({ kind, id, rows }))
    const whole = await this.#snapshot(END, highest)
    const fresh = new Map(records.map(row => [row.id, row.code]))
    const later = whole.forward(this.#seq, parts, fresh)
    const elsewhere = await this.#elsewhere(touched, later)
    for (const one of touched) {
      const wrong =
        fits(one) ??
        refers(one, id => {
          const thing = later.find(id)
          return thing ? { kind: thing.kind, label: (thing.body as { label: Label }).label } : elsewhere.get(id)
        })
      if (wrong) return wrong
    }
    const days = new Set([...touched.flatMap(one => one.rows.map(row => row.since)).filter(day => day !== ALWAYS), END])
    for (const day of days) {
      const before = await this.#snapshot(day, highest)
      const seen = actor.clearance === highest ? before : await this.#snapshot(day, actor.clearance)
      const after = before.forward(this.#seq, parts, fresh)
      const wrong = checked(touched, day, before, after, seen === before ? after : seen.forward(this.#seq, parts, fresh))
      if (wrong) return wrong
    }
    return undefined
  }

  /** Records referred to that are not in the snapshot: ended, or on the shelf. They were known, so they may be referred to. */
  async #elsewhere(touched: readonly Touched[], later: LedgerSnapshot): Promise<Map<string, { kind: string; label: Label }>> {
    const ids = touched.flatMap(({ kind, rows }) =>
      rows.flatMap(({ body }) =>
        Object.entries(kind.fields).flatMap(([name, field]) =>
          (field as { kinds: string[] }).kinds.length > 0 ? [body?.[name]].flat() : [],
        ),
      ),
    )
    const missing = ids.filter((id): id is string => typeof id === 'string' && !later.find(id))
    if (missing.length === 0) return new Map()
    return new Map((await this.#tx.records([...new Set(missing)])).map(row => [row.id, { kind: row.kind, label: row.label }]))
  }

  async #write(
    parts: readonly Part[],
    records: readonly RecordRow[],
    kept: Kept,
    head: { seq: number; at: string; hash: string },
    merged: readonly string[],
  ): Promise<Outcome> {
    const { by, at: said, reason = null, key } = this.#envelope
    const retry = { salt: randomBytes(16).toString('hex'), value: this.#said() }
    const codes = new Map([...records, ...(await this.#tx.records([...this.#lines.keys()]))].map(row => [row.id, row.code]))
    const at = said > head.at ? said : head.at
    const internal = {
      seq: this.#seq,
      by: by.by,
      onBehalfOf: null,
      command: this.#command.name,
      reason,
      key,
      fingerprint: createHash('sha256').update(retry.salt).update(retry.value).digest('hex'),
    }
    const leaves = leavesOf(
      this.#workspace,
      parts.map(part => ({ ...part, code: codes.get(part.id) ?? '' })),
      internal,
    )
    const hash = commitHash({ workspace: this.#workspace, seq: this.#seq, at, previousHash: head.hash, leaves })
    const row: CommitRow = { ...internal, at, leaves, previousHash: head.hash, hash }

    await this.#tx.addCommit(row)
    await this.#tx.addRetry({ seq: this.#seq, at, ...retry })
    await this.#tx.addRecords(records)
    for (const [blob, bytes] of kept.blobs) await this.#tx.addBlob(blob, bytes)
    await this.#tx.addPersonal([...kept.personal.values()])
    const erased = kept.forgotten.size > 0 ? await this.#tx.erasePersonal([...kept.forgotten]) : null
    await this.#tx.addParts(parts)

    const named = [...this.#lines].map(([id, { kind, born }]) => ({ kind: kind.name as string, id, code: codes.get(id) ?? '', born }))
    const plain = ({ born: _, ...it }: (typeof named)[number]) => it
    return {
      act: hash,
      at,
      made: named.filter(it => it.born).map(plain),
      changed: named.filter(it => !it.born).map(plain),
      merged: merged.flatMap(id => codes.get(id) ?? []),
      repeated: false,
      ...(erased !== null && { erased }),
    }
  }
}
