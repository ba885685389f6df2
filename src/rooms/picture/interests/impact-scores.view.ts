import { maybe } from '../../../fields/field.ts'
import { ref } from '../../../fields/ref.ts'
import { line } from '../../../fields/text.ts'
import { w } from '../../../kernel/words.ts'
import { impactCriterion } from '../../../model/picture/impact-criterion.ts'
import { impactScore } from '../../../model/picture/impact-score.ts'
import { reading } from '../../reading.ts'
import { view } from '../../room.ts'

export const impactScoresView = view({
  name: 'impact-scores',
  words: w('Impactscores', 'Impact scores'),
  means: w(
    'De klasse per impactcriterium, van elke beoordeling die ze geeft.',
    'The class on each impact criterion, of every rating that gives them.',
  ),
  open: true,
  input: { rating: maybe(ref('rating', w('Beoordeling', 'Rating'))) },
  row: {
    code: line(w('Code', 'Code')),
    rating: line(w('Beoordeling', 'Rating')),
    number: impactCriterion.fields.number,
    criterion: impactCriterion.fields.name,
    from: line(w('Laagste klasse', 'Lowest class')),
    to: line(w('Hoogste klasse', 'Highest class')),
    remark: impactScore.fields.remark,
  },
  *see(snapshot, input) {
    for (const it of snapshot.all('impact-score')) {
      if (input.rating && it.body.rating !== input.rating) continue
      const rating = snapshot.get('rating', it.body.rating)
      const criterion = snapshot.get('impact-criterion', it.body.criterion)
      const [low, high] = [snapshot.get('scale-class', it.body.from), snapshot.get('scale-class', it.body.to)]
      if (!rating || !criterion || !low || !high) continue
      yield {
        key: `${rating.code} ${criterion.body.number.replace(/\d+/g, digits => digits.padStart(4, '0'))}`,
        code: it.code,
        of: reading(snapshot, it, impactScore),
        row: () => ({
          code: it.code,
          rating: rating.code,
          number: criterion.body.number,
          criterion: criterion.body.name,
          from: low.body.letter,
          to: high.body.letter,
          remark: it.body.remark,
        }),
      }
    }
  },
})
