import { mkdir, writeFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { type Refusal, refuse, refused } from '../../../kernel/refusal.ts'
import { w } from '../../../kernel/words.ts'
import { tabled, tabledIn } from '../../../model/tables.ts'
import { tableOf, writeJson } from '../../../rooms/ground/tables/cells/written.ts'
import { writeCsv } from '../../../rooms/ground/tables/format/csv.ts'
import type { Table } from '../../../rooms/ground/tables/format/sheet.ts'
import { writeXlsx } from '../../files/tables/write.ts'
import type { App } from '../app.ts'
import { snapshotFor } from '../look.ts'
import { flagsIn } from '../machine/flags.ts'
import { complain, note } from '../print.ts'

const options = {
  format: { type: 'string' },
  on: { type: 'string' },
  known: { type: 'string' },
  output: { type: 'string', short: 'o' },
  workspace: { type: 'string' },
} as const

/** `koersvast export KIND|ROOM [--format csv|xlsx|json] [--on DAY] [-o FILE]`: records as tables that can be changed and imported again. */
export async function exportTables(app: App, argv: readonly string[]): Promise<number> {
  const parsed = flagsIn(app.streams, argv, options)
  if (!parsed) return 2
  const { values, positionals } = parsed
  const kinds = positionals.length === 1 ? tabledIn(positionals[0] as string) : []
  if (kinds.length === 0) {
    const all = [...tabled.map(it => it.name), ...new Set(tabled.map(it => it.room))].join(', ')
    return complain(
      app.streams,
      refuse('table.kind', w(`Noem wat u wilt uitvoeren: ${all}.`, `Name what you want to export: ${all}.`), {
        where: 'export',
        found: positionals.join(' '),
      }),
    )
  }
  const format = values.format ?? formatOf(values.output, kinds.length)
  const ledger = await app.open()
  if (refused(ledger)) return complain(app.streams, ledger)
  const snapshot = await snapshotFor(app, ledger, values)
  if (refused(snapshot)) return complain(app.streams, snapshot)
  const tables = kinds.map(kind => tableOf(kind, snapshot))
  const wrong = await written(app, tables, { format, on: snapshot.on, output: values.output })
  return wrong ? complain(app.streams, wrong) : 0
}

/** By the ending of the file; else one table is CSV and several are JSON. */
const formatOf = (output: string | undefined, tables: number): string =>
  ['.csv', '.xlsx', '.json'].find(it => output && extname(output).toLowerCase() === it)?.slice(1) ??
  (tables === 1 || output ? 'csv' : 'json')

async function written(
  app: App,
  tables: readonly Table[],
  { format, on, output }: { readonly format: string; readonly on: string; readonly output: string | undefined },
): Promise<Refusal | undefined> {
  const { streams } = app
  const put = async (path: string, text: string | Uint8Array) => {
    await writeFile(path, text)
    note(streams, `${path}\n`)
  }
  if (format === 'json') {
    const text = writeJson(tables, on)
    if (output) await put(output, text)
    else streams.out(text)
    return undefined
  }
  if (format === 'xlsx') {
    if (!output) return refuse('table.output', w('Geef met -o een bestand.', 'Give a file with -o.'), { where: '-o', found: format })
    await put(output, writeXlsx(tables))
    return undefined
  }
  if (format !== 'csv')
    return refuse('table.format', w('Kies csv, xlsx of json.', 'Choose csv, xlsx or json.'), { where: '--format', found: format })
  const [only, ...more] = tables
  if (only && more.length === 0) {
    if (output) await put(output, writeCsv(only))
    else streams.out(writeCsv(only))
    return undefined
  }
  if (!output || extname(output) !== '')
    return refuse(
      'table.several',
      w(
        'Kies xlsx of json, of geef met -o een map: CSV heeft één tabel in een bestand.',
        'Choose xlsx or json, or give a folder with -o: CSV has one table in a file.',
      ),
      { where: '-o', found: output ?? '' },
    )
  await mkdir(output, { recursive: true })
  for (const table of tables) await put(join(output, `${table.kind}.csv`), writeCsv(table))
  return undefined
}
