import type { Network, Range } from './network.ts'
import { threshold, whole } from './random.ts'

/** Time in whole ticks; the horizon has so many. Five years are 2^30 ticks of 0.15 seconds. */
export const horizon = 2 ** 30

/** A probability of 1 has no finite rate; this near to it is taken for it. */
const nearlyOne = 1 - 1e-9

/** Rate of a Poisson process over the horizon that makes "at least once" as likely as `p`. */
export const rate = (p: number): number => -Math.log1p(-Math.min(p, nearlyOne))

/** What does not change between runs of one network: who reaches whom, and when what begins by itself at the highest rates. */
export interface Compiled {
  readonly scenarios: number
  readonly edges: number
  /** Edges out of scenario `i` are `first[i]` up to `first[i + 1]`, in the order of the file. */
  readonly first: Int32Array
  readonly to: Int32Array
  readonly from: Int32Array
  /** Which edge of the file. */
  readonly edge: Int32Array
  /** Highest rate of each scenario: beginnings are drawn at it, and kept by the rate that is meant (thinning, Lewis and Shedler 1979). */
  readonly envelope: Float64Array
  readonly spontaneous: Spontaneous
  /** Edges that make worse, by the scenario that is made worse. */
  readonly worseFirst: Int32Array
  readonly worse: Int32Array
}

/** How many begin by themselves (Poisson), and which (Walker's alias method). */
export interface Spontaneous {
  /** `P(N <= n)` in 31 bits; `guide` says where to begin looking, by the first ten of them. */
  readonly cumulative: Int32Array
  readonly guide: Int32Array
  readonly stays: Float64Array
  readonly alias: Int32Array
}

/** The numbers of one run. */
export interface Values {
  /** Of a beginning drawn at the highest rate: kept where its number is at or below this. */
  readonly kept: Int32Array
  readonly fires: Int32Array
  readonly delay: Float64Array
  /** Breadth of the delay over 31 bits. */
  readonly spread: Float64Array
  readonly lasts: Int32Array
  readonly impact: Float64Array
  readonly worsens: Float64Array
}

export type Which = keyof Range

/** @param at whose rates are the highest that any run of this will ask for; `best` where no ranges are run. */
export function compile({ scenarios, cascades }: Network, at: Which = 'high'): Compiled {
  const [n, m] = [scenarios.length, cascades.length]
  const order = cascades.map((_, e) => e).sort((a, b) => (cascades[a]?.from ?? 0) - (cascades[b]?.from ?? 0) || a - b)
  const edge = Int32Array.from(order)
  const from = Int32Array.from(order, e => cascades[e]?.from ?? 0)
  const to = Int32Array.from(order, e => cascades[e]?.to ?? 0)
  const envelope = Float64Array.from(scenarios, ({ probability }) => rate(probability[at]))
  const worsening = order
    .flatMap((e, i) => ((cascades[e]?.worsens ?? 1) > 1 ? [i] : []))
    .sort((a, b) => (to[a] as number) - (to[b] as number))
  return {
    scenarios: n,
    edges: m,
    first: starts(from, n),
    to,
    from,
    edge,
    envelope,
    spontaneous: spontaneousAt(envelope),
    worseFirst: starts(
      Int32Array.from(worsening, i => to[i] as number),
      n,
    ),
    worse: Int32Array.from(worsening),
  }
}

/** Of ascending numbers below `n`: where each begins. */
function starts(ascending: Int32Array, n: number): Int32Array {
  const first = new Int32Array(n + 1)
  for (const i of ascending) first[i + 1] = (first[i + 1] as number) + 1
  for (let i = 0; i < n; i++) first[i + 1] = (first[i + 1] as number) + (first[i] as number)
  return first
}

function spontaneousAt(rates: Float64Array): Spontaneous {
  const total = rates.reduce((a, b) => a + b, 0)
  const cumulative = poisson(total)
  return { cumulative, guide: guideTo(cumulative), ...aliasOf(rates, total) }
}

/** Beyond this share nothing more is drawn: less than one trial in 2^31. */
function poisson(mean: number): Int32Array {
  const cumulative: number[] = []
  // Logarithms, since e^-mean is nothing for a large mean.
  let [log, sum] = [-mean, 0]
  for (let n = 0; n < mean + 12 * Math.sqrt(mean) + 24; n++) {
    sum += Math.exp(log)
    cumulative.push(Math.min(whole - 1, Math.round(sum * whole) - 1))
    log += Math.log(mean) - Math.log(n + 1)
  }
  cumulative[cumulative.length - 1] = whole - 1
  return Int32Array.from(cumulative)
}

/** For each beginning of a number, the first place that a number with that beginning can have (Chen and Asau 1974). */
function guideTo(cumulative: Int32Array): Int32Array {
  const guide = new Int32Array(1 << 10)
  for (let begin = 0, n = 0; begin < guide.length; begin++) {
    while ((cumulative[n] as number) < begin * 2 ** 21) n++
    guide[begin] = n
  }
  return guide
}

/** A.J. Walker 1977, in the form of M.D. Vose 1991: one number finds one of many of unequal weight. */
function aliasOf(weights: Float64Array, total: number): { readonly stays: Float64Array; readonly alias: Int32Array } {
  const n = weights.length
  const [stays, alias] = [new Float64Array(n).fill(1), new Int32Array(n)]
  if (total === 0) return { stays, alias }
  const scaled = Float64Array.from(weights, w => (w * n) / total)
  const [small, large]: [number[], number[]] = [[], []]
  scaled.forEach((w, i) => {
    alias[i] = i
    ;(w < 1 ? small : large).push(i)
  })
  while (small.length > 0 && large.length > 0) {
    const [less, more] = [small.pop() as number, large.at(-1) as number]
    stays[less] = scaled[less] as number
    alias[less] = more
    scaled[more] = (scaled[more] as number) + (scaled[less] as number) - 1
    if ((scaled[more] as number) < 1) small.push(large.pop() as number)
  }
  return { stays, alias }
}

/** The numbers of a network at one end of its ranges, or at its best values. */
export function valuesAt(network: Network, compiled: Compiled, which: Which): Values {
  return valuesOf(network, compiled, {
    probability: network.scenarios.map(it => it.probability[which]),
    fires: network.cascades.map(it => it.probability[which]),
    impact: network.scenarios.map(it => it.impact[which]),
  })
}

/** Probabilities and impacts, by the places of the file. */
export interface Drawn {
  readonly probability: ArrayLike<number>
  readonly fires: ArrayLike<number>
  readonly impact: ArrayLike<number>
}

/** Ticks of a number of days under a horizon of years; a year has 365.25 days. */
const ticks = (days: number, years: number): number => (days / (years * 365.25)) * horizon

export function valuesOf({ horizonYears, scenarios, cascades }: Network, compiled: Compiled, drawn: Drawn): Values {
  const { envelope, edge } = compiled
  const lows = scenarios.map((_, i) => rate(drawn.probability[i] ?? 0))
  return {
    kept: Int32Array.from(lows, (own, i) => threshold((envelope[i] as number) > 0 ? own / (envelope[i] as number) : 0)),
    fires: Int32Array.from(edge, e => threshold(drawn.fires[e] ?? 0)),
    delay: Float64Array.from(edge, e => ticks(cascades[e]?.delayDays.low ?? 0, horizonYears)),
    spread: Float64Array.from(
      edge,
      e => ticks((cascades[e]?.delayDays.high ?? 0) - (cascades[e]?.delayDays.low ?? 0), horizonYears) / whole,
    ),
    lasts: Int32Array.from(scenarios, ({ durationDays }) => Math.min(horizon, Math.max(1, Math.round(ticks(durationDays, horizonYears))))),
    impact: Float64Array.from(scenarios, (_, i) => drawn.impact[i] ?? 0),
    worsens: Float64Array.from(edge, e => cascades[e]?.worsens ?? 1),
  }
}
