// npm test [-- PATTERN … --node-option=…]: one process per kind of test, failures in full, the sum of all as the last line.
import { join } from 'node:path'
import { startPostgres } from '../tests/support/postgres-server.ts'
import { counted } from './test/counted.ts'
import { type Need, provide } from './test/needs.ts'
import { type Kind, plan, testFiles, wantServer } from './test/plan.ts'
import { line, sum, type Totals } from './test/totals.ts'

const root = join(import.meta.dirname, '..')
const given = process.argv.slice(2)
const flags = given.filter(arg => arg.startsWith('--'))
const wanted = plan(
  testFiles(root),
  given.filter(arg => !arg.startsWith('--')),
)

function run(kind: Kind, files: readonly string[], env: NodeJS.ProcessEnv = {}, beside = false): Promise<Totals> {
  console.log(`\n${kind}: ${files.length === 1 ? files[0] : `${files.length} files`}`)
  const own = (file: string) => join(root, 'tools', file)
  const imports = ['--import', own('load.mjs'), '--import', own('test/preload.ts')]
  const options = ['--test', '--test-isolation=none', '--test-reporter', own('test/reporter.ts'), '--test-reporter-destination=stdout']
  return counted({
    name: `the ${kind} run`,
    command: process.execPath,
    args: [...imports, ...options, ...flags, ...files],
    cwd: root,
    env: { ...env, KOERSVAST_TEST_QUIET: kind === 'pure' ? '1' : '0' },
    minutes: 20,
    beside,
  })
}

async function runAll(): Promise<Totals[]> {
  if (Object.values(wanted).every(files => files.length === 0)) return [failure(`No test file has ${given.join(' or ')} in its path.`)]
  const served = wantServer(root, wanted)
  const ownServer = served.length > 0 && !process.env.TEST_DATABASE_URL
  const needs: Need[] = [...(wanted.browser.length > 0 ? ['chromium' as const] : []), ...(ownServer ? ['postgresql' as const] : [])]

  // The pure tests need nothing, so they speak before anything is installed.
  const totals = wanted.pure.length > 0 ? [await run('pure', wanted.pure)] : []
  const advice = await provide(needs)
  if (advice) return [...totals, failure(advice)]
  const server = ownServer ? await startPostgres() : undefined
  const env = server ? { TEST_DATABASE_URL: server.url } : {}
  try {
    // Two at a time: those on a server wait for it, those in a folder wait for the processes they start.
    const halves = [wanted.db.filter(file => served.includes(file)), wanted.db.filter(file => !served.includes(file))].filter(
      it => it.length > 0,
    )
    totals.push(...(await Promise.all(halves.map(files => run('db', files, env, halves.length > 1)))))
    if (wanted.browser.length > 0) totals.push(await run('browser', wanted.browser, env))
    // These kill and leave processes about: each has its own.
    for (const file of wanted.crash) totals.push(await run('crash', [file], env))
  } finally {
    await server?.stop()
  }
  return totals
}

function failure(message: string): Totals {
  console.log(`✖ ${message}`)
  return { passed: 0, failed: 1, skipped: 0 }
}

const total = sum(await runAll().catch(error => [failure(error instanceof Error ? (error.stack ?? error.message) : String(error))]))
console.log(`\n${line(total)}`)
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0
