/** Statistics of trials: each value with its Monte Carlo standard error, and no more than what the trials can carry. */

/** A value estimated from trials, and its standard error. */
export interface Estimate {
  readonly value: number
  readonly mcse: number
}

export function share(count: number, trials: number): Estimate {
  const value = trials > 0 ? count / trials : 0
  return { value, mcse: trials > 0 ? Math.sqrt((value * (1 - value)) / trials) : 0 }
}

/** Mean and its standard error, by the differences from the first value: exact where all are equal. */
export function mean(values: Float64Array): Estimate {
  const n = values.length
  if (n === 0) return { value: 0, mcse: 0 }
  const about = values[0] as number
  let [sum, squares] = [0, 0]
  for (let i = 0; i < n; i++) {
    const d = (values[i] as number) - about
    sum += d
    squares += d * d
  }
  const variance = n > 1 ? Math.max(0, (squares - (sum * sum) / n) / (n - 1)) : 0
  return { value: about + sum / n, mcse: Math.sqrt(variance / n) }
}

/** So many trials at least have to lie in a tail that is spoken of. */
const enough = 100

/**
 * Mean of the worst share `1 - level` of the losses (conditional value at risk; Rockafellar and Uryasev 2000): `eta + E[(L - eta)+] / (1 - level)`
 * at the `level` quantile. Null where fewer than a hundred trials lost anything in that tail.
 */
export function tail(loss: Float64Array, level: number): Estimate | null {
  const sorted = loss.slice().sort()
  const n = sorted.length
  const cut = Math.ceil(level * n) - 1
  const eta = sorted[Math.max(0, cut)] ?? 0
  const above = Float64Array.from(loss, l => Math.max(0, l - eta) / (1 - level))
  const losing = n - sorted.findIndex(l => l > 0)
  if (n === 0 || (sorted[n - 1] as number) <= 0 || Math.min(losing, n - cut - 1) < enough) return null
  const { value, mcse } = mean(above)
  return { value: eta + value, mcse }
}

/** The value below which `part` of the sorted values lies, with straight lines between neighbours. */
export function quantile(sorted: Float64Array, part: number): number {
  const at = part * (sorted.length - 1)
  const low = Math.floor(at)
  const [a, b] = [sorted[low] as number, sorted[Math.min(low + 1, sorted.length - 1)] as number]
  return a + (b - a) * (at - low)
}
