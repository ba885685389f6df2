import { maybe } from '../../../fields/field.ts'
import { name } from '../../../fields/name.ts'
import { ref } from '../../../fields/ref.ts'
import { line } from '../../../fields/text.ts'
import { w } from '../../../kernel/words.ts'
import { trend } from '../../../model/picture/trend.ts'
import { reading } from '../../reading.ts'
import { view } from '../../room.ts'

const { direction, words } = trend.fields

export const trendsView = view({
  name: 'trends',
  words: w('Ontwikkelingen', 'Trends'),
  means: w(
    'Welke kant dreigingen op gaan, per domein, met de woorden van de bron.',
    'Which way threats go, by domain, with the words of the source.',
  ),
  open: true,
  input: { domain: maybe(ref('domain', w('Domein', 'Domain'))) },
  row: {
    code: line(w('Code', 'Code')),
    name: trend.fields.name,
    direction,
    domain: maybe(name(w('Domein', 'Domain'))),
    words,
    assessment: maybe(line(w('Volgens', 'According to'))),
  },
  facets: ['direction', 'assessment'],
  *see(snapshot, input) {
    for (const it of snapshot.all('trend')) {
      if (input.domain && it.body.domain !== input.domain) continue
      const domain = it.body.domain ? snapshot.get('domain', it.body.domain) : undefined
      yield {
        key: `${String(domain?.body.number ?? 9999).padStart(4, '0')} ${it.code}`,
        code: it.code,
        of: reading(snapshot, it, trend),
        row: () => ({
          code: it.code,
          name: it.body.name,
          direction: it.body.direction,
          domain: domain?.body.name ?? null,
          words: it.body.words,
          assessment: (it.body.assessment && snapshot.get('assessment', it.body.assessment)?.body.short) || null,
        }),
      }
    }
  },
})
