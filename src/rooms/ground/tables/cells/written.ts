import type { AnyKind } from '../../../../model/kind.ts'
import type { Kind, Snapshot, Thing } from '../../../../model/snapshot.ts'
import { type Column, schema, type Table } from '../format/sheet.ts'
import { cellsOf, columnsOf } from './columns.ts'

/** [T91] One row per record that holds on the day of the snapshot, by code; only what this reader sees. */
export function tableOf(kind: AnyKind, near: Snapshot): Table {
  const things = near.all(kind.name as Kind).toSorted((a, b) => (a.code < b.code ? -1 : 1)) as Thing[]
  return { kind: kind.name, columns: columnsOf(kind, things), rows: things.map(thing => cellsOf(kind, thing, near)) }
}

/** [T100] The same rows as objects: a cell by the name of its column, numbers as numbers. */
export function writeJson(tables: readonly Table[], on: string): string {
  const value = (text: string, numeric: boolean) => (numeric && String(Number(text)) === text ? Number(text) : text)
  const rowOf = (columns: readonly Column[], cells: Readonly<Record<string, string>>) =>
    Object.fromEntries(columns.map(({ name, numeric }) => [name, cells[name] === undefined ? null : value(cells[name], numeric)]))
  const all = tables.map(({ kind, columns, rows }) => ({ kind, rows: rows.map(cells => rowOf(columns, cells)) }))
  return `${JSON.stringify({ schema, on, tables: all }, null, 2)}\n`
}
