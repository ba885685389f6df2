/** Source text to lines, each with its place; pages where the text itself marks them (form feed, a rule of Markdown). */

export interface Line {
  /** First character after leading white space; equal to `end` on a blank line. */
  readonly start: number
  /** After the last character that is no white space. */
  readonly end: number
  readonly text: string
  /** Characters that are seen: without soft hyphens and loose accents, two spaces as one. */
  readonly size: number
  readonly blank: boolean
  /** The first line of a page: after a form feed, a rule, or with the leading space some extractors leave there. */
  readonly opens: boolean
  /** What kinds of characters it holds, bit by bit: what it does not hold, nobody needs to look for. */
  readonly holds: number
}

/** Digits, also raised ones. */
export const digits = 1
/** What the running text does not keep as it is: soft hyphens, loose accents, other spaces, two spaces, signs of emphasis. */
export const odd = 2
export const hyphen = 4
const unseen = 8
const space = 16
/** From `space` to `odd`: two in a row are odd. */
const toOdd = 3
const low = 32
const lineEnd = 64

const kinds = new Uint8Array(0x10000)
const say = (kind: number, ...codes: number[]): void => {
  for (const c of codes) kinds[c] = (kinds[c] as number) | kind
}
const run = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, i) => from + i)
say(digits, ...run(0x30, 0x39), 0xb2, 0xb3, 0xb9, ...run(0x2070, 0x2079))
say(odd, 0x09, 0xa0, ...run(0x2000, 0x200a), 0x202f, 0x2a)
say(odd | unseen, 0xad, ...run(0x200b, 0x200d), 0x2060, 0xfeff, ...run(0x300, 0x36f))
say(hyphen, 0x2d)
say(low, 0x5f)
say(space, 0x20)
say(lineEnd, 0x0a, 0x0c, 0x0d)

const white = (c: number): boolean => c === 0x20 || c === 0x09 || c === 0xa0 || c === 0x0b || c === 0x2009 || c === 0x202f || c === 0xfeff

/** A line of three or more dashes, stars or underscores: a page or section rule. */
const rule = /^(?:-{3,80}|\*{3,80}|_{3,80})$/
const ruled = (c: number): boolean => c === 0x2d || c === 0x2a || c === 0x5f

/** Splits at LF, CR, CRLF and form feed; one pass. */
export function splitLines(source: string): Line[] {
  const lines: Line[] = []
  const length = source.length
  let opens = true
  for (let at = 0; at <= length; at++) {
    const from = at
    let holds = 0
    let kind = 0
    for (; at < length; at++) {
      const before = kind
      kind = kinds[source.charCodeAt(at)] as number
      if (kind === 0) continue
      if ((kind & lineEnd) !== 0) break
      holds |= kind | ((kind & before & space) >> toOdd)
    }
    const line = trimmed(source, from, at, opens, holds)
    const isRule = (holds & (hyphen | odd | low)) !== 0 && ruled(line.text.charCodeAt(0)) && rule.test(line.text)
    lines.push(isRule ? { ...line, text: '', end: line.start, blank: true } : line)
    const end = source.charCodeAt(at)
    if (end === 0x0d && source.charCodeAt(at + 1) === 0x0a) at++
    // A page opens with the first line that says something.
    opens = end === 0x0c || isRule || (opens && line.blank)
  }
  return lines
}

function trimmed(source: string, from: number, to: number, opens: boolean, holds: number): Line {
  let start = from
  let end = to
  while (start < end && white(source.charCodeAt(start))) start++
  while (end > start && white(source.charCodeAt(end - 1))) end--
  const indented = start === from + 1 && source.charCodeAt(from) === 0x20
  const raw = source.slice(start, end)
  // Rules ask for a plain space; every other kind takes one character too, so places stay what they are.
  const text = (holds & odd) !== 0 ? raw.replace(/[\u00a0\u2000-\u200a\u202f]/g, ' ') : raw
  const size = (holds & odd) !== 0 ? seen(text) : text.length
  return { start, end, text, size, blank: start === end, opens: (opens || indented) && start < end, holds }
}

function seen(text: string): number {
  let n = text.length
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i)
    if (c === 0xad || (c >= 0x300 && c <= 0x36f) || (c >= 0x200b && c <= 0x200d)) n--
    else if (c === 0x20 && text.charCodeAt(i - 1) === 0x20) n--
  }
  return n
}

/** The usual full width of the text: the longest line, leaving out lines that were plainly never wrapped. */
export function widthOf(lines: readonly Line[]): number {
  const sizes = new Int32Array(lines.length)
  let count = 0
  for (const line of lines) if (!line.blank) sizes[count++] = line.size
  if (count === 0) return 0
  const sorted = sizes.subarray(0, count).sort()
  const widest = Math.max((sorted[count >> 1] as number) * 2, 40)
  let k = count - 1
  while (k >= 0 && (sorted[k] as number) > widest) k--
  return k < 0 ? 0 : (sorted[k] as number)
}

/** Whether a line was broken because the next word no longer fitted. */
export const full = (line: Line, next: Line, width: number): boolean => {
  const space = next.text.indexOf(' ')
  const word = space < 0 ? next.text : next.text.slice(0, space)
  return line.size + 1 + ((next.holds & unseen) !== 0 ? seen(word) : word.length) > width
}
