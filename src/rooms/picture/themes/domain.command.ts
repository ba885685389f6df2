import { ref } from '../../../fields/ref.ts'
import { w } from '../../../kernel/words.ts'
import { domain } from '../../../model/picture/domain.ts'
import { command } from '../../room.ts'
import { changed, standing } from '../changing.ts'

const { number, name, assessment, lines, remark, label } = domain.fields
const said = { number, name, assessment, lines, remark, label }

export const addDomain = command({
  name: 'domain.add',
  words: w('Domein toevoegen', 'Add a domain'),
  means: w('Voegt een domein toe waarin een analyse een overgang ziet.', 'Adds a domain in which an analysis sees a transition.'),
  input: said,
  offered: ['analyst', 'coordinator'],
  makes: 'domain',
  begins: () => ({ assessment: null, lines: [], remark: null, label: 'public' }),
  decide: (_, input, ctx) => [{ kind: 'domain', id: ctx.id('domain'), code: `DM-${input.number}`, to: input }],
})

export const changeDomain = command({
  name: 'domain.change',
  words: w('Domein wijzigen', 'Change a domain'),
  means: w('Wijzigt een domein of de actielijnen die de bron erbij noemt.', 'Changes a domain or the lines the source names with it.'),
  input: { of: ref('domain', w('Domein', 'Domain')), ...said },
  offered: ['analyst', 'coordinator'],
  about: 'of',
  on: input => [input.of],
  begins: standing(said),
  decide: (snapshot, { of, ...input }) => changed(snapshot, 'domain', of, input),
})
