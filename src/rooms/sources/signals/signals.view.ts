import { choice } from '../../../fields/choice.ts'
import { maybe } from '../../../fields/field.ts'
import { number } from '../../../fields/number.ts'
import { line, text } from '../../../fields/text.ts'
import { w } from '../../../kernel/words.ts'
import { signal, states } from '../../../model/sources/signal.ts'
import { reading } from '../../reading.ts'
import { view } from '../../room.ts'

/** [S51] What waits comes first, the oldest on top; then what was closed, the newest on top. Who sent it is not in a list. */
export const signalsView = view({
  name: 'signals',
  words: w('Signalen', 'Signals'),
  means: w('Wat is opgemerkt en gemeld, met wat ermee is gedaan.', 'What was noticed and reported, with what was done about it.'),
  open: false,
  input: {},
  row: {
    code: line(w('Code', 'Code')),
    text: maybe(text(signal.fields.text.words)),
    state: choice(w('Stand', 'State'), states),
    received: signal.fields.received,
    waits: maybe(number(w('Wacht (dagen)', 'Waits (days)'))),
    took: maybe(number(w('Afgehandeld in (dagen)', 'Closed in (days)'))),
    channel: signal.fields.channel,
    network: maybe(line(w('Kennisnetwerk', 'Network'))),
    call: maybe(line(w('Uitvraag', 'Call'))),
    quarantine: signal.fields.quarantine,
  },
  facets: ['state', 'network', 'channel'],
  *see(snapshot) {
    const codeOf = (id: string | null) => (id && snapshot.find(id)?.code) || null
    for (const it of snapshot.all('signal')) {
      const { received, channel, network, call, quarantine, closed } = it.body
      // Erasing a text changes no record, but it does change the row.
      const follows = () => ({
        ...signal.follows(it.body, snapshot, it.id),
        text: it.body.text ? (snapshot.person(it.body.text) ?? null) : null,
      })
      const of = reading(snapshot, it, { follows }, 'signals')
      yield {
        key: closed === null ? `0 ${received}` : `1 ${99_999_999 - Number(closed.replaceAll('-', ''))}`,
        code: it.code,
        of,
        row: () => ({
          code: it.code,
          ...of.follows,
          received,
          channel,
          network: codeOf(network),
          call: codeOf(call),
          quarantine,
        }),
      }
    }
  },
})
