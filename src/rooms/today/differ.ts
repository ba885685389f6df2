import type { Field, Fields, Naming } from '../../fields/field.ts'
import { same } from '../../kernel/canonical.ts'
import { type Words, w } from '../../kernel/words.ts'
import type { AnyKind, Kinds } from '../../model/kind.ts'
import type { Snapshot, Thing } from '../../model/snapshot.ts'
import { standingOf } from './standings.ts'

/** One thing that is not the same on two days: made (`was` undefined), ended (`is` undefined) or changed. */
export interface Difference {
  readonly kind: AnyKind
  readonly id: string
  readonly code: string
  readonly was: Thing | undefined
  readonly is: Thing | undefined
  /** How it stood and stands, where that differs; nobody need have written anything for it. */
  readonly stand: { readonly was: Words | null; readonly is: Words | null } | null
}

type Body = Readonly<Record<string, unknown>>

/**
 * [D5] What differs for one reader between two snapshots under the same clearance: records and how they stand, by kind and code.
 * What waits for a person is left out: it only counts when it was recorded.
 */
export function differences(kinds: Kinds, before: Snapshot, after: Snapshot): Difference[] {
  const out: Difference[] = []
  for (const kind of kinds.values()) {
    if (kind.time === 'inbox') continue
    const found: Difference[] = []
    const [old, now] = [before, after].map(it => it.all(kind.name as never) as readonly Thing[])
    for (const was of old ?? []) {
      const is = after.find(was.id)
      const one = is ? changed(kind, was, is, before, after) : { kind, id: was.id, code: was.code, was, is, stand: null }
      if (one) found.push(one)
    }
    for (const is of now ?? []) if (!before.find(is.id)) found.push({ kind, id: is.id, code: is.code, was: undefined, is, stand: null })
    out.push(...found.sort((a, b) => (a.code < b.code ? -1 : 1)))
  }
  return out
}

function changed(kind: AnyKind, was: Thing, is: Thing, before: Snapshot, after: Snapshot): Difference | null {
  const stood = standingOf(kind, was, before)
  const stands = standingOf(kind, is, after)
  const stand = same(stood, stands) ? null : { was: stood, is: stands }
  if (!stand && same(was.body, is.body) && same(was.evidence, is.evidence)) return null
  return { kind, id: is.id, code: is.code, was, is, stand }
}

/** Counted once per pair: the bar of every page of a past day asks for the same number. */
const counts = new WeakMap<Snapshot, WeakMap<Snapshot, number>>()
/** How many things differ between two snapshots. */
export function countOf(kinds: Kinds, before: Snapshot, after: Snapshot): number {
  let of = counts.get(after)
  if (!of) counts.set(after, (of = new WeakMap()))
  let count = of.get(before)
  if (count === undefined) of.set(before, (count = differences(kinds, before, after).length))
  return count
}

/** A field before and after, in words; null: there was nothing, or there is nothing any more. */
export interface Told {
  readonly name: string
  readonly words: Words
  readonly was: string | null
  readonly is: string | null
}

/** [D6] The fields in which two bodies differ, each as the reader of a page hears it. What only one of them has stands alone. */
export function told(fields: Fields, was: Body | null, is: Body | null, naming: { readonly was: Naming; readonly is: Naming }): Told[] {
  const said = (field: Field<unknown>, value: unknown, near: Naming) =>
    value === null || value === undefined || (Array.isArray(value) && value.length === 0) ? null : field.say(value, near)
  return Object.entries(fields)
    .filter(([name]) => !same(was?.[name] ?? null, is?.[name] ?? null))
    .map(([name, field]) => ({
      name,
      words: field.words,
      was: said(field, was?.[name], naming.was),
      is: said(field, is?.[name], naming.is),
    }))
    .filter(it => it.was !== it.is)
}

/** The heading of what changed that is no field of it. */
export const standWords = w('Stand', 'State')
