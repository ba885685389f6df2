import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Place } from '../../src/ledger/store/connect.ts'
import type { Answer, Mark, Request } from './server.ts'

/** Where the server was when it was killed: between BEGIN and COMMIT, in COMMIT, or in no transaction of a write. */
export type Phase = 'between' | 'committing' | 'outside'

const load = join(import.meta.dirname, '../../tools/load.mjs')
type Ask = Request extends infer R ? (R extends Request ? Omit<R, 'n'> : never) : never

/** The server as a process of its own, seen from outside. */
export class ServerProcess {
  readonly #child = spawn(process.execPath, ['--import', load, join(import.meta.dirname, 'server.ts')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  readonly #waiting = new Map<number, (answer: Answer | undefined) => void>()
  readonly #ended: Promise<void>
  #asked = 0
  #last: Mark = 'end'
  readonly #until = new Map<Mark, () => void>()

  constructor() {
    const lines = createInterface({ input: this.#child.stdout })
    lines.on('line', line => this.#hear(line))
    this.#child.stdin.on('error', () => undefined)
    // What it wrote before it died is still in the pipe: the end of its output comes after that.
    this.#ended = new Promise(done => lines.once('close', done)).then(() => {
      for (const told of this.#waiting.values()) told(undefined)
      this.#waiting.clear()
    })
  }

  #hear(line: string): void {
    // The last line may be cut short by the kill.
    if (!line.endsWith('}')) return
    const said = JSON.parse(line) as { mark: Mark } | { n: number; answer: Answer }
    if ('mark' in said) {
      this.#last = said.mark
      this.#until.get(said.mark)?.()
    } else {
      this.#waiting.get(said.n)?.(said.answer)
      this.#waiting.delete(said.n)
    }
  }

  /** Undefined when the process ended before it answered. */
  ask(request: Ask): Promise<Answer | undefined> {
    const n = ++this.#asked
    return new Promise(told => {
      this.#waiting.set(n, told)
      this.#child.stdin.write(`${JSON.stringify({ ...request, n })}\n`)
    })
  }

  async open(place: Place): Promise<void> {
    const answer = await this.ask({ open: place })
    if (!answer || !('done' in answer)) throw new Error(`the server did not open: ${JSON.stringify(answer ?? 'it ended')}`)
  }

  /** Until a write next begins or is about to COMMIT; at most so many ms. */
  until(mark: Mark, most: number): Promise<void> {
    return new Promise(done => {
      const timer = setTimeout(done, most)
      this.#until.set(mark, () => {
        clearTimeout(timer)
        done()
      })
    })
  }

  async kill(): Promise<Phase> {
    this.#child.kill('SIGKILL')
    await this.#ended
    return this.#last === 'begin' ? 'between' : this.#last === 'commit' ? 'committing' : 'outside'
  }

  async stop(): Promise<void> {
    await this.ask({ stop: true })
    await this.#ended
  }
}
