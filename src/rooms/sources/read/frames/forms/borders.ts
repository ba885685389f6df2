/** Where a clause begins without a conjunction: behind a day and a dash, where a broken one goes on, at a second verb of telling. */
import { type Doc, maskTime, says } from '../../doc.ts'
import * as bit from '../../lexicon/bits.ts'
import { mark, word } from '../../tokens/tokenise.ts'
import { finiteAt, unknown } from '../verbs.ts'

/** Nothing but a time stands before. */
export function leading({ tokens, mask }: Doc, since: number, at: number): boolean {
  let timed = false
  for (let k = since; k < at; k++)
    if (((mask[k] as number) & maskTime) !== 0) timed = true
    else if (tokens.kind[k] !== mark) return false
  return timed
}

/** `zal, omdat dat niet volstaat, vanaf 1 juni …`, `en, nadat …, in mei …`: where the clause that was broken off goes on. */
export function parenthesised(doc: Doc, since: number, i: number): { at: number; opener: null; joined: boolean } | null {
  const { low } = doc.tokens
  if (since < 2 || low[since - 1] !== ',' || !broken.has(low[since] as string)) return null
  const kind = doc.lexicon.auxiliaries.get(low[since - 2] as string)
  const shared = low[since - 2] === 'en'
  if (!shared && kind !== 'future' && kind !== 'passive') return null
  return finiteAt(doc, i) ? null : { at: i, opener: null, joined: shared }
}

const broken = new Set(['omdat', 'nadat', 'zodra', 'indien', 'als', 'wanneer', 'mits', 'tenzij', 'aangezien', 'hoewel', 'zoals', 'doordat'])

/** Words for one or more of what was spoken of just before: `de eerste`, `het restant`. */
export const ofThese = new Set([
  ...['eerste', 'tweede', 'derde', 'vierde', 'vijfde', 'zesde', 'laatste', 'overige', 'resterende', 'andere', 'rest', 'restant'],
])

/** `de overige in het voorjaar`, `het restant eind van dat jaar`: one of several, and at once its time. */
export function leftOut(doc: Doc, i: number): boolean {
  const { low, bits } = doc.tokens
  if (((bits[i] as number) & bit.determiner) === 0 || !ofThese.has(low[i + 1] ?? '')) return false
  for (let k = i + 2; k <= i + 4; k++) if (((doc.mask[k] ?? 0) & maskTime) !== 0) return true
  return false
}

/** `zullen … vaststellen en dat programma … aan beide Kamers toesturen`: a second infinitive that tells, with an object of its own. */
export function secondBracket(doc: Doc, since: number, i: number, end: number): boolean {
  const { low, bits } = doc.tokens
  const infinitive = (k: number): boolean => (doc.lexicon.forms.get(low[k] ?? '') ?? []).some(f => f.kind === 'infinitive' || f.plural)
  if (((bits[i + 1] ?? 0) & bit.determiner) === 0 || !infinitive(i - 1)) return false
  let future = false
  for (let k = since; k < i && !future; k++) future = doc.lexicon.auxiliaries.get(low[k] as string) === 'future'
  if (!future) return false
  let at = i + 2
  while (at < end && !/^[.;:]$/.test(low[at] as string)) at++
  return (
    at - i < 30 &&
    infinitive(at - 1) &&
    (doc.lexicon.forms.get(low[at - 1] ?? '') ?? []).some(f => f.verb.class === 'inform' || f.verb.class === 'deliver')
  )
}

/** `Per 1 januari sluit dat centrum aan op …`: behind a verb that does something, and before a noun and no verb. */
export function pointing(doc: Doc, i: number): boolean {
  const { low } = doc.tokens
  if (finiteAt(doc, i - 1) !== 'present') return false
  const verb = (doc.lexicon.forms.get(low[i - 1] ?? '') ?? []).find(f => f.kind === 'present')
  return (
    verb !== undefined &&
    verb.verb.class === 'establish' &&
    doc.tokens.kind[i + 1] === word &&
    !doc.lexicon.set.determiners.has(low[i + 1] ?? '')
  )
}

/** `Aan dat verzoek voldoe ik`, `De Kamer krijgt dat besluit inclusief …`: behind a preposition, or with no verb behind it. */
export function points(doc: Doc, i: number, end: number): boolean {
  const { low, kind } = doc.tokens
  const before = low[i - 1] as string
  // `houdt in dat de drempel vervalt`: nothing points at an article.
  if (says(doc, i + 1, bit.determiner) || /^(?:ik|wij|we|u|hij|zij|ze)$/.test(low[i + 1] ?? '') || low[i + 1] === 'er') return false
  if (says(doc, i - 1, bit.preposition) && kind[i + 1] === word && !/^(?:zonder|buiten|behalve|tot|gezien|als|voor)$/.test(before))
    return true
  if (!says(doc, i - 1, bit.verb | bit.auxiliary)) return false
  for (let k = i + 1; k < end && low[k] !== ';'; k++)
    if (finiteAt(doc, k) || (unknown(doc, k) && (kind[k + 1] === mark || k > end - 3))) return false
  return true
}
