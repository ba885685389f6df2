/** Reads one document: the stages in order, from source text to facts with their reasons. Pure and deterministic. */
import type { Day } from '../../../kernel/day.ts'
import { w } from '../../../kernel/words.ts'
import { type Doc, passage } from './doc.ts'
import { findCitations } from './find/citations/find.ts'
import { findMentions } from './find/mentions.ts'
import { findPeople } from './find/people.ts'
import { findTerms } from './find/terms.ts'
import { findTimes } from './find/times/find.ts'
import { clausesOf } from './frames/clauses.ts'
import { commitmentsIn } from './frames/commitments.ts'
import { doneIn } from './frames/done.ts'
import { timesOf } from './frames/due.ts'
import { rowsIn } from './frames/forms/rows.ts'
import * as bit from './lexicon/bits.ts'
import type { Lexicon } from './lexicon.ts'
import { prepare } from './prepare.ts'
import { type Finding, type Language, type Passage, type Reading, schema, type Term } from './reading.ts'
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

  const lines = mentions.filter(m => m.kind === 'action-line')
  const lineOf = ({ from, to }: Sentence): string | null => {
    if (lines.length === 0) return null
    const place = passage(doc, from, to)
    const heading = sections.findLast(s => s.level > 0 && s.start <= place.start)
    return lineAt(lines, place.start, place.end, heading)
  }
  const signedAt = people.signedFrom ?? Number.POSITIVE_INFINITY
  const speaking = sentences.filter(({ from, to, block }) => {
    if (!spoken.has(zones[block] ?? 'body') || still.has(flow.blocks[block]?.kind ?? '') || tokens.low[to - 1] === '?') return false
    return flow.map.startOf(tokens.start[from] as number) < signedAt
  })
  // Stage by stage, not sentence by sentence: the code of one stage fits the processor's cache, that of all does not.
  if (language === 'nl') for (const sentence of speaking) clausesOf(doc, sentence)
  const promised = speaking.map(it => (language === 'en' ? englishIn(doc, it, times, cast) : commitmentsIn(doc, it, times, cast)))
  const commitments = promised.flatMap(found => found.map(f => f.commitment))
  const due = new Set(promised.flatMap(found => found.filter(f => f.due >= 0).map(f => f.due)))
  const decided = speaking.map((it, i) => decisionsIn(doc, it, cast, lineOf(it), meets(promised[i])))
  const taken = speaking.map((it, i) => measuresIn(doc, it, cast, lineOf(it), meets(promised[i], decided[i])))
  const met = speaking.map((it, i) => fulfilmentsIn(doc, it, citations, meets(promised[i])))
  const asked = speaking.map((it, i) => requestIn(doc, it, times, meets(promised[i])))
  const rated = speaking.map(it => ratingsIn(doc, it))
  const spent = speaking.map((_, i) => meets(promised[i], decided[i], rated[i], taken[i]))
  const told = speaking.map((it, i) => (asked[i] ? [] : developmentsIn(doc, it, spent[i] as Meets)))
  const done = speaking.flatMap((it, i) => {
    const acts = doneIn(doc, it, times, cast, spent[i] as Meets)
    if (acts.length === 0) return acts
    // Who reported a promise has said something, but what counts is the promise.
    const reported = (promised[i] ?? []).filter(f => f.commitment.reported)
    // What is a decision, a measure, a rating, a development or a fulfilment is told as that.
    const reasons = [...(told[i] ?? []), ...(met[i] ?? [])].flatMap(fact => fact.reasons)
    return acts.filter(d => !reported.some(f => f.commitment.start === d.start) && !reasons.some(r => r.start >= d.start && r.end <= d.end))
  })
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
    ratings: byPlace([
      ...halvesJoined(
        text,
        rated.flat().map(r => r.rating),
      ),
      ...tableRatings(doc),
    ]),
    developments: told.flat(),
    done: byPlace(done),
    measures: byPlace(taken.flat().map(m => m.measure)),
    decisions: byPlace(decided.flat().map(d => d.measure)),
    requests: asked.filter(request => request !== null),
    fulfilments: met.flat(),
    findings: findings(date, roles, prepared.missing),
  }
}

interface Stretch {
  readonly from: number
  readonly to: number
}
type Meets = (from: number, to: number) => boolean

/** Whether a stretch of tokens meets one of what was found before. */
const meets =
  (...found: readonly (readonly Stretch[] | undefined)[]): Meets =>
  (from, to) =>
    found.some(list => list?.some(f => f.from < to && from < f.to))

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
