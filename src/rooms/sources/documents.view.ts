import { maybe } from '../../fields/field.ts'
import { number } from '../../fields/number.ts'
import { line } from '../../fields/text.ts'
import { w } from '../../kernel/words.ts'
import { document } from '../../model/sources/document.ts'
import { reading } from '../reading.ts'
import { view } from '../room.ts'

const { title, date, label, identity } = document.fields

export const documentsView = view({
  name: 'documents',
  words: w('Documenten', 'Documents'),
  means: w(
    'Alle documenten; wie is aangemeld ziet ook wat erin nog te beoordelen is.',
    'All documents; who is signed in also sees what is left to decide in each.',
  ),
  open: true,
  input: {},
  row: {
    code: line(w('Code', 'Code')),
    title,
    date,
    label,
    identity,
    proposed: maybe(number(w('Voorstellen', 'Proposals'))),
    decided: maybe(number(w('Beoordeeld', 'Decided'))),
    left: maybe(number(w('Nog te beoordelen', 'Left to decide'))),
    year: maybe(line(w('Jaar', 'Year'))),
  },
  facets: ['year', 'label'],
  *see(snapshot) {
    for (const it of snapshot.all('document')) {
      const of = reading(snapshot, it, document)
      const { proposed, date: on } = it.body
      // Work that is left comes first, then the newest.
      const newest = on ? String(99_999_999 - Number(on.replaceAll('-', ''))) : '99999999'
      yield {
        key: `${of.follows.left > 0 ? 0 : 1} ${newest}`,
        code: it.code,
        of,
        row: () => ({
          code: it.code,
          title: it.body.title,
          date: on,
          label: it.body.label,
          identity: it.body.identity,
          proposed,
          decided: proposed === null ? null : proposed - of.follows.left,
          left: proposed === null ? null : of.follows.left,
          year: on?.slice(0, 4) ?? null,
        }),
      }
    }
  },
})
