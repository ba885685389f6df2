import { maybe } from '../../../fields/field.ts'
import { json } from '../../../fields/json.ts'
import { list } from '../../../fields/list.ts'
import { ref } from '../../../fields/ref.ts'
import { same } from '../../../kernel/canonical.ts'
import { type Refusal, refuse, refused } from '../../../kernel/refusal.ts'
import { w } from '../../../kernel/words.ts'
import type { Thing } from '../../../model/snapshot.ts'
import { type Context, command, type Draft } from '../../room.ts'
import { modelOf } from '../model/judge.ts'
import { closed, decidedBefore, undecided } from './decide.ts'

const proposal = ref('proposal', w('Voorstel', 'Proposal'))

/** The command of a proposal, run as if said on its day with its passage. */
const run = (it: Thing<'proposal'>, input: unknown, ctx: Context): readonly Draft[] | Refusal =>
  ctx.run(it.body.command, input, { since: it.body.since, evidence: it.evidence })

/** [S4] A person takes over what was read, as it stands or corrected. */
export const acceptProposal = command({
  name: 'proposal.accept',
  words: w('Voorstel overnemen', 'Accept a proposal'),
  means: w('Voert de opdracht van het voorstel uit, met de passage erbij.', 'Carries out the command of the proposal, with its passage.'),
  input: { proposal, corrected: maybe(json(w('Verbeterd', 'Corrected'))) },
  offered: ['analyst', 'coordinator'],
  about: 'proposal',
  on: input => [input.proposal],
  begins: () => ({ corrected: null }),
  needs: (snapshot, input) => decidedBefore(snapshot, [input.proposal]),
  decide(snapshot, input, ctx, found) {
    const it = undecided(snapshot, input.proposal, found.decided)
    if (refused(it)) return it
    const corrected = input.corrected !== null && !same(input.corrected, it.body.input)
    const changes = run(it, input.corrected ?? it.body.input, ctx)
    return refused(changes) ? changes : [...changes, closed(it, corrected ? 'changed' : 'accepted', ctx)]
  },
})

/** [LM8] No rule of ours stands behind what a language model proposed: a person looks at each. */
const byOne = ({ code }: Thing<'proposal'>): Refusal =>
  refuse(
    'proposal.by-model',
    w(
      `${code} is voorgesteld door een taalmodel. Bekijk het en neem het apart over.`,
      `${code} was proposed by a language model. Look at it and accept it by itself.`,
    ),
    { where: code },
  )

/** [S6] Many at once, after a preview: one act, all or none. */
export const acceptProposals = command({
  name: 'proposal.accept-all',
  words: w('Voorstellen overnemen', 'Accept proposals'),
  means: w(
    'Neemt alle genoemde voorstellen in één keer over, zoals ze staan.',
    'Accepts all the proposals named in one go, as they stand.',
  ),
  input: { proposals: list(proposal, w('Voorstellen', 'Proposals')) },
  offered: ['analyst', 'coordinator'],
  on: input => input.proposals,
  needs: (snapshot, input) => decidedBefore(snapshot, input.proposals),
  decide(snapshot, input, ctx, found) {
    const drafts: Draft[] = []
    for (const id of new Set(input.proposals)) {
      const it = undecided(snapshot, id, found.decided)
      if (refused(it)) return it
      if (modelOf(it.body.reasons)) return byOne(it)
      const changes = run(it, it.body.input, ctx)
      if (refused(changes)) return { ...changes, where: `${it.code}: ${changes.where ?? ''}` }
      drafts.push(...changes, closed(it, 'accepted', ctx))
    }
    return drafts
  },
})
