import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import { sayNumber } from '../../../../kernel/say.ts'
import { type Words, w } from '../../../../kernel/words.ts'
import { most, type Row, type Sheet, type Table } from './sheet.ts'

/** What a spreadsheet takes for a formula, in the width of our letters and in the wide ones; what begins with quotes before it too, so that the way back is one way. */
const runs = /^'*[=+\-@\t\r\n＝＋－＠]/
/** A number is no formula, also below zero. */
const number = /^-?\d+(?:\.\d+)?$/

/** [T98] A cell as a spreadsheet shows it and does not run it: a quote before what it would take for a formula. `unguarded` takes it away again. */
const guarded = (text: string, numeric: boolean): string => (runs.test(text) && !(numeric && number.test(text)) ? `'${text}` : text)
const unguarded = (text: string): string => (text.startsWith("'") && runs.test(text) ? text.slice(1) : text)

/** One table as CSV (RFC 4180), with the mark by which spreadsheets know UTF-8. */
export function writeCsv({ columns, rows }: Table): string {
  const quoted = (text: string) => (/[",;\r\n]/.test(text) || text.trim() !== text ? `"${text.replaceAll('"', '""')}"` : text)
  const lines = [
    columns.map(({ name }) => name),
    ...rows.map(cells => columns.map(({ name, numeric }) => guarded(cells[name] ?? '', numeric))),
  ]
  return `\ufeff${lines.map(cells => `${cells.map(quoted).join(',')}\r\n`).join('')}`
}

/**
 * [T99] CSV as RFC 4180 has it, with a comma or a semicolon (whichever parts the heading into more cells) and any line ends.
 * @param place the file, for findings; `of`: what it says it holds.
 */
export function readCsv(source: string, place: string, of: string): Sheet | Refusal {
  const text = source.startsWith('\ufeff') ? source.slice(1) : source
  const [commas, semicolons] = [',', ';'].map(sign => new Reader(text, sign).record() ?? [])
  const reader = new Reader(text, (semicolons?.length ?? 0) > (commas?.length ?? 0) ? ';' : ',')
  const columns = (reader.record() ?? []).map(name => name.trim())
  if (columns.length > most.columns) return tooMany(place)
  const rows: Row[] = []
  let cells: string[] | undefined
  for (let at = 2; !reader.wrong && (cells = reader.record()); at++) {
    if (cells.length === 1 && cells[0] === '') continue
    if (rows.length >= most.rows || rows.length * columns.length > most.cells) return tooMany(place)
    if (cells.length !== columns.length)
      return wrongAt(
        place,
        at,
        'table.cells',
        w(
          `Geef deze rij evenveel cellen als de kop: ${columns.length}. Staat het scheidingsteken in een cel, zet die dan tussen aanhalingstekens.`,
          `Give this row as many cells as the heading: ${columns.length}. Where the separator stands in a cell, put that cell in quotes.`,
        ),
        String(cells.length),
      )
    rows.push({ at, cells: cells.map(unguarded) })
  }
  return reader.wrong ? wrongAt(place, reader.row, 'table.quotes', reader.wrong) : { place, of, columns, rows }
}

const wrongAt = (place: string, row: number, code: 'table.cells' | 'table.quotes', todo: Words, found?: string): Refusal => {
  const said = w(`${place}, rij ${row}: ${todo.nl}`, `${place}, row ${row}: ${todo.en}`)
  const at = { where: `${place}, row ${row}`, ...(found !== undefined && { found }) }
  return code === 'table.cells' ? refuse('table.cells', said, at) : refuse('table.quotes', said, at)
}

export const tooMany = (place: string): Refusal =>
  refuse(
    'table.too-large',
    w(
      `Splits dit bestand: hoogstens ${sayNumber(most.rows, 'nl')} rijen, ${most.columns} kolommen en ${sayNumber(most.cells, 'nl')} cellen.`,
      `Split this file: at most ${sayNumber(most.rows, 'en')} rows, ${most.columns} columns and ${sayNumber(most.cells, 'en')} cells.`,
    ),
    { where: place, fault: 'too-large' },
  )

/** Goes through one text once; a short-lived object that holds the position. */
class Reader {
  readonly #text: string
  readonly #separator: string
  #at = 0
  /** The number of the row last begun. */
  row = 0
  wrong: Words | undefined

  constructor(text: string, separator: string) {
    this.#text = text
    this.#separator = separator
  }

  /** The cells of the next row; undefined at the end, or where a row cannot be read: then `wrong` says why. */
  record(): string[] | undefined {
    if (this.#at >= this.#text.length) return undefined
    this.row++
    const cells: string[] = []
    for (;;) {
      const cell = this.#text[this.#at] === '"' ? this.#quoted() : this.#plain()
      if (cell === undefined) return undefined
      cells.push(cell)
      const sign = this.#text[this.#at++]
      if (sign === this.#separator && cells.length <= most.columns) continue
      if (sign === '\r' && this.#text[this.#at] === '\n') this.#at++
      return cells
    }
  }

  #ends(sign: string | undefined): boolean {
    return sign === undefined || sign === this.#separator || sign === '\r' || sign === '\n'
  }

  #plain(): string | undefined {
    const start = this.#at
    while (!this.#ends(this.#text[this.#at])) {
      if (this.#text[this.#at] === '"') {
        this.wrong = w(
          'Zet een cel met een aanhalingsteken erin tussen aanhalingstekens, en schrijf dat teken erin dubbel.',
          'Put a cell that has a quote in it in quotes, and write that quote twice.',
        )
        return undefined
      }
      this.#at++
    }
    return this.#text.slice(start, this.#at)
  }

  #quoted(): string | undefined {
    let [cell, start] = ['', this.#at + 1]
    for (;;) {
      const end = this.#text.indexOf('"', start)
      if (end < 0) {
        this.wrong = w('Sluit het aanhalingsteken dat in deze rij begint.', 'Close the quote that begins in this row.')
        return undefined
      }
      cell += this.#text.slice(start, end)
      this.#at = end + 1
      if (this.#text[this.#at] !== '"') break
      cell += '"'
      start = end + 2
    }
    if (this.#ends(this.#text[this.#at])) return cell
    this.wrong = w('Zet na een gesloten aanhalingsteken een scheidingsteken.', 'Put a separator after a quote that closes.')
    return undefined
  }
}
