/** The helpers all matchers are made of: each takes a token index and returns the index behind what it matched, or -1. */
import { number, type Tokens } from './tokenise.ts'

export type Match = (tokens: Tokens, i: number) => number

export const lit =
  (...words: readonly string[]): Match =>
  (tokens, i) =>
    words.includes(tokens.low[i] ?? '') ? i + 1 : -1

export const num =
  (min: number, max: number, digits = 9): Match =>
  (tokens, i) => {
    if (tokens.kind[i] !== number) return -1
    const text = tokens.low[i] as string
    const n = Number(text)
    return text.length <= digits && n >= min && n <= max ? i + 1 : -1
  }

export const opt =
  (match: Match): Match =>
  (tokens, i) => {
    const to = match(tokens, i)
    return to < 0 ? i : to
  }

export const seq =
  (...matches: readonly Match[]): Match =>
  (tokens, i) => {
    let at = i
    for (const match of matches) {
      at = match(tokens, at)
      if (at < 0) return -1
    }
    return at
  }

/** The first place within `most` tokens where `match` holds; gives up at a token of `stop`. */
export const gap =
  (most: number, stop: ReadonlySet<string>, match: Match): Match =>
  (tokens, i) => {
    for (let k = i; k < tokens.count && k <= i + most; k++) {
      const to = match(tokens, k)
      if (to >= 0) return to
      if (stop.has(tokens.low[k] as string)) return -1
    }
    return -1
  }
