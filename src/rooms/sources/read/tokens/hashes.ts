/** Words as numbers only: what is not among them does not stand in the text, and to ask so makes no string. */
import { fold, hashed, noHash } from './words.ts'

const partOfWord = (c: number): boolean => (c >= 0x61 && c <= 0x7a) || (c >= 0xe0 && c <= 0xff) || c === 0x2d
/** Each character of a word in lower case; 0 for all others. */
const letterOf = new Uint16Array(0x10000)
for (let c = 0; c < 0x2140; c++) if (partOfWord(fold(c))) letterOf[c] = fold(c)

/** Goes on with a hash over characters `from`-`to`; 0 where one of them is part of no word. */
export function hashOver(hash: number, text: string, from: number, to: number): number {
  let now = hash
  for (let i = from; i < to; i++) {
    const c = letterOf[text.charCodeAt(i)] as number
    if (c === 0) return 0
    now = hashed(now, c)
  }
  return now
}
export const hashOf = (low: string): number => hashOver(noHash, low, 0, low.length)

export class Hashes {
  readonly #slots: Int32Array
  #room: number

  /** `most`: how many are expected; beyond twice as many, anything may be among them. */
  constructor(most: number) {
    this.#slots = new Int32Array(Math.max(64, 1 << (33 - Math.clz32(most))))
    this.#room = this.#slots.length >> 1
  }

  add(hash: number): void {
    const slots = this.#slots
    const mask = slots.length - 1
    let at = hash & mask
    while (slots[at] !== 0 && slots[at] !== hash) at = (at + 1) & mask
    if (slots[at] === 0 && --this.#room >= 0) slots[at] = hash
  }

  has(hash: number): boolean {
    const slots = this.#slots
    const mask = slots.length - 1
    let at = hash & mask
    while (slots[at] !== 0 && slots[at] !== hash) at = (at + 1) & mask
    return slots[at] === hash || this.#room < 0
  }
}

/** The hashes of a text's words, hyphens inside them: one look at every character. */
export function hashesOf(text: string): Hashes {
  const hashes = new Hashes(text.length >> 3)
  for (let i = 0; i < text.length; i++) {
    let hash = noHash
    for (let c = letterOf[text.charCodeAt(i)] as number; c !== 0; c = i < text.length ? (letterOf[text.charCodeAt(i)] as number) : 0) {
      hash = hashed(hash, c)
      i++
    }
    if (hash !== noHash) hashes.add(hash)
  }
  return hashes
}

/** Whether a word stands in a text of lower case by itself, without letters or hyphens around it. */
export function standsIn(low: string, word: string): boolean {
  for (let at = low.indexOf(word); at >= 0; at = low.indexOf(word, at + 1))
    if (!partOfWord(low.charCodeAt(at - 1)) && !partOfWord(low.charCodeAt(at + word.length))) return true
  return false
}
