import type { Field, Fields } from '../../../../fields/field.ts'

/** Spreadsheets run a cell that begins like this as a formula; a quote before it makes it text. Numbers and days are no text. */
const risky = /^[=+\-@\t\r]/
const texts = new Set(['text', 'name', 'choice', 'ref', 'list', 'evidence', 'json'])

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

/**
 * [H9] A list as CSV (RFC 4180): one header of field names, CRLF, with the mark by which spreadsheets know UTF-8.
 * Empty is "nothing is known of it".
 */
export function csvOf(fields: Fields, rows: Iterable<Readonly<Record<string, unknown>>>): string {
  const names = Object.keys(fields)
  const lines = [names.map(quoted).join(',')]
  for (const row of rows)
    lines.push(
      names
        .map(name => {
          const field = fields[name] as Field<unknown>
          const value = row[name]
          const cell = value === null || value === undefined ? '' : field.cell(value)
          return quoted(texts.has(field.sort) && risky.test(cell) ? `'${cell}` : cell)
        })
        .join(','),
    )
  return `\ufeff${lines.join('\r\n')}\r\n`
}
