import type { Day } from '../../../kernel/day.ts'
import type { Label } from '../../../kernel/label.ts'
import type { Part } from '../contract.ts'
import { type Session, text } from '../session.ts'
import { partColumns, partOf } from './parts.ts'

/**
 * For every record and label one look from the end of the key: its cost grows with the records, not with their history. Ordering by kind and id
 * follows the key of `record`, so the engine sorts nothing; the few labels of a record are put in order here.
 */
const held = `from record r cross join unnest($5::text[]) l (label) cross join lateral (
    select * from part q where q.workspace = $1 and q.kind = r.kind and q.id = r.id and q.label = l.label and q.since <= $2::date and q.seq <= $3
    order by q.since desc, q.seq desc limit 1) p
  where r.workspace = $1 and ($4::text[] is null or r.kind = any ($4::text[]))`

// Canonical JSON, codes and ids hold no control characters: two of them part fields and rows without escaping.
const [FIELD, ROW] = ['\x1f', '\x1e']

/** Of every record and label the part that holds on a day, as known at a commit, in order of kind, id and label. */
export async function holding(
  session: Session,
  workspace: string,
  labels: readonly Label[],
  on: Day,
  known: number,
  kinds?: readonly string[],
): Promise<readonly Part[]> {
  const values = [workspace, on, known, kinds ?? null, labels]
  if (session.engine === 'postgres') {
    const rows = await session.rows(`select ${partColumns} ${held} order by r.kind, r.id`, values)
    return byLabel(rows.map(partOf))
  }
  // In the same process many small values cost more than one large one.
  const [row] = await session.rows(`select string_agg(concat_ws(e'\\x1f', ${partColumns}), e'\\x1e' order by r.kind, r.id) ${held}`, values)
  const all = row?.[0]
  return all
    ? byLabel(
        text(all)
          .split(ROW)
          .map(line => partOf(line.split(FIELD))),
      )
    : []
}

/** Parts in order of record, those of one record put in order of label: one pass over what is nearly in order. */
function byLabel(parts: Part[]): readonly Part[] {
  for (let i = 1; i < parts.length; i++)
    for (let j = i; j > 0; j--) {
      const [before, here] = [parts[j - 1] as Part, parts[j] as Part]
      if (before.id !== here.id || before.label <= here.label) break
      parts[j - 1] = here
      parts[j] = before
    }
  return parts
}
