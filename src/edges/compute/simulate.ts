import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { Network } from '../../rooms/picture/cascade/network.ts'
import type { Run } from '../../rooms/picture/cascade/simulate.ts'
import { bestOf, type Done, joined, type Piece, type Plan, preciseTo, restOf } from '../../rooms/picture/simulation/job.ts'
import { type Simulation, simulationOf } from '../../rooms/picture/simulation/result.ts'

export interface How {
  /** Threads, one a core when not said. */
  readonly workers?: number
  /** Stop once the standard error of the expected loss is at most this share of it. */
  readonly precision?: number
  readonly signal?: AbortSignal
  /** Told after each piece: how many are done, of how many. */
  readonly progress?: (done: number, of: number) => void
}

/**
 * Simulates a network on the threads of this machine.
 * @throws the reason of `signal` when it was stopped, or of a thread that died.
 */
export async function simulateOn(network: Network, plan: Plan, how: How = {}): Promise<Simulation> {
  how.signal?.throwIfAborted()
  const threads = new Threads(network, plan, how)
  try {
    const best = await threads.do(bestOf(plan), preciseTo(how.precision))
    const reached = { ...plan, trials: (best as readonly Run[]).reduce((sum, it) => sum + it.trials, 0) }
    if (reached.trials < plan.trials) await threads.renew(reached)
    return simulationOf(network, reached, joined(reached, best, await threads.do(restOf(reached))))
  } finally {
    await threads.stop()
  }
}

/** Some threads that work at one list after the other. */
class Threads {
  readonly #network: Network
  readonly #how: How
  #plan: Plan
  #workers: Worker[] = []
  #count = 0
  #of = 0

  constructor(network: Network, plan: Plan, how: How) {
    this.#network = network
    this.#plan = plan
    this.#how = how
    this.#of = bestOf(plan).length + restOf(plan).length
    this.#begin()
  }

  #begin(): void {
    const many = Math.max(1, Math.min(this.#how.workers ?? availableParallelism(), 64))
    const data = { network: this.#network, plan: this.#plan }
    this.#workers = Array.from(
      { length: many },
      () => new Worker(fileURLToPath(new URL('worker.ts', import.meta.url)), { workerData: data, stdin: false }),
    )
  }

  /** The same threads' work for a plan that turned out shorter. */
  async renew(plan: Plan): Promise<void> {
    await this.stop()
    this.#plan = plan
    this.#of = this.#count + restOf(plan).length
    this.#begin()
  }

  async stop(): Promise<void> {
    await Promise.all(this.#workers.map(it => it.terminate()))
  }

  /** Does all pieces, in any order. `enough` is asked of each in its turn; those behind the first of which it says yes are left out. */
  async do(pieces: readonly Piece[], enough: (next: Done) => boolean = () => false): Promise<readonly Done[]> {
    const done: Done[] = new Array(pieces.length)
    let [next, whole, end] = [0, 0, pieces.length]
    const arrived = (at: number, result: Done): void => {
      done[at] = result
      this.#how.progress?.(++this.#count, this.#of)
      // In the order of the list, so that what is enough does not depend on who was first.
      while (whole < end && done[whole] !== undefined) if (enough(done[whole++] as Done)) end = whole
    }
    await Promise.all(
      this.#workers.map(async worker => {
        for (let at = next++; at < end; at = next++) arrived(at, await this.#ask(worker, pieces[at] as Piece))
      }),
    )
    return done.slice(0, end)
  }

  #ask(worker: Worker, piece: Piece): Promise<Done> {
    const { signal } = this.#how
    return new Promise((answer, fail) => {
      const over = () => {
        worker.off('message', told).off('error', broke).off('exit', ended)
        signal?.removeEventListener('abort', stopped)
      }
      const told = (result: Done) => {
        over()
        answer(result)
      }
      const broke = (error: unknown) => {
        over()
        fail(error)
      }
      const ended = () => broke(new Error('a thread of the simulation ended'))
      const stopped = () => broke(signal?.reason)
      worker.on('message', told).on('error', broke).on('exit', ended)
      signal?.addEventListener('abort', stopped)
      if (signal?.aborted) stopped()
      else worker.postMessage(piece)
    })
  }
}
