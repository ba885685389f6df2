/** Pairing what was found with what was annotated: greedy by overlap, one to one. */

export type Segments = readonly (readonly [number, number])[]

export const lengthOf = (segments: Segments): number => segments.reduce((n, [a, b]) => n + b - a, 0)

export function overlap(x: Segments, y: Segments): number {
  let n = 0
  for (const [a, b] of x) for (const [c, d] of y) n += Math.max(0, Math.min(b, d) - Math.max(a, c))
  return n
}

interface Pair {
  readonly gold: number
  readonly found: number
}

/** `fits` gives how well two go together, 0 for not at all. */
export function pair(gold: number, found: number, fits: (g: number, f: number) => number): Pair[] {
  const options: { gold: number; found: number; n: number }[] = []
  for (let g = 0; g < gold; g++)
    for (let f = 0; f < found; f++) {
      const n = fits(g, f)
      if (n > 0) options.push({ gold: g, found: f, n })
    }
  options.sort((a, b) => b.n - a.n || a.gold - b.gold || a.found - b.found)
  const usedGold = new Set<number>()
  const usedFound = new Set<number>()
  const pairs: Pair[] = []
  for (const o of options) {
    if (usedGold.has(o.gold) || usedFound.has(o.found)) continue
    usedGold.add(o.gold)
    usedFound.add(o.found)
    pairs.push({ gold: o.gold, found: o.found })
  }
  return pairs
}
