import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import { w } from '../../../kernel/words.ts'
import type { Snapshot, Thing } from '../../../model/snapshot.ts'
import { closings } from '../../../model/sources/signal.ts'

export const unknownSignal = (where = 'of'): Refusal =>
  refuse('signal.unknown', w('Kies een signaal dat er is.', 'Choose a signal that is there.'), { where, fault: 'missing' })

/** [S52] A signal that still waits; or why it does not, and by whom that was decided. */
export function waiting(snapshot: Snapshot, id: string): Thing<'signal'> | Refusal {
  const it = snapshot.get('signal', id)
  if (!it) return unknownSignal()
  if (!it.body.outcome) return it
  const { nl, en } = closings[it.body.outcome]
  const name = it.body.closedBy ? snapshot.person(it.body.closedBy) : undefined
  return refuse(
    'signal.already-closed',
    w(
      `${it.code} is al ${nl}${name ? ` door ${name}` : ''}. Maak dat ongedaan om opnieuw te beslissen.`,
      `${it.code} was ${en} already${name ? ` by ${name}` : ''}. Undo that to decide again.`,
    ),
    { where: 'of', fault: 'conflict' },
  )
}
