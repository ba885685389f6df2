/**
 * Sequences of words with what they stand for, kept by their first word; the longest that fits is taken. Matched on folded case. In a
 * phrase `…` stands for words between a verb and its particle: `neemt … toe`.
 */
import { type Tokens, tokenise } from '../tokens/tokenise.ts'

const gap = '…'
/** Tokens that may stand in a gap. */
const widest = 22
/** What may follow a particle at the end of its clause. */
const closing =
  /^(?:[.,;:?!)–]|en|in|door|bij|van|op|als|ten|met|sinds|doordat|omdat|terwijl|naarmate|tot|naar|voor|om|dat|of|maar|waardoor|na|over|onder|waarbij|zodat)$/

interface Entry<V> {
  readonly words: readonly string[]
  readonly value: V
}

/** The token behind these words where they stand at `i`, else -1. */
function ending(low: readonly string[], i: number, words: readonly string[]): number {
  let k = 1
  while (k < words.length && words[k] !== gap && low[i + k] === words[k]) k++
  if (k === words.length) return i + k
  const rest = words.length - k - 1
  if (words[k] !== gap) return -1
  for (let at = i + k; at < i + k + widest && !/^[.;:?]$/.test(low[at] ?? '.'); at++) {
    let n = 0
    while (n < rest && low[at + n] === words[k + 1 + n]) n++
    if (n === rest && (low[at + n - 1] === 'tot' || closing.test(low[at + n] ?? '.'))) return at + n
  }
  return -1
}

export class Phrases<V = true> {
  /** The bit of a word that begins one of these (`bits.ts`): what has it not is not looked up. */
  readonly #bit: number
  readonly #first = new Map<string, Entry<V>[]>()

  constructor(bit: number, list: readonly (readonly [text: string, value: V])[]) {
    this.#bit = bit
    for (const [text, value] of list) {
      const words = tokenise(text).low
      const first = words[0]
      if (first === undefined) continue
      const known = this.#first.get(first)
      if (known) known.push({ words, value })
      else this.#first.set(first, [{ words, value }])
    }
    for (const entries of this.#first.values()) entries.sort((a, b) => b.words.length - a.words.length)
  }

  /** The bit, if one of these can begin with the word. */
  says(low: string): number {
    return this.#first.has(low) ? this.#bit : 0
  }

  /** The longest phrase that begins at token `i`: what it stands for, and the token behind it. */
  match({ bits, low }: Tokens, i: number): { readonly value: V; readonly to: number } | null {
    if (((bits[i] ?? 0) & this.#bit) === 0) return null
    const entries = this.#first.get(low[i] as string)
    // By index: an iterator would be made at every place a phrase could begin.
    for (let n = 0; entries && n < entries.length; n++) {
      const { words, value } = entries[n] as Entry<V>
      const to = ending(low, i, words)
      if (to > 0) return { value, to }
    }
    return null
  }

  /** The token behind the longest phrase that begins at `i`, or -1. */
  at(tokens: Tokens, i: number): number {
    return this.match(tokens, i)?.to ?? -1
  }
}

export const plain = (bit: number, list: readonly string[]): Phrases =>
  new Phrases(
    bit,
    list.map(text => [text, true] as const),
  )
/** Phrases by the group they stand in. */
export const grouped = <K extends string>(bit: number, groups: Readonly<Record<K, readonly string[]>>): Phrases<K> =>
  new Phrases(
    bit,
    Object.entries<readonly string[]>(groups).flatMap(([key, list]) => list.map(text => [text, key as K] as const)),
  )
