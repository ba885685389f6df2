import { FROM, TO } from './fold.ts'

/** A piece of an excerpt; `fits` where it is what was sought. */
export interface Piece {
  readonly words: string
  readonly fits: boolean
}
export interface Excerpt {
  readonly pieces: readonly Piece[]
  /** Whether the passage goes on before it, and after it. */
  readonly before: boolean
  readonly after: boolean
}

/** About so long, in UTF-16 units: three lines of a page. */
const LONG = 320

/**
 * The part of a passage in which most of what was sought stands, cut between words.
 * @param marked the same passage folded, with FROM and TO round what fits; when it is not as long as the passage nothing is marked.
 */
export function excerpt(words: string, marked: string): Excerpt {
  const marks = marksOf(words, marked)
  const [from, to] = windowOf(words, marks)
  const pieces: Piece[] = []
  let at = from
  for (const [start, end] of marks) {
    if (start < at || end > to) continue
    if (start > at) pieces.push({ words: words.slice(at, start), fits: false })
    pieces.push({ words: words.slice(start, end), fits: true })
    at = end
  }
  if (at < to) pieces.push({ words: words.slice(at, to), fits: false })
  return { pieces, before: from > 0, after: to < words.length }
}

type Mark = readonly [start: number, end: number]

function marksOf(words: string, marked: string): readonly Mark[] {
  const marks: [number, number][] = []
  let at = 0
  let open = -1
  for (const piece of marked.split(new RegExp(`([${FROM}${TO}])`))) {
    if (piece === FROM) open = at
    else if (piece === TO) {
      const last = marks.at(-1)
      if (open >= 0 && at > open) marks.push([open, at])
      // Words that belong together and were marked one by one are one mark.
      if (last && marks.length > 1 && words.slice(last[1], open).trim() === '' && last !== marks.at(-1)) {
        last[1] = at
        marks.pop()
      }
      open = -1
    } else at += piece.length
  }
  return at === words.length ? marks : []
}

function windowOf(words: string, marks: readonly Mark[]): Mark {
  if (words.length <= LONG) return [0, words.length]
  let best: readonly Mark[] = []
  for (const [i] of marks.entries()) {
    const first = marks[i] as Mark
    const inside = marks.slice(i).filter(mark => mark[1] - first[0] <= LONG * 0.7)
    if (inside.length > best.length) best = inside
  }
  const centre = best.length > 0 ? ((best[0] as Mark)[0] + (best.at(-1) as Mark)[1]) / 2 : 0
  const from = Math.round(Math.max(0, Math.min(centre - LONG / 2, words.length - LONG)))
  const to = Math.min(words.length, from + LONG)
  return [
    from === 0 ? 0 : afterSpace(words, from, best[0]?.[0] ?? to),
    to === words.length ? to : beforeSpace(words, to, best.at(-1)?.[1] ?? from),
  ]
}

/** The start of the next word, but not beyond what must be seen; never inside a sign of two units. */
const afterSpace = (words: string, from: number, most: number): number => {
  const space = words.indexOf(' ', from)
  if (space >= 0 && space < most) return space + 1
  return isLow(words, from) ? from - 1 : Math.min(from, most)
}
const beforeSpace = (words: string, to: number, least: number): number => {
  const space = words.lastIndexOf(' ', to)
  if (space >= least && space > 0) return space
  return isLow(words, to) ? to + 1 : Math.max(to, least)
}
const isLow = (words: string, at: number): boolean => /[\udc00-\udfff]/.test(words[at] ?? '')
