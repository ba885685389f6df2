import type { Day } from '../kernel/day.ts'
import { type Label, labels, rank, sees } from '../kernel/label.ts'
import type { AnyKind, Kinds } from '../model/kind.ts'
import type { Kind, Snapshot, Thing, Vocabulary } from '../model/snapshot.ts'
import { type Held, held, merge } from './parts.ts'
import type { Part } from './store/contract.ts'

/** A record in memory: the holding part of each label, and what they make together. */
interface Entry {
  readonly kind: AnyKind
  readonly id: string
  readonly code: string
  readonly parts: readonly (Held | undefined)[]
  readonly thing: Thing | undefined
}
type Index = ReadonlyMap<string, readonly Thing[]>

/** Folded into a new base when so many records differ from the old one: bringing forward stays cheap, looking up too. */
const FOLD = 256

class Base {
  readonly entries: ReadonlyMap<string, Entry>
  readonly codes: ReadonlyMap<string, string>
  readonly #all = new Map<string, readonly Thing[]>()
  readonly #pointing = new Map<string, Index>()

  constructor(entries: ReadonlyMap<string, Entry>) {
    this.entries = entries
    this.codes = new Map([...entries.values()].map(entry => [entry.code.toLowerCase(), entry.id]))
  }
  all(kind: string): readonly Thing[] {
    let list = this.#all.get(kind)
    if (!list) {
      for (const name of new Set([...this.entries.values()].map(entry => entry.kind.name as string))) this.#all.set(name, [])
      for (const { thing } of this.entries.values()) if (thing) (this.#all.get(thing.kind) as Thing[]).push(thing)
      list = this.#all.get(kind) ?? []
      this.#all.set(kind, list)
    }
    return list
  }
  pointing(kind: string, field: string): Index {
    const key = `${kind} ${field}`
    let index = this.#pointing.get(key)
    if (!index) {
      const made = new Map<string, Thing[]>()
      for (const thing of this.all(kind)) for (const to of targets(thing, field)) made.set(to, [...(made.get(to) ?? []), thing])
      index = made
      this.#pointing.set(key, index)
    }
    return index
  }
}

function targets(thing: Thing, field: string): readonly string[] {
  const value = (thing.body as Readonly<Record<string, unknown>>)[field]
  return typeof value === 'string' ? [value] : Array.isArray(value) ? value : []
}

export interface Names {
  get(key: string): string | undefined
}

/** The ledger's own snapshot: immutable, made anew for every commit from what it was and what came. */
export class LedgerSnapshot implements Snapshot {
  readonly on: Day
  readonly known: number
  readonly clearance: Label
  /** Roughly the bytes it holds, for the budget of the cache. */
  readonly bytes: number
  readonly #kinds: Kinds
  readonly #base: Base
  readonly #over: ReadonlyMap<string, Entry>
  readonly #names: Names
  readonly #all = new Map<string, readonly Thing[]>()
  #codes: ReadonlyMap<string, string> | undefined

  private constructor(
    at: { on: Day; known: number; clearance: Label; bytes: number },
    kinds: Kinds,
    base: Base,
    over: ReadonlyMap<string, Entry>,
    names: Names,
  ) {
    this.on = at.on
    this.known = at.known
    this.clearance = at.clearance
    this.bytes = at.bytes
    this.#kinds = kinds
    this.#base = base
    this.#over = over
    this.#names = names
  }

  /** From the holding parts of every record, as `Reads.holding` gives them. */
  static of(
    kinds: Kinds,
    at: { on: Day; known: number; clearance: Label },
    parts: readonly Part[],
    codes: ReadonlyMap<string, string>,
    names: Names,
  ): LedgerSnapshot {
    const empty = new LedgerSnapshot({ ...at, bytes: 0 }, kinds, new Base(new Map()), new Map(), names)
    const entries = new Map<string, Entry>()
    const bytes = empty.#lay(entries, id => entries.get(id), parts, codes)
    return new LedgerSnapshot({ ...at, bytes }, kinds, new Base(entries), new Map(), names)
  }

  /** With the parts that commits up to `known` wrote; those that do not hold on this day are passed over. */
  forward(known: number, parts: readonly Part[], codes: ReadonlyMap<string, string>): LedgerSnapshot {
    const changes = new Map<string, Entry>()
    const bytes = this.#lay(changes, id => changes.get(id) ?? this.#entry(id), parts, codes)
    const at = { on: this.on, known, clearance: this.clearance, bytes: this.bytes + bytes }
    if (changes.size === 0) return new LedgerSnapshot(at, this.#kinds, this.#base, this.#over, this.#names)
    const over = new Map([...this.#over, ...changes])
    if (over.size <= FOLD) return new LedgerSnapshot(at, this.#kinds, this.#base, over, this.#names)
    return new LedgerSnapshot(at, this.#kinds, new Base(new Map([...this.#base.entries, ...over])), new Map(), this.#names)
  }

  /** The one rule of two times, part by part: a later `since` wins, among equals the later commit. */
  #lay(
    into: Map<string, Entry>,
    was: (id: string) => Entry | undefined,
    parts: readonly Part[],
    codes: ReadonlyMap<string, string>,
  ): number {
    let bytes = 0
    const touched = new Map<string, (Held | undefined)[]>()
    for (const part of parts) {
      const kind = this.#kinds.get(part.kind)
      if (!kind || part.since > this.on || !sees(this.clearance, part.label)) continue
      let held_ = touched.get(part.id)
      if (!held_) touched.set(part.id, (held_ = [...(was(part.id)?.parts ?? labels.map(() => undefined))]))
      const old = held_[rank(part.label)]
      if (old && (part.since < old.since || (part.since === old.since && part.seq < old.seq))) continue
      held_[rank(part.label)] = held(kind, part)
      bytes += part.body.length * 2 + 400
      if (!into.has(part.id))
        into.set(part.id, { kind, id: part.id, code: was(part.id)?.code ?? codes.get(part.id) ?? '', parts: [], thing: undefined })
    }
    for (const [id, held_] of touched) {
      const entry = into.get(id)
      if (entry) into.set(id, { ...entry, parts: held_, thing: thingOf(entry, held_) })
    }
    return bytes
  }

  #entry(id: string): Entry | undefined {
    return this.#over.get(id) ?? this.#base.entries.get(id)
  }
  get<K extends Kind>(kind: K, id: string): Thing<K> | undefined {
    const thing = this.#entry(id)?.thing
    return thing?.kind === kind ? (thing as unknown as Thing<K>) : undefined
  }
  find(id: string): Thing | undefined {
    return this.#entry(id)?.thing
  }
  coded(code: string): Thing | undefined {
    this.#codes ??= new Map([...this.#over.values()].map(entry => [entry.code.toLowerCase(), entry.id]))
    const id = this.#codes.get(code.toLowerCase()) ?? this.#base.codes.get(code.toLowerCase())
    return id ? this.find(id) : undefined
  }
  all<K extends Kind>(kind: K): readonly Thing<K>[] {
    let list = this.#all.get(kind)
    if (!list) {
      const own = [...this.#over.values()].filter(entry => entry.kind.name === kind)
      list =
        own.length === 0
          ? this.#base.all(kind)
          : [
              ...this.#base.all(kind).filter(thing => !this.#over.has(thing.id)),
              ...own.map(entry => entry.thing).filter(thing => thing !== undefined),
            ]
      this.#all.set(kind, list)
    }
    return list as unknown as readonly Thing<K>[]
  }
  pointing<K extends Kind>(kind: K, field: keyof Vocabulary[K] & string, to: string): readonly Thing<K>[] {
    const base = this.#base.pointing(kind, field).get(to) ?? []
    if (this.#over.size === 0) return base as unknown as readonly Thing<K>[]
    const out = base.filter(thing => !this.#over.has(thing.id))
    for (const { thing } of this.#over.values()) if (thing?.kind === kind && targets(thing, field).includes(to)) out.push(thing)
    return out as unknown as readonly Thing<K>[]
  }
  person(key: string): string | undefined {
    return this.clearance === 'public' ? undefined : this.#names.get(key)
  }
}

function thingOf(entry: Entry, parts: readonly (Held | undefined)[]): Thing | undefined {
  const version = merge(entry.kind, parts)
  if (!version?.body) return undefined
  const { since, seq, body, evidence } = version
  const { held: where, name } = entry.kind
  if ((typeof where === 'function' ? where(body) : where) === 'shelf') return undefined
  return Object.freeze({ kind: name, id: entry.id, code: entry.code, since, seq, body: Object.freeze(body), evidence }) as unknown as Thing
}
