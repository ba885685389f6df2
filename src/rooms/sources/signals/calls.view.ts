import { choice } from '../../../fields/choice.ts'
import { number } from '../../../fields/number.ts'
import { line } from '../../../fields/text.ts'
import { w } from '../../../kernel/words.ts'
import { call, callStates } from '../../../model/sources/call.ts'
import { reading } from '../../reading.ts'
import { view } from '../../room.ts'

const { question, from, until } = call.fields

/** [S58] What was asked of networks: what is open first, then the newest. */
export const callsView = view({
  name: 'calls',
  words: w('Uitvraag', 'Calls'),
  means: w('Wat aan kennisnetwerken is gevraagd, en wie heeft geantwoord.', 'What was asked of networks, and who answered.'),
  open: false,
  input: {},
  row: {
    code: line(w('Code', 'Code')),
    question,
    state: choice(w('Stand', 'State'), callStates),
    from,
    until,
    asked: number(w('Gevraagd', 'Asked')),
    answered: number(w('Geantwoord', 'Answered')),
    answers: number(w('Antwoorden', 'Answers')),
  },
  facets: ['state'],
  *see(snapshot) {
    for (const it of snapshot.all('call')) {
      const of = reading(snapshot, it, call)
      const { state, answered, answers } = of.follows
      yield {
        key: `${state === 'open' ? 0 : state === 'coming' ? 1 : 2} ${99_999_999 - Number(it.body.until.replaceAll('-', ''))}`,
        code: it.code,
        of,
        row: () => ({
          code: it.code,
          question: it.body.question,
          state,
          from: it.body.from,
          until: it.body.until,
          asked: it.body.networks.length,
          answered: answered.length,
          answers,
        }),
      }
    }
  },
})
