/**
 * Two times, one rule. A version holds from `since` (the day it became true) and is known from `seq` (the commit that recorded it).
 * Of the versions recorded by `known` with `since` ≤ `on`, the greatest `since` holds; among equals the last recorded.
 */
import { same } from '../kernel/canonical.ts'
import type { Day } from '../kernel/day.ts'
import type { Evidence } from '../kernel/values/evidence.ts'

export type Fact = Readonly<Record<string, unknown>>
/** What holds from a day on; no body: it ended, or never was. */
export interface Version {
  readonly since: Day
  readonly seq: number
  readonly body: Fact | null
  readonly evidence: readonly Evidence[]
}
export type Line = readonly Version[]

export function holds<V extends { readonly since: Day; readonly seq: number }>(
  line: readonly V[],
  on: Day,
  known = Number.POSITIVE_INFINITY,
): V | undefined {
  let best: V | undefined
  for (const v of line) {
    if (v.seq > known || v.since > on) continue
    if (!best || v.since > best.since || (v.since === best.since && v.seq >= best.seq)) best = v
  }
  return best
}

/** The days on which something begins to hold, ascending. */
export const days = (line: readonly { readonly since: Day }[]): Day[] => [...new Set(line.map(v => v.since))].sort()

export interface Step {
  readonly since: Day
  readonly from?: Fact | undefined
  readonly to?: Fact | undefined
  readonly evidence?: readonly Evidence[] | undefined
}

/**
 * The versions that a change writes, as rows of one commit.
 * A change dated before later versions is carried field by field into each of them, until one that had changed that field itself;
 * an end and a "never was" are written over every later version, so that none of them revives the record.
 * @returns 'stale' when `from` is not what holds on `since`.
 */
export function written(line: Line, step: Step, seq: number): Version[] | 'stale' {
  const at = holds(line, step.since)
  if (!same(at?.body ?? undefined, step.from)) return 'stale'
  const later = days(line).filter(day => day > step.since)
  if (!step.to) return [step.since, ...later].map(since => ({ since, seq, body: null, evidence: [] }))

  const { from: was, to: is } = step
  const evidence = step.evidence ?? at?.evidence ?? []
  const rows: Version[] = [{ since: step.since, seq, body: is, evidence }]
  if (!was) return rows
  let open = [...new Set([...Object.keys(was), ...Object.keys(is)])].filter(field => !same(was[field], is[field]))
  let proof = step.evidence !== undefined && !same(step.evidence, at?.evidence)
  for (const day of later) {
    const version = holds(line, day)
    if (!version?.body) break
    const body = version.body
    open = open.filter(field => same(body[field], was[field]))
    proof &&= same(version.evidence, at?.evidence)
    if (open.length === 0 && !proof) break
    const carried = Object.fromEntries(open.map(field => [field, is[field]]))
    rows.push({ since: day, seq, body: { ...body, ...carried }, evidence: proof ? evidence : version.evidence })
  }
  return rows
}

/** The fields in which two bodies differ. */
export const differing = (a: Fact | undefined | null, b: Fact | undefined | null): string[] =>
  [...new Set([...Object.keys(a ?? {}), ...Object.keys(b ?? {})])].filter(field => !same(a?.[field] ?? null, b?.[field] ?? null))

/**
 * What takes a commit back in one line: on every day it reaches, the fields it changed get the value they had before.
 * Fields that somebody changed since, on a day the commit wrote, are named instead of overwritten.
 */
export function undone(line: Line, seq: number): { readonly steps: readonly Step[] } | { readonly changedSince: readonly string[] } {
  const own = days(line.filter(v => v.seq === seq))
  const steps: Step[] = []
  let now: Version[] = [...line]
  for (const since of days(line).filter(day => own[0] && day >= own[0])) {
    const target = before(line, since, seq, own.includes(since))
    if ('changedSince' in target) return target
    const current = holds(now, since)
    if (same(current?.body ?? null, target.body) && same(current?.evidence ?? [], target.evidence)) continue
    const step: Step = { since, from: current?.body ?? undefined, to: target.body ?? undefined, evidence: target.evidence }
    const rows = written(now, step, Number.MAX_SAFE_INTEGER)
    if (rows === 'stale') return { changedSince: [] }
    steps.push(step)
    now = [...now, ...rows]
  }
  return { steps }
}

/** What a day should hold without commit `seq`, and with everything that came after it. */
function before(
  line: Line,
  day: Day,
  seq: number,
  own: boolean,
): Pick<Version, 'body' | 'evidence'> | { readonly changedSince: readonly string[] } {
  const [was, did, is] = [holds(line, day, seq - 1), holds(line, day, seq), holds(line, day)]
  const touched = differing(was?.body, did?.body)
  const clash = touched.filter(field => !same(is?.body?.[field] ?? null, did?.body?.[field] ?? null))
  if ((own && clash.length > 0) || (!was?.body && did?.body && differing(did.body, is?.body).length > 0)) return { changedSince: clash }
  const evidence = same(is?.evidence ?? [], did?.evidence ?? []) ? (was?.evidence ?? []) : (is?.evidence ?? [])
  if (!did?.body && was?.body && !is?.body) return { body: was.body, evidence: was.evidence }
  if (!is?.body || (!was?.body && did?.body)) return { body: null, evidence: [] }
  const back = touched.filter(field => !clash.includes(field)).map(field => [field, was?.body?.[field] ?? null])
  return { body: { ...is.body, ...Object.fromEntries(back) }, evidence }
}
