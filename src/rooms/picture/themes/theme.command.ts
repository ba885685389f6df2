import { ref } from '../../../fields/ref.ts'
import { w } from '../../../kernel/words.ts'
import { theme } from '../../../model/picture/theme.ts'
import { command } from '../../room.ts'
import { changed, standing } from '../changing.ts'

const { number, name, remark, label } = theme.fields
const said = { number, name, remark, label }

export const addTheme = command({
  name: 'theme.add',
  words: w('Dreigingsthema toevoegen', 'Add a theme'),
  means: w('Voegt een groep van dreigingen toe, met een nummer en een naam.', 'Adds a group of threats, with a number and a name.'),
  input: said,
  offered: ['analyst', 'coordinator'],
  makes: 'theme',
  begins: () => ({ remark: null, label: 'public' }),
  decide: (_, input, ctx) => [{ kind: 'theme', id: ctx.id('theme'), code: `DT-${input.number}`, to: input }],
})

export const changeTheme = command({
  name: 'theme.change',
  words: w('Dreigingsthema wijzigen', 'Change a theme'),
  means: w('Wijzigt nummer, naam of kanttekening van een dreigingsthema.', 'Changes number, name or remark of a theme.'),
  input: { of: ref('theme', w('Dreigingsthema', 'Theme')), ...said },
  offered: ['analyst', 'coordinator'],
  about: 'of',
  on: input => [input.of],
  begins: standing(said),
  decide: (snapshot, { of, ...input }) => changed(snapshot, 'theme', of, input),
})
