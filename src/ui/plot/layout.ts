import { type Axis, middleOf, placing, type Span } from './axis.ts'
import { widthOf, wrapped } from './text.ts'

/** What is drawn as one rectangle with a number in it. */
export interface Dot {
  readonly key: string
  readonly name: string
  /** All it says, for who listens. */
  readonly said: string
  readonly href: string | undefined
  readonly x: Span
  readonly y: Span
}
interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}
export interface Placed {
  readonly dot: Dot
  /** As in the list: from 1, in reading order. */
  readonly number: number
  readonly range: Box
  readonly best: { readonly x: number | undefined; readonly y: number | undefined }
  /** The middle of its number; undefined where its rectangle has no room left, so that it is in the list only. */
  readonly mark: { readonly x: number; readonly y: number } | undefined
  readonly label:
    | { readonly x: number; readonly y: number; readonly end: 'start' | 'end' | 'middle'; readonly lines: readonly string[] }
    | undefined
}

export const RADIUS = 11
export const TEXT = 12
const LINE = 14
/** Between two numbers, so that they do not touch. */
const APART = 2 * RADIUS + 2
/** So many names at most stand in the drawing itself; all stand in the list. */
const NAMED = 10
const WIDEST = 150

/** From top to bottom, and from left to right where as high: how one reads the drawing, the list, and how keys move. */
export const readingOrder = (dots: readonly Dot[], x: Axis, y: Axis): Dot[] =>
  dots
    .map(dot => ({ dot, x: middleOf(x, dot.x), y: middleOf(y, dot.y) }))
    .sort((a, b) => b.y - a.y || a.x - b.x || (a.dot.key < b.dot.key ? -1 : 1))
    .map(({ dot }) => dot)

/**
 * Where every rectangle, number and name lies within a field, without two numbers or two names on top of each other. Made of numbers only:
 * the same dots give the same places.
 * @param field the pixels between the axes. @param named whether there is room for names.
 */
export function layout(dots: readonly Dot[], x: Axis, y: Axis, field: Box, named: boolean): Placed[] {
  const across = placing(x, field.x, field.x + field.width)
  const up = placing(y, field.y + field.height, field.y)
  const marks: { x: number; y: number }[] = []
  const placed = readingOrder(dots, x, y).map((dot, i) => {
    const range = boxOf(dot, across, up, x.kind === 'classes' ? 3 : 0)
    const best = { x: dot.x.best === undefined ? undefined : across(dot.x.best), y: dot.y.best === undefined ? undefined : up(dot.y.best) }
    const mark = roomIn(range, best, marks, field)
    if (mark) marks.push(mark)
    return { dot, number: i + 1, range, best, mark }
  })
  const names: Box[] = []
  return placed.map(each => {
    const label = named && each.number <= NAMED && each.mark ? roomBeside(each.dot.name, each.mark, marks, names, field) : undefined
    return { ...each, label }
  })
}

/** On an axis of classes the rectangle stays within the lines of its classes, so that both are seen; numbers are drawn where they are. */
function boxOf({ x, y }: Dot, across: (n: number) => number, up: (n: number) => number, inside: number): Box {
  const [left, right, top, bottom] = [across(x.low) + inside, across(x.high) - inside, up(y.high) + inside, up(y.low) - inside]
  return { x: left, y: top, width: Math.max(2, right - left), height: Math.max(2, bottom - top) }
}

const inner = (low: number, high: number): number[] => {
  const [from, to] = [low + RADIUS + 2, high - RADIUS - 2]
  if (to < from) return [(low + high) / 2]
  const n = Math.floor((to - from) / APART)
  const start = (low + high) / 2 - (n * APART) / 2
  return Array.from({ length: n + 1 }, (_, i) => start + i * APART)
}

/** The free place nearest to the best value, or to the middle. */
function roomIn(range: Box, best: Placed['best'], taken: readonly { x: number; y: number }[], field: Box) {
  const middle = { x: best.x ?? range.x + range.width / 2, y: best.y ?? range.y + range.height / 2 }
  const far = (p: { x: number; y: number }) => (p.x - middle.x) ** 2 + (p.y - middle.y) ** 2
  const places = inner(range.y, range.y + range.height).flatMap(y => inner(range.x, range.x + range.width).map(x => ({ x, y })))
  return [middle, ...places.sort((a, b) => far(a) - far(b) || a.y - b.y || a.x - b.x)]
    .map(({ x, y }) => ({
      x: clamp(x, field.x + RADIUS, field.x + field.width - RADIUS),
      y: clamp(y, field.y + RADIUS, field.y + field.height - RADIUS),
    }))
    .find(place => taken.every(other => Math.hypot(place.x - other.x, place.y - other.y) >= APART))
}

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value))
const meet = (a: Box, b: Box): boolean => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height

/** A name to the right of its number, or to the left, below or above it: the first where nothing is in the way. */
function roomBeside(name: string, mark: { x: number; y: number }, marks: readonly { x: number; y: number }[], names: Box[], field: Box) {
  const lines = wrapped(name, TEXT, WIDEST, 3)
  if (!lines) return undefined
  const [width, height] = [Math.max(...lines.map(line => widthOf(line, TEXT))), lines.length * LINE]
  const beside = RADIUS + 4
  const tries = [
    { end: 'start', x: mark.x + beside, left: mark.x + beside, top: mark.y - height / 2 },
    { end: 'end', x: mark.x - beside, left: mark.x - beside - width, top: mark.y - height / 2 },
    { end: 'middle', x: mark.x, left: mark.x - width / 2, top: mark.y + beside },
    { end: 'middle', x: mark.x, left: mark.x - width / 2, top: mark.y - beside - height },
  ] as const
  for (const { end, x, left, top } of tries) {
    const box = { x: left, y: top, width, height }
    const within = left >= field.x && left + width <= field.x + field.width && top >= field.y && top + height <= field.y + field.height
    const clear = marks.every(m => m === mark || !meet(box, { x: m.x - RADIUS, y: m.y - RADIUS, width: 2 * RADIUS, height: 2 * RADIUS }))
    if (!within || !clear || names.some(other => meet(box, other))) continue
    names.push(box)
    return { x, y: top + LINE - 3, end, lines }
  }
  return undefined
}
