/**
 * Footnote bodies, found by their ascending numbers before their markers are looked for. Three layouts: number and body on a
 * line at the foot of a page; numbers alone on lines, apart from their bodies; Markdown `[^1]: body`. The number stands bare, in square
 * brackets, or with a bracket or a stop behind it.
 */
import { full, type Line } from './lines.ts'

export interface NoteBody {
  readonly number: number
  readonly start: number
  readonly end: number
  /** First and last line index; the zone's extent tells on which page the marker must stand. */
  readonly first: number
  readonly last: number
  readonly zoneStart: number
}

/** How a body writes its number: `1 Text`, `[1] Text`, `1) Text`, `1. Text`. */
type Style = 'bare' | 'square' | 'round' | 'stop'

interface Notes {
  readonly bodies: NoteBody[]
  readonly style: Style
  /** Line indexes taken by notes. */
  readonly taken: ReadonlySet<number>
}

const bare = /^\d{1,3}$/
const questionHead = /^(?:Vraag|Antwoord|Vragen|Antwoorden)\b/

/** The body that follows its number on the same line, or -1: `1 Text`, `1Text`, `1https://…`, `136 200 XV`; in the bare style never `1.` or `1)`. */
function bodyAt(text: string, n: number, style: Style = 'bare'): number {
  const first = text.charCodeAt(0)
  if (style === 'square' ? first !== 0x5b : first < 0x31 || first > 0x39) return -1
  const digits = String(n)
  if (style !== 'bare') return behindSign(text, digits, style)
  if (!text.startsWith(digits)) return -1
  const next = text.charCodeAt(digits.length)
  if (next === 0x20 || next === 0x09 || next === 0xa0) {
    let i = digits.length
    while (/\s/.test(text[i] ?? '')) i++
    return i < text.length && !/[%.,)]/.test(text[i] ?? '') ? i : -1
  }
  const rest = text.slice(digits.length, digits.length + 8)
  return /^(?:[A-Za-z«“‘"'(À-ſ]|\d{4}[A-Z]|\d{2} \d{3}[ ,-])/.test(rest) ? digits.length : -1
}

function behindSign(text: string, digits: string, style: 'square' | 'round' | 'stop'): number {
  const sign = style === 'square' ? `[${digits}]` : style === 'round' ? `${digits})` : `${digits}.`
  if (!text.startsWith(sign)) return -1
  let i = sign.length
  while (/\s/.test(text[i] ?? '')) i++
  return i < text.length && (style === 'square' || i > sign.length) ? i : -1
}

/** `hasMarker`: a number in the text before it that may be its marker; `near`: one that can hardly be anything else. */
export function findNotes(
  lines: readonly Line[],
  pages: readonly number[],
  width: number,
  hasMarker: (n: number, before: number) => boolean,
  near: (n: number, before: number) => boolean,
): Notes {
  const bodies: NoteBody[] = []
  const taken = new Set<number>()
  let expected = 1
  const keep = (zone: readonly NoteBody[], from: number, to: number): void => {
    bodies.push(...zone)
    for (let i = from; i <= to; i++) taken.add(i)
    expected += zone.length
  }
  markdown(lines, keep)
  if (bodies.length > 0) return { bodies, taken, style: 'bare' }
  for (const style of ['bare', 'square'] as const) {
    for (let p = 0; p < pages.length; p++) {
      const from = pages[p] ?? 0
      const to = (pages[p + 1] ?? lines.length) - 1
      const bare = style === 'bare'
      const zone =
        (bare ? apart(lines, from, to, expected) : null) ?? (pages.length > 1 ? atFoot(lines, from, to, expected, style, hasMarker) : null)
      if (zone) keep(zone, zone[0]?.first ?? from, to)
      else inText(lines, from, to, expected, width, style, hasMarker, keep)
    }
    if (bodies.length > 0) return { bodies, taken, style }
  }
  for (const style of ['round', 'stop'] as const) {
    const zone = atEnd(lines, style, near)
    if (zone) keep(zone, zone[0]?.first ?? 0, zone.at(-1)?.last ?? 0)
    if (zone) return { bodies, taken, style }
  }
  return { bodies, taken, style: 'bare' }
}

/** The last lines of a text whose numbers might be those of a list: each must have a marker that can be nothing else. */
function atEnd(lines: readonly Line[], style: Style, near: (n: number, before: number) => boolean): NoteBody[] | null {
  let first = lines.length - 1
  while (first > 0 && bodyAt(lines[first]?.text ?? '', 1, style) < 0) first--
  if (!lines[first - 1]?.blank || lines.length - first > 200) return null
  const zone = bodiesFrom(lines, first, lines.length - 1, 1, style)
  return zone.length > 0 && zone.every(body => near(body.number, lines[first]?.start ?? 0)) ? zone : null
}

function markdown(lines: readonly Line[], keep: (zone: NoteBody[], from: number, to: number) => void): void {
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]
    const m = line && line.text.charCodeAt(0) === 0x5b ? /^\[\^(\d{1,3})\]: {0,4}/.exec(line.text) : null
    if (!line || !m || m[0].length >= line.text.length) continue
    let last = i
    while (lines[last + 1] && !lines[last + 1]?.blank && !lines[last + 1]?.text.startsWith('[^')) last++
    keep(
      [{ number: Number(m[1]), start: line.start + m[0].length, end: lines[last]?.end ?? line.end, first: i, last, zoneStart: line.start }],
      i,
      last,
    )
    i = last
  }
}

/** Layout 1 without known page ends: a blank line or another note before it; the body ends where its line is not full. */
function inText(
  lines: readonly Line[],
  from: number,
  to: number,
  start: number,
  width: number,
  style: Style,
  hasMarker: (n: number, before: number) => boolean,
  keep: (zone: NoteBody[], from: number, to: number) => void,
): void {
  let expected = start
  let zoneStart = -1
  let previous = -2
  let textBefore = false
  for (let i = from; i <= to; i++) {
    const line = lines[i]
    if (!line || line.blank) continue
    const joined = previous === i - 1 || (previous >= 0 && onlyBlank(lines, previous + 1, i))
    if (!(joined || i === from || lines[i - 1]?.blank || stuck(line.text))) continue
    const at = bodyAt(line.text, expected, style)
    // Behind another note the next number needs no marker to be believed.
    if (at < 0 || !(joined || hasMarker(expected, line.start))) continue
    if (!joined) {
      zoneStart = line.start
      textBefore = unfinished(lines, i)
    }
    let last = untilNext(lines, i, to, expected + 1, style)
    for (; last === i || bodyAt(lines[last + 1]?.text ?? '', expected + 1, style) < 0; ) {
      const [here, next] = [lines[last], lines[last + 1]]
      if (!here || !next || next.blank || next.opens || last + 1 > to) break
      if (bodyAt(next.text, expected + 1, style) >= 0 || !full(here, next, width) || complete(here.text, next.text)) break
      if (textBefore && /^[a-zà-ÿ(]/.test(next.text) && !expectant.test(here.text)) break
      last++
    }
    keep([{ number: expected, start: line.start + at, end: lines[last]?.end ?? line.end, first: i, last, zoneStart }], i, last)
    expected++
    previous = last
    i = last
  }
}

/** `1NRC, 14 december`: a number that stuck to its body. */
const stuck = (text: string): boolean => /^\d{1,2}[A-Z][A-Za-z]/.test(text)

/** Where the next number follows within a few lines, all up to it is this note. */
function untilNext(lines: readonly Line[], from: number, to: number, next: number, style: Style): number {
  for (let i = from + 1; i <= to && i <= from + 6; i++) {
    const line = lines[i]
    if (!line || line.blank || line.opens) return from
    if (bodyAt(line.text, next, style) >= 0) return i - 1
  }
  return from
}

/** Whether the text above a zone of notes stops in the middle of a sentence: then what goes on in lower case may be that sentence. */
function unfinished(lines: readonly Line[], zone: number): boolean {
  for (let i = zone - 1; i >= 0; i--) {
    const line = lines[i]
    if (line && !line.blank) return !/[.!?:][”’»"')]?\d{0,2}$/.test(line.text)
  }
  return false
}

/** A line of a note that cannot be its last. */
const expectant =
  /(?:[,;:(–-]|(?:^|[\s.])(?:nrs?\.|de|het|een|van|voor|bij|in|en|of|op|met|aan|tot|II?|Kamerstuk(?:ken)?|vergaderjaar|\d{2}))$/

/** A citation that is whole, before a line that begins anew: the page's text goes on there. */
const complete = (here: string, next: string): boolean => /(?:\d|bijlage)\.?$/.test(here) && /^[A-ZÀ-Þ“‘]/.test(next)

const onlyBlank = (lines: readonly Line[], from: number, to: number): boolean => {
  for (let i = from; i < to; i++) if (!lines[i]?.blank) return false
  return true
}

/** Layout 1 on a page whose end is known: everything from the first note to the end of the page. */
function atFoot(
  lines: readonly Line[],
  from: number,
  to: number,
  expected: number,
  style: Style,
  hasMarker: (n: number, before: number) => boolean,
): NoteBody[] | null {
  let first = -1
  for (let i = to; i >= from && first < 0; i--) {
    const line = lines[i]
    if (!line || line.blank) continue
    if (questionHead.test(line.text)) return null
    if (bodyAt(line.text, expected, style) >= 0) first = i
  }
  if (first < 0 || !hasMarker(expected, lines[first]?.start ?? 0)) return null
  return bodiesFrom(lines, first, to, expected, style)
}

/** The notes of a zone, each up to the next. */
function bodiesFrom(lines: readonly Line[], first: number, to: number, expected: number, style: Style): NoteBody[] {
  const starts: { line: number; at: number }[] = []
  for (let i = first; i <= to; i++) {
    const at = bodyAt(lines[i]?.text ?? '', expected + starts.length, style)
    if (at >= 0) starts.push({ line: i, at })
  }
  return starts.map((s, k) => {
    let last = (starts[k + 1]?.line ?? to + 1) - 1
    while (last > s.line && lines[last]?.blank) last--
    return {
      number: expected + k,
      start: (lines[s.line]?.start ?? 0) + s.at,
      end: lines[last]?.end ?? 0,
      first: s.line,
      last,
      zoneStart: lines[first]?.start ?? 0,
    }
  })
}

/**
 * Layout 2: numbers stand alone on lines, before, between or after the bodies. The numbers of the zone must be exactly the next
 * ones; the body lines are divided over them in order, at the numbers first, then where a line ends a thought.
 */
function apart(lines: readonly Line[], from: number, to: number, expected: number): NoteBody[] | null {
  const zone = zoneOfNumbers(lines, from, to, expected)
  if (!zone) return null
  const groups: { first: number; last: number }[] = []
  let open = false
  for (let i = zone.first; i <= to; i++) {
    const line = lines[i]
    const content = line && !line.blank && !bare.test(line.text)
    if (!content) open = false
    else if (open) (groups[groups.length - 1] as { last: number }).last = i
    else {
      groups.push({ first: i, last: i })
      open = true
    }
  }
  while (groups.length < zone.count && divide(lines, groups)) {}
  while (groups.length > zone.count && groups.length > 1) {
    const last = groups.pop() as { last: number }
    const before = groups[groups.length - 1] as { last: number }
    before.last = last.last
  }
  return groups.map((g, k) => ({
    number: expected + k,
    start: lines[g.first]?.start ?? 0,
    end: lines[g.last]?.end ?? 0,
    first: k === 0 ? zone.first : g.first,
    last: g.last,
    zoneStart: lines[zone.first]?.start ?? 0,
  }))
}

function zoneOfNumbers(lines: readonly Line[], from: number, to: number, expected: number): { first: number; count: number } | null {
  const numbers: number[] = []
  let best: { first: number; count: number } | null = null
  for (let i = to; i >= from; i--) {
    const line = lines[i]
    if (!line || line.blank) continue
    if (questionHead.test(line.text)) break
    if (!bare.test(line.text)) continue
    numbers.push(Number(line.text))
    const sorted = [...new Set(numbers)].sort((a, b) => a - b)
    const next = sorted.length === numbers.length && sorted.every((n, k) => n === expected + k)
    if (next && (i === from || lines[i - 1]?.blank || lines[i + 1]?.blank)) best = { first: i, count: numbers.length }
    if (numbers.length > 60) break
  }
  return best
}

/** Divides the group with the likeliest inner boundary: a line that ends a thought, before one that begins like a source. */
function divide(lines: readonly Line[], groups: { first: number; last: number }[]): boolean {
  let best = { score: -1, group: -1, at: -1 }
  groups.forEach((g, k) => {
    for (let i = g.first + 1; i <= g.last; i++) {
      const [before, here] = [lines[i - 1]?.text ?? '', lines[i]?.text ?? '']
      let score = 0
      if (/^(?:Kamerstuk|Aanhangsel|Zie|https?:|www\.|Bijlage|Motie|Stcrt|Stb)/.test(here)) score += 4
      else if (/^[A-Z«“]/.test(here)) score += 2
      if (/[.»”)]$/.test(before)) score += 2
      score += Math.max(0, 1 - before.length / 100)
      if (score > best.score) best = { score, group: k, at: i }
    }
  })
  const g = groups[best.group]
  if (!g || best.score < 0) return false
  groups.splice(best.group, 1, { first: g.first, last: best.at - 1 }, { first: best.at, last: g.last })
  return true
}
