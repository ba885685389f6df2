import { ref } from '../../../fields/ref.ts'
import { w } from '../../../kernel/words.ts'
import { scenario } from '../../../model/picture/scenario.ts'
import { command } from '../../room.ts'
import { changed, standing } from '../changing.ts'

const { theme, name, says, territory, remark, label } = scenario.fields
const said = { theme, name, says, territory, remark, label }

export const addScenario = command({
  name: 'scenario.add',
  words: w('Scenario toevoegen', 'Add a scenario'),
  means: w(
    'Voegt een gebeurtenis toe aan een dreigingsthema. Een beoordeling komt er apart bij.',
    'Adds an event to a theme. Its rating is added by itself.',
  ),
  input: said,
  offered: ['analyst', 'coordinator'],
  makes: 'scenario',
  begins: () => ({ says: null, territory: null, remark: null, label: 'public' }),
  decide: (_, input, ctx) => [{ kind: 'scenario', id: ctx.id('scenario'), to: input }],
})

export const changeScenario = command({
  name: 'scenario.change',
  words: w('Scenario wijzigen', 'Change a scenario'),
  means: w('Wijzigt naam, beschrijving, gebied of thema van een scenario.', 'Changes name, description, territory or theme of a scenario.'),
  input: { of: ref('scenario', w('Scenario', 'Scenario')), ...said },
  offered: ['analyst', 'coordinator'],
  about: 'of',
  on: input => [input.of],
  begins: standing(said),
  decide: (snapshot, { of, ...input }) => changed(snapshot, 'scenario', of, input),
})
