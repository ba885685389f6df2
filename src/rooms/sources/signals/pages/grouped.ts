import { daysBetween } from '../../../../kernel/day.ts'
import type { Snapshot, Thing } from '../../../../model/snapshot.ts'
import { DAYS_APART, groupsOf, median } from '../alike.ts'

export type Signal = Thing<'signal'>
interface Worked {
  readonly groups: ReadonlyMap<string, readonly string[]>
  readonly answerTime: number | null
}
const worked = new WeakMap<Snapshot, Worked>()

/** [S59] What is worked out over all signals together, once for a snapshot: who tells of the same thing, and how long an answer takes. */
function workedOut(snapshot: Snapshot): Worked {
  const there = worked.get(snapshot)
  if (there) return there
  const all = snapshot.all('signal')
  const told = all.flatMap(({ id, body }) => {
    const recent = body.closed === null || daysBetween(body.closed, snapshot.on) <= DAYS_APART
    const text = body.text && body.quarantine === null && recent ? snapshot.person(body.text) : undefined
    return text ? [{ id, text, received: body.received }] : []
  })
  const took = all.flatMap(({ body }) => {
    const year = body.outcome === 'answered' && body.closed && body.closed <= snapshot.on && daysBetween(body.closed, snapshot.on) <= 365
    return year && body.closed ? [daysBetween(body.received, body.closed)] : []
  })
  const now = { groups: groupsOf(told), answerTime: median(took) }
  worked.set(snapshot, now)
  return now
}

/** The signals about the same thing, the oldest first, this one included; none where it stands alone. */
export function groupOf(snapshot: Snapshot, id: string): readonly Signal[] {
  const ids = workedOut(snapshot).groups.get(id) ?? []
  return ids.flatMap(each => snapshot.get('signal', each) ?? [])
}

/** Days from arrival to answer, the middle one of those answered in the last year; null while nothing was. */
export const answerTime = (snapshot: Snapshot): number | null => workedOut(snapshot).answerTime
