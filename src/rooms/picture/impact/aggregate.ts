/**
 * Impact on many criteria as one number: a weighted sum of class values (the Weighted Sum method of the Dutch national risk assessment:
 * Working with scenarios, risk assessment and capabilities, 2009, chapter 5.4). Values and weights are handed in: a strategy brings them,
 * with their source.
 */
import { quantile } from '../cascade/figures.ts'
import { Sequence } from '../cascade/random.ts'

/** A class of a scale of impact as a stretch of values, in shares of the value of the highest class. */
export interface Step {
  readonly low: number
  readonly value: number
  readonly high: number
}

/**
 * Classes as stretches that meet at geometric middles; the lowest and the highest are as wide as their neighbour on that side. A class
 * without value ("not applicable") is the point 0.
 * @param values what the classes count for, lowest first, growing; any unit.
 */
export function stepsOf(values: readonly number[]): Step[] {
  const top = values.at(-1) ?? 0
  const share = values.map(value => (top > 0 ? value / top : 0))
  return share.map((value, i) => {
    if (value === 0) return { low: 0, value, high: 0 }
    const [below, above] = [share[i - 1] ?? 0, share[i + 1] ?? 0]
    // Alone on its scale, a class says nothing of how wide it is.
    const factor = {
      down: below > 0 ? value / below : above > 0 ? above / value : 1,
      up: above > 0 ? above / value : below > 0 ? value / below : 1,
    }
    return { low: value / Math.sqrt(factor.down), value, high: value * Math.sqrt(factor.up) }
  })
}

/** What a rating says on one criterion: the lowest and the highest class, as places among the steps of its scale. */
export interface Score {
  /** How much the criterion counts beside the others, at least 0. */
  readonly weight: number
  readonly steps: readonly Step[]
  readonly from: number
  readonly to: number
}

export interface Impact {
  /** Holds whatever the values within the classes are, and however the criteria hang together. */
  readonly hull: readonly [low: number, high: number]
  /** Every criterion at the middle of its range. */
  readonly best: number
  /** 5 to 95 of a hundred draws, under the assumption that makes it the wider of two. */
  readonly band: { readonly p05: number; readonly p95: number; readonly assuming: 'independent' | 'comonotone' }
}

const draws = 10_000

/**
 * Impact as a share of the highest there is, from scores on criteria.
 *
 * Hull: all criteria at the lowest, and all at the highest end; exact, since the sum grows with each. Band: a class drawn evenly from each
 * range and a value log-uniform within it, once with every criterion drawn by itself and once with one draw for all; how criteria hang
 * together is not known, so the wider of the two is told.
 * @throws Error when no criterion counts or a range is upside down: the words refuse that before.
 */
export function aggregateImpact(scores: readonly Score[], seed = 1): Impact {
  const total = scores.reduce((sum, it) => sum + it.weight, 0)
  if (!(total > 0)) throw new Error('no criterion counts')
  const parts = scores.map(it => ({ share: it.weight / total, steps: it.steps.slice(it.from, it.to + 1) }))
  if (parts.some(({ steps }) => steps.length === 0)) throw new Error('a range of classes is upside down or outside its scale')
  const sum = (of: (steps: readonly Step[]) => number) => parts.reduce((all, { share, steps }) => all + share * of(steps), 0)
  const hull = [sum(steps => (steps[0] as Step).low), sum(steps => (steps.at(-1) as Step).high)] as const
  const bands = (['independent', 'comonotone'] as const).map(assuming => {
    const random = new Sequence(seed)
    const drawn = Float64Array.from({ length: draws }, () => {
      const one = random.next()
      return sum(steps => valueAt(steps, assuming === 'comonotone' ? one : random.next()))
    }).sort()
    return { p05: quantile(drawn, 0.05), p95: quantile(drawn, 0.95), assuming }
  })
  const [apart, together] = bands as [Impact['band'], Impact['band']]
  return { hull, best: sum(middleOf), band: together.p95 - together.p05 > apart.p95 - apart.p05 ? together : apart }
}

/** The value at a share of the range: classes are equally likely, within a class the logarithm is even. Grows with `u`. */
function valueAt(steps: readonly Step[], u: number): number {
  const at = Math.min(steps.length - 1, Math.floor(u * steps.length))
  const { low, high } = steps[at] as Step
  return low > 0 ? low * (high / low) ** (u * steps.length - at) : 0
}

/** The value of a single class; of a range the geometric middle of its ends, or half the highest where it begins at 0. */
function middleOf(steps: readonly Step[]): number {
  const [low, high] = [(steps[0] as Step).value, (steps.at(-1) as Step).value]
  return low > 0 ? Math.sqrt(low * high) : high / 2
}
