/** What the stages after the text share: the running text, its tokens and sentences, and where each place lies. */
import type { Day } from '../../../kernel/day.ts'
import type { Lexicon } from './lexicon.ts'
import type { Language, Passage, Reason } from './reading.ts'
import type { Flow } from './text/flow.ts'
import type { Zone } from './text/sections.ts'
import type { Sentence } from './tokens/sentences.ts'
import type { Tokens } from './tokens/tokenise.ts'

/** What a token was used up for: what is a citation is no year, what is a name is no season. */
export const maskCitation = 1
export const maskName = 2
export const maskTime = 4

export interface Doc {
  readonly source: string
  readonly flow: Flow
  readonly tokens: Tokens
  readonly sentences: readonly Sentence[]
  readonly zones: readonly Zone[]
  readonly mask: Uint8Array
  readonly lexicon: Lexicon
  readonly language: Language
  readonly date: Day | null
  /** Who writes: the government, or another body, for whom ministers and ministries are others. */
  readonly home: 'government' | 'other'
  /** Steps taken by the matchers: the measure of linear time. */
  readonly work: { steps: number }
}

/** Tokens `from` up to `to` as a passage of the source. */
export function passage(doc: Doc, from: number, to: number): Passage {
  return doc.flow.map.toSource(doc.tokens.start[from] as number, doc.tokens.end[to - 1] as number)
}

export function reason(doc: Doc, rule: string, from: number, to: number, isFor = true): Reason {
  const { start, end } = doc.flow.map.extent(doc.tokens.start[from] as number, doc.tokens.end[Math.max(to, from + 1) - 1] as number)
  return { rule, start, end, for: isFor }
}

/** Running text of tokens `from` up to `to`. */
export const textOf = (doc: Doc, from: number, to: number): string =>
  to <= from ? '' : doc.tokens.text.slice(doc.tokens.start[from], doc.tokens.end[to - 1])

/** Whether the lexicon says one of these (`lexicon/bits.ts`) of token `i`; of none before the text or behind it. */
export const says = (doc: Doc, i: number, bits: number): boolean => ((doc.tokens.bits[i] ?? 0) & bits) !== 0

export function cover(doc: Doc, from: number, to: number, bit: number): void {
  for (let i = from; i < to; i++) doc.mask[i] = (doc.mask[i] as number) | bit
}
