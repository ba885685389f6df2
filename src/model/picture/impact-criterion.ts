import { type Body, hint, maybe, open } from '../../fields/field.ts'
import { name } from '../../fields/name.ts'
import { number } from '../../fields/number.ts'
import { ref } from '../../fields/ref.ts'
import { line } from '../../fields/text.ts'
import { type Refusal, refuse } from '../../kernel/refusal.ts'
import { w } from '../../kernel/words.ts'
import { kind, recordLabel } from '../kind.ts'
import type { Snapshot } from '../snapshot.ts'

const fields = {
  interest: open(ref('interest', w('Veiligheidsbelang', 'Interest'))),
  number: hint(open(line(w('Nummer', 'Number'))), w('Zoals 2.1: het eerste criterium van belang 2.', 'As 2.1: the first of interest 2.')),
  name: open(name(w('Naam', 'Name'))),
  scale: open(maybe(ref('scale', w('Schaal van impact', 'Scale of impact')))),
  thresholds: hint(
    open(maybe(name(w('Drempels van de klassen', 'Thresholds of the classes')))),
    w('Wanneer schade in welke klasse valt, alleen als een bron dat zegt.', 'When damage falls in which class, only if a source says so.'),
  ),
  weight: hint(
    open(maybe(number(w('Gewicht', 'Weight'), 0, 1000))),
    w(
      'Hoe zwaar dit criterium telt naast de andere; zijn ze gelijk, geef elk 1. Alleen als een bron dat zegt.',
      'How much this criterion counts beside the others; if they are equal, give each 1. Only if a source says so.',
    ),
  ),
  remark: open(maybe(name(w('Kanttekening', 'Remark')))),
  label: recordLabel,
}
export type ImpactCriterion = Body<typeof fields>
declare module '../snapshot.ts' {
  interface Vocabulary {
    'impact-criterion': ImpactCriterion
  }
}

export const impactCriterion = kind({
  name: 'impact-criterion',
  prefix: 'IC',
  room: 'picture',
  words: w('impactcriterium', 'impact criterion'),
  plural: w('impactcriteria', 'impact criteria'),
  means: w(
    'Waaraan schade aan een veiligheidsbelang wordt gemeten, zoals het aantal doden. Drempels en gewicht staan er alleen met een bron.',
    'By what damage to an interest is measured, as the number of fatalities. Thresholds and weight stand there only with a source.',
  ),
  fields,
  shape: 1,
  upcasts: {},
  samples: {
    1: {
      interest: '019364f0-0000-7000-8000-000000000001',
      number: '2.1',
      name: { nl: 'Doden', en: 'Fatalities' },
      scale: null,
      thresholds: null,
      weight: null,
      remark: null,
      label: 'public',
    },
  },
  time: 'world',
  held: 'snapshot',
  title: (it, language) => `${it.number} ${it.name[language] ?? it.name.nl ?? it.name.en ?? ''}`,
  address: () => null,
  check: (_, is, near, id) => alone(is, near, id) ?? ofImpact(is, near) ?? sourced(is, near, id),
  follows: () => ({}),
})

/** [T40] A number stands once. */
const alone = (is: ImpactCriterion, near: Snapshot, id: string): Refusal | undefined =>
  near.all('impact-criterion').some(other => other.id !== id && other.body.number === is.number)
    ? refuse('impact-criterion.number-taken', w('Kies een nummer dat nog vrij is.', 'Choose a number that is still free.'), {
        where: 'number',
        found: is.number,
        fault: 'conflict',
      })
    : undefined

/** [T41] Damage is scored on a scale of impact. */
function ofImpact(is: ImpactCriterion, near: Snapshot): Refusal | undefined {
  const scale = is.scale ? near.get('scale', is.scale) : undefined
  return scale && scale.body.axis !== 'impact'
    ? refuse('impact-criterion.scale', w('Kies een schaal van impact.', 'Choose a scale of impact.'), { where: 'scale', found: scale.code })
    : undefined
}

/** [T41] Thresholds and weights without a source would be a guess that looks like a fact. */
function sourced(is: ImpactCriterion, near: Snapshot, id: string): Refusal | undefined {
  const guess = is.thresholds !== null ? 'thresholds' : is.weight !== null ? 'weight' : undefined
  return guess && near.get('impact-criterion', id)?.evidence.length === 0
    ? refuse(
        'impact-criterion.evidence',
        w('Noem de bron van drempels en gewicht, of laat ze leeg.', 'Name the source of thresholds and weight, or leave them empty.'),
        { where: guess },
      )
    : undefined
}
