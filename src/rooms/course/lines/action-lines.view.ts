import { maybe } from '../../../fields/field.ts'
import { number } from '../../../fields/number.ts'
import { line } from '../../../fields/text.ts'
import { w } from '../../../kernel/words.ts'
import { actionLine } from '../../../model/course/action-line.ts'
import { commitment } from '../../../model/course/commitment.ts'
import { reading } from '../../reading.ts'
import { view } from '../../room.ts'
import { saidState } from '../said.ts'

const count = (nl: string, en: string) => number(w(nl, en))

export const actionLinesView = view({
  name: 'action-lines',
  words: w('Actielijnen', 'Action lines'),
  means: w(
    'De lijnen van de strategie met hun prioriteiten en toezeggingen op de gekozen dag.',
    'The lines of the strategy with their priorities and commitments on the chosen day.',
  ),
  open: true,
  input: {},
  row: {
    code: line(w('Code', 'Code')),
    number: actionLine.fields.number,
    name: actionLine.fields.name,
    goal: actionLine.fields.name,
    owners: maybe(line(w('Eigenaren', 'Owners'))),
    priorities: count('Prioriteiten', 'Priorities'),
    commitments: count('Toezeggingen', 'Commitments'),
    open: count('Open', 'Open'),
    due: count('Loopt nu', 'Due now'),
    late: count('Te laat', 'Late'),
    notFound: count('Geen nakoming gevonden', 'No fulfilment found'),
    fulfilled: count('Nagekomen', 'Fulfilled'),
  },
  *see(snapshot) {
    for (const it of snapshot.all('action-line')) {
      const promises = snapshot
        .pointing('commitment', 'lines', it.id)
        .map(promise =>
          saidState(reading(snapshot, promise, commitment, snapshot.clearance).follows.state, promise.body.lateConfirmed, snapshot),
        )
      const of = reading(
        snapshot,
        it,
        { follows: () => ({ promises, priorities: snapshot.pointing('priority', 'line', it.id).length }) },
        `counts ${snapshot.clearance}`,
      )
      yield {
        key: String(it.body.number).padStart(4, '0'),
        code: it.code,
        of,
        row: () => ({
          code: it.code,
          number: it.body.number,
          name: it.body.name,
          goal: snapshot.get('goal', it.body.goal)?.body.name ?? { nl: '–', en: '–' },
          owners:
            it.body.owners
              .map(id => snapshot.get('organisation', id)?.body.short ?? '')
              .filter(Boolean)
              .join(', ') || null,
          priorities: of.follows.priorities,
          commitments: promises.length,
          open: promises.filter(s => s === 'open' || s === 'open-ended').length,
          due: promises.filter(s => s === 'due').length,
          late: promises.filter(s => s === 'late').length,
          notFound: promises.filter(s => s === 'not-found').length,
          fulfilled: promises.filter(s => s === 'fulfilled').length,
        }),
      }
    }
  },
})
