import { ref } from '../../../fields/ref.ts'
import { refused } from '../../../kernel/refusal.ts'
import { w } from '../../../kernel/words.ts'
import { proposal } from '../../../model/sources/proposal.ts'
import { command } from '../../room.ts'
import { closed, decidedBefore, undecided } from './decide.ts'

const { ground, why } = proposal.fields

/** A proposal that is refused stays to be seen, with why: it teaches the next reader of the rule. */
export const refuseProposal = command({
  name: 'proposal.refuse',
  words: w('Voorstel afwijzen', 'Refuse a proposal'),
  means: w('Legt vast dat dit geen feit wordt, en waarom.', 'Records that this becomes no fact, and why.'),
  input: { proposal: ref('proposal', w('Voorstel', 'Proposal')), ground, why },
  offered: ['analyst', 'coordinator'],
  about: 'proposal',
  on: input => [input.proposal],
  begins: () => ({ ground: null, why: null }),
  needs: (snapshot, input) => decidedBefore(snapshot, [input.proposal]),
  decide(snapshot, { proposal: id, ...said }, ctx, found) {
    const it = undecided(snapshot, id, found.decided)
    return refused(it) ? it : [closed(it, 'refused', ctx, said)]
  },
})
