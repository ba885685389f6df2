import { ref } from '../../../fields/ref.ts'
import { w } from '../../../kernel/words.ts'
import { assessment } from '../../../model/picture/assessment.ts'
import { command } from '../../room.ts'
import { changed, standing } from '../changing.ts'

const { name, short, sort, on, authors, method, document, likelihood, impact, against, remark, label } = assessment.fields
const said = { name, short, sort, on, authors, method, document, likelihood, impact, against, remark, label }

export const addAssessment = command({
  name: 'assessment.add',
  words: w('Analyse toevoegen', 'Add an assessment'),
  means: w('Voegt een uitgave van een risico- of trendanalyse toe.', 'Adds an edition of a risk or trend analysis.'),
  input: said,
  offered: ['analyst', 'coordinator'],
  makes: 'assessment',
  begins: () => ({
    sort: 'risk',
    authors: [],
    method: null,
    document: null,
    likelihood: null,
    impact: null,
    against: null,
    remark: null,
    label: 'public',
  }),
  decide: (_, input, ctx) => [{ kind: 'assessment', id: ctx.id('assessment'), to: input }],
})

export const changeAssessment = command({
  name: 'assessment.change',
  words: w('Analyse wijzigen', 'Change an assessment'),
  means: w('Wijzigt de gegevens van een analyse.', 'Changes the details of an assessment.'),
  input: { of: ref('assessment', w('Analyse', 'Assessment')), ...said },
  offered: ['analyst', 'coordinator'],
  about: 'of',
  on: input => [input.of],
  begins: standing(said),
  decide: (snapshot, { of, ...input }) => changed(snapshot, 'assessment', of, input),
})
