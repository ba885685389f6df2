/** Which words of a sentence are classes of the pack's scales, and what they can be said of. */
import { type Doc, textOf } from '../../doc.ts'
import * as bit from '../../lexicon/bits.ts'
import type { ScaleClass } from '../../lexicon/data.ts'
import type { Sentence } from '../../tokens/sentences.ts'
import { number, mark as punctuation, word } from '../../tokens/tokenise.ts'

export interface Mark {
  readonly at: number
  readonly to: number
  readonly name: string
  readonly rank: number
  readonly scale: ScaleClass['dimension']
  /** It stands before a noun: `ernstige gevolgen`. */
  readonly before: boolean
}

export const likelihoods =
  /^(?:waarschijnlijkheid|kans|kansen|likelihood|probability|chance)$|(?:waarschijnlijkheidsklasse|[a-z]{4,12}kans)$/
export const impacts = /^(?:impact|gevolgen|gevolg|effect|effecten|schade|consequences|damage|effects|impactklasse|impactscore|impacts)$/
/** Compounds count too: `stroomuitvalrisico`. */
export const levels =
  /(?:^|[a-zà-ÿ])(?:risico|risico['’]s|dreiging|dreigingsniveau|risiconiveau|alarmniveau|veiligheidsniveau|dreigingsbeeld|risicoklasse|risicoscore|kwalificatie|classificatie|inschaling|beoordeling|inschatting|oordeel)$|^(?:gevaar|danger|risk|risks|threat|level|rating|assessment)$/
/** Verbs that put a risk in its class, right behind it: `op waarschijnlijk gesteld`. */
export const putting = new Set(
  'gesteld gezet geplaatst gehouden geschat ingeschat ingeschaald beoordeeld gewaardeerd gewogen genoemd gekwalificeerd geclassificeerd bijgesteld opgewaardeerd afgewaardeerd gegaan gebracht uit in stellen zetten plaatsen schatten noemen is wordt'.split(
    ' ',
  ),
)
export const quotes = new Set(['‘', '’', '“', '”', '"', "'", '«', '»'])
const degrees = new Set('meer minder even zo te more less so too'.split(' '))
const letters = /^(?:klasse|categorie|klassen|class|category|score|scores|scored|scoort|scoren|niveau|level|cijfer)$/

/** Tokens that are no quotation marks. */
export function between(low: readonly string[], from: number, to: number): number {
  let n = 0
  for (let k = from; k < to; k++) if (!quotes.has(low[k] as string)) n++
  return n
}

/** The word before a class, past its quotation mark. */
export const wordBefore = (low: readonly string[], at: number): string => (quotes.has(low[at - 1] ?? '') ? low[at - 2] : low[at - 1]) ?? ''
/** The words that are classes; null where the sentence tells how far a scale goes. */
export function marksOf(doc: Doc, sentence: Sentence): Mark[] | null {
  const { tokens, lexicon } = doc
  const { low, bits } = tokens
  const marks: Mark[] = []
  for (let i = sentence.from; i < sentence.to; i++) {
    doc.work.steps++
    const part = tokens.kind[i] === number ? partAt(doc, sentence, i) : null
    if (part) {
      marks.push(part)
      i = part.to - 1
      continue
    }
    const hit = ((bits[i] as number) & bit.scale) !== 0 ? lexicon.scales.match(tokens, i) : null
    if (!hit) {
      const code = codeAt(doc, sentence, i)
      if (code) marks.push(code)
      continue
    }
    // `van … tot …` tells how far the scale goes.
    if (/^(?:tot|to)$/.test(low[i - 1] ?? '') && marks.length > 0 && spans(doc, sentence)) return null
    // `minder ernstig`, `zo groot dat`: beside something else, and no class.
    if (degrees.has(low[i - 1] ?? '')) {
      i = hit.to - 1
      continue
    }
    const denied = low[i - 1] === 'niet' || low[i - 1] === 'not'
    const nounBehind =
      hit.to < sentence.to &&
      tokens.kind[hit.to] === word &&
      ((bits[hit.to] as number) & bit.preposition) === 0 &&
      attributive(low[hit.to - 1] as string, low[hit.to] as string)
    marks.push({
      at: i,
      to: hit.to,
      // `niet waarschijnlijk`: on the other side of the middle.
      name: denied ? `${low[i - 1]} ${hit.value.class}` : hit.value.class,
      rank: denied ? Math.min(2, hit.value.rank) : hit.value.rank,
      scale: hit.value.dimension,
      before: nounBehind,
    })
    i = hit.to - 1
  }
  return rangesOf(low, marks)
}

/** `tussen beperkt en aanzienlijk`, `laag tot matig`: two classes of one scale side by side are one, with both names. */
function rangesOf(low: readonly string[], marks: readonly Mark[]): Mark[] {
  const joined: Mark[] = []
  for (const mark of marks) {
    const last = joined.at(-1)
    const near = last && last.scale === mark.scale && !mark.before && between(low, last.to, mark.at) === 1
    const by = near ? wordBefore(low, mark.at) : ''
    const opens = last ? wordBefore(low, last.at) : ''
    const spread = /^(?:tussen|between)$/.test(opens) ? /^(?:en|and)$/.test(by) : /^(?:tot|to)$/.test(by) && !/^(?:van|from)$/.test(opens)
    if (last && near && spread)
      joined[joined.length - 1] = { ...last, to: mark.to, name: `${last.name} ${by === 'and' || by === 'to' ? 'to' : 'tot'} ${mark.name}` }
    else joined.push(mark)
  }
  return joined
}

export const headWord = (low: string): boolean => likelihoods.test(low) || impacts.test(low) || levels.test(low)
/** An adjective with its ending, or any before one of the words that are rated. */
const attributive = (adjective: string, noun: string): boolean => adjective.endsWith('e') || headWord(noun)

/** It speaks of a scale, and of no risk that moves on it. */
function spans({ tokens }: Doc, sentence: Sentence): boolean {
  for (let i = sentence.from; i < sentence.to; i++)
    if (/^(?:loopt|lopen)$/.test(tokens.low[i] as string) && tokens.low[i + 1] === 'van') return true
    else if (/^(?:schaal|klassen|reikt|reiken|varieert|variëren|scale|classes|ranges)$/.test(tokens.low[i] as string)) return true
  return false
}

/** `klasse D`, `score 4`, `Dreigingsniveau 4`, `waarschijnlijkheid C`, `op 3`: classes without a word. */
function codeAt(doc: Doc, sentence: Sentence, i: number): Mark | null {
  const { low, start, end, kind } = doc.tokens
  if ((end[i] as number) - (start[i] as number) !== 1) return null
  const code = textOf(doc, i, i + 1)
  const digit = /^[1-5]$/.test(code)
  if (!digit && !/^[A-E]$/.test(code)) return null
  const before = low[i - 1] ?? ''
  const next = low[i + 1] ?? '.'
  // `van A tot E`, `4 procent`: no class.
  if (/^(?:tot|t\/m|%|procent|euro|miljoen)$/.test(next) || /^(?:tot|t\/m)$/.test(before)) return null
  const named =
    letters.test(before) &&
    (before !== 'niveau' && before !== 'level' ? true : ratedLevel(low, i, sentence.from) || threatened(doc, sentence))
  const behind = headWord(before) && !/^(?:risico['’]s|gevolgen)$/.test(before)
  // `op een schaal van 5`, `4 out of 5`
  if (/^(?:van|of)$/.test(before) && /^(?:schaal|scale|out)$/.test(low[i - 2] ?? '')) return null
  const said =
    (/^(?:op|naar|van|at|from|to|bedraagt|is)$/.test(before) && digit && levelBefore(low, i, sentence.from)) ||
    (before === 'op' && (putting.has(next) || kind[i + 1] === punctuation) && ratedLevel(low, i, sentence.from, impacts))
  const ahead = /^(?:voor|op|for|on)$/.test(next) && (headWord(low[i + 2] ?? '') || headWord(low[i + 3] ?? ''))
  if (!named && !behind && !said && !ahead) return null
  return { at: i, to: i + 1, name: code, rank: digit ? Number(code) : code.charCodeAt(0), scale: 'level', before: false }
}

/** `Voor spionage geldt niveau 3`: a bare level is one of a threat that the sentence names. */
export function threatened({ tokens: { bits } }: Doc, sentence: Sentence): boolean {
  for (let i = sentence.from; i < sentence.to; i++) if (((bits[i] as number) & bit.threat) !== 0) return true
  return false
}

const ratedLevel = (low: readonly string[], i: number, from: number, also?: RegExp): boolean => {
  for (let k = i - 1; k >= from && k > i - 14; k--)
    if (levels.test(low[k] as string) || likelihoods.test(low[k] as string) || also?.test(low[k] as string)) return true
  return false
}
function levelBefore(low: readonly string[], i: number, from: number): boolean {
  for (let k = i - 1; k >= from && k > i - 16; k--) if (/niveau$/.test(low[k] as string) || low[k] === 'level') return true
  return false
}

/** Units of a likelihood in figures. */
const parts = new Set(['procent', '%', 'percent'])

/** `bedraagt 30 tot 50 procent`, `is put at less than 5 per cent`: a likelihood in figures, that of nothing wished for. */
function partAt({ tokens }: Doc, sentence: Sentence, i: number): Mark | null {
  const { low, kind } = tokens
  let k = i + 1
  if (/^(?:tot|à|to|en|and|,|[.]|-|–)$/.test(low[k] ?? '') && kind[k + 1] === number) k += 2
  if (!parts.has(low[k] ?? '') && !(low[k] === 'per' && low[k + 1] === 'cent')) return null
  const to = low[k] === 'per' ? k + 2 : k + 1
  if (/^(?:met|by|from|van|naar)$/.test(low[i - 1] ?? '')) return null
  for (let n = i - 1; n >= sentence.from && n > i - 24; n--) {
    if (low[n] === ';') return null
    if (likelihoods.test(low[n] as string))
      return wished.has(low[n + 2] ?? '') || wished.has(low[n + 3] ?? '')
        ? null
        : { at: i, to, name: tokens.text.slice(tokens.start[i], tokens.end[to - 1]), rank: Number(low[i]), scale: 'level', before: false }
  }
  return null
}

/** What one hopes for has a chance, and is no risk. */
export const wished = new Set('baan banen werk slagen succes herstel genezing winst woning diploma success recovery'.split(' '))
