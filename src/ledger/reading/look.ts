import type { Label } from '../../kernel/label.ts'
import type { Store } from '../store/contract.ts'

interface Turn {
  readonly running: Promise<number>
  next?: Promise<number>
}

/**
 * How long, in ms, a public answer may be given again. A commit made here, or heard of from another server, ends it at once; so this is the
 * most by which a public reader can be behind a server whose message is still on its way.
 */
const AGE = 100

/**
 * How far a workspace is, as a clearance sees it. Who asks while an answer is on its way gets the one after it, together with everybody else
 * who came meanwhile: each answer was begun after it was asked for, so nobody misses what was acknowledged before, and a busy server asks the
 * store once for many.
 */
export class Look {
  readonly #store: Pick<Store, 'read'>
  readonly #clock: () => number
  readonly #turns = new Map<string, Turn>()
  readonly #recent = new Map<string, { readonly seq: number; readonly began: number }>()
  #news = 0

  constructor(store: Pick<Store, 'read'>, clock: () => number = () => performance.now()) {
    this.#store = store
    this.#clock = clock
  }

  head(workspace: string, clearance: Label): Promise<number> {
    const recent = clearance === 'public' ? this.#recent.get(workspace) : undefined
    if (recent && this.#clock() - recent.began < AGE) return Promise.resolve(recent.seq)
    const key = `${clearance} ${workspace}`
    const turn = this.#turns.get(key)
    if (!turn) return this.#begin(key, workspace, clearance)
    const again = () => this.#begin(key, workspace, clearance)
    turn.next ??= turn.running.then(again, again)
    return turn.next
  }

  /** Something was written: what was seen before does not count any more. */
  heard(workspace: string): void {
    this.#news++
    this.#recent.delete(workspace)
  }

  #begin(key: string, workspace: string, clearance: Label): Promise<number> {
    const [began, news] = [this.#clock(), this.#news]
    const running = this.#store.read({ workspace, clearance }, async reads => (await reads.head()).seq)
    const turn: Turn = { running }
    this.#turns.set(key, turn)
    const over = () => {
      if (this.#turns.get(key) === turn && !turn.next) this.#turns.delete(key)
    }
    running.then(seq => {
      if (clearance === 'public' && news === this.#news) this.#recent.set(workspace, { seq, began })
      over()
    }, over)
    return running
  }
}
