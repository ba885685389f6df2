import type { Fields } from '../../fields/field.ts'
import { canonical } from '../../kernel/canonical.ts'
import { type Refusal, refused } from '../../kernel/refusal.ts'
import type { Ledger } from '../../ledger/read.ts'
import type { LedgerSnapshot } from '../../ledger/snapshot.ts'
import type { AnyView } from '../../rooms/room.ts'
import { csvOf } from '../http/api/lists/csv.ts'
import { listed } from '../http/api/lists/list.ts'

/** The folder of the tables, below the workspace: the same for both languages. */
export const TABLES = 'gegevens'

export interface Table {
  readonly view: AnyView
  readonly rows: number
  readonly csv: Buffer
  readonly json: Buffer
}

/** Every public list whole, as its view gives it to anybody: one CSV, one JSON with the same rows. */
export async function tablesOf(
  ledger: Ledger,
  workspace: string,
  snapshot: LedgerSnapshot,
  views: readonly AnyView[],
): Promise<Table[] | Refusal> {
  const tables: Table[] = []
  // What answers a question is no list: nobody asked.
  const lists = views.filter(it => it.open && Object.values(it.input as Fields).every(field => field.optional))
  for (const view of lists) {
    const input = Object.fromEntries(Object.keys(view.input).map(name => [name, null]))
    const list = await listed(ledger, workspace, snapshot, view, { input, facets: {}, after: null, size: null })
    if (refused(list)) return list
    const rows = list.rows.map(it => it.row())
    const fields = Object.keys(view.row)
    tables.push({
      view,
      rows: rows.length,
      csv: Buffer.from(csvOf(view.row, rows)),
      json: Buffer.from(
        `${canonical({
          workspace,
          on: snapshot.on,
          list: view.name,
          means: view.means,
          rows: rows.map(row => Object.fromEntries(fields.map(name => [name, row[name] ?? null]))),
        })}\n`,
      ),
    })
  }
  return tables.sort((a, b) => (a.view.name < b.view.name ? -1 : 1))
}
