/** Scenarios and how one can set off another: what is simulated. */
import type { Words } from '../../../kernel/words.ts'

/** Lowest, best and highest value; `best` is the middle of what was given where no best was said. */
export interface Range {
  readonly low: number
  readonly best: number
  readonly high: number
}

/** The middle of what is drawn evenly on a logarithmic scale; of what begins at 0, evenly as it is. */
export const middle = (low: number, high: number): number => (low > 0 ? Math.sqrt(low * high) : (low + high) / 2)

export interface Scenario {
  readonly code: string
  readonly name: Words | null
  readonly theme: string | null
  /** That it occurs at least once within the horizon, by itself. */
  readonly probability: Range
  /** What it costs when it occurs, on the scale of the whole network. */
  readonly impact: Range
  readonly durationDays: number
}

/** One scenario can set off another. `from` and `to` are places in `scenarios`. */
export interface Cascade {
  readonly from: number
  readonly to: number
  /** That it does, once the first has occurred. */
  readonly probability: Range
  /** How much later: any moment between the two is as likely. */
  readonly delayDays: { readonly low: number; readonly high: number }
  /** The second costs so many times as much when it begins while the first goes on; 1 is no more. */
  readonly worsens: number
}

export interface Network {
  readonly horizonYears: number
  readonly scenarios: readonly Scenario[]
  readonly cascades: readonly Cascade[]
}

/** What a reader of the result should know; nothing that keeps it from being computed (that is a refusal). */
export interface Finding {
  readonly code: 'zero-probability' | 'certain' | 'no-uncertainty' | 'outside-horizon' | 'noise-too-high' | 'few-in-tail' | 'no-scenarios'
  /** As in the file: `scenarios[3].probability`. */
  readonly path: string
  readonly detail: Words
}
