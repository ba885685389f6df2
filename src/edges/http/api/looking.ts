import type { Context } from 'hono'
import { refuse, refused } from '../../../kernel/refusal.ts'
import { w } from '../../../kernel/words.ts'
import { etag } from '../../../ledger/reading/etag.ts'
import type { AnyView } from '../../../rooms/room.ts'
import type { Asking } from '../asking.ts'
import { type House, kindByPlural } from '../house.ts'
import { problem, unknownAddress } from '../problems.ts'
import { answer, jsonOf } from './answer.ts'
import { atOf } from './asof.ts'
import { csvOf } from './lists/csv.ts'
import { listed, viewOfKind } from './lists/list.ts'
import { wantedOf } from './lists/wanted.ts'
import { historyJson, referencesIn, shelved, thingJson, thingOf } from './things.ts'

const inside = refuse('rights.sign-in', w('Meld u aan om dit te zien.', 'Sign in to see this.'), { fault: 'sign-in' })
const onlyFormat = (found: string) =>
  refuse('list.format', w('Geef csv, of laat format weg voor JSON.', 'Give csv, or leave format out for JSON.'), { where: 'format', found })

/** GET /{list}: a room's view by name, or every record of a kind. */
export async function list(house: House, c: Context, who: Asking, name: string): Promise<Response> {
  const view = house.views.find(it => it.name === name)
  const kind = kindByPlural(house, name)
  if (!view && !kind) return problem(unknownAddress(c.req.path), who.language)
  if (view && !view.open && who.viewer.clearance === 'public') return problem(inside, who.language)
  const query = c.req.query()
  const at = atOf(house, query)
  if (refused(at)) return problem(at, who.language)
  const { ledger } = house
  const snapshot = await ledger.snapshot(who.workspace, who.viewer.clearance, at)
  const it: AnyView = view ?? viewOfKind(kind as never, await shelved(ledger, who.workspace, snapshot, kind as never))
  const wanted = wantedOf(it, query, snapshot)
  if (refused(wanted)) return problem(wanted, who.language)
  if (query.format !== undefined && query.format !== 'csv' && query.format !== 'json')
    return problem(onlyFormat(query.format), who.language)
  const found = await listed(ledger, who.workspace, snapshot, it, wanted)
  if (refused(found)) return problem(found, who.language)
  const rows = found.rows.map(row => row.row())
  if (query.format === 'csv') {
    const response = answer(c, who, csvOf(it.row, rows), 'text/csv; charset=utf-8; header=present')
    response.headers.set('content-disposition', `attachment; filename="${name}-${snapshot.on}.csv"`)
    return response
  }
  const { total, facets, next } = found
  return answer(c, who, jsonOf({ on: snapshot.on, total, items: rows, facets, next, references: referencesIn(rows, snapshot) }))
}

/** GET /{plural}/{code}, and its history. */
export async function thing(house: House, c: Context, who: Asking, plural: string, code: string, below?: 'history'): Promise<Response> {
  const kind = kindByPlural(house, plural)
  const { op: _, bekend: __, ...stray } = c.req.query()
  const [extra] = Object.keys(stray)
  if (extra !== undefined)
    return problem(
      refuse('query.unknown', w('Gebruik een van: op, bekend.', 'Use one of: op, bekend.'), { where: extra, found: extra }),
      who.language,
    )
  const at = atOf(house, c.req.query())
  if (refused(at)) return problem(at, who.language)
  if (!kind) return problem(unknownAddress(c.req.path), who.language)
  const snapshot = await house.ledger.snapshot(who.workspace, who.viewer.clearance, at)
  const it = await thingOf(house.ledger, who.workspace, snapshot, kind, code)
  if (!it) return problem(unknownAddress(c.req.path), who.language)
  if (below) return answer(c, who, jsonOf({ on: snapshot.on, ...(await historyJson(house.ledger, who.workspace, snapshot, kind, it)) }))
  return answer(c, who, jsonOf({ on: snapshot.on, ...thingJson(kind, it, snapshot, who.workspace) }), undefined, etag(it))
}
