/**
 * The order in which a page is read: what stands in a margin column apart from the running text, columns one after the other, rows of
 * a table together. By recursive cuts through the white of the page (after Nagy and Seth, 1984).
 */
import type { Strip } from './lines.ts'

export interface Line {
  readonly text: string
  readonly x: number
  readonly right: number
  readonly y: number
  readonly size: number
  readonly font: string
  /** A row of a table: its cells stand in the text, divided by bars. */
  readonly row: boolean
}
export interface Region {
  readonly lines: readonly Line[]
  readonly margin: boolean
}

interface Box {
  readonly left: number
  readonly right: number
}

/** A gutter between columns is at least as wide as this, in sizes of the text. */
const gutter = 1.2
const deepest = 6

export function regionsOf(strips: readonly Strip[], page: Box): Region[] {
  if (strips.length === 0) return []
  return split([...strips], page, 0)
}

function split(strips: Strip[], page: Box, depth: number): Region[] {
  const size = middle(strips.map(s => s.size))
  const cut = depth < deepest ? gutterOf(strips, size) : null
  if (cut === null) {
    const bands = depth < deepest ? bandsOf(strips, size) : [strips]
    if (bands.length > 1) return merged(bands.flatMap(band => split(band, page, depth + 1)))
    return [{ lines: linesOf(strips), margin: false }]
  }
  const left = strips.filter(s => s.x + s.right < 2 * cut)
  const right = strips.filter(s => s.x + s.right >= 2 * cut)
  if (tabular(left, right, size)) return [{ lines: linesOf(strips), margin: false }]
  const marginal = (side: readonly Strip[], other: readonly Strip[]): boolean => {
    const width = Math.max(...side.map(s => s.right)) - Math.min(...side.map(s => s.x))
    return width < 0.3 * (page.right - page.left) && letters(side) < letters(other) / 2
  }
  const asMargin = (side: Strip[]): Region[] => [{ lines: linesOf(side), margin: true }]
  if (marginal(left, right)) return [...asMargin(left), ...split(right, page, depth + 1)]
  if (marginal(right, left)) return [...asMargin(right), ...split(left, page, depth + 1)]
  return [...split(left, page, depth + 1), ...split(right, page, depth + 1)]
}

const letters = (strips: readonly Strip[]): number => strips.reduce((n, s) => n + s.text.length, 0)

/** Neighbouring regions of running text are one: a heading over the whole page does not part what follows from it. */
function merged(regions: readonly Region[]): Region[] {
  const out: Region[] = []
  for (const region of regions) {
    const last = out.at(-1)
    if (last && last.margin === region.margin) out[out.length - 1] = { margin: last.margin, lines: [...last.lines, ...region.lines] }
    else out.push(region)
  }
  return out
}

/** The middle of the widest white stripe from top to bottom that has text on both sides; null where there is none. */
function gutterOf(strips: readonly Strip[], size: number): number | null {
  const spans = [...strips].sort((a, b) => a.x - b.x)
  let [best, at] = [gutter * size, null as number | null]
  let right = spans[0]?.right ?? 0
  for (const span of spans) {
    if (span.x - right > best) [best, at] = [span.x - right, (span.x + right) / 2]
    right = Math.max(right, span.right)
  }
  return at
}

/** Bands from top to bottom, cut at the widest white between lines where that parts them into different lay-outs. */
function bandsOf(strips: readonly Strip[], size: number): Strip[][] {
  const rows = [...strips].sort((a, b) => b.y - a.y)
  const gaps: { at: number; gap: number }[] = []
  for (let i = 1; i < rows.length; i++) {
    const gap = (rows[i - 1] as Strip).y - (rows[i] as Strip).y
    if (gap > 1.6 * size) gaps.push({ at: i, gap })
  }
  for (const { at } of gaps.sort((a, b) => b.gap - a.gap).slice(0, 12)) {
    const [above, below] = [rows.slice(0, at), rows.slice(at)]
    if (gutterOf(above, middle(above.map(s => s.size))) !== null || gutterOf(below, middle(below.map(s => s.size))) !== null)
      return [above, below]
  }
  return [[...strips]]
}

/** Cells beside one another on most rows, and short: a table, and no columns of running text. */
function tabular(left: readonly Strip[], right: readonly Strip[], size: number): boolean {
  const sides = [left, right] as const
  const [fewer, more] = left.length < right.length ? sides : [right, left]
  const level = fewer.filter(a => more.some(b => Math.abs(a.y - b.y) < 0.3 * size)).length
  if (fewer.length < 2 || level < 0.6 * fewer.length) return false
  const flowing = (side: readonly Strip[]): boolean => {
    const width = Math.max(...side.map(s => s.right)) - Math.min(...side.map(s => s.x))
    const full = side.filter(s => s.right - s.x > 0.8 * width).length
    return side.length >= 8 && full > 0.6 * side.length && letters(side) / side.length > 28
  }
  return !(flowing(left) && flowing(right))
}

/** Strips of one baseline become one line; several are the cells of a row. */
function linesOf(strips: readonly Strip[]): Line[] {
  const rows: Strip[][] = []
  for (const strip of [...strips].sort((a, b) => b.y - a.y || a.x - b.x)) {
    const row = rows.at(-1)
    if (row && Math.abs((row[0] as Strip).y - strip.y) < 0.3 * strip.size) row.push(strip)
    else rows.push([strip])
  }
  return rows.map(row => {
    const cells = row.sort((a, b) => a.x - b.x)
    const first = cells[0] as Strip
    const isRow = cells.length > 1 && !bullet.test(first.text)
    return {
      text: isRow ? `| ${cells.map(c => c.text).join(' | ')} |` : cells.map(c => c.text).join(' '),
      x: first.x,
      right: (cells.at(-1) as Strip).right,
      y: first.y,
      size: middle(cells.map(c => c.size)),
      font: first.font,
      row: isRow,
    }
  })
}

/** A bullet or a number that stands out before its text, and no cell. */
const bullet = /^(?:[•▪◦●·–\-*o]|\(?\d{1,2}[.)]?|[a-z][.)]|[ivx]{1,4}[.)])$/

function middle(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted[sorted.length >> 1] ?? 0
}
