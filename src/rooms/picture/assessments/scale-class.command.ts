import { maybe } from '../../../fields/field.ts'
import { ref } from '../../../fields/ref.ts'
import { w } from '../../../kernel/words.ts'
import { scaleClass } from '../../../model/picture/scale-class.ts'
import { command } from '../../room.ts'
import { changed, restingOn, standing } from '../changing.ts'

const { scale, letter, order, name, bounds, atLeast, below, value, remark, label } = scaleClass.fields
const said = { scale, letter, order, name, bounds, atLeast, below, value, remark, label }
const document = maybe(ref('document', w('Document waarin dit staat', 'Document that says this')))

export const addScaleClass = command({
  name: 'scale-class.add',
  words: w('Klasse toevoegen', 'Add a class'),
  means: w('Voegt een klasse toe aan een schaal. Grenzen alleen met een bron.', 'Adds a class to a scale. Bounds only with a source.'),
  input: { ...said, document },
  offered: ['analyst', 'coordinator'],
  makes: 'scale-class',
  begins: () => ({ bounds: null, atLeast: null, below: null, value: null, remark: null, label: 'public' }),
  decide: (_, { document: at, ...input }, ctx) => [
    { kind: 'scale-class', id: ctx.id('scale-class'), to: input, evidence: restingOn(ctx, at) },
  ],
})

export const changeScaleClass = command({
  name: 'scale-class.change',
  words: w('Klasse wijzigen', 'Change a class'),
  means: w('Wijzigt naam, plaats of grenzen van een klasse.', 'Changes name, place or bounds of a class.'),
  input: { of: ref('scale-class', w('Klasse', 'Class')), ...said },
  offered: ['analyst', 'coordinator'],
  about: 'of',
  on: input => [input.of],
  begins: standing(said),
  decide: (snapshot, { of, ...input }) => changed(snapshot, 'scale-class', of, input),
})
