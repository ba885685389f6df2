import type { Span } from './axis.ts'
import { widthOf } from './text.ts'

/** Something beside what stands in the middle; without a span nothing is known of how strongly it hangs on it. */
export interface Beside {
  readonly key: string
  readonly name: string
  readonly href: string
  /** Shares of one. */
  readonly span?: Span | undefined
}
export interface AroundProps {
  /** Unique on the page: title and description hang on it. */
  readonly id: string
  readonly title: string
  readonly described: string
  readonly middle: string
  readonly before: { readonly title: string; readonly of: readonly Beside[] }
  readonly after: { readonly title: string; readonly of: readonly Beside[] }
  /** Where the axis has marks, each a share and its words, the greatest first. */
  readonly ticks: readonly { readonly at: number; readonly words: string }[]
  /** Below what no number is known of. */
  readonly unknown: string
}

const WIDTH = 720
const HALF = 78
const EDGE = 20
const REACH = WIDTH / 2 - HALF - EDGE - 10
const ROW = 44
const TOP = 34
const TEXT = 13
const round = (n: number): number => Math.round(n * 10) / 10

/**
 * One thing in the middle, what leads to it on the left and what follows from it on the right: the nearer, the stronger, on a logarithmic
 * axis, as a line from the lowest to the highest value with a dot at the best. No lines between things, since those hide how little is known.
 */
export function Around({ id, title, described, middle, before, after, ticks, unknown }: AroundProps) {
  const rows = Math.max(before.of.length, after.of.length, 1)
  const bottom = TOP + rows * ROW + 6
  const lowest = ticks.at(-1)?.at ?? 0.01
  /** How far from the middle, in [0, 1]. */
  const far = (share: number): number => Math.min(1, Math.max(0, Math.log(Math.max(share, lowest)) / Math.log(lowest)))
  const at = (side: -1 | 1, share: number) => WIDTH / 2 + side * (HALF + 10 + far(share) * REACH)
  const words = fitted(middle, 2 * HALF - 32)
  const height = bottom + 26
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing with links in it is a group, and has no element of its own
    <svg class="plot around" viewBox={`0 0 ${WIDTH} ${height}`} role="group" aria-labelledby={`${id}-t ${id}-d`}>
      <title id={`${id}-t`}>{title}</title>
      <desc id={`${id}-d`}>{described}</desc>
      {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: a group of a drawing takes no focus */}
      <g aria-hidden="true">
        <text class="axis-title" x={EDGE} y="14">
          {before.title}
        </text>
        <text class="axis-title" x={WIDTH - EDGE} y="14" text-anchor="end">
          {after.title}
        </text>
        <rect class="edge" x={WIDTH / 2 - HALF} y={TOP - 6} width={2 * HALF} height={bottom - TOP} rx="4" />
        <text class="middle" text-anchor="middle">
          {words.map((line, i) => (
            <tspan key={line} x={WIDTH / 2} y={round((TOP + bottom) / 2 + (i - (words.length - 1) / 2) * 17)}>
              {line}
            </tspan>
          ))}
        </text>
        {([-1, 1] as const).flatMap(side =>
          ticks.map(({ at: share, words: said }) => (
            <g key={`${side}${share}`}>
              <path class="grid" d={`M${round(at(side, share))} ${TOP - 6}V${bottom}`} />
              <text x={round(at(side, share))} y={bottom + 16} text-anchor="middle">
                {said}
              </text>
            </g>
          )),
        )}
      </g>
      {([-1, 1] as const).flatMap(side =>
        (side < 0 ? before.of : after.of).map((it, i) => (
          <a key={`${side}${it.key}`} class="dot" href={it.href}>
            <Row of={it} side={side} y={TOP + i * ROW} at={share => at(side, share)} unknown={unknown} />
          </a>
        )),
      )}
    </svg>
  )
}

function Row({ of, side, y, at, unknown }: { of: Beside; side: -1 | 1; y: number; at: (share: number) => number; unknown: string }) {
  const line = round(y + 26)
  const outer = side < 0 ? EDGE : WIDTH - EDGE
  const name = shortened(of.name, REACH)
  const anchor = side < 0 ? 'start' : 'end'
  return (
    <>
      <text x={outer} y={round(y + 12)} text-anchor={anchor}>
        {name}
      </text>
      {of.span ? (
        <>
          <path class="reach" d={`M${round(at(of.span.low))} ${line}H${round(at(of.span.high))}`} />
          <circle cx={round(at(of.span.best ?? of.span.high))} cy={line} r="6" />
        </>
      ) : (
        <text class="unknown" x={outer} y={line + 4} text-anchor={anchor}>
          ◌ {unknown}
        </text>
      )}
    </>
  )
}

function fitted(words: string, width: number): string[] {
  const lines: string[] = []
  for (const word of words.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && widthOf(`${last} ${word}`, TEXT) <= width) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(shortened(word, width))
  }
  return lines
}
function shortened(words: string, width: number): string {
  if (widthOf(words, TEXT) <= width) return words
  let end = words.length
  while (end > 1 && widthOf(`${words.slice(0, end).trimEnd()}…`, TEXT) > width) end--
  return `${words.slice(0, end).trimEnd()}…`
}
