import type { Refusal } from '../../../kernel/refusal.ts'
import type { Request } from '../../files/reader.ts'
import type { Brought } from '../../outside/bring.ts'

/** One document to read: where it is said to be, and how to get its bytes. */
export interface Input {
  readonly name: string
  readonly format: NonNullable<Request['format']>
  /** The bytes, with what its publisher says of it where it was fetched. */
  bytes(): Promise<Uint8Array | Brought | Refusal>
}
