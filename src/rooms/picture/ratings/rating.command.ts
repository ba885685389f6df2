import { maybe } from '../../../fields/field.ts'
import { ref } from '../../../fields/ref.ts'
import { w } from '../../../kernel/words.ts'
import { rating } from '../../../model/picture/rating.ts'
import { command } from '../../room.ts'
import { changed, restingOn, standing, unsourced } from '../changing.ts'

const { assessment, about, part, likelihoodFrom, likelihoodTo, impactFrom, impactTo, change, against, words, remark, label } = rating.fields
const said = { assessment, about, part, likelihoodFrom, likelihoodTo, impactFrom, impactTo, change, against, words, remark, label }
const document = maybe(ref('document', w('Document waarin dit staat', 'Document that says this')))

export const addRating = command({
  name: 'rating.add',
  words: w('Beoordeling vastleggen', 'Record a rating'),
  means: w(
    'Legt vast wat een analyse van een scenario of thema zegt: klassen, of alleen wat er veranderde.',
    'Records what an assessment says of a scenario or theme: classes, or only what changed.',
  ),
  input: { ...said, document },
  offered: ['analyst', 'coordinator'],
  makes: 'rating',
  begins: () => ({
    part: null,
    likelihoodFrom: null,
    likelihoodTo: null,
    impactFrom: null,
    impactTo: null,
    change: null,
    against: null,
    words: null,
    remark: null,
    label: 'public',
  }),
  decide: (_, { document: at, ...input }, ctx) =>
    unsourced(ctx, at) ?? [{ kind: 'rating', id: ctx.id('rating'), to: input, evidence: restingOn(ctx, at) }],
})

export const changeRating = command({
  name: 'rating.change',
  words: w('Beoordeling wijzigen', 'Change a rating'),
  means: w('Wijzigt een beoordeling; de bron blijft staan.', 'Changes a rating; its source stays.'),
  input: { of: ref('rating', w('Beoordeling', 'Rating')), ...said },
  offered: ['analyst', 'coordinator'],
  about: 'of',
  on: input => [input.of],
  begins: standing(said),
  decide: (snapshot, { of, ...input }) => changed(snapshot, 'rating', of, input),
})
