import { type Json, json } from '../../../fields/json.ts'
import { ref } from '../../../fields/ref.ts'
import { line } from '../../../fields/text.ts'
import { w } from '../../../kernel/words.ts'
import { computed, view } from '../../room.ts'

export const simulationResultsView = view({
  name: 'simulation-results',
  words: w('Uitkomsten van simulaties', 'Results of simulations'),
  means: w(
    'De uitkomst van één simulatie, in de openbare vorm koersvast/simulation/1.',
    'The result of one simulation, in the public form koersvast/simulation/1.',
  ),
  open: false,
  input: { simulation: ref('simulation', w('Simulatie', 'Simulation')) },
  row: { code: line(w('Code', 'Code')), result: json(w('Uitkomst', 'Result')) },
  needs: (snapshot, input) => ({ result: computed(snapshot.get('simulation', input.simulation)?.body.result ?? null) }),
  *see(snapshot, input, found) {
    const it = snapshot.get('simulation', input.simulation)
    const text = found.result
    if (it && text) yield { key: it.code, code: it.code, of: it, row: () => ({ code: it.code, result: JSON.parse(text) as Json }) }
  },
})
