import { type Body, maybe, open } from '../../fields/field.ts'
import { name } from '../../fields/name.ts'
import { number } from '../../fields/number.ts'
import { refuse } from '../../kernel/refusal.ts'
import { w } from '../../kernel/words.ts'
import { kind, recordLabel } from '../kind.ts'

const fields = {
  number: open(number(w('Nummer', 'Number'), 1, 999)),
  name: open(name(w('Naam', 'Name'))),
  remark: open(maybe(name(w('Kanttekening', 'Remark')))),
  label: recordLabel,
}
export type Theme = Body<typeof fields>
declare module '../snapshot.ts' {
  interface Vocabulary {
    theme: Theme
  }
}

export const theme = kind({
  name: 'theme',
  prefix: 'DT',
  room: 'picture',
  words: w('dreigingsthema', 'theme'),
  plural: w('dreigingsthema’s', 'themes'),
  means: w('Een groep van dreigingen; het houdt scenario’s bijeen.', 'A group of threats; it holds scenarios together.'),
  fields,
  shape: 1,
  upcasts: {},
  samples: { 1: { number: 8, name: { nl: 'Cyberdreigingen', en: 'Cyber threats' }, remark: null, label: 'public' } },
  time: 'world',
  held: 'snapshot',
  title: (it, language) => it.name[language] ?? it.name.nl ?? it.name.en ?? '',
  address: code => `beeld/${code.toLowerCase()}`,
  /** [T20] Two themes never carry the same number. */
  check: (_, is, near, id) =>
    near.all('theme').some(other => other.id !== id && other.body.number === is.number)
      ? refuse('theme.number-taken', w('Kies een nummer dat nog vrij is.', 'Choose a number that is still free.'), {
          where: 'number',
          found: String(is.number),
          fault: 'conflict',
        })
      : undefined,
  follows: (_, near, id) => ({ scenarios: near.pointing('scenario', 'theme', id).length }),
})
