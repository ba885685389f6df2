/** From source text to running text with structure: lines, furniture, notes, markers, flow, sections. */
import type { Lexicon } from './lexicon.ts'
import type { Footnote, Section, Span } from './reading.ts'
import { buildFlow, type Flow } from './text/flow.ts'
import { clearFurniture } from './text/furniture.ts'
import { type Line, odd, splitLines, widthOf } from './text/lines.ts'
import { assignMarkers, markerCandidates } from './text/markers.ts'
import { findNotes } from './text/notes.ts'
import { sectionsOf, type Zone } from './text/sections.ts'
import { fold, hashed, noHash } from './tokens/words.ts'

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
    lines: lines.filter((_, i) => !taken.has(i)).map(line => ((line.holds & odd) !== 0 ? { ...line, text: plainly(line.text) } : line)),
    flow,
    footnotes,
    missing: footnotes.filter(f => f.marker === null).map(f => f.number),
    structure: signedFrom => sectionsOf(flow, text.length, signedFrom),
  }
}

/** As the running text would have it: no soft hyphens, accents on their letters. */
const plainly = (text: string): string => text.replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, '').normalize('NFC')

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
    if (!partOfWord(low.charCodeAt(at - 1)) && !partOfWord(low.charCodeAt(at + word.length))) return true
  return false
}
const partOfWord = (c: number): boolean => (c >= 0x61 && c <= 0x7a) || (c >= 0xe0 && c <= 0xff) || c === 0x2d
const ofParts = /^[a-zà-ÿ]{2,90}$/
/** Each character of a word in lower case; 0 for all others. */
const letterOf = new Uint16Array(0x10000)
for (let c = 0; c < 0x2140; c++) if (partOfWord(fold(c))) letterOf[c] = fold(c)

/** The hashes of a text's words: what is not among them does not stand in it. One look at every character, and no string is made. */
class Seen {
  readonly #slots: Int32Array
  /** Too many words for the table: any may stand in the text. */
  readonly #crowded: boolean

  constructor(text: string) {
    // A word has six characters and returns, so there are four places for each.
    const slots = new Int32Array(Math.max(64, 1 << (30 - Math.clz32(text.length))))
    const mask = slots.length - 1
    let room = slots.length >> 1
    for (let i = 0; i < text.length; i++) {
      let hash = noHash
      for (let c = letterOf[text.charCodeAt(i)] as number; c !== 0; c = i < text.length ? (letterOf[text.charCodeAt(i)] as number) : 0) {
        hash = hashed(hash, c)
        i++
      }
      if (hash === noHash) continue
      let at = hash & mask
      while (slots[at] !== 0 && slots[at] !== hash) at = (at + 1) & mask
      if (slots[at] === 0 && --room < 0) break
      slots[at] = hash
    }
    this.#crowded = room < 0
    this.#slots = slots
  }

  has(word: string): boolean {
    let hash = noHash
    for (let i = 0; i < word.length; i++) hash = hashed(hash, word.charCodeAt(i))
    let at = hash & (this.#slots.length - 1)
    while (this.#slots[at] !== 0 && this.#slots[at] !== hash) at = (at + 1) & (this.#slots.length - 1)
    return this.#crowded || this.#slots[at] === hash
  }
}

/** The document's own words, for hyphens: a part of a broken word is none that stands by itself. */
function wordsOf(text: string, lexicon: Lexicon): { known: (word: string) => boolean; hasVerb: (line: string) => boolean } {
  let low: string | undefined
  let seen: Seen | undefined
  const answers = new Map<string, boolean>()
  const own = (word: string): boolean => {
    let found = answers.get(word)
    if (found === undefined) {
      seen ??= new Seen(text)
      // Nearly every joined word is none at all; only what may stand there is looked for.
      found = (!ofParts.test(word) || seen.has(word)) && standsIn((low ??= text.toLowerCase()), word)
      answers.set(word, found)
    }
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
            (lexicon.auxiliaries.has(x) ||
              lexicon.thirds.has(x) ||
              ['is', 'heeft', 'hebben', 'was', 'kan', 'moet', 'blijkt', 'staat', 'ik'].includes(x)),
        ),
  }
}
