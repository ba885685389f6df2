// The only place that knows all: reads the configuration and joins store, rooms and edges.
import { fileURLToPath } from 'node:url'
import { system } from './access/viewer.ts'
import { declared } from './declared.ts'
import type { App } from './edges/cli/app.ts'
import { run } from './edges/cli/main.ts'
import { complain, type Streams } from './edges/cli/print.ts'
import { checkpoint, verifyChain } from './edges/cli/proofs.ts'
import { configuration, dayIn, endOf, languageOf, now } from './edges/config.ts'
import { readFor } from './edges/files/handed.ts'
import { firstStart } from './edges/first-start.ts'
import type { House } from './edges/http/house.ts'
import { limitsOf } from './edges/http/limits.ts'
import type { Pages } from './edges/http/pages/site.ts'
import { createServer } from './edges/http/server.ts'
import { makeLink } from './edges/http/sign-in.ts'
import { publish } from './edges/site/publish/command.ts'
import { refused } from './kernel/refusal.ts'
import type { Need } from './ledger/act.ts'
import { type Ledger, openLedger } from './ledger/read.ts'
import { connect } from './ledger/store/connect.ts'
import type { AnyKind } from './model/kind.ts'
import type { AnyCommand, AnyView, ReadRequest } from './rooms/room.ts'

const root = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '')
const language = languageOf(process.env)
const streams: Streams = {
  out: text => void process.stdout.write(text),
  err: text => void process.stderr.write(text),
  tty: process.stdout.isTTY ?? false,
  width: process.stdout.columns ?? 120,
  language,
}
const config = configuration(process.env, root)
if (refused(config)) process.exit(complain(streams, config))

let opened: Ledger | undefined
const kinds = new Map<string, AnyKind>(declared.kinds.map(kind => [kind.name, kind as AnyKind]))
const commands = new Map<string, AnyCommand>(declared.commands.map(command => [command.name, command as unknown as AnyCommand]))

/** What rooms need and no store holds: a text read in a process of its own. */
async function fetch({ need, of }: Need<unknown>): Promise<unknown> {
  if (need !== 'read') throw new Error(`nothing fetches ${need}`)
  return readFor(of as ReadRequest, `${(config as { pack: string }).pack}/lexicon.json`)
}

const app: App = {
  streams,
  config,
  kinds: [...kinds.values()],
  commands: [...commands.values()],
  views: declared.views as unknown as readonly AnyView[],
  viewer: system,
  async open() {
    if (opened) return opened
    const store = await connect(config.place, words => streams.err(`${words[language]}\n`))
    if (refused(store)) return store
    opened = await openLedger(store, { kinds, commands, fetch })
    return opened
  },
}

/** Only who shows pages pays for loading them. */
const pages = async (): Promise<Pages> => (await import('./pages.ts')).declaredPages as unknown as Pages

/** Opens Koersvast: fills an empty workspace, prints a link to sign in with, and serves until it is told to stop. */
async function serve(): Promise<number> {
  if (refused(config)) return complain(streams, config)
  const ledger = await app.open()
  if (refused(ledger)) return complain(streams, ledger)
  const nl = language === 'nl'
  const first = await firstStart(ledger, config)
  if (refused(first)) return complain(streams, first)
  const house: House = {
    ledger,
    views: app.views,
    pages: await pages(),
    now,
    today: () => dayIn(config.zone, now()),
    endOf: day => endOf(config.zone, day),
    secure: process.env.KOERSVAST_SECURE === '1',
    limits: limitsOf(config),
    log: error => streams.err(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`),
  }
  const server = createServer(house)
  const port = await server.listen(config.port).catch((error: unknown) => error as Error & { code?: string })
  if (typeof port === 'object') {
    streams.err(
      port.code === 'EADDRINUSE'
        ? nl
          ? `Poort ${config.port} is bezet. Kies een andere: PORT=4001 npm start\n`
          : `Port ${config.port} is taken. Choose another: PORT=4001 npm start\n`
        : `${port.message}\n`,
    )
    return 8
  }
  const origin = `http://localhost:${port}`
  streams.out(`Koersvast ${nl ? 'staat open op' : 'is open at'} ${origin}/${config.workspace}\n`)
  const snapshot = await ledger.snapshot(config.workspace, 'internal', { on: house.today() })
  for (const member of snapshot.all('membership')) {
    if (member.body.role !== 'coordinator' && member.body.role !== 'administrator') continue
    const person = snapshot.get('person', member.body.person)
    const path = await makeLink(ledger.store, config.workspace, member.body.person, now())
    const name = person ? (snapshot.person(person.body.name) ?? '') : ''
    streams.out(
      `${nl ? 'Aanmelden, één keer en binnen 15 minuten, als' : 'Sign in, once and within 15 minutes, as'} ${name}: ${origin}${path}\n`,
    )
  }
  if (ledger.store.engine === 'pglite')
    streams.out(
      nl
        ? 'Dit is om te proberen: de gegevens staan in een map en worden niet door een databaseserver bewaakt. Voor echt gebruik: zie docs/how-to/run-on-postgresql.md.\n'
        : 'This is for trying: the data stand in a folder and no database server guards them. For real use: see docs/how-to/run-on-postgresql.md.\n',
    )
  await new Promise<void>(stop => {
    process.once('SIGINT', stop)
    process.once('SIGTERM', stop)
  })
  streams.err(nl ? '\nKoersvast sluit.\n' : '\nKoersvast closes.\n')
  await server.close()
  return 0
}

const exit = await run(app, process.argv.slice(2), {
  serve,
  verify: argv => verifyChain(app, argv),
  checkpoint: argv => checkpoint(app, argv),
  site: argv => publish(app, { pages, today: () => dayIn(app.config.zone, now()) }, argv),
})
await opened?.close()
process.exitCode = exit
