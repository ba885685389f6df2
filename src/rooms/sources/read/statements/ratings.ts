/**
 * Ratings: a class of likelihood or impact that the text gives to a risk, or a change of a risk beside an earlier judgement. A change
 * that is stated without a class is a rating without a class, never a guessed one.
 */
import { type Doc, passage, reason } from '../doc.ts'
import * as bit from '../lexicon/bits.ts'
import type { Rating } from '../reading.ts'
import type { Sentence } from '../tokens/sentences.ts'
import { capital } from '../tokens/tokenise.ts'
import { type Change, changeIn } from './changes.ts'
import { classesIn } from './classes.ts'

const half = 'rating.half'

/** A rating and the tokens it stands in. */
export interface Rated {
  readonly rating: Rating
  readonly from: number
  readonly to: number
}

/** What a sentence rates; parts with a full rating of their own, apart by `;`, are ratings of their own. */
export function ratingsIn(doc: Doc, sentence: Sentence): Rated[] {
  if ((sentence.says & (bit.scale | bit.direction | bit.threat)) === 0 && !levelled(doc, sentence)) return []
  // What a motion says of a risk is no rating of the paper.
  for (let i = sentence.from; i < sentence.to; i++) if (/^(?:motie|verzoekt)$/.test(doc.tokens.low[i] as string)) return []
  const of = (part: Sentence): Rated | null => {
    const rating = ratingIn(doc, part)
    return rating && { rating, from: part.from, to: part.to }
  }
  const lines = linesOf(doc, sentence)
    .map(of)
    .filter(line => line?.rating.likelihood && line.rating.impact)
  if (lines.length > 1) return lines as Rated[]
  const whole = of(sentence)
  const parts = partsOf(doc, sentence)
  if (!whole || parts.length === 1) return whole ? (changeBehind(doc, sentence, of) ?? [whole]) : []
  const own = parts.map(of).filter(part => part !== null)
  const full = own.filter(({ rating: r }) => (r.likelihood && r.impact) || (r.change && !r.likelihood && !r.impact))
  // Two likelihoods, each of another risk.
  if (full.length > 1) return full
  if (own.length > 1 && own.every(({ rating: r }) => r.likelihood)) return own
  const same = own.find(({ rating: r }) => told(r) === told(whole.rating))
  return [same ?? whole]
}

/** Lines that each begin with a capital, where a sentence runs over them with two ratings or more: a list without marks, a table of spaces. */
function linesOf(doc: Doc, sentence: Sentence): Sentence[] {
  const { bits, start, end } = doc.tokens
  let classes = 0
  for (let i = sentence.from; i < sentence.to; i++) if (((bits[i] as number) & bit.scale) !== 0) classes++
  if (classes < 4) return []
  const lines: Sentence[] = []
  let from = sentence.from
  for (let i = sentence.from + 1; i <= sentence.to; i++) {
    const ends =
      i === sentence.to ||
      (capital(doc.tokens, i) &&
        doc.source.slice(doc.flow.map.startOf(end[i - 1] as number), doc.flow.map.startOf(start[i] as number)).includes('\n'))
    if (!ends) continue
    lines.push({ ...sentence, from, to: i, clauses: null })
    from = i
  }
  return lines.length > 1 ? lines : []
}

/** `…, en de leveringszekerheid is sinds de eerste meting verslechterd`: a class, and behind a comma the change of another risk. */
function changeBehind(doc: Doc, sentence: Sentence, of: (part: Sentence) => Rated | null): Rated[] | null {
  const { low } = doc.tokens
  for (let i = sentence.to - 2; i > sentence.from; i--) {
    if (low[i] !== ',' || !goesOver.has(low[i + 1] as string)) continue
    const [first, second] = [of({ ...sentence, to: i }), of({ ...sentence, from: i + 2 })]
    const classed = first?.rating.likelihood || first?.rating.impact
    if (first && second?.rating.change && classed && !second.rating.likelihood && !second.rating.impact) return [first, second]
  }
  return cutBehind(doc, sentence, of)
}

/** `acht een aanval waarschijnlijk, en de hersteltijd neemt toe`: what is told behind the comma is another thing. */
function cutBehind(doc: Doc, sentence: Sentence, of: (part: Sentence) => Rated | null): Rated[] | null {
  const { low, bits } = doc.tokens
  const whole = of(sentence)
  let turned = false
  for (let i = sentence.to - 2; whole && i > sentence.from; i--) {
    if (((bits[i + 1] as number) & bit.scale) !== 0) return null
    if (((bits[i + 1] as number) & bit.direction) !== 0) turned = true
    if (!turned || low[i] !== ',' || !goesOver.has(low[i + 1] as string)) continue
    const first = of({ ...sentence, to: i })
    return first && told(first.rating) === told(whole.rating) ? [first] : null
  }
  return null
}
const goesOver = new Set(['en', 'maar', 'terwijl', 'doch', 'and', 'but', 'while'])

const told = (r: Rating): string => `${r.likelihood}|${r.impact}|${r.change}`

/** `De kans is waarschijnlijk. De gevolgen zijn ernstig.`: the two halves of one rating, side by side. */
export function halvesJoined(source: string, ratings: readonly Rating[]): Rating[] {
  const joined: Rating[] = []
  for (const rating of ratings) {
    const last = joined.at(-1)
    const halves =
      last && !(last.likelihood && last.impact) && !(rating.likelihood && rating.impact) && !last.likelihood !== !rating.likelihood
    if (last && halves && !last.impact !== !rating.impact && /^\s{0,3}$/.test(source.slice(last.end, rating.start)))
      joined[joined.length - 1] = {
        ...last,
        end: rating.end,
        quote: `${last.quote}${last.segments || rating.segments ? ' ' : source.slice(last.end, rating.start)}${rating.quote}`,
        ...(last.segments || rating.segments
          ? {
              segments: [
                ...(last.segments ?? [[last.start, last.end] as const]),
                ...(rating.segments ?? [[rating.start, rating.end] as const]),
              ],
            }
          : {}),
        likelihood: last.likelihood ?? rating.likelihood,
        impact: last.impact ?? rating.impact,
        change: last.change ?? rating.change,
        reasons: [...last.reasons, ...rating.reasons],
      }
    else joined.push(rating)
  }
  return joined.filter(rating => rating.reasons[0]?.rule !== half)
}

const levelled = (doc: Doc, sentence: Sentence): boolean => {
  for (let i = sentence.from; i < sentence.to; i++)
    if (/^(?:klasse|score|scoort|class|gesteld|impact)$|niveau$|^level$/.test(doc.tokens.low[i] as string)) return true
  return false
}

function partsOf(doc: Doc, sentence: Sentence): Sentence[] {
  const parts: Sentence[] = []
  let from = sentence.from
  for (let i = sentence.from; i < sentence.to; i++)
    if (doc.tokens.low[i] === ';' && i > from) {
      parts.push({ ...sentence, from, to: i, clauses: null })
      from = i + 1
    }
  if (from < sentence.to) parts.push({ ...sentence, from, clauses: null })
  return parts
}

/** `(enigszins waarschijnlijk en catastrofale impact)`, `de impact is ernstig`, `geen grote verandering in het risico`. */
function ratingIn(doc: Doc, sentence: Sentence): Rating | null {
  const stated = changeIn(doc, sentence)
  const classed = classesIn(doc, sentence, stated?.change ?? null)
  if (!classed && !stated) return null
  const change: Change | null = classed?.change ?? stated?.change ?? null
  const at = classed?.at ?? stated?.at ?? sentence.from
  return {
    ...passage(doc, sentence.from, sentence.to),
    subject: subjectOf(doc, sentence),
    likelihood: classed?.likelihood ?? null,
    impact: classed?.impact ?? null,
    change,
    reasons: [reason(doc, classed?.half ? half : classed ? 'rating.class' : 'rating.stated-change', at, at + 1)],
  }
}

const rated =
  /^(?:risico|risico['’]s|dreiging|inschatting|oordeel|situatie|dreigingsniveau|kans|impact|waarschijnlijkheid|risk|likelihood|threat)$/

/** What is rated: the words behind `risico op`, else the sentence without its opening. */
function subjectOf(doc: Doc, sentence: Sentence): string {
  const { tokens } = doc
  for (let i = sentence.from; i < sentence.to - 2; i++) {
    if (!rated.test(tokens.low[i] as string) || !['op', 'van', 'voor', 'of'].includes(tokens.low[i + 1] as string)) continue
    let to = i + 2
    while (to < sentence.to && !/^[(,;.:]$/.test(tokens.low[to] as string)) to++
    return tokens.text.slice(tokens.start[i + 2], tokens.end[to - 1])
  }
  return tokens.text.slice(tokens.start[sentence.from], tokens.end[Math.min(sentence.to, sentence.from + 30) - 1])
}

const sources = new Set(['volgens', 'blijkt', 'signaleert', 'constateert', 'concludeert', 'benoemt', 'staat', 'schetst'])

/** `het ANV signaleert`, `in de Trendanalyse staat`: a name with capitals beside a word of saying. */
export function sourceOf(doc: Doc, sentence: Sentence): string | null {
  const { tokens } = doc
  for (let i = sentence.from; i < sentence.to; i++) {
    if (!sources.has(tokens.low[i] as string)) continue
    for (const k of [i - 1, i + 1, i + 2]) {
      if (k <= sentence.from || k >= sentence.to || !capital(tokens, k)) continue
      let [a, b] = [k, k + 1]
      while (a - 1 > sentence.from && capital(tokens, a - 1)) a--
      while (b < sentence.to && capital(tokens, b)) b++
      return tokens.text.slice(tokens.start[a], tokens.end[b - 1])
    }
  }
  return null
}
