/** Sentence borders over tokens: a stop before something that can begin a sentence, vetoed by abbreviations, initials, ordinals and open brackets. */
import { glued, mark, number, type Tokens, word } from './tokenise.ts'

export interface Sentence {
  /** Token indexes, end exclusive. */
  readonly from: number
  readonly to: number
  /** What its words say together, bit by bit (`lexicon/bits.ts`). */
  readonly says: number
  /** Index of the block in the flow. */
  readonly block: number
  /** Its clauses, once `clausesOf` has cut them: on the sentence itself, for a look into a `WeakMap` costs more than the cutting of most. */
  clauses: readonly object[] | null
}

/** A sentence that never ends is cut here, so that no step sees an unbounded one. */
const longest = 2000
/** A bracket that stands open longer was never closed, or lost its end at a page break. */
const longestBracket = 60
const closers = new Set([')', '”', '’', '»', '"', "'", ']'])
const opening = new Set(['“', '‘', '«', '"', '(', '[', '–', '•'])

export function sentencesOf(
  tokens: Tokens,
  blocks: readonly { start: number; end: number }[],
  abbreviation: (low: string) => boolean,
): Sentence[] {
  const sentences: Sentence[] = []
  const push = (from: number, to: number, block: number): void => {
    let says = 0
    for (let i = from; i < to; i++) says |= tokens.bits[i] as number
    sentences.push({ from, to, says, block, clauses: null })
  }
  let t = 0
  blocks.forEach((block, b) => {
    while (t < tokens.count && (tokens.start[t] as number) < block.start) t++
    let from = t
    let depth = 0
    let opened = from
    while (t < tokens.count && (tokens.start[t] as number) < block.end) {
      if (tokens.kind[t] !== mark && t - from < longest) {
        t++
        continue
      }
      const low = tokens.low[t]
      if (low === '(' || low === '[') {
        depth++
        opened = t
      } else if (low === ')' || low === ']') depth = Math.max(0, depth - 1)
      const stops = low === '.' || low === '!' || low === '?' || low === '…'
      let next = t + 1
      if (stops && (depth === 0 || t - opened > longestBracket)) {
        while (next < tokens.count && closers.has(tokens.low[next] as string) && glued(tokens, next)) next++
        if (endsHere(tokens, t, next, block.end, abbreviation)) {
          push(from, next, b)
          from = next
          depth = 0
        }
      } else if (t - from >= longest) {
        push(from, next, b)
        from = next
        depth = 0
      }
      t = next
    }
    if (t > from) push(from, t, b)
  })
  return sentences
}

function endsHere(tokens: Tokens, stop: number, next: number, blockEnd: number, abbreviation: (low: string) => boolean): boolean {
  if (next >= tokens.count || (tokens.start[next] as number) >= blockEnd) return true
  const before = tokens.low[stop - 1] ?? ''
  const touching = glued(tokens, next)
  const first = tokens.text[tokens.start[next] as number] ?? ''
  const upper = first !== first.toLowerCase()
  if (touching) {
    // A space that was lost between two sentences: `Kamer.Daarnaast`.
    const long = before.length >= 3 && tokens.kind[stop - 1] === word
    return tokens.low[stop] === '.'
      ? long && upper && tokens.kind[next] === word && (tokens.low[next]?.length ?? 0) > 1 && !webby(tokens, stop)
      : upper
  }
  if (tokens.low[stop] !== '.') return upper || tokens.kind[next] !== word || opening.has(first)
  if (tokens.kind[stop - 1] === word && glued(tokens, stop)) {
    if (abbreviation(before)) return upper && endingAbbreviation.has(before)
    // `D.M. van Weel`, `o.a.`: one letter before the stop.
    if (before.length === 1 && !(upper && tokens.low[stop - 2] !== '.' && before === before.toLowerCase() && !capitalAt(tokens, stop - 1)))
      return false
  }
  if (tokens.kind[stop - 1] === number && !upper) return tokens.kind[next] === mark && opening.has(first)
  return upper || opening.has(first) || tokens.kind[next] === number
}

/** Abbreviations that may end a sentence. */
const endingAbbreviation = new Set(['etc', 'jl', 'enz'])
const capitalAt = (tokens: Tokens, i: number): boolean => {
  const c = tokens.text[tokens.start[i] as number] ?? ''
  return c !== c.toLowerCase()
}
const webby = (tokens: Tokens, i: number): boolean => {
  const text = tokens.text.slice(Math.max(0, (tokens.start[i] as number) - 40), tokens.start[i])
  return /(?:www|https?:)\S{0,40}$/.test(text)
}
