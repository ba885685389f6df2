import type { App } from './edges/cli/app.ts'
import { complain } from './edges/cli/print.ts'
import { type Config, dayIn, endOf, now } from './edges/config.ts'
import { keepReader } from './edges/files/reader.ts'
import { scannerOf } from './edges/files/scan/scan.ts'
import { firstStart } from './edges/first-start.ts'
import type { House } from './edges/http/house.ts'
import { limitsOf } from './edges/http/limits.ts'
import type { Pages } from './edges/http/pages/site.ts'
import { createServer } from './edges/http/server.ts'
import { makeLink } from './edges/http/sign-in.ts'
import { type Jobs, startJobs } from './edges/jobs/jobs.ts'
import { refused } from './kernel/refusal.ts'
import type { Ledger } from './ledger/read.ts'
import { reindex } from './ledger/seeking/findable.ts'
import { declaredPages } from './pages.ts'

/** Milliseconds after opening at which a reader process is made ready. */
const READER = 5000
const lexiconOf = ({ pack }: Config): string => `${pack}/lexicon.json`

/** Opens Koersvast: fills an empty workspace, prints a link to sign in with, and serves until it is told to stop. */
export async function serve({ streams, config, views, open }: App): Promise<number> {
  const ledger = await open()
  if (refused(ledger)) return complain(streams, ledger)
  const nl = streams.language === 'nl'
  const first = await firstStart(ledger, config)
  if (refused(first)) return complain(streams, first)
  const scan = scannerOf(config.scan)
  if (refused(scan)) return complain(streams, scan)
  const house: House = {
    scan,
    ledger,
    views,
    pages: declaredPages as unknown as Pages,
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
  // Begun once the first pages have been asked for: two cores have enough to do until then.
  let reader: ReturnType<typeof keepReader> | undefined
  let jobs: Jobs | undefined
  const later = setTimeout(() => {
    reader = keepReader(lexiconOf(config))
    jobs = startJobs({ ledger, config, scan, log: house.log, refusal: it => void complain(streams, it) })
  }, READER)
  // Texts that an older Koersvast kept, or that a process which was killed left, become searchable while pages are served already.
  const ending = new AbortController()
  const searchable = findAll(ledger, ending.signal).catch(house.log)
  await new Promise<void>(stop => {
    process.once('SIGINT', stop)
    process.once('SIGTERM', stop)
  })
  clearTimeout(later)
  reader?.stop()
  streams.err(nl ? '\nKoersvast sluit.\n' : '\nKoersvast closes.\n')
  await jobs?.stop()
  ending.abort()
  await searchable
  await server.close()
  return 0
}

/** Every text of every workspace that is not indexed yet, one after the other; those that were written until now are among them. */
async function findAll(ledger: Ledger, stop: AbortSignal): Promise<void> {
  ledger.unindexed.take()
  for (const workspace of await ledger.store.workspaces()) await reindex(ledger.store, ledger.kinds, workspace, { missing: true, stop })
}
