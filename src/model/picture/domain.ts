import { type Body, maybe, open } from '../../fields/field.ts'
import { list } from '../../fields/list.ts'
import { name } from '../../fields/name.ts'
import { number } from '../../fields/number.ts'
import { ref } from '../../fields/ref.ts'
import { refuse } from '../../kernel/refusal.ts'
import { w } from '../../kernel/words.ts'
import { kind, recordLabel } from '../kind.ts'

const fields = {
  number: open(number(w('Nummer', 'Number'), 1, 999)),
  name: open(name(w('Naam', 'Name'))),
  assessment: open(maybe(ref('assessment', w('Waargenomen in', 'Seen in')))),
  lines: open(
    list(ref('action-line', w('Actielijn', 'Action line')), w('Actielijnen die de bron erbij noemt', 'Lines the source names with it')),
  ),
  remark: open(maybe(name(w('Kanttekening', 'Remark')))),
  label: recordLabel,
}
export type Domain = Body<typeof fields>
declare module '../snapshot.ts' {
  interface Vocabulary {
    domain: Domain
  }
}

export const domain = kind({
  name: 'domain',
  prefix: 'DM',
  room: 'picture',
  words: w('domein', 'domain'),
  plural: w('domeinen', 'domains'),
  means: w(
    'Een deel van de wereld waarin een analyse een overgang ziet; het houdt ontwikkelingen bijeen.',
    'A part of the world in which an analysis sees a transition; it holds trends together.',
  ),
  fields,
  shape: 1,
  upcasts: {},
  samples: {
    1: {
      number: 3,
      name: { nl: 'Technologische ontwikkelingen', en: null },
      assessment: null,
      lines: [],
      remark: null,
      label: 'public',
    },
  },
  time: 'world',
  held: 'snapshot',
  title: (it, language) => it.name[language] ?? it.name.nl ?? it.name.en ?? '',
  address: () => null,
  /** [T20] Two domains never carry the same number. */
  check: (_, is, near, id) =>
    near.all('domain').some(other => other.id !== id && other.body.number === is.number)
      ? refuse('domain.number-taken', w('Kies een nummer dat nog vrij is.', 'Choose a number that is still free.'), {
          where: 'number',
          found: String(is.number),
          fault: 'conflict',
        })
      : undefined,
  follows: (_, near, id) => ({ trends: near.pointing('trend', 'domain', id).length }),
})
