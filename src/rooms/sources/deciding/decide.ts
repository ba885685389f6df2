import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import { w } from '../../../kernel/words.ts'
import type { Snapshot, Thing, Vocabulary } from '../../../model/snapshot.ts'
import { outcomes } from '../../../model/sources/proposal.ts'
import { type Context, type Draft, type Need, shelf } from '../../room.ts'

type Outcome = keyof typeof outcomes
export type Proposal = Thing<'proposal'>

/** Only what was decided already is fetched: a proposal that stands open is in the snapshot. */
export const decidedBefore = (snapshot: Snapshot, ids: readonly string[]): { decided: Need<readonly Proposal[]> } => ({
  decided: shelf(
    'proposal',
    {},
    ids.filter(id => !snapshot.get('proposal', id)),
  ),
})

/** [S5] Why a proposal cannot be decided: it is not there, or somebody decided it before, and who. */
export function undecided(snapshot: Snapshot, id: string, decided: readonly Proposal[]): Proposal | Refusal {
  const open = snapshot.get('proposal', id)
  if (open) return open
  const before = decided.find(it => it.id === id)
  if (!before?.body.outcome)
    return refuse('proposal.unknown', w('Kies een voorstel dat er nog staat.', 'Choose a proposal that is still there.'), {
      where: 'proposal',
      fault: 'missing',
    })
  const { nl, en } = outcomes[before.body.outcome]
  const name = before.body.decidedBy ? snapshot.person(before.body.decidedBy) : undefined
  return refuse(
    'proposal.already-decided',
    w(
      `${before.code} is al ${nl}${name ? ` door ${name}` : ''}. Maak dat ongedaan om opnieuw te beslissen.`,
      `${before.code} was ${en} already${name ? ` by ${name}` : ''}. Undo that to decide again.`,
    ),
    { where: 'proposal', fault: 'conflict' },
  )
}

/** [S5] A decision on a proposal says who took it; the name is kept apart and can be erased. */
export const closed = (
  { id, body }: Proposal,
  outcome: Outcome,
  ctx: Context,
  said: Partial<Pick<Vocabulary['proposal'], 'ground' | 'why'>> = {},
): Draft => ({
  kind: 'proposal',
  id,
  from: body,
  to: { ...body, outcome, decidedBy: ctx.by.person ? ctx.by.by : null, ...said },
})
