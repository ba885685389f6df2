import { choice } from '../../fields/choice.ts'
import { type Body, maybe, open } from '../../fields/field.ts'
import { name } from '../../fields/name.ts'
import { w } from '../../kernel/words.ts'
import { kind, recordLabel } from '../kind.ts'

export const axes = { likelihood: w('waarschijnlijkheid', 'likelihood'), impact: w('impact', 'impact') } as const

const fields = {
  name: open(name(w('Naam', 'Name'))),
  axis: open(choice(w('Waarvan', 'Of what'), axes)),
  remark: open(maybe(name(w('Kanttekening', 'Remark')))),
  label: recordLabel,
}
export type Scale = Body<typeof fields>
declare module '../snapshot.ts' {
  interface Vocabulary {
    scale: Scale
  }
}

export const scale = kind({
  name: 'scale',
  prefix: 'SC',
  room: 'picture',
  words: w('schaal', 'scale'),
  plural: w('schalen', 'scales'),
  means: w(
    'De klassen waarin een analyse waarschijnlijkheid of impact uitdrukt.',
    'The classes in which an analysis expresses likelihood or impact.',
  ),
  fields,
  shape: 1,
  upcasts: {},
  samples: { 1: { name: { nl: 'Waarschijnlijkheid, vijf klassen', en: null }, axis: 'likelihood', remark: null, label: 'public' } },
  time: 'world',
  held: 'snapshot',
  title: (it, language) => it.name[language] ?? it.name.nl ?? it.name.en ?? '',
  address: () => null,
  check: () => undefined,
  follows(_, near, id) {
    const classes = near.pointing('scale-class', 'scale', id)
    /** [T24] Verified: every class says where it begins and ends, with a source. Until then no number is made of a class. */
    return { classes: classes.length, verified: classes.length > 0 && classes.every(({ body }) => body.bounds !== null) }
  },
})
