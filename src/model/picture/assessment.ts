import { choice } from '../../fields/choice.ts'
import { dayField } from '../../fields/day.ts'
import { type Body, maybe, open } from '../../fields/field.ts'
import { list } from '../../fields/list.ts'
import { name } from '../../fields/name.ts'
import { ref } from '../../fields/ref.ts'
import { line } from '../../fields/text.ts'
import { type Refusal, refuse } from '../../kernel/refusal.ts'
import { w } from '../../kernel/words.ts'
import { kind, recordLabel } from '../kind.ts'
import type { Snapshot } from '../snapshot.ts'

export const sorts = {
  risk: w('risicoanalyse', 'risk analysis'),
  trend: w('trendanalyse', 'trend analysis'),
  statement: w('uitspraken, geen eigen analyse', 'statements, no analysis of its own'),
} as const

const fields = {
  name: open(name(w('Naam', 'Name'))),
  short: open(line(w('Korte naam', 'Short name'))),
  sort: open(choice(w('Soort', 'Sort'), sorts)),
  on: open(dayField(w('Uitgebracht op', 'Published on'))),
  authors: open(list(ref('organisation', w('Organisatie', 'Organisation')), w('Gemaakt door', 'Made by'))),
  method: open(maybe(name(w('Werkwijze', 'Method')))),
  document: open(maybe(ref('document', w('Document', 'Document')))),
  likelihood: open(maybe(ref('scale', w('Schaal van waarschijnlijkheid', 'Scale of likelihood')))),
  impact: open(maybe(ref('scale', w('Schaal van impact', 'Scale of impact')))),
  against: open(maybe(ref('assessment', w('Vergelijkt met', 'Compares with')))),
  remark: open(maybe(name(w('Kanttekening', 'Remark')))),
  label: recordLabel,
}
export type Assessment = Body<typeof fields>
declare module '../snapshot.ts' {
  interface Vocabulary {
    assessment: Assessment
  }
}

export const assessment = kind({
  name: 'assessment',
  prefix: 'RA',
  room: 'picture',
  words: w('analyse', 'assessment'),
  plural: w('analyses', 'assessments'),
  means: w(
    'Eén uitgave van een risico- of trendanalyse: van wie, van wanneer, met welke schalen. Ook een brief die alleen zegt wat er veranderde, hoort hier.',
    'One edition of a risk or trend analysis: whose, of when, with which scales. A letter that only says what changed belongs here too.',
  ),
  fields,
  shape: 1,
  upcasts: {},
  samples: {
    1: {
      name: { nl: 'Rijksbrede Risicoanalyse Nationale Veiligheid 2022', en: null },
      short: 'RbRa 2022',
      sort: 'risk',
      on: '2022-09-23',
      authors: [],
      method: null,
      document: null,
      likelihood: null,
      impact: null,
      against: null,
      remark: null,
      label: 'public',
    },
  },
  time: 'world',
  held: 'snapshot',
  title: it => it.short,
  address: code => `beeld/${code.toLowerCase()}`,
  check: (_, is, near, id) => scaled(is, near) ?? older(is, near, id),
  follows: (_, near, id) => ({ ratings: near.pointing('rating', 'assessment', id).length }),
})

/** [T23] A scale stands where its own axis is asked. */
function scaled(is: Assessment, near: Snapshot): Refusal | undefined {
  const wrong = (['likelihood', 'impact'] as const).find(axis => {
    const there = is[axis] && near.get('scale', is[axis])
    return there && there.body.axis !== axis
  })
  return wrong
    ? refuse('assessment.scale', w('Kies een schaal van deze as.', 'Choose a scale of this axis.'), {
        where: wrong,
        found: near.get('scale', is[wrong] ?? '')?.code ?? '',
      })
    : undefined
}

/** [T23] An assessment is held against an earlier one, never against itself or what came later. */
function older(is: Assessment, near: Snapshot, id: string): Refusal | undefined {
  const other = is.against ? near.get('assessment', is.against) : undefined
  return other && (other.id === id || other.body.on > is.on)
    ? refuse('assessment.against', w('Kies een analyse van eerder.', 'Choose an earlier assessment.'), {
        where: 'against',
        found: other.code,
        fault: 'conflict',
      })
    : undefined
}
