/** Bodies that a letter itself makes known: their short forms, and `het instituut` for the one named before. */
import type { Doc } from '../doc.ts'
import * as bit from '../lexicon/bits.ts'
import { capital } from '../tokens/tokenise.ts'

/** Short forms of bodies that act for the sender, one set for each reading; it is forgotten with it. */
const known = new WeakMap<Doc, Set<string>>()

const links = new Set(['en', 'van', 'voor', 'der', 'de', 'het', '-', 'in', 'op'])
const lead = new Set(['hierna', 'verder', 'te', 'noemen', 'ook', ':', 'de', 'het', '“', '‘', '«'])

/** `Taskforce Grondstoffen (TFG)`, `de Inspectie, verder te noemen de IBX`: short forms whose full name is `own`. */
export function ownShorts(doc: Doc, own: (from: number, to: number) => boolean): ReadonlySet<string> {
  const before = known.get(doc)
  if (before) return before
  const found = new Set<string>()
  // Set first: asking whether a name is own may ask for the short forms again.
  known.set(doc, found)
  const { bits, low, count } = doc.tokens
  for (let i = 2; i < count; i++) {
    const named = low[i] === 'noemen' && low[i - 1] === 'te'
    if (!named && (((bits[i] as number) & bit.bracket) === 0 || low[i] !== '(')) continue
    let k = i + 1
    while (k < count && k < i + 7 && lead.has(low[k] as string)) k++
    if (!capital(doc.tokens, k) || !(named || low[k + 1] === ')')) continue
    let to = i
    if (named) to = low[i - 2] === 'verder' || low[i - 2] === 'hierna' ? i - 2 : i - 1
    if (low[to - 1] === ',') to--
    const from = nameStart(doc, to)
    if (from < to && own(from, to)) found.add(low[k] as string)
  }
  return found
}

/** A name is read back over capitals and what links them, with its article. */
function nameStart(doc: Doc, to: number): number {
  let from = to
  for (let k = to - 1; k >= 0 && k >= to - 12; k--) {
    if (capital(doc.tokens, k)) from = k
    else if (!links.has(doc.tokens.low[k] as string)) break
  }
  return from
}

const bodies = new Set(['instituut', 'bureau', 'dienst', 'centrum', 'autoriteit', 'organisatie'])

/** `het instituut`, `dat centrum`: a body without its name. */
export const unnamed = (doc: Doc, from: number): boolean =>
  /^(?:de|het|dat|die|dit|deze)$/.test(doc.tokens.low[from] ?? '') &&
  bodies.has(doc.tokens.low[from + 1] ?? '') &&
  !capital(doc.tokens, from + 1) &&
  !capital(doc.tokens, from + 2) &&
  doc.tokens.low[from + 2] !== 'van' &&
  doc.tokens.low[from + 2] !== 'voor'

/** More than one is meant where the verb beside it is a plural. */
export const plural = (doc: Doc, at: number): boolean =>
  doc.tokens.low[at] === 'zij' && /^(?:zullen|hebben|worden|zijn|kunnen|gaan|komen|willen|moeten)$/.test(doc.tokens.low[at + 1] ?? '')
