import { maybe } from '../../../fields/field.ts'
import { ref } from '../../../fields/ref.ts'
import { w } from '../../../kernel/words.ts'
import { impactScore } from '../../../model/picture/impact-score.ts'
import { command } from '../../room.ts'
import { changed, restingOn, standing, unsourced } from '../changing.ts'

const { rating, criterion, from, to, remark, label } = impactScore.fields
const said = { rating, criterion, from, to, remark, label }
const document = maybe(ref('document', w('Document waarin dit staat', 'Document that says this')))

export const addImpactScore = command({
  name: 'impact-score.add',
  words: w('Impactscore vastleggen', 'Record an impact score'),
  means: w(
    'Legt vast welke klasse een beoordeling op één impactcriterium geeft.',
    'Records the class that a rating gives on one impact criterion.',
  ),
  input: { ...said, document },
  offered: ['analyst', 'coordinator'],
  makes: 'impact-score',
  begins: () => ({ remark: null, label: 'public' }),
  decide: (_, { document: at, ...input }, ctx) =>
    unsourced(ctx, at) ?? [{ kind: 'impact-score', id: ctx.id('impact-score'), to: input, evidence: restingOn(ctx, at) }],
})

export const changeImpactScore = command({
  name: 'impact-score.change',
  words: w('Impactscore wijzigen', 'Change an impact score'),
  means: w('Wijzigt de klassen van een impactscore; de bron blijft staan.', 'Changes the classes of an impact score; its source stays.'),
  input: { of: ref('impact-score', w('Impactscore', 'Impact score')), ...said },
  offered: ['analyst', 'coordinator'],
  about: 'of',
  on: input => [input.of],
  begins: standing(said),
  decide: (snapshot, { of, ...input }) => changed(snapshot, 'impact-score', of, input),
})
