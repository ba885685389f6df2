import { maybe } from '../../../fields/field.ts'
import { number } from '../../../fields/number.ts'
import { line } from '../../../fields/text.ts'
import { w } from '../../../kernel/words.ts'
import { assessment } from '../../../model/picture/assessment.ts'
import { reading } from '../../reading.ts'
import { view } from '../../room.ts'
import { isClassed, ratingsIn } from '../ratings/held.ts'

const { name, short, sort, on, remark } = assessment.fields

export const assessmentsView = view({
  name: 'assessments',
  words: w('Analyses', 'Assessments'),
  means: w(
    'De risico- en trendanalyses, met hoeveel daarvan is vastgelegd.',
    'The risk and trend analyses, with how much of them is recorded.',
  ),
  open: true,
  input: {},
  row: {
    code: line(w('Code', 'Code')),
    name,
    short,
    sort,
    on,
    authors: maybe(line(w('Gemaakt door', 'Made by'))),
    classed: number(w('Beoordelingen met klassen', 'Ratings with classes')),
    stated: number(w('Genoemde veranderingen', 'Stated changes')),
    remark,
  },
  facets: ['sort'],
  *see(snapshot) {
    for (const it of snapshot.all('assessment')) {
      const said = ratingsIn(snapshot, it.id)
      const counts = { classed: said.filter(isClassed).length, stated: said.filter(each => !isClassed(each)).length }
      const authors = it.body.authors.map(id => snapshot.get('organisation', id)).flatMap(who => who?.body.short ?? who?.body.name.nl ?? [])
      yield {
        key: it.body.on,
        code: it.code,
        of: reading(snapshot, it, { follows: () => counts }, 'counts'),
        row: () => ({
          code: it.code,
          name: it.body.name,
          short: it.body.short,
          sort: it.body.sort,
          on: it.body.on,
          authors: authors.join(', ') || null,
          ...counts,
          remark: it.body.remark,
        }),
      }
    }
  },
})
