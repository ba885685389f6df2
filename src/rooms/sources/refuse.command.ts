import { maybe } from '../../fields/field.ts'
import { ref } from '../../fields/ref.ts'
import { text } from '../../fields/text.ts'
import { refused } from '../../kernel/refusal.ts'
import { w } from '../../kernel/words.ts'
import { command, shelf } from '../room.ts'
import { closed, counted, undecided } from './decide.ts'

/** A proposal that is refused stays to be seen, with why: it teaches the next reader of the rule. */
export const refuseProposal = command({
  name: 'proposal.refuse',
  words: w('Voorstel afwijzen', 'Refuse a proposal'),
  means: w('Legt vast dat dit geen feit wordt, en waarom.', 'Records that this becomes no fact, and why.'),
  input: { proposal: ref('proposal', w('Voorstel', 'Proposal')), why: maybe(text(w('Waarom', 'Why'))) },
  offered: ['analyst', 'coordinator'],
  about: 'proposal',
  on: input => [input.proposal],
  begins: () => ({ why: null }),
  needs: () => ({ decided: shelf('proposal', {}) }),
  decide(snapshot, input, _, found) {
    const it = undecided(snapshot, input.proposal, found.decided)
    return refused(it) ? it : [closed(it, 'refused', input.why), ...counted(snapshot, [it])]
  },
})
