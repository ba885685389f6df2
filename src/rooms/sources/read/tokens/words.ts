/**
 * Words kept once: the same word is the same string for as long as the table lives, and what the lexicon says of it stands
 * beside it as bits. Most words of a letter were met before, so reading one makes no new string and asks no set.
 */

const folded = new Uint16Array(0x10000)
for (let c = 0; c < 0x10000; c++) {
  const low = c < 0xd800 || c > 0xdfff ? String.fromCharCode(c).toLowerCase() : ''
  folded[c] = c === 0x2019 ? 0x27 : low.length === 1 ? low.charCodeAt(0) : c
}
/** One character in lower case, the typographic apostrophe made plain. */
export const fold = (c: number): number => folded[c] as number

/** So many words may be kept; a table that grows beyond begins anew with the next text. */
const most = 1 << 16
const slots = most << 1

/** FNV-1a, one character further. */
export const hashed = (hash: number, c: number): number => Math.imul(hash ^ c, 0x01000193)
export const noHash = 0x811c9dc5 | 0

export class Words {
  readonly #bitsOf: (low: string) => number
  /** Hash to word, plus one. */
  readonly #slot = new Int32Array(slots)
  readonly #mark = new Int32Array(0x10000)
  #low: string[] = []
  #bits: number[] = []
  #hash: number[] = []

  constructor(bitsOf: (low: string) => number) {
    this.#bitsOf = bitsOf
  }

  low(word: number): string {
    return this.#low[word] as string
  }

  bits(word: number): number {
    return this.#bits[word] as number
  }

  /** Forgets all where many were met: between two texts, never inside one. */
  trim(): void {
    if (this.#low.length < most / 2) return
    this.#slot.fill(0)
    this.#mark.fill(0)
    this.#low = []
    this.#bits = []
    this.#hash = []
  }

  /** The word or number at `from`-`to`, with the hash of its folded characters. Letters are compared, so no two words are taken for one. */
  at(text: string, from: number, to: number, hash: number): number {
    let slot = hash & (slots - 1)
    for (;;) {
      const word = (this.#slot[slot] as number) - 1
      if (word < 0) break
      if (this.#hash[word] === hash && this.#same(word, text, from, to)) return word
      slot = (slot + 1) & (slots - 1)
    }
    let low = ''
    for (let i = from; i < to; i++) low += String.fromCharCode(fold(text.charCodeAt(i)))
    const word = this.#keep(low, hash)
    // What does not fit any more is kept for this text alone.
    if (word < most) this.#slot[slot] = word + 1
    return word
  }

  /** The number of a word that was met, or -1. */
  find(low: string): number {
    let hash = noHash
    for (let i = 0; i < low.length; i++) hash = hashed(hash, low.charCodeAt(i))
    for (let slot = hash & (slots - 1); ; slot = (slot + 1) & (slots - 1)) {
      const word = (this.#slot[slot] as number) - 1
      if (word < 0 || this.#low[word] === low) return word
    }
  }

  /** A mark is one character, as it is. */
  mark(c: number): number {
    let word = (this.#mark[c] as number) - 1
    if (word < 0) {
      word = this.#keep(String.fromCharCode(c), 0)
      this.#mark[c] = word + 1
    }
    return word
  }

  #same(word: number, text: string, from: number, to: number): boolean {
    const low = this.#low[word] as string
    if (low.length !== to - from) return false
    for (let i = 0; i < low.length; i++) if (low.charCodeAt(i) !== folded[text.charCodeAt(from + i)]) return false
    return true
  }

  #keep(low: string, hash: number): number {
    this.#low.push(low)
    this.#bits.push(this.#bitsOf(low))
    this.#hash.push(hash)
    return this.#low.length - 1
  }
}
