import assert from 'node:assert/strict'
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { get } from 'node:http'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { barred, line, median, ms, number } from './support/figures.ts'

const root = join(import.meta.dirname, '..')
const TURNS = 7

const freePort = (): Promise<number> =>
  new Promise(done => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => done(typeof address === 'object' && address ? address.port : 0))
    })
  })

/** Status and text of a page, on a connection of its own. */
const look = (url: string): Promise<{ status: number; text: string }> =>
  new Promise((done, failed) => {
    get(url, { agent: false }, response => {
      let text = ''
      response.setEncoding('utf8').on('data', chunk => {
        text += chunk
      })
      response.on('end', () => done({ status: response.statusCode ?? 0, text })).on('error', failed)
    }).on('error', failed)
  })

interface Started {
  /** Milliseconds from the command to the first page. */
  readonly page: number
  /** Processor seconds of the server up to there, all its threads. */
  readonly cpu: number
  readonly stopped: number
}

/** Clock ticks of a process and its descendants, from /proc: 100 a second. */
function ticks(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  const [, , ...fields] = stat.slice(stat.lastIndexOf(')')).split(' ')
  const own = Number(fields[10]) + Number(fields[11])
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number)
  return own + children.reduce((sum, child) => sum + ticks(child), 0)
}

async function start(data: string): Promise<Started> {
  const port = await freePort()
  const began = performance.now()
  const child: ChildProcess = spawn('npm', ['start'], {
    cwd: root,
    env: { ...process.env, KOERSVAST_DATA: data, PORT: String(port), DATABASE_URL: '', DATABASE_OWNER_URL: '' },
    stdio: 'ignore',
    detached: true,
  })
  const gone = once(child, 'exit')
  try {
    for (;;) {
      assert.equal(child.exitCode, null, 'npm start ended')
      const page = await look(`http://127.0.0.1:${port}/koninkrijk/koers/toezeggingen`).catch(() => undefined)
      if (page) {
        assert.equal(page.status, 200)
        assert.match(page.text, /\/koers\/t-0001/)
        break
      }
      await wait(20)
    }
    const page = performance.now() - began
    const cpu = ticks(child.pid as number) / 100
    const stopping = performance.now()
    process.kill(-(child.pid as number), 'SIGINT')
    await gone
    return { page, cpu, stopped: performance.now() - stopping }
  } finally {
    if (child.exitCode === null && child.signalCode === null) process.kill(-(child.pid as number), 'SIGKILL')
  }
}

function empty(command: string, args: readonly string[]): number {
  const began = performance.now()
  assert.equal(spawnSync(command, args, { cwd: root }).status, 0)
  return performance.now() - began
}

/** A first start fills the folder; each later one opens a copy of it, as it was left by a clean stop. */
export async function run(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'koersvast-start-'))
  try {
    const first = await start(join(folder, 'data'))
    line('the first start ever: folder made, pack imported', ms(first.page), `CPU ${number(first.cpu)} s`)
    const [all, nodes, scripts]: [Started[], number[], number[]] = [[], [], []]
    for (let turn = 0; turn < TURNS; turn++) {
      const data = join(folder, `copy-${turn}`)
      cpSync(join(folder, 'data'), data, { recursive: true })
      all.push(await start(data))
      rmSync(data, { recursive: true })
      nodes.push(empty(process.execPath, ['-e', '0']))
      scripts.push(empty('npm', ['run', '--silent', 'nothing', '--if-present']))
    }
    const pages = all.map(it => it.page)
    barred(
      'npm start after a clean stop, to the first page',
      median(pages),
      5000,
      `${ms(median(pages))} (max ${ms(Math.max(...pages))} of ${TURNS}), CPU ${number(median(all.map(it => it.cpu)))} s`,
    )
    line(
      '  npm alone, with a script that is not there',
      ms(median(scripts)),
      `the start is ${number(median(pages) / median(scripts))} × that`,
    )
    line('  an empty Node', ms(median(nodes)))
    line('a clean stop', ms(median(all.map(it => it.stopped))))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
