/** A simulation as pieces of work that any number of workers can do in any order, and what the pieces are together. */
import { type Chain, chains, type Removed, removed } from '../cascade/chains.ts'
import { type Compiled, compile, type Values, valuesAt } from '../cascade/compile.ts'
import { mean } from '../cascade/figures.ts'
import { bands, type Nested, type Outer, outer } from '../cascade/nested.ts'
import type { Network } from '../cascade/network.ts'
import { merge, type Run, simulate } from '../cascade/simulate.ts'

export interface Plan {
  readonly trials: number
  /** A whole number of 32 bits. */
  readonly seed: number
}

/** Pieces are cut by the plan alone, so that their sums do not depend on how many worked at them. */
const stretch = 1 << 16
const draws = 400
const attributed = 200_000
/** Trials of one draw of what is uncertain: a four hundredth of all, never so few that chance hides the draw. */
const inner = ({ trials }: Plan): number => Math.max(500, Math.ceil(trials / draws))

export type Piece =
  | { readonly of: 'best' | 'low' | 'high'; readonly from: number; readonly trials: number }
  | { readonly of: 'outer'; readonly from: number; readonly to: number }
  | { readonly of: 'removed'; readonly from: number; readonly trials: number }
  | { readonly of: 'chains' }

/** Of the runs at the ends of the ranges only the sums are kept. */
export interface Bound {
  readonly occurred: Float64Array
  readonly loss: number
}
export type Done = Run | Bound | Outer | Removed | readonly Chain[]

const cut = (trials: number): { readonly from: number; readonly trials: number }[] =>
  Array.from({ length: Math.ceil(trials / stretch) }, (_, i) => ({ from: i * stretch, trials: Math.min(stretch, trials - i * stretch) }))

/** Of the best values, in their order: what a run that stops by precision is made of. */
export const bestOf = ({ trials }: Plan): Piece[] => cut(trials).map(it => ({ of: 'best', ...it }))

/** Everything else: both ends of the ranges, what is uncertain, edges and chains. */
export function restOf(plan: Plan): Piece[] {
  const perPiece = Math.max(1, Math.floor(stretch / inner(plan)))
  const parts = Array.from({ length: Math.ceil(draws / perPiece) }, (_, i) => i * perPiece)
  const some = Math.min(plan.trials, attributed)
  return [
    ...(['low', 'high'] as const).flatMap(of => cut(plan.trials).map(it => ({ of, ...it }))),
    ...parts.map(from => ({ of: 'outer' as const, from, to: Math.min(draws, from + perPiece) })),
    ...cut(some).map(it => ({ of: 'removed' as const, ...it })),
    { of: 'chains' },
  ]
}

/** Asked of one stretch of best values after the other: whether those up to it are enough. Never, where no precision was asked for. */
export function preciseTo(precision: number | undefined): (next: Done) => boolean {
  const means: { readonly trials: number; readonly value: number; readonly mcse: number }[] = []
  return next => {
    if (precision === undefined) return false
    const { loss, trials } = next as Run
    means.push({ trials, ...mean(loss) })
    const all = means.reduce((sum, it) => sum + it.trials, 0)
    const value = means.reduce((sum, it) => sum + it.value * it.trials, 0) / all
    const mcse = Math.sqrt(means.reduce((sum, it) => sum + (it.mcse * it.trials) ** 2, 0)) / all
    return value > 0 && mcse <= precision * value
  }
}

/** Does pieces of one network: compiled once. */
export class Worker {
  readonly #network: Network
  readonly #plan: Plan
  readonly #compiled: Compiled
  readonly #values: Readonly<Record<'best' | 'low' | 'high', Values>>

  constructor(network: Network, plan: Plan) {
    this.#network = network
    this.#plan = plan
    this.#compiled = compile(network)
    this.#values = {
      best: valuesAt(network, this.#compiled, 'best'),
      low: valuesAt(network, this.#compiled, 'low'),
      high: valuesAt(network, this.#compiled, 'high'),
    }
  }

  do(piece: Piece): Done {
    const { seed, trials } = this.#plan
    const [compiled, best] = [this.#compiled, this.#values.best]
    if (piece.of === 'best') return simulate(compiled, best, { ...piece, seed })
    // What is uncertain is drawn with other trials than the best values, so that the two do not share their chance.
    if (piece.of === 'outer')
      return outer(this.#network, compiled, { outer: draws, inner: inner(this.#plan), seed, from: trials }, piece.from, piece.to)
    if (piece.of === 'removed') return removed(compiled, best, { ...piece, seed })
    if (piece.of === 'chains') return chains(compiled, best, { trials: Math.min(trials, attributed), seed, top: 50 })
    // A cost that grows when both occur grows with every probability only if it counts whenever both do, or never.
    const worsening = piece.of === 'low' ? 'never' : 'whenever'
    const { occurred, loss } = simulate(compiled, this.#values[piece.of], { ...piece, seed, worsening })
    return { occurred, loss: loss.reduce((a, b) => a + b, 0) }
  }
}

export interface Whole {
  readonly run: Run
  readonly low: Bound
  readonly high: Bound
  readonly nested: Nested
  readonly removed: readonly Removed[]
  readonly chains: readonly Chain[]
}

/** Joins what was done, piece for piece in the order of `bestOf` and `restOf`. */
export function joined(plan: Plan, best: readonly Done[], rest: readonly Done[]): Whole {
  const pieces = restOf(plan)
  const of = <T extends Done>(kind: Piece['of']) => rest.filter((_, i) => pieces[i]?.of === kind) as T[]
  return {
    run: mergeAll(best as Run[]),
    low: sumOf(of<Bound>('low')),
    high: sumOf(of<Bound>('high')),
    nested: bands(of<Outer>('outer'), { outer: draws, inner: inner(plan), seed: plan.seed }),
    removed: of<Removed>('removed'),
    chains: of<readonly Chain[]>('chains')[0] ?? [],
  }
}

/** Two by two, so that no stretch is copied often. */
function mergeAll(runs: readonly Run[]): Run {
  if (runs.length === 1) return runs[0] as Run
  const half = runs.length >> 1
  return merge(mergeAll(runs.slice(0, half)), mergeAll(runs.slice(half)))
}

const sumOf = (bounds: readonly Bound[]): Bound => ({
  occurred: bounds
    .slice(1)
    .reduce((sum, it) => sum.map((x, i) => x + (it.occurred[i] as number)), bounds[0]?.occurred ?? new Float64Array(0)),
  loss: bounds.reduce((sum, it) => sum + it.loss, 0),
})
