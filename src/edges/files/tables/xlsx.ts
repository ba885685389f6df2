import { type Refusal, refuse, refused, together } from '../../../kernel/refusal.ts'
import { w } from '../../../kernel/words.ts'
import { tooMany } from '../../../rooms/ground/tables/format/csv.ts'
import { most, type Row, type Sheet } from '../../../rooms/ground/tables/format/sheet.ts'
import { all, type Branch, branches, find, textOf, treeOf } from '../marked/tree.ts'
import { brokenArchive } from '../refusals.ts'
import { unzip } from '../unzip.ts'
import { dayStyles, serialDay } from './days.ts'

const parts = /^xl\/(?:workbook|sharedStrings|styles|_rels\/workbook\.xml\.rels|worksheets\/[^/]+)(?:\.xml|\.rels)?$/
/** So many formulas are named; who has more has seen the point. */
const named = 20

/** What the cells of all sheets of one file share. */
interface Book {
  readonly place: string
  readonly strings: readonly string[]
  readonly days: ReadonlySet<number>
  readonly from1904: boolean
}

/**
 * The sheets of a spreadsheet (ISO/IEC 29500, SpreadsheetML), only as text: strings inline or shared, numbers as they are, days as ISO 8601.
 * [T103] A formula is refused with the name of its cell: what it comes to is the spreadsheet's word, not the file's.
 */
export function readXlsx(bytes: Uint8Array, place: string): readonly Sheet[] | Refusal {
  const files = unzip(bytes, name => parts.test(name))
  if (refused(files)) return { ...files, where: place }
  const trees = new Map<string, Branch>()
  for (const [name, content] of files) {
    const tree = treeOf(new TextDecoder().decode(content))
    if (refused(tree)) return { ...tree, where: `${place}, ${name}` }
    trees.set(name, tree)
  }
  const book = trees.get('xl/workbook.xml')
  if (!book) return otherFormat(place)
  const strings = all(trees.get('xl/sharedStrings.xml') ?? empty, 'si').map(stringOf)
  const from1904 = ['1', 'true'].includes(find(book, 'workbookPr')?.attributes.date1904 ?? '')
  const days = dayStyles(trees.get('xl/styles.xml') ?? empty)
  const targets = new Map(
    all(trees.get('xl/_rels/workbook.xml.rels') ?? empty, 'Relationship').map(({ attributes: { Id, Target } }) => [
      Id,
      pathOf(Target ?? ''),
    ]),
  )
  const out: Sheet[] = []
  let cells = 0
  for (const { attributes } of all(book, 'sheet')) {
    const of = attributes.name ?? ''
    const path = targets.get(attributes.id) ?? ''
    // A sheet that is a drawing holds no rows; one whose rows are gone is half a file.
    if (path !== '' && !path.startsWith('xl/worksheets/')) continue
    const tree = trees.get(path)
    if (!tree) return { ...brokenArchive(of), where: place }
    const sheet = sheetOf(tree, of, { place: `${place}, ${of}`, strings, days, from1904 })
    if (refused(sheet)) return sheet
    cells += sheet.rows.length * sheet.columns.length
    if (cells > most.cells || out.reduce((n, { rows }) => n + rows.length, sheet.rows.length) > most.rows) return tooMany(place)
    if (sheet.columns.length > 0) out.push(sheet)
  }
  return out.length > 0 ? out : otherFormat(place)
}

const empty: Branch = { name: '', attributes: {}, children: [] }
const pathOf = (target: string): string => (target.startsWith('/') ? target.slice(1) : `xl/${target}`)

export const otherFormat = (where: string): Refusal =>
  refuse('table.other-format', w('Geef een tabel als CSV, XLSX of JSON.', 'Give a table as CSV, XLSX or JSON.'), {
    where,
    fault: 'unreadable',
  })

function sheetOf(tree: Branch, of: string, book: Book): Sheet | Refusal {
  const grid: { at: number; cells: string[] }[] = []
  const formulas: string[] = []
  let at = 0
  for (const row of all(tree, 'row')) {
    at = Number(row.attributes.r ?? at + 1)
    const cells: string[] = []
    let column = -1
    for (const cell of branches(row)) {
      if (cell.name !== 'c') continue
      column = columnOf(cell.attributes.r) ?? column + 1
      if (column >= most.columns) return tooMany(book.place)
      if (branches(cell).some(it => it.name === 'f')) formulas.push(cell.attributes.r ?? `${column + 1}:${at}`)
      cells[column] = textIn(cell, book)
    }
    grid.push({ at, cells: Array.from(cells, text => text ?? '') })
  }
  if (formulas.length > 0) return noFormulas(book.place, formulas)
  const written = grid.filter(({ cells }) => cells.some(text => text.trim() !== ''))
  const [head, ...rest] = written
  if (!head) return { place: book.place, of, columns: [], rows: [] }
  const width = written.reduce((n, { cells }) => Math.max(n, cells.length), 0)
  const used = Array.from({ length: width }, (_, i) => i).filter(i => written.some(({ cells }) => (cells[i] ?? '').trim() !== ''))
  const rows: Row[] = rest.map(row => ({ at: row.at, cells: used.map(i => row.cells[i] ?? '') }))
  return { place: book.place, of, columns: used.map(i => (head.cells[i] ?? '').trim()), rows }
}

const noFormulas = (place: string, cells: readonly string[]): Refusal =>
  together(
    cells
      .slice(0, named)
      .map(cell =>
        refuse(
          'table.formula',
          w(
            `${place}, cel ${cell}: zet hier de waarde in plaats van een formule (kopiëren, plakken als waarde).`,
            `${place}, cell ${cell}: put the value here instead of a formula (copy, paste as value).`,
          ),
          { where: `${place}, cell ${cell}` },
        ),
      ),
  ) as Refusal

/** `AB12` is column 27, counted from 0. */
function columnOf(name: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}/.exec(name ?? '')?.[0]
  return letters === undefined ? undefined : [...letters].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

function textIn(cell: Branch, { strings, days, from1904 }: Book): string {
  const { t = 'n', s } = cell.attributes
  if (t === 'inlineStr') return stringOf(find(cell, 'is') ?? empty)
  const value = find(cell, 'v')
  const said = value ? textOf(value) : ''
  if (t === 's') return strings[Number(said)] ?? ''
  if (t === 'b') return said === '1' ? 'on' : ''
  if (t !== 'n' || said === '' || !Number.isFinite(Number(said))) return unescaped(said)
  const day = days.has(Number(s)) ? serialDay(Number(said), from1904) : undefined
  return day ?? String(Number(said))
}

/** The runs of a string, without what only says how it is pronounced. */
const stringOf = (string: Branch): string =>
  unescaped(
    branches(string)
      .map(it => (it.name === 't' ? textOf(it) : it.name === 'r' ? textOf(find(it, 't') ?? empty) : ''))
      .join(''),
  )

/** Signs that XML cannot hold stand as `_x000B_` (ISO/IEC 29500, ST_Xstring). */
const unescaped = (text: string): string =>
  text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
