import { keepable } from '../../../fields/text.ts'
import { w } from '../../../kernel/words.ts'
import type { AnyKind } from '../../../model/kind.ts'
import type { Snapshot, Thing } from '../../../model/snapshot.ts'
import { tabled, tabledAs } from '../../../model/tables.ts'
import type { Findings, Place } from '../pack/findings.ts'
import { fieldColumns } from './cells/columns.ts'
import { evidencePart } from './cells/evidence.ts'
import type { Sheet } from './format/sheet.ts'

/** A row with what it is about: its word, its place, and the record it changes. */
export interface Line {
  readonly kind: AnyKind
  readonly place: Place
  /** The code in the row, as it stands there. */
  readonly code: string
  /** The record of that code; a row without one adds. */
  readonly thing: Thing | undefined
  /** A code that was not here, and is taken along. */
  readonly brought: boolean
  readonly cells: ReadonlyMap<string, string>
}

/** A name for a row that adds, so that other rows can refer to it; no code has a colon. */
const temporary = /^(?:new|nieuw):\S{1,60}$/i
const codeForm = /^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/

/** [T93] The rows of tables whose heading is right. Unknown columns, codes that stand twice and codes of another word are findings. */
export function linesOf(
  sheets: readonly Sheet[],
  near: Snapshot,
  how: { readonly kind: string | null; readonly bring: boolean },
  findings: Findings,
): Line[] {
  const out: Line[] = []
  const first = new Map<string, Place>()
  if (sheets.length > 1 && how.kind !== null)
    findings.add(
      'table.kind',
      { file: sheets[0]?.place ?? '' },
      w(
        'Laat de soort weg: dit bestand heeft meer tabellen, en elke noemt de hare.',
        'Leave the kind out: this file has several tables, and each names its own.',
      ),
      how.kind,
    )
  for (const sheet of sheets) {
    const kind = tabledAs(how.kind ?? sheet.of)
    if (!kind) {
      const all = tabled.map(it => it.name).join(', ')
      findings.add(
        'table.kind',
        { file: sheet.place },
        w(
          `Zeg wat erin staat, met de naam van het bestand of het blad: ${all}.`,
          `Say what it holds, by the name of the file or the sheet: ${all}.`,
        ),
        how.kind ?? sheet.of,
      )
    } else if (headed(sheet, kind, findings))
      for (const row of sheet.rows) {
        const cells = new Map(sheet.columns.flatMap((name, i) => (typeof row.cells[i] === 'string' ? [[name, row.cells[i]] as const] : [])))
        if ([...cells.values()].every(text => text.trim() === '')) continue
        const line = lineOf(kind, { file: sheet.place, row: row.at }, cells, near, how.bring, first, findings)
        if (line) out.push(line)
      }
  }
  return out
}

function headed({ place, columns }: Sheet, kind: AnyKind, findings: Findings): boolean {
  const known = ['code', 'since', ...fieldColumns(kind).map(({ name }) => name), 'version']
  const wrong = columns.filter((name, i) => columns.indexOf(name) !== i || !(known.includes(name) || evidencePart(name)))
  const all = [...known.slice(0, -1), 'evidence.document', 'evidence.start', 'evidence.end', 'evidence.words', 'version'].join(', ')
  for (const name of wrong)
    findings.add(
      columns.filter(it => it === name).length > 1 ? 'table.column-twice' : 'table.column',
      { file: place, row: 1, heading: name || String(columns.indexOf(name) + 1) },
      columns.filter(it => it === name).length > 1
        ? w('Laat deze kolom maar één keer staan.', 'Keep this column only once.')
        : w(`Gebruik alleen deze kolommen: ${all}.`, `Use only these columns: ${all}.`),
      name,
    )
  if (!columns.includes('code'))
    findings.add(
      'table.code-column',
      { file: place, row: 1 },
      w('Zet er een kolom code in; een lege code voegt toe.', 'Put a column code in; an empty code adds.'),
      columns.slice(0, 8).join(', '),
    )
  return wrong.length === 0 && columns.includes('code')
}

function lineOf(
  kind: AnyKind,
  place: Place,
  cells: ReadonlyMap<string, string>,
  near: Snapshot,
  bring: boolean,
  first: Map<string, Place>,
  findings: Findings,
): Line | undefined {
  const code = cells.get('code')?.trim() ?? ''
  const at = { ...place, heading: 'code' }
  for (const [heading, text] of cells)
    if (!keepable(text))
      findings.add(
        'table.signs',
        { ...place, heading },
        w('Haal de tekens weg die geen tekst zijn, zoals NUL.', 'Take away the signs that are no text, as NUL.'),
        text,
      )
  if (code === '') return { kind, place, code, thing: undefined, brought: false, cells }
  const key = code.toLowerCase()
  const twin = first.get(key)
  if (twin) {
    findings.add(
      'table.code-twice',
      at,
      w(
        `Laat deze code in één rij staan; zij staat ook in ${twin.file}, rij ${twin.row}.`,
        `Keep this code in one row; it is also in ${twin.file}, row ${twin.row}.`,
      ),
      code,
    )
    return undefined
  }
  first.set(key, place)
  const thing = near.coded(code)
  if (thing && thing.kind === kind.name) return { kind, place, code: thing.code, thing, brought: false, cells }
  const brought = bring && codeForm.test(code)
  if (!thing && (temporary.test(code) || brought)) return { kind, place, code, thing: undefined, brought, cells }
  findings.add(
    'table.code',
    at,
    thing
      ? w(
          'Geef de code van iets van deze soort; deze is van iets anders.',
          'Give the code of something of this kind; this one is of something else.',
        )
      : w(
          'Geef een code die er op deze dag is. Om iets toe te voegen laat u de code leeg, of schrijft u nieuw:naam.',
          'Give a code that is there on this day. To add something leave the code empty, or write new:name.',
        ),
    code,
  )
  return undefined
}
