import { choice } from '../../fields/choice.ts'
import { dayField } from '../../fields/day.ts'
import { type Body, maybe } from '../../fields/field.ts'
import { json } from '../../fields/json.ts'
import { number } from '../../fields/number.ts'
import { ref } from '../../fields/ref.ts'
import { line } from '../../fields/text.ts'
import { refuse } from '../../kernel/refusal.ts'
import { w } from '../../kernel/words.ts'
import { closedLabel, kind } from '../kind.ts'

export const states = {
  waiting: w('wordt gerekend', 'being computed'),
  done: w('klaar', 'done'),
  stopped: w('gestopt', 'stopped'),
} as const

const fields = {
  assessment: ref('assessment', w('Analyse', 'Assessment')),
  on: dayField(w('Met wat er was op', 'With what was there on')),
  trials: number(w('Hoe vaak gespeeld', 'How often played'), 1000, 10_000_000),
  seed: number(w('Toevalsgetal', 'Seed'), 0, 2 ** 32 - 1),
  scenarios: number(w('Scenario’s', 'Scenarios')),
  cascades: number(w('Doorwerkingen', 'Cascades')),
  // SHA-256 of the network and of what came of it; what they stand for is given through this record only.
  network: line(w('Netwerk', 'Network')),
  result: maybe(line(w('Uitkomst', 'Result'))),
  notes: json(w('Wat niet meetelt en wat is aangenomen', 'What does not count and what is assumed')),
  state: choice(w('Stand', 'State'), states),
  label: closedLabel,
}
export type SimulationRecord = Body<typeof fields>
declare module '../snapshot.ts' {
  interface Vocabulary {
    simulation: SimulationRecord
  }
}

export const simulation = kind({
  name: 'simulation',
  prefix: 'SM',
  room: 'picture',
  words: w('simulatie', 'simulation'),
  plural: w('simulaties', 'simulations'),
  means: w(
    'Het netwerk van scenario’s en doorwerkingen van één analyse, vele keren gespeeld. Een uitkomst die gerekend is, geen waarneming.',
    'The network of scenarios and cascades of one assessment, played many times. A result that was computed, no observation.',
  ),
  fields,
  shape: 1,
  upcasts: {},
  samples: {
    1: {
      assessment: '019364f0-0000-7000-8000-000000000001',
      on: '2025-01-01',
      trials: 200_000,
      seed: 1,
      scenarios: 12,
      cascades: 20,
      network: 'c0ffee',
      result: null,
      notes: [],
      state: 'waiting',
      label: 'internal',
    },
  },
  time: 'inbox',
  held: 'snapshot',
  title: (it, language, near) => `${w('Simulatie', 'Simulation')[language]}, ${near.get('assessment', it.assessment)?.body.short ?? '–'}`,
  address: () => null,
  /** [T52] What is done has a result, and nothing else has. */
  check: (_, is) =>
    (is.state === 'done') === (is.result !== null)
      ? undefined
      : refuse(
          'simulation.result',
          w('Een uitkomst hoort bij een simulatie die klaar is.', 'A result belongs to a simulation that is done.'),
          {
            where: 'result',
          },
        ),
  follows: it => ({ state: it.state }),
})
