/** How many documents are read at once: each has a process of its own. */
const AT_ONCE = 2

/**
 * Does `work` for all, two at a time, and hands every result over in the order asked: the first is there as soon as it is ready, and no
 * more than the few that ran ahead of a slow one are held.
 */
export async function inOrder<T, R>(
  all: readonly T[],
  work: (it: T) => Promise<R>,
  take: (it: T, result: R, n: number) => void,
): Promise<void> {
  const ready = new Map<number, R>()
  let next = 0
  let taken = 0
  const lane = async () => {
    for (let i = next++; i < all.length; i = next++) {
      ready.set(i, await work(all[i] as T))
      for (; ready.has(taken); taken++) {
        const result = ready.get(taken) as R
        ready.delete(taken)
        take(all[taken] as T, result, taken)
      }
    }
  }
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, all.length) }, lane))
}
