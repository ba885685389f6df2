import type { Compiled, Values } from './compile.ts'
import { Trial, type Worsening } from './trial.ts'

/** What a stretch of trials gave. Stretches that follow each other are merged without loss, however they were cut. */
export interface Run {
  readonly from: number
  readonly trials: number
  /** In how many trials each scenario occurred. */
  readonly occurred: Float64Array
  /** In how many trials exactly `k` occurred, and at most and at some time exactly `k` went on at once. */
  readonly occurring: Float64Array
  readonly simultaneous: Float64Array
  /** Loss of each trial, in their order. */
  readonly loss: Float64Array
}

export interface Stretch {
  readonly trials: number
  readonly seed: number
  /** Number of the first trial, 0 when not said. All numbers lie below 2^32. */
  readonly from?: number
  readonly worsening?: Worsening
}

/** Plays trials `from` up to `from + trials`. The same whatever stretch they are part of. */
export function simulate(compiled: Compiled, values: Values, { trials, seed, from = 0, worsening = 'timed' }: Stretch): Run {
  const n = compiled.scenarios
  const trial = new Trial(compiled, values, seed)
  const occurred = new Float64Array(n)
  const [occurring, simultaneous] = [new Float64Array(n + 1), new Float64Array(n + 1)]
  const loss = new Float64Array(trials)
  for (let k = 0; k < trials; k++) {
    trial.play((from + k) | 0, -1)
    const count = trial.count
    for (let a = 0; a < count; a++) {
      const i = trial.occurred[a] as number
      occurred[i] = (occurred[i] as number) + 1
    }
    loss[k] = trial.loss(worsening)
    occurring[count] = (occurring[count] as number) + 1
    const peak = count < 2 ? count : trial.peak()
    simultaneous[peak] = (simultaneous[peak] as number) + 1
  }
  return { from, trials, occurred, occurring, simultaneous, loss }
}

/** Two stretches as one; the second begins where the first ends. */
export function merge(a: Run, b: Run): Run {
  if (a.from + a.trials !== b.from) throw new RangeError(`trials ${a.from}-${a.from + a.trials} are not followed by ${b.from}`)
  const loss = new Float64Array(a.trials + b.trials)
  loss.set(a.loss)
  loss.set(b.loss, a.trials)
  return {
    from: a.from,
    trials: a.trials + b.trials,
    occurred: plus(a.occurred, b.occurred),
    occurring: plus(a.occurring, b.occurring),
    simultaneous: plus(a.simultaneous, b.simultaneous),
    loss,
  }
}

const plus = (a: Float64Array, b: Float64Array): Float64Array => a.map((x, i) => x + (b[i] as number))
