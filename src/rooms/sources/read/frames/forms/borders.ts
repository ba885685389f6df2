/** Where a clause begins without a conjunction: behind a day and a dash, where a broken one goes on, at a second verb of telling. */
import { type Doc, maskTime } from '../../doc.ts'
import * as bit from '../../lexicon/bits.ts'
import { mark } from '../../tokens/tokenise.ts'
import { finiteAt } from '../verbs.ts'

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
