import { type Day, isDay } from '../../../kernel/day.ts'
import { type Refusal, refuse, refused } from '../../../kernel/refusal.ts'
import { sayDay } from '../../../kernel/say.ts'
import { w } from '../../../kernel/words.ts'
import { dayIn, now } from '../../config.ts'
import { scannerOf } from '../../files/scan/scan.ts'
import type { Told } from '../../outside/sync/round.ts'
import { type Synced, syncFeed } from '../../outside/sync/sync.ts'
import { worldOf } from '../../outside/world.ts'
import type { App } from '../app.ts'
import { flagsIn } from '../machine/flags.ts'
import { complain, json, note, type Streams } from '../print.ts'

/**
 * `koersvast sync [FEED…] [--from DAY] [--dry-run] [--json]`: reads feeds from where they stood; without one, all that something is
 * fetched of. Ctrl-C ends after what is under way, and the next time it goes on.
 * @returns 0; of one feed the exit code of its refusal; of several 1 when any was refused.
 */
export async function sync(app: App, argv: readonly string[]): Promise<number> {
  const { streams, config } = app
  const parsed = flagsIn(streams, argv, options)
  if (!parsed) return 2
  const { values, positionals } = parsed
  const { from } = values
  if (from !== undefined && !isDay(from))
    return complain(
      streams,
      refuse('from.day', w('Geef een dag die bestaat, zoals 2024-12-06.', 'Give a day that exists, as 2024-12-06.'), {
        where: '--from',
        found: from,
      }),
    )
  const dry = values['dry-run'] === true
  const ledger = await app.open({ dry })
  if (refused(ledger)) return complain(streams, ledger)
  const workspace = values.workspace ?? config.workspace
  const today = () => dayIn(config.zone, now())
  const codes = positionals.length > 0 ? positionals : await fetching(app, workspace)
  if (codes.length === 0) return complain(streams, nothing)
  let stopped = false
  const stop = () => {
    stopped = true
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  const world = worldOf(config.services)
  const scan = scannerOf(config.scan ?? null)
  if (refused(scan)) return complain(streams, scan)
  const told = (it: Told) => {
    if (!values.json) tell(streams, it)
  }
  const all: (Synced | Refusal)[] = []
  for (const code of codes) {
    if (stopped) break
    const work = { ledger, workspace, world, scan, now, today, dry, stopped: () => stopped, told }
    const synced = await syncFeed(work, code, from as Day | undefined)
    all.push(synced)
    if (values.json) json(streams, { feed: code, ...synced })
    else if (!refused(synced)) summary(streams, code, synced, dry)
    const wrong = refused(synced) ? synced : synced.run.refusal
    if (wrong) complain(streams, { fault: 'unavailable', ...wrong })
  }
  process.off('SIGINT', stop)
  process.off('SIGTERM', stop)
  const bad = all.filter(it => refused(it) || it.run.refusal !== null)
  return bad.length === 0 ? 0 : all.length > 1 || !refused(bad[0]) ? 1 : complain({ ...streams, err: () => undefined }, bad[0])
}

const options = {
  from: { type: 'string' },
  json: { type: 'boolean' },
  'dry-run': { type: 'boolean' },
  workspace: { type: 'string' },
} as const

async function fetching(app: App, workspace: string): Promise<readonly string[]> {
  const ledger = await app.open()
  if (refused(ledger)) return []
  const snapshot = await ledger.snapshot(workspace, 'internal', { on: dayIn(app.config.zone, now()) })
  return snapshot.all('feed').flatMap(feed => (feed.body.takes ? [feed.code] : []))
}

const nothing = refuse(
  'sync.nothing',
  w(
    'Zeg eerst van een bron wat er wordt opgehaald: koersvast feed change CODE --takes papers --asks 30821.',
    'Say first of a feed what is fetched: koersvast feed change CODE --takes papers --asks 30821.',
  ),
  { fault: 'missing' },
)

function tell(streams: Streams, { what, title, proposals, why }: Told): void {
  const nl = streams.language === 'nl'
  const came = why
    ? `${nl ? 'wacht' : 'waits'}: ${why.do[streams.language]} [${why.code}]`
    : `${proposals} ${nl ? (proposals === 1 ? 'voorstel' : 'voorstellen') : proposals === 1 ? 'proposal' : 'proposals'}`
  note(streams, `${what}  ${came}${title ? `  ${title.slice(0, 80)}` : ''}\n`)
}

function summary(streams: Streams, code: string, { run, state, readUntil }: Synced, dry: boolean): void {
  const { language } = streams
  const nl = language === 'nl'
  const waits = state.pending.length
  const counts = nl
    ? `${run.documents} documenten, ${run.proposals} voorstellen, ${run.known} al bekend, ${run.passed} niet gevraagd`
    : `${run.documents} documents, ${run.proposals} proposals, ${run.known} known already, ${run.passed} not asked for`
  const until =
    readUntil.is > readUntil.was
      ? `${nl ? 'gelezen tot en met' : 'read until'} ${sayDay(readUntil.is, language)}`
      : `${nl ? 'nog steeds gelezen tot en met' : 'still read until'} ${sayDay(readUntil.was, language)}`
  const left = waits > 0 ? `, ${waits} ${nl ? (waits === 1 ? 'wacht' : 'wachten') : waits === 1 ? 'waits' : 'wait'}` : ''
  const cut = run.result === 'stopped' ? (nl ? ' Gestopt; de volgende keer gaat het verder.' : ' Stopped; the next time it goes on.') : ''
  streams.out(`${code}: ${counts}${left}; ${until}.${cut}\n`)
  for (const it of state.pending.slice(0, 10)) streams.out(`  ${it.what}: ${it.why[language]} [${it.code}]\n`)
  if (dry) streams.out(nl ? 'Proef: er is niets opgeslagen.\n' : 'Dry run: nothing was stored.\n')
}
