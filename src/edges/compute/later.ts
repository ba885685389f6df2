import { type Refusal, refuse, refused } from '../../kernel/refusal.ts'
import { w } from '../../kernel/words.ts'
import type { Store } from '../../ledger/store/contract.ts'
import { OWNER, PREFIX } from '../../rooms/picture/runs/progress.ts'
import { networkOf } from '../../rooms/picture/simulation/file.ts'
import type { Simulation } from '../../rooms/picture/simulation/result.ts'
import type { ComputeRequest } from '../../rooms/room.ts'
import { simulateOn } from './simulate.ts'

/** Progress is written when so many per cent are added: it is read by people. */
const STEP = 5
/** What this process computes just now, by the id of its simulation. */
const running = new Map<string, AbortController>()

/** Stops computing; nothing happens where this process does not compute it. */
export const stopComputing = (simulation: string): void => running.get(simulation)?.abort(new Error('stopped'))
/** What this process computes just now. */
export const computing = (): readonly string[] => [...running.keys()]

/** What the need `compute` brings: the network that a record keeps by its hash, simulated. How far it is stands beside the ledger. */
export async function computeFor(
  store: Store,
  workspace: string,
  { simulation, network: hash, trials, seed }: ComputeRequest,
): Promise<Simulation | Refusal> {
  const bytes = await store.readInternal(workspace, reads => reads.blob(hash))
  const network = bytes ? networkOf(JSON.parse(new TextDecoder().decode(bytes))) : noNetwork
  if (refused(network)) return network
  const desk = store.desk(workspace)
  const stop = new AbortController()
  running.set(simulation, stop)
  let [said, telling] = [0, Promise.resolve()]
  const progress = (done: number, of: number): void => {
    const far = Math.floor((100 * done) / of)
    if (far < said + STEP) return
    said = far
    telling = telling.then(() => desk.keepDraft(OWNER, `${PREFIX}${simulation}`, String(far)))
  }
  try {
    return await simulateOn(network, { trials, seed }, { signal: stop.signal, progress })
  } catch (error) {
    if (stop.signal.aborted) return stopped
    throw error
  } finally {
    running.delete(simulation)
    await telling
    await desk.keepDraft(OWNER, `${PREFIX}${simulation}`, null)
  }
}

const noNetwork = refuse('simulation.network', w('Start de simulatie opnieuw.', 'Start the simulation again.'), {
  where: 'of',
  fault: 'missing',
})
const stopped = refuse(
  'simulation.stopped',
  w('Er is geen uitkomst: het rekenen is gestopt.', 'There is no result: computing was stopped.'),
  {
    where: 'of',
    fault: 'conflict',
  },
)
