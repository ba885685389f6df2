import { type Axis, placing, type Span } from './axis.ts'
import { TEXT } from './layout.ts'
import { widthOf } from './text.ts'

export interface StripRow {
  readonly key: string
  readonly words: string
  readonly span: Span | undefined
  /** What is said where there is no range: "higher, no class". */
  readonly instead?: string
}
interface StripProps {
  /** Unique on the page: title and description hang on it. */
  readonly id: string
  readonly title: string
  /** The ranges in words: all that the drawing says. */
  readonly described: string
  readonly axis: Axis
  readonly rows: readonly StripRow[]
}

const WIDTH = 320
const TOP = 20
const ROW = 22
const round = (n: number): number => Math.round(n * 10) / 10

/** Ranges under one another on one axis: a bar from lowest to highest, a tick at the best value where one was given. */
export function Strip({ id, title, described, axis, rows }: StripProps) {
  const left = Math.min(150, Math.max(0, ...rows.map(({ words }) => widthOf(words, TEXT))) + 12)
  const at = placing(axis, left, WIDTH - 6)
  const bottom = TOP + rows.length * ROW
  return (
    <svg class="plot strip" viewBox={`0 0 ${WIDTH} ${bottom + 4}`} role="img" aria-labelledby={`${id}-t ${id}-d`}>
      <title id={`${id}-t`}>{title}</title>
      <desc id={`${id}-d`}>{described}</desc>
      {axis.steps.map(step => (
        <text key={step.letter} class="axis-title" x={round((at(step.from) + at(step.to)) / 2)} y="13" text-anchor="middle">
          {step.letter}
        </text>
      ))}
      <path
        class="grid"
        d={[...axis.steps.map(({ from }) => from), axis.steps.at(-1)?.to ?? 1]
          .map(value => `M${round(at(value))} ${TOP}V${bottom}`)
          .join('')}
      />
      {rows.map(({ key, words, span, instead }, i) => {
        const y = TOP + i * ROW + ROW / 2
        return (
          <g key={key}>
            <text x="0" y={y + 4}>
              {words}
            </text>
            {span ? (
              <Bar span={span} at={at} y={y} />
            ) : (
              <text class="instead" x={round(left + 4)} y={y + 4}>
                {instead}
              </text>
            )}
          </g>
        )
      })}
    </svg>
  )
}

const Bar = ({ span: { low, best, high }, at, y }: { span: Span; at: (n: number) => number; y: number }) => (
  <>
    <rect class="bar" x={round(at(low) + 2)} y={y - 5} width={round(Math.max(2, at(high) - at(low) - 4))} height="10" />
    {best !== undefined && <path class="best" d={`M${round(at(best))} ${y - 8}v16`} />}
  </>
)
