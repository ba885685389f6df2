import { maybe } from '../../../fields/field.ts'
import { ref } from '../../../fields/ref.ts'
import { w } from '../../../kernel/words.ts'
import { influence } from '../../../model/picture/influence.ts'
import { command } from '../../room.ts'
import { changed, restingOn, standing, unsourced } from '../changing.ts'

const { from, effect, to, factor, words, remark, label } = influence.fields
const said = { from, effect, to, factor, words, remark, label }
const document = maybe(ref('document', w('Document waarin dit staat', 'Document that says this')))

export const addInfluence = command({
  name: 'influence.add',
  words: w('Invloed vastleggen', 'Record an influence'),
  means: w(
    'Legt vast dat een ontwikkeling of scenario een andere versterkt of verzwakt, met de bron die dat zegt.',
    'Records that a trend or scenario raises or lowers another, with the source that says so.',
  ),
  input: { ...said, document },
  offered: ['analyst', 'coordinator'],
  makes: 'influence',
  begins: () => ({ factor: null, words: null, remark: null, label: 'public' }),
  decide: (_, { document: at, ...input }, ctx) =>
    unsourced(ctx, at) ?? [{ kind: 'influence', id: ctx.id('influence'), to: input, evidence: restingOn(ctx, at) }],
})

export const changeInfluence = command({
  name: 'influence.change',
  words: w('Invloed wijzigen', 'Change an influence'),
  means: w(
    'Wijzigt richting, sterkte of woorden van een invloed; de bron blijft staan.',
    'Changes direction, strength or words of an influence; its source stays.',
  ),
  input: { of: ref('influence', w('Invloed', 'Influence')), ...said },
  offered: ['analyst', 'coordinator'],
  about: 'of',
  on: input => [input.of],
  begins: standing(said),
  decide: (snapshot, { of, ...input }) => changed(snapshot, 'influence', of, input),
})
