/** What a token can be as a verb, and which verb a clause turns on once particles and idioms are counted. */
import { type Doc, says } from '../doc.ts'
import * as bit from '../lexicon/bits.ts'
import type { FormKind, Verbal, VerbForm } from '../lexicon/conjugate.ts'
import type { VerbClass } from '../lexicon/data.ts'
import type { Auxiliary, Idiom } from '../lexicon.ts'
import { capital, mark, word } from '../tokens/tokenise.ts'

export type Finite = Auxiliary | 'present' | 'past'

/** What token `i` can be as a verb: its bit says whether there is anything to look up. */
export const verbalAt = (doc: Doc, i: number): Verbal | undefined =>
  ((doc.tokens.bits[i] ?? 0) & bit.verb) === 0 ? undefined : doc.lexicon.words.verbal(doc.tokens.id[i] as number)
export const auxiliaryAt = (doc: Doc, i: number): Auxiliary | undefined =>
  ((doc.tokens.bits[i] ?? 0) & bit.auxiliary) === 0 ? undefined : doc.lexicon.auxiliaries.get(doc.tokens.low[i] as string)
const noForms: readonly VerbForm[] = []
export const presentsAt = (doc: Doc, i: number): readonly VerbForm[] => verbalAt(doc, i)?.presents ?? noForms

const nounsToo = new Set([
  'vragen',
  'plannen',
  'werken',
  'eisen',
  'kosten',
  'dagen',
  'scholen',
  'zaken',
  'stukken',
  'delen',
  'lasten',
  'maten',
])
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
  // `of ik bereid ben`
  if (low === 'bereid' && /^(?:ben|bent|is|zijn)$/.test(tokens.low[i + 1] ?? '')) return null
  const kind = auxiliaryAt(doc, i)
  if (kind) {
    if (low === 'zijn' && (says(doc, i - 1, bit.preposition) || before === 'en')) return null
    if (low === 'was' && before === 'de') return null
    return kind
  }
  const verbal = verbalAt(doc, i)
  const form = verbal?.finite
  if (!verbal || !form) return null
  // `De resterende vragen`: behind an adjective and its article a noun.
  if (nounsToo.has(low) && before.endsWith('e') && ((tokens.bits[i - 2] ?? 0) & bit.determiner) !== 0) return null
  const { forms } = verbal
  if (!verbal.finiteAlone && !whole(doc, i, forms)) return null
  // `die test`, `dit besluit`: a stem that ends in t is a noun behind any of these.
  const pointed = before === 'die' || before === 'dat' || before === 'deze' || before === 'dit'
  if (pointed && form.kind === 'present' && !form.plural && low.endsWith('t') && !low.endsWith('dt') && nounLike(forms, low)) return null
  if (!pointed && ((tokens.bits[i - 1] ?? 0) & bit.determiner) !== 0) return null
  if (form.kind === 'present' && !form.plural && form.verb.lemma !== low && !low.endsWith('t')) {
    const next = tokens.low[i + 1] ?? ''
    const told = forms.some(f => f.verb.class === 'inform' || f.verb.class === 'deliver') && ['de', 'uw', 'u'].includes(next)
    if (before !== 'ik' && next !== 'ik' && !told && !goesOn(doc, i, forms)) return null
  }
  // `het daartoe strekkende besluit wordt`: a noun of the pack is a verb only beside its subject.
  if (form.kind === 'present' && !form.plural && lexicon.set.products.has(low)) {
    const next = tokens.low[i + 1] ?? ''
    const near = (x: string): boolean => lexicon.set.heads.has(x) || lexicon.set.first.has(x) || people.has(x) || lexicon.set.offices.has(x)
    if (!near(before) && !near(next) && !((next === 'het' || next === 'de') && near(tokens.low[i + 2] ?? ''))) return null
  }
  // `het onderzoek start`, but `de start van`: a noun has a determiner or an adjective before it.
  if (
    form.kind === 'present' &&
    !form.plural &&
    before.endsWith('e') &&
    !people.has(before) &&
    !says(doc, i - 1, bit.verb) &&
    tokens.low[i + 1] === 'van' &&
    nounLike(forms, low)
  )
    return null
  return form.kind === 'past' ? 'past' : 'present'
}

const objects = new Set([
  'daar',
  'de',
  'het',
  'een',
  'deze',
  'dit',
  'dat',
  'mijn',
  'hen',
  'haar',
  'hem',
  'daarover',
  'daarvan',
  'vervolgens',
])

/** `Ik bezoek in mei Oslo en onderteken daar een verdrag`: a stem behind `en`, with `ik` before it in the sentence. */
function goesOn(doc: Doc, i: number, forms: readonly VerbForm[]): boolean {
  const { low } = doc.tokens
  if (
    low[i - 1] !== 'en' ||
    !objects.has(low[i + 1] ?? '') ||
    nounLike(forms, low[i] as string) ||
    doc.lexicon.set.products.has(low[i] as string)
  )
    return false
  for (let k = i - 2; k >= 0 && k > i - 40 && low[k] !== '.'; k--) if (low[k] === 'ik') return true
  return false
}

/** `scholen`, `dagen` and `plannen` are verbs only where their particle follows (`scholen … bij`); alone they are nouns. */
function whole(doc: Doc, i: number, forms: readonly VerbForm[]): boolean {
  const { low, count } = doc.tokens
  // `teken ik`: a stem the lexicon has only with particles, beside its subject.
  if (low[i + 1] === 'ik' || low[i - 1] === 'ik') return true
  for (let k = i + 1; k < count && k <= i + 60; k++) {
    const next = low[k] as string
    if (next === '.' || next === ';' || next === ':' || next === '?') return false
    for (const f of forms) if (f.awaits === next && (f.kind === 'present' || f.kind === 'past')) return true
  }
  return false
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
export function innerVerbs(doc: Doc, from: number, to: number, finite: number, kind: Finite | null, skip: (i: number) => boolean): Inner[] {
  const found: Inner[] = []
  for (let i = from; i < to; i++) {
    doc.work.steps++
    if (((doc.tokens.bits[i] as number) & bit.verb) === 0 || i === finite || skip(i)) continue
    const verbal = verbalAt(doc, i)
    if (!verbal || !(verbal.alone || attached(doc, i, verbal.forms, from, to))) continue
    const { participles, infinitives } = verbal
    const before = doc.tokens.low[i - 1] ?? ''
    const te = before === 'te'
    const noun =
      before === 'het' ||
      before === 'de' ||
      (nounsToo.has(doc.tokens.low[i] as string) && ((doc.tokens.bits[i - 1] ?? 0) & bit.determiner) !== 0)
    if (!te && noun && participles.length === 0) continue
    // `zal ik bezien`: the same form twice, and the auxiliary says which.
    const asked =
      (kind === 'future' || kind === 'start') && !/^(?:worden|zijn|hebben)$/.test(doc.tokens.low[i + 1] ?? '') && before !== 'worden'
    if (infinitives.length > 0 && (te || participles.length === 0 || asked))
      found.push({ at: i, kind: 'infinitive', forms: infinitives, te })
    else if (participles.length > 0) found.push({ at: i, kind: 'participle', forms: participles, te: false })
  }
  if (finite < 0 || (kind !== 'future' && kind !== 'passive' && kind !== 'start')) return found
  return withUnknown(doc, found, finite, to, kind, skip)
}

/** A form that waits for its particle is a verb where the particle stands: `toe te sturen`, `zet … in`. */
function attached(doc: Doc, i: number, forms: readonly VerbForm[], from: number, to: number): boolean {
  for (const f of forms) if (particleIn(doc, f.awaits, i, from, to)) return true
  return false
}

/** What follows a right bracket: the end, a stop, a preposition or a new clause; a noun phrase has gone before it. */
function closes(doc: Doc, i: number, to: number): boolean {
  if (i + 1 >= to) return true
  const { tokens } = doc
  if (tokens.kind[i + 1] === mark) return true
  const next = tokens.low[i + 1] as string
  return ((tokens.bits[i + 1] as number) & (bit.preposition | bit.hinge | bit.subordinator)) !== 0 || next === 'worden' || next === 'te'
}

/** A verb that the lexicon does not know, told by its form and its place: the right bracket of a clause that must have one. */
function withUnknown(doc: Doc, found: Inner[], finite: number, to: number, kind: Finite, skip: (i: number) => boolean): Inner[] {
  const { bits, low, kind: sort } = doc.tokens
  let passive = kind === 'passive'
  for (let i = finite + 1; i < to; i++) if (low[i] === 'worden') passive = true
  const wanted = passive ? 'participle' : 'infinitive'
  if (found.some(v => v.at > finite && v.kind === wanted && !v.te && low[v.at] !== 'worden')) return found
  const shape = passive ? bit.maybeParticiple : bit.maybeInfinitive
  for (let i = to - 1; i > finite; i--) {
    const base = !passive && ((bits[i] as number) & bit.verb) !== 0 && isInfinitive(doc, i)
    if (sort[i] !== word || (((bits[i] as number) & shape) === 0 && !base) || skip(i) || capital(doc.tokens, i)) continue
    if (!closes(doc, i, to) && low[i - 1] !== 'worden') continue
    const before = bits[i - 1] as number
    if (i - 1 > finite && (before & (bit.determiner | bit.preposition)) !== 0 && low[i - 1] !== 'aan') continue
    found.push({ at: i, kind: wanted, forms: [], te: low[i - 1] === 'te' })
    break
  }
  return found.sort((a, b) => a.at - b.at)
}

/** `halen`, `trekken`: bases the lexicon has with particles only. */
const isInfinitive = (doc: Doc, i: number): boolean => (verbalAt(doc, i)?.infinitives.length ?? 0) > 0

/** A main clause has its verb second: an unknown word in the form of one, side by side with the sender, is that verb. */
export function unknownFinite(doc: Doc, from: number, to: number, skip: (i: number) => boolean): number {
  const { tokens } = doc
  for (let i = from; i < to && i < from + 24; i++) {
    if (((tokens.bits[i] as number) & (bit.maybeThird | bit.maybeInfinitive)) === 0 || skip(i) || capital(tokens, i)) continue
    const before = tokens.low[i - 1] ?? ''
    const next = tokens.low[i + 1] ?? ''
    const third = ((tokens.bits[i] as number) & bit.maybeThird) !== 0
    const plural = ((tokens.bits[i] as number) & bit.maybeInfinitive) !== 0
    if (plural && (next === 'wij' || next === 'we' || before === 'wij' || before === 'we')) return i
    if (i > from && senderEnds(doc, i - 1, from) && third) return i
    if (third && senderBegins(doc, i + 1) && (i > from || before === ',')) return i
  }
  return -1
}

const senderWord = (doc: Doc, i: number): boolean => {
  const low = doc.tokens.low[i] ?? ''
  const { set } = doc.lexicon
  return set.offices.has(low) || set.heads.has(low) || (set.services.has(low) && capital(doc.tokens, i))
}

const senderBegins = (doc: Doc, i: number): boolean =>
  senderWord(doc, i) || (((doc.tokens.bits[i] ?? 0) & bit.determiner) !== 0 && (senderWord(doc, i + 1) || senderWord(doc, i + 2)))

/** The words before are a name that begins with an office or a department: `De minister van Justitie en Veiligheid | herijkt`. */
function senderEnds(doc: Doc, i: number, from: number): boolean {
  const { tokens } = doc
  for (let k = i; k >= from && k > i - 10; k--) {
    if (senderWord(doc, k)) return true
    if (!capital(tokens, k) && !/^(?:van|voor|en|,|-|de|het)$/.test(tokens.low[k] ?? '')) return false
  }
  return false
}

export interface Meaning {
  readonly lemma: string
  readonly class: VerbClass
  readonly at: number
}

/** The lexicon has not got the word, and its form is one of a verb. */
export const unknown = (doc: Doc, i: number): boolean =>
  ((doc.tokens.bits[i] as number) & (bit.maybeInfinitive | bit.maybeParticiple | bit.maybeThird)) !== 0

/** Picks the form whose particle stands in the clause, else one that needs none; then lets an idiom change its class. */
export function meaningOf(doc: Doc, at: number, forms: readonly VerbForm[], from: number, to: number): Meaning | null {
  // An unknown verb does something until a gate says otherwise.
  if (forms.length === 0 && at >= 0 && unknown(doc, at)) return { lemma: doc.tokens.low[at] as string, class: 'establish', at }
  const caused = causes(doc, at, from, to)
  if (caused) return caused
  let form: VerbForm | undefined
  for (const f of forms) {
    if (f.awaits === '') form ??= f
    else if (particleIn(doc, f.awaits, at, from, to)) {
      form = f
      break
    }
  }
  if (!form) return null
  return { lemma: form.verb.lemma, class: idiom(doc, form.verb.lemma, from, to) ?? form.verb.class, at }
}

/** `doe ik u toekomen`: to have it come is to send it. */
function causes(doc: Doc, at: number, from: number, to: number): Meaning | null {
  if (!/^(?:doe|doet|doen)$/.test(doc.tokens.low[at] ?? '')) return null
  for (let i = from; i < to; i++) if (doc.tokens.low[i] === 'toekomen') return { lemma: 'toekomen', class: 'deliver', at: i }
  return null
}

const neverPrepositions = new Set(['toe', 'mee', 'terug', 'af', 'vast', 'plaats', 'bekend', 'samen', 'vrij', 'uiteen'])

/** The particle ends the clause or stands before a preposition, `te`, or the end; elsewhere it is a preposition itself. */
function particleIn(doc: Doc, particle: string, at: number, from: number, to: number): boolean {
  const { tokens } = doc
  // `toe te sturen`
  if (tokens.low[at - 1] === 'te') return tokens.low[at - 2] === particle
  const sure = neverPrepositions.has(particle)
  for (let i = Math.max(from, at + 1); i < to; i++) {
    if (tokens.low[i] !== particle) continue
    const next = tokens.low[i + 1] ?? '.'
    // `vragen u … aan te wijzen`: it belongs to the verb behind `te`.
    if (next === 'te' && doc.lexicon.forms.has(particle + (tokens.low[i + 2] ?? ''))) continue
    if (
      (sure && next !== 'aan' && tokens.low[i - 1] !== 'te') ||
      i === to - 1 ||
      /^[.,;:?!)]$/.test(next) ||
      says(doc, i + 1, bit.preposition) ||
      ['en', 'dat', 'die', 'om', 'of', 'te', 'waarin', 'waarmee', 'waarvan', 'waarbij'].includes(next)
    )
      return true
  }
  return false
}

/** A longer word may be the last part of a compound: `internetconsultatie`. */
const isPart = (low: string | undefined, part: string): boolean =>
  low === part || (part.length >= 8 && low !== undefined && low.length > part.length && low.endsWith(part))

function idiom(doc: Doc, lemma: string, from: number, to: number): VerbClass | null {
  const { low } = doc.tokens
  for (const { words, meaning } of doc.lexicon.idioms.get(lemma) ?? noIdioms) {
    const first = words[0] as string
    const short = first.length < 8
    for (let i = from; i < to; i++) {
      if (short ? low[i] !== first : !isPart(low[i], first)) continue
      let k = 1
      while (k < words.length && isPart(low[i + k], words[k] as string)) k++
      if (k === words.length) return meaning
    }
  }
  return null
}
const noIdioms: readonly Idiom[] = []
