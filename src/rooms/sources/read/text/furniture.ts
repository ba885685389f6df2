/** What belongs to the page and not to the text: heads, feet, page numbers, the publisher's marks. */
import type { Line } from './lines.ts'

/** Marks of the Dutch official publications; each anchored at a literal and bounded. */
const atoms: readonly RegExp[] = [
  /^ISSN \d{4} ?- ?\d{3}[\dX]/,
  /^[’'‘]s-Gravenhage \d{4}/,
  /^(?:ah-tk|ah-ek|kst|h-tk|h-ek|blg)-[0-9a-z-]{3,40}$/i,
  /^(?:ah|h|kst) (?:tk |ek )?\d{5,8} \d{1,5}$/,
  /^Pagina \d{1,4}(?: van \d{1,4})?$/,
  /^\d{1,3} ?\/ ?\d{1,3}$/,
  /^[-–] ?\d{1,3} ?[-–]$/,
]
/** How a mark can begin: one look, before the patterns are tried. */
const candidate = /^(?:ISSN|.s-G|a?h[- ]|ah|kst|blg|Pagina|[\d–-]|[TE][a-z]{5} Kamer,)/i
/** The first letters of those, and which one stands behind them: nearly every line is none by these two. */
const seconds: Readonly<Record<string, string>> = { i: 's', a: 'h', h: '- ', k: 's', b: 'l', p: 'a' }
const beginnings = new Set(Object.entries(seconds).flatMap(([a, all]) => [...all].map(b => pair(a.charCodeAt(0), b.charCodeAt(0)))))
function pair(a: number, b: number): number {
  return ((a | 0x20) << 16) | b | 0x20
}
function mayBegin(text: string): boolean {
  const c = text.charCodeAt(0)
  if ((c >= 0x30 && c <= 0x39) || c === 0x2d || c === 0x2013 || text.charCodeAt(2) === 0x2d) return true
  return beginnings.has(pair(c, text.charCodeAt(1))) || (((c | 0x20) === 0x74 || (c | 0x20) === 0x65) && text.charCodeAt(6) === 0x20)
}
const foot = /^(?:Tweede|Eerste) Kamer, vergaderjaar \d{4}[–-]\d{2,4}, Aanhangsel ?/
const bare = /^\d{1,3}$/

interface Cleared {
  readonly lines: Line[]
  /** Index of the first line of each page the text marks; always begins with 0. */
  readonly pages: number[]
}

/** Only a number at the end may differ: the same source in two footnotes differs at its beginning, and is no furniture. */
const mask = (text: string): string => (digit(text.charCodeAt(text.length - 1)) ? text.replace(/\d{1,4}$/, '0') : text)
const digit = (c: number): boolean => c >= 0x30 && c <= 0x39

/** Takes furniture off; a mark that is glued to text is cut off and the rest stays, as the first line of the next page. */
export function clearFurniture(given: readonly Line[]): Cleared {
  const lines: Line[] = []
  let pageNumber = 1
  let afterFoot = false
  for (const line of given) {
    if (line.opens && lines.length > 0) afterFoot = false
    let rest = line
    let cut = false
    for (;;) {
      if (!mayBegin(rest.text) || !candidate.test(rest.text)) break
      const found = atomOf(rest.text)
      const isFoot = found ? null : foot.exec(rest.text)
      const length = found?.[0].length ?? isFoot?.[0].length ?? 0
      if (length === 0) break
      cut = true
      rest = behind(rest, length)
      if (!isFoot) continue
      const number = String(pageNumber)
      if (rest.text.startsWith(number)) rest = behind(rest, number.length)
      pageNumber++
      afterFoot = true
    }
    if (cut && rest.blank) {
      lines.push(rest)
      continue
    }
    // A bare number between a foot and the next page is the page number.
    if (afterFoot && bare.test(rest.text)) {
      lines.push(behind(rest, rest.text.length))
      continue
    }
    if (!rest.blank && afterFoot) {
      rest = { ...rest, opens: true }
      afterFoot = false
    }
    lines.push(rest)
  }
  return repeated(lines)
}

function atomOf(text: string): RegExpExecArray | null {
  for (const atom of atoms) {
    const found = atom.exec(text)
    if (found) return found
  }
  return null
}

function behind(line: Line, length: number): Line {
  let start = line.start + length
  while (start < line.end && line.text.charCodeAt(start - line.start) === 0x20) start++
  const text = line.text.slice(start - line.start)
  return { start, end: line.end, text, size: Math.min(line.size, text.length), blank: start >= line.end, opens: false, holds: line.holds }
}

/** Lines that return at the head or foot of three pages and of half of them, their page number aside. */
function repeated(lines: Line[]): Cleared {
  const pages = pagesOf(lines)
  if (pages.length < 3) {
    margins(lines, pages)
    return { lines, pages }
  }
  const edge: number[] = []
  for (let p = 0; p < pages.length; p++) {
    const inside: number[] = []
    for (let i = pages[p] ?? 0; i < (pages[p + 1] ?? lines.length); i++) if (!lines[i]?.blank) inside.push(i)
    edge.push(...new Set([...inside.slice(0, 3), ...inside.slice(-3)]))
  }
  const counts = new Map<string, number>()
  const short = edge.filter(i => (lines[i]?.text.length ?? 0) <= 123)
  const masks = short.map(i => mask(lines[i]?.text ?? ''))
  for (const text of masks) counts.set(text, (counts.get(text) ?? 0) + 1)
  for (const [k, i] of short.entries()) {
    const line = lines[i]
    if (!line || line.text.length > 120) continue
    const n = counts.get(masks[k] as string) ?? 0
    // A bare number is a page number only in company of a real foot; footnote numbers look the same.
    if (n >= 3 && n * 2 >= pages.length && !bare.test(line.text)) lines[i] = { ...line, text: '', end: line.start, blank: true }
  }
  margins(lines, pages)
  return { lines, pages }
}

/** So many lines a margin column may have at the head of a page, and at the start of the letter. */
const marginLines = 14
const openingLines = 45
const longestMargin = 60

/** A margin column that an extractor put at the head of every page: a run of short lines from the top that all stand on another page too. */
function margins(lines: Line[], pages: readonly number[]): void {
  if (pages.length < 2) return
  const counts = new Map<string, number>()
  const tops = pages.map((from, p) => {
    const filled: number[] = []
    for (let i = from; i < (pages[p + 1] ?? lines.length) && filled.length < (p === 0 ? openingLines : marginLines); i++)
      if (!lines[i]?.blank) filled.push(i)
    const short = filled.map(i => lines[i]?.text ?? '').filter(text => text.length <= longestMargin)
    for (const text of new Set(short)) counts.set(text, (counts.get(text) ?? 0) + 1)
    return filled
  })
  for (const top of tops.slice(1))
    for (const i of top) {
      const line = lines[i] as Line
      if (line.text.length > longestMargin || (counts.get(line.text) ?? 0) < 2 || bare.test(line.text)) break
      lines[i] = { ...line, text: '', end: line.start, blank: true }
    }
}

function pagesOf(lines: readonly Line[]): number[] {
  const pages = [0]
  for (let i = 1; i < lines.length; i++) if (lines[i]?.opens) pages.push(i)
  return pages
}
