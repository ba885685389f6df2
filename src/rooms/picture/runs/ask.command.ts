import { ref } from '../../../fields/ref.ts'
import { refuse, refused } from '../../../kernel/refusal.ts'
import { w } from '../../../kernel/words.ts'
import { simulation } from '../../../model/picture/simulation.ts'
import type { Snapshot } from '../../../model/snapshot.ts'
import { command, compute } from '../../room.ts'
import { fileOf } from '../simulation/file.ts'
import type { Simulation } from '../simulation/result.ts'
import { numbersOf } from './numbers.ts'

const { assessment, trials, seed } = simulation.fields

/** [T49] The network stands still from this moment: what is computed is what was recorded when somebody asked. */
export const askSimulation = command({
  name: 'simulation.ask',
  words: w('Simulatie starten', 'Start a simulation'),
  means: w(
    'Speelt de scenario’s en doorwerkingen van een analyse vele keren. De uitkomst komt vanzelf; u hoeft niet te wachten.',
    'Plays the scenarios and cascades of an assessment many times. The result comes by itself; you need not wait.',
  ),
  input: { assessment, trials, seed },
  offered: ['analyst', 'coordinator'],
  makes: 'simulation',
  begins: () => ({ trials: 1_000_000, seed: 1 }),
  decide(snapshot, input, ctx) {
    const found = numbersOf(snapshot, input.assessment)
    if (refused(found)) return found
    const { network, notes } = found
    const to = {
      ...input,
      on: snapshot.on,
      scenarios: network.scenarios.length,
      cascades: network.cascades.length,
      network: ctx.keep(JSON.stringify(fileOf(network))),
      result: null,
      notes: notes as never,
      state: 'waiting' as const,
      label: 'internal' as never,
    }
    const twin = snapshot
      .all('simulation')
      .find(({ body }) => body.state !== 'stopped' && body.network === to.network && body.trials === to.trials && body.seed === to.seed)
    if (twin)
      return refuse(
        'simulation.there',
        w(`Bekijk ${twin.code}: precies dit is al gespeeld.`, `See ${twin.code}: exactly this was played already.`),
        { where: 'assessment', found: twin.code, fault: 'conflict' },
      )
    return [{ kind: 'simulation', id: ctx.id('simulation'), to }]
  },
})

const of = ref('simulation', w('Simulatie', 'Simulation'))
const waitingOf = (snapshot: Snapshot, id: string) => {
  const it = snapshot.get('simulation', id)
  return it?.body.state === 'waiting' ? it : undefined
}
const over = refuse('simulation.over', w('Kies een simulatie die nog rekent.', 'Choose a simulation that is still being computed.'), {
  where: 'of',
  fault: 'conflict',
})

/** [T52] What was stopped has no result, also where half of it was played. */
export const stopSimulation = command({
  name: 'simulation.stop',
  words: w('Simulatie stoppen', 'Stop the simulation'),
  means: w('Houdt op met rekenen; er komt geen uitkomst.', 'Stops computing; there will be no result.'),
  input: { of },
  offered: ['analyst', 'coordinator'],
  about: 'of',
  on: input => [input.of],
  decide(snapshot, input) {
    const it = waitingOf(snapshot, input.of)
    return it ? [{ kind: 'simulation', id: it.id, from: it.body, to: { ...it.body, state: 'stopped' } }] : over
  },
})

/** [T50] The machine computes what somebody asked for: an edge brings the result, by the network's hash, before the commit. */
export const computeSimulation = command({
  name: 'simulation.compute',
  words: w('Simulatie uitrekenen', 'Compute a simulation'),
  means: w('Rekent uit wat iemand heeft gevraagd, en bewaart de uitkomst.', 'Computes what somebody asked for, and keeps the result.'),
  input: { of },
  offered: [],
  needs(snapshot, input) {
    const it = waitingOf(snapshot, input.of)
    if (!it) return {}
    const { network, trials, seed: chance } = it.body
    return { result: compute({ simulation: it.id, network, trials, seed: chance }) }
  },
  decide(snapshot, input, ctx, found) {
    const it = waitingOf(snapshot, input.of)
    const result = (found as { result?: Simulation }).result
    if (!it || !result) return over
    if (refused(result)) return result
    return [{ kind: 'simulation', id: it.id, from: it.body, to: { ...it.body, state: 'done', result: ctx.keep(JSON.stringify(result)) } }]
  },
})
