/** From source text to running text with structure: lines, furniture, notes, markers, flow, sections. */
import type { Lexicon } from './lexicon.ts'
import type { Footnote, Section, Span } from './reading.ts'
import { buildFlow, type Flow } from './text/flow.ts'
import { clearFurniture } from './text/furniture.ts'
import { type Line, splitLines, widthOf } from './text/lines.ts'
import { assignMarkers, markerCandidates } from './text/markers.ts'
import { findNotes } from './text/notes.ts'
import { sectionsOf, type Zone } from './text/sections.ts'

interface Prepared {
  readonly lines: readonly Line[]
  readonly flow: Flow
  readonly footnotes: readonly Footnote[]
  /** Numbers of footnotes without a marker. */
  readonly missing: readonly number[]
  readonly structure: (signedFrom: number | null) => { sections: Section[]; zones: Zone[] }
}

const mostNotes = 400

export function prepare(text: string, lexicon: Lexicon): Prepared {
  const { lines, pages } = clearFurniture(splitLines(text))
  const width = widthOf(lines)
  const everywhere = markerCandidates(text, lines, () => false, mostNotes)
  const earliest = new Map<number, number>()
  for (const c of everywhere) if (c.cost <= 5 && !earliest.has(c.number)) earliest.set(c.number, c.start)
  const { bodies, taken } = findNotes(lines, pages, width, (n, before) => (earliest.get(n) ?? Number.POSITIVE_INFINITY) < before)
  const candidates = everywhere.filter(c => !insideTaken(lines, taken, c))
  const assigned = assignMarkers(bodies, candidates)
  const markers: Span[] = assigned.filter(m => m !== null)
  const words = wordsOf(text, lexicon)
  const flow = buildFlow(text, lines, taken, bodies, markers, width, words)
  const footnotes = bodies.map((body, i): Footnote => {
    const marker = assigned[i]
    return {
      number: body.number,
      marker: marker ? { start: marker.start, end: marker.end } : null,
      body: { start: body.start, end: body.end, quote: text.slice(body.start, body.end) },
    }
  })
  return {
    lines: lines.filter((_, i) => !taken.has(i)),
    flow,
    footnotes,
    missing: footnotes.filter(f => f.marker === null).map(f => f.number),
    structure: signedFrom => sectionsOf(flow, text.length, signedFrom),
  }
}

function insideTaken(lines: readonly Line[], taken: ReadonlySet<number>, c: Span): boolean {
  let [a, b] = [0, lines.length - 1]
  while (a < b) {
    const middle = (a + b + 1) >> 1
    if ((lines[middle]?.start ?? 0) <= c.start) a = middle
    else b = middle - 1
  }
  return taken.has(a)
}

/** Whether a word stands in the text by itself, without letters or hyphens around it. */
function standsIn(low: string, word: string): boolean {
  for (let at = low.indexOf(word); at >= 0; at = low.indexOf(word, at + 1))
    if (!partOfWord.test(low[at - 1] ?? ' ') && !partOfWord.test(low[at + word.length] ?? ' ')) return true
  return false
}
const partOfWord = /[a-zà-ÿ-]/

/** The document's own words, for hyphens: a part of a broken word is none that stands by itself. */
function wordsOf(text: string, lexicon: Lexicon): { known: (word: string) => boolean; hasVerb: (line: string) => boolean } {
  let low: string | undefined
  const answers = new Map<string, boolean>()
  // Few words are asked for, only by a hyphen that may break one: looking through the text is cheaper than a list of all its words.
  const own = (word: string): boolean => {
    low ??= text.toLowerCase()
    let found = answers.get(word)
    if (found === undefined) answers.set(word, (found = standsIn(low, word)))
    return found
  }
  return {
    known: word => lexicon.known(word) || own(word),
    hasVerb: line =>
      line
        .toLowerCase()
        .split(/[^a-zà-ÿ]/)
        .some(
          (x, i) =>
            i > 0 &&
            (lexicon.set.future.has(x) ||
              lexicon.set.passive.has(x) ||
              lexicon.thirds.has(x) ||
              ['is', 'heeft', 'hebben', 'was', 'kan', 'moet', 'blijkt', 'staat'].includes(x)),
        ),
  }
}
