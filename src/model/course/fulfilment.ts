import { choice } from '../../fields/choice.ts'
import { dayField } from '../../fields/day.ts'
import { type Body, maybe, open, personal } from '../../fields/field.ts'
import { ref } from '../../fields/ref.ts'
import { line, text } from '../../fields/text.ts'
import { refuse } from '../../kernel/refusal.ts'
import { w } from '../../kernel/words.ts'
import { kind, recordLabel } from '../kind.ts'

export const extents = { whole: w('helemaal', 'whole'), part: w('deels', 'in part') } as const

const fields = {
  commitment: open(ref('commitment', w('Toezegging', 'Commitment'))),
  extent: open(choice(w('Nagekomen', 'Fulfilled'), extents)),
  on: open(dayField(w('Op', 'On'))),
  document: open(maybe(ref('document', w('Door document', 'By document')))),
  says: open(maybe(text(w('Wat er kwam', 'What came')))),
  remains: open(maybe(text(w('Wat nog openstaat', 'What remains')))),
  judgedBy: maybe(personal(line(w('Beoordeeld door', 'Judged by')))),
  label: recordLabel,
}
export type Fulfilment = Body<typeof fields>
declare module '../snapshot.ts' {
  interface Vocabulary {
    fulfilment: Fulfilment
  }
}

export const fulfilment = kind({
  name: 'fulfilment',
  prefix: 'NK',
  room: 'course',
  words: w('nakoming', 'fulfilment'),
  plural: w('nakomingen', 'fulfilments'),
  means: w(
    'Wat een toezegging heeft opgeleverd: helemaal, of deels met wat nog openstaat.',
    'What came of a commitment: whole, or in part with what remains.',
  ),
  fields,
  shape: 1,
  upcasts: {},
  samples: {
    1: {
      commitment: '019364f0-0000-7000-8000-000000000001',
      extent: 'part',
      on: '2025-07-03',
      document: null,
      says: null,
      remains: 'Dekking voor 2026 en verder',
      judgedBy: null,
      label: 'public',
    },
  },
  time: 'world',
  held: 'snapshot',
  title: (it, language, snapshot) => {
    const of = snapshot.get('commitment', it.commitment)?.code
    const name = { nl: of ? `Nakoming van ${of}` : 'Nakoming', en: of ? `Fulfilment of ${of}` : 'Fulfilment' }[language]
    return it.extent === 'part' ? `${name}, ${extents.part[language]}` : name
  },
  address: () => null,
  /** [C4] What is fulfilled in part says what remains; [C5] a promise is fulfilled whole only once. */
  check(_, is, near, id) {
    if (is.extent === 'part' && !is.remains)
      return refuse('fulfilment.remains', w('Schrijf op wat er nog openstaat.', 'Write down what remains.'), { where: 'remains' })
    const whole = near.pointing('fulfilment', 'commitment', is.commitment).some(other => other.id !== id && other.body.extent === 'whole')
    return whole && is.extent === 'whole'
      ? refuse(
          'fulfilment.twice',
          w('Deze toezegging is al nagekomen. Maak dat eerst ongedaan.', 'This commitment is fulfilled already. Undo that first.'),
          {
            where: 'commitment',
            fault: 'conflict',
          },
        )
      : undefined
  },
  follows: () => ({}),
})
