// The tables of tools/waterland/hand: what people wrote of the invented country, a line a row, columns between `|`.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export type Row = Readonly<Record<string, string>>

/**
 * The rows of a table by the names of its columns; a column left out at the end of a line is empty.
 * @throws Error where a line has more columns than the head.
 */
export function table(name: string): readonly Row[] {
  const rows = read.get(name) ?? rowsOf(name)
  read.set(name, rows)
  return rows
}
const read = new Map<string, readonly Row[]>()

function rowsOf(name: string): Row[] {
  const [head = '', ...lines] = readFileSync(join(import.meta.dirname, `${name}.txt`), 'utf8')
    .trimEnd()
    .split('\n')
  const columns = cells(head)
  return lines.map((line, i) => {
    const given = cells(line)
    if (given.length > columns.length)
      throw new Error(`${name}.txt, line ${i + 2}: ${given.length} columns, the head has ${columns.length}`)
    return Object.fromEntries(columns.map((column, k) => [column, given[k] ?? '']))
  })
}

const cells = (line: string): string[] => line.split('|').map(cell => cell.trim())

/** A cell that must say something. @throws Error where it does not. */
export function said(row: Row, column: string): string {
  const cell = row[column]
  if (!cell) throw new Error(`no ${column} in ${Object.values(row).join(' | ')}`)
  return cell
}

/** What stands in a cell between commas. */
export const several = (cell: string | undefined): string[] => (cell ? cell.split(',').map(part => part.trim()) : [])

export const inBoth = (row: Row, nl = 'nl', en = 'en') => ({ nl: said(row, nl), en: said(row, en) })

/** An entry of a pack without what is empty: a field left out is empty. */
export const entry = (fields: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(fields).filter(
      ([, value]) => value !== '' && value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0),
    ),
  )
