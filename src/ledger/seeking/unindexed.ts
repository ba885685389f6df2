import type { Store, TextKey } from '../store/contract.ts'
import { keepFindable } from './findable.ts'

/**
 * Texts that acts of this process brought and that nobody took to index yet. It is only the quick way: what is lost of it with the process
 * is found at the next start, since what is not indexed follows from the texts themselves.
 */
export class Unindexed {
  readonly #waiting = new Map<string, TextKey[]>()
  #told: () => void = () => undefined

  add(workspace: string, texts: readonly TextKey[]): void {
    if (texts.length === 0) return
    this.#waiting.set(workspace, [...(this.#waiting.get(workspace) ?? []), ...texts])
    this.#told()
  }
  /** What waits, by workspace; who takes it sees that it is indexed. */
  take(): readonly (readonly [string, readonly TextKey[]])[] {
    const all = [...this.#waiting]
    this.#waiting.clear()
    return all
  }
  /** Told whenever something waits, and at once if something does already. */
  listen(told: () => void): void {
    this.#told = told
    if (this.#waiting.size > 0) told()
  }
}

/** Indexes here and now what waits: for a process that ends, and where nothing else does it. @returns how many texts. */
export async function indexWaiting({ store, unindexed }: { readonly store: Store; readonly unindexed: Unindexed }): Promise<number> {
  let made = 0
  for (const [workspace, texts] of unindexed.take()) made += await keepFindable(store, workspace, texts)
  return made
}
