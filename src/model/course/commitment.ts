import { choice } from '../../fields/choice.ts'
import { dayField } from '../../fields/day.ts'
import { type Body, hint, maybe, open } from '../../fields/field.ts'
import { list } from '../../fields/list.ts'
import { name } from '../../fields/name.ts'
import { ref } from '../../fields/ref.ts'
import { line, text } from '../../fields/text.ts'
import { window } from '../../fields/window.ts'
import { refuse } from '../../kernel/refusal.ts'
import { w } from '../../kernel/words.ts'
import { kind, recordLabel } from '../kind.ts'
import { stateOf } from './commitment-state.ts'

export const sorts = {
  promise: w('toezegging', 'promise'),
  motion: w('motie', 'motion'),
  duty: w('wettelijke plicht', 'legal duty'),
  recommendation: w('aanbeveling', 'recommendation'),
} as const
export const strengths = {
  'dated-deliverable': w('een resultaat met een termijn', 'a dated deliverable'),
  deliverable: w('een resultaat zonder termijn', 'a deliverable without date'),
  effort: w('een inspanning', 'an effort'),
} as const

const fields = {
  words: hint(open(text(w('Wat is toegezegd', 'What was promised'))), w('In de woorden van de bron.', 'In the words of the source.')),
  kind: open(choice(w('Soort', 'Kind'), sorts)),
  by: open(maybe(ref(['office', 'organisation'], w('Door', 'By')))),
  byWords: open(maybe(line(w('Door, in de woorden van de bron', 'By, in the words of the source')))),
  addressee: open(maybe(ref(['organisation', 'office'], w('Aan', 'To')))),
  due: open(maybe(window(w('Wanneer', 'When')))),
  strength: open(choice(w('Hardheid', 'Strength'), strengths)),
  lines: open(list(ref('action-line', w('Actielijn', 'Action line')), w('Actielijnen', 'Action lines'))),
  territory: open(maybe(ref('territory', w('Gebied', 'Territory')))),
  replaces: open(maybe(ref('commitment', w('Vervangt', 'Replaces')))),
  withdrawn: open(maybe(dayField(w('Ingetrokken op', 'Withdrawn on')))),
  lateConfirmed: open(maybe(dayField(w('Te laat bevestigd op', 'Late confirmed on')))),
  remark: open(maybe(name(w('Kanttekening', 'Remark')))),
  note: maybe(text(w('Interne opmerking', 'Internal note'))),
  label: recordLabel,
}
export type Commitment = Body<typeof fields>
declare module '../snapshot.ts' {
  interface Vocabulary {
    commitment: Commitment
  }
}

const example = {
  words: 'De Kamer medio 2025 informeren over alternatieve dekking',
  kind: 'promise',
  by: null,
  byWords: 'de minister van VWS',
  addressee: null,
  due: { from: '2025-06-01', to: '2025-08-31', phrase: 'medio 2025' },
  strength: 'dated-deliverable',
  lines: [],
  territory: null,
  replaces: null,
  withdrawn: null,
  lateConfirmed: null,
  remark: null,
  note: null,
  label: 'public',
}

export const commitment = kind({
  name: 'commitment',
  prefix: 'T',
  room: 'course',
  words: w('toezegging', 'commitment'),
  plural: w('toezeggingen', 'commitments'),
  means: w(
    'Wat iemand aan iemand heeft toegezegd, met een termijn als de bron die noemt.',
    'What somebody promised to somebody, with a due window where the source gives one.',
  ),
  fields,
  shape: 1,
  upcasts: {},
  samples: { 1: example },
  time: 'world',
  held: 'snapshot',
  title: it => (it.words.length > 90 ? `${it.words.slice(0, 88).trimEnd()}…` : it.words),
  address: code => `koers/${code.toLowerCase()}`,
  check(_, is, near, id) {
    // [C2] A promise has one successor: two would be two readings of what now holds.
    if (is.replaces && near.pointing('commitment', 'replaces', is.replaces).length > 1)
      return refuse(
        'commitment.replaced-twice',
        w('Verplaats de laatste van de reeks; deze is al vervangen.', 'Move the last of the chain; this one was replaced already.'),
        {
          where: 'replaces',
          fault: 'conflict',
        },
      )
    // [C3] A chain of moved promises has a beginning.
    for (let next = is.replaces, seen = new Set<string>([id]); next; next = near.get('commitment', next)?.body.replaces ?? null) {
      if (seen.has(next))
        return refuse(
          'commitment.replaces-itself',
          w('Kies een eerdere toezegging als voorganger.', 'Choose an earlier commitment as the one it replaces.'),
          {
            where: 'replaces',
            fault: 'conflict',
          },
        )
      seen.add(next)
    }
    return undefined
  },
  follows: stateOf,
})
