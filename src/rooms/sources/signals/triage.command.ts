import { ref } from '../../../fields/ref.ts'
import { text } from '../../../fields/text.ts'
import { refused } from '../../../kernel/refusal.ts'
import { w } from '../../../kernel/words.ts'
import type { Vocabulary } from '../../../model/snapshot.ts'
import { signal } from '../../../model/sources/signal.ts'
import { type Context, command } from '../../room.ts'
import { unknownSignal, waiting } from './unknown.ts'

const of = ref('signal', w('Signaal', 'Signal'))
const { linked } = signal.fields

/** [S52] A decision says which, on which day, and by whom; the name is kept apart and can be erased. */
const closing = (outcome: NonNullable<Vocabulary['signal']['outcome']>, ctx: Context) => ({
  outcome,
  closed: ctx.today,
  closedBy: ctx.by.person ? ctx.by.by : null,
})

/** [S51] Which lines and promises a signal bears on: also after it was answered. */
export const linkSignal = command({
  name: 'signal.link',
  words: w('Signaal koppelen', 'Link a signal'),
  means: w('Zegt bij welke actielijnen en toezeggingen dit signaal hoort.', 'Says to which lines and commitments this signal belongs.'),
  input: { of, linked },
  offered: ['analyst', 'coordinator'],
  about: 'of',
  on: input => [input.of],
  begins: thing => ({ linked: (thing?.body as { linked?: readonly string[] } | undefined)?.linked ?? [] }),
  decide(snapshot, input) {
    const it = snapshot.get('signal', input.of)
    return it ? [{ kind: 'signal', id: it.id, from: it.body, to: { ...it.body, linked: [...new Set(input.linked)] } }] : unknownSignal()
  },
})

/** [S52] Its sender hears what became of it. */
export const answerSignal = command({
  name: 'signal.answer',
  words: w('Beantwoorden en sluiten', 'Answer and close'),
  means: w(
    'Sluit het signaal met een antwoord dat de melder te zien krijgt.',
    'Closes the signal with an answer that its sender will see.',
  ),
  input: { of, answer: text(w('Antwoord aan de melder', 'Answer to the sender')) },
  offered: ['analyst', 'coordinator'],
  about: 'of',
  on: input => [input.of],
  decide(snapshot, { of: id, answer }, ctx) {
    const it = waiting(snapshot, id)
    return refused(it) ? it : [{ kind: 'signal', id, from: it.body, to: { ...it.body, answer, ...closing('answered', ctx) } }]
  },
})

/** [S53] The same was told before: this one closes, and hears what the first one hears. */
export const duplicateSignal = command({
  name: 'signal.duplicate',
  words: w('Dubbel', 'Duplicate'),
  means: w(
    'Sluit het signaal: hetzelfde is al gemeld. De melder ziet het antwoord op het eerste.',
    'Closes the signal: the same was reported before. Its sender sees the answer to the first.',
  ),
  input: { of, first: ref('signal', w('Dubbel met', 'Duplicate of')) },
  offered: ['analyst', 'coordinator'],
  about: 'of',
  on: input => [input.of],
  decide(snapshot, { of: id, first }, ctx) {
    const it = waiting(snapshot, id)
    if (refused(it)) return it
    const to = snapshot.get('signal', first)
    if (!to) return unknownSignal('first')
    // A duplicate of a duplicate is one of the first.
    const duplicateOf = to.body.duplicateOf ?? to.id
    return [{ kind: 'signal', id, from: it.body, to: { ...it.body, duplicateOf, ...closing('duplicate', ctx) } }]
  },
})

/** [S52] Nothing to answer: what is quarantined, advertising, an empty message. It stays to be seen that it came. */
export const setAsideSignal = command({
  name: 'signal.set-aside',
  words: w('Terzijde leggen', 'Set aside'),
  means: w(
    'Sluit het signaal zonder antwoord, bijvoorbeeld reclame of een leeg bericht.',
    'Closes the signal without an answer, for example advertising or an empty message.',
  ),
  input: { of },
  offered: ['analyst', 'coordinator'],
  about: 'of',
  on: input => [input.of],
  decide(snapshot, { of: id }, ctx) {
    const it = waiting(snapshot, id)
    return refused(it) ? it : [{ kind: 'signal', id, from: it.body, to: { ...it.body, ...closing('aside', ctx) } }]
  },
})
