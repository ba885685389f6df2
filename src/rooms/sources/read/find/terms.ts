/**
 * Short forms that the text defines: `(hierna: X)`, `Full Name (ABC)`. The full name is found from the letters of the short form,
 * right to left (after Schwartz and Hearst, PSB 2003); where initials come from another language, the name before the bracket is taken.
 */
import { type Doc, passage, reason, textOf } from '../doc.ts'
import * as bit from '../lexicon/bits.ts'
import type { Term } from '../reading.ts'
import { capital, glued, mark, number, type Tokens, word } from '../tokens/tokenise.ts'

const longestBracket = 30
const longestName = 14
const introducers = new Set(['hierna', 'hereafter', 'hereinafter', 'verder', 'afgekort'])
const plural = /(?:[’']s|[’']en|-ren|-en|s(?<=[A-Z]s))$/

export function findTerms(doc: Doc): Term[] {
  const terms: Term[] = []
  const { tokens } = doc
  for (const sentence of doc.sentences) {
    if ((sentence.says & bit.bracket) === 0) continue
    for (let i = sentence.from; i < sentence.to; i++) {
      doc.work.steps++
      if (((tokens.bits[i] as number) & bit.bracket) === 0 || tokens.low[i] !== '(' || i === sentence.from) continue
      const close = closing(tokens, i, sentence.to)
      if (close < 0) continue
      const term = announced(doc, i, close, sentence.from) ?? abbreviated(doc, i, close, sentence.from)
      if (term) terms.push(term)
    }
  }
  return terms
}

function closing(tokens: Tokens, open: number, end: number): number {
  for (let k = open + 1; k < end && k <= open + longestBracket; k++) {
    if (tokens.low[k] === ')') return k
    if (tokens.low[k] === '(') return -1
  }
  return -1
}

/** `(hierna: de Veiligheidsstrategie, Kamerstuk …)`: up to a comma. */
function announced(doc: Doc, open: number, close: number, from: number): Term | null {
  const { tokens } = doc
  if (!introducers.has(tokens.low[open + 1] ?? '')) return null
  let a = open + 2
  if (tokens.low[a] === 'te' && tokens.low[a + 1] === 'noemen') a += 2
  if (tokens.low[a] === 'als') a++
  if (tokens.low[a] === ':') a++
  while (a < close && (['de', 'het', 'een', 'the'].includes(tokens.low[a] ?? '') || /^[“‘"'«]$/.test(tokens.low[a] ?? ''))) a++
  let b = a
  while (b < close && tokens.low[b] !== ',' && tokens.low[b] !== ';') b++
  while (b > a && /^[”’"'»]$/.test(tokens.low[b - 1] ?? '')) b--
  if (b <= a) return null
  const short = textOf(doc, a, b)
  const start = nameBefore(doc, open, from)
  return make(doc, start, open, close, short, 'term.announced')
}

/** `Analistennetwerk Nationale Veiligheid (ANV)`. */
function abbreviated(doc: Doc, open: number, close: number, from: number): Term | null {
  const { tokens } = doc
  let a = open + 1
  if (['de', 'het'].includes(tokens.low[a] ?? '')) a++
  let b = a
  while (b < close && tokens.low[b] !== ',' && tokens.low[b] !== ';') b++
  if (b === a || b - a > 7) return null
  const raw = textOf(doc, a, b)
  const short = raw.replace(plural, '')
  // `Richtlijn (EU) 2022/2557`: which treaty an act rests on.
  if (
    [
      'richtlijn',
      'verordening',
      'besluit',
      'directive',
      'regulation',
      'decision',
      'uitvoeringsverordening',
      'aanbeveling',
      'recommendation',
    ].includes(tokens.low[open - 1] ?? '')
  )
    return null
  if (!shaped(short) || doc.lexicon.known(raw) || doc.lexicon.set.parties.has(raw) || person(doc, open)) return null
  const letters = short.replace(/[^A-Za-zÀ-ž]/g, '').toLowerCase()
  const start = spelled(tokens, open, from, letters)
  const upper = short.replace(/[^A-Z]/g, '').length >= 2
  if (start < 0 && !(upper && letters.length >= 2)) return null
  const begin = start >= 0 ? start : nameBefore(doc, open, from)
  if (begin >= open) return null
  return make(doc, begin, open, close, short, start >= 0 ? 'term.initials' : 'term.bracketed')
}

/** A short form: capitals in it, or at most five small letters; no digits alone, no spaces but one. */
function shaped(short: string): boolean {
  if (short.length < 2 || short.length > 12 || /^\d|^[IVXLivx]{1,12}$|\d{3}/.test(short)) return false
  if ((short.match(/ /g) ?? []).length > 1) return false
  const capitals = short.replace(/[^A-ZÀ-Þ]/g, '').length
  if (/ /.test(short)) return capitals >= 3 && /[A-Z]{3}$/.test(short)
  return capitals >= 2 || /^[a-z]{2,5}$/.test(short) || /^[A-Z][a-z]{1,4}$/.test(short)
}

/** `het lid Erkens (VVD)`, `Minister Bruins Slot (BZ)`: a person, not a name. */
function person(doc: Doc, open: number): boolean {
  const { low } = doc.tokens
  for (let k = open - 1; k >= 0 && k >= open - 5; k--) {
    const x = low[k] ?? ''
    if (x === 'lid' || x === 'leden' || x === 'kamerlid' || x === 'kamerleden') return true
    if (doc.lexicon.set.offices.has(x) && !['van', 'voor'].includes(low[k + 1] ?? '')) return true
    if (!capital(doc.tokens, k) && !['van', 'der', 'de', 'den', 'en', '-'].includes(x)) return false
  }
  return false
}

/** First token of a stretch whose words spell the letters, right to left; -1 where they do not. */
function spelled(tokens: Tokens, open: number, from: number, letters: string): number {
  if (letters.length < 2) return -1
  const first = Math.max(from, open - longestName - letters.length)
  let at = letters.length - 1
  for (let k = open - 1; k >= first; k--) {
    const low = tokens.low[k] as string
    if (tokens.kind[k] === mark && !/^[-–&’'/,+]$/.test(low)) return -1
    if (tokens.kind[k] !== word) continue
    if (at > 0) {
      // The last letters may lie inside one compound (`klimaatadaptatiestrategie`); the first must begin a word.
      let c = low.length - 1
      while (at > 0 && c > 0) {
        if (low[c] === letters[at]) at--
        c--
      }
      if (at > 0 && low[0] === letters[at]) at--
      else if (at === 0 && c >= 0 && low[0] === letters[0]) return k
      continue
    }
    if (low[0] === letters[0]) return k
  }
  return -1
}

const small = new Set(['van', 'voor', 'der', 'den', 'de', 'het', 'en', 'in', 'of', 'and', 'the', 'for', '-', '–', ':', 'tegen', '&', 'on'])

/** The noun phrase before the bracket: a capitalised stretch with the small words inside it, else the last words of the clause. */
function nameBefore(doc: Doc, open: number, from: number): number {
  const { tokens, lexicon } = doc
  let begin = open - 1
  for (let k = open - 1; k >= from && k >= open - longestName; k--) {
    const low = tokens.low[k] ?? ''
    const quote = /^[“”‘’"«»]$/.test(low)
    if (capital(tokens, k)) begin = k
    else if (tokens.kind[k] === number || quote || (small.has(low) && k > from)) continue
    else if (tokens.kind[k] !== word || lexicon.set.prepositions.has(low) || lexicon.set.determiners.has(low)) break
    else if (k >= open - 2) begin = k
    else if (lexicon.forms.has(low)) break
  }
  return begin
}

function make(doc: Doc, from: number, open: number, close: number, term: string, rule: string): Term {
  let end = open
  while (end > from && glued(doc.tokens, end) && doc.tokens.kind[end - 1] === mark && /^[“‘"«]$/.test(doc.tokens.low[end - 1] ?? '')) end--
  return { ...passage(doc, from, close + 1), term, full: textOf(doc, from, end), reasons: [reason(doc, rule, from, close + 1)] }
}
