import { ref } from '../../../fields/ref.ts'
import { w } from '../../../kernel/words.ts'
import { commitment } from '../../../model/course/commitment.ts'
import { command } from '../../room.ts'
import { unknownCommitment } from './unknown.ts'

const { words, kind, by, byWords, addressee, due, strength, lines, territory, remark, label } = commitment.fields

/** [C8] A correction says how it was all along: dated back, it reaches later versions field by field, until one that changed that field itself. */
export const correctCommitment = command({
  name: 'commitment.correct',
  words: w('Toezegging verbeteren', 'Correct a commitment'),
  means: w(
    'Verbetert wat er verkeerd staat, vanaf de dag die u noemt. Een nieuwe termijn is geen verbetering maar een verplaatsing.',
    'Corrects what is wrong, from the day you name. A new window is no correction but a move.',
  ),
  input: {
    of: ref('commitment', w('Toezegging', 'Commitment')),
    words,
    kind,
    by,
    byWords,
    addressee,
    due,
    strength,
    lines,
    territory,
    remark,
    label,
  },
  offered: ['analyst', 'coordinator'],
  about: 'of',
  on: input => [input.of],
  begins(thing) {
    const body = thing?.body as Record<string, unknown> | undefined
    return body
      ? Object.fromEntries(
          Object.keys({ words, kind, by, byWords, addressee, due, strength, lines, territory, remark, label }).map(f => [f, body[f]]),
        )
      : {}
  },
  decide(snapshot, { of, ...said }) {
    const thing = snapshot.get('commitment', of)
    return thing ? [{ kind: 'commitment', id: thing.id, from: thing.body, to: { ...thing.body, ...said } }] : unknownCommitment('of')
  },
})
