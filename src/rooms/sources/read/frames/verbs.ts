/** What a token can be as a verb, and which verb a clause turns on once particles and idioms are counted. */
import type { Doc } from '../doc.ts'
import * as bit from '../lexicon/bits.ts'
import type { FormKind, VerbForm } from '../lexicon/conjugate.ts'
import type { VerbClass } from '../lexicon/data.ts'
import type { Auxiliary } from '../lexicon.ts'

export type Finite = Auxiliary | 'present' | 'past'

const people = new Set(['ik', 'u', 'je', 'hij', 'zij', 'wij', 'we'])

/**
 * Whether token `i` can be the finite verb of its clause. Stems without ending (`besluit`, `onderzoek`) are nouns more often:
 * they count beside `ik`, or before the one who is informed.
 */
export function finiteAt(doc: Doc, i: number): Finite | null {
  const { tokens, lexicon } = doc
  if (((tokens.bits[i] ?? 0) & (bit.verb | bit.auxiliary)) === 0) return null
  const low = tokens.low[i] as string
  const before = tokens.low[i - 1] ?? ''
  if (before === 'te') return null
  const kind = lexicon.auxiliaries.get(low)
  if (kind) {
    if (low === 'zijn' && (lexicon.set.prepositions.has(before) || before === 'en')) return null
    if (low === 'was' && before === 'de') return null
    return kind
  }
  const forms = lexicon.forms.get(low)
  if (!forms) return null
  const form = forms.find(f => f.kind === 'present') ?? forms.find(f => f.kind === 'past')
  if (!form) return null
  // `die test`, `dit besluit`: a stem that ends in t is a noun behind any of these.
  const bare = form.kind === 'present' && !form.plural && /t$/.test(low) && !low.endsWith('dt') && nounLike(forms, low)
  if (bare && /^(?:die|dat|deze|dit)$/.test(before)) return null
  if (lexicon.set.determiners.has(before) && before !== 'dit' && before !== 'die' && before !== 'dat' && before !== 'deze') return null
  if (form.kind === 'present' && !form.plural && form.verb.lemma !== low && !/t$/.test(low)) {
    const next = tokens.low[i + 1] ?? ''
    const told = (form.verb.class === 'inform' || form.verb.class === 'deliver') && ['de', 'uw', 'u'].includes(next)
    if (before !== 'ik' && next !== 'ik' && !told) return null
  }
  // `het daartoe strekkende besluit wordt`: a noun of the pack is a verb only beside its subject.
  if (form.kind === 'present' && !form.plural && lexicon.set.products.has(low)) {
    const next = tokens.low[i + 1] ?? ''
    const near = (x: string): boolean => lexicon.set.heads.has(x) || lexicon.set.first.has(x) || people.has(x) || lexicon.set.offices.has(x)
    if (!near(before) && !near(next) && !(next === 'het' && near(tokens.low[i + 2] ?? ''))) return null
  }
  // `het onderzoek start`, but `de start van`: a noun has a determiner or an adjective before it.
  if (
    form.kind === 'present' &&
    !form.plural &&
    /e$/.test(before) &&
    !people.has(before) &&
    !lexicon.forms.has(before) &&
    tokens.low[i + 1] === 'van'
  )
    return null
  return form.kind === 'past' ? 'past' : 'present'
}

/** The form is the stem itself, and the third person too: `test`, `besluit`, `start`. */
const nounLike = (forms: readonly VerbForm[], low: string): boolean =>
  forms.filter(f => f.kind === 'present' && !f.plural && f.verb.lemma !== low).length > 1

export interface Inner {
  readonly at: number
  readonly kind: FormKind
  readonly forms: readonly VerbForm[]
  /** `te` stands before it, or inside it. */
  readonly te: boolean
}

/** Participles and infinitives of a clause, the finite verb left out. */
export function innerVerbs(doc: Doc, from: number, to: number, finite: number, skip: (i: number) => boolean): Inner[] {
  const found: Inner[] = []
  for (let i = from; i < to; i++) {
    doc.work.steps++
    if (((doc.tokens.bits[i] as number) & bit.verb) === 0 || i === finite || skip(i)) continue
    const forms = doc.lexicon.forms.get(doc.tokens.low[i] as string)
    if (!forms) continue
    const before = doc.tokens.low[i - 1] ?? ''
    const te = before === 'te'
    if (!te && (before === 'het' || before === 'de') && !forms.some(f => f.kind === 'participle')) continue
    const participle = forms.filter(f => f.kind === 'participle')
    const infinitive = forms.filter(f => f.kind === 'infinitive' || (f.kind === 'present' && f.plural))
    if (infinitive.length > 0 && (te || participle.length === 0)) found.push({ at: i, kind: 'infinitive', forms: infinitive, te })
    else if (participle.length > 0) found.push({ at: i, kind: 'participle', forms: participle, te: false })
  }
  return found
}

export interface Meaning {
  readonly lemma: string
  readonly class: VerbClass
  readonly at: number
}

/** Picks the form whose particle stands in the clause, else one that needs none; then lets an idiom change its class. */
export function meaningOf(doc: Doc, at: number, forms: readonly VerbForm[], from: number, to: number): Meaning | null {
  const awaited = forms.find(f => f.awaits !== '' && particleIn(doc, f.awaits, at, from, to))
  const form = awaited ?? forms.find(f => f.awaits === '')
  if (!form) return null
  return { lemma: form.verb.lemma, class: idiom(doc, form.verb.lemma, from, to) ?? form.verb.class, at }
}

/** The particle ends the clause or stands before a preposition, `te`, or the end; elsewhere it is a preposition itself. */
function particleIn(doc: Doc, particle: string, at: number, from: number, to: number): boolean {
  const { tokens, lexicon } = doc
  // `toe te sturen`
  if (tokens.low[at - 1] === 'te') return tokens.low[at - 2] === particle
  for (let i = Math.max(from, at + 1); i < to; i++) {
    if (tokens.low[i] !== particle) continue
    const next = tokens.low[i + 1] ?? '.'
    if (
      i === to - 1 ||
      /^[.,;:?!)]$/.test(next) ||
      lexicon.set.prepositions.has(next) ||
      ['en', 'dat', 'die', 'om', 'of', 'te', 'waarin', 'waarmee', 'waarvan', 'waarbij'].includes(next)
    )
      return true
  }
  return false
}

/** A longer word may be the last part of a compound: `internetconsultatie`. */
const compound = (low: string, part: string): boolean => part.length >= 8 && low.length > part.length && low.endsWith(part)

function idiom(doc: Doc, lemma: string, from: number, to: number): VerbClass | null {
  for (const [words, verb, meaning] of doc.lexicon.data.idioms) {
    if (verb !== lemma) continue
    const parts = words.split(' ')
    for (let i = from; i < to; i++)
      if (parts.every((x, k) => doc.tokens.low[i + k] === x || compound(doc.tokens.low[i + k] ?? '', x))) return meaning
  }
  return null
}
