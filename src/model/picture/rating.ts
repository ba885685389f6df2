import { choice } from '../../fields/choice.ts'
import { type Body, hint, maybe, open } from '../../fields/field.ts'
import { name } from '../../fields/name.ts'
import { ref } from '../../fields/ref.ts'
import { text } from '../../fields/text.ts'
import { type Refusal, refuse } from '../../kernel/refusal.ts'
import { type Language, w } from '../../kernel/words.ts'
import { kind, recordLabel } from '../kind.ts'
import type { Snapshot } from '../snapshot.ts'

export const changes = {
  up: w('hoger', 'higher'),
  down: w('lager', 'lower'),
  little: w('weinig veranderd', 'little changed'),
  new: w('nieuw', 'new'),
} as const

const step = (nl: string, en: string) => open(maybe(ref('scale-class', w(nl, en))))
const fields = {
  assessment: open(ref('assessment', w('Analyse', 'Assessment'))),
  about: open(ref(['scenario', 'theme'], w('Wat is beoordeeld', 'What is rated'))),
  part: hint(
    open(maybe(name(w('Alleen dit deel', 'This part only')))),
    w('Als het oordeel over een deel van een thema gaat, zoals extremisme.', 'If the rating is of a part of a theme, as extremism.'),
  ),
  likelihoodFrom: step('Waarschijnlijkheid, laagste klasse', 'Likelihood, lowest class'),
  likelihoodTo: step('Waarschijnlijkheid, hoogste klasse', 'Likelihood, highest class'),
  impactFrom: step('Impact, laagste klasse', 'Impact, lowest class'),
  impactTo: step('Impact, hoogste klasse', 'Impact, highest class'),
  change: hint(
    open(maybe(choice(w('Wat er veranderde', 'What changed'), changes))),
    w('Alleen als de bron geen klasse geeft.', 'Only if the source gives no class.'),
  ),
  against: open(maybe(ref('assessment', w('Ten opzichte van', 'Compared with')))),
  words: open(maybe(text(w('In de woorden van de bron', 'In the words of the source')))),
  remark: open(maybe(name(w('Kanttekening', 'Remark')))),
  label: recordLabel,
}
export type Rating = Body<typeof fields>
declare module '../snapshot.ts' {
  interface Vocabulary {
    rating: Rating
  }
}

/** The fields of an axis, lowest and highest. */
export const ends = { likelihood: ['likelihoodFrom', 'likelihoodTo'], impact: ['impactFrom', 'impactTo'] } as const
export type Axis = keyof typeof ends

export const rating = kind({
  name: 'rating',
  prefix: 'B',
  room: 'picture',
  words: w('beoordeling', 'rating'),
  plural: w('beoordelingen', 'ratings'),
  means: w(
    'Wat een analyse van een scenario of thema zegt: klassen van waarschijnlijkheid en impact, óf alleen wat er veranderde. Nooit allebei, en altijd met een bron.',
    'What an assessment says of a scenario or theme: classes of likelihood and impact, or only what changed. Never both, and always with a source.',
  ),
  fields,
  shape: 1,
  upcasts: {},
  samples: {
    1: {
      assessment: '019364f0-0000-7000-8000-000000000001',
      about: '019364f0-0000-7000-8000-000000000002',
      part: null,
      likelihoodFrom: null,
      likelihoodTo: null,
      impactFrom: null,
      impactTo: null,
      change: 'little',
      against: null,
      words: 'er is relatief weinig veranderd',
      remark: null,
      label: 'public',
    },
  },
  time: 'world',
  held: 'snapshot',
  title: (it, language, near) => titleOf(it, language, near),
  address: () => null,
  check: (_, is, near, id) => either(is) ?? ranged(is, near) ?? compared(is) ?? sourced(near, id),
  follows: it => ({ says: it.change ? ('change' as const) : ('classes' as const) }),
})

function titleOf(it: Rating, language: Language, near: Snapshot): string {
  const about = near.get('scenario', it.about)?.body.name ?? near.get('theme', it.about)?.body.name
  const name = (it.part ?? about)?.[language] ?? (it.part ?? about)?.nl ?? (it.part ?? about)?.en
  return [name ?? w('Beoordeling', 'Rating')[language], near.get('assessment', it.assessment)?.body.short].filter(Boolean).join(', ')
}

/** [T21] Classes or a stated change, never both and never neither: a source that gives no class is given none. */
function either(is: Rating): Refusal | undefined {
  const classed = Object.values(ends).some(([from, to]) => is[from] !== null || is[to] !== null)
  if (classed && is.change)
    return refuse(
      'rating.both',
      w('Geef klassen, of wat er veranderde. Maak er twee beoordelingen van.', 'Give classes, or what changed. Make two ratings of it.'),
      { where: 'change', found: is.change },
    )
  if (!classed && !is.change)
    return refuse(
      'rating.nothing',
      w('Geef klassen, of wat er volgens de bron veranderde.', 'Give classes, or what changed according to the source.'),
      {
        where: 'change',
      },
    )
  return is.change && !is.words
    ? refuse('rating.words', w('Geef de woorden van de bron.', 'Give the words of the source.'), { where: 'words' })
    : undefined
}

/** [T22] A range has two ends on one scale, that of its axis and its assessment, the lowest first. */
function ranged(is: Rating, near: Snapshot): Refusal | undefined {
  for (const axis of Object.keys(ends) as Axis[]) {
    const [from, to] = ends[axis]
    const [low, high] = [near.get('scale-class', is[from] ?? ''), near.get('scale-class', is[to] ?? '')]
    if ((is[from] === null) !== (is[to] === null))
      return refuse(
        'rating.half',
        w(
          'Geef de laagste en de hoogste klasse; zijn ze gelijk, geef hem twee keer.',
          'Give the lowest and the highest class; if they are the same, give it twice.',
        ),
        { where: is[from] === null ? from : to },
      )
    if (!low || !high) continue
    const own = near.get('assessment', is.assessment)?.body[axis] ?? low.body.scale
    const stray = [[from, low] as const, [to, high] as const].find(
      ([, { body }]) => body.scale !== own || near.get('scale', body.scale)?.body.axis !== axis,
    )
    if (stray)
      return refuse(
        'rating.scale',
        w('Kies een klasse van de schaal van deze analyse.', 'Choose a class of the scale of this assessment.'),
        {
          where: stray[0],
          found: stray[1].code,
        },
      )
    if (low.body.order > high.body.order)
      return refuse('rating.reversed', w('Zet de laagste klasse eerst.', 'Put the lowest class first.'), {
        where: from,
        found: `${low.body.letter}-${high.body.letter}`,
      })
  }
  return undefined
}

/** [T23] What changed, changed since another assessment. */
const compared = (is: Rating): Refusal | undefined =>
  is.against !== null && (is.change === null || is.against === is.assessment)
    ? refuse(
        'rating.against',
        is.change === null
          ? w(
              'Laat dit leeg bij klassen: die vergelijkt de bladzijde zelf.',
              'Leave this empty with classes: the page compares those itself.',
            )
          : w('Kies een andere analyse dan deze zelf.', 'Choose another assessment than this one.'),
        { where: 'against' },
      )
    : undefined

/** [T21] Nobody rates without saying where it stands. */
const sourced = (near: Snapshot, id: string): Refusal | undefined =>
  near.get('rating', id)?.evidence.length === 0
    ? refuse('rating.evidence', w('Noem het document waarin dit staat.', 'Name the document that says this.'), { where: 'evidence' })
    : undefined
