import type { Day } from '../day.ts'

/** When something is due: open ends are null; `phrase` is how the source says it ("medio 2025"). */
export interface Window {
  readonly from: Day | null
  readonly to: Day | null
  readonly phrase: string
}

export const upsideDown = (w: Pick<Window, 'from' | 'to'>): boolean => w.from !== null && w.to !== null && w.from > w.to
/** Where a day lies: before the window opens, inside it, or after it closed. An open end never passes. */
export function place(w: Pick<Window, 'from' | 'to'>, on: Day): 'before' | 'inside' | 'after' {
  if (w.to !== null && w.to < on) return 'after'
  return w.from !== null && on < w.from ? 'before' : 'inside'
}
