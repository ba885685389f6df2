import { refuse } from '../../../kernel/refusal.ts'
import { w } from '../../../kernel/words.ts'
import { priority } from '../../../model/course/priority.ts'
import { command } from '../../room.ts'

const { line, letter, summary, territories, remark, label } = priority.fields

/** A priority takes its code from its line and letter: AL-07-C. */
export const addPriority = command({
  name: 'priority.add',
  words: w('Prioriteit toevoegen', 'Add a priority'),
  means: w('Voegt een prioriteit met een letter toe aan een actielijn.', 'Adds a lettered priority to an action line.'),
  input: { line, letter, summary, territories, remark, label },
  offered: ['coordinator'],
  makes: 'priority',
  begins: () => ({ territories: [], remark: null, label: 'public' }),
  decide(snapshot, input, ctx) {
    const of = snapshot.get('action-line', input.line)
    if (!of)
      return refuse('line.unknown', w('Kies een actielijn die er op deze dag is.', 'Choose an action line that is there on this day.'), {
        where: 'line',
        fault: 'missing',
      })
    return [{ kind: 'priority', id: ctx.id('priority'), code: `${of.code}-${input.letter}`, to: input }]
  },
})
