import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import { w } from '../../../kernel/words.ts'
import { readCsv } from '../../../rooms/ground/tables/format/csv.ts'
import { readJsonTables } from '../../../rooms/ground/tables/format/json.ts'
import type { Sheet } from '../../../rooms/ground/tables/format/sheet.ts'
import { readXlsx } from './xlsx.ts'

/** `ratings.csv` says that it holds ratings. */
const stem = (name: string): string => name.replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, '')

const isArchive = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4

/** The tables in a file. Its bytes tell what it is, not its name: an archive is a spreadsheet, what begins with a brace is JSON, the rest is CSV. */
export function sheetsIn(bytes: Uint8Array, name: string): readonly Sheet[] | Refusal {
  if (isArchive(bytes)) return readXlsx(bytes, name)
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return refuse(
      'table.encoding',
      w(
        'Bewaar dit bestand als CSV in UTF-8; er staan tekens in die geen UTF-8 zijn.',
        'Save this file as CSV in UTF-8; it has signs that are no UTF-8.',
      ),
      { where: name, fault: 'unreadable' },
    )
  }
  if (/^\ufeff?\s*\{/.test(text)) return readJsonTables(text, name)
  const sheet = readCsv(text, name, stem(name))
  return 'code' in sheet ? sheet : [sheet]
}
