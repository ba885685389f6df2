/** Numbers in [0, 1) that follow from a seed: a run that found something can be had again. Source: mulberry32, Tommy Ettinger, public domain. */
export function chance(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

/** A seed of the moment, or the one somebody asks for again with CRASH_SEED. */
export const seedOf = (): number => Number(process.env.CRASH_SEED ?? Date.now() % 1_000_000_000)
