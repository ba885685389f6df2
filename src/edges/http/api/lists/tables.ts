import type { Context } from 'hono'
import { type Refusal, refuse, refused } from '../../../../kernel/refusal.ts'
import { w } from '../../../../kernel/words.ts'
import { tabledIn } from '../../../../model/tables.ts'
import { tableOf, writeJson } from '../../../../rooms/ground/tables/cells/written.ts'
import { writeCsv } from '../../../../rooms/ground/tables/format/csv.ts'
import type { Table } from '../../../../rooms/ground/tables/format/sheet.ts'
import { writeXlsx } from '../../../files/tables/write.ts'
import type { Asking } from '../../asking.ts'
import type { House } from '../../house.ts'
import { problem, unknownAddress } from '../../problems.ts'
import { answer } from '../answer.ts'
import { atOf } from '../asof.ts'

const known: readonly string[] = ['op', 'bekend', 'format']
const types = {
  json: 'application/json; charset=utf-8',
  csv: 'text/csv; charset=utf-8; header=present',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const
type Format = keyof typeof types

/** [T106] GET /tables/{word or room}: records as tables that can be imported again; what this reader does not see is not in them. */
export async function tables(house: House, c: Context, who: Asking, of: string): Promise<Response> {
  const query = c.req.query()
  const kinds = tabledIn(of)
  if (kinds.length === 0) return problem(unknownAddress(c.req.path), who.language)
  const stray = Object.keys(query).find(name => !known.includes(name))
  if (stray !== undefined)
    return problem(
      refuse('query.unknown', w(`Gebruik een van: ${known.join(', ')}.`, `Use one of: ${known.join(', ')}.`), {
        where: stray,
        found: stray,
      }),
      who.language,
    )
  const at = atOf(house, query)
  if (refused(at)) return problem(at, who.language)
  const format = formatOf(query.format, kinds.length)
  if (refused(format)) return problem(format, who.language)
  const snapshot = await house.ledger.snapshot(who.workspace, who.viewer.clearance, at)
  const bytes = written(
    format,
    kinds.map(kind => tableOf(kind, snapshot)),
    snapshot.on,
  )
  const response = answer(c, who, bytes, types[format])
  response.headers.set('content-disposition', `attachment; filename="${of}.${format}"`)
  return response
}

const written = (format: Format, all: readonly Table[], on: string): string | Uint8Array =>
  format === 'xlsx' ? writeXlsx(all) : format === 'json' ? writeJson(all, on) : all.map(writeCsv).join('')

function formatOf(said = 'json', tables: number): Format | Refusal {
  if (!Object.hasOwn(types, said))
    return refuse('table.format', w('Kies csv, xlsx of json.', 'Choose csv, xlsx or json.'), { where: 'format', found: said })
  if (said === 'csv' && tables > 1)
    return refuse(
      'table.several',
      w(
        'Kies xlsx of json, of noem één soort: CSV heeft één tabel in een bestand.',
        'Choose xlsx or json, or name one kind: CSV has one table in a file.',
      ),
      { where: 'format', found: said },
    )
  return said as Format
}
