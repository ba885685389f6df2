import { randomUUID } from 'node:crypto'
import { refuse, refused } from '../../../kernel/refusal.ts'
import { w } from '../../../kernel/words.ts'
import { dangers } from '../../../model/sources/signal.ts'
import type { Item } from '../../../rooms/sources/signals/batch.command.ts'
import { dayIn, now } from '../../config.ts'
import { bytesOf } from '../../files/reader.ts'
import { scannerOf } from '../../files/scan/scan.ts'
import { feedApart, mailApart } from '../../files/signals/apart.ts'
import type { App } from '../app.ts'
import { flagsIn } from '../machine/flags.ts'
import { complain, json } from '../print.ts'

const usage = {
  nl: 'koersvast signal mail BERICHT.eml… [--network NW-0001i]\nkoersvast signal feed BRON.xml --feed F-0001\n',
  en: 'koersvast signal mail MESSAGE.eml… [--network NW-0001i]\nkoersvast signal feed FEED.xml --feed F-0001\n',
} as const

/**
 * `koersvast signal mail FILE…` and `koersvast signal feed FILE`: what messages and feeds say becomes signals, in one act. What was taken in
 * before is passed over; what cannot be opened stands apart in the queue, with the reason.
 */
export async function takeSignals(app: App, channel: 'mail' | 'feed', argv: readonly string[]): Promise<number> {
  const { streams } = app
  const parsed = flagsIn(streams, argv, options)
  if (!parsed) return 2
  const { values, positionals } = parsed
  if (positionals.length === 0) {
    streams.err(usage[streams.language])
    return 2
  }
  const scan = scannerOf(app.config.scan ?? null)
  if (refused(scan)) return complain(streams, scan)
  const items: Item[] = []
  for (const path of positionals) {
    const bytes = await bytesOf(path)
    if (refused(bytes)) return complain(streams, bytes)
    const came = await (channel === 'mail' ? mailApart : feedApart)(bytes, scan)
    const read = refused(came) ? came : [came].flat()
    if (refused(read)) return complain(streams, { ...read, where: path })
    for (const it of read) if (it.quarantine) streams.err(`${path}: ${dangers[it.quarantine][streams.language]}\n`)
    items.push(...read)
  }
  const dry = values['dry-run'] === true
  const ledger = await app.open({ dry })
  if (refused(ledger)) return complain(streams, ledger)
  const at = now()
  const today = dayIn(app.config.zone, at)
  const workspace = values.workspace ?? app.config.workspace
  const snapshot = await ledger.snapshot(workspace, app.viewer.clearance, { on: today })
  const input: Record<string, unknown> = { channel, items }
  for (const name of ['network', 'feed'] as const) {
    const code = values[name]
    if (code === undefined) continue
    if (snapshot.coded(code)?.kind !== name)
      return complain(
        streams,
        refuse('ref.unknown', w('Kies een code die bestaat.', 'Choose a code that exists.'), { where: `--${name}`, found: code }),
      )
    input[name] = code
  }
  const envelope = { by: app.viewer, at, today, since: today, sinceFilled: true, expected: {}, key: randomUUID() }
  const outcome = await ledger.submit(workspace, 'signal.take', input, envelope)
  if (refused(outcome)) return complain(streams, outcome)
  const [made, before] = [outcome.made.length, items.length - outcome.made.length]
  if (values.json) json(streams, { made: outcome.made.map(it => it.code), before, dry })
  else {
    const nl = streams.language === 'nl'
    streams.out(
      nl
        ? `${made} ${made === 1 ? 'signaal' : 'signalen'} ingelezen${before > 0 ? `, ${before} ${before === 1 ? 'was' : 'waren'} er al` : ''}.\n`
        : `${made} ${made === 1 ? 'signal' : 'signals'} taken in${before > 0 ? `, ${before} ${before === 1 ? 'was' : 'were'} here already` : ''}.\n`,
    )
    if (dry) streams.out(nl ? 'Proef: er is niets opgeslagen.\n' : 'Dry run: nothing was stored.\n')
  }
  return 0
}

const options = {
  network: { type: 'string' },
  feed: { type: 'string' },
  json: { type: 'boolean' },
  'dry-run': { type: 'boolean' },
  workspace: { type: 'string' },
} as const
