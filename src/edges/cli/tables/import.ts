import { randomUUID } from 'node:crypto'
import { basename } from 'node:path'
import { isDay } from '../../../kernel/day.ts'
import { type Refusal, refuse, refused } from '../../../kernel/refusal.ts'
import { w } from '../../../kernel/words.ts'
import { tabled } from '../../../model/tables.ts'
import { type Counted, counted, previewed } from '../../../rooms/ground/tables/preview.ts'
import { dayIn, now } from '../../config.ts'
import { bytesOf } from '../../files/reader.ts'
import { scannerOf } from '../../files/scan/scan.ts'
import { tablesApart } from '../../files/tables/apart.ts'
import type { App } from '../app.ts'
import { flagsIn } from '../machine/flags.ts'
import { complain, json, note } from '../print.ts'

const options = {
  kind: { type: 'string' },
  bring: { type: 'boolean' },
  since: { type: 'string' },
  reason: { type: 'string' },
  key: { type: 'string' },
  'dry-run': { type: 'boolean' },
  json: { type: 'boolean' },
  workspace: { type: 'string' },
} as const

/** `koersvast import FILE [--kind KIND] [--bring] [--since DAY] [--reason WHY] [--dry-run]`: all rows in one commit, or none. */
export async function importTables(app: App, argv: readonly string[]): Promise<number> {
  const parsed = flagsIn(app.streams, argv, options)
  if (!parsed) return 2
  const { values, positionals } = parsed
  const [path, ...more] = positionals
  if (!path || more.length > 0) {
    app.streams.err(
      app.streams.language === 'nl'
        ? 'Geef één bestand: koersvast import scenario.csv --dry-run\n'
        : 'Give one file: koersvast import scenario.csv --dry-run\n',
    )
    return 2
  }
  const bytes = await bytesOf(path)
  if (refused(bytes)) return complain(app.streams, bytes)
  const file = { name: basename(path), base64: Buffer.from(bytes).toString('base64') }
  const input = { file, kind: values.kind ?? null, bring: values.bring ?? false }
  const came = await carriedOut(app, input, values)
  if (refused(came)) return complain(app.streams, came)
  const dry = values['dry-run'] === true
  // What was only tried has no name in the history.
  if (values.json) json(app.streams, { act: dry ? null : came.act, dry, tables: came.tables })
  else told(app, came, dry)
  return 0
}

interface Came {
  readonly act: string | null
  readonly tables: readonly Counted[]
}
interface Input {
  readonly file: { readonly name: string; readonly base64: string }
  readonly kind: string | null
  readonly bring: boolean
}

async function carriedOut(
  app: App,
  input: Input,
  values: Readonly<{ since?: string; reason?: string; key?: string; workspace?: string; 'dry-run'?: boolean }>,
): Promise<Came | Refusal> {
  const scan = scannerOf(app.config.scan)
  if (refused(scan)) return scan
  const at = now()
  const today = dayIn(app.config.zone, at)
  const since = values.since ?? today
  if (!isDay(since))
    return refuse('since.day', w('Geef een dag die bestaat, zoals 2024-12-06.', 'Give a day that exists, as 2024-12-06.'), {
      where: '--since',
      found: since,
    })
  const sheets = await tablesApart(input.file, scan)
  if (refused(sheets)) return sheets
  const ledger = await app.open({ dry: values['dry-run'] === true })
  if (refused(ledger)) return ledger
  const workspace = values.workspace ?? app.config.workspace
  const snapshot = await ledger.snapshot(workspace, app.viewer.clearance, { on: since })
  const steps = previewed(sheets, snapshot, input)
  if (refused(steps)) return steps
  const outcome = await ledger.submit(
    workspace,
    'table.import',
    { ...input },
    {
      by: app.viewer,
      at,
      today,
      since,
      expected: {},
      key: values.key ?? randomUUID(),
      ...(values.reason && { reason: values.reason }),
    },
  )
  return refused(outcome) ? outcome : { act: outcome.act, tables: counted(steps) }
}

function told({ streams }: App, { act, tables }: Came, dry: boolean): void {
  const nl = streams.language === 'nl'
  for (const { kind, added, changed, unchanged } of tables) {
    const name = tabled.find(it => it.name === kind)?.plural[streams.language] ?? kind
    streams.out(
      nl
        ? `${name}: ${added} toegevoegd, ${changed} gewijzigd, ${unchanged} gelijk gebleven\n`
        : `${name}: ${added} added, ${changed} changed, ${unchanged} unchanged\n`,
    )
  }
  if (dry) streams.out(nl ? 'Proef: er is niets opgeslagen.\n' : 'Dry run: nothing was stored.\n')
  else if (act === null) streams.out(nl ? 'Er was niets te wijzigen.\n' : 'There was nothing to change.\n')
  else note(streams, `${nl ? 'Ongedaan maken' : 'To undo'}: koersvast act undo ${act}\n`)
}
