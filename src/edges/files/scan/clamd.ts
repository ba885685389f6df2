import { infected, tooLargeToScan, unscanned } from './refusals.ts'
import type { Scanner, Where } from './scanner.ts'
import { pieces, talk } from './talk.ts'

/** Of the pieces a stream is sent in. */
const PIECE = 64 * 1024

function* instream(bytes: Uint8Array): Generator<Uint8Array> {
  const length = (n: number): Buffer => {
    const out = Buffer.alloc(4)
    out.writeUInt32BE(n)
    return out
  }
  yield Buffer.from('zINSTREAM\0')
  for (const piece of pieces(bytes, PIECE)) {
    yield length(piece.byteLength)
    yield piece
  }
  yield length(0)
}

/**
 * ClamAV's daemon: the bytes in pieces with their lengths, an empty one at the end; one line back. Source: the manual of clamd (INSTREAM).
 */
export const clamd =
  (where: Where, time: number): Scanner =>
  async bytes => {
    try {
      const heard = await talk(where, instream(bytes), { time, done: it => it.includes(0) })
      const line = heard.toString('latin1').split('\0')[0]?.trim() ?? ''
      const [, name] = /^stream: (.+) FOUND$/.exec(line) ?? []
      if (name) return infected(name)
      if (line === 'stream: OK') return null
      return /size limit exceeded/i.test(line) ? tooLargeToScan() : unscanned(line)
    } catch (error) {
      return unscanned((error as { code?: string }).code ?? (error as Error).message)
    }
  }
