import type { Refusal } from '../../../kernel/refusal.ts'
import type { Snapshot } from '../../../model/snapshot.ts'
import type { Sheet } from './format/sheet.ts'
import { planned, type Step } from './plan.ts'

/** [T101] What an import would come to, without an act: the same rows, with ids that are only placeholders. */
export function previewed(
  sheets: readonly Sheet[],
  near: Snapshot,
  how: { readonly kind: string | null; readonly bring: boolean },
): readonly Step[] | Refusal {
  let n = 0
  const id = () => `00000000-0000-7000-8000-${String(++n).padStart(12, '0')}` as never
  return planned(sheets, near, { id, personal: value => value, since: near.on, evidence: [] }, how)
}

/** How many rows of a word are added, changed and left as they are. */
export interface Counted {
  readonly kind: string
  readonly added: number
  readonly changed: number
  readonly unchanged: number
}

/** [T101] What an import comes to, by word, in the order of the file. */
export const counted = (steps: readonly Step[]): Counted[] =>
  [...Map.groupBy(steps, step => step.kind)].map(([kind, of]) => {
    const how = (outcome: Step['outcome']) => of.filter(step => step.outcome === outcome).length
    return { kind, added: how('added'), changed: how('changed'), unchanged: how('unchanged') }
  })
