/** Reads one document: the stages in order, from source text to facts with their reasons. Pure and deterministic. */
import type { Day } from '../../../kernel/day.ts'
import { w } from '../../../kernel/words.ts'
import { type Doc, passage } from './doc.ts'
import { findCitations } from './find/citations/find.ts'
import { findMentions } from './find/mentions.ts'
import { findPeople } from './find/people.ts'
import { findTerms } from './find/terms.ts'
import { findTimes } from './find/times/find.ts'
import { commitmentsIn } from './frames/commitments.ts'
import { doneIn } from './frames/done.ts'
import { timesOf } from './frames/due.ts'
import { rowsIn } from './frames/forms/rows.ts'
import * as bit from './lexicon/bits.ts'
import type { Lexicon } from './lexicon.ts'
import { prepare } from './prepare.ts'
import {
  type Commitment,
  type Development,
  type Done,
  type Finding,
  type Fulfilment,
  type Language,
  type Measure,
  type Passage,
  type Rating,
  type Reading,
  type Request,
  schema,
  type Term,
} from './reading.ts'
import { castOf } from './resolve/cast.ts'
import { futureAround, withRoles } from './resolve/roles.ts'
import { decisionsIn } from './statements/decisions.ts'
import { developmentsIn } from './statements/developments.ts'
import { englishIn } from './statements/english.ts'
import { lineAt, measuresIn } from './statements/measures.ts'
import { halvesJoined, ratingsIn } from './statements/ratings.ts'
import { fulfilmentsIn, requestIn } from './statements/requests.ts'
import { tableRatings } from './statements/tables.ts'
import type { Zone } from './text/sections.ts'
import { type Sentence, sentencesOf } from './tokens/sentences.ts'
import { lostSpaces } from './tokens/split.ts'
import { cutApart, type Tokens, tokenise } from './tokens/tokenise.ts'

export interface Options {
  readonly id?: string | null
  /** The letter's date, if the caller knows it; else the one the text states. */
  readonly date?: Day | null
  readonly format?: 'text' | 'markdown'
  /** What the file or its publisher states. A stated sender is taken; a stated title only where the text has none. */
  readonly title?: string | null
  readonly sender?: readonly string[]
  readonly lexicon: Lexicon
  /** Of the bytes the text was decoded from. */
  readonly sha256: string
  readonly encoding: string
  /** Counts steps, for the test of linear time. */
  readonly work?: { steps: number }
}

/** Blocks that hold no sentence of the letter. */
const still: ReadonlySet<string> = new Set(['heading', 'row'])

/** Zones whose sentences can hold a promise of the sender. */
const spoken: ReadonlySet<Zone> = new Set(['body', 'answer'])

export function read(text: string, options: Options): Reading {
  const { lexicon } = options
  const work = options.work ?? { steps: 0 }
  const prepared = prepare(text, lexicon)
  const people = findPeople(text, prepared.lines, lexicon)
  const date = options.date ?? people.date
  const { flow, footnotes } = prepared
  const { zones, sections } = prepared.structure(people.signedFrom)
  const first = tokenise(flow.text, lexicon.words)
  const cuts = lostSpaces(first, lexicon.words, lexicon.known)
  const tokens = cuts.length > 0 ? cutApart(first, lexicon.words, cuts) : first
  const language = vote(tokens)
  const sentences = sentencesOf(tokens, flow.blocks, low => lexicon.set.abbreviations.has(low))
  const doc: Doc = {
    source: text,
    flow,
    tokens,
    sentences,
    zones,
    mask: new Uint8Array(tokens.count),
    lexicon,
    language,
    date,
    home: people.home,
    work,
  }

  const citations = findCitations(doc, options.id ?? null)
  const mentions = findMentions(doc)
  const terms = findTerms(doc)
  const times = timesOf(findTimes(doc, futureAround(doc)))
  const addressee = people.addressee
  const sender = options.sender && options.sender.length > 0 ? options.sender : people.sender
  const cast = castOf(doc, sender, addressee, citations)

  const commitments: Commitment[] = []
  const done: Done[] = []
  const ratings: Rating[] = []
  const developments: Development[] = []
  const measures: Measure[] = []
  const decisions: Measure[] = []
  const requests: Request[] = []
  const fulfilments: Fulfilment[] = []
  const due = new Set<number>()
  const lines = mentions.filter(m => m.kind === 'action-line')
  const lineOf = ({ from, to }: Sentence): string | null => {
    if (lines.length === 0) return null
    const place = passage(doc, from, to)
    const heading = sections.findLast(s => s.level > 0 && s.start <= place.start)
    return lineAt(lines, place.start, place.end, heading)
  }
  const signedAt = people.signedFrom ?? Number.POSITIVE_INFINITY
  for (const sentence of sentences) {
    const zone = zones[sentence.block] ?? 'body'
    if (!spoken.has(zone) || still.has(flow.blocks[sentence.block]?.kind ?? '') || tokens.low[sentence.to - 1] === '?') continue
    if (flow.map.startOf(tokens.start[sentence.from] as number) >= signedAt) continue
    const found = language === 'en' ? englishIn(doc, sentence, times, cast) : commitmentsIn(doc, sentence, times, cast)
    for (const f of found) {
      commitments.push(f.commitment)
      if (f.due >= 0) due.add(f.due)
    }
    const promised = (from: number, to: number): boolean => found.some(f => f.from < to && from < f.to)
    // Who reported a promise has said something, but what counts is the promise.
    const reported = found.filter(f => f.commitment.reported)
    const decided = decisionsIn(doc, sentence, cast, lineOf(sentence), promised)
    decisions.push(...decided.map(d => d.measure))
    const settled = (from: number, to: number): boolean => promised(from, to) || decided.some(d => d.from < to && from < d.to)
    const taken = measuresIn(doc, sentence, cast, lineOf(sentence), settled)
    measures.push(...taken.map(m => m.measure))
    const met = fulfilmentsIn(doc, sentence, citations, promised)
    fulfilments.push(...met)
    const request = requestIn(doc, sentence, times, promised)
    keep(requests, request)
    const rated = ratingsIn(doc, sentence)
    ratings.push(...rated.map(r => r.rating))
    const spent = (from: number, to: number): boolean => settled(from, to) || [...rated, ...taken].some(r => r.from < to && from < r.to)
    const told = request ? [] : developmentsIn(doc, sentence, spent)
    developments.push(...told)
    // What is a decision, a measure, a rating, a development or a fulfilment is told as that.
    const reasons = [...told, ...met].flatMap(fact => fact.reasons)
    for (const d of doneIn(doc, sentence, times, cast, spent))
      if (!reported.some(f => f.commitment.start === d.start) && !reasons.some(r => r.start >= d.start && r.end <= d.end)) done.push(d)
  }
  const rows = rowsIn(doc, times, cast, block => spoken.has(zones[block] ?? 'body'))
  // What a row says is not said a second time by its cells.
  const own = commitments.filter(c => !rows.commitments.some(row => c.start < row.end && row.start < c.end))
  for (const i of rows.due) due.add(i)
  const roles = withRoles(doc, times, due, new Set(rows.announced))
  return {
    schema,
    document: {
      id: options.id ?? null,
      title: people.title ?? options.title ?? null,
      date,
      language,
      sender,
      addressee,
      sha256: options.sha256,
      length: text.length,
      encoding: options.encoding,
      signatories: people.signatories,
    },
    sections,
    footnotes,
    citations,
    terms: byPlace<Term>(terms),
    mentions: byPlace(mentions),
    times: byPlace(roles),
    commitments: byPlace([...own, ...rows.commitments]),
    ratings: byPlace([...halvesJoined(text, ratings), ...tableRatings(doc)]),
    developments,
    done: byPlace(done),
    measures: byPlace(measures),
    decisions: byPlace(decisions),
    requests,
    fulfilments,
    findings: findings(date, roles, prepared.missing),
  }
}

const keep = <T>(list: T[], found: T | null): void => {
  if (found) list.push(found)
}

const byPlace = <T extends Passage>(facts: readonly T[]): T[] => [...facts].sort((a, b) => a.start - b.start || a.end - b.end)

/** Stop words of both languages, counted over the first stretch of the text. */
function vote({ bits, count }: Tokens): Language {
  let balance = 0
  for (let i = 0; i < count && i < 4000; i++) {
    if (((bits[i] as number) & bit.english) !== 0) balance++
    if (((bits[i] as number) & bit.dutch) !== 0) balance--
  }
  return balance > 0 ? 'en' : 'nl'
}

function findings(date: Day | null, times: Reading['times'], missing: readonly number[]): Finding[] {
  const found: Finding[] = missing.map(n => ({
    code: 'marker-not-found',
    where: `footnote ${n}`,
    text: w(`Bij voetnoot ${n} is geen verwijzing in de tekst gevonden.`, `No marker in the text was found for footnote ${n}.`),
  }))
  if (date === null && times.some(t => t.from === null && t.to === null))
    found.push({
      code: 'date-unknown',
      where: 'document',
      text: w(
        'De datum van de brief is niet bekend. Tijden als "dit jaar" blijven open. Geef de datum mee.',
        'The date of the letter is not known. Times such as "this year" stay open. Give the date.',
      ),
    })
  return found
}
