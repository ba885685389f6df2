import { choice } from '../../../fields/choice.ts'
import { ref } from '../../../fields/ref.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { w } from '../../../kernel/words.ts'
import { verdicts } from '../../../model/sources/proposal.ts'
import { command } from '../../room.ts'
import { decidedBefore } from './decide.ts'

/** [S9] A second reader looks at what was accepted: their finding stands beside the decision and changes nothing of it. */
export const checkProposal = command({
  name: 'proposal.check',
  words: w('Steekproef vastleggen', 'Record a spot check'),
  means: w(
    'Legt vast of een overgenomen voorstel klopt volgens een tweede lezer.',
    'Records whether an accepted proposal is right according to a second reader.',
  ),
  input: { proposal: ref('proposal', w('Voorstel', 'Proposal')), verdict: choice(w('Oordeel', 'Verdict'), verdicts) },
  offered: ['analyst', 'coordinator'],
  about: 'proposal',
  needs: (snapshot, input) => decidedBefore(snapshot, [input.proposal]),
  decide(snapshot, { proposal, verdict }, ctx, found) {
    const it = found.decided.find(each => each.id === proposal)
    if (!it || it.body.outcome === 'refused' || snapshot.get('proposal', proposal))
      return refuse('proposal.not-accepted', w('Kies een voorstel dat is overgenomen.', 'Choose a proposal that was accepted.'), {
        where: 'proposal',
        fault: 'missing',
      })
    if (ctx.by.person && it.body.decidedBy === ctx.by.by)
      return refuse(
        'proposal.own-decision',
        w('Laat een ander dit nakijken: u hebt het zelf overgenomen.', 'Let somebody else check this: you accepted it yourself.'),
        { where: 'proposal', found: it.code, fault: 'conflict' },
      )
    const to = { ...it.body, verdict, verdictBy: ctx.by.person ? ctx.by.by : null }
    return [{ kind: 'proposal', id: it.id, from: it.body, to }]
  },
})
