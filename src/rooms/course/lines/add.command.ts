import { w } from '../../../kernel/words.ts'
import { actionLine } from '../../../model/course/action-line.ts'
import { command } from '../../room.ts'

const { goal, number, name, owners, remark, label } = actionLine.fields

/** A line takes its code from its number: AL-07. */
export const addLine = command({
  name: 'line.add',
  words: w('Actielijn toevoegen', 'Add an action line'),
  means: w('Voegt een actielijn toe aan een hoofddoelstelling.', 'Adds an action line to a goal.'),
  input: { goal, number, name, owners, remark, label },
  offered: ['coordinator'],
  makes: 'action-line',
  begins: () => ({ owners: [], remark: null, label: 'public' }),
  decide: (_, input, ctx) => [
    { kind: 'action-line', id: ctx.id('action-line'), code: `AL-${String(input.number).padStart(2, '0')}`, to: input },
  ],
})
