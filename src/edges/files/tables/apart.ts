import type { Handed } from '../../../fields/file.ts'
import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import { w } from '../../../kernel/words.ts'
import type { Sheet } from '../../../rooms/ground/tables/format/sheet.ts'
import { answerApart } from '../apart/answer.ts'
import type { Scanner } from '../scan/scanner.ts'

/** What one file of tables may take: bytes, and of the process that reads it wall time, megabytes of heap and bytes of what it says. */
const most = { bytes: 20 * 1024 * 1024, seconds: 20, memory: 384, answer: 64 * 1024 * 1024 } as const

/** The tables of a file, read in a process of its own once the scanner of the house has seen it. */
export async function tablesApart({ name: called, base64 }: Handed, scan: Scanner | null = null): Promise<readonly Sheet[] | Refusal> {
  // It stands on a command line and in messages.
  const name = [...called].map(sign => (sign < ' ' ? '?' : sign)).join('')
  const bytes = Buffer.from(base64, 'base64')
  if (bytes.byteLength > most.bytes)
    return refuse(
      'table.too-large-file',
      w('Splits dit bestand: het mag hoogstens 20 MB zijn.', 'Split this file: it can be at most 20 MB.'),
      {
        where: name,
        fault: 'too-large',
      },
    )
  const seen = await scan?.(bytes)
  if (seen) return seen
  const said = await answerApart('src/edges/files/tables/child.ts', [name], bytes, most)
  return (
    (said as readonly Sheet[] | Refusal | null) ??
    refuse(
      'table.unsafe',
      w('Dit bestand is niet veilig te lezen. Er is niets opgeslagen.', 'This file cannot be read safely. Nothing was stored.'),
      {
        where: name,
        fault: 'unreadable',
      },
    )
  )
}
