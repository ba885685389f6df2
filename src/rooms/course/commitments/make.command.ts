import { w } from '../../../kernel/words.ts'
import { commitment } from '../../../model/course/commitment.ts'
import { command } from '../../room.ts'

const { words, kind, by, byWords, addressee, due, strength, lines, territory, remark, note, label } = commitment.fields

/** [C7] A promise is written down as it was made, from the day it was made. */
export const makeCommitment = command({
  name: 'commitment.make',
  words: w('Toezegging vastleggen', 'Record a commitment'),
  means: w(
    'Legt vast wat iemand heeft toegezegd, met de woorden en de termijn van de bron.',
    'Records what somebody promised, in the words and with the window of the source.',
  ),
  input: { words, kind, by, byWords, addressee, due, strength, lines, territory, remark, note, label },
  offered: ['analyst', 'coordinator'],
  makes: 'commitment',
  begins: () => ({ kind: 'promise', strength: 'deliverable', label: 'public', lines: [] }),
  decide: (_, input, ctx) => [
    { kind: 'commitment', id: ctx.id('commitment'), to: { ...input, replaces: null, withdrawn: null, lateConfirmed: null } },
  ],
})
