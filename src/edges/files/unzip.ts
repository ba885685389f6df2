import { Unzip, UnzipInflate, UnzipPassThrough } from 'fflate'
import { type Refusal, refused } from '../../kernel/refusal.ts'
import { limits } from './limits.ts'
import { brokenArchive, unpacksTooLarge } from './refusals.ts'

/** A small file may shrink a lot honestly; the ratio counts from here on. */
const free = 1024 * 1024

/**
 * The wanted files of a zip. What is counted are the bytes that really come out, for all entries, never the sizes an entry claims;
 * an unpacked file above the limits stops the work. Names with a way out of the archive are refused.
 */
export function unzip(bytes: Uint8Array, wanted: (name: string) => boolean): ReadonlyMap<string, Uint8Array> | Refusal {
  const out = new Map<string, Uint8Array>()
  let refusal: Refusal | null = null
  let [entries, total] = [0, 0]
  const zip = new Unzip(entry => {
    if (++entries > limits.entries) refusal ??= unpacksTooLarge()
    if (/(?:^|[/\\])\.\.(?:[/\\]|$)|^[/\\]|^[a-z]:/i.test(entry.name)) refusal ??= brokenArchive(entry.name)
    if (refusal || !wanted(entry.name)) return
    if (out.has(entry.name)) {
      refusal ??= brokenArchive(`${entry.name} ×2`)
      return
    }
    const chunks: Uint8Array[] = []
    entry.ondata = (error, chunk, final) => {
      if (error) refusal ??= brokenArchive(error.message)
      if (refusal) return
      total += chunk.length
      if (total > limits.unpacked || (total > free && total > limits.ratio * bytes.length)) {
        refusal = unpacksTooLarge()
        entry.terminate()
        return
      }
      chunks.push(chunk)
      if (final) out.set(entry.name, joined(chunks))
    }
    entry.start()
  })
  zip.register(UnzipInflate)
  zip.register(UnzipPassThrough)
  try {
    for (let at = 0; at < bytes.length && !refusal; at += 65_536) zip.push(bytes.subarray(at, at + 65_536), at + 65_536 >= bytes.length)
  } catch (error) {
    refusal ??= brokenArchive(error instanceof Error ? error.message : String(error))
  }
  return refused(refusal) ? refusal : out
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(chunks.reduce((n, chunk) => n + chunk.length, 0))
  let at = 0
  for (const chunk of chunks) {
    all.set(chunk, at)
    at += chunk.length
  }
  return all
}
