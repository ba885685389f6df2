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

/** So that what is pressed is 24 pixels wide. */
export const RADIUS = 12
export const TEXT = 12
const LINE = 14
/** Between two numbers, so that they do not touch. */
const APART = 2 * RADIUS + 2
/** So many names at most stand in the drawing itself; all stand in the list. */
const NAMED = 10
/** How wide a name may be: in one stretch, or within the width of a class. */
const WIDTHS = [150, 96]

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
    const alone = dots.filter(other => same(other, dot)).length === 1
    const mark = roomIn(range, best, alone, marks, field)
    if (mark) marks.push(mark)
    return { dot, number: i + 1, range, best, mark, alone }
  })
  const names: Box[] = []
  const ranges = placed.map(({ range }) => range)
  // Beside a number among others in one rectangle a name could be that of its neighbour.
  return placed.map(({ alone, ...each }) => {
    const label = named && alone && names.length < NAMED ? roomFor(each, marks, ranges, names, field) : undefined
    return { ...each, label }
  })
}

const same = (a: Dot, b: Dot): boolean => a.x.low === b.x.low && a.x.high === b.x.high && a.y.low === b.y.low && a.y.high === b.y.high

/** On an axis of classes the rectangle stays within the lines of its classes, so that both are seen; numbers are drawn where they are. */
function boxOf({ x, y }: Dot, across: (n: number) => number, up: (n: number) => number, inside: number): Box {
  const [left, right, top, bottom] = [across(x.low) + inside, across(x.high) - inside, up(y.high) + inside, up(y.low) - inside]
  return { x: left, y: top, width: Math.max(2, right - left), height: Math.max(2, bottom - top) }
}

const inner = (low: number, high: number): number[] => {
  const [from, to] = [low + RADIUS, high - RADIUS]
  if (to < from) return [(low + high) / 2]
  const n = Math.floor((to - from) / APART)
  const start = (low + high) / 2 - (n * APART) / 2
  return Array.from({ length: n + 1 }, (_, i) => start + i * APART)
}

/** The free place nearest to the best value, or to the middle; several in one rectangle stand in rows. */
function roomIn(range: Box, best: Placed['best'], alone: boolean, taken: readonly { x: number; y: number }[], field: Box) {
  const middle = { x: best.x ?? range.x + range.width / 2, y: best.y ?? range.y + range.height / 2 }
  const far = (p: { x: number; y: number }) => (p.x - middle.x) ** 2 + (p.y - middle.y) ** 2
  const places = inner(range.y, range.y + range.height).flatMap(y => inner(range.x, range.x + range.width).map(x => ({ x, y })))
  return [...(alone ? [middle] : []), ...places.sort((a, b) => far(a) - far(b) || a.y - b.y || a.x - b.x)]
    .map(({ x, y }) => ({
      x: clamp(x, field.x + RADIUS, field.x + field.width - RADIUS),
      y: clamp(y, field.y + RADIUS, field.y + field.height - RADIUS),
    }))
    .find(place => taken.every(other => Math.hypot(place.x - other.x, place.y - other.y) >= APART))
}

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value))
const meet = (a: Box, b: Box): boolean => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height

/** Whether something crosses the edge of a rectangle: within it or beside it does not. */
const crosses = (a: Box, edge: Box): boolean =>
  meet(a, edge) && !(a.x >= edge.x && a.y >= edge.y && a.x + a.width <= edge.x + edge.width && a.y + a.height <= edge.y + edge.height)

/**
 * A name beside its number, or beside its rectangle: the first place where no number, no name and no edge of a rectangle is in the way. Where
 * there is none, an edge may run behind it; where numbers or names are in the way, it stands in the list only.
 */
function roomFor(
  { dot, mark, range }: Pick<Placed, 'dot' | 'mark' | 'range'>,
  marks: readonly { x: number; y: number }[],
  ranges: readonly Box[],
  names: Box[],
  field: Box,
): Placed['label'] {
  if (!mark) return undefined
  const tries = WIDTHS.flatMap(widest => {
    const lines = wrapped(dot.name, TEXT, widest, 3)
    return lines ? placesOf(lines, mark, range) : []
  }).filter(({ box }) => {
    const within =
      box.x >= field.x && box.x + box.width <= field.x + field.width && box.y >= field.y && box.y + box.height <= field.y + field.height
    const clear = marks.every(m => !meet(box, { x: m.x - RADIUS, y: m.y - RADIUS, width: 2 * RADIUS, height: 2 * RADIUS }))
    return within && clear && !names.some(other => meet(box, other))
  })
  const chosen = tries.find(({ box }) => !ranges.some(edge => crosses(box, edge))) ?? tries[0]
  if (!chosen) return undefined
  names.push(chosen.box)
  return { x: chosen.x, y: chosen.box.y + LINE - 3, end: chosen.end, lines: chosen.lines }
}

interface Place {
  readonly end: 'start' | 'end' | 'middle'
  readonly x: number
  readonly box: Box
  readonly lines: readonly string[]
}
/** From its number to the edge of its rectangle, for a name beside that to be seen as its own. */
const NEAR = 60

/** To the right of its number, to the left, below, above; then to the right and the left of its rectangle, where that is near. */
function placesOf(lines: readonly string[], mark: { x: number; y: number }, range: Box): Place[] {
  const [width, height] = [Math.max(...lines.map(line => widthOf(line, TEXT))), lines.length * LINE]
  const [beside, level] = [RADIUS + 4, mark.y - height / 2]
  const place = (end: Place['end'], x: number, y: number): Place => {
    const left = end === 'start' ? x : end === 'end' ? x - width : x - width / 2
    return { end, x, box: { x: left, y, width, height }, lines }
  }
  return [
    place('start', mark.x + beside, level),
    place('end', mark.x - beside, level),
    place('middle', mark.x, mark.y + beside),
    place('middle', mark.x, mark.y - beside - height),
    ...(range.x + range.width - mark.x <= NEAR ? [place('start', range.x + range.width + 5, level)] : []),
    ...(mark.x - range.x <= NEAR ? [place('end', range.x - 5, level)] : []),
  ]
}
