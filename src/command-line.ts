// Joins store, rooms and the command line; the server and its pages are loaded only by who serves.
import { system } from './access/viewer.ts'
import { declared } from './declared.ts'
import type { App } from './edges/cli/app.ts'
import { dryStore } from './edges/cli/machine/dry.ts'
import { run } from './edges/cli/main.ts'
import type { Streams } from './edges/cli/print.ts'
import { checkpoint, verifyChain } from './edges/cli/proofs.ts'
import { type Config, dayIn, now } from './edges/config.ts'
import { scannerOf } from './edges/files/scan/scan.ts'
import type { Pages } from './edges/http/pages/site.ts'
import { modelOff } from './edges/model/place.ts'
import { readAsked } from './edges/outside/asked.ts'
import { worldOf } from './edges/outside/world.ts'
import type { Handed } from './fields/file.ts'
import { type Refusal, refused } from './kernel/refusal.ts'
import type { Words } from './kernel/words.ts'
import type { AskRequest, ComputeRequest, Need } from './ledger/act.ts'
import { type Ledger, openLedger } from './ledger/read.ts'
import { indexWaiting } from './ledger/seeking/unindexed.ts'
import type { AnyKind } from './model/kind.ts'
import type { AnyCommand, AnyView, ReadRequest } from './rooms/room.ts'

const kinds = new Map<string, AnyKind>(declared.kinds.map(kind => [kind.name, kind as AnyKind]))
const commands = new Map<string, AnyCommand>(declared.commands.map(command => [command.name, command as unknown as AnyCommand]))

/** The ledger on the store that is configured, with every word and command there is. `dry`: nothing of what is written stays. */
export async function openOn(
  config: Config,
  {
    say,
    dry = false,
    waits,
  }: { readonly say?: (words: Words) => void; readonly dry?: boolean; readonly waits?: (workspace: string) => void } = {},
): Promise<Ledger | Refusal> {
  const scan = scannerOf(config.scan)
  if (refused(scan)) return scan
  const { connect } = await import('./ledger/store/connect.ts')
  const store = await connect(config.place, say)
  if (refused(store)) return store
  const world = worldOf(config.services)
  /** What rooms need and no store holds: a text, fetched where it must be, and read in a process of its own. */
  const fetch = async ({ need, of }: Need<unknown>, workspace: string): Promise<unknown> => {
    if (need === 'ask') {
      if (!config.model || dry) return modelOff('KOERSVAST_MODEL_URL')
      const { askAbout } = await import('./edges/model/later.ts')
      return askAbout(config.model, store, workspace, of as AskRequest, words => say?.(words))
    }
    if (need === 'compute') {
      const { computeFor } = await import('./edges/compute/later.ts')
      return computeFor(store, workspace, of as ComputeRequest)
    }
    if (need === 'tables') {
      const { tablesApart } = await import('./edges/files/tables/apart.ts')
      return tablesApart(of as Handed, scan)
    }
    if (need !== 'read') throw new Error(`nothing fetches ${need}`)
    const read = await readAsked(world, of as ReadRequest, `${config.pack}/lexicon.json`, scan)
    // A dry run leaves nothing behind, so it sends nothing out either.
    if (!config.model || dry) return read
    const [{ postponed }, { mark }] = await Promise.all([import('./edges/model/propose.ts'), import('./edges/model/later.ts')])
    return postponed(config.model, of as ReadRequest, read, async text => {
      await mark(store, workspace, text, now())
      waits?.(workspace)
    })
  }
  return openLedger(dry ? dryStore(store) : store, { kinds, commands, fetch })
}

/** [LM12] Nobody waits for a page here: what this line brought is asked about before it ends. Stopped halfway, the next server takes the rest. */
async function askWaiting(ledger: Ledger, config: Config, workspaces: Iterable<string>): Promise<void> {
  const { askOne, waitingIn } = await import('./edges/model/later.ts')
  const clock = { now, today: () => dayIn(config.zone, now()) }
  for (const workspace of workspaces) for (const it of await waitingIn(ledger, workspace, clock)) await askOne(ledger, it, clock)
}

/** Runs one command line on this machine's store. @returns the exit code. */
export async function commandLine(
  streams: Streams,
  config: Config,
  argv: readonly string[],
  { examplesShown = false }: { readonly examplesShown?: boolean } = {},
): Promise<number> {
  let opened: Ledger | undefined
  const waiting = new Set<string>()
  const app: App = {
    streams,
    config,
    kinds: [...kinds.values()],
    commands: [...commands.values()],
    views: declared.views as unknown as readonly AnyView[],
    viewer: system,
    examplesShown,
    async open({ dry = false } = {}) {
      if (opened) return opened
      const say = (words: Words) => streams.err(`${words[streams.language]}\n`)
      const ledger = await openOn(config, { say, dry, waits: workspace => waiting.add(workspace) })
      if (!refused(ledger)) opened = ledger
      return ledger
    },
  }

  const exit = await run(app, argv, {
    async serve() {
      const { serve } = await import('./serve.ts')
      const exit = await serve(app)
      // Its jobs asked, or the next start does.
      waiting.clear()
      return exit
    },
    verify: argv => verifyChain(app, argv),
    checkpoint: argv => checkpoint(app, argv),
    async jobs(argv) {
      const { jobs } = await import('./edges/cli/feeds/jobs.ts')
      return jobs(app, argv)
    },
    async sync(argv) {
      const { sync } = await import('./edges/cli/feeds/sync.ts')
      return sync(app, argv)
    },
    async site(argv) {
      const { publish } = await import('./edges/site/publish/command.ts')
      const { declaredPages } = await import('./pages.ts')
      return publish(app, declaredPages as unknown as Pages, argv)
    },
  })
  // What this line wrote is found by the next one. A line that is killed here leaves it to the next start of a server, or `search --missing`.
  if (opened) await indexWaiting(opened)
  if (opened && waiting.size > 0) await askWaiting(opened, config, waiting)
  await opened?.close()
  return exit
}
