import { choice } from '../../fields/choice.ts'
import { dayField } from '../../fields/day.ts'
import { maybe } from '../../fields/field.ts'
import { flag } from '../../fields/flag.ts'
import { number } from '../../fields/number.ts'
import { ref } from '../../fields/ref.ts'
import { line } from '../../fields/text.ts'
import { window } from '../../fields/window.ts'
import { w } from '../../kernel/words.ts'
import { commitment } from '../../model/course/commitment.ts'
import { type CommitmentState, states } from '../../model/course/commitment-state.ts'
import type { Snapshot, Thing } from '../../model/snapshot.ts'
import { reading } from '../reading.ts'
import { view } from '../room.ts'
import { saidState } from './said.ts'

const { words, due } = commitment.fields
const days = number(w('Dagen na de eerste termijn', 'Days after the first window'), -100_000, 100_000)

/** What asks for attention first: late, then what runs out soonest, then the rest; closed ones last. */
function urgency(state: CommitmentState, until: string | null): string {
  const order = { late: 0, 'not-found': 1, due: 2, open: 3, 'open-ended': 4, fulfilled: 6, superseded: 7, withdrawn: 8 }[state.state]
  return `${order} ${until ?? '9999'}`
}

export const commitmentsView = view({
  name: 'commitments',
  words: w('Toezeggingen', 'Commitments'),
  means: w(
    'Wat is toegezegd, door wie, wanneer, en wat ervan kwam op de gekozen dag.',
    'What was promised, by whom, by when, and what came of it on the chosen day.',
  ),
  open: true,
  input: {
    by: maybe(ref(['office', 'organisation'], w('Door', 'By'))),
    line: maybe(ref('action-line', w('Actielijn', 'Action line'))),
  },
  row: {
    code: line(w('Code', 'Code')),
    words,
    state: choice(w('Stand', 'State'), states),
    part: flag(w('Deels nagekomen', 'Fulfilled in part')),
    by: maybe(line(w('Door', 'By'))),
    addressee: maybe(line(w('Aan', 'To'))),
    due,
    firstDue: maybe(window(w('Eerste termijn', 'First window'))),
    days: maybe(days),
    lines: maybe(line(w('Actielijnen', 'Action lines'))),
    year: maybe(line(w('Jaar', 'Year'))),
    fulfilledOn: maybe(dayField(w('Nagekomen op', 'Fulfilled on'))),
    readUntil: maybe(dayField(w('Gelezen tot en met', 'Read until'))),
    lateConfirmed: maybe(dayField(w('Te laat bevestigd op', 'Late confirmed on'))),
  },
  facets: ['state', 'by', 'lines', 'year'],
  *see(snapshot, input) {
    for (const it of snapshot.all('commitment')) {
      if (input.by && it.body.by !== input.by) continue
      if (input.line && !it.body.lines.includes(input.line)) continue
      const of = reading(snapshot, it, commitment, snapshot.clearance)
      yield { key: urgency(of.follows, it.body.due?.to ?? null), code: it.code, of, row: () => rowOf(snapshot, it, of.follows) }
    }
  },
})

function rowOf(snapshot: Snapshot, { code, body }: Thing<'commitment'>, state: CommitmentState) {
  const named = (id: string | null) => {
    const thing = id ? (snapshot.get('office', id) ?? snapshot.get('organisation', id)) : undefined
    return thing ? (thing.body.name.nl ?? thing.body.name.en) : null
  }
  return {
    code,
    words: body.words,
    state: saidState(state.state, body.lateConfirmed, snapshot),
    part: state.part,
    by: named(body.by) ?? body.byWords,
    addressee: named(body.addressee),
    due: body.due,
    firstDue: state.firstDue,
    days: state.days,
    lines:
      body.lines
        .map(id => snapshot.get('action-line', id)?.code ?? '')
        .filter(Boolean)
        .join(', ') || null,
    year: (body.due?.to ?? body.due?.from)?.slice(0, 4) ?? null,
    fulfilledOn: state.fulfilledOn,
    readUntil: state.readUntil,
    lateConfirmed: body.lateConfirmed,
  }
}
