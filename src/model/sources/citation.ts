import { choice } from '../../fields/choice.ts'
import { type Body, maybe, open } from '../../fields/field.ts'
import { ref } from '../../fields/ref.ts'
import { line } from '../../fields/text.ts'
import { w } from '../../kernel/words.ts'
import { kind, recordLabel } from '../kind.ts'

export const relations = {
  cites: w('noemt', 'cites'),
  answers: w('antwoordt op', 'answers'),
  'annex-of': w('noemt een bijlage van', 'names an annex of'),
  'sent-with': w('is verstuurd met', 'was sent with'),
  'carries-out': w('voert uit', 'carries out'),
} as const

const fields = {
  document: open(ref('document', w('Document', 'Document'))),
  relation: open(choice(w('Verband', 'Relation'), relations)),
  /** Its identity, whether or not it is here: a document that comes later is found by it. */
  names: open(line(w('Officieel kenmerk', 'Official identity'))),
  address: open(maybe(line(w('Adres', 'Address')))),
  label: recordLabel,
}
export type Citation = Body<typeof fields>
declare module '../snapshot.ts' {
  interface Vocabulary {
    citation: Citation
  }
}

export const citation = kind({
  name: 'citation',
  prefix: 'VW',
  room: 'sources',
  words: w('verwijzing', 'citation'),
  plural: w('verwijzingen', 'citations'),
  means: w(
    'Een document dat een ander noemt, met de plaats waar het staat.',
    'A document that names another, with the place where it does.',
  ),
  fields,
  shape: 1,
  upcasts: {},
  samples: {
    1: {
      document: '019364f0-0000-7000-8000-000000000001',
      relation: 'cites',
      names: 'kst-30821-231',
      address: 'https://zoek.officielebekendmakingen.nl/kst-30821-231.html',
      label: 'public',
    },
  },
  time: 'world',
  // A letter holds some twenty: they are fetched with the document they are about.
  held: 'shelf',
  title: it => it.names,
  address: () => null,
  check: () => undefined,
  follows: () => ({}),
})
