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
const classes = new Uint8Array(0x10000).fill(mark)
for (let c = 0; c < 0x1f00; c++) classes[c] = isLetter(c) ? word : isDigit(c) ? number : c === 0x20 || c === 0x0a ? 0 : mark

/** For texts that no lexicon reads: a phrase of a pack, a name. */
const plain = new Words({ bits: () => 0, roles: () => 0, verbal: () => undefined })

/** `words`: the table the words are kept in. */
export function tokenise(text: string, words: Words = plain): Tokens {
  words.trim()
  const most = text.length
  // Five characters a token is usual; the arrays grow where a text has shorter ones.
  let room = (most >> 2) + 16
  let [start, end, ids, bits] = [new Int32Array(room), new Int32Array(room), new Int32Array(room), new Int32Array(room)]
  let kind = new Uint8Array(room)
  let count = 0
  for (let i = 0; i < most; ) {
    const from = i
    const first = text.charCodeAt(i++)
    const sort = classes[first] as number
    if (sort === 0) continue
    let id: number
    if (sort === mark) id = words.mark(first)
    else {
      let hash = hashed(noHash, fold(first))
      for (; i < most; i++) {
        const c = text.charCodeAt(i)
        if (classes[c] !== sort && !(sort === word && apostrophe(c) && classes[text.charCodeAt(i + 1)] === word)) break
        hash = hashed(hash, fold(c))
      }
      id = words.at(text, from, i, hash)
    }
    if (count === room) {
      room *= 2
      ;[start, end, ids, bits] = [grown(start, room), grown(end, room), grown(ids, room), grown(bits, room)]
      const kinds = new Uint8Array(room)
      kinds.set(kind)
      kind = kinds
    }
    start[count] = from
    end[count] = i
    kind[count] = sort
    ids[count] = id
    bits[count] = words.bits(id)
    count++
  }
  return { text, count, start, end, kind, low: lowOf(words, ids, count), id: ids, bits }
}

function lowOf(words: Words, ids: Int32Array, count: number): string[] {
  const low = new Array<string>(count)
  for (let i = 0; i < count; i++) low[i] = words.low(ids[i] as number)
  return low
}

/** The same tokens with some words cut in two: at `places`, ascending, one in a word at most, a letter before and behind each. */
export function cutApart(tokens: Tokens, words: Words, places: readonly number[]): Tokens {
  const count = tokens.count + places.length
  const [start, end, ids, bits] = [new Int32Array(count), new Int32Array(count), new Int32Array(count), new Int32Array(count)]
  const kind = new Uint8Array(count)
  for (let i = 0, k = 0, cut = 0; i < tokens.count; i++, k++) {
    const [from, to, place] = [tokens.start[i] as number, tokens.end[i] as number, places[cut] ?? -1]
    start[k] = from
    end[k] = to
    kind[k] = tokens.kind[i] as number
    ids[k] = tokens.id[i] as number
    bits[k] = tokens.bits[i] as number
    if (place <= from || place >= to) continue
    for (const [a, b] of [
      [from, place],
      [place, to],
    ] as const) {
      start[k] = a
      end[k] = b
      kind[k] = word
      ids[k] = words.of(tokens.text, a, b)
      bits[k] = words.bits(ids[k] as number)
      k++
    }
    k--
    cut++
  }
  return { text: tokens.text, count, start, end, kind, low: lowOf(words, ids, count), id: ids, bits }
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
