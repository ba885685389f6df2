/**
 * Developments and ratings: sentences about a threat that say which way it goes, that it acts on another, or which class it has on a
 * scale of the pack. A change that is stated without a class is a rating without a class, never a guessed one.
 */
import { type Doc, maskTime, passage, reason } from '../doc.ts'
import * as bit from '../lexicon/bits.ts'
import type { Direction } from '../lexicon/data.ts'
import type { Development, Rating } from '../reading.ts'
import type { Sentence } from '../tokens/sentences.ts'
import { capital, number } from '../tokens/tokenise.ts'

/** Tokens a direction may stand from its threat. */
const reach = 22
const changes: Readonly<Partial<Record<Direction, Rating['change']>>> = { up: 'worse', down: 'better', same: 'same' }

interface Turn {
  readonly at: number
  readonly to: number
  readonly direction: Direction
}

export function developmentIn(doc: Doc, sentence: Sentence): Development | null {
  const first = /^(?:voor|nieuw)$/.test(doc.tokens.low[sentence.from] ?? '')
  if (((sentence.says & bit.threat) === 0 && !first) || (sentence.says & (bit.direction | bit.verb)) === 0) return null
  const turn = turnOf(doc, sentence)
  if (!turn) return null
  return {
    ...passage(doc, sentence.from, sentence.to),
    direction: turn.direction,
    source: sourceOf(doc, sentence),
    reasons: [reason(doc, `development.${turn.direction}`, turn.at, turn.to)],
  }
}

/** What says most comes first: that nothing changes, that it is new, that one acts on another, then up or down. */
const order: readonly Direction[] = ['same', 'new', 'interacts', 'up', 'down']

function turnOf(doc: Doc, sentence: Sentence): Turn | null {
  const { tokens, lexicon } = doc
  const found: Turn[] = []
  for (let i = sentence.from; i < sentence.to; i++) {
    doc.work.steps++
    if (((tokens.bits[i] as number) & (bit.direction | bit.verb)) === 0) continue
    const hit = lexicon.directions.match(tokens, i) ?? split(doc, sentence, i)
    if (!hit) continue
    // `Voor het eerst zijn …`, `Nieuw is dat …`: said at the head, it is what the sentence tells.
    const near =
      (hit.value === 'new' && i === sentence.from && /^(?:voor|nieuw)$/.test(tokens.low[i] as string)) ||
      threatNear(doc, sentence, i, hit.to)
    if (near && !denied(doc, i)) found.push({ at: i, to: hit.to, direction: hit.value })
    i = hit.to - 1
  }
  const both = mutual(doc, sentence)
  if (both) found.push(both)
  return found.sort((a, b) => order.indexOf(a.direction) - order.indexOf(b.direction) || a.at - b.at)[0] ?? null
}

const particles: Readonly<Record<string, Direction>> = { toe: 'up', af: 'down' }

/** `neemt de dreiging toe`: verb and particle apart. */
function split(doc: Doc, sentence: Sentence, i: number): { value: Direction; to: number } | null {
  const { low } = doc.tokens
  if (!/^(?:neemt|nemen|nam|namen)$/.test(low[i] as string)) return null
  for (let k = i + 1; k < Math.min(sentence.to, i + reach); k++) {
    const value = particles[low[k] as string]
    if (
      value &&
      (k + 1 >= sentence.to ||
        /^[.,;:)]$|^(?:en|in|door|bij|van|op|als|ten|met|sinds|doordat|omdat|terwijl|naarmate)$/.test(low[k + 1] as string))
    )
      return { value, to: k + 1 }
  }
  return null
}

const acting = /^(?:grijp|versterk|vergro|beïnvloed|verer?ger|raken|raakt|voed|aanjag)/

/** `… elkaar in toenemende mate versterken`: threats that act on one another, with words between. */
function mutual(doc: Doc, sentence: Sentence): Turn | null {
  const { low } = doc.tokens
  for (let i = sentence.from; i < sentence.to; i++) {
    if (low[i] !== 'elkaar' && low[i] !== 'elkaars') continue
    for (let k = Math.max(sentence.from, i - 3); k < Math.min(sentence.to, i + 6); k++)
      if (acting.test(low[k] as string)) return { at: i, to: k + 1 > i ? k + 1 : i + 1, direction: 'interacts' }
  }
  return null
}

function threatNear(doc: Doc, sentence: Sentence, from: number, to: number): boolean {
  const { bits, low } = doc.tokens
  for (let i = Math.max(sentence.from, from - reach); i < Math.min(sentence.to, to + reach); i++)
    // `onder druk` is a direction, and its `druk` no threat of its own.
    if (((bits[i] as number) & bit.threat) !== 0 && !(i >= from && i < to && low[i] === 'druk'))
      if (low[i] !== 'aantal' || measured(doc, sentence)) return true
  return false
}

/** A mere number that grows is no threat; one that is told with its figures or its time is what the letter is about. */
function measured(doc: Doc, sentence: Sentence): boolean {
  const { kind, low } = doc.tokens
  for (let i = sentence.from; i < sentence.to; i++)
    if (
      kind[i] === number ||
      ((doc.mask[i] as number) & maskTime) !== 0 ||
      /^(?:jaar|jaren|maanden|opzichte|helft|derde)$/.test(low[i] as string)
    )
      return true
  return false
}

/** `om de toename … tegen te gaan` speaks of a goal; `geen toename` of none. */
function denied(doc: Doc, i: number): boolean {
  const { low, bits } = doc.tokens
  return ((bits[i - 1] ?? 0) & bit.negation) !== 0 || low[i - 1] === 'om'
}

const sources = new Set(['volgens', 'blijkt', 'signaleert', 'constateert', 'concludeert', 'benoemt', 'staat', 'schetst'])

/** `het ANV signaleert`, `in de Trendanalyse staat`: a name with capitals beside a word of saying. */
function sourceOf(doc: Doc, sentence: Sentence): string | null {
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

/** `(enigszins waarschijnlijk en catastrofale impact)`, `de impact is ernstig`, `geen grote verandering in het risico`. */
export function ratingIn(doc: Doc, sentence: Sentence): Rating | null {
  const classed = (sentence.says & bit.scale) !== 0 ? classesIn(doc, sentence) : null
  const stated = (sentence.says & bit.threat) !== 0 && (sentence.says & bit.direction) !== 0 ? changeIn(doc, sentence) : null
  if (!classed && !stated) return null
  const at = classed?.at ?? stated?.at ?? sentence.from
  return {
    ...passage(doc, sentence.from, sentence.to),
    subject: subjectOf(doc, sentence),
    likelihood: classed?.likelihood ?? null,
    impact: classed?.impact ?? null,
    change: stated?.change ?? null,
    reasons: [reason(doc, classed ? 'rating.class' : 'rating.stated-change', at, at + 1)],
  }
}

const likelihoodWords = new Set(['waarschijnlijkheid', 'kans', 'likelihood', 'probability'])
const impactWords = new Set(['impact', 'gevolgen', 'gevolg', 'effect', 'schade'])

/** A class of likelihood says itself what it is; a class of impact (`ernstig`) is a common word, and needs `impact` beside it. */
function classesIn(doc: Doc, sentence: Sentence): { at: number; likelihood: string | null; impact: string | null } | null {
  const { tokens, lexicon } = doc
  const beside = (i: number, to: number, words: ReadonlySet<string>): boolean => {
    for (let k = Math.max(sentence.from, i - 6); k < Math.min(sentence.to, to + 3); k++) if (words.has(tokens.low[k] as string)) return true
    return false
  }
  let [likelihood, impact, at]: [string | null, string | null, number] = [null, null, -1]
  let unsure: string | null = null
  let behind = -1
  for (let i = sentence.from; i < sentence.to; i++) {
    const hit = ((tokens.bits[i] as number) & bit.scale) !== 0 ? lexicon.scales.match(tokens, i) : null
    if (!hit) continue
    const { dimension, class: name } = hit.value
    // `van … tot …` tells how far the scale goes.
    if (tokens.low[i - 1] === 'tot' && likelihood !== null) return null
    // `enigszins waarschijnlijk, ernstig`: a class of impact close behind one of likelihood.
    const close = dimension === 'impact' && behind >= 0 && i - behind <= 2
    const said = dimension === 'impact' ? close || beside(i, hit.to, impactWords) : beside(i, hit.to, likelihoodWords) || hit.to - i > 1
    if (said) {
      if (dimension === 'impact') impact ??= name
      else {
        likelihood = name
        behind = hit.to
      }
      if (at < 0) at = i
    } else if (dimension === 'likelihood' && i > sentence.from) {
      unsure ??= name
      behind = -1
    }
    i = hit.to - 1
  }
  // `is onwaarschijnlijk, met een ernstige impact`: the class of impact tells what the other word is.
  return at < 0 ? null : { at, likelihood: likelihood ?? (impact ? unsure : null), impact }
}

const risks = new Set([
  'risico',
  "risico's",
  'dreiging',
  'inschatting',
  'oordeel',
  'situatie',
  'dreigingsniveau',
  'kans',
  'impact',
  'waarschijnlijkheid',
  'veiligheidssituatie',
])

/** Only what is said of a risk itself, close by: `verslechterd` of an economy is no rating. */
function changeIn(doc: Doc, sentence: Sentence): { at: number; change: Rating['change'] } | null {
  const { tokens, lexicon } = doc
  for (let i = sentence.from; i < sentence.to; i++) {
    const hit = ((tokens.bits[i] as number) & bit.direction) !== 0 ? lexicon.directions.match(tokens, i) : null
    const change = hit && changes[hit.value]
    if (!hit || !change || !compares(hit.value, tokens.low[i] as string)) continue
    // What is compared in so many words may stand further from the risk; what is not, is a development.
    const far = comparedIn(doc, sentence)
    const bare = hit.value === 'same' ? !/^blij(?:ft|ven)$/.test(tokens.low[i] as string) : /(?:omen|gen|rd)$/.test(tokens.low[i] as string)
    if (!far && !bare) continue
    for (let k = Math.max(sentence.from, i - (far ? 20 : 9)); k < Math.min(sentence.to, hit.to + 6); k++)
      if (risks.has(tokens.low[k] as string)) return { at: i, change }
  }
  return null
}

/** `ten opzichte van`, `dan een jaar geleden`, `de vorige editie`, `ingeschat`: a judgement beside an earlier one. */
function comparedIn(doc: Doc, sentence: Sentence): boolean {
  const { low } = doc.tokens
  for (let i = sentence.from; i < sentence.to; i++)
    if (
      (low[i] === 'ten' && low[i + 1] === 'opzichte') ||
      /^(?:ingeschat|beoordeeld|inschatting|oordeel|vergeleken)$/.test(low[i] as string) ||
      (/^(?:vorige|eerdere|vorig)$/.test(low[i] as string) && low[i - 1] !== 'in') ||
      (low[i] === 'sinds' && risks.has(low[sentence.from + 1] as string))
    )
      return true
  return false
}

/** A stated change compares with before: a participle, a comparative, `geen verandering`. A growing trend is a development only. */
const compares = (direction: Direction, low: string): boolean =>
  direction === 'same' || /(?:gen|rd|ger|ter|en)$|^(?:hoger|lager)$/.test(low)

/** What is rated: the words behind `risico op`, else the sentence without its opening. */
function subjectOf(doc: Doc, sentence: Sentence): string {
  const { tokens } = doc
  for (let i = sentence.from; i < sentence.to - 2; i++) {
    if (!risks.has(tokens.low[i] as string) || !['op', 'van', 'voor'].includes(tokens.low[i + 1] as string)) continue
    let to = i + 2
    while (to < sentence.to && !/^[(,;.:]$/.test(tokens.low[to] as string)) to++
    return tokens.text.slice(tokens.start[i + 2], tokens.end[to - 1])
  }
  return tokens.text.slice(tokens.start[sentence.from], tokens.end[Math.min(sentence.to, sentence.from + 30) - 1])
}
