/** A share on a logarithmic strip: a thin line that it cannot leave, a thick one where it most likely lies, a dot at its value. */
export interface ShareProps {
  readonly value: number
  readonly hull: readonly [low: number, high: number]
  /** Null where none can be given. */
  readonly band: readonly [low: number, high: number] | null
  /** Where the strip begins; it ends at 1. */
  readonly from: number
}

const [WIDTH, HEIGHT, EDGE] = [160, 18, 6]
const round = (n: number): number => Math.round(n * 10) / 10

/** For a cell of a table that says the same in numbers: hidden from who listens. */
export function Share({ value, hull, band, from }: ShareProps) {
  const at = (share: number): number => {
    const part = share <= from ? 0 : 1 - Math.log(share) / Math.log(from)
    return round(EDGE + Math.min(1, part) * (WIDTH - 2 * EDGE))
  }
  const powers = Array.from({ length: Math.round(-Math.log10(from)) + 1 }, (_, i) => 10 ** -i)
  return (
    <svg class="plot share" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      <path class="grid" d={powers.map(it => `M${at(it)} 2v14`).join('')} />
      <path class="reach" d={`M${at(hull[0])} 9H${at(hull[1])}`} />
      {band && <path class="band" d={`M${at(band[0])} 9H${at(band[1])}`} />}
      <circle cx={at(value)} cy="9" r="4" />
    </svg>
  )
}
