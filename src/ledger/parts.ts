/**
 * A version is stored as one part per label of its fields, each label a line of its own.
 * A part is written only where what that label shows changes: a change to an internal field leaves the public line as it was, byte for byte,
 * and raising a label writes an empty public part, so the past never becomes the present again.
 */
import type { Field } from '../fields/field.ts'
import { canonical, same } from '../kernel/canonical.ts'
import type { Day } from '../kernel/day.ts'
import { higher, type Label, labels, sees } from '../kernel/label.ts'
import type { Evidence } from '../kernel/values/evidence.ts'
import type { AnyKind } from '../model/kind.ts'
import type { Part } from './store/contract.ts'
import { days, type Fact, holds, type Line, type Version } from './timeline.ts'

/** What one label shows of a version: its fields that are not empty; null where it shows nothing. */
export function project(kind: AnyKind, body: Fact | null, label: Label): Fact | null {
  if (!body) return null
  const own = (body.label as Label | undefined) ?? 'internal'
  const fields = Object.entries(kind.fields as Record<string, Field<unknown>>).filter(
    ([name, field]) => higher(field.label, own) === label && body[name] !== null && body[name] !== undefined,
  )
  return label === own || fields.length > 0 ? Object.fromEntries(fields.map(([name]) => [name, body[name]])) : null
}

/** A part as read: its body brought to the present shape. */
export interface Held {
  readonly since: Day
  readonly seq: number
  readonly label: Label
  readonly body: Fact | null
  readonly evidence: readonly Evidence[]
}

export function held(kind: AnyKind, part: Part): Held {
  let body = JSON.parse(part.body) as Fact | null
  for (let shape = part.shape; body && shape < kind.shape; shape++) {
    const up = kind.upcasts[shape] as ((old: Fact) => Fact) | undefined
    if (!up) throw new Error(`${kind.name}: no upcast from shape ${shape}`)
    body = up(body)
  }
  // As it would be written today, where what is empty is left out: else what was only read again would seem to have changed.
  if (body && part.shape < kind.shape) body = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== null))
  return { since: part.since, seq: part.seq, label: part.label, body, evidence: part.evidence === '[]' ? [] : JSON.parse(part.evidence) }
}

const empties = new WeakMap<AnyKind, Readonly<Record<string, null>>>()
/** Every field of a kind, empty: copying one is much quicker than making it for each of ten thousand. */
function emptyOf(kind: AnyKind): Readonly<Record<string, null>> {
  let empty = empties.get(kind)
  if (!empty) empties.set(kind, (empty = Object.fromEntries(Object.keys(kind.fields).map(name => [name, null]))))
  return empty
}

/** Parts of several labels as one body; null where none shows anything. Fields that are not there are null. */
export function merge(kind: AnyKind, parts: readonly (Held | undefined)[]): Version | undefined {
  const there = parts.filter(part => part !== undefined)
  if (there.length === 0) return undefined
  let [since, seq, body, evidence]: [Day, number, Record<string, unknown> | null, readonly Evidence[]] = [
    there[0]?.since as Day,
    0,
    null,
    [],
  ]
  for (const part of there) {
    if (part.since > since) since = part.since
    if (part.seq > seq) seq = part.seq
    if (!part.body) continue
    body ??= { ...emptyOf(kind) }
    for (const name in part.body) if (name in kind.fields) body[name] = part.body[name] ?? null
    if (part.evidence.length > 0) evidence = evidence.length > 0 ? [...evidence, ...part.evidence] : part.evidence
  }
  return { since, seq, body, evidence }
}

/**
 * The line of a record as one clearance sees it, from its parts. A commit that wrote one label on an early day changes what the whole shows on later days too:
 * those versions are its own here, as if it had carried them.
 */
export function lineOf(kind: AnyKind, parts: readonly Held[], clearance: Label): Line {
  const seen = labels.filter(label => sees(clearance, label)).map(label => parts.filter(part => part.label === label))
  const out: Version[] = []
  for (const seq of [...new Set(seen.flat().map(part => part.seq))].sort((a, b) => a - b)) {
    for (const since of days(seen.flat().filter(part => part.seq <= seq))) {
      const at = merge(
        kind,
        seen.map(label => holds(label, since, seq)),
      )
      const before = holds(out, since)
      if (!at || (before && same(before.body, at.body) && same(before.evidence, at.evidence))) continue
      if (at.body || before?.body) out.push({ since, seq, body: at.body, evidence: at.evidence })
    }
  }
  return out
}

/** The parts that make every label show of the new line what it should, on every day of it; no part where nothing changes for its label. */
export function settle(kind: AnyKind, id: string, was: readonly Held[], line: Line, seq: number): Part[] {
  const out: Part[] = []
  for (const label of labels) {
    const parts = was.filter(part => part.label === label)
    for (const since of days(line)) {
      const version = holds(line, since)
      const body = project(kind, version?.body ?? null, label)
      const evidence = body && body.label === label ? (version?.evidence ?? []) : []
      const shown = holds(parts, since)
      if (same(shown?.body ?? null, body) && same(shown?.evidence ?? [], evidence)) continue
      parts.push({ since, seq, label, body, evidence })
      out.push({ kind: kind.name, id, seq, since, label, shape: kind.shape, body: canonical(body), evidence: canonical(evidence) })
    }
  }
  return out
}
