import { maybe } from '../../../fields/field.ts'
import { ref } from '../../../fields/ref.ts'
import { w } from '../../../kernel/words.ts'
import { impactCriterion } from '../../../model/picture/impact-criterion.ts'
import { command } from '../../room.ts'
import { changed, restingOn, standing } from '../changing.ts'

const { interest, number, name, scale, thresholds, weight, remark, label } = impactCriterion.fields
const said = { interest, number, name, scale, thresholds, weight, remark, label }
const document = maybe(ref('document', w('Document waarin dit staat', 'Document that says this')))

export const addImpactCriterion = command({
  name: 'impact-criterion.add',
  words: w('Impactcriterium toevoegen', 'Add an impact criterion'),
  means: w(
    'Voegt toe waaraan schade aan een veiligheidsbelang wordt gemeten. Drempels en gewicht alleen met een bron.',
    'Adds by what damage to an interest is measured. Thresholds and weight only with a source.',
  ),
  input: { ...said, document },
  offered: ['analyst', 'coordinator'],
  makes: 'impact-criterion',
  begins: () => ({ scale: null, thresholds: null, weight: null, remark: null, label: 'public' }),
  decide: (_, { document: at, ...input }, ctx) => [
    { kind: 'impact-criterion', id: ctx.id('impact-criterion'), code: `IC-${input.number}`, to: input, evidence: restingOn(ctx, at) },
  ],
})

export const changeImpactCriterion = command({
  name: 'impact-criterion.change',
  words: w('Impactcriterium wijzigen', 'Change an impact criterion'),
  means: w(
    'Wijzigt naam, schaal, drempels of gewicht van een impactcriterium.',
    'Changes name, scale, thresholds or weight of a criterion.',
  ),
  input: { of: ref('impact-criterion', w('Impactcriterium', 'Impact criterion')), ...said },
  offered: ['analyst', 'coordinator'],
  about: 'of',
  on: input => [input.of],
  begins: standing(said),
  decide: (snapshot, { of, ...input }) => changed(snapshot, 'impact-criterion', of, input),
})
