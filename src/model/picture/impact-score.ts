import { type Body, maybe, open } from '../../fields/field.ts'
import { name } from '../../fields/name.ts'
import { ref } from '../../fields/ref.ts'
import { type Refusal, refuse } from '../../kernel/refusal.ts'
import { type Language, w } from '../../kernel/words.ts'
import { kind, recordLabel } from '../kind.ts'
import type { Snapshot } from '../snapshot.ts'

const fields = {
  rating: open(ref('rating', w('Beoordeling', 'Rating'))),
  criterion: open(ref('impact-criterion', w('Impactcriterium', 'Impact criterion'))),
  from: open(ref('scale-class', w('Laagste klasse', 'Lowest class'))),
  to: open(ref('scale-class', w('Hoogste klasse', 'Highest class'))),
  remark: open(maybe(name(w('Kanttekening', 'Remark')))),
  label: recordLabel,
}
export type ImpactScore = Body<typeof fields>
declare module '../snapshot.ts' {
  interface Vocabulary {
    'impact-score': ImpactScore
  }
}

export const impactScore = kind({
  name: 'impact-score',
  prefix: 'IS',
  room: 'picture',
  words: w('impactscore', 'impact score'),
  plural: w('impactscores', 'impact scores'),
  means: w(
    'De klasse die een beoordeling op één impactcriterium geeft. Uit de scores samen volgt de impact als getal.',
    'The class a rating gives on one impact criterion. From the scores together follows the impact as a number.',
  ),
  fields,
  shape: 1,
  upcasts: {},
  samples: {
    1: {
      rating: '019364f0-0000-7000-8000-000000000001',
      criterion: '019364f0-0000-7000-8000-000000000002',
      from: '019364f0-0000-7000-8000-000000000003',
      to: '019364f0-0000-7000-8000-000000000004',
      remark: null,
      label: 'public',
    },
  },
  time: 'world',
  held: 'snapshot',
  title: (it, language, near) => titleOf(it, language, near),
  address: () => null,
  check: (_, is, near, id) => ofClasses(is, near) ?? once(is, near, id) ?? ranged(is, near) ?? sourced(near, id),
  follows: () => ({}),
})

function titleOf(it: ImpactScore, language: Language, near: Snapshot): string {
  const name = near.get('impact-criterion', it.criterion)?.body.name
  const letters = [it.from, it.to].map(step => near.get('scale-class', step)?.body.letter ?? '–')
  return `${name?.[language] ?? name?.nl ?? name?.en ?? w('Impactscore', 'Impact score')[language]}: ${[...new Set(letters)].join('-')}`
}

/** [T42] A source that only says what changed gives no class, on no criterion either. */
const ofClasses = (is: ImpactScore, near: Snapshot): Refusal | undefined =>
  near.get('rating', is.rating)?.body.change
    ? refuse('impact-score.rating', w('Kies een beoordeling die klassen geeft.', 'Choose a rating that gives classes.'), {
        where: 'rating',
        found: near.get('rating', is.rating)?.code ?? '',
      })
    : undefined

/** [T42] A rating scores a criterion once. */
const once = (is: ImpactScore, near: Snapshot, id: string): Refusal | undefined =>
  near.pointing('impact-score', 'rating', is.rating).some(other => other.id !== id && other.body.criterion === is.criterion)
    ? refuse('impact-score.twice', w('Wijzig de score die er al is.', 'Change the score that is there already.'), {
        where: 'criterion',
        found: near.get('impact-criterion', is.criterion)?.body.number ?? '',
        fault: 'conflict',
      })
    : undefined

/** [T42] Both classes are of the scale of the criterion, the lowest first. */
function ranged(is: ImpactScore, near: Snapshot): Refusal | undefined {
  const [low, high] = [near.get('scale-class', is.from), near.get('scale-class', is.to)]
  if (!low || !high) return undefined
  const own = near.get('impact-criterion', is.criterion)?.body.scale ?? low.body.scale
  const stray = [low, high].find(({ body }) => body.scale !== own || near.get('scale', body.scale)?.body.axis !== 'impact')
  if (stray)
    return refuse(
      'impact-score.scale',
      w('Kies een klasse van de schaal van dit criterium.', 'Choose a class of the scale of this criterion.'),
      { where: stray === low ? 'from' : 'to', found: stray.code },
    )
  return low.body.order > high.body.order
    ? refuse('impact-score.reversed', w('Zet de laagste klasse eerst.', 'Put the lowest class first.'), {
        where: 'from',
        found: `${low.body.letter}-${high.body.letter}`,
      })
    : undefined
}

/** [T42] Nobody scores without saying where it stands. */
const sourced = (near: Snapshot, id: string): Refusal | undefined =>
  near.get('impact-score', id)?.evidence.length === 0
    ? refuse('impact-score.evidence', w('Noem het document waarin dit staat.', 'Name the document that says this.'), { where: 'evidence' })
    : undefined
