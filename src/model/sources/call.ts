import { dayField } from '../../fields/day.ts'
import { type Body, maybe } from '../../fields/field.ts'
import { list } from '../../fields/list.ts'
import { ref } from '../../fields/ref.ts'
import { text } from '../../fields/text.ts'
import { refuse } from '../../kernel/refusal.ts'
import { w } from '../../kernel/words.ts'
import { closedLabel, kind } from '../kind.ts'

export const callStates = {
  coming: w('begint nog', 'still to begin'),
  open: w('open', 'open'),
  closed: w('gesloten', 'closed'),
} as const

const fields = {
  question: text(w('Vraag', 'Question')),
  lines: list(ref('action-line', w('Actielijn', 'Action line')), w('Actielijnen', 'Action lines')),
  networks: list(ref('network', w('Kennisnetwerk', 'Network')), w('Kennisnetwerken', 'Networks')),
  from: dayField(w('Open vanaf', 'Open from')),
  until: dayField(w('Open tot en met', 'Open until')),
  closed: maybe(dayField(w('Gesloten op', 'Closed on'))),
  label: closedLabel,
}
export type Call = Body<typeof fields>
declare module '../snapshot.ts' {
  interface Vocabulary {
    call: Call
  }
}

export const call = kind({
  name: 'call',
  prefix: 'UV',
  room: 'sources',
  words: w('uitvraag', 'call'),
  plural: w('uitvragen', 'calls'),
  means: w(
    'Een vraag aan kennisnetwerken, met een begin en een einde: wie heeft geantwoord, wie zwijgt.',
    'A question put to networks, from a day until a day: who answered, who is silent.',
  ),
  fields,
  shape: 1,
  upcasts: {},
  samples: {
    1: {
      question: 'Wat ziet u in de havens?',
      lines: [],
      networks: [],
      from: '2025-06-01',
      until: '2025-06-30',
      closed: null,
      label: 'internal',
    },
  },
  time: 'world',
  held: 'snapshot',
  title: it => (it.question.length > 90 ? `${it.question.slice(0, 88).trimEnd()}…` : it.question),
  address: code => `bronnen/${code.toLowerCase()}`,
  check: (_, is) =>
    is.from > is.until
      ? refuse('call.upside-down', w('Zet het begin voor het einde.', 'Put the start before the end.'), { where: 'until' })
      : undefined,
  /** [S58] Open or closed by its days; who answered, by the signals that say so; who is left is silent. */
  follows(it, near, id) {
    const over = it.until < near.on || (it.closed !== null && it.closed <= near.on)
    const said = near.pointing('signal', 'call', id).filter(({ body }) => body.received <= near.on && body.quarantine === null)
    const by = new Set<string | null>(said.map(({ body }) => body.network))
    return {
      state: (over ? 'closed' : near.on < it.from ? 'coming' : 'open') as keyof typeof callStates,
      answered: it.networks.filter(network => by.has(network)),
      silent: it.networks.filter(network => !by.has(network)),
      answers: said.length,
    }
  },
})
