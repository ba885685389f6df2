/** From source text to running text with structure: lines, furniture, notes, markers, flow, sections. */
import type { Lexicon } from './lexicon.ts'
import type { Footnote, Section, Span } from './reading.ts'
import { buildFlow, type Flow, type Words as KnownWords } from './text/flow.ts'
import { clearFurniture } from './text/furniture.ts'
import { type Line, odd, splitLines, widthOf } from './text/lines.ts'
import { assignMarkers, markerCandidates } from './text/markers.ts'
import { findNotes } from './text/notes.ts'
import { sectionsOf, type Zone } from './text/sections.ts'
import { type Hashes, hashesOf, hashOf, hashOver, standsIn } from './tokens/hashes.ts'
import { noHash } from './tokens/words.ts'

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
  const before = (most: number): ((n: number, place: number) => boolean) => {
    const earliest = new Map<number, number>()
    for (const c of everywhere) if (c.cost <= most && !earliest.has(c.number)) earliest.set(c.number, c.start)
    return (n, place) => (earliest.get(n) ?? Number.POSITIVE_INFINITY) < place
  }
  const { bodies, taken, style } = findNotes(lines, pages, width, before(5), before(2))
  const candidates = taken.size === 0 ? everywhere : everywhere.filter(c => !insideTaken(lines, taken, c))
  // `in december.1)`: the bracket belongs to the marker.
  const assigned = assignMarkers(bodies, candidates).map(m =>
    m && style === 'round' && text[m.end] === ')' ? { ...m, end: m.end + 1 } : m,
  )
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
    lines: plainLines(lines, taken),
    flow,
    footnotes,
    missing: footnotes.filter(f => f.marker === null).map(f => f.number),
    structure: signedFrom => sectionsOf(flow, text.length, signedFrom),
  }
}

/** The lines that are no notes, as the running text would have them: no soft hyphens, accents on their letters. */
function plainLines(lines: readonly Line[], taken: ReadonlySet<number>): Line[] {
  const found: Line[] = []
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as Line
    if (taken.has(i)) continue
    found.push((line.holds & odd) !== 0 && changes(line.text) ? { ...line, text: plainly(line.text) } : line)
  }
  return found
}
const plainly = (text: string): string => text.replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, '').normalize('NFC')
/** Below the loose accents every letter is whole, and only a soft hyphen is not seen. */
function changes(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i)
    if (c === 0xad || (c >= 0x300 && !(c >= 0x2010 && c <= 0x203f))) return true
  }
  return false
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

/** Whether a word behind the first is a finite verb. */
function hasFinite(low: string, finites: ReadonlySet<string>): boolean {
  let from = 0
  for (let i = 0; i <= low.length; i++) {
    const c = low.charCodeAt(i)
    if ((c >= 0x61 && c <= 0x7a) || (c >= 0xe0 && c <= 0xff)) continue
    if (from > 0 && i > from && finites.has(low.slice(from, i))) return true
    from = i + 1
  }
  return false
}

const ofParts = /^[a-zà-ÿ]{2,90}$/

/** The document's own words, for hyphens: a part of a broken word is none that stands by itself. */
function wordsOf(text: string, lexicon: Lexicon): KnownWords {
  let low: string | undefined
  let kept: Hashes | undefined
  const seen = (): Hashes => (kept ??= hashesOf(text))
  const answers = new Map<string, boolean>()
  const own = (word: string): boolean => {
    let found = answers.get(word)
    if (found === undefined) {
      // Nearly every joined word is none at all; only what may stand there is looked for.
      found = (!ofParts.test(word) || seen().has(hashOf(word))) && standsIn((low ??= text.toLowerCase()), word)
      answers.set(word, found)
    }
    return found
  }
  return {
    known: word => lexicon.known(word) || own(word),
    mayJoin: (from, hyphen, to) => {
      const left = hashOver(noHash, text, from, hyphen)
      const hash = left === 0 ? 0 : hashOver(left, text, hyphen + 1, to)
      return hash === 0 || lexicon.hashes.has(hash) || seen().has(hash)
    },
    hasVerb: line => hasFinite(line.toLowerCase(), lexicon.finites),
  }
}
