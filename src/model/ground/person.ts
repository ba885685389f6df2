import { choice } from '../../fields/choice.ts'
import { type Body, maybe, personal } from '../../fields/field.ts'
import { line } from '../../fields/text.ts'
import { w } from '../../kernel/words.ts'
import { closedLabel, kind } from '../kind.ts'

const fields = {
  name: personal(line(w('Naam', 'Name'))),
  email: maybe(personal(line(w('E-mailadres', 'E-mail address')))),
  language: choice(w('Taal', 'Language'), { nl: w('Nederlands', 'Dutch'), en: w('Engels', 'English') }),
  label: closedLabel,
}
export type Person = Body<typeof fields>
declare module '../snapshot.ts' {
  interface Vocabulary {
    person: Person
  }
}

export const person = kind({
  name: 'person',
  prefix: 'P',
  room: 'ground',
  words: w('persoon', 'person'),
  plural: w('personen', 'people'),
  means: w(
    'Iemand die met Koersvast werkt. De naam is te wissen zonder dat de keten breekt.',
    'Somebody who works with Koersvast. The name can be erased without breaking the chain.',
  ),
  fields,
  shape: 1,
  upcasts: {},
  samples: {
    1: { name: 'b5bb9d8014a0f9b1d61e21e796d78dccdf1352f23cd32812f4850b878ae4944c', email: null, language: 'nl', label: 'internal' },
  },
  time: 'world',
  held: 'snapshot',
  title: (it, language, near) => near.person(it.name) ?? w('naam gewist', 'name erased')[language],
  address: () => null,
  check: () => undefined,
  follows: () => ({}),
})
