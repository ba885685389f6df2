import { choice } from '../../fields/choice.ts'
import { type Body, hint, maybe, open } from '../../fields/field.ts'
import { name } from '../../fields/name.ts'
import { number } from '../../fields/number.ts'
import { refuse } from '../../kernel/refusal.ts'
import { w } from '../../kernel/words.ts'
import { kind, recordLabel } from '../kind.ts'

export const axes = { likelihood: w('waarschijnlijkheid', 'likelihood'), impact: w('impact', 'impact') } as const

const fields = {
  name: open(name(w('Naam', 'Name'))),
  axis: open(choice(w('Waarvan', 'Of what'), axes)),
  years: hint(
    open(maybe(number(w('Over hoeveel jaar', 'Over how many years'), 1, 100))),
    w('De tijd waarvoor een kans geldt, alleen bij waarschijnlijkheid.', 'The time for which a chance holds, with likelihood only.'),
  ),
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
  shape: 2,
  upcasts: { 1: body => ({ ...body, years: null }) },
  samples: {
    1: { name: { nl: 'Waarschijnlijkheid, vijf klassen', en: null }, axis: 'likelihood', remark: null, label: 'public' },
    2: { name: { nl: 'Waarschijnlijkheid, vijf klassen', en: null }, axis: 'likelihood', years: 5, remark: null, label: 'public' },
  },
  time: 'world',
  held: 'snapshot',
  title: (it, language) => it.name[language] ?? it.name.nl ?? it.name.en ?? '',
  address: () => null,
  /** [T70] Impact has no time for which it holds. */
  check: (_, is) =>
    is.years !== null && is.axis !== 'likelihood'
      ? refuse('scale.years', w('Laat dit leeg bij impact.', 'Leave this empty with impact.'), { where: 'years', found: String(is.years) })
      : undefined,
  follows(it, near, id) {
    const classes = near.pointing('scale-class', 'scale', id)
    /** [T24] Verified: every class says where it begins and ends, with a source. Until then no number is made of a class. */
    const verified = classes.length > 0 && classes.every(({ body }) => body.bounds !== null)
    /** [T70] Counted: verified, and every class and the time are numbers. Only then odds are said. */
    const counted = verified && it.years !== null && classes.every(({ body }) => body.atLeast !== null && body.below !== null)
    return { classes: classes.length, verified, counted }
  },
})
