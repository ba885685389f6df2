/** Networks by chance, the same for the same seed. */
import type { Cascade, Network, Range } from '../../../src/rooms/picture/cascade/network.ts'
import { Sequence } from '../../../src/rooms/picture/cascade/random.ts'

export interface Shape {
  readonly scenarios: number
  readonly cascades: number
  readonly seed: number
  /** Edges only from an earlier scenario to a later one. */
  readonly acyclic?: boolean
  /** Longest delay; none when not said. */
  readonly days?: number
  /** So many begin by themselves in five years on average. */
  readonly beginnings?: number
}

export function networkBy({ scenarios: n, cascades: m, seed, acyclic = false, days = 0, beginnings = n / 10 }: Shape): Network {
  const chance = new Sequence(seed)
  const around = (best: number, factor: number): Range => ({ low: best / factor, best, high: Math.min(0.95, best * factor) })
  const cascades: Cascade[] = []
  while (cascades.length < m) {
    const [a, b] = [Math.floor(chance.next() * n), Math.floor(chance.next() * n)]
    if (a === b) continue
    const [from, to] = acyclic ? [Math.min(a, b), Math.max(a, b)] : [a, b]
    cascades.push({
      from,
      to,
      probability: around(0.05 + 0.4 * chance.next(), 1.5),
      delayDays: { low: 0, high: days * chance.next() },
      worsens: 1,
    })
  }
  return {
    horizonYears: 5,
    scenarios: Array.from({ length: n }, (_, i) => ({
      code: `S-${String(i + 1).padStart(3, '0')}`,
      name: null,
      theme: null,
      probability: around((beginnings / n) * (0.4 + 1.2 * chance.next()), 1.7),
      impact: around(0.01 + 0.5 * chance.next(), 1.8),
      durationDays: 10 + 200 * chance.next(),
    })),
    cascades,
  }
}
