import type { Day } from '../kernel/day.ts'
import type { Label } from '../kernel/label.ts'
import type { Refusal } from '../kernel/refusal.ts'
import { refused } from '../kernel/refusal.ts'
import type { Kinds } from '../model/kind.ts'
import type { AnyCommand, Envelope, Need, Needs } from './act.ts'
import type { Core } from './core.ts'
import { Cache } from './reading/cache.ts'
import { Look } from './reading/look.ts'
import { NameBook } from './reading/names.ts'
import { bring, fetched } from './reading/needs.ts'
import { Turns } from './seeking/turns.ts'
import { Unindexed } from './seeking/unindexed.ts'
import type { LedgerSnapshot } from './snapshot.ts'
import type { Store } from './store/contract.ts'
import { StoreFault, tooWide } from './store/fault.ts'
import { type Outcome, submit } from './submit.ts'

/** Where to look: on a day, as known at an instant (RFC 3339) or now. */
export interface At {
  readonly on: Day
  readonly known?: string | null
}

/** The one door out, and the way to the one door in. */
export interface Ledger {
  readonly store: Store
  readonly kinds: Kinds
  readonly commands: ReadonlyMap<string, AnyCommand>
  /** Texts that acts of this process brought and that are not indexed yet. */
  readonly unindexed: Unindexed
  snapshot(workspace: string, clearance: Label, at: At): Promise<LedgerSnapshot>
  /** What a view or page asked for, under the clearance of its snapshot. */
  bring(workspace: string, snapshot: LedgerSnapshot, needs: Needs): Promise<Record<string, unknown> | Refusal>
  submit(workspace: string, command: string, input: Readonly<Record<string, unknown>>, envelope: Envelope): Promise<Outcome | Refusal>
  /** Erases personal values; the chain stays whole. Returns how many were there. */
  erase(workspace: string, keys: readonly string[]): Promise<number>
  close(): Promise<void>
}

export interface Options {
  readonly kinds: Kinds
  readonly commands: ReadonlyMap<string, AnyCommand>
  readonly fetch?: (need: Need<unknown>, workspace: string) => Promise<unknown>
  /** Bytes that snapshots of one workspace may hold together. */
  readonly budget?: number
}

/** Searches at once, fewer than there are connections; and how many wait for their turn. */
const SEARCHES = [4, 40] as const

export async function openLedger(store: Store, options: Options): Promise<Ledger> {
  const caches = new Map<string, Cache>()
  const names = new Map<string, NameBook>()
  const once = <T>(held: Map<string, T>, key: string, make: () => T): T => {
    let it = held.get(key)
    if (!it) held.set(key, (it = make()))
    return it
  }
  const core: Core = {
    store,
    kinds: options.kinds,
    commands: options.commands,
    fetch: options.fetch ?? (() => Promise.reject(new Error('nothing fetches here'))),
    unindexed: new Unindexed(),
    cache: workspace => once(caches, workspace, () => new Cache(options.kinds, options.budget ?? 256 * 1024 * 1024)),
    names: workspace => once(names, workspace, () => new NameBook()),
  }
  const look = new Look(store)
  const searches = new Turns(...SEARCHES)
  /** What was worked out while a name was known goes with it. */
  const forget = (workspace: string) => {
    names.get(workspace)?.forget()
    caches.get(workspace)?.clear()
    look.heard(workspace)
  }
  const heads = new Map<string, number>()
  const deaf = await store.listen((workspace, seq) => {
    // A message for a commit that is known already tells of an erasure: names are read again.
    if ((heads.get(workspace) ?? 0) >= seq) forget(workspace)
    look.heard(workspace)
    heads.set(workspace, Math.max(seq, heads.get(workspace) ?? 0))
  })

  const learn = async (workspace: string) => {
    const book = core.names(workspace) as NameBook
    const seq = await look.head(workspace, 'internal')
    if (book.upTo < seq) await store.readInternal(workspace, reads => book.learn(reads))
    return seq
  }

  return {
    store,
    kinds: core.kinds,
    commands: core.commands,
    unindexed: core.unindexed,
    async snapshot(workspace, clearance, { on, known }) {
      const seen = clearance !== 'public' ? await learn(workspace) : known ? 0 : await look.head(workspace, clearance)
      const there = known ? undefined : core.cache(workspace).standing({ on, known: seen, clearance })
      // What is on its way comes over the connection of who asked first: where that was lost, this reader asks for itself.
      const found = await there?.catch(() => undefined)
      if (found) return found
      return store.read({ workspace, clearance }, async reads => {
        const head = (await reads.head()).seq
        const seq = known ? await reads.seqAt(known) : head
        return core.cache(workspace).get(reads, { on, known: seq, clearance, head: !known || seq === head }, core.names(workspace))
      })
    },
    async bring(workspace, snapshot, needs) {
      const got = await fetched(core, workspace, snapshot.clearance, needs)
      const run = async () =>
        snapshot.clearance === 'public'
          ? store.read({ workspace, clearance: 'public' }, reads => bring(core, reads, snapshot, needs, got))
          : store.readInternal(workspace, reads => bring(core, reads, snapshot, needs, got))
      try {
        return Object.values(needs).some(({ need }) => need === 'search') ? await searches.take(run) : await run()
      } catch (error) {
        // Too much to look through: that is no fault of the store, and whoever asked can ask otherwise.
        if (error instanceof StoreFault && error.refusal.code === tooWide.code) return error.refusal
        throw error
      }
    },
    async submit(workspace, command, input, envelope) {
      await learn(workspace)
      const outcome = await submit(core, workspace, command, input, envelope)
      look.heard(workspace)
      if (!refused(outcome) && outcome.erased) forget(workspace)
      if (!refused(outcome)) await learn(workspace)
      return outcome
    },
    async erase(workspace, keys) {
      const gone = await store.write(workspace, tx => tx.erasePersonal(keys))
      forget(workspace)
      return gone
    },
    async close() {
      await deaf()
      await store.close()
    },
  }
}
