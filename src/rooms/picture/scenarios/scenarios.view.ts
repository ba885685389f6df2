import { choice } from '../../../fields/choice.ts'
import { maybe } from '../../../fields/field.ts'
import { ref } from '../../../fields/ref.ts'
import { line } from '../../../fields/text.ts'
import { w } from '../../../kernel/words.ts'
import { changes } from '../../../model/picture/rating.ts'
import { scenario } from '../../../model/picture/scenario.ts'
import { reading } from '../../reading.ts'
import { view } from '../../room.ts'
import { isClassed, ratingsOf } from '../ratings/held.ts'
import { lettersOf } from '../ratings/said.ts'

export const scenariosView = view({
  name: 'scenarios',
  words: w('Scenario’s', 'Scenarios'),
  means: w(
    'De gebeurtenissen per dreigingsthema, met de nieuwste klassen en de nieuwste verandering die een bron noemt.',
    'The events by theme, with the newest classes and the newest change that a source states.',
  ),
  open: true,
  input: { theme: maybe(ref('theme', w('Dreigingsthema', 'Theme'))) },
  row: {
    code: line(w('Code', 'Code')),
    name: scenario.fields.name,
    theme: scenario.fields.name,
    likelihood: maybe(line(w('Waarschijnlijkheid', 'Likelihood'))),
    impact: maybe(line(w('Impact', 'Impact'))),
    classedIn: maybe(line(w('Klassen volgens', 'Classes according to'))),
    change: maybe(choice(w('Wat er veranderde', 'What changed'), changes)),
    changedIn: maybe(line(w('Verandering volgens', 'Change according to'))),
    remark: scenario.fields.remark,
  },
  facets: ['classedIn', 'change'],
  *see(snapshot, input) {
    for (const it of snapshot.all('scenario')) {
      if (input.theme && it.body.theme !== input.theme) continue
      const theme = snapshot.get('theme', it.body.theme)
      const said = ratingsOf(snapshot, it.id)
      const [classed, stated] = [said.find(isClassed), said.find(each => !isClassed(each))]
      const latest = {
        likelihood: classed ? lettersOf(classed.rating.body, 'likelihood', snapshot) : null,
        impact: classed ? lettersOf(classed.rating.body, 'impact', snapshot) : null,
        classedIn: classed?.assessment.body.short ?? null,
        change: stated?.rating.body.change ?? null,
        changedIn: stated?.assessment.body.short ?? null,
      }
      yield {
        key: `${String(theme?.body.number ?? 9999).padStart(4, '0')} ${it.code}`,
        code: it.code,
        of: reading(snapshot, it, { follows: () => latest }, 'latest'),
        row: () => ({
          code: it.code,
          name: it.body.name,
          theme: theme?.body.name ?? { nl: '–', en: '–' },
          ...latest,
          remark: it.body.remark,
        }),
      }
    }
  },
})
