/**
 * Clauses without a parser: a sentence is cut at subordinators, at a finite verb after a comma, and at `en` before a finite verb,
 * a second `te`-infinitive or a second act of informing. What stands in brackets or quotes belongs to its clause but has no say.
 */

import { type Doc, maskName, maskTime, says } from '../doc.ts'
import * as bit from '../lexicon/bits.ts'
import { joining, opening } from '../lexicon.ts'
import type { Sentence } from '../tokens/sentences.ts'
import { mark, word } from '../tokens/tokenise.ts'
import { leading, leftOut, parenthesised, pointing, points, secondBracket } from './forms/borders.ts'
import { auxiliaryAt, type Finite, finiteAt, type Inner, innerVerbs, unknownFinite, verbalAt } from './verbs.ts'

/** Who a noun phrase is (`actors.ts`). */
export type Role = 'first' | 'sender' | 'office' | 'service' | 'pronoun' | 'addressee' | 'product' | 'other' | 'unknown'

export interface Actor {
  readonly role: Role
  readonly from: number
  readonly to: number
  /** As the text names it, without an article; null for a pronoun. */
  readonly name: string | null
}

export interface Clause {
  readonly from: number
  readonly to: number
  /** The word that makes it subordinate; null in a main clause. */
  readonly opener: string | null
  /** It goes on from the clause before, after `en`. */
  readonly joined: boolean
  readonly finite: number
  readonly kind: Finite | null
  readonly inner: readonly Inner[]
  readonly negated: boolean
  /** The subject that was asked for last, with what it was asked for. */
  asked: { readonly earlier: Actor | null; readonly finite: number; readonly subject: Actor } | null
}

const opens: Record<string, string> = { '(': ')', '[': ']', '“': '”', '«': '»', '‘': '’' }

const nowhere = (): boolean => false

/** Which tokens of a sentence stand in brackets or quotes. */
export function aside(doc: Doc, sentence: Sentence): (i: number) => boolean {
  const said = parenthesis(doc, sentence)
  if ((sentence.says & bit.bracket) === 0 && !said) return nowhere
  const hidden = new Uint8Array(sentence.to - sentence.from)
  if (said) hidden.fill(1, said.from - sentence.from, said.to - sentence.from)
  let close = ''
  let began = -1
  for (let i = sentence.from; i < sentence.to; i++) {
    if (((doc.tokens.bits[i] as number) & bit.bracket) === 0) continue
    const low = doc.tokens.low[i] as string
    if (close === '' && opens[low]) {
      close = opens[low] as string
      began = i
    } else if (close !== '' && low === close) {
      for (let k = began; k <= i; k++) hidden[k - sentence.from] = 1
      close = ''
    }
  }
  return i => hidden[i - sentence.from] === 1
}

/** `…, zo is afgesproken, …`, `…, zoals toegezegd, …`: said between commas, and no clause of its own. */
function parenthesis({ tokens }: Doc, { from, to }: Sentence): { from: number; to: number } | null {
  const { low } = tokens
  for (let i = from + 1; i < to; i++) {
    if (low[i - 1] !== ',' || !/^(?:zo|zoals|naar|te)$/.test(low[i] as string)) continue
    for (let k = i + 2; k < to && k <= i + 6; k++) if (low[k] === ',') return { from: i - 1, to: k + 1 }
  }
  return null
}

interface Cut {
  readonly at: number
  readonly opener: string | null
  readonly joined: boolean
}

/** Several stages ask for the clauses of a sentence, which keeps them. */
export function clausesOf(doc: Doc, sentence: Sentence): readonly Clause[] {
  if (sentence.clauses) return sentence.clauses as readonly Clause[]
  const hidden = aside(doc, sentence)
  const cuts: Cut[] = [{ at: sentence.from, opener: openerAt(doc, sentence.from, true), joined: false }]
  const { bits, kind } = doc.tokens
  // `Om dat voor te zijn reist de minister`: its main verb is no auxiliary.
  const purpose = doc.tokens.low[sentence.from] === 'om'
  for (let i = sentence.from + 1; i < sentence.to; i++) {
    doc.work.steps++
    // Behind a mark, or at a word that can begin a clause: elsewhere there is no border.
    // `… die daaruit voortkomen doe ik u verslag`: its verb stands right before who speaks.
    const aim = ((bits[i] as number) & bit.verb) !== 0 && (purpose || doc.tokens.low[i + 1] === 'ik' || doc.tokens.low[i + 1] === 'wij')
    if ((((bits[i] as number) & (bit.hinge | bit.auxiliary)) === 0 && kind[i - 1] !== mark && !aim) || hidden(i)) continue
    const cut = cutAt(doc, sentence, i, hidden, cuts.at(-1)?.at ?? sentence.from)
    if (cut) cuts.push(cut)
  }
  const clauses: Clause[] = []
  for (let k = 0; k < cuts.length; k++)
    clauses.push(clause(doc, cuts[k] as Cut, cuts[k + 1]?.at ?? sentence.to, hidden, (sentence.says & bit.negation) !== 0))
  sentence.clauses = clauses
  return clauses
}

/** `niet alleen`, `niet later dan` deny nothing. */
const only = new Set(['alleen', 'slechts', 'enkel', 'later', 'pas'])

function clause(doc: Doc, cut: Cut, to: number, hidden: (i: number) => boolean, denies: boolean): Clause {
  let finite = -1
  let kind: Finite | null = null
  for (let i = cut.at; i < to && finite < 0; i++) {
    if (((doc.tokens.bits[i] as number) & (bit.verb | bit.auxiliary)) === 0 || hidden(i)) continue
    kind = finiteAt(doc, i)
    // `en uw Kamer daarover informeren`: at the end of a shared clause a plural is an infinitive.
    if (
      kind === 'present' &&
      cut.joined &&
      plural(doc, i) &&
      (/^[.;,]$/.test(doc.tokens.low[i + 1] ?? '.') || clusters(doc, i) || beside.has(doc.tokens.low[cut.at + 1] ?? ''))
    )
      kind = null
    // `worden in oktober gedeeld en in november verwerkt`: at the end of a shared clause such a form is the participle.
    const last = cut.joined && i > cut.at + 2 && /^[.;,]$/.test(doc.tokens.low[i + 1] ?? '.')
    if (kind === 'present' && last && (verbalAt(doc, i)?.participles.length ?? 0) > 0) kind = null
    if (kind) finite = i
  }
  if (finite < 0 && cut.opener === null) {
    finite = unknownFinite(doc, cut.at, to, hidden)
    kind = finite < 0 ? null : 'present'
  }
  let negated = false
  for (let i = cut.at; denies && i < to; i++)
    if (((doc.tokens.bits[i] as number) & bit.negation) !== 0 && !hidden(i) && !only.has(doc.tokens.low[i + 1] ?? '')) negated = true
  return {
    from: cut.at,
    to,
    opener: cut.opener,
    joined: cut.joined,
    finite,
    kind,
    inner: innerVerbs(doc, cut.at, to, finite, kind, hidden),
    negated,
    asked: null,
  }
}

const beside = new Set(['daarbij', 'daarin', 'hierbij', 'tevens'])

/** `doen toekomen`, `laten weten`: two infinitives side by side. */
const clusters = (doc: Doc, i: number): boolean =>
  /^(?:doen|laten)$/.test(doc.tokens.low[i] ?? '') && (verbalAt(doc, i + 1)?.pluralOrInfinitive ?? false)

/** At a sentence's start `die` and `dat` point back; `als onderdeel van` is no condition. */
function openerAt(doc: Doc, i: number, first: boolean): string | null {
  const low = doc.tokens.low[i] ?? ''
  if (!says(doc, i, bit.subordinator)) return null
  if (first && (low === 'die' || low === 'dat' || low === 'wat')) return null
  if (low === 'als' && !clauseFollows(doc, i)) return null
  // `hoe dan ook` is an adverb.
  if ((low === 'hoe' || low === 'wat') && doc.tokens.low[i + 1] === 'dan' && doc.tokens.low[i + 2] === 'ook') return null
  return low
}

const clauseFollows = (doc: Doc, i: number): boolean =>
  ['de', 'het', 'er', 'dit', 'deze', 'ik', 'u', 'wij', 'een', 'dat'].includes(doc.tokens.low[i + 1] ?? '')

/** `since`: where the clause began that would be cut here. */
function cutAt(doc: Doc, sentence: Sentence, i: number, hidden: (i: number) => boolean, since: number): Cut | null {
  const { tokens } = doc
  // Inside one time or name (`2026 en verder`) there is no border.
  if (((doc.mask[i] as number) & (doc.mask[i - 1] as number) & (maskTime | maskName)) !== 0) return null
  const low = tokens.low[i] as string
  const before = tokens.low[i - 1] as string
  const apart = before === ',' || before === ';' || before === ':'
  // `1 april 2026 – de Douane stelt …`: a day, and what comes on it.
  if ((before === '–' || before === '-') && leading(doc, since, i - 1)) return { at: i, opener: openerAt(doc, i, true), joined: false }
  if (!apart && ((tokens.bits[i] as number) & (bit.hinge | bit.auxiliary)) === 0)
    return (tokens.low[since] === 'om' || tokens.low[since] === 'die') && resumesAfter(doc, since, i)
      ? { at: i, opener: null, joined: false }
      : null
  if (before === ';' || before === ':') return { at: i, opener: openerAt(doc, i, true), joined: false }
  if (before === ',' && !hidden(i - 1)) {
    const resumed = parenthesised(doc, since, i)
    if (resumed) return resumed
    const opener = openerAt(doc, i, false)
    if (opener) return { at: i, opener, joined: false }
    // `voorzien van een planning`: a participle that stands beside a noun.
    const beside = low === 'voorzien' && tokens.low[i + 1] === 'van'
    if (tokens.kind[i] === word && !beside && finiteAt(doc, i) && !awaited(doc, relative(doc, since) ? sentence.from : since, i))
      return { at: i, opener: null, joined: false }
    // `…, dan zal`: an adverb takes up what went before.
    if (says(doc, i, bit.adverb) && finiteAt(doc, i + 1)) return { at: i, opener: null, joined: false }
    if (low === 'om' || low === 'teneinde') return { at: i, opener: 'om', joined: false }
    // `neemt de eerste vier in oktober in gebruik, de overige in het voorjaar`: the verb is left out.
    if (leftOut(doc, i)) return { at: i, opener: null, joined: true }
    // `…, de derde wordt volgend jaar ingediend`
    if (apart && ((tokens.bits[i] as number) & bit.determiner) !== 0 && newClause(doc, since, i - 1, sentence.to))
      return { at: i, opener: null, joined: false }
  }
  if (resumes(doc, i) || resumesAfter(doc, since, i)) return { at: i, opener: null, joined: false }
  if (low === 'om' && purposeFollows(doc, i, sentence.to)) return { at: i, opener: 'om', joined: false }
  // `zal dat`, `kan dat`: a pronoun behind the finite verb.
  if (low === 'dat' && ((tokens.bits[i - 1] as number) & bit.auxiliary) !== 0 && before !== 'is' && before !== 'zijn') return null
  // `Hoe dat eruitziet`, `Om dat voor te zijn`, `sluit dat centrum aan`: no conjunction.
  if (
    low === 'dat' &&
    (after.has(before) ||
      pointing(doc, i) ||
      points(doc, i, sentence.to) ||
      (tokens.low[i - 2] === 'en' && says(doc, i - 1, bit.preposition)))
  )
    return null
  // `laat ik dat uw Kamer weten`
  if (low === 'dat' && before === 'ik' && /^(?:laat|meld)$/.test(tokens.low[i - 2] ?? '') && /^(?:uw|u|aan)$/.test(tokens.low[i + 1] ?? ''))
    return null
  if (opening.has(low) && before !== ',') return before === 'van' || before === 'en' ? null : { at: i, opener: low, joined: false }
  if (
    low === 'die' &&
    before !== ',' &&
    tokens.kind[i - 1] === word &&
    !says(doc, i - 1, bit.preposition) &&
    !persons.has(before) &&
    !after.has(before) &&
    !finiteAt(doc, i - 1) &&
    relativeFollows(doc, i, sentence.to)
  )
    return { at: i, opener: 'die', joined: false }
  if (joining.has(low) && (joins(doc, since, i, sentence, hidden) || newClause(doc, since, i, sentence.to)))
    return { at: i, opener: null, joined: true }
  return null
}

/** Behind these `dat` and `die` point to something, and open nothing. */
const after = new Set([
  'hoe',
  'wat',
  'om',
  'of',
  'omdat',
  'doordat',
  'zodat',
  'terwijl',
  'indien',
  'wanneer',
  'nadat',
  'voordat',
  'zodra',
  'als',
  'hoewel',
])

/** A clause that hangs in another: the verb of that one may still be waited for. */
const relative = (doc: Doc, since: number): boolean => /^(?:die|dat|waar[a-z]{2,5})$/.test(doc.tokens.low[since] ?? '')

/** `zal u de conclusies, zo nodig vertrouwelijk, doen toekomen`: after a verb that waits for one, a plural is an infinitive. */
function awaited(doc: Doc, since: number, i: number): boolean {
  if (!plural(doc, i)) return false
  for (let k = i - 1; k >= since; k--) {
    const kind = auxiliaryAt(doc, k)
    if (kind === 'future' || kind === 'start' || kind === 'let' || kind === 'possible' || kind === 'norm') return true
    const noun = ((doc.tokens.bits[k - 1] ?? 0) & bit.determiner) !== 0
    if (!noun && verbalAt(doc, k)?.infinitive) return false
  }
  return false
}

/** Verbs that show a clause of its own behind a comma. */
const coming = new Set(['volgt', 'volgen', 'ontvangt', 'verschijnt', 'komt', 'gaat', 'treedt'])

/** `…, en in die rapportage zal worden aangegeven`: a clause that begins with a phrase, where the one before has its verb already. */
function newClause(doc: Doc, since: number, i: number, end: number): boolean {
  const { low, bits } = doc.tokens
  const person = persons.has(low[i + 1] ?? '') && finiteAt(doc, i + 2) !== null
  if (!person && ((bits[i + 1] ?? 0) & (bit.preposition | bit.determiner)) === 0) return false
  let verb = person ? i + 2 : -1
  for (let k = i + 2; k < end && k <= i + 8 && verb < 0; k++) {
    // `en in dat overzicht zal ik`
    if (low[k] === 'dat' && k === i + 2 && ((bits[k - 1] as number) & bit.preposition) !== 0) continue
    const kind = auxiliaryAt(doc, k)
    const present = low[i] === 'en' && low[i - 1] === ',' && finiteAt(doc, k) === 'present' && !plural(doc, k)
    if (kind === 'future' || kind === 'passive' || present || (low[i] === ',' && coming.has(low[k] as string))) verb = k
    else if (/^[,;:.]$/.test(low[k] as string) || opening.has(low[k] as string) || (low[k] === 'die' && k > i + 2)) return false
  }
  if (verb < 0 || low[verb] === 'worden') return false
  // `…, maar ik zal`: nothing else can follow.
  if (person && low[i] !== 'of') return true
  for (let k = since; k < i; k++) if (finiteAt(doc, k)) return true
  return false
}

/** `… in de gaten te houden zal deze monitor …`: two verbs side by side, and a subject behind: the main clause goes on. */
function resumes(doc: Doc, i: number): boolean {
  const { tokens } = doc
  const verb = finiteAt(doc, i)
  if (verb !== 'future' && verb !== 'passive' && verb !== 'perfect') return false
  // `het streven is`: behind its article an infinitive is a noun.
  if (((tokens.bits[i - 2] ?? 0) & bit.determiner) !== 0) return false
  const verbal = verbalAt(doc, i - 1)
  const before = verbal !== undefined && (verbal.pluralOrInfinitive || verbal.participles.length > 0)
  return before && ['de', 'het', 'een', 'deze', 'dit', 'ik', 'wij', 'u', 'uw', 'er'].includes(tokens.low[i + 1] ?? '')
}

/**
 * `Vergunningen die niet voldoen worden herzien`, `Om dat voor te zijn reist de minister`: the verb of the main clause behind a clause
 * that has its own.
 */
function resumesAfter(doc: Doc, since: number, i: number): boolean {
  const { low } = doc.tokens
  const verb = finiteAt(doc, i)
  if (!verb || i - since < 3) return false
  if (low[since] === 'om')
    return low[i - 2] === 'te' && (((doc.tokens.bits[i + 1] ?? 0) & bit.determiner) !== 0 || persons.has(low[i + 1] ?? ''))
  // `van de afspraken die daaruit voortkomen doe ik u verslag`
  if (low[since] === 'die' && verb === 'present' && /^(?:ik|wij)$/.test(low[i + 1] ?? '') && !/^(?:en|of|te|,)$/.test(low[i - 1] as string))
    return true
  if (i + 3 > doc.tokens.count || /^[.,;]$/.test(low[i + 2] ?? '.')) return false
  if (low[since] !== 'die' || (verb !== 'passive' && verb !== 'future') || /^(?:en|of|te|,)$/.test(low[i - 1] as string)) return false
  // Verbs side by side are one cluster: `die kunnen worden herzien`.
  for (let k = since + 1; k < i - 1; k++) if (finiteAt(doc, k)) return finiteAt(doc, i - 1) === null && !clusterTo(doc, k, i)
  return false
}

/** Nothing but verbs from one token to another. */
function clusterTo(doc: Doc, from: number, to: number): boolean {
  for (let k = from; k < to; k++) if (((doc.tokens.bits[k] as number) & (bit.verb | bit.auxiliary)) === 0) return false
  return true
}

/** `om` opens a purpose clause where `te` follows before the next stop. */
function purposeFollows(doc: Doc, i: number, end: number): boolean {
  for (let k = i + 1; k < end && k <= i + 30; k++) {
    if (doc.tokens.low[k] === 'te') return true
    if (/^[;:.]$/.test(doc.tokens.low[k] ?? '')) return false
  }
  return false
}

/** A relative `die` has its verb later; the demonstrative `die` stands before a noun and has none of its own. */
function relativeFollows(doc: Doc, i: number, end: number): boolean {
  // `een brief die ik u … doe toekomen`: nothing else can follow.
  if (doc.tokens.low[i + 1] === 'ik' || doc.tokens.low[i + 1] === 'wij') return true
  for (let k = i + 1; k < end && k <= i + 25; k++) {
    if (finiteAt(doc, k)) return true
    if (/^[;:]$/.test(doc.tokens.low[k] ?? '')) return false
  }
  return false
}

/** The clause begins with `wij`, or `wij` stands behind its verb. */
function wePromise(doc: Doc, since: number, i: number): boolean {
  for (let k = since; k < i && k < since + 8; k++) if (doc.tokens.low[k] === 'wij' || doc.tokens.low[k] === 'we') return true
  return false
}

function joins(doc: Doc, since: number, i: number, sentence: Sentence, hidden: (i: number) => boolean): boolean {
  const { tokens } = doc
  let k = i + 1
  while (k < sentence.to && k <= i + 8 && (says(doc, k, bit.adverb) || timely(doc, k))) k++
  const verb = finiteAt(doc, k)
  // Plural forms after `en` are infinitives or nouns as often: `maken en uitvoeren`.
  if (verb && !(verb === 'present' && plural(doc, k)) && tokens.low[k] !== 'worden') return true
  // `Wij leggen … voor en organiseren …`: beside a plural subject a plural is finite.
  if (verb === 'present' && wePromise(doc, since, i)) return true
  if (k > i + 1 && timely(doc, i + 1)) return true
  // `en daarbij tevens ingaan op …`
  if ((verb || verbalAt(doc, k)?.infinitive) && k > i + 1 && beside.has(tokens.low[i + 1] as string)) return true
  return secondAct(doc, i, sentence.to, hidden) || secondBracket(doc, since, i, sentence.to)
}

const timely = (doc: Doc, k: number): boolean =>
  ((doc.mask[k] as number) & maskTime) !== 0 ||
  (['in', 'op'].includes(doc.tokens.low[k] ?? '') && ((doc.mask[k + 1] ?? 0) & maskTime) !== 0)
const persons = new Set(['ik', 'wij', 'we', 'u', 'hij', 'zij', 'ze'])
const plural = (doc: Doc, k: number): boolean => verbalAt(doc, k)?.plural ?? false

/** `… en uw Kamer daarover informeren`: the House, then a verb of telling. */
function secondAct(doc: Doc, i: number, end: number, hidden: (i: number) => boolean): boolean {
  const { tokens } = doc
  if (!['uw', 'de', 'u'].includes(tokens.low[i + 1] ?? '')) return false
  if (tokens.low[i + 1] !== 'u' && tokens.low[i + 2] !== 'kamer') return false
  for (let k = i + 2; k < end && k <= i + 25; k++) {
    if (hidden(k)) continue
    if (/^[;:.]$/.test(tokens.low[k] ?? '')) return false
    if (verbalAt(doc, k)?.tells) return true
  }
  return false
}
