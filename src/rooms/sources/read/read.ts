import type { Day } from '../../../kernel/day.ts'
import { w } from '../../../kernel/words.ts'
import type { Doc } from './doc.ts'
import { findCitations } from './find/citations/find.ts'
import { findMentions } from './find/mentions.ts'
import { findPeople } from './find/people.ts'
import { findTerms } from './find/terms.ts'
import { findTimes } from './find/times/find.ts'
import { factsOf } from './frames/facts.ts'
import { finiteAt } from './frames/verbs.ts'
import type { Lexicon } from './lexicon.ts'
import { type Finding, type Footnote, type Language, type Reading, schema } from './reading.ts'
import { buildFlow } from './text/flow.ts'
import { clearFurniture } from './text/furniture.ts'
import { type Line, splitLines, widthOf } from './text/lines.ts'
import { assignMarkers, markerCandidates } from './text/markers.ts'
import { findNotes } from './text/notes.ts'
import { sectionsOf } from './text/sections.ts'
import { sentencesOf } from './tokens/sentences.ts'
import { tokenise, word } from './tokens/tokenise.ts'

export interface ReadOptions {
  readonly id?: string | null
  readonly date?: Day | null
  readonly format?: 'text' | 'markdown'
  readonly lexicon: Lexicon
  readonly sha256: string
  readonly encoding: string
}

/** Reads one document: the stages one after the other, each in linear time. The same text and pack always give the same reading. */
export function read(source: string, options: ReadOptions): Reading {
  const { lexicon } = options
  const { lines, pages } = clearFurniture(splitLines(source))
  const width = widthOf(lines)
  const language = languageOf(lines, lexicon)
  const people = findPeople(source, lines, lexicon)
  const date = options.date ?? people.date
  const id = options.id ?? null

  // Bodies are found first; a number in the text that could be a marker tells a body from an ordinary line.
  const first = markerCandidates(source, lines, () => false, 300)
  const notes = findNotes(lines, pages, width, (n, before) => first.some(it => it.number === n && it.start < before))
  const candidates = markerCandidates(source, lines, line => notes.taken.has(line), notes.bodies.length)
  const markers = assignMarkers(notes.bodies, candidates)
  const words = vocabularyOf(lines, lexicon)
  const flow = buildFlow(source, lines, notes.taken, notes.bodies, markers.filter(it => it !== null), width, words)
  const tokens = tokenise(flow.text, lostSpaces(flow.text, lexicon))
  const sentences = sentencesOf(tokens, flow.blocks, low => lexicon.set.abbreviations.has(low))
  const { sections, zones } = sectionsOf(flow, source.length, people.signedFrom)
  const doc: Doc = { source, flow, tokens, sentences, zones, mask: new Uint8Array(tokens.count), lexicon, language, date, work: { steps: 0 } }

  const citations = findCitations(doc, id)
  const terms = findTerms(doc)
  const mentions = findMentions(doc)
  const times = findTimes(doc, i => comesLater(doc, i))
  const facts = factsOf(doc, times, citations, people.addressee)
  const footnotes: Footnote[] = notes.bodies.map((body, i) => ({
    number: body.number,
    marker: spanOf(markers[i] ?? null),
    body: { start: body.start, end: body.end, quote: source.slice(body.start, body.end) },
  }))
  return {
    schema,
    document: {
      id,
      title: people.title,
      date,
      language,
      sender: people.sender,
      addressee: people.addressee,
      sha256: options.sha256,
      length: source.length,
      encoding: options.encoding,
      signatories: people.signatories,
    },
    sections,
    footnotes,
    citations,
    terms,
    mentions,
    times: facts.times,
    commitments: facts.commitments,
    ratings: [],
    developments: [],
    done: facts.done,
    measures: [],
    decisions: [],
    requests: [],
    fulfilments: [],
    findings: findings(footnotes, date),
  }
}

const spanOf = (it: { start: number; end: number } | null) => (it ? { start: it.start, end: it.end } : null)

function findings(footnotes: readonly Footnote[], date: Day | null): Finding[] {
  const found: Finding[] = footnotes
    .filter(note => note.marker === null)
    .map(note => ({ code: 'marker-not-found', where: `footnote ${note.number}`, text: w('De plek van deze voetnoot in de tekst is niet gevonden.', 'The place of this footnote in the text was not found.') }))
  if (date === null)
    found.push({
      code: 'no-date',
      where: 'document',
      text: w('De brief heeft geen datum. Termijnen als “dit jaar” blijven open; geef de datum mee.', 'The letter has no date. Windows such as “this year” stay open; give the date.'),
    })
  return found
}

/** A vote of small words; Dutch where it is a draw. */
function languageOf(lines: readonly Line[], { data }: Lexicon): Language {
  const [nl, en] = [new Set(data.stopWords.nl), new Set(data.stopWords.en)]
  let votes = 0
  for (const line of lines.slice(0, 400))
    for (const low of line.text.toLowerCase().split(' ')) votes += Number(nl.has(low)) - Number(en.has(low))
  return votes < 0 ? 'en' : 'nl'
}

/** Words of the document and the pack, for telling a broken word from a hyphenated one. */
function vocabularyOf(lines: readonly Line[], lexicon: Lexicon) {
  const own = new Set<string>()
  for (const line of lines) for (const each of line.text.split(/[^A-Za-zÀ-ɏ]/)) if (each) own.add(each.toLowerCase())
  return {
    known: (low: string) => own.has(low) || lexicon.known(low),
    hasVerb: (text: string) => text.toLowerCase().split(/[^a-zà-ɏ]/).some(low => lexicon.set.future.has(low) || lexicon.set.passive.has(low) || lexicon.set.perfect.has(low) || (lexicon.forms.get(low) ?? []).some(f => f.kind === 'present' && !f.plural)),
  }
}

/** `rapportvolgt`: two words that lost the space between them, where the first stands alone elsewhere and the second is a verb of the pack. */
function lostSpaces(text: string, lexicon: Lexicon): number[] {
  const cuts: number[] = []
  const words = [...text.matchAll(/[A-Za-zÀ-ɏ]{9,40}/g)]
  const own = new Set(text.toLowerCase().split(/[^a-zà-ɏ]/))
  for (const { 0: long, index } of words) {
    const low = long.toLowerCase()
    for (let at = 5; at <= low.length - 4; at++) {
      const verb = (lexicon.forms.get(low.slice(at)) ?? []).some(f => f.kind === 'present' && !f.plural && f.verb.lemma !== low.slice(at) && low.endsWith('t'))
      if (verb && own.has(low.slice(0, at)) && !lexicon.known(low)) cuts.push(index + at)
    }
  }
  return cuts
}

/** Whether the sentence around a token speaks of what is to come. */
function comesLater(doc: Doc, i: number): boolean {
  const sentence = doc.sentences.find(it => it.from <= i && i < it.to)
  if (!sentence) return true
  for (let k = sentence.from; k < sentence.to; k++) {
    if (doc.tokens.kind[k] !== word) continue
    const kind = finiteAt(doc, k)
    if (kind === 'past' || kind === 'perfect') return false
    if (kind === 'future' || kind === 'present' || kind === 'passive') return true
  }
  return true
}
