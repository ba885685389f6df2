import { ref } from '../../../fields/ref.ts'
import { w } from '../../../kernel/words.ts'
import { scale } from '../../../model/picture/scale.ts'
import { command } from '../../room.ts'
import { changed, standing } from '../changing.ts'

const { name, axis, years, remark, label } = scale.fields
const said = { name, axis, years, remark, label }

export const addScale = command({
  name: 'scale.add',
  words: w('Schaal toevoegen', 'Add a scale'),
  means: w(
    'Voegt een schaal van waarschijnlijkheid of impact toe. De klassen komen er apart bij.',
    'Adds a scale of likelihood or impact. Its classes are added by themselves.',
  ),
  input: said,
  offered: ['analyst', 'coordinator'],
  makes: 'scale',
  begins: () => ({ years: null, remark: null, label: 'public' }),
  decide: (_, input, ctx) => [{ kind: 'scale', id: ctx.id('scale'), to: input }],
})

export const changeScale = command({
  name: 'scale.change',
  words: w('Schaal wijzigen', 'Change a scale'),
  means: w('Wijzigt naam, tijd of kanttekening van een schaal.', 'Changes name, time or remark of a scale.'),
  input: { of: ref('scale', w('Schaal', 'Scale')), ...said },
  offered: ['analyst', 'coordinator'],
  about: 'of',
  on: input => [input.of],
  begins: standing(said),
  decide: (snapshot, { of, ...input }) => changed(snapshot, 'scale', of, input),
})
