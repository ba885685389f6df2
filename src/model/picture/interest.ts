import { type Body, maybe, open } from '../../fields/field.ts'
import { name } from '../../fields/name.ts'
import { number } from '../../fields/number.ts'
import { refuse } from '../../kernel/refusal.ts'
import { w } from '../../kernel/words.ts'
import { kind, recordLabel } from '../kind.ts'

const fields = {
  number: open(number(w('Nummer', 'Number'), 1, 999)),
  name: open(name(w('Naam', 'Name'))),
  says: open(maybe(name(w('Wat beschermd wordt', 'What is protected')))),
  remark: open(maybe(name(w('Kanttekening', 'Remark')))),
  label: recordLabel,
}
export type Interest = Body<typeof fields>
declare module '../snapshot.ts' {
  interface Vocabulary {
    interest: Interest
  }
}

export const interest = kind({
  name: 'interest',
  prefix: 'BL',
  room: 'picture',
  words: w('veiligheidsbelang', 'interest'),
  plural: w('veiligheidsbelangen', 'interests'),
  means: w(
    'Wat een strategie beschermt, zoals fysieke veiligheid. Schade eraan wordt gemeten met impactcriteria.',
    'What a strategy protects, as physical security. Damage to it is measured by impact criteria.',
  ),
  fields,
  shape: 1,
  upcasts: {},
  samples: {
    1: { number: 2, name: { nl: 'Fysieke veiligheid', en: 'Physical security' }, says: null, remark: null, label: 'public' },
  },
  time: 'world',
  held: 'snapshot',
  title: (it, language) => it.name[language] ?? it.name.nl ?? it.name.en ?? '',
  address: () => null,
  /** [T40] Two interests never carry the same number. */
  check: (_, is, near, id) =>
    near.all('interest').some(other => other.id !== id && other.body.number === is.number)
      ? refuse('interest.number-taken', w('Kies een nummer dat nog vrij is.', 'Choose a number that is still free.'), {
          where: 'number',
          found: String(is.number),
          fault: 'conflict',
        })
      : undefined,
  follows: (_, near, id) => ({ criteria: near.pointing('impact-criterion', 'interest', id).length }),
})
