/** Lines to running text: hyphens and line ends resolved, notes and furniture left out, blocks divided by a line feed. */
import type { Span } from '../reading.ts'
import { type Heading, headingOf, mayHead, piped, salutation, signHeading } from './headings.ts'
import { full, hyphen, type Line, odd } from './lines.ts'
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
  /** Whether the parts on both sides of a hyphen may be a known word together: told by their letters alone, and rarely so. */
  readonly mayJoin: (from: number, hyphen: number, to: number) => boolean
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
const isLow = (c: number): boolean => c >= 0x61 && c <= 0x7a
const unseen = (c: number): boolean => c === 0xad || (c >= 0x200b && c <= 0x200d) || c === 0x2060 || c === 0xfeff
const otherSpace = (c: number): boolean => c === 0xa0 || c === 0x09 || c === 0x2009 || c === 0x202f || (c >= 0x2000 && c <= 0x200a)
const combining = (c: number): boolean => c >= 0x300 && c <= 0x36f

/** What may ask for a repair where it stands, and loose accents, which ask for one at the letter before. */
const loose = 2
const repairs = new Uint8Array(0x10000)
// None of them lies between the last of the punctuation and the mark of a file's beginning.
for (let c = 0; c <= 0xfeff; c = c === 0x2100 ? 0xfeff : c + 1)
  repairs[c] = combining(c) ? loose : unseen(c) || otherSpace(c) || c === 0x20 || c === 0x2a || c === 0x2d ? 1 : 0

/** `6) heb toegezegd`: a bracket that was opened above closes here, and no item begins. */
const closesHere = (lines: readonly Line[], from: number, here: number): boolean => {
  if (!/^[a-z\d]{1,4}\)/.test(lines[here]?.text ?? '')) return false
  let depth = 0
  for (let i = from; i < here; i++)
    for (const c of lines[i]?.text ?? '') depth = c === '(' ? depth + 1 : c === ')' ? Math.max(0, depth - 1) : depth
  return depth > 0
}

/** The number of a line of a numbered list: `2. Wij laten …`, `5.1 Vaststellen …`; 0 where it is none. */
const numberedLine = /^(?:\d{1,2}\.(\d{1,2})\.?|(\d{1,2})\.) {1,3}(?=[A-ZÀ-Þ])/
function numberOf(text: string): number {
  const found = isDigit(text.charCodeAt(0)) ? numberedLine.exec(text) : null
  return found ? Number(found[1] ?? found[2]) : 0
}

/** A word of running text begins most lines: two letters tell that they are no item. */
const isItem = (text: string): boolean => !(isLow(text.charCodeAt(0)) && isLetter(text.charCodeAt(1)) && !numeral(text)) && item.test(text)
const numeral = (text: string): boolean => 'ivx'.includes(text.charAt(0))
const isRow = (text: string): boolean => (text.charCodeAt(0) === 0x7c ? row.test(text) : text.includes(' | ') && piped.test(text))

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
  /** The line with which the last block began. */
  let began = 0
  /** A heading that runs over two lines waits for its second. */
  let waiting = false
  /** The number of the last line of a numbered list. */
  let counted = 0
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as Line
    const gone = taken.has(i)
    if (line.blank || gone) {
      gap = true
      if (gone) torn = true
      continue
    }
    if (line.opens) torn = true
    // Only what may be a heading, and a broken word, ask for the line behind.
    const heads = mayHead(line.text)
    const after = heads || source.charCodeAt(line.end - 1) === 0x2d ? nextLine(lines, taken, i) : nothing
    let heading: Heading | null = null
    if (heads && !waiting) {
      const beyond = nextLine(lines, taken, after.at)
      const around = {
        before: previous ?? undefined,
        gapBefore: gap || torn || previous === null,
        after: after.line,
        gapAfter: after.gap,
        gapBeyond: beyond.gap,
        beyond: beyond.line,
        width,
      }
      heading = headingOf(line, around, words.hasVerb)
    }
    const kind: BlockKind = heading
      ? 'heading'
      : isRow(line.text)
        ? 'row'
        : isItem(line.text) && !closesHere(lines, began, i)
          ? 'item'
          : 'paragraph'
    const last = blocks.at(-1)
    const n = kind === 'paragraph' ? numberOf(line.text) : 0
    const next = n > 0 && n === counted + 1 && previous !== null && (n > 1 || !full(previous, line, width))
    if (next || n === 1 || kind === 'heading') counted = n
    const goesOn =
      (waiting && last !== undefined && previous !== null) ||
      (last !== undefined &&
        previous !== null &&
        kind === 'paragraph' &&
        !next &&
        last.kind !== 'heading' &&
        last.kind !== 'row' &&
        (torn ? continues(previous.text, line.text) : gap ? runsOn(previous.text, line.text) : !breaks(previous, line, width)))
    waiting = heading?.goesOn === true
    if (goesOn && previous && last) {
      writer.join(previous, line, torn && hasText(source, previous.end, line.start))
      writer.line(line, after.line)
      last.end = builder.length
    } else {
      if (blocks.length > 0) builder.insert('\n', previous?.end ?? 0)
      const start = builder.length
      began = i
      writer.line(line, after.line)
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

interface Next {
  readonly line: Line | undefined
  readonly gap: boolean
  readonly at: number
}
const nothing: Next = { line: undefined, gap: true, at: Number.POSITIVE_INFINITY }

function nextLine(lines: readonly Line[], taken: ReadonlySet<number>, from: number): Next {
  let gap = false
  let torn = false
  for (let i = from + 1; i < lines.length; i++) {
    const line = lines[i] as Line
    const gone = taken.has(i)
    if (gone) torn = true
    if (line.blank || gone) {
      gap = true
      continue
    }
    // A page end parts nothing by itself.
    return { line, gap: gap && !torn && !line.opens, at: i }
  }
  return nothing
}

/** Over a blank line: an unfinished sentence that goes on in lower case was torn by a page end that left no other sign. */
const runsOn = (before: string, here: string): boolean => !/[.!?:;]$/.test(before) && /^[a-zà-ÿ(]/.test(here) && before.length > 20

/** Over a page break: lower case goes on, and so does a text without sentence end. */
const continues = (before: string, here: string): boolean => {
  if (signHeading(here) || salutation.test(here) || (salutation.test(before) && before.endsWith(','))) return false
  // `nr.` ends no sentence before its number.
  const ended = /[.!?]["”’»)\]]{0,2}\d{0,2}$/.test(before) && !(/(?:^|[ (])(?:nrs?|no|art|blz)\.$/.test(before) && /^\d/.test(here))
  return /^[a-zà-ÿ(]/.test(here) ? !/[!?]$/.test(before) : !ended
}

/** Without a blank line: a short line that ends a sentence, before a capital, ends the paragraph too. */
const breaks = (before: Line, here: Line, width: number): boolean =>
  before.size < width * 0.7 && /^[A-ZÀ-Þ“‘«"]/.test(here.text) && sentenceEnd.test(before.text.slice(-3)) && !full(before, here, width)

function hasText(source: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const c = source.charCodeAt(i)
    if (c > 0x20 && c !== 0xa0) return true
  }
  return false
}

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
    const end = this.#hyphenEnd(line, after)
    const first = line.text.charCodeAt(0)
    const head = first === 0x23 || first === 0x3e ? (/^#{1,6} {1,4}|^> {0,3}/.exec(line.text)?.[0].length ?? 0) : 0
    const at = line.start + head
    const m = this.#markerFrom(at)
    // Most lines hold nothing to repair, and are copied whole.
    if ((line.holds & (odd | hyphen)) === 0 && (this.#markers[m]?.start ?? end) >= end) this.#builder.copy(at, end)
    else this.#repaired(line, at, end, m)
  }

  #repaired(line: Line, from: number, end: number, firstMarker: number): void {
    const source = this.#source
    const builder = this.#builder
    let at = from
    let kept = at
    let m = firstMarker
    let marked = this.#markers[m]?.start ?? end
    while (at < end) {
      if (at === marked) {
        builder.copy(kept, at)
        // "(ANV) 2, die": the space before the marker goes with it.
        at = kept = (this.#markers[m++] as Span).end
        marked = this.#markers[m]?.start ?? end
        continue
      }
      const c = source.charCodeAt(at)
      const next = source.charCodeAt(at + 1)
      if (repairs[c] === 0 && repairs[next] !== loose) {
        at++
        continue
      }
      if (combining(next) && at + 1 < line.end) {
        builder.copy(kept, at)
        builder.compose(source.slice(at, at + 2).normalize('NFC'), at, at + 2)
        at = kept = at + 2
      } else if (unseen(c) || (c === 0x2a && next === 0x2a)) {
        builder.copy(kept, at)
        at = kept = at + (unseen(c) ? 1 : 2)
      } else if (otherSpace(c) || (c === 0x20 && (next === 0x20 || otherSpace(next)))) {
        builder.copy(kept, at)
        const begin = at
        while (at < line.end && (otherSpace(source.charCodeAt(at)) || source.charCodeAt(at) === 0x20)) at++
        if (at < line.end) builder.compose(' ', begin, at)
        kept = at
      } else if (c === 0x2d && isLetter(next) && isLetter(source.charCodeAt(at - 1)) && this.#brokenInside(line, at)) {
        builder.copy(kept, at)
        at = kept = at + 1
      } else at++
    }
    builder.copy(kept, at)
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
    if (b - at < 3 || at - a < 2 || !this.#words.mayJoin(a, at, b)) return false
    const [left, right] = [source.slice(a, at).toLowerCase(), source.slice(at + 1, b).toLowerCase()]
    return this.#words.known(left + right) && !(this.#words.known(left) && this.#words.known(right))
  }
}
