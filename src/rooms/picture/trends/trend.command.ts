import { maybe } from '../../../fields/field.ts'
import { ref } from '../../../fields/ref.ts'
import { w } from '../../../kernel/words.ts'
import { trend } from '../../../model/picture/trend.ts'
import { command } from '../../room.ts'
import { changed, restingOn, standing, unsourced } from '../changing.ts'

const { domain, name, direction, words, assessment, remark, label } = trend.fields
const said = { domain, name, direction, words, assessment, remark, label }
const document = maybe(ref('document', w('Document waarin dit staat', 'Document that says this')))

export const addTrend = command({
  name: 'trend.add',
  words: w('Ontwikkeling vastleggen', 'Record a trend'),
  means: w(
    'Legt vast welke kant iets op gaat, met de woorden van een bron.',
    'Records which way something goes, with the words of a source.',
  ),
  input: { ...said, document },
  offered: ['analyst', 'coordinator'],
  makes: 'trend',
  begins: () => ({ domain: null, words: null, assessment: null, remark: null, label: 'public' }),
  decide: (_, { document: at, ...input }, ctx) =>
    unsourced(ctx, at) ?? [{ kind: 'trend', id: ctx.id('trend'), to: input, evidence: restingOn(ctx, at) }],
})

export const changeTrend = command({
  name: 'trend.change',
  words: w('Ontwikkeling wijzigen', 'Change a trend'),
  means: w('Wijzigt een ontwikkeling; de bron blijft staan.', 'Changes a trend; its source stays.'),
  input: { of: ref('trend', w('Ontwikkeling', 'Trend')), ...said },
  offered: ['analyst', 'coordinator'],
  about: 'of',
  on: input => [input.of],
  begins: standing(said),
  decide: (snapshot, { of, ...input }) => changed(snapshot, 'trend', of, input),
})
