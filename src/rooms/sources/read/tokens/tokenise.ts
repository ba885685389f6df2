/** Running text to tokens: a structure of arrays, one loop over the characters, own class table (no runtime Unicode). */

import { fold, hashed, noHash, Words } from './words.ts'

export const word = 1
export const number = 2
export const mark = 3

export interface Tokens {
  readonly text: string
  readonly count: number
  readonly start: Int32Array
  readonly end: Int32Array
  readonly kind: Uint8Array
  /** The token in lower case, typographic apostrophes made plain. */
  readonly low: readonly string[]
  /** Which word it is in the table: equal words have equal numbers within one text. */
  readonly id: Int32Array
  /** What the lexicon says of the word. */
  readonly bits: Int32Array
}

/** Letters of the Latin, Greek and Cyrillic blocks. */
export const isLetter = (c: number): boolean =>
  (c >= 0x61 && c <= 0x7a) ||
  (c >= 0x41 && c <= 0x5a) ||
  (c >= 0xc0 && c <= 0x24f && c !== 0xd7 && c !== 0xf7) ||
  (c >= 0x1e00 && c <= 0x1eff) ||
  (c >= 0x370 && c <= 0x52f) ||
  (c >= 0x300 && c <= 0x36f)
export const isDigit = (c: number): boolean => c >= 0x30 && c <= 0x39
const apostrophe = (c: number): boolean => c === 0x27 || c === 0x2019

/** Classes of characters, so that one look tells what begins. */
const classes = new Uint8Array(0x10000)
for (let c = 0; c < 0x10000; c++) classes[c] = isLetter(c) ? word : isDigit(c) ? number : c === 0x20 || c === 0x0a ? 0 : mark

/** For texts that no lexicon reads: a phrase of a pack, a name. */
const plain = new Words(() => 0)

/** `cutAt`: places inside a word where a lost space belongs, ascending. `words`: the table the words are kept in. */
export function tokenise(text: string, words: Words = plain, cutAt: readonly number[] = []): Tokens {
  words.trim()
  const most = text.length
  // Five characters a token is usual; the arrays grow where a text has shorter ones.
  let room = (most >> 2) + 16
  let [start, end, ids, bits] = [new Int32Array(room), new Int32Array(room), new Int32Array(room), new Int32Array(room)]
  let kind = new Uint8Array(room)
  const low: string[] = []
  let cut = 0
  let count = 0
  for (let i = 0; i < most; ) {
    const c = text.charCodeAt(i)
    const sort = classes[c] as number
    if (sort === 0) {
      i++
      continue
    }
    const from = i
    let hash = noHash
    if (sort === word) {
      const stop = cutAt[cut] ?? -1
      for (let d = c; i < most; d = text.charCodeAt(i)) {
        if (classes[d] !== word && !(apostrophe(d) && classes[text.charCodeAt(i + 1)] === word)) break
        if (i === stop && i > from) break
        hash = hashed(hash, fold(d))
        i++
      }
      while (cut < cutAt.length && (cutAt[cut] as number) <= i) cut++
    } else if (sort === number) {
      for (let d = c; i < most && classes[d] === number; d = text.charCodeAt(i)) {
        hash = hashed(hash, d)
        i++
      }
    } else i++
    if (count === room) {
      room *= 2
      ;[start, end, ids, bits] = [grown(start, room), grown(end, room), grown(ids, room), grown(bits, room)]
      const kinds = new Uint8Array(room)
      kinds.set(kind)
      kind = kinds
    }
    const id = sort === mark ? words.mark(c) : words.at(text, from, i, hash)
    start[count] = from
    end[count] = i
    kind[count] = sort
    ids[count] = id
    bits[count] = words.bits(id)
    low.push(words.low(id))
    count++
  }
  return { text, count, start, end, kind, low, id: ids, bits }
}

function grown(old: Int32Array, room: number): Int32Array<ArrayBuffer> {
  const more = new Int32Array(room)
  more.set(old)
  return more
}

/** Index of the first token that ends after `at`. */
export function tokenAt(tokens: Tokens, at: number): number {
  let [a, b] = [0, tokens.count]
  while (a < b) {
    const middle = (a + b) >> 1
    if ((tokens.end[middle] as number) <= at) a = middle + 1
    else b = middle
  }
  return a
}

/** Whether token `i` follows the one before it without a space. */
export const glued = (tokens: Tokens, i: number): boolean => i > 0 && tokens.start[i] === tokens.end[i - 1]

/** Whether token `i` begins with a capital. */
export function capital(tokens: Tokens, i: number): boolean {
  const raw = tokens.text[tokens.start[i] as number]
  return tokens.kind[i] === word && raw !== undefined && raw !== raw.toLowerCase()
}
