// The letters the reader is measured on: those of the gold and of the pack, and as many others made of them as wanted.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { day } from '../../src/kernel/day.ts'
import { refused } from '../../src/kernel/refusal.ts'
import { compileLexicon, type Lexicon } from '../../src/rooms/sources/read/lexicon.ts'
import { read } from '../../src/rooms/sources/read/read.ts'
import type { Reading } from '../../src/rooms/sources/read/reading.ts'
import { decode } from '../../src/rooms/sources/read/text/decode.ts'
import { type Dress, disguise } from '../../src/rooms/sources/read/trial/disguise.ts'

const root = join(import.meta.dirname, '../..')
const seed = join(root, 'packs/kingdom/documents/kst-30821-251.txt')

export function lexicon(): Lexicon {
  const compiled = compileLexicon(JSON.parse(readFileSync(join(root, 'packs/kingdom/lexicon.json'), 'utf8')))
  if (refused(compiled)) throw new Error(compiled.do.en)
  return compiled
}

/** The bytes of every letter that comes with the repository. */
export function letters(): Buffer[] {
  const gold = join(root, 'gold/letters')
  const files = readdirSync(gold).filter(name => /\.(?:txt|md)$/.test(name))
  return [...files.sort().map(name => join(gold, name)), seed].map(path => readFileSync(path))
}

export function text(bytes: Uint8Array): string {
  const decoded = decode(bytes)
  if (refused(decoded)) throw new Error(decoded.do.en)
  return decoded.text
}

export const reading = (of: string, by: Lexicon): Reading =>
  read(of, { id: null, date: day('2024-12-06'), lexicon: by, sha256: '', encoding: 'utf-8' })

/** Numbers from a seed (mulberry32): the same letters in every run. */
export function dice(from: number): () => number {
  let state = from
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

/**
 * Letters that differ: the Kingdom's in other dresses, and the others with their numbers and some long words changed, so that words nobody
 * met before keep coming as they do in real papers.
 */
export function varied(from: number): () => string {
  const next = dice(from)
  const texts = letters().map(text)
  const kingdom = texts.at(-1) as string
  const dress = (): Dress => ({
    width: 40 + Math.floor(next() * 80),
    years: Math.floor(next() * 4),
    exchange: [],
    lineEnd: next() < 0.5 ? '\n' : '\r\n',
    apart: next() < 0.3,
    softHyphens: next() < 0.3,
    page: 20 + Math.floor(next() * 40),
    opens: next() < 0.5 ? ' ' : '\f',
  })
  const dressed = Array.from({ length: 12 }, () => disguise(kingdom, new Map(), dress()).text)
  const changed = (given: string): string =>
    given
      .replace(/\d(?=\d)/g, d => (next() < 0.2 ? String(1 + Math.floor(next() * 9)) : d))
      .replace(/[a-z]{9,30}/g, word => {
        if (next() > 0.1) return word
        const at = 2 + Math.floor(next() * (word.length - 4))
        return word.slice(0, at) + String.fromCharCode(97 + Math.floor(next() * 26)) + word.slice(at + 1)
      })
  const all = [...texts, ...dressed]
  return () => changed(all[Math.floor(next() * all.length)] as string)
}
