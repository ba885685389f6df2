import { same } from '../kernel/canonical.ts'
import type { Kind, Snapshot, Thing } from '../model/snapshot.ts'

/** A thing with what follows from it on the snapshot's day. The same object as long as both stay the same, so that what was made from it can be used again. */
export interface Reading<K extends Kind, S> {
  readonly thing: Thing<K>
  readonly follows: S
  /** Names of what the thing points to, as they stood: a row shows them too. */
  readonly names: readonly (Thing | undefined)[]
}

type Readings = WeakMap<Thing, Reading<Kind, unknown>>
const last = new Map<string, Readings>()
const seen = new WeakMap<Snapshot, Map<string, Readings>>()
const slotOf = (slots: Map<string, Readings>, name: string): Readings => {
  let there = slots.get(name)
  if (!there) slots.set(name, (there = new WeakMap()))
  return there
}

/**
 * The reading of a thing. Worked out once per snapshot; when nothing of it changed since the snapshot before, it is the very same object.
 * `slot` keeps apart what different lists follow from the same thing.
 */
export function reading<K extends Kind, S>(
  snapshot: Snapshot,
  thing: Thing<K>,
  kind: { follows(it: Thing<K>['body'], near: Snapshot, id: string): S },
  slot = '',
): Reading<K, S> {
  let slots = seen.get(snapshot)
  if (!slots) seen.set(snapshot, (slots = new Map()))
  const [mine, earlier] = [slotOf(slots, slot), slotOf(last, slot)]
  const key = thing as unknown as Thing
  const there = mine.get(key)
  if (there) return there as unknown as Reading<K, S>
  const follows = kind.follows(thing.body, snapshot, thing.id)
  const names = pointed(thing).map(id => snapshot.find(id))
  const before = earlier.get(key)
  const unchanged =
    before && same(before.follows, follows) && before.names.length === names.length && before.names.every((name, i) => name === names[i])
  const now = unchanged ? before : ({ thing, follows, names } as unknown as Reading<Kind, unknown>)
  mine.set(key, now)
  earlier.set(key, now)
  return now as unknown as Reading<K, S>
}

/** Every id a body holds. */
const pointed = (thing: { readonly body: object }): string[] =>
  Object.values(thing.body)
    .flatMap(value => (Array.isArray(value) ? value : [value]))
    .filter((value): value is string => typeof value === 'string' && value.length === 36 && value[14] === '7')
