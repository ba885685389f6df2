/** Cascades reckoned out instead of simulated: for small networks in which every delay lies within the horizon. */
import type { Network } from '../../../src/rooms/picture/cascade/network.ts'

export interface Exact {
  /** By scenario: that it occurs. */
  readonly occurs: readonly number[]
  /** That exactly `k` occur. */
  readonly occurring: readonly number[]
  readonly loss: number
  readonly lossVariance: number
  /** Mean of the worst share `1 - level` of the losses. */
  tail(level: number): number
}

/**
 * The distribution of the set that occurs in the end, at the best values, cycles or not: `P(S) = g(S) · P(nothing outside S occurs | S)`, and
 * `g(S)`, that S comes about from within, is one less all the ways to stop at a smaller set. Takes 3^n steps.
 */
export function exact({ scenarios, cascades }: Network): Exact {
  const n = scenarios.length
  if (n > 14) throw new RangeError(`${n} scenarios are too many to reckon out`)
  const own = scenarios.map(it => 1 - it.probability.best)
  /** That `i` does not set off `j`, by all edges between the two. */
  const spared = Array.from({ length: n }, () => new Array<number>(n).fill(1))
  for (const { from, to, probability } of cascades)
    (spared[from] as number[])[to] = ((spared[from] as number[])[to] as number) * (1 - probability.best)

  const sets = 1 << n
  const stays = (set: number, j: number): number => {
    let p = own[j] as number
    for (let i = 0; i < n; i++) if (set & (1 << i)) p *= spared[i]?.[j] as number
    return p
  }
  const without = new Float64Array(sets * n)
  for (let set = 0; set < sets; set++) for (let j = 0; j < n; j++) without[set * n + j] = stays(set, j)
  const product = (set: number, outside: number): number => {
    let p = 1
    for (let j = 0; j < n; j++) if (outside & (1 << j)) p *= without[set * n + j] as number
    return p
  }
  const within = new Float64Array(sets)
  for (let set = 0; set < sets; set++) {
    let p = 1
    for (let less = (set - 1) & set; set > 0; less = (less - 1) & set) {
      p -= (within[less] as number) * product(less, set & ~less)
      if (less === 0) break
    }
    within[set] = p
  }
  const final = within.map((p, set) => p * product(set, sets - 1 - set))
  const losses = Float64Array.from(final, (_, set) => scenarios.reduce((sum, it, i) => sum + (set & (1 << i) ? it.impact.best : 0), 0))
  const sum = (of: (set: number) => number) => final.reduce((total, p, set) => total + p * of(set), 0)
  const loss = sum(set => losses[set] as number)
  return {
    occurs: scenarios.map((_, i) => sum(set => (set >> i) & 1)),
    occurring: Array.from({ length: n + 1 }, (_, k) => sum(set => (bits(set) === k ? 1 : 0))),
    loss,
    lossVariance: sum(set => ((losses[set] as number) - loss) ** 2),
    tail(level) {
      const worst = Array.from(final, (p, set) => [losses[set] as number, p] as const).sort(([a], [b]) => b - a)
      let [left, total] = [1 - level, 0]
      for (const [l, p] of worst) {
        const taken = Math.min(left, p)
        total += taken * l
        left -= taken
      }
      return total / (1 - level)
    },
  }
}

const bits = (set: number): number => {
  let count = 0
  for (let rest = set; rest > 0; rest &= rest - 1) count++
  return count
}
