import type { Snapshot, Thing } from '../../../model/snapshot.ts'
import { type Held, isClassed, ratingsIn, ratingsOf } from '../ratings/held.ts'
import { type Measure, measureOf, type Span, spanOf } from './span.ts'

type About = Thing<'scenario'> | Thing<'theme'>

/** A rating with what it is about, and the theme that belongs to. */
export interface Entry extends Held {
  readonly about: About
  readonly theme: Thing<'theme'> | undefined
}
export interface Plotted extends Entry {
  readonly x: Span
  readonly y: Span
}
/** What the diagram of one edition shows, and all that it does not show, each in one place only. */
export interface Diagram {
  readonly edition: Thing<'assessment'>
  readonly x: Measure | undefined
  readonly y: Measure | undefined
  readonly plotted: readonly Plotted[]
  /** Classes on one axis only: no place in the diagram. */
  readonly half: readonly Entry[]
  /** [T73] What this edition, or a later one held against it, says has changed without giving a class. */
  readonly stated: readonly Entry[]
  /** Scenarios of which neither was found. */
  readonly unrated: readonly Thing<'scenario'>[]
}

/** What can be drawn: editions that rate something, the newest first. */
export const editionsOf = (snapshot: Snapshot): readonly Thing<'assessment'>[] =>
  snapshot
    .all('assessment')
    .filter(({ id }) => ratingsIn(snapshot, id).length > 0)
    .toSorted((a, b) => (a.body.on !== b.body.on ? (a.body.on < b.body.on ? 1 : -1) : a.code < b.code ? -1 : 1))

/** [T72] Without a choice: the newest that gives classes; where none does, the newest that says anything. */
export function editionOf(snapshot: Snapshot, code: string | undefined): Thing<'assessment'> | undefined {
  const all = editionsOf(snapshot)
  if (code !== undefined) return all.find(it => it.code.toLowerCase() === code.toLowerCase())
  return all.find(({ id }) => ratingsIn(snapshot, id).some(isClassed)) ?? all[0]
}

/** All that one edition says, with what it is about. */
export const entriesIn = (snapshot: Snapshot, edition: Thing<'assessment'>): readonly Entry[] =>
  ratingsIn(snapshot, edition.id).flatMap(held => entryOf(snapshot, held))

/** The diagram of one edition, narrowed to a theme by its code. */
export function diagramOf(snapshot: Snapshot, edition: Thing<'assessment'>, theme?: string): Diagram {
  const within = (it: Thing<'theme'> | undefined) => theme === undefined || it?.code.toLowerCase() === theme.toLowerCase()
  const [x, y] = [measureOf(snapshot, edition.body.likelihood), measureOf(snapshot, edition.body.impact)]
  const since = snapshot
    .all('rating')
    .filter(({ body }) => body.change !== null && body.assessment !== edition.id && heldAgainst(snapshot, body) === edition.id)
    .flatMap(rating => ratingsOf(snapshot, rating.body.about).filter(it => it.rating.id === rating.id))
  const all = [...entriesIn(snapshot, edition), ...since.flatMap(held => entryOf(snapshot, held))].filter(it => within(it.theme))
  const classed = all.filter(isClassed).map(it => ({ it, place: placeOf(it, x, y, snapshot) }))
  const found = new Set(all.map(it => it.about.id as string))
  return {
    edition,
    x,
    y,
    plotted: classed.flatMap(({ it, place }) => (place ? [{ ...it, ...place }] : [])),
    half: classed.flatMap(({ it, place }) => (place ? [] : [it])),
    stated: all.filter(it => !isClassed(it)).toSorted(byTheme),
    unrated: snapshot
      .all('scenario')
      .filter(it => !found.has(it.id) && within(snapshot.get('theme', it.body.theme)))
      .toSorted((a, b) => (a.code < b.code ? -1 : 1)),
  }
}

/** Against which edition something changed: the rating says so, or else the assessment it stands in. */
const heldAgainst = (snapshot: Snapshot, body: Thing<'rating'>['body']): string | null =>
  body.against ?? snapshot.get('assessment', body.assessment)?.body.against ?? null

const byTheme = (a: Entry, b: Entry): number =>
  (a.theme?.body.number ?? 999) - (b.theme?.body.number ?? 999) || (a.rating.code < b.rating.code ? -1 : 1)

function entryOf(snapshot: Snapshot, held: Held): Entry[] {
  const scenario = snapshot.get('scenario', held.rating.body.about)
  const about = scenario ?? snapshot.get('theme', held.rating.body.about)
  if (!about) return []
  return [{ ...held, about, theme: snapshot.get('theme', scenario ? scenario.body.theme : about.id) }]
}

function placeOf({ rating }: Entry, x: Measure | undefined, y: Measure | undefined, snapshot: Snapshot) {
  const across = x && spanOf(rating.body, 'likelihood', x, snapshot)
  const up = y && spanOf(rating.body, 'impact', y, snapshot)
  return across && up ? { x: across, y: up } : undefined
}
