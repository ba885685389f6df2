import { maybe } from '../../../fields/field.ts'
import { ref } from '../../../fields/ref.ts'
import { w } from '../../../kernel/words.ts'
import { cascade } from '../../../model/picture/cascade.ts'
import { command } from '../../room.ts'
import { changed, restingOn, standing, unsourced } from '../changing.ts'

const { from, to, probability, probabilityFrom, probabilityTo, delayFrom, delayTo, worsens, words, remark, label } = cascade.fields
const said = { from, to, probability, probabilityFrom, probabilityTo, delayFrom, delayTo, worsens, words, remark, label }
const document = maybe(ref('document', w('Document waarin dit staat', 'Document that says this')))

export const addCascade = command({
  name: 'cascade.add',
  words: w('Doorwerking vastleggen', 'Record a cascade'),
  means: w(
    'Legt vast dat het ene scenario het andere kan veroorzaken of erger kan maken, met de bron die dat zegt.',
    'Records that one scenario can set off another or make it worse, with the source that says so.',
  ),
  input: { ...said, document },
  offered: ['analyst', 'coordinator'],
  makes: 'cascade',
  begins: () => ({
    probability: null,
    probabilityFrom: null,
    probabilityTo: null,
    delayFrom: null,
    delayTo: null,
    worsens: null,
    words: null,
    remark: null,
    label: 'public',
  }),
  decide: (_, { document: at, ...input }, ctx) =>
    unsourced(ctx, at) ?? [{ kind: 'cascade', id: ctx.id('cascade'), to: input, evidence: restingOn(ctx, at) }],
})

export const changeCascade = command({
  name: 'cascade.change',
  words: w('Doorwerking wijzigen', 'Change a cascade'),
  means: w(
    'Wijzigt kans, vertraging of woorden van een doorwerking; de bron blijft staan.',
    'Changes probability, delay or words of a cascade; its source stays.',
  ),
  input: { of: ref('cascade', w('Doorwerking', 'Cascade')), ...said },
  offered: ['analyst', 'coordinator'],
  about: 'of',
  on: input => [input.of],
  begins: standing(said),
  decide: (snapshot, { of, ...input }) => changed(snapshot, 'cascade', of, input),
})
