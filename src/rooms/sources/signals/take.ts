import type { Day } from '../../../kernel/day.ts'
import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import { w } from '../../../kernel/words.ts'
import type { Snapshot, Vocabulary } from '../../../model/snapshot.ts'
import { call } from '../../../model/sources/call.ts'

type Signal = Vocabulary['signal']

/** So many signals of one network may wait at once, and so many may come by its form in a day: a flood stops at its own door. */
export const MOST_WAITING = 200
export const MOST_A_DAY = 40

/** A signal as it comes in: nothing decided, nothing linked. */
export const fresh = (said: Partial<Signal> & Pick<Signal, 'channel' | 'received'>): Signal => ({
  text: null,
  territory: null,
  lines: [],
  network: null,
  call: null,
  sender: null,
  reply: null,
  feed: null,
  source: null,
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
  ...said,
})

/** [S55] Why a network can send no more for now. Its own signals only are counted: nobody is held back by another. */
export function full(snapshot: Snapshot, network: string, today: Day): Refusal | undefined {
  const mine = snapshot.pointing('signal', 'network', network)
  const waits = mine.filter(({ body }) => body.outcome === null).length
  const came = mine.filter(({ body }) => body.channel === 'form' && body.received === today).length
  if (waits < MOST_WAITING && came < MOST_A_DAY) return undefined
  return refuse(
    'signal.full',
    w(
      'Er liggen veel signalen van u te wachten. Stuur dit morgen, of bel uw contactpersoon.',
      'Many signals of yours are waiting. Send this tomorrow, or call your contact.',
    ),
    { fault: 'unavailable' },
  )
}

/** [S58] A call can be answered while it is open, by a network that it asks. */
export function answerable(snapshot: Snapshot, id: string, network: string | null): Refusal | undefined {
  const it = snapshot.get('call', id)
  if (it && call.follows(it.body, snapshot, it.id).state === 'open' && (network === null || it.body.networks.includes(network as never)))
    return undefined
  return refuse(
    'call.not-open',
    w('Kies een uitvraag die open is, of laat dit leeg.', 'Choose a call that is open, or leave this empty.'),
    { where: 'call', fault: 'conflict' },
  )
}
