import { w } from '../../../kernel/words.ts'
import { organisation } from '../../../model/ground/organisation.ts'
import { command } from '../../room.ts'

const { name, short, type, official, territory, partOf, from, to, successor, remark, label } = organisation.fields

export const addOrganisation = command({
  name: 'organisation.add',
  words: w('Organisatie toevoegen', 'Add an organisation'),
  means: w(
    'Voegt een ministerie, land, dienst, regio, instituut of raad toe, vanaf de dag die u noemt.',
    'Adds a ministry, country, service, region, institute or council, from the day you name.',
  ),
  input: { name, short, type, official, territory, partOf, from, to, successor, remark, label },
  offered: ['coordinator', 'administrator'],
  makes: 'organisation',
  begins: () => ({ label: 'public' }),
  decide: (_, input, ctx) => [{ kind: 'organisation', id: ctx.id('organisation'), to: input }],
})
