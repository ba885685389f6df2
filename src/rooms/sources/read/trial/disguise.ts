/**
 * The same letter in another dress, for tests: years moved, offices and dossiers exchanged, wrapped at another width, page breaks
 * elsewhere, other line ends, letters taken apart, soft hyphens. Every character remembers where it came from, so what was
 * annotated in the letter can be found again.
 */

export interface Dress {
  readonly width: number
  readonly years: number
  /** What is exchanged for what, wherever it stands. */
  readonly exchange: readonly (readonly [string, string])[]
  readonly lineEnd: '\n' | '\r\n'
  /** Accented letters as letter and accent. */
  readonly apart: boolean
  readonly softHyphens: boolean
  /** Lines on a page, notes not counted. */
  readonly page: number
  /** How a page begins: with the space of the first letter, with a form feed, or with nothing. */
  readonly opens: ' ' | '\f' | ''
}

export type Segments = readonly (readonly [number, number])[]

export interface Disguised {
  readonly text: string
  /** A stretch of the letter in the disguised text; several pieces where a page break falls into it. */
  readonly moved: (start: number, end: number) => Segments
}

/** One character of the result and the stretch of the letter it stands for; -1 where it stands for nothing. */
interface Piece {
  readonly text: string
  readonly start: number
  readonly end: number
}

const note = /^(\d{1,2}) (?=[A-Z])/
const nothing = (text: string): Piece => ({ text, start: -1, end: -1 })

interface Letter {
  readonly paragraphs: Piece[][]
  readonly notes: Map<number, Piece[]>
}

/** Takes the letter apart: paragraphs without line ends and page breaks, notes by number. */
function takeApart(source: string): Letter {
  const paragraphs: Piece[][] = []
  const notes = new Map<number, Piece[]>()
  let open: Piece[] | null = null
  let at = 0
  let torn = false
  for (const raw of source.split('\n')) {
    const start = at + (raw.length - raw.trimStart().length)
    const text = raw.trim()
    at += raw.length + 1
    if (text === '') {
      if (raw === '') torn = true
      else if (!torn) open = null
      continue
    }
    const m = note.exec(text)
    const pieces = [...text].map((c, i): Piece => ({ text: c, start: start + i, end: start + i + 1 }))
    if (m && torn) {
      notes.set(Number(m[1]), pieces.slice(m[0].length))
      continue
    }
    const last = open?.at(-1)?.text
    const opensPage: boolean = raw.startsWith(' ')
    // A page break tears a sentence only where none ended before it.
    const signed = /,$/.test(source.slice(0, start).trimEnd()) && /^[A-Z]\.[A-Z]/.test(text)
    const goesOn: boolean = open !== null && !signed && (opensPage ? /[a-z]/.test(text.charAt(0)) : true)
    if (!goesOn || !open || isHeading(open)) {
      open = []
      paragraphs.push(open)
    } else if (last !== '-') open.push({ text: ' ', start: open.at(-1)?.end ?? 0, end: (open.at(-1)?.end ?? 0) + 1 })
    else if (/^(?:en|of) /.test(text)) open.push(nothing(' '))
    open.push(...pieces)
    torn = false
  }
  return { paragraphs, notes }
}

/** A short line without a stop at its end is a heading and stays a line of its own. */
function isHeading(pieces: readonly Piece[]): boolean {
  const text = pieces.map(p => p.text).join('')
  return text.length < 45 && /^(?:\d\. ?)?[A-Z]/.test(text) && !/[.,;:]$/.test(text) && !/ (?:in|die|de|het|op|van|met|om)$/.test(text)
}

/** Applies what changes characters: exchanges, years, accents, soft hyphens. Markers are left alone and stay where they are. */
function redress(pieces: readonly Piece[], dress: Dress, markers: ReadonlySet<number>): Piece[] {
  const plain = pieces.filter(p => !markers.has(p.start))
  let text = plain.map(p => p.text).join('')
  let now: Piece[] = [...plain]
  const replace = (from: string, to: string, at: number): void => {
    const hit = now.slice(at, at + from.length)
    const [start, end] = [hit[0]?.start ?? -1, hit.at(-1)?.end ?? -1]
    // The middle of what was exchanged stands for all of it; its ends keep their places.
    now = [...now.slice(0, at), ...[...to].map(c => ({ text: c, start, end })), ...now.slice(at + from.length)]
    text = text.slice(0, at) + to + text.slice(at + from.length)
  }
  for (const [from, to] of dress.exchange)
    for (let at = text.indexOf(from); at >= 0; at = text.indexOf(from, at + to.length)) replace(from, to, at)
  if (dress.years !== 0)
    for (const m of [...text.matchAll(/(?<!\d)20[1-3]\d(?!\d)(?:\/(\d\d)(?!\d))?/g)].reverse()) {
      const [first, second] = m[0].split('/')
      const year = String(Number(first) + dress.years)
      replace(m[0], second ? `${year}/${String(Number(second) + dress.years).padStart(2, '0')}` : year, m.index)
    }
  return withMarkers(now, pieces, markers).flatMap(p => letterOf(p, dress))
}

function withMarkers(now: readonly Piece[], before: readonly Piece[], markers: ReadonlySet<number>): Piece[] {
  const result = [...now]
  before.forEach((p, i) => {
    if (!markers.has(p.start)) return
    const previous = before[i - 1]
    const at = result.findLastIndex(x => previous !== undefined && x.end === previous.end)
    result.splice(at + 1, 0, p)
  })
  return result
}

function letterOf(piece: Piece, dress: Dress): Piece[] {
  const split = dress.apart ? piece.text.normalize('NFD') : piece.text
  return [{ ...piece, text: split }]
}

/** Soft hyphens in the middle of long words, as some programs write them. */
function hyphenate(word: Piece[]): Piece[] {
  if (word.length < 13 || !word.every(p => /^[a-z]/.test(p.text))) return word
  return [...word.slice(0, 6), nothing('\u00ad'), ...word.slice(6)]
}

/** Words of a paragraph; a hyphen inside a word is a place where a line may end. */
function wordsOf(pieces: readonly Piece[], dress: Dress): Piece[][] {
  const words: Piece[][] = [[]]
  for (const p of pieces) {
    if (p.text === ' ') words.push([])
    else words.at(-1)?.push(p)
  }
  return words.filter(w => w.length > 0).map(w => (dress.softHyphens ? hyphenate(w) : w))
}

function wrap(pieces: readonly Piece[], dress: Dress): Piece[][] {
  const lines: Piece[][] = []
  let line: Piece[] = []
  const size = (p: readonly Piece[]): number => p.reduce((n, x) => n + (x.text === '\u00ad' ? 0 : 1), 0)
  for (const word of wordsOf(pieces, dress)) {
    if (line.length > 0 && size(line) + 1 + size(word) > dress.width) {
      lines.push(line)
      line = []
    }
    if (line.length > 0) line.push(nothing(' '))
    line.push(...word)
  }
  if (line.length > 0) lines.push(line)
  return lines
}

/** The letter in its new dress. `markers`: offsets of the note numbers in the letter, by number. */
export function disguise(source: string, markers: ReadonlyMap<number, number>, dress: Dress): Disguised {
  const places = new Set(markers.values())
  const numberAt = new Map([...markers].map(([n, at]) => [at, n]))
  const { paragraphs, notes } = takeApart(source)
  const out: Piece[] = []
  const newLine = (): void => {
    out.push(nothing(dress.lineEnd))
  }
  let onPage = 0
  let pending: number[] = []
  const turn = (last: boolean): void => {
    newLine()
    out.push(nothing(' '))
    newLine()
    for (const n of pending) {
      const lines = wrap([...[...`${n} `].map(nothing), ...redress(notes.get(n) ?? [], dress, places)], dress)
      for (const line of lines) {
        out.push(...line)
        newLine()
      }
    }
    pending = []
    onPage = 0
    if (!last && dress.opens !== '') out.push(nothing(dress.opens))
  }
  paragraphs.forEach((paragraph, k) => {
    const name = /^[A-Z]\.[A-Z]/.test(
      paragraph
        .map(p => p.text)
        .join('')
        .slice(0, 4),
    )
    if (k > 0 && onPage > 0 && !name) {
      out.push(nothing(' '))
      newLine()
    }
    for (const line of wrap(redress(paragraph, dress, places), dress)) {
      if (onPage >= dress.page) turn(false)
      out.push(...line)
      newLine()
      onPage++
      for (const p of line) if (places.has(p.start)) pending.push(numberAt.get(p.start) ?? 0)
    }
  })
  if (pending.length > 0) turn(true)
  return { text: out.map(p => p.text).join(''), moved: mover(out) }
}

function mover(out: readonly Piece[]): Disguised['moved'] {
  const offsets: number[] = []
  let n = 0
  for (const p of out) {
    offsets.push(n)
    n += p.text.length
  }
  const places = out
    .flatMap((p, i) => (p.start >= 0 && p.text !== ' ' ? [i] : []))
    .sort((a, b) => (out[a]?.start ?? 0) - (out[b]?.start ?? 0))
  const firstAt = (start: number): number => {
    let [a, b] = [0, places.length]
    while (a < b) {
      const middle = (a + b) >> 1
      if ((out[places[middle] ?? 0]?.start ?? 0) < start) a = middle + 1
      else b = middle
    }
    return a
  }
  return (start, end) => {
    const inside: number[] = []
    for (let k = firstAt(start); k < places.length; k++) {
      const i = places[k] as number
      const p = out[i] as Piece
      if (p.start >= end) break
      if (p.end <= end) inside.push(i)
    }
    const segments: [number, number][] = []
    for (const i of inside.sort((a, b) => a - b)) {
      const [a, b] = [offsets[i] as number, (offsets[i] as number) + (out[i] as Piece).text.length]
      const last = segments.at(-1)
      // A line end or a soft hyphen does not part a passage; a page end with notes does.
      if (last && a - last[1] <= 6) last[1] = Math.max(last[1], b)
      else segments.push([a, b])
    }
    return segments
  }
}
