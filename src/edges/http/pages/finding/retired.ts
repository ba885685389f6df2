import { addDays, type Day } from '../../../../kernel/day.ts'
import { lineOf } from '../../../../ledger/parts.ts'
import { heldLines } from '../../../../ledger/reading/events.ts'
import type { LedgerSnapshot } from '../../../../ledger/snapshot.ts'
import { days, holds, type Line } from '../../../../ledger/timeline.ts'
import type { Findable } from '../../../../rooms/today/search.ts'
import type { House } from '../../house.ts'

/** Ended, and when. What never was (its making was undone) left nothing to tell of. */
function ended(line: Line, on: Day, known: number): { readonly body: Readonly<Record<string, unknown>>; readonly until: Day } | undefined {
  if (holds(line, on, known)?.body) return undefined
  const before = days(line.filter(version => version.seq <= known && version.since <= on))
  for (const [i, since] of [...before.entries()].reverse()) {
    const body = holds(line, since, known)?.body
    if (body) return { body, until: addDays(before[i + 1] ?? since, -1) }
  }
  return undefined
}

/**
 * [H31] What held before the day of a snapshot and no longer does. For who is inside only: from outside, something that ended and something
 * whose label was raised look the same, and what was raised is not to be brought up again.
 * @param codes only these; all when left out.
 */
export async function retiredOf(
  house: House,
  workspace: string,
  snapshot: LedgerSnapshot,
  codes?: readonly string[],
): Promise<(Findable & { readonly until: Day })[]> {
  if (snapshot.clearance === 'public') return []
  return house.ledger.store.readInternal(workspace, async reads => {
    const rows = codes
      ? (await Promise.all(codes.map(code => reads.recordByCode(code)))).filter(row => row !== null)
      : await reads.records()
    const gone = rows.filter(row => !snapshot.find(row.id) && house.ledger.kinds.get(row.kind)?.time === 'world')
    const code = new Map(gone.map(row => [row.id, row.code]))
    const lines = heldLines(house.ledger.kinds, await reads.lines([...code.keys()]))
    return [...lines].flatMap(([id, { kind, parts }]) => {
      const of = house.ledger.kinds.get(kind)
      const end = of && ended(lineOf(of, parts, snapshot.clearance), snapshot.on, snapshot.known)
      return end ? [{ kind, id, code: code.get(id) ?? '', ...end }] : []
    })
  })
}
