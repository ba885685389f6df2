import { type Body, maybe, open } from '../../fields/field.ts'
import { list } from '../../fields/list.ts'
import { name } from '../../fields/name.ts'
import { number } from '../../fields/number.ts'
import { ref } from '../../fields/ref.ts'
import { refuse } from '../../kernel/refusal.ts'
import { w } from '../../kernel/words.ts'
import { kind, recordLabel } from '../kind.ts'

const fields = {
  goal: open(ref('goal', w('Hoofddoelstelling', 'Goal'))),
  number: open(number(w('Nummer', 'Number'), 1, 999)),
  name: open(name(w('Naam', 'Name'))),
  owners: open(
    list(ref('organisation', w('Organisatie', 'Organisation')), w('Eigenaren volgens de strategie', 'Owners named by the strategy')),
  ),
  remark: open(maybe(name(w('Kanttekening', 'Remark')))),
  label: recordLabel,
}
export type ActionLine = Body<typeof fields>
declare module '../snapshot.ts' {
  interface Vocabulary {
    'action-line': ActionLine
  }
}

export const actionLine = kind({
  name: 'action-line',
  prefix: 'AL',
  room: 'course',
  words: w('actielijn', 'action line'),
  plural: w('actielijnen', 'action lines'),
  means: w(
    'Een lijn van de strategie, met een nummer en een naam. Dat er geen eigenaar is vastgelegd is een bevinding, geen fout.',
    'A line of the strategy, with a number and a name. That no owner is recorded is a finding, not an error.',
  ),
  fields,
  shape: 1,
  upcasts: {},
  samples: {
    1: {
      goal: '019364f0-0000-7000-8000-000000000001',
      number: 7,
      name: { nl: 'Versterken van digitale weerbaarheid', en: 'Strengthen digital resilience' },
      owners: [],
      remark: null,
      label: 'public',
    },
  },
  time: 'world',
  held: 'snapshot',
  title: (it, language) => it.name[language] ?? it.name.nl ?? it.name.en ?? '',
  address: code => `koers/${code.toLowerCase()}`,
  /** [C10] Two lines of one strategy never carry the same number. */
  check(_, is, near, id) {
    const strategy = near.get('goal', is.goal)?.body.strategy
    const twin = near
      .all('action-line')
      .find(other => other.id !== id && other.body.number === is.number && near.get('goal', other.body.goal)?.body.strategy === strategy)
    return twin
      ? refuse('action-line.number-taken', w('Kies een nummer dat nog vrij is.', 'Choose a number that is still free.'), {
          where: 'number',
          found: String(is.number),
          fault: 'conflict',
        })
      : undefined
  },
  follows: (it, near, id) => ({
    owned: it.owners.length > 0,
    priorities: near.pointing('priority', 'line', id).length,
    commitments: near.pointing('commitment', 'lines', id).length,
  }),
})
