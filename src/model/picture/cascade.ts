import { type Body, hint, maybe, open } from '../../fields/field.ts'
import { name } from '../../fields/name.ts'
import { decimal, number } from '../../fields/number.ts'
import { range } from '../../fields/range.ts'
import { ref } from '../../fields/ref.ts'
import { text } from '../../fields/text.ts'
import { type Refusal, refuse } from '../../kernel/refusal.ts'
import { type Language, w } from '../../kernel/words.ts'
import { kind, recordLabel } from '../kind.ts'
import type { Snapshot } from '../snapshot.ts'

const step = (nl: string, en: string) => open(maybe(ref('scale-class', w(nl, en))))
const days = (nl: string, en: string) => open(maybe(number(w(nl, en), 0, 36_500)))
const fields = {
  from: open(ref('scenario', w('Als dit gebeurt', 'When this happens'))),
  to: open(ref('scenario', w('Kan dit volgen', 'This can follow'))),
  probability: hint(
    open(maybe(range(w('Kans dat het volgt', 'Probability that it follows')))),
    w(
      'Van 0 tot en met 1: 0,2 is 20 procent. Zonder getal uit een bron blijft dit leeg.',
      'From 0 to 1: 0.2 is 20 per cent. Empty where a source gives no number.',
    ),
  ),
  probabilityFrom: hint(
    step('Of de laagste klasse van die kans', 'Or the lowest class of that probability'),
    w('Van een schaal van waarschijnlijkheid.', 'Of a scale of likelihood.'),
  ),
  probabilityTo: step('En de hoogste klasse', 'And the highest class'),
  delayFrom: days('Na minstens zoveel dagen', 'After at least so many days'),
  delayTo: days('Na hoogstens zoveel dagen', 'After at most so many days'),
  worsens: hint(
    open(maybe(decimal(w('Maakt het zoveel keer zo erg', 'Makes it so many times as bad'), 1, 1000))),
    w(
      'Als het eerste nog gaande is wanneer het tweede begint; 1,5 is anderhalf keer.',
      'When the first still goes on as the second begins; 1.5 is one and a half times.',
    ),
  ),
  words: open(maybe(text(w('In de woorden van de bron', 'In the words of the source')))),
  remark: open(maybe(name(w('Kanttekening', 'Remark')))),
  label: recordLabel,
}
export type Cascade = Body<typeof fields>
declare module '../snapshot.ts' {
  interface Vocabulary {
    cascade: Cascade
  }
}

const sample = {
  from: '019364f0-0000-7000-8000-000000000001',
  to: '019364f0-0000-7000-8000-000000000002',
  probability: { low: 0.1, best: 0.2, high: 0.4 },
  probabilityFrom: null,
  probabilityTo: null,
  delayFrom: 0,
  delayTo: 30,
  worsens: 1.5,
  words: null,
  remark: null,
  label: 'public',
} as const

export const cascade = kind({
  name: 'cascade',
  prefix: 'DW',
  room: 'picture',
  words: w('doorwerking', 'cascade'),
  plural: w('doorwerkingen', 'cascades'),
  means: w(
    'Het ene scenario kan het andere veroorzaken of erger maken: met welke kans en na hoeveel tijd, voor zover een bron dat zegt.',
    'One scenario can set off another or make it worse: how likely and how much later, as far as a source says so.',
  ),
  fields,
  shape: 1,
  upcasts: {},
  samples: { 1: sample },
  time: 'world',
  held: 'snapshot',
  title: (it, language, near) => `${named(it.from, language, near)} → ${named(it.to, language, near)}`,
  address: () => null,
  check: (_, is, near, id) => apart(is, near) ?? probable(is) ?? classed(is, near) ?? delayed(is) ?? sourced(near, id),
  follows: it => ({ says: it.probability ? ('numbers' as const) : it.probabilityFrom ? ('classes' as const) : ('words' as const) }),
})

function named(scenario: string, language: Language, near: Snapshot): string {
  const name = near.get('scenario', scenario)?.body.name
  return name?.[language] ?? name?.nl ?? name?.en ?? '–'
}

/** [T43] Two ends that are there and are not the same: a scenario counts once, so it cannot set itself off. */
function apart(is: Cascade, near: Snapshot): Refusal | undefined {
  const gone = (['from', 'to'] as const).find(end => !near.get('scenario', is[end]))
  if (gone)
    return refuse('cascade.end', w('Kies een scenario dat er op deze dag is.', 'Choose a scenario that is there on this day.'), {
      where: gone,
      fault: 'missing',
    })
  return is.from === is.to
    ? refuse(
        'cascade.itself',
        w(
          'Kies twee verschillende scenario’s: een scenario veroorzaakt niet zichzelf.',
          'Choose two different scenarios: none sets itself off.',
        ),
        { where: 'to', found: near.get('scenario', is.to)?.code ?? '' },
      )
    : undefined
}

/** [T44] A probability is a range from 0 to 1, or a range of classes, or not given; never two of them. */
function probable({ probability, probabilityFrom, probabilityTo }: Cascade): Refusal | undefined {
  if (probability && (probabilityFrom !== null || probabilityTo !== null))
    return refuse(
      'cascade.both',
      w(
        'Geef de kans in getallen of in klassen, zoals de bron het doet.',
        'Give the probability in numbers or in classes, as the source does.',
      ),
      { where: 'probabilityFrom' },
    )
  if (probability && (probability.low < 0 || probability.high > 1))
    return refuse(
      'cascade.probability',
      w('Geef getallen van 0 tot en met 1: 0,2 is 20 procent.', 'Give numbers from 0 to 1: 0.2 is 20 per cent.'),
      {
        where: 'probability',
        found: `${probability.low} – ${probability.high}`,
      },
    )
  return (probabilityFrom === null) !== (probabilityTo === null)
    ? refuse(
        'cascade.half',
        w(
          'Geef de laagste en de hoogste klasse; zijn ze gelijk, geef hem twee keer.',
          'Give the lowest and the highest class; if they are the same, give it twice.',
        ),
        { where: probabilityFrom === null ? 'probabilityFrom' : 'probabilityTo' },
      )
    : undefined
}

/** [T44] Classes of a probability are of one scale of likelihood, the lowest first. */
function classed(is: Cascade, near: Snapshot): Refusal | undefined {
  const [low, high] = [near.get('scale-class', is.probabilityFrom ?? ''), near.get('scale-class', is.probabilityTo ?? '')]
  if (!low || !high) return undefined
  const stray = [low, high].find(({ body }) => body.scale !== low.body.scale || near.get('scale', body.scale)?.body.axis !== 'likelihood')
  if (stray)
    return refuse(
      'cascade.scale',
      w('Kies twee klassen van één schaal van waarschijnlijkheid.', 'Choose two classes of one scale of likelihood.'),
      {
        where: stray === low ? 'probabilityFrom' : 'probabilityTo',
        found: stray.code,
      },
    )
  return low.body.order > high.body.order
    ? refuse('cascade.reversed', w('Zet de laagste klasse eerst.', 'Put the lowest class first.'), {
        where: 'probabilityFrom',
        found: `${low.body.letter}-${high.body.letter}`,
      })
    : undefined
}

/** [T44] A delay has two ends, the shortest first. */
function delayed({ delayFrom, delayTo }: Cascade): Refusal | undefined {
  if ((delayFrom === null) !== (delayTo === null))
    return refuse('cascade.delay', w('Geef het minste en het hoogste aantal dagen.', 'Give the least and the most days.'), {
      where: delayFrom === null ? 'delayFrom' : 'delayTo',
    })
  return delayFrom !== null && delayTo !== null && delayFrom > delayTo
    ? refuse('cascade.delay', w('Zet het kleinste aantal dagen eerst.', 'Put the least days first.'), {
        where: 'delayFrom',
        found: `${delayFrom} – ${delayTo}`,
      })
    : undefined
}

/** [T43] Nobody links two scenarios without saying where it stands. */
const sourced = (near: Snapshot, id: string): Refusal | undefined =>
  near.get('cascade', id)?.evidence.length === 0
    ? refuse('cascade.evidence', w('Noem het document waarin dit staat.', 'Name the document that says this.'), { where: 'evidence' })
    : undefined
