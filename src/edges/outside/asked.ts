import { refused } from '../../kernel/refusal.ts'
import type { ReadRequest } from '../../ledger/act.ts'
import { readFor } from '../files/handed.ts'
import type { Read } from '../files/reader.ts'
import type { Scanner } from '../files/scan/scanner.ts'
import { type Brought, bring } from './bring.ts'
import { readBrought } from './read.ts'
import type { World } from './world.ts'

/** What was fetched and read, with what its publisher says of it. */
interface Fetched extends Read {
  readonly brought: Omit<Brought, 'bytes' | 'name'>
}

/**
 * What a command asked to have read: a text, a file handed over, or what is fetched first. What is or was a file is shown to the scanner of
 * the house before anything is done with it.
 */
export async function readAsked(world: World, request: ReadRequest, lexicon: string, scan: Scanner | null = null): Promise<unknown> {
  const { from, file, id, date } = request
  if (from === undefined) return (file && (await scan?.(Buffer.from(file.base64, 'base64')))) || readFor(request, lexicon)
  const got = await bring(world, from)
  if (refused(got)) return got
  const seen = await scan?.(got.bytes)
  if (seen) return seen
  const read = await readBrought(got, lexicon, { id, date })
  const { bytes: _, name: __, ...brought } = got
  return refused(read) ? read : ({ ...read, brought } satisfies Fetched)
}
