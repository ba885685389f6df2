import { maybe } from '../../../fields/field.ts'
import { ref } from '../../../fields/ref.ts'
import { window } from '../../../fields/window.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { w } from '../../../kernel/words.ts'
import { commitment } from '../../../model/course/commitment.ts'
import { command } from '../../room.ts'
import { unknownCommitment } from './unknown.ts'

/** [C1] A promise that moves keeps its first due window: the new one points back, the old one stays as it was. */
export const moveCommitment = command({
  name: 'commitment.move',
  words: w('Toezegging verplaatsen', 'Move a commitment'),
  means: w(
    'Legt een nieuwe termijn vast als opvolger; de eerste termijn blijft tellen voor de vertraging.',
    'Records a new window as a successor; delay keeps counting from the first window.',
  ),
  input: {
    of: ref('commitment', w('Toezegging', 'Commitment')),
    due: window(w('Nieuwe termijn', 'New window')),
    words: maybe(commitment.fields.words),
  },
  offered: ['analyst', 'coordinator'],
  about: 'of',
  on: input => [input.of],
  begins: () => ({ words: null }),
  decide(snapshot, input, ctx) {
    const old = snapshot.get('commitment', input.of)
    if (!old) return unknownCommitment('of')
    const { state } = commitment.follows(old.body, snapshot, old.id)
    // [C2] Two successors would be two readings of what now holds.
    if (state === 'superseded')
      return refuse(
        'commitment.already-moved',
        w('Verplaats de laatste van de reeks; deze is al vervangen.', 'Move the last of the chain; this one was replaced already.'),
        {
          where: 'of',
          found: old.code,
          fault: 'conflict',
        },
      )
    if (state === 'withdrawn' || state === 'fulfilled')
      return refuse(
        'commitment.closed',
        w(
          'Deze toezegging is nagekomen of ingetrokken. Maak dat eerst ongedaan.',
          'This commitment is fulfilled or withdrawn. Undo that first.',
        ),
        {
          where: 'of',
          found: old.code,
          fault: 'conflict',
        },
      )
    const to = { ...old.body, words: input.words ?? old.body.words, due: input.due, replaces: old.id, lateConfirmed: null, withdrawn: null }
    return [{ kind: 'commitment', id: ctx.id('commitment'), to, evidence: ctx.evidence.length > 0 ? ctx.evidence : old.evidence }]
  },
})
