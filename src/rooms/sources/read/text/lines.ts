/** Source text to lines, each with its place; pages where the text itself marks them (form feed, a rule of Markdown). */

export interface Line {
  /** First character after leading white space; equal to `end` on a blank line. */
  readonly start: number
  /** After the last character that is no white space. */
  readonly end: number
  readonly text: string
  /** Characters that are seen: without soft hyphens and loose accents. */
  readonly size: number
  readonly blank: boolean
  /** The first line of a page: after a form feed, a rule, or with the leading space some extractors leave there. */
  readonly opens: boolean
}

const white = (c: number): boolean => c === 0x20 || c === 0x09 || c === 0xa0 || c === 0x0b || c === 0x2009 || c === 0x202f || c === 0xfeff

/** A line of three or more dashes, stars or underscores: a page or section rule. */
const rule = /^(?:-{3,80}|\*{3,80}|_{3,80})$/

/** Splits at LF, CR, CRLF and form feed; one pass. */
export function splitLines(source: string): Line[] {
  const lines: Line[] = []
  let at = 0
  let opens = true
  for (let i = 0; i <= source.length; i++) {
    const c = i < source.length ? source.charCodeAt(i) : 0x0a
    if (c !== 0x0a && c !== 0x0d && c !== 0x0c) continue
    const line = trimmed(source, at, i, opens)
    const isRule = rule.test(line.text)
    lines.push(isRule ? { ...line, text: '', end: line.start, blank: true } : line)
    if (c === 0x0d && source.charCodeAt(i + 1) === 0x0a) i++
    at = i + 1
    // A page opens with the first line that says something.
    opens = c === 0x0c || isRule || (opens && line.blank)
  }
  return lines
}

function trimmed(source: string, from: number, to: number, opens: boolean): Line {
  let start = from
  let end = to
  while (start < end && white(source.charCodeAt(start))) start++
  while (end > start && white(source.charCodeAt(end - 1))) end--
  const indented = start === from + 1 && source.charCodeAt(from) === 0x20
  const text = source.slice(start, end)
  return { start, end, text, size: seen(text), blank: start === end, opens: (opens || indented) && start < end }
}

const unseen = (c: number): boolean => c === 0xad || (c >= 0x300 && c <= 0x36f) || (c >= 0x200b && c <= 0x200d)

function seen(text: string): number {
  let n = text.length
  for (let i = 0; i < text.length; i++) if (unseen(text.charCodeAt(i))) n--
  return n
}

/** The usual full width of the text: the longest line, leaving out lines that were plainly never wrapped. */
export function widthOf(lines: readonly Line[]): number {
  const lengths = lines.filter(l => !l.blank).map(l => l.size)
  if (lengths.length === 0) return 0
  lengths.sort((a, b) => a - b)
  const middle = lengths[lengths.length >> 1] ?? 0
  let width = 0
  for (const n of lengths) if (n <= Math.max(middle * 2, 40)) width = Math.max(width, n)
  return width
}

/** Whether a line was broken because the next word no longer fitted. */
export const full = (line: Line, next: Line, width: number): boolean => {
  const space = next.text.indexOf(' ')
  return line.size + 1 + seen(space < 0 ? next.text : next.text.slice(0, space)) > width
}
