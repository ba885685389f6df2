import type { Day } from '../../kernel/day.ts'
import type { State } from '../../model/course/commitment-state.ts'
import type { Snapshot, Thing } from '../../model/snapshot.ts'
import { commitmentsView } from '../course/commitments.view.ts'

/** What asks for attention first; what needs none last. */
const order: readonly State[] = ['late', 'not-found', 'due', 'open', 'open-ended', 'fulfilled', 'superseded', 'withdrawn']

export interface Figures {
  readonly all: number
  /** States with at least one promise, with how many. */
  readonly states: readonly { readonly state: State; readonly n: number }[]
  /** Up to which day every source was read; null where none is recorded. */
  readonly readUntil: Day | null
}

/** [A1] The promises counted by state, as the public list says it. */
export function figuresOf(snapshot: Snapshot): Figures {
  const said = [...commitmentsView.see(snapshot, { by: null, line: null }, {})].map(it => it.row().state)
  const feeds = snapshot.all('feed').map(it => it.body.readUntil)
  return {
    all: said.length,
    states: order.map(state => ({ state, n: said.filter(it => it === state).length })).filter(({ n }) => n > 0),
    readUntil: feeds.length > 0 ? feeds.reduce((a, b) => (a < b ? a : b)) : null,
  }
}

export interface Newest {
  readonly on: Day
  readonly sort: 'document' | 'promised' | 'fulfilled'
  /** What it is about, and has a page. */
  readonly thing: Thing
  /** Further things of the same sort on the same day. */
  readonly more: number
}

/** [A2] What the sources told last, by the day of the source: one entry a day and sort, newest first. */
export function newestOf(snapshot: Snapshot, most: number): Newest[] {
  const told: Omit<Newest, 'more'>[] = []
  for (const it of snapshot.all('document')) if (it.body.date) told.push({ on: it.body.date, sort: 'document', thing: it as never })
  for (const it of snapshot.all('commitment')) told.push({ on: madeOn(it, snapshot), sort: 'promised', thing: it as never })
  for (const { body } of snapshot.all('fulfilment')) {
    const thing = snapshot.get('commitment', body.commitment)
    if (thing) told.push({ on: body.on, sort: 'fulfilled', thing: thing as never })
  }
  const past = told.filter(it => it.on <= snapshot.on)
  const days = Map.groupBy(past, it => `${it.on} ${it.sort}`)
  return [...days]
    .sort(([a], [b]) => (a < b ? 1 : a > b ? -1 : 0))
    .slice(0, most)
    .flatMap(([, all]) => {
      const [first, ...rest] = all.sort((a, b) => (a.thing.code < b.thing.code ? -1 : 1))
      return first ? [{ ...first, more: rest.length }] : []
    })
}

/** A promise was made on the day of the document it stands in; where that has no day, from when it counts. */
const madeOn = ({ evidence, since }: Thing<'commitment'>, snapshot: Snapshot): Day =>
  evidence.map(it => ('document' in it ? (snapshot.get('document', it.document)?.body.date ?? null) : null)).find(date => date !== null) ??
  since
