import assert from 'node:assert/strict'
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import autocannon from 'autocannon'
import { barred, line, median, ms, number, share } from './support/figures.ts'
import { fill, WORKSPACE } from './support/filled.ts'
import { type Database, onPostgres } from './support/server.ts'

const RECORDS = 10_000
const ROWS = 200
const [ROUNDS, SECONDS, CONNECTIONS] = [5, 3, 8]
const first = `/${WORKSPACE}/koers/toezeggingen?size=${ROWS}`

interface Said {
  readonly port?: number
  readonly took: number[]
  readonly cpu: { readonly user: number; readonly system: number }
}
const told = async (child: ChildProcess): Promise<Said> => (await once(child, 'message'))[0] as Said
const tell = (child: ChildProcess, message: object): Promise<Said> => {
  child.send(message)
  return told(child)
}

/** The addresses of all slices of the list, each looked at whole: so many rows, none twice. */
async function slices(origin: string): Promise<string[]> {
  const [addresses, codes]: [string[], Set<string>] = [[], new Set()]
  for (let at: string | undefined = first; at; ) {
    const response: Response = await fetch(origin + at)
    const text = await response.text()
    assert.equal(response.status, 200)
    const here = [...text.matchAll(/\/koers\/(t-\d{5})"/g)].map(hit => hit[1] ?? '')
    assert.equal(here.length, ROWS)
    for (const code of here) codes.add(code)
    addresses.push(at)
    at = /<a href="([^"]+)" rel="next"/.exec(text)?.[1]?.replaceAll('&amp;', '&')
  }
  assert.equal(codes.size, RECORDS)
  return addresses
}

interface Round {
  readonly perSecond: number
  /** Processor time of the server a request, in ms. */
  readonly cpu: number
  readonly took: readonly number[]
}
async function round(child: ChildProcess, origin: string, paths: readonly string[]): Promise<Round> {
  const before = await tell(child, {})
  const result = await autocannon({ url: origin, connections: CONNECTIONS, duration: SECONDS, requests: paths.map(path => ({ path })) })
  const after = await tell(child, {})
  assert.ok(result['2xx'] > 0 && result.non2xx === 0 && result.errors === 0, `${result.non2xx} answers were not 200`)
  const cpu = after.cpu.user + after.cpu.system - before.cpu.user - before.cpu.system
  return { perSecond: result['2xx'] / result.duration, cpu: cpu / 1000 / result['2xx'], took: after.took }
}

/** One request after the other: what the server takes when nothing waits in front. */
async function alone(child: ChildProcess, origin: string, paths: readonly string[]): Promise<readonly number[]> {
  await tell(child, {})
  for (let i = 0; i < 400; i++) await (await fetch(origin + paths[i % paths.length])).arrayBuffer()
  return (await tell(child, {})).took
}

async function measure({ url }: Database): Promise<void> {
  const child = fork(join(import.meta.dirname, 'page/server.ts'), { env: { ...process.env, DATABASE_URL: url } })
  try {
    const origin = `http://127.0.0.1:${(await told(child)).port}`
    const cold = performance.now()
    await (await fetch(origin + first)).arrayBuffer()
    line('the very first page (snapshot loaded, nothing compiled)', ms(performance.now() - cold))
    const paths = await slices(origin)
    await tell(child, { keep: first })
    const [real, same] = await Promise.all([first, '/bare'].map(async at => Buffer.from(await (await fetch(origin + at)).arrayBuffer())))
    assert.ok(real && same?.equals(real) && real.length > 50_000)
    line(`the page: ${ROWS} rows`, `${number(real.length)} bytes`)

    // A server that has been in use: what runs often has been compiled.
    await tell(child, { whole: false })
    await round(child, origin, paths)
    const rendered = await alone(child, origin, paths)
    barred(
      'server time a page that is rendered, p95, one at a time',
      share(rendered, 0.95),
      15,
      ms(share(rendered, 0.95)),
      `median ${ms(median(rendered))}`,
    )
    await tell(child, { whole: true })
    await round(child, origin, paths)
    const single = await alone(child, origin, paths)
    line('  the same where the whole page is kept', ms(share(single, 0.95)), `median ${ms(median(single))}`)

    const all: Rounds = { bare: [], whole: [], reused: [], anew: [] }
    for (let turn = 0; turn < ROUNDS; turn++) {
      all.bare.push(await round(child, origin, ['/bare']))
      all.whole.push(await round(child, origin, paths))
      await tell(child, { whole: false })
      all.reused.push(await round(child, origin, paths))
      await tell(child, { reuse: false })
      all.anew.push(await round(child, origin, paths))
      await tell(child, { reuse: true, whole: true })
    }
    report(all)
  } finally {
    child.disconnect()
    if (child.exitCode === null) await once(child, 'exit')
  }
}

type Rounds = Record<'bare' | 'whole' | 'reused' | 'anew', Round[]>
function report({ bare, whole, reused, anew }: Rounds): void {
  const ratio = (of: readonly Round[], by: (round: Round) => number) => median(of.map((it, i) => by(it) / by(bare[i] as Round)))
  const rate = (of: readonly Round[]) =>
    `${number(median(of.map(it => it.perSecond)))} requests/s, CPU ${ms(median(of.map(it => it.cpu)))} each`
  const waited = reused.flatMap(it => it.took)
  line(`bare route, the same bytes, ${CONNECTIONS} connections`, rate(bare))
  const beside = (what: string, of: readonly Round[], barred: boolean) => {
    const it = ratio(of, one => one.perSecond)
    line(what, rate(of))
    line('  as a ratio to the bare route', number(it), barred ? `[bar at least 0.30: ${it >= 0.3 ? 'met' : 'MISSED'}]` : '')
    line('  the same by processor time', number(1 / ratio(of, one => one.cpu)))
  }
  beside('the public page as it is served: whole pages kept', whole, true)
  beside('the page rendered for every request, rows and facets reused', reused, true)
  line(
    `  in the server with ${CONNECTIONS} at once, p95`,
    ms(share(waited, 0.95)),
    `median ${ms(median(waited))}, waiting for each other included`,
  )
  beside('the page with nothing reused', anew, false)
}

/** Anonymous reader, all slices of the list in turn, so that rows are reused but pages are not. */
export async function run(): Promise<void> {
  await onPostgres(async database => {
    await fill(database.store, RECORDS, 1)
    await database.owner.query('vacuum analyze')
    await measure(database)
  })
}
