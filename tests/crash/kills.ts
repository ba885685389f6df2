/** Kills a server at random instants while clients write, starts it again, and holds what is there against what they were told. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Place } from '../../src/ledger/store/connect.ts'
import { type Phase, ServerProcess } from './killed.ts'
import { chance } from './outside/chance.ts'
import { Client } from './outside/client.ts'
import { type Dump, judge, type Verdict } from './outside/judge.ts'
import { ClientLog } from './outside/log.ts'

export interface Wanted {
  readonly kills: number
  readonly seed: number
  /** The first opening, which may make the schema. */
  readonly first: Place
  readonly place: Place
  /** Kills a backend of the database server that holds the head lock of a write, instead of the server before it; false when it found none. */
  readonly killBackend?: () => Promise<boolean>
}
export interface Tally {
  /** Of the whole run. */
  seconds: number
  kills: number
  /** Of these, kills of a database backend. */
  backends: number
  /** Kills that found a write sent and not answered, and where in it. */
  inFlight: number
  between: number
  committing: number
  acknowledged: number
  again: number
  already: number
  /** Times that the whole was read and `verify` was green. */
  verified: number
  lost: number
  halves: number
  twice: number
  readonly findings: string[]
}

const CLIENTS = 3
/** Clients write for at most this long before the kill, in ms, counted from the first write that begins. */
const MOST = 2_000
/** Below these a run proves too little: writes acknowledged a kill, and the part of the kills that fell between BEGIN and the end of COMMIT. */
const LEAST = { acknowledged: 2, within: 0.25 }
const PATIENCE = 60_000

export async function kill(wanted: Wanted): Promise<Tally> {
  const folder = mkdtempSync(join(tmpdir(), 'koersvast-kills-'))
  const log = new ClientLog(join(folder, 'acknowledged.log'))
  const run = new Run(wanted, log, join(folder, 'dump.json'))
  const began = performance.now()
  try {
    await run.all()
    run.tally.seconds = (performance.now() - began) / 1000
  } finally {
    await run.end()
    log.close()
    rmSync(folder, { recursive: true })
  }
  return run.tally
}

class Run {
  readonly #wanted: Wanted
  readonly #log: ClientLog
  readonly #dump: string
  readonly #random: () => number
  readonly #clients: readonly Client[]
  server: ServerProcess | undefined
  /** The next process, loaded ahead of time: it opens nothing before the one before it is dead. */
  #spare: ServerProcess | undefined
  readonly tally: Tally = {
    seconds: 0,
    kills: 0,
    backends: 0,
    inFlight: 0,
    between: 0,
    committing: 0,
    acknowledged: 0,
    again: 0,
    already: 0,
    verified: 0,
    lost: 0,
    halves: 0,
    twice: 0,
    findings: [],
  }

  constructor(wanted: Wanted, log: ClientLog, dump: string) {
    this.#wanted = wanted
    this.#log = log
    this.#dump = dump
    this.#random = chance(wanted.seed)
    this.#clients = Array.from({ length: CLIENTS }, (_, i) => new Client(i, log))
  }

  async all(): Promise<void> {
    for (let round = 1; round <= this.#wanted.kills && this.tally.findings.length === 0; round++) {
      const server = (this.server ??= await this.#start(round === 1 ? this.#wanted.first : this.#wanted.place))
      if (this.#wanted.killBackend && round % 3 === 0) await this.#killBackend(server, this.#wanted.killBackend)
      else await this.#killServer(server, round % 4 === 2)
      this.tally.kills++
      this.server ??= await this.#start(this.#wanted.place)
      await this.#check(this.server, `after kill ${round}`)
    }
    if (this.tally.findings.length > 0) return
    // After the last kill too: what was not acknowledged is sent again, and the next writes work.
    const until = this.#clients.map(client => client.acknowledged + 2)
    const writing = this.#write(this.server as ServerProcess, () =>
      this.#clients.every((client, i) => client.acknowledged >= (until[i] ?? 0)),
    )
    await within(writing, 'writing after the last kill')
    await this.#check(this.server as ServerProcess, 'at the end')
    await this.server?.stop()
    this.server = undefined
    this.#count()
  }

  /** Nothing is left running, whatever happened. */
  async end(): Promise<void> {
    await Promise.all([this.server?.kill(), this.#spare?.kill()])
  }

  async #start(place: Place): Promise<ServerProcess> {
    const server = this.#spare ?? new ServerProcess()
    this.#spare = undefined
    this.server = server
    await server.open(place)
    return server
  }

  #write(server: ServerProcess, stopped: () => boolean): Promise<unknown> {
    return Promise.all(this.#clients.map(client => client.write(server, stopped)))
  }

  /** At a random instant; now and then at the first COMMIT after it, which is the shortest moment of a write and the one that matters most. */
  async #killServer(server: ServerProcess, atCommit: boolean): Promise<void> {
    const writing = this.#write(server, () => false)
    // Counted from the first write that begins: before that the process is only warming up.
    await server.until('begin', PATIENCE)
    await wait(this.#random() * MOST)
    if (atCommit) await server.until('commit', PATIENCE)
    const phase = await server.kill()
    this.server = undefined
    await writing
    this.#note(
      this.#clients.some(client => client.pending),
      phase,
    )
  }

  /** The server lives on: its clients get a fault, send again, and go on once the database has recovered. */
  async #killBackend(server: ServerProcess, backend: () => Promise<boolean>): Promise<void> {
    let goal = Number.POSITIVE_INFINITY
    const done = () => this.#clients.reduce((sum, client) => sum + client.acknowledged, 0)
    const writing = this.#write(server, () => done() >= goal)
    await server.until('begin', PATIENCE)
    await wait(this.#random() * MOST)
    const found = await backend()
    this.#note(found, found ? 'between' : 'outside')
    this.tally.backends++
    goal = done() + 2 * CLIENTS
    await within(writing, 'writing after a database backend was killed')
  }

  #note(inFlight: boolean, phase: Phase): void {
    if (inFlight) this.tally.inFlight++
    if (phase === 'between') this.tally.between++
    if (phase === 'committing') this.tally.committing++
  }

  async #check(server: ServerProcess, when: string): Promise<void> {
    // While the whole is read on one core, the next process loads on the other.
    if (this.tally.kills < this.#wanted.kills) this.#spare ??= new ServerProcess()
    const answer = await server.ask({ dump: this.#dump, clients: CLIENTS })
    if (!answer || !('done' in answer)) throw new Error(`${when} the store did not answer: ${JSON.stringify(answer)}`)
    const verdict: Verdict = judge(this.#log.lines(), JSON.parse(readFileSync(this.#dump, 'utf8')) as Dump)
    this.tally.lost += verdict.lost.length
    this.tally.halves += verdict.halves.length
    this.tally.twice += verdict.twice.length
    if (verdict.broken.length === 0) this.tally.verified++
    const complaints = this.#clients.flatMap(client => client.complaints)
    const all = [...verdict.lost, ...verdict.halves, ...verdict.twice, ...verdict.broken, ...complaints]
    this.tally.findings.push(...all.map(finding => `${when}: ${finding}`))
    this.#count()
  }

  #count(): void {
    const sum = (of: (client: Client) => number) => this.#clients.reduce((total, client) => total + of(client), 0)
    this.tally.acknowledged = sum(client => client.acknowledged)
    this.tally.again = sum(client => client.again)
    this.tally.already = sum(client => client.already)
  }
}

/** @throws Error when it takes longer than a person would wait. */
async function within<T>(work: Promise<T>, what: string): Promise<T> {
  const late = new AbortController()
  const timer = wait(PATIENCE, undefined, { signal: late.signal }).then(
    () => Promise.reject(new Error(`${what} did not end within ${PATIENCE / 1000} s`)),
    () => work,
  )
  try {
    return await Promise.race([work, timer])
  } finally {
    late.abort()
  }
}

/** One line for people and logs. */
export const told = (engine: string, seed: number, t: Tally): string =>
  `${engine}: ${t.kills} kills (seed ${seed}${t.backends > 0 ? `, ${t.backends} of a database backend` : ''}), ${t.inFlight} found a write in flight, ` +
  `${t.between} between begin and commit, ${t.committing} in commit; ${t.acknowledged} acknowledged, ${t.lost} lost, ${t.halves} halves, ` +
  `${t.twice} twice; ${t.again} sent again, ${t.already} of them were recorded already; verify green ${t.verified} times; ${t.seconds.toFixed(0)} s`

/** What makes a run say too little, one line each: it must not pass because nothing was at stake. */
export function tooLittle(t: Tally): string[] {
  const within = t.between + t.committing
  return [
    t.acknowledged < LEAST.acknowledged * t.kills &&
      `${t.acknowledged} writes acknowledged, at least ${LEAST.acknowledged * t.kills} wanted`,
    t.inFlight * 2 < t.kills && `${t.inFlight} kills found a write in flight, at least half of ${t.kills} wanted`,
    within < LEAST.within * t.kills &&
      `${within} kills fell between begin and the end of commit, at least ${Math.ceil(LEAST.within * t.kills)} wanted`,
    t.verified < t.kills && `the whole was read and verified ${t.verified} times, at least ${t.kills} wanted`,
  ].filter(line => line !== false)
}

/** Prints what it came to. @returns the exit code: 0 when nothing was found, and the kills fell where they say something. */
export function report(engine: string, seed: number, tally: Tally): number {
  console.log(told(engine, seed, tally))
  const wrong = [...tally.findings.slice(0, 50), ...(tally.findings.length > 0 ? [] : tooLittle(tally))]
  for (const line of wrong) console.log(`✖ ${line}`)
  return wrong.length === 0 ? 0 : 1
}
