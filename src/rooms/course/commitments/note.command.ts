import { ref } from '../../../fields/ref.ts'
import { w } from '../../../kernel/words.ts'
import { commitment } from '../../../model/course/commitment.ts'
import { command } from '../../room.ts'
import { unknownCommitment } from './unknown.ts'

/** [C12] A note stays inside: it is a field of its own label and leaves no trace on anything public. */
export const noteCommitment = command({
  name: 'commitment.note',
  words: w('Interne opmerking', 'Internal note'),
  means: w(
    'Zet een opmerking bij een toezegging die alleen binnen te lezen is.',
    'Adds a note to a commitment that can only be read inside.',
  ),
  input: { of: ref('commitment', w('Toezegging', 'Commitment')), note: commitment.fields.note },
  offered: ['contributor', 'analyst', 'coordinator'],
  about: 'of',
  on: input => [input.of],
  begins: thing => ({ note: (thing?.body as { note?: string | null } | undefined)?.note ?? null }),
  decide(snapshot, { of, note }) {
    const thing = snapshot.get('commitment', of)
    return thing ? [{ kind: 'commitment', id: thing.id, from: thing.body, to: { ...thing.body, note } }] : unknownCommitment('of')
  },
})
