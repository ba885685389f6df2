import type { Axis, Rating } from '../../../model/picture/rating.ts'
import { scale } from '../../../model/picture/scale.ts'
import type { Snapshot, Thing } from '../../../model/snapshot.ts'
import { rangeOf } from '../ratings/said.ts'

/** Per how many a chance is recorded. */
const PER = 100_000

/** From the lowest to the highest: a chance in [0, 1] on a scale that is counted, else the place among the classes, from 0. */
export interface Span {
  readonly low: number
  readonly best?: number
  readonly high: number
}

/** The classes of a scale in their order, each with its stretch in the unit of `Span`. */
export interface Measure {
  readonly scale: Thing<'scale'>
  /** [T70] Whether the numbers are chances; else they say an order and nothing more. */
  readonly counted: boolean
  /** [T24] Whether a source says where the classes begin and end, in words at least. */
  readonly verified: boolean
  readonly classes: readonly { readonly of: Thing<'scale-class'>; readonly low: number; readonly high: number }[]
}

export function measureOf(snapshot: Snapshot, id: string | null): Measure | undefined {
  const it = id ? snapshot.get('scale', id) : undefined
  if (!it) return undefined
  const { counted, verified } = scale.follows(it.body, snapshot, it.id)
  const classes = snapshot
    .pointing('scale-class', 'scale', it.id)
    .toSorted((a, b) => a.body.order - b.body.order)
    .map((of, i) => ({ of, low: counted ? (of.body.atLeast ?? 0) / PER : i, high: counted ? (of.body.below ?? 0) / PER : i + 1 }))
  return { scale: it, counted, verified, classes }
}

/**
 * Where a rating lies on an axis: from the beginning of its lowest class to the end of its highest. The one place where a rating becomes
 * numbers: what gives more than classes, as impact per interest, joins here.
 */
export function spanOf(it: Rating, axis: Axis, measure: Measure, snapshot: Snapshot): Span | undefined {
  const range = rangeOf(it, axis, snapshot)
  const [low, high] = [range?.low, range?.high].map(end => measure.classes.find(({ of }) => of.id === end?.id))
  return low && high ? { low: low.low, high: high.high } : undefined
}

/**
 * A chance over `from` years as one over `to` years, at a constant rate: 1 - (1 - p)^(to/from).
 * @param chance in [0, 1].
 */
export const overYears = (chance: number, from: number, to: number): number => (from === to ? chance : 1 - (1 - chance) ** (to / from))

interface Placed {
  readonly x: Span
  readonly y: Span
}
/** [T71] One stands above another only where its lowest is at least the other's highest, on both axes; otherwise they are not ordered. */
export const above = (a: Placed, b: Placed): boolean => atLeast(a, b) && !atLeast(b, a)
const atLeast = (a: Placed, b: Placed): boolean => a.x.low >= b.x.high && a.y.low >= b.y.high

/** Of how many pairs there are, of how many it can be said which of the two stands higher. */
export function ordered(all: readonly Placed[]): { readonly pairs: number; readonly ordered: number } {
  const known = all.reduce((sum, a) => sum + all.filter(b => above(a, b)).length, 0)
  return { pairs: (all.length ** 2 - all.length) / 2, ordered: known }
}
