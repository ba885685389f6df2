/** Sequences of words with what they stand for, kept by their first word; the longest that fits is taken. Matched on folded case. */
import { type Tokens, tokenise } from '../tokens/tokenise.ts'
import * as bit from './bits.ts'

interface Entry<V> {
  readonly words: readonly string[]
  readonly value: V
}

export class Phrases<V = true> {
  readonly #first = new Map<string, Entry<V>[]>()

  constructor(list: readonly (readonly [text: string, value: V])[]) {
    for (const [text, value] of list) {
      const words = [...tokenise(text).low]
      const first = words[0]
      if (first !== undefined) this.#first.set(first, [...(this.#first.get(first) ?? []), { words, value }])
    }
    for (const entries of this.#first.values()) entries.sort((a, b) => b.words.length - a.words.length)
  }

  begins(low: string): boolean {
    return this.#first.has(low)
  }

  /** The longest phrase that begins at token `i`: what it stands for, and the token behind it. */
  match(tokens: Tokens, i: number): { readonly value: V; readonly to: number } | null {
    if (((tokens.bits[i] ?? 0) & bit.phrased) === 0) return null
    for (const { words, value } of this.#first.get(tokens.low[i] as string) ?? [])
      if (words.every((x, k) => tokens.low[i + k] === x)) return { value, to: i + words.length }
    return null
  }

  /** The token behind the longest phrase that begins at `i`, or -1. */
  at(tokens: Tokens, i: number): number {
    return this.match(tokens, i)?.to ?? -1
  }
}

export const plain = (list: readonly string[]): Phrases => new Phrases(list.map(text => [text, true] as const))
/** Phrases by the group they stand in. */
export const grouped = <K extends string>(groups: Readonly<Record<K, readonly string[]>>): Phrases<K> =>
  new Phrases(Object.entries<readonly string[]>(groups).flatMap(([key, list]) => list.map(text => [text, key as K] as const)))
