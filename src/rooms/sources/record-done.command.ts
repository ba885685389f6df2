import { w } from '../../kernel/words.ts'
import { done } from '../../model/sources/done.ts'
import { command } from '../room.ts'

const { document, words, by, byWords, when, label } = done.fields

export const recordDone = command({
  name: 'done.record',
  words: w('Gedaan vastleggen', 'Record what was done'),
  means: w('Legt vast wat een document als gedaan meldt.', 'Records what a document reports as done.'),
  input: { document, words, by, byWords, when, label },
  offered: ['analyst', 'coordinator'],
  makes: 'done',
  begins: () => ({ by: null, byWords: null, when: null, label: 'public' }),
  decide: (_, input, ctx) => [{ kind: 'done', id: ctx.id('done'), to: input }],
})
