/** From the lowest to the highest, in the unit of its axis; `best` only where somebody gave one. */
export interface Span {
  readonly low: number
  readonly best?: number
  readonly high: number
}

/** A class: its stretch of the axis, [from, to). */
export interface Step {
  readonly letter: string
  readonly name: string
  /** The language of the name, where it is not that of the plot. */
  readonly lang?: string
  readonly from: number
  readonly to: number
}

export interface Axis {
  readonly title: string
  /** log: numbers, the same distance for the same factor. classes: one step as wide as the next, and no number meant. */
  readonly kind: 'log' | 'classes'
  readonly steps: readonly Step[]
  /** At borders: a number with its words, as 0.05 and "1 in 20". Only on an axis of numbers. */
  readonly ticks: readonly { readonly at: number; readonly words: string }[]
}

/** Classes of equal width, where nothing is known but their order: the n-th, counted from 0, lies from n to n + 1. */
export const classAxis = (title: string, steps: readonly Pick<Step, 'letter' | 'name' | 'lang'>[]): Axis => ({
  title,
  kind: 'classes',
  steps: steps.map((step, i) => ({ ...step, from: i, to: i + 1 })),
  ticks: [],
})

/** A logarithm has no zero: a lowest class that begins there is drawn as wide as the one above it. */
export function floorOf({ steps }: Axis): number {
  const [first, second] = steps
  if (!first || first.from > 0) return first?.from ?? 0
  return first.to / (second && second.from > 0 ? second.to / second.from : 10)
}

/**
 * Where values lie between two edges of a drawing. What lies outside the axis is laid on its end.
 * @param from the pixel of the lowest value, `to` that of the highest; from > to for an axis that goes up.
 */
export function placing(axis: Axis, from: number, to: number): (value: number) => number {
  const log = axis.kind === 'log'
  const [low, high] = [log ? floorOf(axis) : (axis.steps[0]?.from ?? 0), axis.steps.at(-1)?.to ?? 1]
  const of = (value: number) => (log ? Math.log10(Math.max(value, low)) : value)
  const [start, end] = [of(low), of(high)]
  return value => {
    const share = end === start ? 0.5 : (of(Math.min(high, value)) - start) / (end - start)
    return from + Math.min(1, Math.max(0, share)) * (to - from)
  }
}

/** The middle of a span as it is drawn: on an axis of numbers that of the factor. */
export const middleOf = (axis: Axis, span: Span): number => placing(axis, 0, 1)(span.low) / 2 + placing(axis, 0, 1)(span.high) / 2
