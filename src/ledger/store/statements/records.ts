import type { Label } from '../../../kernel/label.ts'
import type { RecordRow } from '../contract.ts'
import { type Row, type Session, text } from '../session.ts'

const rowOf = ([kind, id, code, label]: Row): RecordRow => ({
  kind: text(kind),
  id: text(id),
  code: text(code),
  label: text(label) as Label,
})

export async function allRecords(session: Session, workspace: string): Promise<readonly RecordRow[]> {
  const rows = await session.rows('select kind, id, code, label from record where workspace = $1 order by kind, id', [workspace])
  return rows.map(rowOf)
}

export async function someRecords(session: Session, workspace: string, ids: readonly string[]): Promise<readonly RecordRow[]> {
  const rows = await session.rows(
    'select kind, id, code, label from record where workspace = $1 and id = any ($2::text[]) order by kind, id',
    [workspace, ids],
  )
  return rows.map(rowOf)
}

export async function recordByCode(session: Session, workspace: string, code: string): Promise<RecordRow | null> {
  const [row] = await session.rows(
    'select kind, id, code, label from record where workspace = $1 and address = lower($2::text collate "C")',
    [workspace, code],
  )
  return row ? rowOf(row) : null
}

/** The highest number given in a series, 0 when none. */
export async function lastInSeries(session: Session, workspace: string, prefix: string, suffix: string): Promise<number> {
  const [row] = await session.rows(
    `select number from record where workspace = $1 and series = lower($2::text collate "C") and number is not null
      order by number desc limit 1`,
    [workspace, `${prefix}-${suffix}`],
  )
  return Number(row?.[0] ?? 0)
}

export async function addRecords(session: Session, workspace: string, rows: readonly RecordRow[]): Promise<void> {
  await session.rows(
    'insert into record (workspace, kind, id, code, label) select $1, * from unnest($2::text[], $3::text[], $4::text[], $5::text[])',
    [workspace, rows.map(row => row.kind), rows.map(row => row.id), rows.map(row => row.code), rows.map(row => row.label)],
  )
}
