import { type Words, w } from '../../../kernel/words.ts'
import type { Snapshot, Thing } from '../../../model/snapshot.ts'
import { rangeOf } from '../ratings/said.ts'
import { aggregateImpact, type Impact, type Score, type Step, stepsOf } from './aggregate.ts'

/** A scale of impact in numbers. */
interface Ladder {
  readonly classes: readonly Thing<'scale-class'>[]
  readonly steps: readonly Step[]
}

/** [T46] Nothing where a class of the scale has no value: then no number is made of any of them. */
function ladderOf(snapshot: Snapshot, scale: string): Ladder | undefined {
  const classes = snapshot.pointing('scale-class', 'scale', scale).toSorted((a, b) => a.body.order - b.body.order)
  const values = classes.flatMap(({ body }) => body.value ?? [])
  return classes.length > 0 && values.length === classes.length && (values.at(-1) ?? 0) > 0
    ? { classes, steps: stepsOf(values) }
    : undefined
}

/**
 * [T47] The impact of a rating as a number: from its classes on the criteria where it gives them, else from its class as a whole.
 * @returns why not, in words, where something is missing that no source gave.
 */
export function impactOf(snapshot: Snapshot, rating: Thing<'rating'>): Impact | { readonly why: Words } {
  const scored = snapshot.pointing('impact-score', 'rating', rating.id)
  if (scored.length > 0) return summed(snapshot, scored)
  const range = rangeOf(rating.body, 'impact', snapshot)
  if (!range) return { why: w('de bron geeft geen klasse van impact', 'its source gives no class of impact') }
  const score = scoreOf(snapshot, 1, range.low, range.high)
  return score ? aggregateImpact([score]) : { why: noValues }
}

function summed(snapshot: Snapshot, scored: readonly Thing<'impact-score'>[]): Impact | { readonly why: Words } {
  const counting = snapshot.all('impact-criterion').filter(({ body }) => body.weight !== 0)
  const unweighted = counting.filter(({ body }) => body.weight === null)
  if (unweighted.length > 0)
    return {
      why: w(
        `geen bron geeft het gewicht van criterium ${numbers(unweighted)}`,
        `no source gives the weight of criterion ${numbers(unweighted)}`,
      ),
    }
  const missing = counting.filter(({ id }) => !scored.some(({ body }) => body.criterion === id))
  if (missing.length > 0 || counting.length === 0)
    return { why: w(`er is geen score op criterium ${numbers(missing)}`, `there is no score on criterion ${numbers(missing)}`) }
  const scores = counting.map(({ id, body }) => {
    const of = scored.find(it => it.body.criterion === id)?.body
    const [low, high] = [snapshot.get('scale-class', of?.from ?? ''), snapshot.get('scale-class', of?.to ?? '')]
    return low && high ? scoreOf(snapshot, body.weight ?? 0, low, high) : undefined
  })
  return scores.every(it => it !== undefined) ? aggregateImpact(scores) : { why: noValues }
}

const noValues = w('geen bron geeft de waarde van elke klasse van impact', 'no source gives the value of every class of impact')
const numbers = (criteria: readonly Thing<'impact-criterion'>[]): string =>
  criteria
    .map(({ body }) => body.number)
    .sort()
    .join(', ')

function scoreOf(snapshot: Snapshot, weight: number, low: Thing<'scale-class'>, high: Thing<'scale-class'>): Score | undefined {
  const ladder = ladderOf(snapshot, low.body.scale)
  const [from, to] = [low, high].map(end => ladder?.classes.findIndex(({ id }) => id === end.id) ?? -1)
  return ladder && from !== undefined && to !== undefined && from >= 0 && to >= from ? { weight, steps: ladder.steps, from, to } : undefined
}
