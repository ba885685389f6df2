import { type Fields, reading } from '../../../../fields/field.ts'
import { type Refusal, refuse, refused } from '../../../../kernel/refusal.ts'
import { w } from '../../../../kernel/words.ts'
import { take } from '../../../../ledger/deciding/context.ts'
import type { Snapshot } from '../../../../model/snapshot.ts'
import type { AnyView } from '../../../../rooms/room.ts'
import type { Wanted } from './list.ts'

export const MOST = 500
const own = ['op', 'bekend', 'after', 'size', 'format']

/**
 * [H10] What an address asks of a list. A facet goes by its own name; where an input has that name too, by `facet.` and its name.
 * What is not known is refused: a typo must not be a silence.
 */
export function wantedOf(view: AnyView, query: Readonly<Record<string, string>>, snapshot: Snapshot, usual = 50): Wanted | Refusal {
  const input = view.input as Fields
  const suffixes = Object.entries(input).flatMap(([name, field]) => field.controls.map(({ suffix }) => name + suffix))
  const facets: Record<string, string> = {}
  for (const name of (view.facets ?? []) as readonly string[]) {
    const value = query[`facet.${name}`] ?? (Object.hasOwn(input, name) ? undefined : query[name])
    if (value !== undefined) facets[name] = value
  }
  const names = ((view.facets ?? []) as readonly string[]).flatMap(name => [name, `facet.${name}`])
  const known = new Set([...own, ...suffixes, ...names])
  const stray = Object.keys(query).find(name => !known.has(name))
  if (stray !== undefined) {
    const list = [...known].join(', ')
    return refuse('list.unknown', w(`Gebruik een van: ${list}.`, `Use one of: ${list}.`), { where: stray, found: stray })
  }
  const size = query.size === undefined ? usual : /^\d{1,4}$/.test(query.size) ? Number(query.size) : 0
  if (size < 1 || size > MOST)
    return refuse('list.size', w(`Geef een aantal van 1 tot en met ${MOST}.`, `Give a number from 1 to ${MOST}.`), {
      where: 'size',
      found: query.size ?? '',
    })
  const taken = take(
    input,
    reading(input, name => query[name]),
    snapshot,
  )
  return refused(taken) ? taken : { input: taken, facets, after: query.after ?? null, size: query.format === 'csv' ? null : size }
}
