import { w } from '../../../kernel/words.ts'
import { holder } from '../../../model/ground/holder.ts'
import { command } from '../../room.ts'

const { office, name, from, to, label } = holder.fields

/** [G9] Who holds an office is known from the first day of the term, whenever it is written down. */
export const addHolder = command({
  name: 'holder.add',
  words: w('Bekleder toevoegen', 'Add a holder'),
  means: w(
    'Legt vast wie een ambt bekleedt of bekleedde, van wanneer tot wanneer.',
    'Records who holds or held an office, from when to when.',
  ),
  input: { office, name, from, to, label },
  offered: ['coordinator', 'administrator'],
  makes: 'holder',
  begins: () => ({ label: 'public' }),
  decide: (_, input, ctx) => [{ kind: 'holder', id: ctx.id('holder'), since: input.from, to: input }],
})
