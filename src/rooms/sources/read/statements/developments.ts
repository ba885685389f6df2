/**
 * Developments and ratings: sentences about a threat that say which way it goes, that it acts on another, or which class it has on a
 * scale of the pack. A change that is stated without a class is a rating without a class, never a guessed one.
 */
import { type Doc, maskTime, passage, reason } from '../doc.ts'
import * as bit from '../lexicon/bits.ts'
import type { Direction } from '../lexicon/data.ts'
import type { Development } from '../reading.ts'
import type { Sentence } from '../tokens/sentences.ts'
import { number } from '../tokens/tokenise.ts'
import { sourceOf } from './ratings.ts'

/** Tokens a direction may stand from its threat. */
const reach = 22

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
