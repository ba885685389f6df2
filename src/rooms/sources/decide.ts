import { type Refusal, refuse } from '../../kernel/refusal.ts'
import { w } from '../../kernel/words.ts'
import type { Snapshot, Thing, Vocabulary } from '../../model/snapshot.ts'
import { outcomes } from '../../model/sources/proposal.ts'
import type { Draft } from '../room.ts'

type Outcome = keyof typeof outcomes

/** [S5] Why a proposal cannot be decided: it is not there, or it was decided before. */
export function undecided(snapshot: Snapshot, id: string, decided: readonly Thing<'proposal'>[]): Thing<'proposal'> | Refusal {
  const open = snapshot.get('proposal', id)
  if (open) return open
  const before = decided.find(it => it.id === id)
  if (!before?.body.outcome)
    return refuse('proposal.unknown', w('Kies een voorstel dat er nog staat.', 'Choose a proposal that is still there.'), {
      where: 'proposal',
      fault: 'missing',
    })
  const { nl, en } = outcomes[before.body.outcome]
  return refuse(
    'proposal.already-decided',
    w(
      `Dit voorstel is al ${nl}. Maak dat ongedaan om opnieuw te beslissen.`,
      `This proposal was ${en} already. Undo that to decide again.`,
    ),
    { where: 'proposal', found: before.body.outcome, fault: 'conflict' },
  )
}

export const closed = (proposal: Thing<'proposal'>, outcome: Outcome, why: string | null = null): Draft => ({
  kind: 'proposal',
  id: proposal.id,
  from: proposal.body,
  to: { ...proposal.body, outcome, why },
})

/** [S7] The documents' counts, once per document, however many proposals were decided in one act. */
export function counted(snapshot: Snapshot, proposals: readonly Thing<'proposal'>[]): Draft[] {
  return [...new Set(proposals.map(it => it.body.document))].flatMap(id => {
    const document = snapshot.get('document', id)
    if (!document) return []
    const more = proposals.filter(it => it.body.document === id).length
    const to: Vocabulary['document'] = { ...document.body, decided: (document.body.decided ?? 0) + more }
    return [{ kind: 'document', id: document.id, since: document.since, from: document.body, to } as Draft]
  })
}
