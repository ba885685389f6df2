/**
 * Papers of the Dutch parliament: the core is a dossier with a paper number (`30 821, nr. 231`); what stands before it
 * (Kamerstukken, chamber, session year, bijlage) is read backwards. Notation: Leidraad voor juridische auteurs, 2019.
 */
import type { Doc } from '../../doc.ts'
import { table } from '../../lexicon/table.ts'
import { glued, number } from '../../tokens/tokenise.ts'
import { type Cited, comma, fund, roman, sessionAt } from './family.ts'

const heads = new Set(['kamerstuk', 'kamerstukken', 'kst', 'dossier', 'kamerdossier', 'papers'])
const chambers: Record<string, 'I' | 'II'> = table({ i: 'I', ii: 'II', ll: 'II', tk: 'II', ek: 'I' })
const numberWords = new Set(['nr', 'nrs', 'nummer', 'nummers', 'no', 'nos'])
/** Between the numbers of one dossier: `; zie ook nr. 319`, `respectievelijk nr. 528`. */
const linking = new Set(['zie', 'ook', 'respectievelijk', 'resp', 'alsmede', 'evenals', 'see', 'also'])

interface Dossier {
  readonly digits: string
  readonly suffix: string
  readonly to: number
  /** Written as `30 821` or `30.821`: a form that says itself what it is. */
  readonly spaced: boolean
}

/** `30 821`, `30821`, `30.821`, with `VI`, `-VI`, `hoofdstuk VI` or `-02` behind. */
function dossierAt(doc: Doc, i: number): Dossier | null {
  const { tokens } = doc
  if (tokens.kind[i] !== number || (i > 0 && glued(tokens, i) && tokens.kind[i - 1] === number)) return null
  const first = tokens.low[i] as string
  let digits = ''
  let to = i + 1
  const second = (k: number): boolean => tokens.kind[k] === number && tokens.low[k]?.length === 3
  if (first.length === 5 && first[0] !== '0') digits = first
  else if (first.length === 2 && first[0] !== '0' && second(i + 1) && !glued(tokens, i + 1) && near(doc, i + 1)) {
    digits = first + tokens.low[i + 1]
    to = i + 2
  } else if (first.length === 2 && tokens.low[i + 1] === '.' && glued(tokens, i + 1) && second(i + 2) && glued(tokens, i + 2)) {
    digits = first + tokens.low[i + 2]
    to = i + 3
  }
  if (digits === '') return null
  return { digits, ...suffixAt(doc, to), spaced: to > i + 1 }
}

/** Exactly one space between the two halves of a number. */
const near = (doc: Doc, k: number): boolean => (doc.tokens.start[k] as number) - (doc.tokens.end[k - 1] as number) <= 1

function suffixAt(doc: Doc, i: number): { suffix: string; to: number } {
  const { low } = doc.tokens
  const raw = (k: number): string => doc.tokens.text.slice(doc.tokens.start[k], doc.tokens.end[k])
  if (low[i] === '-' && glued(doc.tokens, i) && glued(doc.tokens, i + 1)) {
    // `21 501-02, nr. 2732` has a part; `36 471-64` is paper 64.
    if (/^\d{2}$/.test(low[i + 1] ?? '') && (numbersFollow(doc, i + 2) || low[i + 2] === '-'))
      return { suffix: `-${low[i + 1]}`, to: i + 2 }
    if (roman.test(low[i + 1] ?? '') && raw(i + 1) === raw(i + 1).toUpperCase()) return { suffix: `-${low[i + 1]}`, to: i + 2 }
  }
  // `36 605 (R2174)`: a bill of the Kingdom has a second number.
  if (low[i] === '(' && low[i + 1] === 'r' && /^\d{3,4}$/.test(low[i + 2] ?? '') && low[i + 3] === ')')
    return { suffix: `-r${low[i + 2]}`, to: i + 4 }
  let k = comma(doc, i)
  if (low[k] === 'hoofdstuk' || low[k] === 'h') k++
  // `36 410 J, nr. 9`: a fund of the budget is one letter, and a number follows in words.
  if (k === i && fund.test(low[k] ?? '') && raw(k) === raw(k).toUpperCase() && numberWords.has(low[comma(doc, k + 1)] ?? ''))
    return { suffix: `-${low[k]}`, to: k + 1 }
  // Chapters of the budget are Roman numerals; a lone capital A-C is one too (funds).
  if (roman.test(low[k] ?? '') && raw(k) === raw(k).toUpperCase() && (k === i || low[k - 1] === 'hoofdstuk' || numbersFollow(doc, k + 1)))
    return { suffix: `-${low[k]}`, to: k + 1 }
  return { suffix: '', to: i }
}

function numbersFollow(doc: Doc, i: number): boolean {
  const k = comma(doc, i)
  return numberWords.has(doc.tokens.low[k] ?? '') || /^[a-z]{1,2}$/.test(doc.tokens.low[k] ?? '')
}

/** One number of a list, `to` behind it; letter numbers are papers of the Senate. */
interface Paper {
  readonly from: number
  readonly to: number
  readonly id: string
}

function papersAt(doc: Doc, dossier: Dossier, prefixed: boolean): Paper[] {
  const { tokens } = doc
  const { low } = tokens
  let i = comma(doc, dossier.to)
  const named = numberWords.has(low[i] ?? '')
  if (named) i = low[i + 1] === '.' ? i + 2 : i + 1
  const joined = !named && low[dossier.to] === '-' && glued(tokens, dossier.to) && tokens.kind[dossier.to + 1] === number
  const bracketed = low[dossier.to - 2] === '('
  if (joined && (prefixed || dossier.spaced || dossier.suffix || bracketed))
    return [{ from: i, to: dossier.to + 2, id: low[dossier.to + 1] as string }]
  const first = paperNumber(doc, i, named, prefixed)
  if (!first) return []
  const papers: Paper[] = [first]
  for (let k = 0; k < 12; k++) {
    const next = further(doc, (papers.at(-1) as Paper).to)
    if (!next) break
    papers.push(...next)
  }
  return papers
}

function paperNumber(doc: Doc, i: number, named: boolean, prefixed: boolean): Paper | null {
  const { tokens } = doc
  const text = tokens.low[i] ?? ''
  if (named && tokens.kind[i] === number && text.length <= 4 && text[0] !== '0') return { from: i, to: i + 1, id: text }
  const raw = tokens.text.slice(tokens.start[i], tokens.end[i])
  if ((named || prefixed) && /^[A-Z]{1,2}$/.test(raw) && raw !== 'II' && !(tokens.low[i + 1] === '.' && tokens.low[i + 2]?.length === 1))
    return { from: i, to: i + 1, id: text }
  return null
}

/** `, nr. 684`, `en 250`, `en nr. 251`, `t/m 252`, but never the dossier that follows after `en`. */
function further(doc: Doc, at: number): Paper[] | null {
  const { tokens } = doc
  const { low } = tokens
  const last = Number(low[at - 1])
  let i = at
  const range = low[i] === 't' && low[i + 1] === '/' && low[i + 2] === 'm'
  const until = low[i] === 'tot' && low[i + 1] === 'en' && low[i + 2] === 'met'
  if (range || until) i += 3
  else if (low[i] === ',' || low[i] === 'en' || low[i] === 'and') {
    i++
    if (low[i] === 'en' || low[i] === 'and') i++
  } else if (low[i] === ';' && linking.has(low[i + 1] ?? '')) i++
  else return null
  for (let n = 0; n < 3 && linking.has(low[i] ?? ''); n++) i++
  if (low[at] === ';' && !numberWords.has(low[i] ?? '')) return null
  let named = false
  if (numberWords.has(low[i] ?? '')) {
    named = true
    i = low[i + 1] === '.' ? i + 2 : i + 1
  }
  const text = low[i] ?? ''
  if (tokens.kind[i] !== number || text.length > 4 || text[0] === '0') return null
  if (!named && (dossierAt(doc, i) !== null || (low[at] === ',' && !listGoesOn(doc, i)))) return null
  const to = Number(text)
  if (!range && !until) return [{ from: i, to: i + 1, id: text }]
  if (!(Number.isFinite(last) && to > last && to - last <= 50)) return null
  // What lies between the ends stands in the text with the last of them.
  const papers: Paper[] = []
  for (let n = last + 1; n < to; n++) papers.push({ from: i, to: i + 1, id: String(n) })
  return [...papers, { from: i, to: i + 1, id: text }]
}

/** After a bare comma a number belongs to the list only if `en` or another comma and number still follow; else it is a page or a year. */
function listGoesOn(doc: Doc, i: number): boolean {
  const { low, kind } = doc.tokens
  return (low[i + 1] === 'en' || low[i + 1] === ',') && (kind[i + 2] === number || numberWords.has(low[i + 2] ?? ''))
}

interface Prefix {
  readonly from: number
  readonly chamber: 'I' | 'II' | null
  readonly session: string | null
  readonly annex: boolean
  readonly headed: boolean
}

/** Reads backwards from the dossier: session, chamber, the word for paper, `bijlage (1) bij`. */
function prefixBefore(doc: Doc, at: number): Prefix {
  const { tokens } = doc
  const { low } = tokens
  let i = at
  let session: string | null = null
  let chamber: 'I' | 'II' | null = null
  const back = (k: number): number => (low[k - 1] === ',' ? k - 1 : k)
  let k = back(i)
  const found = k >= 3 ? sessionAt(doc, k - 3) : null
  if (found && found.to === k) {
    session = found.session
    i = k - 3
    if (low[i - 1] === 'vergaderjaar') i--
    k = back(i)
  }
  const full = (low[k - 2] === 'tweede' || low[k - 2] === 'eerste') && low[k - 1] === 'kamer'
  if (full && session) {
    chamber = low[k - 2] === 'tweede' ? 'II' : 'I'
    i = k - 2
    k = back(i)
  } else if (chambers[low[k - 1] ?? ''] && heads.has(low[back(k - 1) - 1] ?? '')) {
    chamber = chambers[low[k - 1] ?? ''] ?? null
    i = k - 1
    k = back(i)
  }
  const short = session !== null && (low[k - 1] === 'tk' || low[k - 1] === 'ek')
  if (short) {
    chamber = chambers[low[k - 1] ?? ''] ?? null
    i = k - 1
    k = back(i)
  }
  const headed = heads.has(low[k - 1] ?? '')
  if (headed) i = k - 1
  else if (!full && !short && session === null) i = at
  const annexFrom = annexBefore(doc, i)
  return { from: annexFrom < 0 ? i : annexFrom, chamber, session, annex: annexFrom >= 0, headed: headed || full || short }
}

function annexBefore(doc: Doc, at: number): number {
  const { low, kind } = doc.tokens
  if (!['bij', 'van', 'to', 'of'].includes(low[at - 1] ?? '')) return -1
  let k = at - 2
  if (kind[k] === number || roman.test(low[k] ?? '')) k--
  return ['bijlage', 'bijlagen', 'annex', 'bijl'].includes(low[k] ?? '') ? k : -1
}

const annexAfter = (doc: Doc, i: number): number => {
  const k = comma(doc, i)
  return ['bijlage', 'bijlagen', 'annex'].includes(doc.tokens.low[k] ?? '') && k > i ? k + 1 : -1
}

/** Every paper cited with a dossier that begins at token `i`. */
export function parliament(doc: Doc, i: number): readonly Cited[] {
  const dossier = dossierAt(doc, i)
  if (!dossier) return []
  const prefix = prefixBefore(doc, i)
  const papers = papersAt(doc, dossier, prefix.headed)
  if (papers.length === 0 && prefix.headed) return shared(doc, dossier, prefix)
  // A bare number pair needs a word that says it is a paper, or the bracket such a number stands in.
  if (papers.length === 0 || (!prefix.headed && !trusted(doc, i, dossier))) return []
  return papers.map((paper, n) => {
    const after = n === papers.length - 1 || n === 0 ? annexAfter(doc, paper.to) : -1
    return {
      from: n === 0 ? prefix.from : paper.from,
      to: after >= 0 ? after : paper.to,
      family: 'parliament',
      id: `kst-${dossier.digits}${dossier.suffix}-${paper.id}`,
      rule: prefix.headed ? 'citation.paper' : 'citation.paper-bare',
      annex: prefix.annex || after >= 0,
      chamber: prefix.chamber,
      session: prefix.session,
      relation: prefix.annex || after >= 0 ? 'annex-of' : 'cites',
    }
  })
}

/** `Kamerstukken 36222 en 31015, nr. 6`: one paper in two dossiers. */
function shared(doc: Doc, dossier: Dossier, prefix: Prefix): readonly Cited[] {
  const next = doc.tokens.low[dossier.to] === 'en' ? dossierAt(doc, dossier.to + 1) : null
  const papers = next ? papersAt(doc, next, true) : []
  if (!next || papers.length !== 1) return []
  const both = [
    { dossier, from: prefix.from, to: dossier.to },
    { dossier: next, from: dossier.to + 1, to: papers[0]?.to ?? next.to },
  ]
  return both.map(part => ({
    from: part.from,
    to: part.to,
    family: 'parliament',
    id: `kst-${part.dossier.digits}${part.dossier.suffix}-${papers[0]?.id}`,
    rule: 'citation.paper-shared',
    annex: prefix.annex,
    chamber: prefix.chamber,
    session: prefix.session,
  }))
}

function trusted(doc: Doc, i: number, dossier: Dossier): boolean {
  const { low } = doc.tokens
  const k = comma(doc, dossier.to)
  const value = Number(dossier.digits)
  if (value < 10_000 || value > 45_000) return false
  if (low[dossier.to] === '-' && low[i - 1] === '(' && low[dossier.to + 2] === ')') return true
  return numberWords.has(low[k] ?? '') || (dossier.spaced && (low[i - 1] === '(' || low[i - 1] === ';'))
}
