import type { Day } from '../../kernel/day.ts'
import type { Label } from '../../kernel/label.ts'
import type { Kinds } from '../../model/kind.ts'
import { LedgerSnapshot, type Names } from '../snapshot.ts'
import type { Reads } from '../store/contract.ts'

/** How many snapshots may be loading at once: each may be tens of megabytes of text. */
const LOADS = 2

interface Slot {
  snapshot: Promise<LedgerSnapshot>
  /** The commit it is brought to once the promise holds. */
  readonly known: number
  bytes: number
  used: number
}

/**
 * Snapshots of one workspace, least used out first when they hold more than `budget` bytes.
 * Those at the head (`known` is the last commit) are brought forward by changes; the others stay as they are.
 */
export class Cache {
  readonly #slots = new Map<string, Slot>()
  readonly #kinds: Kinds
  readonly #budget: number
  #clock = 0
  #loading = 0
  readonly #waiting: (() => void)[] = []

  constructor(kinds: Kinds, budget: number) {
    this.#kinds = kinds
    this.#budget = budget
  }

  /** As of a day, as known at a commit; `head` when that commit is the last one. */
  get(reads: Reads, at: { on: Day; known: number; clearance: Label; head: boolean }, names: Names): Promise<LedgerSnapshot> {
    const key = `${at.clearance} ${at.on} ${at.head ? 'head' : at.known}`
    const slot = this.#slots.get(key)
    const next = slot
      ? slot.snapshot.then(
          old => (old.known >= at.known ? old : this.#forward(reads, old, at.known)),
          () => this.#load(reads, at, names),
        )
      : this.#load(reads, at, names)
    const kept: Slot = { snapshot: next, known: Math.max(at.known, slot?.known ?? 0), bytes: slot?.bytes ?? 0, used: ++this.#clock }
    this.#slots.set(key, kept)
    next.then(
      snapshot => {
        kept.bytes = snapshot.bytes
        this.#trim(key)
      },
      () => this.#slots.get(key) === kept && this.#slots.delete(key),
    )
    return next
  }

  /** The snapshot at a head, where it is here already: then the store need not be asked. */
  standing(at: { on: Day; known: number; clearance: Label }): Promise<LedgerSnapshot> | undefined {
    const slot = this.#slots.get(`${at.clearance} ${at.on} head`)
    if (!slot || slot.known < at.known) return undefined
    slot.used = ++this.#clock
    return slot.snapshot
  }

  /** After an erasure, and when another server may have written what this one never saw. */
  clear(): void {
    this.#slots.clear()
  }

  async #forward(reads: Reads, old: LedgerSnapshot, known: number): Promise<LedgerSnapshot> {
    const parts = (await reads.after(old.known)).filter(part => part.seq <= known)
    const fresh = [...new Set(parts.map(part => part.id))].filter(id => !old.find(id))
    const codes = fresh.length > 0 ? new Map((await reads.records(fresh)).map(row => [row.id, row.code])) : new Map<string, string>()
    return old.forward(known, parts, codes)
  }

  async #load(reads: Reads, at: { on: Day; known: number; clearance: Label }, names: Names): Promise<LedgerSnapshot> {
    if (this.#loading >= LOADS) await new Promise<void>(go => this.#waiting.push(go))
    this.#loading++
    try {
      const parts = await reads.holding(at.on, at.known)
      const codes = new Map((await reads.records()).map(row => [row.id, row.code]))
      return LedgerSnapshot.of(this.#kinds, at, parts, codes, names)
    } finally {
      this.#loading--
      this.#waiting.shift()?.()
    }
  }

  #trim(keep: string): void {
    let held = [...this.#slots.values()].reduce((sum, slot) => sum + slot.bytes, 0)
    for (const [key, slot] of [...this.#slots].sort(([, a], [, b]) => a.used - b.used)) {
      if (held <= this.#budget) return
      if (key === keep) continue
      this.#slots.delete(key)
      held -= slot.bytes
    }
  }
}
