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

/** 132 bits of SHA-256 are name enough, and 200 of them are joined for one page. */
const hashes = new WeakMap<Uint8Array, string>()
function hashOf(piece: Uint8Array): string {
  let there = hashes.get(piece)
  if (!there) hashes.set(piece, (there = hash('sha256', piece, 'base64url').slice(0, 22)))
  return there
}

const names = new WeakMap<Uint8Array, string>()
/**
 * A name for bytes: other bytes, other name. A page is named by the hashes of its pieces, and those of its rows are kept with them, so that
 * naming a long page costs little more than its frame. The bytes of an answer never change: their name is worked out once.
 */
export function nameOf(bytes: Uint8Array): string {
  let there = names.get(bytes)
  if (!there) {
    const pieces = partsOf(bytes) ?? [bytes]
    names.set(bytes, (there = hash('sha256', pieces.map(hashOf).join(' ')).slice(0, 32)))
  }
  return there
}

interface Whole {
  readonly bytes: Buffer
  readonly minute: string
}

/**
 * Whole pages that are the same for every public reader. One stands for a snapshot, for all else it was made of (`key`: address, language,
 * day) and for the minute that is printed at its foot; the snapshot is held by its number only, so that keeping pages keeps no snapshot.
 * Together they hold `budget` bytes at most, packed forms not counted (about a tenth more); least used out first.
 */
export class WholePages {
  readonly #numbers = new WeakMap<object, number>()
  readonly #pages = new Map<string, Whole>()
  readonly #budget: number
  #snapshots = 0
  #held = 0

  constructor(budget = 32 * 1024 * 1024) {
    this.#budget = budget
  }
  get(snapshot: object, key: string, minute: string): Buffer | undefined {
    const name = this.#name(snapshot, key)
    const there = this.#pages.get(name)
    if (there?.minute !== minute) return undefined
    this.#pages.delete(name)
    this.#pages.set(name, there)
    return there.bytes
  }
  set(snapshot: object, key: string, minute: string, bytes: Buffer): void {
    const name = this.#name(snapshot, key)
    this.#drop(name)
    this.#pages.set(name, { bytes, minute })
    this.#held += bytes.length + name.length * 2
    for (const oldest of this.#pages.keys()) {
      if (this.#held <= this.#budget) return
      this.#drop(oldest)
    }
  }
  /** Bytes that are held now. */
  get held(): number {
    return this.#held
  }
  #name(snapshot: object, key: string): string {
    let number = this.#numbers.get(snapshot)
    if (number === undefined) this.#numbers.set(snapshot, (number = ++this.#snapshots))
    return `${number} ${key}`
  }
  #drop(name: string): void {
    const there = this.#pages.get(name)
    if (!there) return
    this.#pages.delete(name)
    this.#held -= there.bytes.length + name.length * 2
  }
}
