import { anonymous, type Viewer } from '../../../access/viewer.ts'
import type { SessionRow } from '../../../ledger/store/contract.ts'
import { membership } from '../../../model/ground/membership.ts'
import type { Snapshot } from '../../../model/snapshot.ts'

/**
 * Who a session makes of its holder, by the memberships of today. Nobody's membership outlives its last day:
 * then they are a reader like any other.
 * @param snapshot of today, under the internal clearance: who may what is never public.
 */
export function viewerOf(session: Pick<SessionRow, 'person'> | null, snapshot: Snapshot): Viewer {
  const person = session ? snapshot.get('person', session.person) : undefined
  if (!person) return anonymous
  const it = snapshot.pointing('membership', 'person', person.id).find(m => membership.follows(m.body, snapshot, m.id).active)
  if (!it) return anonymous
  const { role, organisation, clearance } = it.body
  return { person: person.id, by: person.body.name, role, organisation, clearance }
}
