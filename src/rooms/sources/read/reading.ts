/**
 * The reading of one document: a public format (`koersvast/reading/1`), changed only by a new version number.
 * Offsets are UTF-16 code units into the decoded source text, end exclusive. `quote` is `text.slice(start, end)`, or, where a
 * passage is interrupted (a page break with footnotes), its `segments` joined by one space; `start` and `end` are then the hull.
 */
import type { Day } from '../../../kernel/day.ts'
import type { Words } from '../../../kernel/words.ts'

export const schema = 'koersvast/reading/1'

export type Language = 'nl' | 'en'

export interface Span {
  readonly start: number
  readonly end: number
}

export interface Passage extends Span {
  readonly quote: string
  readonly segments?: readonly (readonly [number, number])[]
}

/** Why something was taken (`for: true`) or what spoke against it, tied to its place. */
export interface Reason extends Span {
  readonly rule: string
  readonly for: boolean
}

export type Band = 'sure' | 'likely' | 'check'

export interface Signatory extends Span {
  readonly office: string
  readonly name: string
}

export interface Head {
  readonly id: string | null
  readonly title: string | null
  readonly date: Day | null
  readonly language: Language
  readonly sender: readonly string[]
  readonly addressee: string | null
  readonly sha256: string
  readonly length: number
  readonly encoding: string
  readonly signatories: readonly Signatory[]
}

/** The opening before the first heading has level 0 and neither number nor title. */
export interface Section extends Span {
  readonly number: string | null
  readonly title: string | null
  readonly level: number
  readonly bodyStart: number
  readonly bodyEnd: number
}

export interface Footnote {
  readonly number: number
  /** Null where no marker was found in the text: a finding says so. */
  readonly marker: Span | null
  readonly body: Passage
}

export type Family = 'parliament' | 'answers' | 'proceedings' | 'gazette' | 'eu' | 'court' | 'law'

export interface Citation extends Passage {
  readonly family: Family
  /** `kst-30821-231`, `ah-tk-20232024-123`, `stcrt-2024-123`, a CELEX number, an ECLI, a BWB number. */
  readonly id: string
  readonly annex: boolean
  readonly chamber: 'I' | 'II' | null
  readonly session: string | null
  readonly address: string | null
  readonly relation: 'cites' | 'annex-of' | 'answers' | 'sent-with' | 'carries-out'
  readonly reasons: readonly Reason[]
}

export interface Term extends Passage {
  readonly term: string
  readonly full: string
  readonly reasons: readonly Reason[]
}

export interface Mention extends Passage {
  readonly kind: string
  readonly ref: string
  readonly reasons: readonly Reason[]
}

export type Grain =
  | 'day'
  | 'month'
  | 'quarter'
  | 'half'
  | 'season'
  | 'part-of-year'
  | 'part-of-month'
  | 'year'
  | 'range'
  | 'duration'
  | 'recess'
  | 'vague'
export type Role = 'due' | 'announced' | 'scope' | 'past'

export interface Time extends Passage {
  readonly from: Day | null
  readonly to: Day | null
  readonly grain: Grain
  readonly mod: string | null
  readonly role: Role
  readonly rule: string
  readonly timex: string | null
  readonly reasons: readonly Reason[]
}

export type Strength = 'dated-deliverable' | 'deliverable' | 'effort'

export interface Commitment extends Passage {
  readonly actor: string | null
  /** Whether the text names the actor itself; false where it follows from a pronoun, the sender or a shared subject. */
  readonly actorGiven: boolean
  readonly addressee: string | null
  readonly object: string
  readonly due: { readonly from: Day | null; readonly to: Day | null; readonly phrase: string } | null
  readonly strength: Strength
  /** Where the sentence repeats an earlier promise: when and in which paper it was made. */
  readonly reported: { readonly date: Day | null; readonly id: string | null } | null
  readonly band: Band
  readonly reasons: readonly Reason[]
}

/** What the text says has happened. */
export interface Done extends Passage {
  readonly actor: string | null
  readonly addressee: string | null
  readonly object: string
  readonly when: { readonly from: Day | null; readonly to: Day | null; readonly phrase: string } | null
  readonly band: Band
  readonly reasons: readonly Reason[]
}

/** A class on a scale of the pack, or a change that was stated without one. */
export interface Rating extends Passage {
  readonly subject: string
  readonly likelihood: string | null
  readonly impact: string | null
  readonly change: 'worse' | 'same' | 'better' | null
  readonly reasons: readonly Reason[]
}

/** A sentence that says which way a threat goes, or that it acts on another. */
export interface Development extends Passage {
  readonly direction: 'up' | 'down' | 'new' | 'same' | 'interacts'
  /** Who says so, where the text names it. */
  readonly source: string | null
  readonly reasons: readonly Reason[]
}

/** What the sender does, funds, changes or stops; among `decisions`: what it has decided. */
export interface Measure extends Passage {
  readonly actor: string | null
  /** The action line named in the sentence or in the heading above it. */
  readonly line: string | null
  readonly reasons: readonly Reason[]
}

/** What is asked: by the sender of others, by a motion of the government, by law, by an adviser. */
export interface Request extends Passage {
  readonly kind: 'appeal' | 'motion' | 'duty' | 'recommendation'
  readonly due: { readonly from: Day | null; readonly to: Day | null; readonly phrase: string } | null
  readonly reasons: readonly Reason[]
}

/** What the paper delivers of what was promised, or asked by a motion, before. */
export interface Fulfilment extends Passage {
  readonly of: 'promise' | 'motion'
  /** The papers named beside it. */
  readonly papers: readonly string[]
  readonly reasons: readonly Reason[]
}

export interface Finding {
  readonly code: string
  readonly where: string
  readonly text: Words
}

export interface Reading {
  readonly schema: typeof schema
  readonly document: Head
  readonly sections: readonly Section[]
  readonly footnotes: readonly Footnote[]
  readonly citations: readonly Citation[]
  readonly terms: readonly Term[]
  readonly mentions: readonly Mention[]
  readonly times: readonly Time[]
  readonly commitments: readonly Commitment[]
  readonly ratings: readonly Rating[]
  readonly developments: readonly Development[]
  readonly done: readonly Done[]
  readonly measures: readonly Measure[]
  readonly decisions: readonly Measure[]
  readonly requests: readonly Request[]
  readonly fulfilments: readonly Fulfilment[]
  readonly findings: readonly Finding[]
}
