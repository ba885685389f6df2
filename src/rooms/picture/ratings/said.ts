import type { Named } from '../../../fields/name.ts'
import { type Language, w } from '../../../kernel/words.ts'
import { type Axis, ends, type Rating } from '../../../model/picture/rating.ts'
import type { Snapshot, Thing } from '../../../model/snapshot.ts'

type Step = Thing<'scale-class'>
/** Lowest and highest class on an axis; nothing where the source gives none or this reader does not see it. */
export function rangeOf(it: Rating, axis: Axis, snapshot: Snapshot): { readonly low: Step; readonly high: Step } | undefined {
  const [from, to] = ends[axis]
  const [low, high] = [snapshot.get('scale-class', it[from] ?? ''), snapshot.get('scale-class', it[to] ?? '')]
  return low && high ? { low, high } : undefined
}

/** "D", "B-D": for a table that is taken along. */
export function lettersOf(it: Rating, axis: Axis, snapshot: Snapshot): string | null {
  const range = rangeOf(it, axis, snapshot)
  if (!range) return null
  const [low, high] = [range.low.body.letter, range.high.body.letter]
  return low === high ? low : `${low}-${high}`
}

const named = (name: Named, language: Language): string => name[language] ?? name.nl ?? name.en ?? ''
const step = ({ body }: Step, language: Language): string => `${body.letter} ${named(body.name, language)}`

/** "D waarschijnlijk", "B onwaarschijnlijk tot D waarschijnlijk". */
export function sayRange(it: Rating, axis: Axis, snapshot: Snapshot, language: Language): string | undefined {
  const range = rangeOf(it, axis, snapshot)
  if (!range) return undefined
  const [low, high] = [step(range.low, language), step(range.high, language)]
  return low === high ? low : w(`${low} tot ${high}`, `${low} to ${high}`)[language]
}

/** [T27] Classes with their names: "D waarschijnlijk, D zeer ernstig". Empty where the rating only says what changed. */
export const sayClasses = (it: Rating, snapshot: Snapshot, language: Language): string =>
  [sayRange(it, 'likelihood', snapshot, language), sayRange(it, 'impact', snapshot, language)].filter(Boolean).join(', ')
