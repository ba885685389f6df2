import type { Field, Fields } from '../../../../fields/field.ts'
import type { LedgerSnapshot } from '../../../../ledger/snapshot.ts'
import type { AnyView, Row } from '../../../../rooms/room.ts'

type Made = Readonly<Record<string, unknown>>
export type Place = readonly [string, string]

/** A list in its order, with its counts: what does not differ from one slice of it to the next. */
export interface Standing {
  readonly rows: readonly Row<Fields>[]
  /** Over everything the input selects, before facets narrow it. */
  readonly facets: Readonly<Record<string, Readonly<Record<string, number>>>>
}

/** A row that was made from the same thing is used again: making ten thousand for each count would be slow. */
const made = new WeakMap<object, Map<string, Made>>()
export function madeOf(view: AnyView, row: Row<Fields>): Made {
  let of = made.get(row.of)
  if (!of) made.set(row.of, (of = new Map()))
  let there = of.get(view.name)
  if (!there) of.set(view.name, (there = row.row() as Made))
  return there
}

export const before = (a: Place, b: Place): boolean => (a[0] !== b[0] ? a[0] < b[0] : a[1] < b[1])

/** Lists of a snapshot that are kept; addresses may ask for any number of them. */
const KEPT = 24
const kept = new WeakMap<LedgerSnapshot, WeakMap<AnyView, Map<string, Standing>>>()

/**
 * The list that a view gives of a snapshot, narrowed by facets, sorted by (key, code) and counted. Snapshots never change, so what a view
 * sees in one without asking for more is worked out once; a view with needs is asked each time.
 */
export function standing(
  snapshot: LedgerSnapshot,
  view: AnyView,
  input: Readonly<Record<string, unknown>>,
  facets: Readonly<Record<string, string>>,
  found: Readonly<Record<string, unknown>>,
): Standing {
  if (view.needs) return narrowed(view, whole(snapshot, view, input, found), facets)
  let views = kept.get(snapshot)
  if (!views) kept.set(snapshot, (views = new WeakMap()))
  let lists = views.get(view)
  if (!lists) views.set(view, (lists = new Map()))
  const all = keep(lists, JSON.stringify(input), () => whole(snapshot, view, input, found))
  if (Object.keys(facets).length === 0) return all
  return keep(lists, JSON.stringify([input, Object.entries(facets).sort()]), () => narrowed(view, all, facets))
}

/** Least used out first. */
function keep(lists: Map<string, Standing>, key: string, make: () => Standing): Standing {
  const there = lists.get(key) ?? make()
  lists.delete(key)
  lists.set(key, there)
  const [oldest] = lists.keys()
  if (lists.size > KEPT && oldest !== undefined) lists.delete(oldest)
  return there
}

function whole(
  snapshot: LedgerSnapshot,
  view: AnyView,
  input: Readonly<Record<string, unknown>>,
  found: Readonly<Record<string, unknown>>,
): Standing {
  const rows = [...view.see(snapshot, input as never, found as never)] as Row<Fields>[]
  rows.sort((a, b) => (before([a.key, a.code], [b.key, b.code]) ? -1 : 1))
  const names = (view.facets ?? []) as readonly string[]
  return { rows, facets: Object.fromEntries(names.map(name => [name, counted(rows.map(row => cell(view, row, name)))])) }
}

function narrowed(view: AnyView, { rows, facets }: Standing, by: Readonly<Record<string, string>>): Standing {
  const chosen = Object.entries(by)
  return { rows: rows.filter(row => chosen.every(([name, value]) => cell(view, row, name) === value)), facets }
}

function cell(view: AnyView, row: Row<Fields>, name: string): string {
  const value = madeOf(view, row)[name]
  return value === null || value === undefined ? '' : (view.row[name] as Field<unknown>).cell(value)
}

function counted(values: readonly string[]): Record<string, number> {
  const out = new Map<string, number>()
  for (const value of values) out.set(value, (out.get(value) ?? 0) + 1)
  return Object.fromEntries([...out].sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** How many rows of an ordered list stand at or before a place: where a slice begins. */
export function upTo(rows: readonly Row<Fields>[], place: Place): number {
  let [low, high] = [0, rows.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const row = rows[middle] as Row<Fields>
    if (before(place, [row.key, row.code])) high = middle
    else low = middle + 1
  }
  return low
}
