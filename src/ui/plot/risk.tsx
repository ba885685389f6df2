import type { Axis, Step } from './axis.ts'
import { placing } from './axis.ts'
import { type Dot, layout, type Placed, RADIUS, TEXT } from './layout.ts'
import { widthOf, wrapped } from './text.ts'

export interface RiskPlotProps {
  /** Unique on the page: title and description hang on it. */
  readonly id: string
  readonly title: string
  readonly described: string
  readonly x: Axis
  readonly y: Axis
  readonly dots: readonly Dot[]
  /** Before the numbers for which there is no room: "In the list only:". */
  readonly listed: string
  /** narrow: for a phone or a column; numbers without names, and the names of the classes below. */
  readonly size: 'wide' | 'narrow'
}

const LINE = 16
/** The first in which every number has room. */
const HEIGHTS = { wide: [440, 560, 680], narrow: [420, 560, 700, 840] } as const
/** For the names of classes, left of the field. */
const BESIDE = 92
const round = (n: number): number => Math.round(n * 10) / 10

/**
 * Ranges on two axes: a rectangle from lowest to highest, a tick at the best value, a number that the list beside it explains. No coloured
 * ground, since people read a border of colours as a border of risk (Proto, Recchia, Dryhurst and Freeman 2023). The same tree wherever it
 * is made: nothing is measured.
 */
export function RiskPlot({ id, title, described, x, y, dots, listed, size }: RiskPlotProps) {
  const wide = size === 'wide'
  const width = wide ? 660 : 360
  const named = wide && y.steps.every(step => nameAt(step, BESIDE))
  const left = named ? BESIDE + 14 : 30
  const fieldOf = (height: number) => ({ x: left, y: 26, width: width - left - 8, height })
  const whole = HEIGHTS[size].find(tall => layout(dots, x, y, fieldOf(tall), wide).every(({ mark }) => mark))
  const field = fieldOf(whole ?? (HEIGHTS[size].at(-1) as number))
  const bottom = field.y + field.height
  const across = placing(x, field.x, field.x + field.width)
  const up = placing(y, bottom, field.y)
  const fits = wide && x.steps.every(step => nameAt(step, across(step.to) - across(step.from) - 2))
  const ticked = bottom + (x.ticks.length > 0 ? 20 : 4)
  const under = ticked + (fits ? 3 * LINE : LINE)
  const keys = [...(named ? [] : [y]), ...(fits ? [] : [x])]
  const placed = layout(dots, x, y, field, wide)
  const unplaced = placed.flatMap(({ mark, number }) => (mark ? [] : [number]))
  const note = unplaced.length > 0 ? (wrapped(`${listed} ${unplaced.join(', ')}`, TEXT, width - 4, 9) ?? []) : []
  const end = under + (1 + tall(keys)) * LINE
  const height = end + 6 + note.length * LINE
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing with links in it is a group, and has no element of its own
    <svg class={`plot risk-plot ${size}`} viewBox={`0 0 ${width} ${Math.ceil(height)}`} role="group" aria-labelledby={`${id}-t ${id}-d`}>
      <title id={`${id}-t`}>{title}</title>
      <desc id={`${id}-d`}>{described}</desc>
      {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: a group of a drawing takes no focus */}
      <g aria-hidden="true">
        <text class="axis-title" x="2" y="14">
          ↑ {y.title}
        </text>
        {y.steps.map(step => (
          <YStep key={step.letter} step={step} at={(up(step.from) + up(step.to)) / 2} x={left - 8} named={named} />
        ))}
        {x.steps.map(step => (
          <XStep
            key={step.letter}
            step={step}
            at={(across(step.from) + across(step.to)) / 2}
            y={ticked + 12}
            width={fits ? across(step.to) - across(step.from) - 2 : 0}
          />
        ))}
        <path class="grid" d={gridOf(x, y, across, up, field)} />
        <rect class="edge" {...field} />
        <Ticks axis={x} at={across} y={bottom} width={width} />
        <text class="axis-title" x={field.x + field.width} y={under + LINE} text-anchor="end">
          {x.title} →
        </text>
        {keys.map(({ title, steps }, i) => (
          <Key key={title} words={title} steps={steps} y={under + (2.4 + tall(keys.slice(0, i))) * LINE} />
        ))}
        {note.length > 0 && <Lines lines={note} x={2} y={end + LINE} end="start" />}
        {rangesOf(placed).map(range => (
          <rect key={JSON.stringify(range)} class="range" {...range} />
        ))}
        {placed.map(each => (
          <Best key={each.dot.key} of={each} />
        ))}
        {placed.map(
          ({ dot, label }) =>
            label && (
              <g key={dot.key} class="name">
                <Lines lines={label.lines} x={label.x} y={label.y} end={label.end} />
              </g>
            ),
        )}
      </g>
      {placed.map(each => (
        <Mark key={each.dot.key} of={each} />
      ))}
    </svg>
  )
}

/** The same rectangle of several is drawn once. */
const rangesOf = (placed: readonly Placed[]): Placed['range'][] => [
  ...new Map(
    placed.map(({ range: { x, y, width, height } }) => {
      const range = { x: round(x), y: round(y), width: round(width), height: round(height) }
      return [JSON.stringify(range), range]
    }),
  ).values(),
]

/** Lines that the names of classes take below the field. */
const tall = (axes: readonly Axis[]): number => axes.reduce((n, { steps }) => n + steps.length + 1.5, 0)

const nameAt = (step: Step, width: number): string[] | undefined => wrapped(`${step.letter} ${step.name}`, TEXT, width, 3)

function YStep({ step, at, x, named }: { step: Step; at: number; x: number; named: boolean }) {
  const lines = named ? (nameAt(step, BESIDE) ?? [step.letter]) : [step.letter]
  return <Lines lines={lines} x={x} y={at - ((lines.length - 1) * 14) / 2 + 4} end="end" lang={named ? step.lang : undefined} />
}
function XStep({ step, at, y, width }: { step: Step; at: number; y: number; width: number }) {
  const lines = (width > 0 && nameAt(step, width)) || [step.letter]
  return <Lines lines={lines} x={at} y={y} end="middle" lang={width > 0 ? step.lang : undefined} />
}

const Lines = ({
  lines,
  x,
  y,
  end,
  lang,
}: {
  lines: readonly string[]
  x: number
  y: number
  end: 'start' | 'end' | 'middle'
  lang?: string | undefined
}) => (
  <text text-anchor={end} lang={lang}>
    {lines.map((line, i) => (
      <tspan key={line} x={round(x)} y={round(y + i * 14)}>
        {line}
      </tspan>
    ))}
  </text>
)

/** The classes by letter, where their names do not fit along the axis. */
const Key = ({ words, steps, y }: { words: string; steps: readonly Step[]; y: number }) => (
  <>
    <text class="axis-title" x="2" y={round(y)}>
      {words}
    </text>
    {steps.map((step, i) => (
      <text key={step.letter} x="2" y={round(y + (i + 1) * LINE)} lang={step.lang}>
        {step.letter} {step.name}
      </text>
    ))}
  </>
)

/** Lines between classes. */
function gridOf(x: Axis, y: Axis, across: (n: number) => number, up: (n: number) => number, field: Placed['range']): string {
  const upright = x.steps.slice(1).map(step => `M${round(across(step.from))} ${field.y}v${field.height}`)
  const level = y.steps.slice(1).map(step => `M${field.x} ${round(up(step.from))}h${field.width}`)
  return [...upright, ...level].join('')
}

/** Odds at the borders, kept within the drawing; one that would run into the one before it is left out. */
function Ticks({ axis, at, y, width }: { axis: Axis; at: (n: number) => number; y: number; width: number }) {
  let free = 0
  const shown = axis.ticks.flatMap(({ at: value, words }) => {
    const half = widthOf(words, TEXT) / 2
    const x = Math.max(half, Math.min(at(value), width - half))
    if (x - half < free) return []
    free = x + half + 4
    return [{ value, words, x }]
  })
  return (
    <>
      {shown.map(({ value, words, x }) => (
        <g key={value}>
          <path class="edge" d={`M${round(at(value))} ${y}v5`} />
          <text x={round(x)} y={y + 17} text-anchor="middle">
            {words}
          </text>
        </g>
      ))}
    </>
  )
}

/** A tick on two sides of the rectangle, where somebody gave a best value. */
function Best({ of: { range, best } }: { of: Placed }) {
  const d = [
    best.x !== undefined && `M${round(best.x)} ${round(range.y + range.height - 5)}v10`,
    best.y !== undefined && `M${round(range.x - 5)} ${round(best.y)}h10`,
  ].filter(Boolean)
  return d.length === 0 ? null : <path class="best" d={d.join('')} />
}

/** Its own rectangle stands out while it is pointed at or has the focus. */
function Mark({ of: { dot, mark, number, range } }: { of: Placed }) {
  if (!mark) return null
  const inside = (
    <>
      <rect class="own" {...range} />
      <circle cx={round(mark.x)} cy={round(mark.y)} r={RADIUS} />
      <text class="digit" x={round(mark.x)} y={round(mark.y + 4)} text-anchor="middle">
        {number}
      </text>
    </>
  )
  const said = `${number} ${dot.said}`
  return dot.href === undefined ? (
    // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: a group of a drawing is nothing to press
    <g class="dot" role="img" aria-label={said}>
      {inside}
    </g>
  ) : (
    <a class="dot" href={dot.href} aria-label={said}>
      {inside}
    </a>
  )
}
