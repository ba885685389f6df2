import { maybe } from '../../../fields/field.ts'
import { ref } from '../../../fields/ref.ts'
import { line } from '../../../fields/text.ts'
import { w } from '../../../kernel/words.ts'
import { impactCriterion } from '../../../model/picture/impact-criterion.ts'
import { interest } from '../../../model/picture/interest.ts'
import { reading } from '../../reading.ts'
import { view } from '../../room.ts'

const { number, name, thresholds, weight, remark } = impactCriterion.fields

export const impactCriteriaView = view({
  name: 'impact-criteria',
  words: w('Impactcriteria', 'Impact criteria'),
  means: w(
    'Waaraan schade aan de veiligheidsbelangen wordt gemeten, met drempels en gewicht voor zover een bron die geeft.',
    'By what damage to the interests is measured, with thresholds and weight as far as a source gives them.',
  ),
  open: true,
  input: { interest: maybe(ref('interest', w('Veiligheidsbelang', 'Interest'))) },
  row: { code: line(w('Code', 'Code')), number, name, interest: maybe(interest.fields.name), thresholds, weight, remark },
  *see(snapshot, input) {
    for (const it of snapshot.all('impact-criterion')) {
      if (input.interest && it.body.interest !== input.interest) continue
      const { number: at, name: called, thresholds: limits, weight: counts, remark: noted } = it.body
      yield {
        // 2.10 after 2.9
        key: at.replace(/\d+/g, digits => digits.padStart(4, '0')),
        code: it.code,
        of: reading(snapshot, it, impactCriterion),
        row: () => ({
          code: it.code,
          number: at,
          name: called,
          interest: snapshot.get('interest', it.body.interest)?.body.name ?? null,
          thresholds: limits,
          weight: counts,
          remark: noted,
        }),
      }
    }
  },
})
