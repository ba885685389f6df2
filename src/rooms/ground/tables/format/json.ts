import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import { w } from '../../../../kernel/words.ts'
import { isFault, readJson } from '../../pack/json.ts'
import { tooMany } from './csv.ts'
import { most, type Sheet, schema } from './sheet.ts'

const isObject = (it: unknown): it is Readonly<Record<string, unknown>> => typeof it === 'object' && it !== null && !Array.isArray(it)

/** [T100] Tables as JSON; a name that an object does not have is a cell that is not there, null one that is empty. */
export function readJsonTables(text: string, place: string): readonly Sheet[] | Refusal {
  const read = readJson(text)
  if (isFault(read)) {
    const { line, column, found, wanted } = read
    return refuse(
      'table.json',
      w(`${place}, regel ${line}, kolom ${column}: ${wanted.nl}`, `${place}, line ${line}, column ${column}: ${wanted.en}`),
      { where: `${place}, line ${line}, column ${column}`, found },
    )
  }
  const { value } = read
  if (!isObject(value) || value.schema !== schema || !Array.isArray(value.tables))
    return shape(place, isObject(value) ? JSON.stringify(value.schema ?? null) : typeof value)
  const sheets: Sheet[] = []
  let [rows, cells] = [0, 0]
  for (const table of value.tables as unknown[]) {
    if (!isObject(table) || typeof table.kind !== 'string' || !Array.isArray(table.rows)) return shape(place, JSON.stringify(table))
    rows += table.rows.length
    if (rows > most.rows) return tooMany(place)
    const names = new Set<string>()
    for (const row of table.rows as unknown[]) {
      if (!isObject(row)) return shape(place, JSON.stringify(row))
      for (const name of Object.keys(row)) names.add(name)
      if (names.size > most.columns) return tooMany(place)
    }
    const columns = [...names]
    cells += columns.length * table.rows.length
    if (cells > most.cells) return tooMany(place)
    const of = table.kind
    const all = (table.rows as Readonly<Record<string, unknown>>[]).map((row, i) => ({
      at: i + 1,
      cells: columns.map(name => (Object.hasOwn(row, name) ? cellOf(row[name]) : null)),
    }))
    const strange = all.find(row => row.cells.includes(undefined))
    if (strange) return shape(`${place}, ${of}, row ${strange.at}`, columns[strange.cells.indexOf(undefined)] ?? '')
    sheets.push({ place: `${place}, ${of}`, of, columns, rows: all as Sheet['rows'] })
  }
  return sheets
}

/** A value as the text of a cell; undefined for what no cell holds. */
function cellOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value
  if (typeof value === 'number') return String(value)
  if (typeof value === 'boolean') return value ? 'on' : ''
  return value === null ? '' : undefined
}

const shape = (place: string, found: string): Refusal =>
  refuse(
    'table.shape',
    w(
      `Geef {"schema": "${schema}", "tables": [{"kind": "scenario", "rows": [{"code": "S-0001", …}]}]}, met in de rijen tekst, getallen of null.`,
      `Give {"schema": "${schema}", "tables": [{"kind": "scenario", "rows": [{"code": "S-0001", …}]}]}, with text, numbers or null in the rows.`,
    ),
    { where: place, found: found.slice(0, 200) },
  )
