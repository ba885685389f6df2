/** Lines to running text: hyphens and line ends resolved, notes and furniture left out, blocks divided by a line feed. */
import type { Span } from '../reading.ts'
import { type Heading, headingOf, signHeading } from './headings.ts'
import { full, type Line } from './lines.ts'
import type { NoteBody } from './notes.ts'
import { FlowBuilder, type PositionMap } from './position.ts'

type BlockKind = 'heading' | 'paragraph' | 'item' | 'row' | 'note'

export interface Block {
  readonly kind: BlockKind
  readonly start: number
  end: number
  readonly heading: Heading | null
  readonly note: number | null
}

export interface Flow {
  readonly text: string
  readonly map: PositionMap
  readonly blocks: readonly Block[]
}

export interface Words {
  /** Whether a word (lower case) is known to the pack or stands in the document by itself. */
  readonly known: (word: string) => boolean
  /** Whether a line holds a finite verb. */
  readonly hasVerb: (text: string) => boolean
}

// A suspended hyphen (`-adaptatie`) is no bullet.
const item = /^(?:[•▪◦●·]|[–*-](?=\s)|[a-z]\)|[a-z]\.(?= )|\(?\d{1,2}\)|[ivx]{1,4}[.)])\s?/
/** A row of a table, its cells divided by bars. */
const row = /^\|.{1,4000}\|$/
const suspended = /^(?:en|of|dan|tot|noch|als|and|or|to|respectievelijk|resp)(?:[^A-Za-z]|$)/
const sentenceEnd = /[.!?:;]["”’»)\]]{0,2}$/

const isLetter = (c: number): boolean => ((c | 32) >= 0x61 && (c | 32) <= 0x7a) || (c >= 0xc0 && c <= 0x24f && c !== 0xd7 && c !== 0xf7)
const isDigit = (c: number): boolean => c >= 0x30 && c <= 0x39
const unseen = (c: number): boolean => c === 0xad || (c >= 0x200b && c <= 0x200d) || c === 0x2060 || c === 0xfeff
const otherSpace = (c: number): boolean => c === 0xa0 || c === 0x09 || c === 0x2009 || c === 0x202f || (c >= 0x2000 && c <= 0x200a)
const combining = (c: number): boolean => c >= 0x300 && c <= 0x36f

export function buildFlow(
  source: string,
  lines: readonly Line[],
  taken: ReadonlySet<number>,
  bodies: readonly NoteBody[],
  markers: readonly Span[],
  width: number,
  words: Words,
): Flow {
  const builder = new FlowBuilder(source)
  const blocks: Block[] = []
  const writer = new Writer(source, builder, markers, words)
  let previous: Line | null = null
  let gap = false
  let torn = false
  const rows = lines.map((line, i) => ({ line, gone: taken.has(i) })).filter((r, i, all) => !r.line.blank || all[i - 1] !== undefined)
  for (let i = 0; i < rows.length; i++) {
    const { line, gone } = rows[i] as { line: Line; gone: boolean }
    if (line.blank || gone) {
      gap = true
      if (gone) torn = true
      continue
    }
    if (line.opens) torn = true
    const after = nextLine(rows, i)
    const heading = headingOf(
      line,
      { before: previous ?? undefined, gapBefore: gap || torn || previous === null, after: after.line, gapAfter: after.gap, width },
      words.hasVerb,
    )
    const last = blocks.at(-1)
    const goesOn =
      last !== undefined &&
      previous !== null &&
      last.kind !== 'heading' &&
      !heading &&
      !item.test(line.text) &&
      !row.test(line.text) &&
      last.kind !== 'row' &&
      (torn ? continues(previous.text, line.text) : gap ? runsOn(previous.text, line.text) : !breaks(previous, line, width))
    if (goesOn && previous && last) {
      writer.join(previous, line, torn && hasText(source, previous.end, line.start))
      writer.line(line, after.line)
      last.end = builder.length
    } else {
      if (blocks.length > 0) builder.insert('\n', previous?.end ?? 0)
      const start = builder.length
      writer.line(line, after.line)
      const kind: BlockKind = heading ? 'heading' : row.test(line.text) ? 'row' : item.test(line.text) ? 'item' : 'paragraph'
      blocks.push({ kind, start, end: builder.length, heading, note: null })
    }
    previous = line
    gap = false
    torn = false
  }
  for (const body of bodies) notes(source, lines, body, builder, writer, blocks)
  const { text, map } = builder.finish()
  return { text, map, blocks }
}

function notes(source: string, lines: readonly Line[], body: NoteBody, builder: FlowBuilder, writer: Writer, blocks: Block[]): void {
  if (builder.length > 0) builder.insert('\n', body.start)
  builder.cut()
  const start = builder.length
  let previous: Line | null = null
  for (let i = body.first; i <= body.last; i++) {
    const line = lines[i]
    if (!line || line.blank || line.end <= body.start) continue
    const from = Math.max(line.start, body.start)
    const part = { ...line, start: from, text: source.slice(from, line.end) }
    if (part.text === '' || part.end > body.end) continue
    if (previous) writer.join(previous, part, false)
    writer.line(part)
    previous = part
  }
  blocks.push({ kind: 'note', start, end: builder.length, heading: null, note: body.number })
}

function nextLine(rows: readonly { line: Line; gone: boolean }[], from: number): { line: Line | undefined; gap: boolean } {
  let gap = false
  let torn = false
  for (let i = from + 1; i < rows.length; i++) {
    const row = rows[i]
    if (!row) break
    if (row.gone) torn = true
    if (row.line.blank || row.gone) {
      gap = true
      continue
    }
    // A page end parts nothing by itself.
    return { line: row.line, gap: gap && !torn && !row.line.opens }
  }
  return { line: undefined, gap: true }
}

/** Over a blank line: an unfinished sentence that goes on in lower case was torn by a page end that left no other sign. */
const runsOn = (before: string, here: string): boolean => !/[.!?:;]$/.test(before) && /^[a-zà-ÿ(]/.test(here) && before.length > 20

/** Over a page break: lower case goes on, and so does a text without sentence end. */
const continues = (before: string, here: string): boolean => {
  if (signHeading(here)) return false
  const ended = /[.!?]["”’»)\]]{0,2}\d{0,2}$/.test(before)
  return /^[a-zà-ÿ(]/.test(here) ? !/[!?]$/.test(before) : !ended
}

/** Without a blank line: a short line that ends a sentence, before a capital, ends the paragraph too. */
const breaks = (before: Line, here: Line, width: number): boolean =>
  sentenceEnd.test(before.text) && /^[A-ZÀ-Þ“‘«"]/.test(here.text) && before.size < width * 0.7 && !full(before, here, width)

function hasText(source: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const c = source.charCodeAt(i)
    if (c > 0x20 && c !== 0xa0) return true
  }
  return false
}

/** Anything in a line that a copy must not simply take over. */
const special = /[\u00a0\u00ad\t\u2000-\u200a\u200b\u202f\u2060\ufeff]|\u200c|\u200d|[\u0300-\u036f]| {2}|\*\*|[a-zà-ÿ]-[a-zà-ÿ]/i

class Writer {
  readonly #source: string
  readonly #builder: FlowBuilder
  readonly #markers: readonly Span[]
  readonly #words: Words

  constructor(source: string, builder: FlowBuilder, markers: readonly Span[], words: Words) {
    this.#source = source
    this.#builder = builder
    this.#markers = [...markers].sort((a, b) => a.start - b.start)
    this.#words = words
  }

  #markerFrom(at: number): number {
    let [low, high] = [0, this.#markers.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#markers[middle] as Span).start < at) low = middle + 1
      else high = middle
    }
    return low
  }

  /** Writes one line: markers, soft hyphens and emphasis signs out, spaces made plain, split letters composed. */
  line(line: Line, after?: Line): void {
    const source = this.#source
    const end = this.#hyphenEnd(line, after)
    const head = /^#{1,6} {1,4}|^> {0,3}/.exec(line.text)?.[0].length ?? 0
    let at = line.start + head
    let kept = at
    let m = this.#markerFrom(at)
    // Most lines hold nothing to repair: one look tells, and they are copied whole.
    if ((this.#markers[m]?.start ?? end) >= end && !special.test(line.text)) {
      this.#builder.copy(at, end)
      return
    }
    while (at < end) {
      const marker = this.#markers[m]
      if (marker && marker.start === at) {
        this.#builder.copy(kept, at)
        at = marker.end
        // "(ANV) 2, die": the space before the marker goes with it.
        kept = at
        m++
        continue
      }
      const c = source.charCodeAt(at)
      const next = source.charCodeAt(at + 1)
      if (combining(next) && at + 1 < line.end) {
        this.#builder.copy(kept, at)
        const letter = source.slice(at, at + 2).normalize('NFC')
        this.#builder.compose(letter, at, at + 2)
        at += 2
        kept = at
      } else if (unseen(c) || (c === 0x2a && next === 0x2a)) {
        this.#builder.copy(kept, at)
        at += unseen(c) ? 1 : 2
        kept = at
      } else if (otherSpace(c) || (c === 0x20 && (next === 0x20 || otherSpace(next)))) {
        this.#builder.copy(kept, at)
        const from = at
        while (at < line.end && (otherSpace(source.charCodeAt(at)) || source.charCodeAt(at) === 0x20)) at++
        if (at < line.end) this.#builder.compose(' ', from, at)
        kept = at
      } else if (c === 0x2d && isLetter(next) && isLetter(source.charCodeAt(at - 1)) && this.#brokenInside(line, at)) {
        this.#builder.copy(kept, at)
        at++
        kept = at
      } else at++
    }
    this.#builder.copy(kept, at)
  }

  /** What stands between two lines of one paragraph. */
  join(before: Line, here: Line, cut: boolean): void {
    const source = this.#source
    const last = source.charCodeAt(before.end - 1)
    const first = source.charCodeAt(here.start)
    if (cut) this.#builder.cut()
    if (last === 0xad || this.#hyphenEnd(before, here) < before.end) return
    if (last === 0x2d || last === 0x2010) {
      if (suspended.test(here.text)) this.#builder.insert(' ', before.end)
      return
    }
    // An en dash between digits is a range that was broken.
    if ((last === 0x2013 || last === 0x2f) && isDigit(first) && isDigit(source.charCodeAt(before.end - 2))) return
    if (last === 0x2f && /(?:https?:\/\/|www\.)\S{0,300}$/.test(before.text.slice(-300))) return
    this.#builder.insert(' ', before.end)
  }

  /** The line without a hyphen that only breaks a word: kept unless the joined word is known and its parts are not. */
  #hyphenEnd(line: Line, after: Line | undefined): number {
    if (!after || this.#source.charCodeAt(line.end - 1) !== 0x2d) return line.end
    const left = /[A-Za-zÀ-ÿ]{2,40}(?=-$)/.exec(line.text.slice(-41))?.[0].toLowerCase()
    const right = /^[a-zà-ÿ]{2,40}/.exec(after.text)?.[0]
    if (!left || !right || !this.#words.known(left + right)) return line.end
    return this.#words.known(left) && this.#words.known(right) ? line.end : line.end - 1
  }

  /** `emissiefacto-ren`: a hyphen an extractor left inside a word; gone only when the joined word is known and the parts are not. */
  #brokenInside(line: Line, at: number): boolean {
    const source = this.#source
    let [a, b] = [at, at + 1]
    while (a > line.start && at - a < 40 && isLetter(source.charCodeAt(a - 1))) a--
    while (b < line.end && b - at < 40 && isLetter(source.charCodeAt(b))) b++
    const [left, right] = [source.slice(a, at).toLowerCase(), source.slice(at + 1, b).toLowerCase()]
    if (right.length < 2 || left.length < 2) return false
    return this.#words.known(left + right) && !(this.#words.known(left) && this.#words.known(right))
  }
}
