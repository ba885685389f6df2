import { maybe } from '../../../fields/field.ts'
import { number } from '../../../fields/number.ts'
import { ref } from '../../../fields/ref.ts'
import { line } from '../../../fields/text.ts'
import { w } from '../../../kernel/words.ts'
import { simulation } from '../../../model/picture/simulation.ts'
import { kept, view } from '../../room.ts'
import { OWNER, PREFIX } from './progress.ts'

const { on, trials, seed, scenarios, cascades, notes, state } = simulation.fields

export const simulationsView = view({
  name: 'simulations',
  words: w('Simulaties', 'Simulations'),
  means: w(
    'Wat er is gespeeld: van welke analyse, hoe vaak, hoe ver het is en wat er niet meetelt.',
    'What was played: of which assessment, how often, how far it is and what does not count.',
  ),
  open: false,
  input: { assessment: maybe(ref('assessment', w('Analyse', 'Assessment'))) },
  row: {
    code: line(w('Code', 'Code')),
    assessment: line(w('Analyse', 'Assessment')),
    on,
    trials,
    seed,
    scenarios,
    cascades,
    state,
    progress: maybe(number(w('Voortgang in procenten', 'Progress in per cent'), 0, 100)),
    notes,
  },
  facets: ['state'],
  needs: () => ({ progress: kept(OWNER, PREFIX) }),
  *see(snapshot, input, found) {
    for (const it of snapshot.all('simulation')) {
      if (input.assessment && it.body.assessment !== input.assessment) continue
      const { on: day, trials: many, seed: chance, scenarios: nodes, cascades: edges, notes: said, state: stands } = it.body
      const far = Number(found.progress?.[it.id] ?? 'none')
      yield {
        key: it.code,
        code: it.code,
        of: {},
        row: () => ({
          code: it.code,
          assessment: snapshot.get('assessment', it.body.assessment)?.body.short ?? '–',
          on: day,
          trials: many,
          seed: chance,
          scenarios: nodes,
          cascades: edges,
          state: stands,
          progress: stands === 'waiting' && Number.isInteger(far) ? far : null,
          notes: said,
        }),
      }
    }
  },
})
