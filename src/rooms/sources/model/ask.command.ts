import { ref } from '../../../fields/ref.ts'
import { type Refusal, refuse, refused } from '../../../kernel/refusal.ts'
import { w } from '../../../kernel/words.ts'
import { ask, command } from '../../room.ts'
import { waiting } from '../add-document.command.ts'
import { proposals } from '../propose.ts'
import type { Reading } from '../read/reading.ts'
import { modelOf } from './judge.ts'

/** [S44] What a language model proposes joins a document that stands already; what was decided on it meanwhile stays as it is. */
export const askModel = command({
  name: 'document.ask',
  words: w('Taalmodel vragen', 'Ask the language model'),
  means: w(
    'Zet klaar wat het aangesloten taalmodel in een document voorstelt, naast wat Koersvast zelf las.',
    'Lays out what the connected language model proposes in a document, beside what Koersvast read itself.',
  ),
  input: { of: ref('document', w('Document', 'Document')) },
  offered: [],
  needs(snapshot, { of }) {
    const { text, reading, label } = snapshot.get('document', of)?.body ?? {}
    return text && reading && label ? { asked: ask({ text, reading, label }) } : {}
  },
  decide(snapshot, { of }, ctx, found) {
    const it = snapshot.get('document', of)
    const reading = (found as { asked?: Reading | Refusal }).asked
    if (!it || !reading)
      return refuse('document.no-text', w('Kies een document met een tekst.', 'Choose a document that has a text.'), {
        where: 'of',
        fault: 'missing',
      })
    if (refused(reading)) return reading
    // The promises and deeds of the reader are laid out already, and so is what follows from its other facts.
    const all = proposals({ ...reading, requests: [], fulfilments: [] }, snapshot, it.id, it.body.date ?? ctx.today)
    const laid = all.filter(({ reasons }) => modelOf(reasons) !== null)
    const to = { ...it.body, reading: ctx.keep(JSON.stringify(reading)), proposed: (it.body.proposed ?? 0) + laid.length }
    return [{ kind: 'document', id: it.id, since: it.since, from: it.body, to }, ...waiting(laid, it.id, ctx)]
  },
})
