import { dayField } from '../../fields/day.ts'
import { type Body, maybe } from '../../fields/field.ts'
import { json } from '../../fields/json.ts'
import { number } from '../../fields/number.ts'
import { line, text } from '../../fields/text.ts'
import { w } from '../../kernel/words.ts'
import type { Excerpt } from '../../ledger/seeking/excerpt.ts'
import { search as passages, type Row, view } from '../room.ts'
import { search } from './search.ts'

/** So many texts at most, and of each so many passages: who wants all of them asks more narrowly. */
const TEXTS = 100
const EACH = 5

const row = {
  code: line(w('Code', 'Code')),
  kind: line(w('Soort', 'Kind')),
  name: text(w('Naam', 'Name')),
  date: maybe(dayField(w('Datum', 'Date'))),
  paragraph: maybe(number(w('Alinea', 'Paragraph'))),
  excerpt: maybe(text(w('Fragment', 'Excerpt'))),
  fits: maybe(json(w('Treffers', 'What fits'))),
}

/** [D9] What is found by code and name, then in the texts of documents. */
export const searchView = view({
  name: 'search',
  words: w('Zoeken', 'Search'),
  means: w(
    'Wat past bij een code of woorden: eerst dingen bij hun naam, dan alinea’s uit de tekst van documenten, de best passende eerst.',
    'What fits a code or words: first things by their name, then paragraphs from the text of documents, the best first.',
  ),
  open: true,
  input: { q: line(w('Woorden of code', 'Words or code')) },
  row,
  facets: ['kind'],
  needs: (_, { q }) => ({ texts: passages({ words: q, size: TEXTS, each: EACH }) }),
  *see(snapshot, { q }, { texts: { kinds, found } }) {
    let n = 0
    const next = (code: string, body: () => Body<typeof row>): Row<typeof row> => ({
      key: String(++n).padStart(6, '0'),
      code,
      // What is said of it follows from the question, not from the thing.
      of: {},
      row: body,
    })
    for (const { kind, hits } of search(kinds, snapshot, q))
      for (const { code, body } of hits)
        yield next(code, () => ({
          code,
          kind: kind.name,
          name: nameOf(kind.title(body, 'nl', snapshot), code),
          date: null,
          paragraph: null,
          excerpt: null,
          fits: null,
        }))
    for (const { thing, passages } of found) {
      const kind = kinds.get(thing.kind)
      for (const it of passages)
        yield next(thing.code, () => ({
          code: thing.code,
          kind: 'passage',
          name: nameOf(kind?.title(thing.body as never, 'nl', snapshot), thing.code),
          date: (kind?.text?.(thing.body as never)?.date ?? null) as Body<typeof row>['date'],
          paragraph: it.n,
          ...told(it.excerpt),
        }))
    }
  },
})

const nameOf = (title: string | undefined, code: string): string => (title || code).slice(0, 4000)

/** An excerpt as text, and where in it stands what was sought: [start, end] in UTF-16 code units. */
function told({ pieces, before, after }: Excerpt): { excerpt: string; fits: [number, number][] } {
  let excerpt = before ? '… ' : ''
  const fits: [number, number][] = []
  for (const { words, fits: fit } of pieces) {
    if (fit) fits.push([excerpt.length, excerpt.length + words.length])
    excerpt += words
  }
  return { excerpt: after ? `${excerpt} …` : excerpt, fits }
}
