/**
 * Words kept once: the same word is the same string for as long as the table lives, and what the lexicon says of it stands
 * beside it as bits. Most words of a letter were met before, so reading one makes no new string and asks no set.
 */
import type { Verbal } from '../lexicon/conjugate.ts'

/** Latin, Greek and Cyrillic, the further Latin, and signs that are letters (`K` for kelvin): what has another form in lower case here. */
const cased: readonly (readonly [from: number, to: number])[] = [
  [0x41, 0x530],
  [0x1e00, 0x1f00],
  [0x2126, 0x2133],
]
const folded = new Uint16Array(0x10000)
for (let c = 0; c < 0x10000; c++) folded[c] = c
for (const [from, to] of cased)
  for (let c = from; c < to; c++) {
    const low = String.fromCharCode(c).toLowerCase()
    if (low.length === 1) folded[c] = low.charCodeAt(0)
  }
folded[0x2019] = 0x27
/** One character in lower case, the typographic apostrophe made plain. */
export const fold = (c: number): number => folded[c] as number

/** So many words may be kept; a table that grows beyond begins anew with the next text. */
const most = 1 << 16
/** The table begins small, for it is read at every word, and what is small stays near; it is never more than half full. */
const least = 1 << 13

/** FNV-1a, one character further. */
export const hashed = (hash: number, c: number): number => Math.imul(hash ^ c, 0x01000193)
export const noHash = 0x811c9dc5 | 0

/** The engine's own copy of a string, as the literals of the rules are: two of these are compared by address, not letter by letter. */
const shared = (low: string): string => Object.keys({ [low]: 0 })[0] as string

/** What is kept of a word: its hash first, then these. */
const beginOf = 1
const lengthOf = 2
const bitsOf = 3
const size = 4

/** What a lexicon says of a word, asked once when it is first met. */
export interface Sayings {
  readonly bits: (low: string) => number
  /** Of who acts: `lexicon/roles.ts`. */
  readonly roles: (low: string) => number
  readonly verbal: (low: string) => Verbal | undefined
}

export class Words {
  readonly #says: Sayings
  /** Hash to word, plus one. */
  #slot = new Int32Array(least)
  readonly #mark = new Int32Array(0x10000)
  #count = 0
  #low: string[] = []
  /** What it can be as a verb, and what it says of who acts. */
  #verbal: (Verbal | undefined)[] = []
  #roles: number[] = []
  /** Some numbers a word, side by side because they are read together. */
  #about = new Int32Array(0x400 * size)
  /** The characters of all words one behind the other: numbers are compared faster than strings. */
  #letters = new Uint16Array(0x2000)
  #used = 0

  constructor(says: Sayings) {
    this.#says = says
  }

  /** How many were met: their numbers lie below it. */
  get count(): number {
    return this.#count
  }

  low(word: number): string {
    return this.#low[word] as string
  }

  bits(word: number): number {
    return this.#about[word * size + bitsOf] as number
  }

  roles(word: number): number {
    return this.#roles[word] as number
  }

  verbal(word: number): Verbal | undefined {
    return this.#verbal[word]
  }

  /** Forgets all where many were met: between two texts, never inside one. */
  trim(): void {
    if (this.#count < most / 2) return
    this.#slot = new Int32Array(least)
    this.#mark.fill(0)
    this.#low = []
    this.#verbal = []
    this.#roles = []
    this.#count = 0
    this.#used = 0
  }

  /** The word or number at `from`-`to`, with the hash of its folded characters. Letters are compared, so no two words are taken for one. */
  at(text: string, from: number, to: number, hash: number): number {
    const slot = this.#slot
    const about = this.#about
    const letters = this.#letters
    const length = to - from
    const mask = slot.length - 1
    let k = hash & mask
    for (let word = (slot[k] as number) - 1; word >= 0; word = (slot[k] as number) - 1) {
      const own = word * size
      if (about[own] === hash && about[own + lengthOf] === length) {
        const at = about[own + beginOf] as number
        let i = 0
        while (i < length && folded[text.charCodeAt(from + i)] === letters[at + i]) i++
        if (i === length) return word
      }
      k = (k + 1) & mask
    }
    let low = ''
    for (let i = from; i < to; i++) low += String.fromCharCode(fold(text.charCodeAt(i)))
    const word = this.#keep(shared(low), hash)
    // What does not fit any more is kept for this text alone.
    if (word >= most) return word
    slot[k] = word + 1
    if (word > slot.length >> 1) this.#spread()
    return word
  }

  /** The same where no hash is known yet. */
  of(text: string, from: number, to: number): number {
    let hash = noHash
    for (let i = from; i < to; i++) hash = hashed(hash, fold(text.charCodeAt(i)))
    return this.at(text, from, to, hash)
  }

  /** The number of a word that was met, or -1. */
  find(low: string): number {
    let hash = noHash
    for (let i = 0; i < low.length; i++) hash = hashed(hash, low.charCodeAt(i))
    const mask = this.#slot.length - 1
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
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

  /** The same words in a table of twice the size; marks stand in their own. */
  #spread(): void {
    const slot = new Int32Array(this.#slot.length * 2)
    const mask = slot.length - 1
    for (const word of this.#slot) {
      if (word === 0) continue
      let k = (this.#about[(word - 1) * size] as number) & mask
      while (slot[k] !== 0) k = (k + 1) & mask
      slot[k] = word
    }
    this.#slot = slot
  }

  #keep(low: string, hash: number): number {
    const word = this.#count++
    const own = word * size
    if (own + size > this.#about.length) {
      const more = new Int32Array(this.#about.length * 2)
      more.set(this.#about)
      this.#about = more
    }
    while (this.#used + low.length > this.#letters.length) {
      const more = new Uint16Array(this.#letters.length * 2)
      more.set(this.#letters)
      this.#letters = more
    }
    for (let i = 0; i < low.length; i++) this.#letters[this.#used + i] = low.charCodeAt(i)
    this.#about[own] = hash
    this.#about[own + beginOf] = this.#used
    this.#about[own + lengthOf] = low.length
    this.#about[own + bitsOf] = this.#says.bits(low)
    this.#roles.push(this.#says.roles(low))
    this.#verbal.push(this.#says.verbal(low))
    this.#used += low.length
    this.#low.push(low)
    return word
  }
}
