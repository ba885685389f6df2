import { w } from '../../../kernel/words.ts'
import { office } from '../../../model/ground/office.ts'
import { command } from '../../room.ts'

const { name, organisation, successor, label } = office.fields

export const addOffice = command({
  name: 'office.add',
  words: w('Ambt toevoegen', 'Add an office'),
  means: w(
    'Voegt een ambt toe, zoals de minister van VWS: een toezegging wordt door een ambt gedaan.',
    'Adds an office, such as the minister of VWS: a promise is made by an office.',
  ),
  input: { name, organisation, successor, label },
  offered: ['coordinator', 'administrator'],
  makes: 'office',
  begins: () => ({ label: 'public' }),
  decide: (_, input, ctx) => [{ kind: 'office', id: ctx.id('office'), to: input }],
})
