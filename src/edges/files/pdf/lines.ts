/**
 * Pieces of text on a page, as a PDF draws them in any order, to lines: pieces on one baseline that stand close together, with what
 * is raised above it as superscript digits. Lengths in points; y grows upwards, as in the file.
 */

export interface Piece {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly size: number
  readonly font: string
}

/** A stretch of text without a wide gap in it: a line of a paragraph, a cell of a table, a line in the margin. */
export interface Strip {
  readonly text: string
  readonly x: number
  readonly right: number
  readonly y: number
  readonly size: number
  readonly font: string
}

const raised: Readonly<Record<string, string>> = {
  ...{ '0': '⁰', '1': '¹', '2': '²', '3': '³', '4': '⁴' },
  ...{ '5': '⁵', '6': '⁶', '7': '⁷', '8': '⁸', '9': '⁹' },
}
/** Parts of a size: how far baselines may differ, what is small, from which gap on a space, and from which a new strip. */
const level = 0.25
const small = 0.8
const space = 0.13
const apart = 1.6

/** A number above the line is a marker; a raised ordinal (`2e`) is not. */
const marker = /^\d{1,3}(?:[ ,]{1,2}\d{1,3}){0,5}$/

export function stripsOf(pieces: readonly Piece[]): Strip[] {
  const rows = rowsOf(pieces.filter(piece => piece.text.trim() !== '' && piece.size > 0))
  return rows.flatMap(cut)
}

/** Pieces on one baseline. What is small and a little higher belongs to the larger text beside it. */
function rowsOf(pieces: readonly Piece[]): Piece[][] {
  const main = [...pieces].sort((a, b) => b.y - a.y || a.x - b.x)
  const rows: { y: number; size: number; pieces: Piece[] }[] = []
  for (const piece of main) {
    const row = rows.findLast(it => Math.abs(it.y - piece.y) <= level * Math.min(it.size, piece.size))
    if (row) {
      row.pieces.push(piece)
      row.size = Math.max(row.size, piece.size)
    } else rows.push({ y: piece.y, size: piece.size, pieces: [piece] })
  }
  for (const row of rows) {
    if (row.pieces.some(piece => piece.text.trim().length > 4)) continue
    const base = rows.find(
      it => it !== row && row.size < small * it.size && row.y > it.y && row.y - it.y < 0.7 * it.size && beside(row.pieces, it.pieces),
    )
    if (!base) continue
    base.pieces.push(...row.pieces)
    row.pieces = []
  }
  return rows.filter(row => row.pieces.length > 0).map(row => row.pieces.sort((a, b) => a.x - b.x))
}

const beside = (small: readonly Piece[], large: readonly Piece[]): boolean =>
  small.some(a => large.some(b => a.x >= b.x - b.size && a.x <= b.x + b.width + 1.5 * b.size))

function cut(row: readonly Piece[]): Strip[] {
  const strips: Piece[][] = []
  let end = Number.NEGATIVE_INFINITY
  for (const piece of row) {
    const last = strips.at(-1)
    if (last && piece.x - end <= apart * piece.size) last.push(piece)
    else strips.push([piece])
    end = Math.max(end, piece.x + piece.width)
  }
  return strips.map(joined)
}

function joined(pieces: readonly Piece[]): Strip {
  const size = weighted(pieces)
  const base = pieces.find(piece => piece.size >= small * size) ?? (pieces[0] as Piece)
  let text = ''
  let end = base.x
  for (const [i, piece] of pieces.entries()) {
    const up = piece.size < small * size && piece.y - base.y > 0.15 * size && marker.test(piece.text.trim())
    // A number before the text of a note is the note's own, and stays plain.
    const mark = up && i > 0
    const shown = mark ? superscript(piece.text) : piece.text
    const gap = piece.x - end
    if (!mark && gap > space * piece.size && text !== '' && !text.endsWith(' ') && !shown.startsWith(' ')) text += ' '
    text += up && !mark ? `${shown} ` : shown
    end = piece.x + piece.width
  }
  const last = pieces.at(-1) as Piece
  return {
    text: text.replace(/ {2,20}/g, ' ').trim(),
    x: (pieces[0] as Piece).x,
    right: last.x + last.width,
    y: base.y,
    size,
    font: base.font,
  }
}

/** The space behind a marker is the text's. */
const superscript = (digits: string): string =>
  digits
    .trimStart()
    .replace(/\d/g, d => raised[d] as string)
    .replace(/,/g, '')

/** The size most of the text has. */
function weighted(pieces: readonly Piece[]): number {
  const lengths = new Map<number, number>()
  for (const piece of pieces) lengths.set(piece.size, (lengths.get(piece.size) ?? 0) + piece.text.length)
  return [...lengths].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0
}
