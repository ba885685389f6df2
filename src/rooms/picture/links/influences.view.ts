import { maybe } from '../../../fields/field.ts'
import { name } from '../../../fields/name.ts'
import { ref } from '../../../fields/ref.ts'
import { line } from '../../../fields/text.ts'
import { w } from '../../../kernel/words.ts'
import { influence } from '../../../model/picture/influence.ts'
import { reading } from '../../reading.ts'
import { view } from '../../room.ts'

const { effect, factor, words, remark } = influence.fields

export const influencesView = view({
  name: 'influences',
  words: w('Invloeden', 'Influences'),
  means: w('Welke ontwikkeling of welk scenario een andere versterkt of verzwakt.', 'Which trend or scenario raises or lowers another.'),
  open: true,
  input: { about: maybe(ref(['trend', 'scenario'], w('Van of op dit', 'From or on this'))) },
  row: {
    code: line(w('Code', 'Code')),
    from: line(w('Code van wat invloed heeft', 'Code of what has influence')),
    fromName: name(w('Wat invloed heeft', 'What has influence')),
    effect,
    to: line(w('Code van waarop', 'Code of on what')),
    toName: name(w('Waarop', 'On what')),
    factor,
    words,
    remark,
  },
  facets: ['effect'],
  *see(snapshot, input) {
    const there = (id: string) => snapshot.get('trend', id) ?? snapshot.get('scenario', id)
    for (const it of snapshot.all('influence')) {
      if (input.about && it.body.from !== input.about && it.body.to !== input.about) continue
      const [from, to] = [there(it.body.from), there(it.body.to)]
      if (!from || !to) continue
      yield {
        key: `${from.code} ${to.code}`,
        code: it.code,
        of: reading(snapshot, it, influence),
        row: () => ({
          code: it.code,
          from: from.code,
          fromName: from.body.name,
          effect: it.body.effect,
          to: to.code,
          toName: to.body.name,
          factor: it.body.factor,
          words: it.body.words,
          remark: it.body.remark,
        }),
      }
    }
  },
})
