import { maybe } from '../../../fields/field.ts'
import { name } from '../../../fields/name.ts'
import { ref } from '../../../fields/ref.ts'
import { line } from '../../../fields/text.ts'
import { w } from '../../../kernel/words.ts'
import { cascade } from '../../../model/picture/cascade.ts'
import { reading } from '../../reading.ts'
import { view } from '../../room.ts'
import { lettersOf } from './chance.ts'

const { probability, delayFrom, delayTo, worsens, words, remark } = cascade.fields

export const cascadesView = view({
  name: 'cascades',
  words: w('Doorwerkingen', 'Cascades'),
  means: w(
    'Welk scenario welk ander kan veroorzaken of erger maken, met de kans en de vertraging die een bron geeft.',
    'Which scenario can set off or worsen which other, with the probability and the delay that a source gives.',
  ),
  open: true,
  input: { scenario: maybe(ref('scenario', w('Van of naar dit scenario', 'From or to this scenario'))) },
  row: {
    code: line(w('Code', 'Code')),
    from: line(w('Code van wat eerst gebeurt', 'Code of what happens first')),
    fromName: name(w('Als dit gebeurt', 'When this happens')),
    to: line(w('Code van wat kan volgen', 'Code of what can follow')),
    toName: name(w('Kan dit volgen', 'This can follow')),
    probability,
    classes: maybe(line(w('Kans in klassen', 'Probability in classes'))),
    delayFrom,
    delayTo,
    worsens,
    words,
    remark,
  },
  *see(snapshot, input) {
    for (const it of snapshot.all('cascade')) {
      const { from, to } = it.body
      if (input.scenario && from !== input.scenario && to !== input.scenario) continue
      const [first, next] = [snapshot.get('scenario', from), snapshot.get('scenario', to)]
      if (!first || !next) continue
      yield {
        key: `${first.code} ${next.code}`,
        code: it.code,
        of: reading(snapshot, it, cascade),
        row: () => ({
          code: it.code,
          from: first.code,
          fromName: first.body.name,
          to: next.code,
          toName: next.body.name,
          probability: it.body.probability,
          classes: lettersOf(snapshot, it),
          delayFrom: it.body.delayFrom,
          delayTo: it.body.delayTo,
          worsens: it.body.worsens,
          words: it.body.words,
          remark: it.body.remark,
        }),
      }
    }
  },
})
