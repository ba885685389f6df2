/** What keeps a clause from being a promise. Each gate names itself, so that a near miss can be explained. */
import type { Doc } from '../doc.ts'
import * as bit from '../lexicon/bits.ts'
import type { Clause } from './clauses.ts'
import type { Meaning } from './verbs.ts'

/** With a future verb these infinitives make a norm, a possibility or a lasting effort of it. */
const softening = new Set(['moeten', 'kunnen', 'mogen', 'willen', 'hoeven', 'blijven', 'dienen', 'trachten', 'proberen'])

/** Whether one of these words stands in the tokens. */
export function anyWord(low: readonly string[], from: number, to: number, words: RegExp): boolean {
  for (let i = Math.max(0, from); i < to; i++) if (words.test(low[i] as string)) return true
  return false
}

export function softened(doc: Doc, clause: Clause): boolean {
  const { low } = doc.tokens
  for (let i = clause.from; i < clause.to; i++)
    // `zal uw Kamer blijven informeren`: that can be seen to come each time.
    if (
      i !== clause.finite &&
      softening.has(low[i] ?? '') &&
      !(low[i] === 'blijven' && addressed(doc, clause.from, clause.to) && low[i + 1] === 'informeren')
    )
      return true
  return false
}

/** A study or decision "whether" is a consideration: nothing is promised to come of it. */
export function whether(doc: Doc, at: number, end: number): boolean {
  const { low } = doc.tokens
  for (let i = at + 1; i < end && i <= at + 3; i++) if (low[i] === 'of' && low[i + 1] !== 'en') return true
  return false
}

/** The paper itself does it: `hieronder`, `met deze brief`, `bijgaand`. */
export function withinPaper(doc: Doc, from: number, to: number): boolean {
  for (let i = from; i < to; i++)
    // `(hierna: VRO)` gives a name.
    if (doc.lexicon.phrases.within.at(doc.tokens, i) > 0 && doc.tokens.low[i - 1] !== '(') return true
  return false
}

/** The clause speaks of the House or of `u` as the one who is told. */
export function addressed(doc: Doc, from: number, to: number): boolean {
  const { low } = doc.tokens
  for (let i = from; i < to; i++) {
    if (low[i] === 'u' || ((low[i] === 'tweede' || low[i] === 'eerste') && low[i + 1] === 'kamer')) return true
    if (low[i] === 'kamers' && (low[i - 1] === 'beide' || low[i - 1] === 'de')) return true
    if ((low[i] === 'staten' || low[i] === 'raden') && (low[i - 1] === 'uw' || low[i - 1] === 'de')) return true
    if (low[i] === 'kamer' && (low[i - 1] === 'uw' || low[i - 1] === 'de' || low[i - 1] === 'aan')) return true
  }
  return false
}

const anaphors = new Set(['daarin', 'hierin', 'daarbij', 'hierbij', 'waarin'])

/** A promise about what a product will hold: `In die reactie zal …`, `Daarin zal …`, `… opgenomen in de voortgangsbrief`. */
export function aboutProduct(doc: Doc, from: number, to: number, product: (low: string) => boolean): boolean {
  const { low } = doc.tokens
  for (let i = from; i < to; i++) {
    if (anaphors.has(low[i] ?? '') && i <= from + 4) return true
    if (low[i] !== 'in' && low[i] !== 'per' && low[i] !== 'via') continue
    for (let k = i + 1; k < to && k <= i + 6; k++) {
      if (product(low[k] ?? '')) return low[k - 1] !== 'deze'
      if (['van', 'op', 'voor', ','].includes(low[k] ?? '')) break
    }
  }
  return false
}

/** What goes on as the letter is written is no promise. */
export function now(doc: Doc, clause: Clause): boolean {
  const { low } = doc.tokens
  for (let i = clause.from; i < clause.to; i++)
    if (
      low[i] === 'momenteel' ||
      low[i] === 'thans' ||
      low[i] === 'nu' ||
      (low[i] === 'op' && low[i + 1] === 'dit' && low[i + 2] === 'moment')
    )
      return true
  return false
}

/** `bied ik u hierbij aan`: this paper does it. */
export function hereby(doc: Doc, clause: Clause): boolean {
  const { low } = doc.tokens
  for (let i = clause.from; i < clause.to; i++)
    if (low[i] === 'hierbij' || low[i] === 'hiermee' || low[i] === 'bijgaand' || low[i] === 'hereby') return true
  return false
}

/** `Zoals toegezegd`, `conform mijn toezegging`. */
export function asPromised(doc: Doc, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const said = ((doc.tokens.bits[i] as number) & bit.delivers) !== 0 ? doc.lexicon.delivers.match(doc.tokens, i)?.value : undefined
    if (said && said !== 'enclosed' && (said !== 'earlier' || /^(?:zoals|conform|as)$/.test(doc.tokens.low[i] as string))) return true
  }
  return false
}

const habits = new Set(['periodiek', 'jaarlijks', 'halfjaarlijks', 'maandelijks', 'wekelijks', 'tweejaarlijks'])
const each = new Set(['elk', 'ieder', 'elke', 'iedere'])

/** What returns by habit is no promise of its own: `tweemaal per jaar`, `jaarlijks`, `periodiek`. */
export function habit(doc: Doc, clause: Clause): boolean {
  const { low } = doc.tokens
  for (let i = clause.from; i < clause.to; i++)
    if (
      habits.has(low[i] as string) ||
      (low[i] === 'per' && /^(?:jaar|kwartaal|maand|week)$/.test(low[i + 1] ?? '')) ||
      (each.has(low[i] as string) && /^(?:jaar|kwartaal|maand|week|halfjaar)$/.test(low[i + 1] ?? ''))
    )
      return true
  return false
}

/** Ends of nouns for what a parliament, voters or states do together. */
const affairs = [
  'debat',
  'verkiezing',
  'verkiezingen',
  'onderhandeling',
  'onderhandelingen',
  'triloog',
  'trilogen',
  'hoorzitting',
  'zitting',
  'herdenking',
]
const events = new Set(['top', 'raad', 'olympische', 'wk', 'verkiezing', 'eurotop'])

/** The clause tells of a debate, an election, a negotiation: its subject is no act of the sender. */
export function ofOthers(doc: Doc, clause: Clause): boolean {
  const { low, bits } = doc.tokens
  const head = (from: number, to: number): boolean => {
    for (let i = from; i < to; i++) {
      const word = low[i] as string
      if (((bits[i] as number) & bit.preposition) !== 0) return false
      if (events.has(word) || affairs.some(end => word.endsWith(end))) return true
    }
    return false
  }
  const before = clause.finite > clause.from && ((bits[clause.from] as number) & bit.preposition) === 0
  return before ? head(clause.from, clause.finite) : head(clause.finite + 1, Math.min(clause.to, clause.finite + 4))
}

/** `volgens de NAVO`: others say so. */
export function saidByOthers(doc: Doc, clause: Clause): boolean {
  const { low } = doc.tokens
  const { set } = doc.lexicon
  for (let i = clause.from; i < clause.to; i++) {
    if (low[i] !== 'volgens' && low[i] !== 'aldus') continue
    // `volgens de leverancier`: whoever that is; not `volgens de planning`.
    const who = low[i + 2] ?? ''
    if (
      /^(?:de|het|een)$/.test(low[i + 1] ?? '') &&
      /(?:er|ist|ant|ent|bureau|bedrijf|eur|or)$/.test(who) &&
      !set.heads.has(who) &&
      !set.offices.has(who)
    )
      return true
    for (let k = i + 1; k <= i + 3 && k < clause.to; k++)
      if (
        set.others.has(low[k] as string) ||
        (doc.home === 'other' && (set.heads.has(low[k] as string) || set.offices.has(low[k] as string)))
      )
        return true
  }
  return false
}

const occasion = /^(?:uitvoering|aanleiding|reactie|antwoord|verzoek|opvolging)$/

/** `ter uitvoering van de toezegging`, `naar aanleiding van`: what this paper is sent for. */
export function onOccasion(doc: Doc, clause: Clause): boolean {
  const { low } = doc.tokens
  for (let i = clause.from + 1; i + 1 < clause.to; i++)
    if (occasion.test(low[i] as string) && /^(?:ter|naar|in|op)$/.test(low[i - 1] as string) && /^(?:van|op)$/.test(low[i + 1] as string))
      return true
  return false
}

/** `Wij vragen u … in te dienen`, `verzoek ik u om …`: asked of another. */
export function asks(clause: Clause, verb: Meaning): boolean {
  return clause.kind === 'present' && (verb.lemma === 'vragen' || verb.lemma === 'verzoeken')
}
