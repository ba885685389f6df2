import { choice } from '../../fields/choice.ts'
import { dayField } from '../../fields/day.ts'
import { type Body, hint, maybe, personal } from '../../fields/field.ts'
import { list } from '../../fields/list.ts'
import { ref } from '../../fields/ref.ts'
import { line, text } from '../../fields/text.ts'
import { daysBetween } from '../../kernel/day.ts'
import { type Refusal, refuse } from '../../kernel/refusal.ts'
import { type Language, w } from '../../kernel/words.ts'
import { closedLabel, kind } from '../kind.ts'
import type { Snapshot } from '../snapshot.ts'

/** How it came in. */
export const channels = {
  form: w('formulier', 'form'),
  mail: w('e-mail', 'e-mail'),
  feed: w('nieuwsbron', 'news feed'),
  hand: w('met de hand', 'by hand'),
} as const
/** What was decided on it. */
export const closings = {
  answered: w('beantwoord', 'answered'),
  duplicate: w('dubbel', 'duplicate'),
  aside: w('terzijde gelegd', 'set aside'),
} as const
/** Why something that came in is not opened. */
export const dangers = {
  unsafe: w('Dit bericht is niet veilig te lezen.', 'This message cannot be read safely.'),
  infected: w('De virusscanner vond iets in dit bericht.', 'The virus scanner found something in this message.'),
  automatic: w('Dit is een automatisch antwoord van een mailprogramma.', 'This is an automatic reply of a mail program.'),
  empty: w('Dit bericht heeft geen tekst.', 'This message has no text.'),
  'too-large': w('Dit bericht is te groot.', 'This message is too large.'),
  attachment: w('Dit bericht heeft alleen een bijlage.', 'This message has an attachment only.'),
} as const
export const states = {
  new: w('nieuw', 'new'),
  quarantined: w('apart gezet', 'quarantined'),
  ...closings,
} as const

const fields = {
  // What outsiders write may hold names, and worse: it stands apart, so that it can be erased.
  text: maybe(personal(text(w('Wat is opgemerkt', 'What was noticed')))),
  territory: maybe(ref('territory', w('Waar', 'Where'))),
  lines: list(ref('action-line', w('Actielijn', 'Action line')), w('Wat het kan raken', 'What it may touch')),
  network: maybe(ref('network', w('Kennisnetwerk', 'Network'))),
  call: maybe(ref('call', w('Antwoord op de uitvraag', 'Answers the call'))),
  sender: maybe(personal(line(w('Van', 'From')))),
  reply: hint(
    maybe(personal(line(w('Waar het antwoord heen kan', 'Where the answer can go')))),
    w('Bijvoorbeeld een e-mailadres. Mag leeg blijven.', 'For example an e-mail address. May stay empty.'),
  ),
  feed: maybe(ref('feed', w('Bron', 'Feed'))),
  source: maybe(line(w('Vindplaats', 'Where it was found'))),
  channel: choice(w('Binnengekomen via', 'Came in by'), channels),
  received: dayField(w('Ontvangen', 'Received')),
  // By which a second arrival of the same is known: a feed's own number for it, or the hash of a message.
  origin: maybe(line(w('Kenmerk van de bron', 'Mark of the source'))),
  // What the receiving mail server found: whether the sender is who the message says. It is told, never decided on.
  proof: maybe(line(w('Echtheid van de afzender', 'Whether the sender is real'))),
  quarantine: maybe(choice(w('Apart gezet', 'Quarantined'), dangers)),
  outcome: maybe(choice(w('Besluit', 'Outcome'), closings)),
  duplicateOf: maybe(ref('signal', w('Dubbel met', 'Duplicate of'))),
  linked: list(ref(['action-line', 'commitment'], w('Actielijn of toezegging', 'Line or commitment')), w('Hoort bij', 'Belongs to')),
  answer: maybe(text(w('Antwoord aan de melder', 'Answer to the sender'))),
  closed: maybe(dayField(w('Afgehandeld op', 'Closed on'))),
  closedBy: maybe(personal(line(w('Afgehandeld door', 'Closed by')))),
  erased: maybe(dayField(w('Gewist op', 'Erased on'))),
  label: closedLabel,
}
export type Signal = Body<typeof fields>
declare module '../snapshot.ts' {
  interface Vocabulary {
    signal: Signal
  }
}

export const signal = kind({
  name: 'signal',
  prefix: 'SG',
  room: 'sources',
  words: w('signaal', 'signal'),
  plural: w('signalen', 'signals'),
  means: w(
    'Iets dat iemand heeft opgemerkt: door wie, waar, en wat het kan raken. De melder hoort wat ervan kwam.',
    'Something that somebody noticed: by whom, where, and what it may touch. Its sender hears what became of it.',
  ),
  fields,
  shape: 1,
  upcasts: {},
  samples: {
    1: {
      text: 'b5bb9d8014a0f9b1d61e21e796d78dccdf1352f23cd32812f4850b878ae4944c',
      territory: null,
      lines: [],
      network: null,
      call: null,
      sender: null,
      reply: null,
      feed: null,
      source: null,
      channel: 'form',
      received: '2025-06-01',
      origin: null,
      proof: null,
      quarantine: null,
      outcome: null,
      duplicateOf: null,
      linked: [],
      answer: null,
      closed: null,
      closedBy: null,
      erased: null,
      label: 'internal',
    },
  },
  time: 'inbox',
  // All stay at hand: who is silent, what was answered and how fast, follows from them.
  held: 'snapshot',
  title: (it, language, near) => firstWords(it, near, language) ?? w('tekst gewist', 'text erased')[language],
  address: code => `bronnen/${code.toLowerCase()}`,
  check: (was, is, near, id) => once(was, is) ?? whole(is) ?? doubled(is, near, id),
  follows(it, near) {
    const open = it.outcome === null
    return {
      state: (it.outcome ?? (it.quarantine ? 'quarantined' : 'new')) as keyof typeof states,
      /** Days it has waited; null once it is closed. */
      waits: open ? Math.max(0, daysBetween(it.received, near.on)) : null,
      /** Days until it was closed. */
      took: it.closed ? daysBetween(it.received, it.closed) : null,
    }
  },
})

function firstWords(it: Signal, near: Snapshot, language: Language): string | undefined {
  const said = it.quarantine ? dangers[it.quarantine][language] : it.text ? near.person(it.text) : undefined
  const one = said?.replace(/\s+/g, ' ').trim()
  return one && one.length > 90 ? `${one.slice(0, 88).trimEnd()}…` : one
}

/** [S52] What was closed is closed once; taking that back is an act of its own. */
const once = (was: Signal | undefined, is: Signal): Refusal | undefined =>
  was?.outcome && is.outcome && was.outcome !== is.outcome
    ? refuse(
        'signal.already-closed',
        w(
          'Dit signaal is al afgehandeld. Maak dat ongedaan om opnieuw te beslissen.',
          'This signal was closed already. Undo that to decide again.',
        ),
        { where: 'of', found: closings[was.outcome].en, fault: 'conflict' },
      )
    : undefined

/** What is opened has a text until it is erased, what is quarantined has none; what is closed has a day; what is answered has an answer. */
function whole(is: Signal): Refusal | undefined {
  if (is.erased === null ? (is.text === null) === (is.quarantine === null) : is.text !== null)
    return refuse('signal.text', w('Geef de tekst, of de reden waarom er geen is.', 'Give the text, or the reason why there is none.'), {
      where: 'text',
    })
  if ((is.outcome === null) !== (is.closed === null))
    return refuse('signal.closed', w('Geef bij een besluit de dag.', 'Give the day with a decision.'), { where: 'closed' })
  if (is.outcome === 'answered' && is.answer === null)
    return refuse('signal.answer', w('Schrijf wat de melder te horen krijgt.', 'Write what the sender is to hear.'), { where: 'answer' })
  return undefined
}

/** [S53] A duplicate names one that came in for itself: never itself, and never another duplicate. */
function doubled(is: Signal, near: Snapshot, id: string): Refusal | undefined {
  if ((is.outcome === 'duplicate') !== (is.duplicateOf !== null))
    return refuse('signal.duplicate-of', w('Kies het signaal waarmee dit dubbel is.', 'Choose the signal that this duplicates.'), {
      where: 'duplicateOf',
    })
  if (is.duplicateOf === null) return undefined
  const first = near.get('signal', is.duplicateOf)
  if (is.duplicateOf === id || first?.body.duplicateOf || (first && near.pointing('signal', 'duplicateOf', id).length > 0))
    return refuse(
      'signal.duplicate-chain',
      w('Kies het signaal dat er het eerst was en zelf niet dubbel is.', 'Choose the signal that came first and is no duplicate itself.'),
      { where: 'duplicateOf', found: first?.code ?? '', fault: 'conflict' },
    )
  return undefined
}
