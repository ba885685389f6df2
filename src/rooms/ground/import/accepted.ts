import { type Evidence, isPassage, type Passage } from '../../../kernel/values/evidence.ts'
import type { Draft } from '../../room.ts'

/** A thing the pack brings, with the passages it rests on; documents by id. */
export interface Brought {
  readonly kind: string
  readonly code: string
  readonly evidence: readonly Evidence[]
}

/**
 * [G6] A proposal whose passage the pack already made something of is accepted with it; what is left stands open on the reading desk.
 * The same passage: at least half of the shorter one lies in the other, and both are about the same kind (`commitment.make` makes a commitment).
 * @param drafts what adding one document gives: the document and its proposals.
 */
export function accepting(drafts: readonly Draft[], brought: readonly Brought[]): Draft[] {
  return drafts.map((draft): Draft => {
    if (draft.kind !== 'proposal' || !draft.to || draft.to.outcome) return draft
    const [kind] = draft.to.command.split('.')
    const of = brought.find(
      one => one.kind === kind && one.evidence.some(proof => (draft.evidence ?? []).some(passage => samePlace(passage, proof))),
    )
    if (!of) return draft
    return { ...draft, to: { ...draft.to, outcome: 'accepted', why: of.code } }
  })
}

const length = (segments: Passage['segments']) => segments.reduce((sum, [start, end]) => sum + end - start, 0)

/** Whether two passages are about the same words. Passages without a place say nothing. */
export function samePlace(a: Evidence, b: Evidence): boolean {
  if (!isPassage(a) || !isPassage(b) || a.document !== b.document) return false
  let both = 0
  for (const [from, to] of a.segments) for (const [start, end] of b.segments) both += Math.max(0, Math.min(to, end) - Math.max(from, start))
  const shorter = Math.min(length(a.segments), length(b.segments))
  return both > 0 && both * 2 >= shorter
}
