import { type Refusal, refused } from '../../kernel/refusal.ts'
import { decode } from '../../rooms/sources/read/text/decode.ts'
import type { Laid } from './laid.ts'

/** Bytes of any format to one text. What a file is follows from its first bytes, never from its name alone. */
export async function layOut(bytes: Uint8Array, named: 'text' | 'markdown' = 'text'): Promise<Laid | Refusal> {
  if (startsWith(bytes, '%PDF-')) return (await import('./pdf/read.ts')).readPdf(bytes)
  const decoded = decode(bytes)
  return refused(decoded) ? decoded : { ...decoded, format: named, stated: {} }
}

/** A PDF may begin after a little rubbish, and readers take it. */
function startsWith(bytes: Uint8Array, magic: string): boolean {
  const head = String.fromCharCode(...bytes.subarray(0, 1024))
  return head.includes(magic)
}
