import { dayField } from '../../fields/day.ts'
import { type Body, maybe, open } from '../../fields/field.ts'
import { ref } from '../../fields/ref.ts'
import { line } from '../../fields/text.ts'
import { refuse } from '../../kernel/refusal.ts'
import { w } from '../../kernel/words.ts'
import { kind, recordLabel } from '../kind.ts'

const fields = {
  office: open(ref('office', w('Ambt', 'Office'))),
  // The name under an official letter is public by that letter; people who use the system are Person, and erasable.
  name: open(line(w('Naam', 'Name'))),
  from: open(dayField(w('Sinds', 'Since'))),
  to: open(maybe(dayField(w('Tot en met', 'Until')))),
  label: recordLabel,
}
export type Holder = Body<typeof fields>
declare module '../snapshot.ts' {
  interface Vocabulary {
    holder: Holder
  }
}

export const holder = kind({
  name: 'holder',
  prefix: 'H',
  room: 'ground',
  words: w('bekleder', 'holder'),
  plural: w('bekleders', 'holders'),
  means: w('Wie een ambt bekleedde, van wanneer tot wanneer.', 'Who held an office, from when to when.'),
  fields,
  shape: 1,
  upcasts: {},
  samples: { 1: { office: '019364f0-0000-7000-8000-000000000001', name: 'A. Voorbeeld', from: '2024-07-02', to: null, label: 'public' } },
  time: 'world',
  held: 'snapshot',
  title: it => it.name,
  address: () => null,
  check: (_, is) =>
    is.to && is.from > is.to
      ? refuse('holder.upside-down', w('Zet het begin voor het einde.', 'Put the start before the end.'), { where: 'to' })
      : undefined,
  follows: () => ({}),
})
