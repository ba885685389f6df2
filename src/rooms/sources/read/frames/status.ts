/** What a clause says of its act: to come, done, running, or something that is no promise; and whose act it is. */
import type { Doc } from '../doc.ts'
import type { VerbClass } from '../lexicon/data.ts'
import type { TimeSpan } from '../find/times/find.ts'
import type { Clause } from './clauses.ts'
import { meaningOf, type Meaning } from './verbs.ts'

export type Status = 'future' | 'done' | 'running' | 'norm' | 'possible' | 'none'
export interface Act {
  readonly status: Status
  readonly meaning: Meaning | null
  /** An act in the passive has no agent in sight. */
  readonly passive: boolean
}

/** Classes of verbs whose result can be seen to have come. */
export const delivering: ReadonlySet<VerbClass> = new Set<VerbClass>(['inform', 'deliver', 'establish', 'study', 'fund', 'decide', 'content', 'commit'])

export function actOf(doc: Doc, clause: Clause): Act {
  const { kind, finite, inner } = clause
  const last = inner.at(-1)
  const participle = inner.findLast(it => it.kind === 'participle')
  const worden = inner.some(it => doc.tokens.low[it.at] === 'worden') || within(doc, clause, 'worden')
  const meaning = (at: { at: number; forms: Parameters<typeof meaningOf>[2] } | undefined) => (at ? meaningOf(doc, at.at, at.forms, clause.from, clause.to) : null)
  const none: Act = { status: 'none', meaning: null, passive: false }
  if (kind === null) return none
  if (kind === 'norm' || kind === 'possible') return { ...none, status: kind }
  if (kind === 'future') {
    const verb = worden && participle ? participle : (inner.find(it => !it.te && doc.tokens.low[it.at] !== 'worden') ?? last)
    return { status: 'future', meaning: meaning(verb), passive: worden && participle !== undefined }
  }
  if (kind === 'passive') return { status: 'running', meaning: meaning(participle), passive: true }
  if (kind === 'perfect') return { status: participle ? 'done' : 'running', meaning: meaning(participle), passive: !['heb', 'heeft', 'hebben', 'had', 'hadden'].includes(doc.tokens.low[finite] ?? '') }
  if (kind === 'past') return { status: 'done', meaning: finiteMeaning(doc, clause), passive: false }
  return { status: 'running', meaning: finiteMeaning(doc, clause), passive: false }
}

function finiteMeaning(doc: Doc, { finite, from, to }: Clause): Meaning | null {
  const forms = doc.lexicon.forms.get(doc.tokens.low[finite] ?? '')
  return forms ? meaningOf(doc, finite, forms.filter(f => f.kind === 'present' || f.kind === 'past'), from, to) : null
}

function within(doc: Doc, { from, to }: Clause, word: string): boolean {
  for (let i = from; i < to; i++) if (doc.tokens.low[i] === word) return true
  return false
}

export interface Subject {
  readonly who: 'sender' | 'other' | 'product' | 'pronoun' | 'unknown'
  /** Tokens of the one who acts. */
  readonly from: number
  readonly to: number
}

const pronouns = new Set(['zij', 'hij', 'ze'])
const stops = /^[,;:.()]$/

/** The subject: the first constituent before the verb, or, where that is a time or a place, the one behind it. */
export function subjectOf(doc: Doc, clause: Clause): Subject {
  const fronted = clause.finite > clause.from && frontedAt(doc, clause.from)
  const before = fronted ? null : constituent(doc, clause.from, clause.finite)
  return before ?? constituent(doc, clause.finite + 1, Math.min(clause.to, clause.finite + 14)) ?? { who: 'unknown', from: clause.from, to: clause.from }
}

/** `In 2025 volgt`, `Ook zal`, `Daarom zal`, `Als onderdeel hiervan presenteert`. */
function frontedAt(doc: Doc, i: number): boolean {
  const { set } = doc.lexicon
  const low = doc.tokens.low[i] ?? ''
  return set.prepositions.has(low) || set.adverbs.has(low) || low === 'als' || low === 'daarom' || low === 'ook' || ((doc.mask[i] as number) & 4) !== 0
}

function constituent(doc: Doc, from: number, to: number): Subject | null {
  const { tokens, lexicon: { set } } = doc
  let seenPreposition = false
  for (let i = from; i < to; i++) {
    const low = tokens.low[i] ?? ''
    if (stops.test(low)) break
    if (set.prepositions.has(low)) seenPreposition = true
    if (pronouns.has(low) && !seenPreposition) return { who: 'pronoun', from: i, to: i + 1 }
    if (set.first.has(low)) return { who: 'sender', from: i, to: i + 1 }
    if (seenPreposition) continue
    if (set.others.has(low)) return { who: 'other', from: i, to: i + 1 }
    if (set.heads.has(low) || set.offices.has(low) || set.services.has(low)) return { who: 'sender', from: i, to: officeEnd(doc, i, to) }
    if (set.products.has(low) || [...set.products].some(product => product.length > 4 && low.endsWith(product))) return { who: 'product', from: i, to: i + 1 }
  }
  return null
}

/** `minister van Justitie en Veiligheid`: the office goes on over capitals and small words between them. */
export function officeEnd(doc: Doc, i: number, limit: number): number {
  const { tokens } = doc
  if (!['van', 'voor', 'of', 'for'].includes(tokens.low[i + 1] ?? '')) return i + 1
  let end = i + 1
  for (let k = i + 2; k < limit && k < i + 12; k++) {
    const raw = tokens.text.slice(tokens.start[k], tokens.end[k])
    if (/^[A-ZÀ-Þ]/.test(raw)) end = k + 1
    else if (!['en', ',', 'and'].includes(tokens.low[k] ?? '')) break
  }
  return end
}

/** Whether a time reaches beyond the letter's date and says when, not what it is about. */
export function ahead(doc: Doc, time: TimeSpan): boolean {
  if (doc.tokens.low[time.to] === 'en' && ['verder', 'daarna', 'later'].includes(doc.tokens.low[time.to + 1] ?? '')) return false
  if (time.base.grain === 'range') return false
  if (doc.date === null) return true
  return time.vague || time.base.to === null || time.base.to >= doc.date
}

/** A time that belongs to the noun before it (`begroting 2025`, `Strategie 2023-2029`) is what that noun is about. */
export function governed(doc: Doc, time: TimeSpan): boolean {
  const before = doc.tokens.low[time.from - 1] ?? ''
  const first = doc.tokens.low[time.from] ?? ''
  if (doc.lexicon.set.scopeNouns.has(before)) return true
  const bare = /^\d{4}$/.test(first)
  if (bare && doc.tokens.kind[time.from - 1] === 1 && !doc.lexicon.set.prepositions.has(before) && !doc.lexicon.set.adverbs.has(before)) return true
  // `dekking … voor 2026`: money for a year, no deadline.
  if (first === 'voor' || first === 'over') for (let i = Math.max(0, time.from - 6); i < time.from; i++) if (doc.lexicon.set.scopeNouns.has(doc.tokens.low[i] ?? '')) return true
  return false
}
