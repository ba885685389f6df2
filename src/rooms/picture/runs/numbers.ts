import { type Refusal, refuse, together } from '../../../kernel/refusal.ts'
import { w } from '../../../kernel/words.ts'
import type { Snapshot } from '../../../model/snapshot.ts'
import { type Recorded, recorded } from '../simulation/recorded.ts'

/** So many reasons are told. */
const told = 50

/** [T49] The network of an assessment, or for each scenario why it has no numbers: without any, there is nothing to play. */
export function numbersOf(snapshot: Snapshot, id: string): Recorded | Refusal {
  const assessment = snapshot.get('assessment', id)
  if (!assessment)
    return refuse('assessment.unknown', w('Kies een analyse die er op deze dag is.', 'Choose an assessment that is there on this day.'), {
      where: 'assessment',
      fault: 'missing',
    })
  const found = recorded(snapshot, assessment)
  if (found.network.scenarios.length > 0) return found
  const { short } = assessment.body
  const nothing = refuse(
    'simulation.no-numbers',
    w(
      `Geef eerst getallen: geen enkel scenario van ${short} heeft een kans en een impact in getallen met een bron.`,
      `Give numbers first: no scenario of ${short} has a likelihood and an impact in numbers with a source.`,
    ),
    { where: 'assessment', found: assessment.code },
  )
  const why = found.notes
    .slice(0, told)
    .map(({ code, why: { nl, en } }) =>
      refuse('simulation.without', w(`${code}: ${nl}.`, `${code}: ${en}.`), { where: 'assessment', found: code }),
    )
  return together([nothing, ...why]) ?? nothing
}
