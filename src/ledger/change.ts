import { same } from '../kernel/canonical.ts'
import type { Day } from '../kernel/day.ts'
import type { Id } from '../kernel/id.ts'
import type { Evidence } from '../kernel/values/evidence.ts'
import type { Kind, Thing, Vocabulary } from '../model/snapshot.ts'

/**
 * One value for every difference. `from` is what held on `since`, `to` what holds from then on.
 * No `from`: it is made. No `to`: it ends on that day, or never was when that is the first day of its line.
 */
export type Change<K extends Kind = Kind> = {
  [P in K]: {
    readonly kind: P
    readonly id: Id<P>
    readonly since: Day
    readonly from?: Vocabulary[P]
    readonly to?: Vocabulary[P]
    /** Where it comes from; absent: what stood there stays. */
    readonly evidence?: readonly Evidence[]
    /** A code an import or a rule brings; absent: the series gives one at the commit. */
    readonly code?: string
  }
}[K]

export type State = ReadonlyMap<string, Thing>

/** Changes laid over a state, in order. A change whose `from` does not hold is returned instead: nothing is half done. */
export function apply(state: State, changes: readonly Change[]): State | { readonly stale: Change } {
  const out = new Map(state)
  for (const c of changes) {
    const was = out.get(c.id)
    if (!same(was?.body, c.from)) return { stale: c }
    if (c.to === undefined) out.delete(c.id)
    else {
      const { kind, id, since, to } = c
      const evidence = c.evidence ?? was?.evidence ?? []
      out.set(c.id, { kind, id, code: was?.code ?? c.code ?? '', since, seq: was?.seq ?? 0, body: to, evidence } as Thing)
    }
  }
  return out
}

/** What must change to go from one state to the other, ordered by kind and id. */
export function diff(before: State, after: State): Change[] {
  const out: Change[] = []
  for (const [id, was] of before) {
    const is = after.get(id)
    if (!is) out.push({ kind: was.kind, id: was.id, since: was.since, from: was.body } as Change)
    else if (!same(was.body, is.body) || !same(was.evidence, is.evidence)) {
      const evidence = same(was.evidence, is.evidence) ? {} : { evidence: is.evidence }
      out.push({ kind: is.kind, id: is.id, since: is.since, from: was.body, to: is.body, ...evidence } as Change)
    }
  }
  for (const [id, is] of after) {
    if (!before.has(id)) {
      const { kind, since, body: to, evidence, code } = is
      out.push({ kind, id: is.id, since, to, code, ...(evidence.length > 0 && { evidence }) } as Change)
    }
  }
  const key = (c: Change) => `${c.kind} ${c.id}`
  return out.sort((a, b) => (key(a) < key(b) ? -1 : 1))
}

/** What takes changes back, last first. Evidence that was there before comes from the line, not from here. */
export const reverse = (changes: readonly Change[]): Change[] =>
  changes.toReversed().map(({ from, to, evidence: _, ...c }) => ({
    ...c,
    ...(to !== undefined && { from: to }),
    ...(from !== undefined && { to: from }),
  })) as Change[]

/** Several changes of one thing on one day become one; what cancels out is gone. */
export function squash(changes: readonly Change[]): Change[] {
  const by = new Map<string, Change>()
  for (const c of changes) {
    const key = `${c.kind} ${c.id} ${c.since}`
    const first = by.get(key)
    if (!first) by.set(key, c)
    else {
      const { from: _, ...rest } = c
      by.set(key, {
        ...first,
        ...rest,
        ...(first.from !== undefined && { from: first.from }),
        ...(c.to === undefined && { to: undefined }),
      } as Change)
    }
  }
  return [...by.values()]
    .map(c => (c.to === undefined ? (({ to: _, ...rest }) => rest)(c) : c) as Change)
    .filter(c => !same(c.from, c.to) || c.evidence !== undefined)
}
