import type { Axis, changes } from '../../../model/picture/rating.ts'
import { scale } from '../../../model/picture/scale.ts'
import type { Snapshot } from '../../../model/snapshot.ts'
import { type Entry, entriesIn } from '../diagram/standing.ts'
import { isClassed } from '../ratings/held.ts'
import { type Shift, shiftsBetween } from '../ratings/shift.ts'
import type { Pair } from './pairs.ts'

type Change = keyof typeof changes
/** What became of one thing between two editions. */
export type Status = 'moved' | 'stated' | 'new' | 'gone' | 'not-comparable' | 'none-shown' | 'unmentioned'

export interface Shifted {
  readonly status: Status
  /** What the newer edition rates; the older, where only that has it. */
  readonly of: Entry
  readonly older: readonly Entry[]
  readonly newer: Entry | undefined
  readonly axes: readonly { readonly axis: Axis; readonly shift: Shift }[]
  readonly change: Change | null
  /** [T78] Merged from several, or split off from one: the older and the newer are not the same thing. */
  readonly mapped: 'renamed' | 'merged' | 'split' | undefined
}
/** Why a difference between two editions may not be one in the threat. */
export type Warning = 'likelihood' | 'impact' | 'years' | 'method'

export interface Comparison extends Pair {
  readonly warnings: readonly Warning[]
  /** What moved first. */
  readonly rows: readonly Shifted[]
}

/**
 * [T76] What became of everything that one of two editions rates. A thing is known by its scenario or theme and the part that is meant; a
 * scenario that continues earlier ones is held against those. No probability is worked out: that needs distributions, which ratings by
 * class do not give.
 */
export function compared(snapshot: Snapshot, pair: Pair): Comparison {
  const [before, now] = [entriesIn(snapshot, pair.older), entriesIn(snapshot, pair.newer)]
  const [old, fresh] = [before.filter(isClassed), now.filter(isClassed)]
  const stated = now.filter(it => !isClassed(it) && heldAgainst(it) === pair.older.id)
  const used = new Set<Entry>()
  const rows = fresh.map(newer => {
    const [older, mapped] = predecessors(newer, old, snapshot)
    for (const it of older) used.add(it)
    return rowOf(newer, older, mapped, snapshot)
  })
  const known = new Set(stated.map(it => it.about.id as string))
  const left = old.filter(it => !used.has(it))
  const gone = fresh.length > 0 ? left : []
  const unmentioned = fresh.length > 0 ? [] : left.filter(it => !known.has(it.about.id))
  return {
    ...pair,
    warnings: warningsOf(pair, snapshot),
    rows: [
      ...rows,
      ...stated.map(it => lone('stated', it)),
      ...gone.map(it => lone('gone', it)),
      ...unmentioned.map(it => lone('unmentioned', it)),
    ].toSorted((a, b) => rank(a) - rank(b) || numberOf(a) - numberOf(b) || (a.of.rating.code < b.of.rating.code ? -1 : 1)),
  }
}

const heldAgainst = ({ rating, assessment }: Entry): string | null => rating.body.against ?? assessment.body.against

const partOf = ({ rating }: Entry): string => JSON.stringify(rating.body.part)

/** What of the older edition is the same thing, or what it came from. */
function predecessors(newer: Entry, old: readonly Entry[], snapshot: Snapshot): readonly [readonly Entry[], Shifted['mapped']] {
  const same = old.filter(it => it.about.id === newer.about.id && partOf(it) === partOf(newer))
  const earlier = snapshot.get('scenario', newer.about.id)?.body.continues ?? []
  if (same.length > 0 || earlier.length === 0) return [same.slice(0, 1), undefined]
  const from = old.filter(it => (earlier as readonly string[]).includes(it.about.id))
  if (from.length === 0) return [[], undefined]
  if (earlier.length > 1) return [from, 'merged']
  const others = snapshot.pointing('scenario', 'continues', earlier[0] as string)
  return [from, others.length > 1 ? 'split' : 'renamed']
}

function rowOf(newer: Entry, older: readonly Entry[], mapped: Shifted['mapped'], snapshot: Snapshot): Shifted {
  const [first] = older
  if (!first) return lone('new', newer)
  const bare = { of: newer, older, newer, change: null, mapped }
  if (mapped === 'merged' || mapped === 'split' || older.length > 1) return { ...bare, status: 'not-comparable', axes: [] }
  const axes = shiftsBetween(first.rating.body, newer.rating.body, snapshot)
  const shifts = axes.map(({ shift }) => shift)
  const status = shifts.some(it => it === 'higher' || it === 'lower')
    ? 'moved'
    : shifts.includes('none-shown')
      ? 'none-shown'
      : 'not-comparable'
  return { ...bare, status, axes }
}

const lone = (status: Status, of: Entry): Shifted => {
  const before = status === 'gone' || status === 'unmentioned'
  return {
    status,
    of,
    older: before ? [of] : [],
    newer: before ? undefined : of,
    axes: [],
    change: of.rating.body.change,
    mapped: undefined,
  }
}

/** Up before down, what a source says after what classes show, and what stayed the same last. */
function rank({ status, axes, change }: Shifted): number {
  if (status === 'moved') return axes.some(({ shift }) => shift === 'higher') ? 0 : 1
  if (status === 'stated') return { up: 2, new: 3, down: 4, little: 8 }[change ?? 'little']
  return { new: 5, gone: 6, 'not-comparable': 7, 'none-shown': 9, unmentioned: 10 }[status]
}
const numberOf = ({ of }: Shifted): number => of.theme?.body.number ?? 999

/** [T77] Differences between the editions themselves; where one says nothing of it, nothing is claimed. */
function warningsOf({ older, newer }: Pair, snapshot: Snapshot): Warning[] {
  const differ = (axis: Axis) => older.body[axis] !== null && newer.body[axis] !== null && older.body[axis] !== newer.body[axis]
  const [was, is] = [older, newer].map(it => snapshot.get('scale', it.body.likelihood ?? ''))
  const numbers = was && is && [was, is].every(it => scale.follows(it.body, snapshot, it.id).counted)
  const years = was && is && was.body.years !== null && is.body.years !== null && was.body.years !== is.body.years
  const methods = [older, newer].map(it => it.body.method)
  return [
    ...(differ('likelihood') && !numbers ? (['likelihood'] as const) : []),
    ...(differ('impact') ? (['impact'] as const) : []),
    ...(years ? (['years'] as const) : []),
    ...(methods.every(Boolean) && JSON.stringify(methods[0]) !== JSON.stringify(methods[1]) ? (['method'] as const) : []),
  ]
}
