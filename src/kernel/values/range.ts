/** An estimate that keeps its uncertainty: low ≤ best ≤ high, in the unit its field names. */
export interface Range {
  readonly low: number
  readonly best: number
  readonly high: number
}
export const disordered = (r: Range): boolean => r.low > r.best || r.best > r.high
