import { number } from '../../../fields/number.ts'
import { line } from '../../../fields/text.ts'
import { w } from '../../../kernel/words.ts'
import { theme } from '../../../model/picture/theme.ts'
import { reading } from '../../reading.ts'
import { view } from '../../room.ts'
import { isClassed, ratingsOf } from '../ratings/held.ts'

const count = (nl: string, en: string) => number(w(nl, en))

export const themesView = view({
  name: 'themes',
  words: w('Dreigingsthema’s', 'Themes'),
  means: w(
    'De groepen van dreigingen, met hoeveel scenario’s er zijn en van hoeveel een beoordeling is gevonden.',
    'The groups of threats, with how many scenarios there are and for how many a rating was found.',
  ),
  open: true,
  input: {},
  row: {
    code: line(w('Code', 'Code')),
    number: theme.fields.number,
    name: theme.fields.name,
    scenarios: count('Scenario’s', 'Scenarios'),
    classed: count('Scenario’s met een klasse', 'Scenarios with a class'),
    stated: count('Keren dat een bron alleen zegt wat veranderde', 'Times a source only says what changed'),
    unrated: count('Scenario’s zonder beoordeling', 'Scenarios without a rating'),
  },
  *see(snapshot) {
    for (const it of snapshot.all('theme')) {
      const scenarios = snapshot.pointing('scenario', 'theme', it.id).map(({ id }) => ratingsOf(snapshot, id))
      const said = [...scenarios.flat(), ...ratingsOf(snapshot, it.id)]
      const counts = {
        scenarios: scenarios.length,
        classed: scenarios.filter(each => each.some(isClassed)).length,
        stated: said.filter(each => !isClassed(each)).length,
        unrated: scenarios.filter(each => each.length === 0).length,
      }
      yield {
        key: String(it.body.number).padStart(4, '0'),
        code: it.code,
        of: reading(snapshot, it, { follows: () => counts }, 'counts'),
        row: () => ({ code: it.code, number: it.body.number, name: it.body.name, ...counts }),
      }
    }
  },
})
