/** Questions and answers (Aanhangsel), proceedings (Handelingen), gazettes (Stb., Stcrt., Trb.), by their first word. */
import type { Doc } from '../../doc.ts'
import { number } from '../../tokens/tokenise.ts'
import { type Cited, comma, sessionAt } from './family.ts'

const gazettes = new Map([
  ['stb', 'stb'],
  ['staatsblad', 'stb'],
  ['stcrt', 'stcrt'],
  ['staatscourant', 'stcrt'],
  ['trb', 'trb'],
  ['tractatenblad', 'trb'],
])
const proceedingsWords = new Set(['handelingen', 'handelin'])
const plainYears = (session: string): string => session.replace('-', '')

/** `nr. 12`, `nr.12`, `nr 12`, `12`: the number and the token behind, or null. */
function numberAt(doc: Doc, i: number, longest: number): { n: string; to: number } | null {
  const { low, kind } = doc.tokens
  let k = comma(doc, i)
  if (low[k] === 'nr' || low[k] === 'nrs' || low[k] === 'no' || low[k] === 'nummer') k = low[k + 1] === '.' ? k + 2 : k + 1
  const n = low[k] ?? ''
  return kind[k] === number && n.length <= longest ? { n, to: k + 1 } : null
}

/** The word itself, or broken by a hyphen an extractor left: `Handelin-gen`. */
function proceedingsWord(doc: Doc, i: number): number {
  const { low } = doc.tokens
  if (low[i] === 'handelingen') return i + 1
  return low[i] === 'handelin' && low[i + 1] === '-' && low[i + 2] === 'gen' ? i + 3 : -1
}

interface Place {
  readonly chamber: 'I' | 'II' | null
  readonly session: string
  readonly to: number
}

/** `, vergaderjaar 2023–2024`, ` II 2023/24`. */
function placeAt(doc: Doc, i: number): Place | null {
  const { low } = doc.tokens
  let k = i
  let chamber: 'I' | 'II' | null = null
  const mark = low[comma(doc, k)] ?? ''
  if (mark === 'i' || mark === 'ii' || mark === 'll') {
    chamber = mark === 'i' ? 'I' : 'II'
    k = comma(doc, k) + 1
  }
  k = comma(doc, k)
  if (low[k] === 'vergaderjaar') k++
  const found = sessionAt(doc, k)
  return found ? { chamber, session: found.session, to: found.to } : null
}

const answers = (from: number, to: number, place: Place, n: string): Cited => ({
  from,
  to,
  family: 'answers',
  id: `ah-${place.chamber === 'I' ? 'ek' : 'tk'}-${plainYears(place.session)}-${n}`,
  rule: 'citation.answers',
  chamber: place.chamber ?? 'II',
  session: place.session,
})

/** `Aanhangsel (van de) Handelingen, vergaderjaar 2023–2024, nr. 594`. */
function appendix(doc: Doc, i: number): readonly Cited[] {
  const { low } = doc.tokens
  let k = i + 1
  if (low[k] === 'van') k++
  if (low[k] === 'de') k++
  if (low[k] === 'der') k++
  const after = proceedingsWord(doc, k)
  const place = placeAt(doc, after < 0 ? k : after)
  const found = place ? numberAt(doc, place.to, 5) : null
  if (!place || !found) return []
  const out = [answers(i, found.to, place, found.n)]
  // `nr. 219 en nr. 341`, `nrs. 340, 341 en 352`
  for (let n = 0, at = found.to; n < 12; n++) {
    const joins = low[at] === ',' || low[at] === 'en'
    const next = joins ? numberAt(doc, low[at] === ',' && low[at + 1] === 'en' ? at + 2 : at + 1, 5) : null
    if (!next || (low[at] === ',' && low[next.to] !== ',' && low[next.to] !== 'en')) break
    out.push(answers(next.to - 1, next.to, place, next.n))
    at = next.to
  }
  return out
}

/** `Handelingen II 2010/11, nr. 108, item 5`, and `Handelingen II 2023/24, Aanhangsel van de Handelingen, nr. 1045`. */
function proceedings(doc: Doc, i: number): readonly Cited[] {
  const { low } = doc.tokens
  const place = placeAt(doc, i + 1)
  if (!place) return []
  let k = comma(doc, place.to)
  const appended = low[k] === 'aanhangsel'
  if (appended) {
    k++
    for (const skip of ['van', 'de']) if (low[k] === skip) k++
    const after = proceedingsWord(doc, k)
    if (after > 0) k = after
  }
  const found = numberAt(doc, k, 5)
  if (!found) return []
  if (appended) return [answers(i, found.to, place, found.n)]
  const itemAt = comma(doc, found.to)
  const item = low[itemAt] === 'item' || low[itemAt] === 'p' ? numberAt(doc, low[itemAt + 1] === '.' ? itemAt + 2 : itemAt + 1, 4) : null
  return [
    {
      from: i,
      to: item?.to ?? found.to,
      family: 'proceedings',
      id: `h-${place.chamber === 'I' ? 'ek' : 'tk'}-${plainYears(place.session)}-${found.n}${item && low[itemAt] === 'item' ? `-${item.n}` : ''}`,
      rule: 'citation.proceedings',
      chamber: place.chamber,
      session: place.session,
    },
  ]
}

/** `Stcrt. 2020, nr. 68088`, `Stb. 2024, 123`. */
function gazette(doc: Doc, i: number, kind: string): readonly Cited[] {
  const { low } = doc.tokens
  let k = low[i + 1] === '.' ? i + 2 : i + 1
  k = comma(doc, k)
  if (!/^(?:1[89]|20)\d\d$/.test(low[k] ?? '')) return []
  const slash = low[k + 1] === '/' || low[k + 1] === '-' ? k + 2 : k + 1
  const found = numberAt(doc, slash, 6)
  return found ? [{ from: i, to: found.to, family: 'gazette', id: `${kind}-${low[k]}-${found.n}`, rule: 'citation.gazette' }] : []
}

/** Gazettes by their English names. */
const english: readonly (readonly [words: readonly string[], kind: string])[] = [
  [['bulletin', 'of', 'acts', 'and', 'decrees'], 'stb'],
  [['government', 'gazette'], 'stcrt'],
  [['treaty', 'series'], 'trb'],
]

export function gazettesAt(doc: Doc, i: number): readonly Cited[] {
  const low = doc.tokens.low[i] ?? ''
  if (low === 'aanhangsel') return appendix(doc, i)
  if (proceedingsWords.has(low)) return proceedings(doc, i)
  for (const [words, kind] of english)
    if (words[0] === low && words.every((x, k) => doc.tokens.low[i + k] === x)) {
      const [found] = gazette(doc, i + words.length - 1, kind)
      return found ? [{ ...found, from: i }] : []
    }
  const kind = gazettes.get(low)
  return kind ? gazette(doc, i, kind) : []
}
