/** How a file of tables says what it is; the number goes up when a column gets another meaning. */
export const schema = 'koersvast/table/1'

/** More than this is no table that somebody looks over. Rows and cells of all sheets of a file together. */
export const most = { rows: 20_000, cells: 1_000_000, columns: 400 } as const

/** A table as it stands in a file, of whichever format: only text. Null is a cell that is not there, which is not the same as an empty one. */
export interface Sheet {
  /** As findings name it: the file, and the sheet in it. */
  readonly place: string
  /** What it says it holds: the name of the sheet or of the file. */
  readonly of: string
  readonly columns: readonly string[]
  readonly rows: readonly Row[]
}
/** `at` is the number of the row as a spreadsheet shows it; the heading is row 1. */
export interface Row {
  readonly at: number
  readonly cells: readonly (string | null)[]
}

/** One column of a table: a part of a field (`name.nl`), a part of a source (`evidence.start`), or what stands around them. */
export interface Column {
  readonly name: string
  readonly numeric: boolean
  readonly field?: string
  readonly suffix?: string
}

/** The records of one word on one day as a table; a cell that is empty is left out of its row. */
export interface Table {
  readonly kind: string
  readonly columns: readonly Column[]
  readonly rows: readonly Readonly<Record<string, string>>[]
}

/** Line ends as one, so that a cell is the same after a spreadsheet had it. */
export const evened = (text: string): string => text.replaceAll(/\r\n?/g, '\n')
