import { system } from '../../access/viewer.ts'
import { refused } from '../../kernel/refusal.ts'
import type { Ledger } from '../../ledger/read.ts'
import type { Queue } from '../../ledger/store/queue/queue.ts'
import { computing, stopComputing } from '../compute/later.ts'
import type { Clock } from '../model/later.ts'

/** The queue of simulations that somebody asked for. */
export const SIMULATING = 'simulate'

interface Asked {
  readonly workspace: string
  readonly simulation: string
}

/** What computes the simulations of this process. */
export interface Simulations {
  /** Looks what is asked and what was stopped since. */
  look(): Promise<void>
  /** Gives back what is under way: the next try computes it from its beginning. */
  stop(): Promise<void>
}

/** [J9] Puts every simulation that waits in the queue, and ends what was stopped; where there is no queue it is computed here, one after the other. */
export function computeSimulations(
  ledger: Ledger,
  queue: () => Promise<Queue | null>,
  clock: Clock,
  log: (error: unknown) => void,
): Simulations {
  let begun: Promise<string> | undefined
  let own = Promise.resolve()
  const taken = new Set<string>()

  const begin = async (boss: Queue): Promise<string> => {
    await boss.createQueue(SIMULATING, {
      // One of a simulation at a time, waiting or under way.
      policy: 'exclusive',
      retryLimit: 3,
      retryDelay: 10,
      retryBackoff: true,
      expireInSeconds: 1800,
      deleteAfterSeconds: 86_400,
    })
    return boss.work<Asked>(SIMULATING, { pollingIntervalSeconds: 5 }, async ([job]) =>
      job ? computeOne(ledger, job.data, clock) : undefined,
    )
  }
  const hand = async (asked: Asked, key: string): Promise<void> => {
    const boss = await queue()
    if (boss) {
      const worker = await (begun ??= begin(boss))
      await boss.send(SIMULATING, asked, { singletonKey: key })
      boss.notifyWorker(worker)
    } else if (!taken.has(key)) {
      taken.add(key)
      own = own
        .then(() => computeOne(ledger, asked, clock))
        .catch(log)
        .finally(() => taken.delete(key))
    }
  }
  return {
    async look() {
      const under = new Set(computing())
      for (const workspace of await ledger.store.workspaces()) {
        const snapshot = await ledger.snapshot(workspace, 'internal', { on: clock.today() })
        for (const { id, code, body } of snapshot.all('simulation')) {
          if (body.state === 'stopped' && under.has(id)) stopComputing(id)
          if (body.state === 'waiting' && !under.has(id)) await hand({ workspace, simulation: code }, `${workspace}/${id}`)
        }
      }
    },
    async stop() {
      for (const id of computing()) stopComputing(id)
      await own
    },
  }
}

/** @throws Error where it is to be tried again. */
async function computeOne(ledger: Ledger, { workspace, simulation }: Asked, { now, today }: Clock): Promise<void> {
  await ledger.store.alone(`simulate ${workspace} ${simulation}`, async () => {
    const outcome = await ledger.submit(
      workspace,
      'simulation.compute',
      { of: simulation },
      { by: system, at: now(), today: today(), since: today(), sinceFilled: true, expected: {}, key: `simulate ${simulation}` },
    )
    if (!refused(outcome) || outcome.code === 'simulation.over') return
    // Stopped by a person, its record says so and the next try finds it over; stopped with the server, the next try computes it.
    throw new Error(`${simulation}: ${outcome.code}`)
  })
}
