import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import { w } from '../../../kernel/words.ts'
import type { Snapshot, Thing } from '../../../model/snapshot.ts'

/** [G11] A workspace never loses its last administrator: nobody could let anybody in again. Only one without a last day counts as staying. */
export function lastAdministrator(snapshot: Snapshot, leaving: Thing<'membership'>): Refusal | undefined {
  const staying = snapshot.all('membership').filter(({ body }) => body.role === 'administrator' && body.until === null)
  return staying.length === 1 && staying[0]?.id === leaving.id
    ? refuse('membership.last-administrator', w('Maak eerst iemand anders beheerder.', 'First make somebody else an administrator.'), {
        where: 'of',
        found: leaving.code,
        fault: 'conflict',
      })
    : undefined
}
