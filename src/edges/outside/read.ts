import { type Refusal, refused } from '../../kernel/refusal.ts'
import { formatOf } from '../files/laid.ts'
import { type Read, readApart } from '../files/reader.ts'
import type { Brought } from './bring.ts'

/**
 * A document that was fetched, read like any other. Its own date goes before the day it was published: a letter is often older than its
 * publication, and "this year" is said on the day of the letter.
 */
export async function readBrought(
  { bytes, name, identity, published }: Brought,
  lexicon: string,
  said: { readonly id?: string | null; readonly date?: string | null } = {},
): Promise<Read | Refusal> {
  const request = { id: said.id ?? identity, date: said.date ?? null, format: formatOf(name) }
  const read = await readApart(bytes, request, lexicon)
  if (refused(read) || read.reading.document.date || !published) return read
  return readApart(bytes, { ...request, date: published }, lexicon)
}
