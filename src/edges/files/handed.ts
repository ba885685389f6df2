import type { Refusal } from '../../kernel/refusal.ts'
import { refused } from '../../kernel/refusal.ts'
import type { ReadRequest } from '../../ledger/act.ts'
import type { Reading } from '../../rooms/sources/read/reading.ts'
import { formatOf } from './laid.ts'
import { type Read, readApart } from './reader.ts'

/** What a command asked to have read. Of a text its reading is given; of a file its text too, since only the reader knows its encoding. */
export async function readFor({ text = '', file, id, date }: ReadRequest, lexicon: string): Promise<Read | Reading | Refusal> {
  const bytes = file ? Buffer.from(file.base64, 'base64') : Buffer.from(text, 'utf8')
  const read = await readApart(bytes, { id, date, ...(file && { format: formatOf(file.name) }) }, lexicon)
  return refused(read) || file ? read : read.reading
}
