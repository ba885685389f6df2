import { type Axis, ends, type Rating } from '../../../model/picture/rating.ts'
import type { Snapshot } from '../../../model/snapshot.ts'
import { measureOf, overYears, spanOf } from '../diagram/span.ts'
import { rangeOf } from './said.ts'

/** What can be said of an axis between two classed ratings of the same thing. */
export type Shift = 'higher' | 'lower' | 'none-shown' | 'other-scale' | 'one-side'

/**
 * [T26] Moved only where the two ranges of classes do not meet; where they touch, nothing is claimed, and classes of another scale are not compared.
 * @returns nothing for an axis on which neither gives a class.
 */
function shiftOn(axis: Axis, older: Rating, newer: Rating, snapshot: Snapshot): Shift | undefined {
  const [was, is] = [rangeOf(older, axis, snapshot), rangeOf(newer, axis, snapshot)]
  if (!was && !is) return undefined
  if (!was || !is) return 'one-side'
  if (was.low.body.scale !== is.low.body.scale) return ofChances(axis, older, newer, snapshot)
  if (is.low.body.order > was.high.body.order) return 'higher'
  return is.high.body.order < was.low.body.order ? 'lower' : 'none-shown'
}

/**
 * [T77] Two scales are compared only where both are counted: as chances over the time of the newer. A chance over another time is that of a
 * constant rate, p' = 1 - (1 - p)^(t'/t), at both ends.
 */
function ofChances(axis: Axis, older: Rating, newer: Rating, snapshot: Snapshot): Shift {
  const [a, b] = [older, newer].map(it => measureOf(snapshot, rangeOf(it, axis, snapshot)?.low.body.scale ?? null))
  if (!a?.counted || !b?.counted) return 'other-scale'
  const [was, is] = [spanOf(older, axis, a, snapshot), spanOf(newer, axis, b, snapshot)]
  if (!was || !is) return 'other-scale'
  const [from, to] = [a, b].map(it => it.scale.body.years ?? 1) as [number, number]
  if (is.low >= overYears(was.high, from, to)) return 'higher'
  return is.high <= overYears(was.low, from, to) ? 'lower' : 'none-shown'
}

/** Each axis of which something can be said, between an older and a newer rating that both give classes. */
export const shiftsBetween = (
  older: Rating,
  newer: Rating,
  snapshot: Snapshot,
): readonly { readonly axis: Axis; readonly shift: Shift }[] =>
  (Object.keys(ends) as Axis[]).flatMap(axis => {
    const shift = shiftOn(axis, older, newer, snapshot)
    return shift ? [{ axis, shift }] : []
  })
