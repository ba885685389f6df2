import { connect } from 'node:net'
import type { Where } from './scanner.ts'

/** Whether enough was heard, by how it begins (64 kB at most) and how it ends. */
export type Done = (begins: Buffer, ends: Buffer) => boolean

/** An answer of a scanner is a line or a page; more is none. */
const MOST = 1024 * 1024

/**
 * One conversation: says everything, in order and no faster than it is taken, and hears until the other side ends, `done` has heard
 * enough, or the time is over. @throws Error when it cannot be reached, breaks off before a word, is late, or says too much.
 */
export function talk(
  where: Where,
  say: Iterable<Uint8Array>,
  { time, most = MOST, done }: { readonly time: number; readonly most?: number; readonly done: Done },
): Promise<Buffer> {
  return new Promise((answer, fail) => {
    const socket = connect(where)
    const chunks: Buffer[] = []
    let size = 0
    let begins = Buffer.alloc(0)
    let over = false
    const end = (error: Error | null): void => {
      if (over) return
      over = true
      clearTimeout(clock)
      socket.destroy()
      if (error) fail(error)
      else answer(Buffer.concat(chunks))
    }
    const clock = setTimeout(() => end(new Error('ETIMEDOUT')), time)
    socket.on('data', chunk => {
      chunks.push(chunk)
      size += chunk.byteLength
      if (begins.byteLength < 65_536) begins = Buffer.concat([begins, chunk])
      const ends = chunk.byteLength < 16 ? Buffer.concat(chunks.slice(-16)) : chunk
      if (size > most) end(new Error('too much'))
      else if (done(begins, ends.subarray(-16))) end(null)
    })
    // A scanner that has seen enough may stop listening while we still speak: what it said counts.
    socket.on('error', error => end(size > 0 ? null : error))
    socket.on('end', () => end(size > 0 ? null : new Error('no answer')))
    const words = say[Symbol.iterator]()
    const speak = (): void => {
      for (;;) {
        const { value, done: all } = words.next()
        if (all || over) return
        if (!socket.write(value)) break
      }
      socket.once('drain', speak)
    }
    socket.once('connect', speak)
  })
}

/** Bytes in pieces of so many at most. */
export function* pieces(bytes: Uint8Array, size: number): Generator<Uint8Array> {
  for (let at = 0; at < bytes.byteLength; at += size) yield bytes.subarray(at, at + size)
}
