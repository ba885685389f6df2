import { hint, maybe } from '../../../fields/field.ts'
import { file } from '../../../fields/file.ts'
import { flag } from '../../../fields/flag.ts'
import { line } from '../../../fields/text.ts'
import { type Refusal, refused } from '../../../kernel/refusal.ts'
import { w } from '../../../kernel/words.ts'
import { command, tables } from '../../room.ts'
import type { Sheet } from './format/sheet.ts'
import { planned } from './plan.ts'

/** [T94] Rows of a file come in as one commit, with one reason, or none of them does. */
export const importTable = command({
  name: 'table.import',
  words: w('Tabel inlezen', 'Import a table'),
  means: w(
    'Leest rijen uit CSV, XLSX of JSON: een bekende code wijzigt, een lege voegt toe. Alles komt in één keer, of niets.',
    'Takes rows from CSV, XLSX or JSON: a known code changes, an empty one adds. All of it comes in at once, or nothing.',
  ),
  input: {
    file: file(w('Bestand', 'File')),
    kind: hint(
      maybe(line(w('Wat erin staat', 'What it holds'))),
      w('Alleen bij CSV met een andere naam, zoals scenario of rating.', 'Only for CSV by another name, as scenario or rating.'),
    ),
    bring: hint(
      flag(w('Neem codes mee die hier nog niet zijn', 'Take along codes that are not here yet')),
      w('Voor rijen uit een andere werkruimte.', 'For rows from another workspace.'),
    ),
  },
  offered: ['analyst', 'coordinator'],
  begins: () => ({ kind: null, bring: false }),
  needs: (_, input) => ({ sheets: tables(input.file) }),
  decide(snapshot, { kind, bring }, ctx, found) {
    const sheets = found.sheets as readonly Sheet[] | Refusal
    if (refused(sheets)) return sheets
    const steps = planned(sheets, snapshot, ctx, { kind, bring })
    return refused(steps) ? steps : steps.flatMap(({ draft }) => draft ?? [])
  },
})
