import { w } from '../../../kernel/words.ts'
import { territory } from '../../../model/ground/territory.ts'
import { command } from '../../room.ts'

const { name, zone, label } = territory.fields

export const addTerritory = command({
  name: 'territory.add',
  words: w('Gebied toevoegen', 'Add a territory'),
  means: w(
    'Voegt een deel van het land toe waarvoor iets geldt, met zijn tijdzone.',
    'Adds a part of the country that something holds for, with its time zone.',
  ),
  input: { name, zone, label },
  offered: ['coordinator', 'administrator'],
  makes: 'territory',
  begins: () => ({ label: 'public' }),
  decide: (_, input, ctx) => [{ kind: 'territory', id: ctx.id('territory'), to: input }],
})
