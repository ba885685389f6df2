import { number } from '../../../fields/number.ts'
import { line } from '../../../fields/text.ts'
import { w } from '../../../kernel/words.ts'
import { interest } from '../../../model/picture/interest.ts'
import { reading } from '../../reading.ts'
import { view } from '../../room.ts'

const { name, says, remark } = interest.fields

export const interestsView = view({
  name: 'interests',
  words: w('Veiligheidsbelangen', 'Interests'),
  means: w(
    'Wat de strategie beschermt, met hoeveel impactcriteria daarbij horen.',
    'What the strategy protects, with how many impact criteria belong to it.',
  ),
  open: true,
  input: {},
  row: {
    code: line(w('Code', 'Code')),
    number: interest.fields.number,
    name,
    says,
    criteria: number(w('Impactcriteria', 'Impact criteria')),
    remark,
  },
  *see(snapshot) {
    for (const it of snapshot.all('interest')) {
      const of = reading(snapshot, it, interest)
      const { number: at, name: called, says: protects, remark: noted } = it.body
      yield {
        key: String(at).padStart(4, '0'),
        code: it.code,
        of,
        row: () => ({ code: it.code, number: at, name: called, says: protects, criteria: of.follows.criteria, remark: noted }),
      }
    }
  },
})
