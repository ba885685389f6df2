import { parseArgs } from 'node:util'
import type { Fields } from '../../../fields/field.ts'
import { refused } from '../../../kernel/refusal.ts'
import type { AnyView } from '../../../rooms/room.ts'
import { listed } from '../../http/api/lists/list.ts'
import { wantedOf } from '../../http/api/lists/wanted.ts'
import type { App } from '../app.ts'
import { naming, snapshotFor } from '../look.ts'
import { complain, json, table } from '../print.ts'

/** Lists of a name of their own, as `shifts`: what is the list of a word goes by that word, and what answers a question has its own verb. */
export const viewsOf = (app: Pick<App, 'views' | 'kinds'>): readonly AnyView[] =>
  app.views.filter(
    view =>
      Object.values(view.input as Fields).every(field => field.optional) &&
      !app.kinds.some(kind => kind.plural.en.replaceAll(' ', '-') === view.name),
  )

/** The flags by which a list is narrowed: what it asks, and its facets. */
export const flagsOfView = (view: AnyView): readonly string[] => [
  ...new Set([
    ...Object.entries(view.input as Fields).flatMap(([name, field]) => field.controls.map(({ suffix }) => name + suffix)),
    ...((view.facets ?? []) as readonly string[]),
  ]),
]

/** `koersvast shifts --from RA-1 --to RA-2`: the list that the API gives, whole. */
export async function printView(app: App, view: AnyView, argv: readonly string[]): Promise<number> {
  const text = { type: 'string' } as const
  const own = Object.fromEntries(flagsOfView(view).map(name => [name, text]))
  let values: Readonly<Record<string, string | boolean | undefined>>
  try {
    values = parseArgs({ args: [...argv], options: { ...own, on: text, known: text, workspace: text, json: { type: 'boolean' } } }).values
  } catch (error) {
    app.streams.err(`${(error as Error).message}\n`)
    return 2
  }
  const { on, known, workspace, json: asJson, ...said } = values as Readonly<Record<string, string | undefined>>
  const ledger = await app.open()
  if (refused(ledger)) return complain(app.streams, ledger)
  const snapshot = await snapshotFor(app, ledger, {
    ...(on !== undefined && { on }),
    ...(known !== undefined && { known }),
    ...(workspace !== undefined && { workspace }),
  })
  if (refused(snapshot)) return complain(app.streams, snapshot)
  const query = Object.fromEntries(Object.entries(said).filter((it): it is [string, string] => it[1] !== undefined))
  const wanted = wantedOf(view, query, snapshot)
  if (refused(wanted)) return complain(app.streams, wanted)
  const list = await listed(ledger, workspace ?? app.config.workspace, snapshot, view, { ...wanted, size: null })
  if (refused(list)) return complain(app.streams, list)
  const rows = list.rows.map(it => it.row() as Record<string, unknown>)
  if (asJson) json(app.streams, rows)
  else table(app.streams, view.row, rows, naming(app, snapshot))
  return 0
}
