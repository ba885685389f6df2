import { ref } from '../../../fields/ref.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { w } from '../../../kernel/words.ts'
import { commitment } from '../../../model/course/commitment.ts'
import { command } from '../../room.ts'
import { unknownCommitment } from './unknown.ts'

/** [C9] Who promised may take it back; the promise and its history stay to be seen. */
export const withdrawCommitment = command({
  name: 'commitment.withdraw',
  words: w('Toezegging intrekken', 'Withdraw a commitment'),
  means: w(
    'Legt vast dat de toezegging is ingetrokken, vanaf de dag die u noemt.',
    'Records that the commitment was withdrawn, from the day you name.',
  ),
  input: { of: ref('commitment', w('Toezegging', 'Commitment')) },
  offered: ['analyst', 'coordinator'],
  about: 'of',
  on: input => [input.of],
  decide(snapshot, { of }, ctx) {
    const thing = snapshot.get('commitment', of)
    if (!thing) return unknownCommitment('of')
    const { state } = commitment.follows(thing.body, snapshot, thing.id)
    if (state === 'fulfilled' || state === 'superseded' || state === 'withdrawn')
      return refuse(
        'commitment.closed',
        w('Deze toezegging is nagekomen, vervangen of al ingetrokken.', 'This commitment is fulfilled, superseded or withdrawn already.'),
        {
          where: 'of',
          found: thing.code,
          fault: 'conflict',
        },
      )
    return [{ kind: 'commitment', id: thing.id, from: thing.body, to: { ...thing.body, withdrawn: ctx.since } }]
  },
})
