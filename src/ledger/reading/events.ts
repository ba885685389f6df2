import { same } from '../../kernel/canonical.ts'
import type { Day } from '../../kernel/day.ts'
import type { Label } from '../../kernel/label.ts'
import type { Kinds } from '../../model/kind.ts'
import type { Event } from '../act.ts'
import { type Held, held, lineOf } from '../parts.ts'
import type { CommitHead, CommitRow, Part, RecordRow } from '../store/contract.ts'
import { days, differing, holds } from '../timeline.ts'

/** The lines of some records, each as its parts brought to the present shape. */
export function heldLines(kinds: Kinds, parts: readonly Part[]): Map<string, { readonly kind: string; readonly parts: Held[] }> {
  const out = new Map<string, { kind: string; parts: Held[] }>()
  for (const part of parts) {
    const kind = kinds.get(part.kind)
    if (!kind) continue
    const line = out.get(part.id) ?? { kind: part.kind, parts: [] }
    line.parts.push(held(kind, part))
    out.set(part.id, line)
  }
  return out
}

type Head = CommitHead & Partial<Pick<CommitRow, 'by' | 'reason' | 'hash'>>

/**
 * What happened to records, newest first. Only what changed for this clearance is there:
 * a commit that touched what the reader does not see leaves no trace.
 */
export function eventsOf(
  kinds: Kinds,
  parts: readonly Part[],
  records: readonly RecordRow[],
  heads: ReadonlyMap<number, Head>,
  clearance: Label,
): Event[] {
  const codes = new Map(records.map(row => [row.id, row.code]))
  const out: (Event & { seq: number })[] = []
  for (const [id, record] of heldLines(kinds, parts)) {
    const kind = kinds.get(record.kind)
    if (!kind) continue
    const line = lineOf(kind, record.parts, clearance)
    for (const seq of new Set(line.map(version => version.seq))) {
      const head = heads.get(seq)
      if (!head) continue
      let first: { since: Day; fields: string[] } | undefined
      for (const since of days(line.filter(version => version.seq === seq))) {
        const [was, is] = [holds(line, since, seq - 1), holds(line, since, seq)]
        const fields = differing(was?.body, is?.body)
        if (fields.length === 0 && same(was?.evidence ?? [], is?.evidence ?? [])) continue
        const carried = first !== undefined && fields.every(field => first?.fields.includes(field))
        first ??= { since, fields }
        out.push({
          seq,
          at: head.at,
          command: head.command,
          kind: kind.name,
          id,
          code: codes.get(id) ?? '',
          since,
          from: was?.body ?? null,
          to: is?.body ?? null,
          evidence: is?.evidence ?? [],
          by: clearance === 'public' ? null : (head.by ?? null),
          reason: clearance === 'public' ? null : (head.reason ?? null),
          act: clearance === 'public' ? null : (head.hash ?? null),
          carried,
        })
      }
    }
  }
  return out.sort((a, b) => b.seq - a.seq || (a.since < b.since ? -1 : 1)).map(({ seq: _, ...event }) => event)
}
