import type { Field } from '../../../../fields/field.ts'
import { etag } from '../../../../ledger/reading/etag.ts'
import type { AnyKind } from '../../../../model/kind.ts'
import type { Snapshot, Thing } from '../../../../model/snapshot.ts'
import type { Column } from '../format/sheet.ts'
import { evidenceCells, evidenceColumns } from './evidence.ts'

type Body = Readonly<Record<string, unknown>>

/** [T91] The columns of the fields of a word, from their own declaration: what its form asks, its table has. */
export const fieldColumns = (kind: AnyKind): Column[] =>
  Object.entries(kind.fields as Record<string, Field<unknown>>).flatMap(([field, { controls }]) =>
    controls.map(({ suffix, type }) => ({ name: `${field}${suffix}`, numeric: type === 'number', field, suffix })),
  )

/** All columns a table of these records needs. */
export const columnsOf = (kind: AnyKind, things: readonly Thing[]): Column[] => [
  { name: 'code', numeric: false },
  { name: 'since', numeric: false },
  ...fieldColumns(kind),
  ...evidenceColumns(things),
  { name: 'version', numeric: false },
]

/** Every cell of a record that is not empty, by column. */
export const cellsOf = (kind: AnyKind, thing: Thing, near: Snapshot): Record<string, string> => ({
  code: thing.code,
  ...(kind.time === 'world' && { since: thing.since }),
  ...Object.fromEntries(
    Object.entries(kind.fields as Record<string, Field<unknown>>).flatMap(([name, field]) =>
      Object.entries(fieldCells(field, (thing.body as Body)[name] ?? null, near)).map(([suffix, text]) => [name + suffix, text]),
    ),
  ),
  ...evidenceCells(thing.evidence, near),
  version: etag(thing),
})

/** A value by the parts of its form; a reference is a code, a person a name. What this reader does not see is empty. */
function fieldCells(field: Field<unknown>, value: unknown, near: Snapshot): Readonly<Record<string, string>> {
  if (value === null) return {}
  const coded = (id: unknown) => (typeof id === 'string' ? near.find(id)?.code : undefined)
  if (field.personal) return { '': near.person(String(value)) ?? '' }
  if (field.kinds.length === 0 || field.sort === 'evidence') return field.write(value)
  return { '': Array.isArray(value) ? value.flatMap(id => coded(id) ?? []).join(', ') : (coded(value) ?? '') }
}
