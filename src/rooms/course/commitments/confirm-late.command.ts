import { ref } from '../../../fields/ref.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { w } from '../../../kernel/words.ts'
import { commitment } from '../../../model/course/commitment.ts'
import { command } from '../../room.ts'
import { unknownCommitment } from './unknown.ts'

/** [C11] A person confirms that a promise is late, on a base that was read; only then the public site says late. */
export const confirmLate = command({
  name: 'commitment.confirm-late',
  words: w('Te laat bevestigen', 'Confirm late'),
  means: w(
    'Bevestigt dat de bronnen zijn gelezen en geen nakoming tonen. Daarna zegt ook de openbare site dat het te laat is.',
    'Confirms that the sources were read and show no fulfilment. After that the public site says late too.',
  ),
  input: { of: ref('commitment', w('Toezegging', 'Commitment')) },
  offered: ['coordinator'],
  about: 'of',
  on: input => [input.of],
  decide(snapshot, { of }, ctx) {
    const thing = snapshot.get('commitment', of)
    if (!thing) return unknownCommitment('of')
    if (commitment.follows(thing.body, snapshot, thing.id).state !== 'late')
      return refuse(
        'commitment.not-late',
        w(
          'Lees eerst de bronnen verder, of wacht tot de termijn voorbij is.',
          'First read the sources further, or wait until the window has passed.',
        ),
        {
          where: 'of',
          found: thing.code,
          fault: 'conflict',
        },
      )
    return [{ kind: 'commitment', id: thing.id, from: thing.body, to: { ...thing.body, lateConfirmed: ctx.since } }]
  },
})
