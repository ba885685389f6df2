import { choice } from '../../fields/choice.ts'
import { type Body, maybe, open } from '../../fields/field.ts'
import { name } from '../../fields/name.ts'
import { ref } from '../../fields/ref.ts'
import { text } from '../../fields/text.ts'
import { refuse } from '../../kernel/refusal.ts'
import { w } from '../../kernel/words.ts'
import { kind, recordLabel } from '../kind.ts'

export const directions = {
  up: w('neemt toe', 'increases'),
  down: w('neemt af', 'decreases'),
  little: w('verandert weinig', 'changes little'),
  new: w('nieuw', 'new'),
  bears: w('werkt door', 'bears on others'),
} as const

const fields = {
  domain: open(maybe(ref('domain', w('Domein', 'Domain')))),
  name: open(name(w('In het kort', 'In short'))),
  direction: open(choice(w('Richting', 'Direction'), directions)),
  words: open(maybe(text(w('In de woorden van de bron', 'In the words of the source')))),
  assessment: open(maybe(ref('assessment', w('Volgens', 'According to')))),
  remark: open(maybe(name(w('Kanttekening', 'Remark')))),
  label: recordLabel,
}
export type Trend = Body<typeof fields>
declare module '../snapshot.ts' {
  interface Vocabulary {
    trend: Trend
  }
}

export const trend = kind({
  name: 'trend',
  prefix: 'TR',
  room: 'picture',
  words: w('ontwikkeling', 'trend'),
  plural: w('ontwikkelingen', 'trends'),
  means: w(
    'Iets wat toeneemt, afneemt, nieuw is of op andere dreigingen doorwerkt, in een domein, met de woorden van een bron.',
    'Something that increases, decreases, is new or bears on other threats, in a domain, with the words of a source.',
  ),
  fields,
  shape: 1,
  upcasts: {},
  samples: {
    1: {
      domain: null,
      name: { nl: 'De gevolgen van klimaatverandering worden merkbaarder', en: null },
      direction: 'up',
      words: null,
      assessment: null,
      remark: null,
      label: 'public',
    },
  },
  time: 'world',
  held: 'snapshot',
  title: (it, language) => it.name[language] ?? it.name.nl ?? it.name.en ?? '',
  address: () => null,
  /** [T25] Which way something goes is said by a source, or not at all. */
  check: (_, _is, near, id) =>
    near.get('trend', id)?.evidence.length === 0
      ? refuse('trend.evidence', w('Noem het document waarin dit staat.', 'Name the document that says this.'), { where: 'evidence' })
      : undefined,
  follows: () => ({}),
})
