import { type Compiled, type Values, valuesOf } from './compile.ts'
import { quantile } from './figures.ts'
import type { Network, Range } from './network.ts'
import { Sequence } from './random.ts'
import { simulate } from './simulate.ts'

/** What is uncertain is drawn `outer` times, each time with `inner` trials of chance. */
export interface Plan {
  readonly outer: number
  readonly inner: number
  readonly seed: number
  /** Number of the first trial. */
  readonly from?: number
}

/** From 5 to 95 of a hundred draws of what is uncertain; null where chance would blur it. `noise` is the share of chance in the variance. */
export interface Band {
  readonly p05: number
  readonly p95: number
}
export interface Banded {
  readonly band: Band | null
  readonly noise: number
}
export interface Nested {
  readonly scenarios: readonly Banded[]
  readonly loss: Banded
}

/** Above this share of chance in the variance between draws a band would show chance and not ignorance. */
const noisiest = 0.1

/** Draws `from` up to `to` of the plan: how often each scenario occurred in each, and the mean and variance of the loss. Parts are joined by `bands`. */
export interface Outer {
  readonly from: number
  readonly occurred: readonly Float64Array[]
  readonly mean: Float64Array
  readonly variance: Float64Array
}

/**
 * Probabilities and impacts are drawn within their ranges by Latin hypercube (McKay, Beckman and Conover 1979), evenly on a logarithmic scale
 * (evenly as they are where the lowest is 0). A delay is drawn anew in each trial: it is chance, not ignorance.
 */
export function outer(network: Network, compiled: Compiled, plan: Plan, from = 0, to = plan.outer): Outer {
  const draw = hypercube(network, plan)
  const occurred: Float64Array[] = []
  const [means, variances] = [new Float64Array(to - from), new Float64Array(to - from)]
  for (let k = from; k < to; k++) {
    const values: Values = valuesOf(network, compiled, draw(k))
    const run = simulate(compiled, values, { trials: plan.inner, seed: plan.seed, from: (plan.from ?? 0) + k * plan.inner })
    occurred.push(run.occurred)
    let [sum, squares] = [0, 0]
    for (const l of run.loss) {
      sum += l
      squares += l * l
    }
    means[k - from] = sum / plan.inner
    variances[k - from] = plan.inner > 1 ? Math.max(0, (squares - (sum * sum) / plan.inner) / (plan.inner - 1)) : 0
  }
  return { from, occurred, mean: means, variance: variances }
}

/** Joins draws made apart, in their order, into bands. */
export function bands(parts: readonly Outer[], { inner }: Plan): Nested {
  const ordered = [...parts].sort((a, b) => a.from - b.from)
  const occurred = ordered.flatMap(part => part.occurred)
  const means = Float64Array.from(ordered.flatMap(part => [...part.mean]))
  const variances = Float64Array.from(ordered.flatMap(part => [...part.variance]))
  return {
    scenarios: Array.from({ length: occurred[0]?.length ?? 0 }, (_, i) => {
      const shares = Float64Array.from(occurred, counts => (counts[i] as number) / inner)
      return banded(
        shares,
        shares.map(p => p * (1 - p)),
        inner,
      )
    }),
    loss: banded(means, variances, inner),
  }
}

/** The part of the variance between draws that chance within them explains is `mean(variance) / inner` (analysis of variance; Sun, Apley and Staum 2011). */
function banded(means: Float64Array, variances: Float64Array, inner: number): Banded {
  const average = (values: Float64Array) => values.reduce((a, b) => a + b, 0) / Math.max(1, values.length)
  const centre = average(means)
  const between = average(means.map(m => (m - centre) ** 2))
  const noise = between > 0 ? Math.min(1, average(variances) / inner / between) : 1
  if (noise > noisiest) return { band: null, noise }
  const sorted = means.slice().sort()
  return { band: { p05: quantile(sorted, 0.05), p95: quantile(sorted, 0.95) }, noise }
}

function hypercube({ scenarios, cascades }: Network, { outer: count, seed }: Plan) {
  const chance = new Sequence(seed)
  const within = (ranges: readonly Range[]) => ranges.map(range => ({ range, place: strata(range, count, chance) }))
  const [probability, impact, fires] = [
    within(scenarios.map(it => it.probability)),
    within(scenarios.map(it => it.impact)),
    within(cascades.map(it => it.probability)),
  ]
  const at = (k: number) => (of: readonly { readonly range: Range; readonly place: Float32Array | null }[]) =>
    Float64Array.from(of, ({ range, place }) => (place ? between(range, place[k] as number) : range.low))
  return (k: number) => ({ probability: at(k)(probability), impact: at(k)(impact), fires: at(k)(fires) })
}

/** One place in each of `count` equal strata of [0, 1), in an order by chance; null where there is nothing to draw. */
function strata({ low, high }: Range, count: number, chance: Sequence): Float32Array | null {
  if (low === high) return null
  const places = Float32Array.from({ length: count }, (_, k) => (k + chance.next()) / count)
  for (let k = count - 1; k > 0; k--) {
    const other = Math.floor(chance.next() * (k + 1))
    const kept = places[k] as number
    places[k] = places[other] as number
    places[other] = kept
  }
  return places
}

const between = ({ low, high }: Range, u: number): number =>
  low > 0 ? Math.min(high, low * Math.exp(u * Math.log(high / low))) : low + u * (high - low)
