/** What a run of tests or checks came to. */
export interface Totals {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

export const none: Totals = { passed: 0, failed: 0, skipped: 0 }
export const oneFailed: Totals = { passed: 0, failed: 1, skipped: 0 }

export const sum = (all: readonly Totals[]): Totals =>
  all.reduce((a, b) => ({ passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped }), none)

/** The closing line of every run: `N passed, N failed`, and `, N skipped` only where something was. */
export const line = (t: Totals): string => `${t.passed} passed, ${t.failed} failed${t.skipped > 0 ? `, ${t.skipped} skipped` : ''}`

/** Reads that line back from the end of what a run printed; undefined where it is not there, which is a failure of the run. */
export function totalsIn(output: string): Totals | undefined {
  const last = output.trimEnd().split('\n').at(-1) ?? ''
  const found = /^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?$/.exec(last.trim())
  return found ? { passed: Number(found[1]), failed: Number(found[2]), skipped: Number(found[3] ?? 0) } : undefined
}
