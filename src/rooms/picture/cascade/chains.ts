import type { Compiled, Values } from './compile.ts'
import type { Estimate } from './figures.ts'
import { Trial } from './trial.ts'

/** One scenario that set off another, and so on: places of scenarios, from what began by itself. */
export interface Chain {
  readonly path: readonly number[]
  /** In this share of the trials. */
  readonly frequency: number
  /** What its last scenario and all that this set off cost, on average when the chain occurred. */
  readonly downstream: number
}

/** For each edge, by its place in the file: what was lost less without it, summed over the trials, and the squares. */
export interface Removed {
  readonly trials: number
  readonly sums: Float64Array
  readonly squares: Float64Array
}

/** Longer chains are counted as their first so many steps. */
const longest = 8

export interface Stretch {
  readonly trials: number
  readonly seed: number
  readonly from?: number
}

/**
 * What disappears when an edge is cut: only the trials in which it was the cause of something, or made something worse, are played again without
 * it, with the same chance. In the others nothing changes, so the difference is exact trial by trial.
 */
export function removed(compiled: Compiled, values: Values, { trials, seed, from = 0 }: Stretch): Removed {
  const [whole, without] = [new Trial(compiled, values, seed), new Trial(compiled, values, seed)]
  const [sums, squares] = [new Float64Array(compiled.edges), new Float64Array(compiled.edges)]
  for (let k = 0; k < trials; k++) {
    whole.play((from + k) | 0, -1)
    const lost = whole.loss('timed')
    for (const e of acting(compiled, whole)) {
      without.play((from + k) | 0, e)
      const less = lost - without.loss('timed')
      const edge = compiled.edge[e] as number
      sums[edge] = (sums[edge] as number) + less
      squares[edge] = (squares[edge] as number) + less * less
    }
  }
  return { trials, sums, squares }
}

/** What cutting each edge of the file takes from the expected loss, over stretches that follow each other. */
export function importance(stretches: readonly Removed[]): Estimate[] {
  const trials = stretches.reduce((sum, it) => sum + it.trials, 0)
  const total = (e: number, of: 'sums' | 'squares') => stretches.reduce((sum, it) => sum + (it[of][e] as number), 0)
  return Array.from(stretches[0]?.sums ?? [], (_, e) => {
    const value = trials > 0 ? total(e, 'sums') / trials : 0
    const variance = trials > 1 ? Math.max(0, (total(e, 'squares') - trials * value * value) / (trials - 1)) : 0
    return { value, mcse: trials > 0 ? Math.sqrt(variance / trials) : 0 }
  })
}

/** Edges that caused or worsened something in the trial played last. */
function acting({ worse, worseFirst }: Compiled, trial: Trial): Set<number> {
  const found = new Set<number>()
  for (let k = 0; k < trial.count; k++) {
    const j = trial.occurred[k] as number
    if ((trial.cause[j] as number) >= 0) found.add(trial.cause[j] as number)
    for (let w = worseFirst[j] as number; w < (worseFirst[j + 1] as number); w++)
      if (trial.worsened(worse[w] as number, 'timed')) found.add(worse[w] as number)
  }
  return found
}

/** A place in the tree of chains: which edge led here, from where, how often, and what it cost. */
interface Step {
  readonly parent: number
  readonly edge: number
  readonly depth: number
  count: number
  cost: number
}

/** The `top` most frequent chains of at least one edge. */
export function chains(compiled: Compiled, values: Values, { trials, seed, top }: Stretch & { readonly top: number }): Chain[] {
  const trial = new Trial(compiled, values, seed)
  const steps: Step[] = []
  const known = new Map<number, number>()
  const place = new Int32Array(compiled.scenarios)
  const downstream = new Float64Array(compiled.scenarios)

  const stepOf = (parent: number, edge: number): number => {
    const key = (parent + 1) * compiled.edges + edge
    const before = known.get(key)
    if (before !== undefined) return before
    known.set(key, steps.length)
    return steps.push({ parent, edge, depth: parent < 0 ? 1 : (steps[parent]?.depth ?? 0) + 1, count: 0, cost: 0 }) - 1
  }

  for (let k = 0; k < trials; k++) {
    trial.play(k, -1)
    if (trial.count < 2) continue
    const order = causesFirst(compiled, trial)
    for (const i of order) downstream[i] = trial.cost(i, 'timed')
    for (const i of order.toReversed()) {
      const e = trial.cause[i] as number
      if (e >= 0) downstream[compiled.from[e] as number] = (downstream[compiled.from[e] as number] as number) + (downstream[i] as number)
    }
    for (const i of order) {
      const e = trial.cause[i] as number
      place[i] = -1
      if (e < 0) continue
      const parent = place[compiled.from[e] as number] as number
      if (parent >= 0 && (steps[parent]?.depth ?? 0) >= longest) {
        place[i] = parent
        continue
      }
      const at = stepOf(parent, e)
      const step = steps[at] as Step
      step.count++
      step.cost += downstream[i] as number
      place[i] = at
    }
  }
  return steps
    .toSorted((a, b) => b.count - a.count || a.depth - b.depth || a.edge - b.edge)
    .slice(0, top)
    .map(step => ({ path: pathTo(compiled, steps, step), frequency: step.count / trials, downstream: step.cost / step.count }))
}

/** What occurred, each behind what caused it; without delay both have the same time. */
function causesFirst({ from }: Compiled, { time, cause, occurred, count }: Trial): number[] {
  const depth = (i: number): number => ((cause[i] as number) < 0 ? 0 : 1 + depth(from[cause[i] as number] as number))
  return Array.from(occurred.subarray(0, count)).sort((a, b) => (time[a] as number) - (time[b] as number) || depth(a) - depth(b))
}

function pathTo({ from, to }: Compiled, steps: readonly Step[], last: Step): number[] {
  const path = [to[last.edge] as number]
  let step: Step | undefined = last
  while (step) {
    path.unshift(from[step.edge] as number)
    step = steps[step.parent]
  }
  return path
}
