import { hash } from 'node:crypto'
import { partsOf } from '../../ui/list/rows.tsx'

const kept = new WeakMap<Response, Uint8Array>()

/** Remembers beside an answer the bytes it was made of: read back from the answer itself they come through a stream, at many times the cost. */
export function withBytes(response: Response, bytes: Uint8Array | undefined): Response {
  if (bytes) kept.set(response, bytes)
  return response
}

export const answerOf = (bytes: Uint8Array, init: ResponseInit): Response =>
  withBytes(new Response(bytes as Uint8Array<ArrayBuffer>, init), bytes)

/** The bytes of an answer that was made of bytes, and of no other. */
export const keptBytes = (response: Response): Uint8Array<ArrayBuffer> | undefined =>
  kept.get(response) as Uint8Array<ArrayBuffer> | undefined

/** The bytes of any answer, which can still be sent afterwards. */
export const bytesOf = async (response: Response): Promise<Uint8Array> =>
  kept.get(response) ?? new Uint8Array(await response.clone().arrayBuffer())

const hashes = new WeakMap<Uint8Array, string>()
function hashOf(piece: Uint8Array): string {
  let there = hashes.get(piece)
  if (!there) hashes.set(piece, (there = hash('sha256', piece)))
  return there
}

/**
 * A name for bytes: other bytes, other name. A page is named by the hashes of its pieces, and those of its rows are kept with them, so that
 * naming a long page costs little more than its frame.
 */
export const nameOf = (bytes: Uint8Array): string => hash('sha256', (partsOf(bytes) ?? [bytes]).map(hashOf).join(' ')).slice(0, 32)
