import { refuse, refused } from '../../../kernel/refusal.ts'
import { w } from '../../../kernel/words.ts'
import { numbersOf } from '../../../rooms/picture/runs/numbers.ts'
import type { App } from '../app.ts'
import { snapshotFor } from '../look.ts'
import type { FromRecords } from './simulate.ts'

/** The network of an assessment, by its code, on the day and as known as the command line says. */
export const fromRecords =
  (app: App): FromRecords =>
  async (code, looking) => {
    const ledger = await app.open()
    if (refused(ledger)) return ledger
    const snapshot = await snapshotFor(app, ledger, looking)
    if (refused(snapshot)) return snapshot
    const it = snapshot.coded(code)
    return it?.kind === 'assessment'
      ? numbersOf(snapshot, it.id)
      : refuse('assessment.unknown', w('Geef de code van een analyse, zoals RA-2.', 'Give the code of an assessment, as RA-2.'), {
          where: '--assessment',
          found: code,
          fault: 'missing',
        })
  }
