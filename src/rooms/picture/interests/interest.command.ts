import { maybe } from '../../../fields/field.ts'
import { ref } from '../../../fields/ref.ts'
import { w } from '../../../kernel/words.ts'
import { interest } from '../../../model/picture/interest.ts'
import { command } from '../../room.ts'
import { changed, restingOn, standing } from '../changing.ts'

const { number, name, says, remark, label } = interest.fields
const said = { number, name, says, remark, label }
const document = maybe(ref('document', w('Document waarin dit staat', 'Document that says this')))

export const addInterest = command({
  name: 'interest.add',
  words: w('Veiligheidsbelang toevoegen', 'Add an interest'),
  means: w(
    'Voegt toe wat de strategie beschermt, met een nummer en een naam.',
    'Adds what the strategy protects, with a number and a name.',
  ),
  input: { ...said, document },
  offered: ['analyst', 'coordinator'],
  makes: 'interest',
  begins: () => ({ says: null, remark: null, label: 'public' }),
  decide: (_, { document: at, ...input }, ctx) => [
    { kind: 'interest', id: ctx.id('interest'), code: `BL-${input.number}`, to: input, evidence: restingOn(ctx, at) },
  ],
})

export const changeInterest = command({
  name: 'interest.change',
  words: w('Veiligheidsbelang wijzigen', 'Change an interest'),
  means: w('Wijzigt nummer, naam of omschrijving van een veiligheidsbelang.', 'Changes number, name or description of an interest.'),
  input: { of: ref('interest', w('Veiligheidsbelang', 'Interest')), ...said },
  offered: ['analyst', 'coordinator'],
  about: 'of',
  on: input => [input.of],
  begins: standing(said),
  decide: (snapshot, { of, ...input }) => changed(snapshot, 'interest', of, input),
})
