import { isDay } from '../../kernel/day.ts'
import { type Refusal, refuse, refused } from '../../kernel/refusal.ts'
import { w } from '../../kernel/words.ts'
import type { Ledger } from '../../ledger/read.ts'
import { etag } from '../../ledger/reading/etag.ts'
import type { LedgerSnapshot } from '../../ledger/snapshot.ts'
import type { Thing } from '../../model/snapshot.ts'
import { type AnyView, type Event, historyOf } from '../../rooms/room.ts'
import { dayIn, endOf, now } from '../config.ts'
import { unknown } from './acts.ts'
import type { App, Looking } from './app.ts'
import { complain, json, table } from './print.ts'

/** The snapshot that `--on` and `--known` ask for, under the clearance of whoever runs this. */
export async function snapshotFor(
  { config, viewer }: App,
  ledger: Ledger,
  { on, known, workspace }: Looking,
): Promise<LedgerSnapshot | Refusal> {
  if (on !== undefined && !isDay(on))
    return refuse('on.day', w('Geef een dag die bestaat, zoals 2024-12-06.', 'Give a day that exists, as 2024-12-06.'), {
      where: '--on',
      found: on,
    })
  const day = on ?? dayIn(config.zone, now())
  const instant =
    known === undefined || known === 'nu' || known === 'now' ? null : known === 'toen' || known === 'then' ? endOf(config.zone, day) : known
  if (instant !== null && Number.isNaN(Date.parse(instant)))
    return refuse(
      'known.instant',
      w('Geef nu, toen of een tijdstip zoals 2025-01-31T12:00:00Z.', 'Give now, then or an instant as 2025-01-31T12:00:00Z.'),
      { where: '--known', found: instant },
    )
  return ledger.snapshot(workspace ?? config.workspace, viewer.clearance, { on: day, known: instant && new Date(instant).toISOString() })
}

export const naming = (app: App, snapshot: LedgerSnapshot) => ({
  language: app.streams.language,
  name: (id: string) => title(app, snapshot, snapshot.find(id)),
  person: (key: string) => snapshot.person(key),
})
const title = (app: App, snapshot: LedgerSnapshot, thing: Thing | undefined): string | undefined =>
  thing &&
  `${thing.code} ${app.kinds.find(kind => kind.name === thing.kind)?.title(thing.body, app.streams.language, snapshot) ?? ''}`.trim()

/** `koersvast commitment list`: the room's view where there is one, else every record of the kind. */
export async function list(app: App, ledger: Ledger, kindName: string, flags: Looking): Promise<number> {
  const snapshot = await snapshotFor(app, ledger, flags)
  if (refused(snapshot)) return complain(app.streams, snapshot)
  const kind = app.kinds.find(it => it.name === kindName)
  const view = app.views.find(it => it.name === kind?.plural.en.replaceAll(' ', '-'))
  const rows = view
    ? await viewed(ledger, flags.workspace ?? app.config.workspace, snapshot, view)
    : snapshot.all(kindName as never).map(thing => ({ code: thing.code, ...(thing as Thing).body }))
  if (flags.json) json(app.streams, rows)
  else
    table(
      app.streams,
      view ? view.row : { code: { ...kind?.fields.label, words: w('Code', 'Code'), say: String, cell: String }, ...kind?.fields },
      rows,
      naming(app, snapshot),
    )
  return 0
}

async function viewed(ledger: Ledger, workspace: string, snapshot: LedgerSnapshot, view: AnyView): Promise<Record<string, unknown>[]> {
  const input = Object.fromEntries(Object.keys(view.input).map(name => [name, null]))
  const found = view.needs ? await ledger.bring(workspace, snapshot, view.needs(snapshot, input as never)) : {}
  const rows = [...view.see(snapshot, input as never, found as never)]
  return rows.sort((a, b) => (a.key + a.code < b.key + b.code ? -1 : 1)).map(row => row.row() as Record<string, unknown>)
}

/** `koersvast commitment show T-0042`: fields, what follows on the day, passages. */
export async function show(app: App, ledger: Ledger, kindName: string, code: string, flags: Looking): Promise<number> {
  const snapshot = await snapshotFor(app, ledger, flags)
  if (refused(snapshot)) return complain(app.streams, snapshot)
  const thing = snapshot.coded(code)
  const kind = app.kinds.find(it => it.name === kindName)
  if (!thing || !kind || thing.kind !== kindName) return complain(app.streams, unknown(code))
  const follows = kind.follows(thing.body, snapshot, thing.id) as Record<string, unknown>
  const near = naming(app, snapshot)
  if (flags.json) {
    json(app.streams, {
      id: thing.id,
      code: thing.code,
      kind: kindName,
      since: thing.since,
      fields: thing.body,
      follows,
      evidence: thing.evidence,
      etag: etag(thing),
    })
    return 0
  }
  const { language, out } = { ...app.streams, out: app.streams.out }
  out(`${thing.code}  ${kind.title(thing.body, language, snapshot)}\n`)
  for (const [name, field] of Object.entries(
    kind.fields as Record<string, { words: { nl: string; en: string }; say(v: unknown, n: unknown): string }>,
  )) {
    const value = (thing.body as Record<string, unknown>)[name]
    if (value !== null) out(`  ${field.words[language]}: ${field.say(value, near)}\n`)
  }
  for (const [name, value] of Object.entries(follows)) if (value !== null && typeof value !== 'object') out(`  ${name}: ${String(value)}\n`)
  for (const proof of thing.evidence)
    out(`  “${'quote' in proof ? proof.quote : proof.words}”${'document' in proof ? ` (${near.name(proof.document) ?? ''})` : ''}\n`)
  return 0
}

/** `koersvast commitment history T-0042`: newest first. */
export async function history(app: App, ledger: Ledger, code: string, flags: Looking): Promise<number> {
  const snapshot = await snapshotFor(app, ledger, flags)
  if (refused(snapshot)) return complain(app.streams, snapshot)
  const thing = snapshot.coded(code)
  if (!thing) return complain(app.streams, unknown(code))
  const found = await ledger.bring(flags.workspace ?? app.config.workspace, snapshot, { events: historyOf([thing.id]) })
  if (refused(found)) return complain(app.streams, found)
  const events = found.events as readonly Event[]
  if (flags.json) json(app.streams, events)
  else
    for (const event of events) {
      const words = app.commands.find(it => it.name === event.command)?.words[app.streams.language] ?? event.command
      const by = event.by === null ? '' : `, ${snapshot.person(event.by) ?? event.by}`
      app.streams.out(`${event.at}  ${words} (${event.since}${by})${event.reason ? `: ${event.reason}` : ''}\n`)
      if (event.act) app.streams.out(`    ${event.act}\n`)
    }
  return 0
}
