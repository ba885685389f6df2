import { choice } from '../../../fields/choice.ts'
import { dayField } from '../../../fields/day.ts'
import { maybe } from '../../../fields/field.ts'
import { name } from '../../../fields/name.ts'
import { ref } from '../../../fields/ref.ts'
import { line } from '../../../fields/text.ts'
import { w } from '../../../kernel/words.ts'
import { changes, rating } from '../../../model/picture/rating.ts'
import { reading } from '../../reading.ts'
import { view } from '../../room.ts'
import { lettersOf } from './said.ts'

const { part, words, remark } = rating.fields

export const ratingsView = view({
  name: 'ratings',
  words: w('Beoordelingen', 'Ratings'),
  means: w(
    'Wat analyses van scenario’s en thema’s zeggen: de letters van hun klassen, of wat er veranderde.',
    'What assessments say of scenarios and themes: the letters of their classes, or what changed.',
  ),
  open: true,
  input: {
    about: maybe(ref(['scenario', 'theme'], w('Wat is beoordeeld', 'What is rated'))),
    assessment: maybe(ref('assessment', w('Analyse', 'Assessment'))),
  },
  row: {
    code: line(w('Code', 'Code')),
    about: line(w('Code van wat is beoordeeld', 'Code of what is rated')),
    name: name(w('Wat is beoordeeld', 'What is rated')),
    part,
    assessment: line(w('Analyse', 'Assessment')),
    on: dayField(w('Uitgebracht op', 'Published on')),
    likelihood: maybe(line(w('Waarschijnlijkheid', 'Likelihood'))),
    impact: maybe(line(w('Impact', 'Impact'))),
    change: maybe(choice(w('Wat er veranderde', 'What changed'), changes)),
    words,
    remark,
  },
  facets: ['assessment', 'change'],
  *see(snapshot, input) {
    for (const it of snapshot.all('rating')) {
      if (input.about && it.body.about !== input.about) continue
      if (input.assessment && it.body.assessment !== input.assessment) continue
      const assessment = snapshot.get('assessment', it.body.assessment)
      const about = snapshot.get('scenario', it.body.about) ?? snapshot.get('theme', it.body.about)
      if (!assessment || !about) continue
      yield {
        key: assessment.body.on,
        code: it.code,
        of: reading(snapshot, it, rating),
        row: () => ({
          code: it.code,
          about: about.code,
          name: about.body.name,
          part: it.body.part,
          assessment: assessment.body.short,
          on: assessment.body.on,
          likelihood: lettersOf(it.body, 'likelihood', snapshot),
          impact: lettersOf(it.body, 'impact', snapshot),
          change: it.body.change,
          words: it.body.words,
          remark: it.body.remark,
        }),
      }
    }
  },
})
