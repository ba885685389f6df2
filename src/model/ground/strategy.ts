import { dayField } from '../../fields/day.ts'
import { type Body, maybe, open } from '../../fields/field.ts'
import { name } from '../../fields/name.ts'
import { ref } from '../../fields/ref.ts'
import { refuse } from '../../kernel/refusal.ts'
import { w } from '../../kernel/words.ts'
import { kind, recordLabel } from '../kind.ts'

const fields = {
  name: open(name(w('Naam', 'Name'))),
  from: open(dayField(w('Begint op', 'Starts on'))),
  to: open(dayField(w('Loopt tot en met', 'Runs until'))),
  published: open(maybe(dayField(w('Gepubliceerd op', 'Published on')))),
  document: open(maybe(ref('document', w('Document', 'Document')))),
  label: recordLabel,
}
export type Strategy = Body<typeof fields>
declare module '../snapshot.ts' {
  interface Vocabulary {
    strategy: Strategy
  }
}

export const strategy = kind({
  name: 'strategy',
  prefix: 'ST',
  room: 'ground',
  words: w('strategie', 'strategy'),
  plural: w('strategieën', 'strategies'),
  means: w('Een veiligheidsstrategie met een looptijd en doelen.', 'A security strategy with a period and goals.'),
  fields,
  shape: 1,
  upcasts: {},
  samples: {
    1: {
      name: { nl: 'Veiligheidsstrategie', en: 'Security strategy' },
      from: '2023-01-01',
      to: '2029-12-31',
      published: '2023-04-03',
      document: null,
      label: 'public',
    },
  },
  time: 'world',
  held: 'snapshot',
  title: (it, language) => it.name[language] ?? it.name.nl ?? it.name.en ?? '',
  address: code => `strategie/${code.toLowerCase()}`,
  check: (_, is) =>
    is.from > is.to
      ? refuse('strategy.upside-down', w('Zet het begin voor het einde.', 'Put the start before the end.'), { where: 'to' })
      : undefined,
  follows: (it, near) => ({ running: it.from <= near.on && near.on <= it.to }),
})
