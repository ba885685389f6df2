import { type Body, open } from '../../fields/field.ts'
import { name } from '../../fields/name.ts'
import { number } from '../../fields/number.ts'
import { ref } from '../../fields/ref.ts'
import { w } from '../../kernel/words.ts'
import { kind, recordLabel } from '../kind.ts'

const fields = {
  strategy: open(ref('strategy', w('Strategie', 'Strategy'))),
  number: open(number(w('Nummer', 'Number'), 1, 999)),
  name: open(name(w('Naam', 'Name'))),
  label: recordLabel,
}
export type Goal = Body<typeof fields>
declare module '../snapshot.ts' {
  interface Vocabulary {
    goal: Goal
  }
}

export const goal = kind({
  name: 'goal',
  prefix: 'HD',
  room: 'course',
  words: w('hoofddoelstelling', 'goal'),
  plural: w('hoofddoelstellingen', 'goals'),
  means: w('Een doel van de strategie; het groepeert actielijnen.', 'An aim of the strategy; it groups action lines.'),
  fields,
  shape: 1,
  upcasts: {},
  samples: {
    1: {
      strategy: '019364f0-0000-7000-8000-000000000001',
      number: 1,
      name: { nl: 'Een veilig Koninkrijk', en: 'A secure Kingdom' },
      label: 'public',
    },
  },
  time: 'world',
  held: 'snapshot',
  title: (it, language) => it.name[language] ?? it.name.nl ?? it.name.en ?? '',
  address: () => null,
  check: () => undefined,
  follows: () => ({}),
})
