import { type Day, daysBetween } from '../../kernel/day.ts'
import { place, type Window } from '../../kernel/values/window.ts'
import { w } from '../../kernel/words.ts'
import type { Snapshot, Thing, Vocabulary } from '../snapshot.ts'

type Commitment = Vocabulary['commitment']

/** The first that holds, in this order; `late` and `not-found` are told apart by how far the sources were read. */
export const states = {
  withdrawn: w('ingetrokken', 'withdrawn'),
  superseded: w('vervangen', 'superseded'),
  fulfilled: w('nagekomen', 'fulfilled'),
  'open-ended': w('zonder termijn', 'open-ended'),
  open: w('open', 'open'),
  due: w('loopt nu', 'due now'),
  late: w('te laat', 'late'),
  'not-found': w('geen nakoming gevonden', 'no fulfilment found'),
} as const
export type State = keyof typeof states

export interface CommitmentState {
  readonly state: State
  /** Something came, and something remains. */
  readonly part: boolean
  readonly remains: string | null
  /** Up to which day every source that could hold its fulfilment was read; null where no source is recorded. */
  readonly readUntil: Day | null
  readonly feeds: readonly string[]
  /** The window of the first link of its chain: delay counts from there. */
  readonly firstDue: Window | null
  readonly fulfilledOn: Day | null
  /** Whole days after the first window closed (negative: before): of the fulfilment, or of the day looked at once the window closed. */
  readonly days: number | null
  readonly successor: string | null
  /** Ids, first link first, this one and later links included. */
  readonly chain: readonly string[]
  /** What makes it possible to check: who, what, when, to whom. */
  readonly testable: { readonly who: boolean; readonly what: boolean; readonly when: boolean; readonly whom: boolean }
}

/** What is so of a commitment on `near.on`. */
export function stateOf(it: Commitment, near: Snapshot, id: string): CommitmentState {
  const results = near.pointing('fulfilment', 'commitment', id).filter(f => f.body.on <= near.on)
  const whole = results.find(f => f.body.extent === 'whole')
  const part = results.filter(f => f.body.extent === 'part').at(-1)
  const successor = near.pointing('commitment', 'replaces', id)[0]
  // Posts of websites promise nothing and keep nothing: how far they were read says nothing of a promise.
  const feeds = near.all('feed').filter(f => f.body.takes !== 'signals')
  const readUntil = feeds.length > 0 ? feeds.map(f => f.body.readUntil).reduce((a, b) => (a < b ? a : b)) : null
  const chain = links(it, near, id)
  const first = chain[0]?.body ?? it
  const fulfilledOn = whole?.body.on ?? null
  const state = named(it, near.on, { fulfilledOn, successor, readUntil })
  const until = first.due?.to ?? null
  const counted = fulfilledOn ?? (state === 'late' || state === 'not-found' ? near.on : null)
  return {
    state,
    part: part !== undefined,
    remains: whole ? null : (part?.body.remains ?? null),
    readUntil,
    feeds: feeds.map(f => f.id),
    firstDue: first.due,
    fulfilledOn,
    days: until && counted ? daysBetween(until, counted) : null,
    successor: successor?.id ?? null,
    chain: chain.map(link => link.id),
    testable: { who: Boolean(it.by ?? it.byWords), what: it.strength !== 'effort', when: Boolean(it.due?.to), whom: Boolean(it.addressee) },
  }
}

interface Known {
  readonly fulfilledOn: Day | null
  readonly successor: Thing<'commitment'> | undefined
  readonly readUntil: Day | null
}

/** [C6] Late is a claim and needs a base: the sources were read beyond the window's last day and hold no fulfilment. */
function named(it: Commitment, on: Day, { fulfilledOn, successor, readUntil }: Known): State {
  if (it.withdrawn && it.withdrawn <= on) return 'withdrawn'
  if (successor) return 'superseded'
  if (fulfilledOn) return 'fulfilled'
  if (!it.due?.to) return 'open-ended'
  const where = place(it.due, on)
  if (where !== 'after') return where === 'before' ? 'open' : 'due'
  return readUntil && readUntil > it.due.to ? 'late' : 'not-found'
}

/** [C1] The chain of a promise that moved, first link first. `check` keeps it free of loops; a reader who misses a link starts where they can see. */
function links(it: Commitment, near: Snapshot, id: string): Thing<'commitment'>[] {
  const chain: Thing<'commitment'>[] = []
  for (
    let at = it.replaces ? near.get('commitment', it.replaces) : undefined;
    at;
    at = at.body.replaces ? near.get('commitment', at.body.replaces) : undefined
  )
    chain.unshift(at)
  const self = near.get('commitment', id)
  if (self) chain.push(self)
  for (let next = near.pointing('commitment', 'replaces', id)[0]; next; next = near.pointing('commitment', 'replaces', next.id)[0])
    chain.push(next)
  return chain
}
