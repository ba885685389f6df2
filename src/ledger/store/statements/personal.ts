import type { PersonalRow } from '../contract.ts'
import { type Row, type Session, text } from '../session.ts'

const rowOf = ([key, salt, value]: Row): PersonalRow => ({ key: text(key), salt: text(salt), value: text(value) })

export async function allPersonal(session: Session, workspace: string): Promise<readonly PersonalRow[]> {
  return (await session.rows('select key, salt, value from personal where workspace = $1 order by key', [workspace])).map(rowOf)
}

export async function somePersonal(session: Session, workspace: string, keys: readonly string[]): Promise<readonly PersonalRow[]> {
  const rows = await session.rows('select key, salt, value from personal where workspace = $1 and key = any ($2::text[]) order by key', [
    workspace,
    keys,
  ])
  return rows.map(rowOf)
}

export async function addPersonal(session: Session, workspace: string, rows: readonly PersonalRow[]): Promise<void> {
  await session.rows(
    'insert into personal (workspace, key, salt, value) select $1, * from unnest($2::text[], $3::text[], $4::text[]) on conflict do nothing',
    [workspace, rows.map(row => row.key), rows.map(row => row.salt), rows.map(row => row.value)],
  )
}

/**
 * Erases values, and with them what says of the acts that held one, or were somebody's own, whether they held this or that: the whole history is
 * looked through, which an erasure is worth.
 */
export async function erasePersonal(session: Session, workspace: string, keys: readonly string[]): Promise<number> {
  const rows = await session.rows('delete from personal where workspace = $1 and key = any ($2::text[]) returning key', [workspace, keys])
  await session.rows(
    `delete from retry t where t.workspace = $1 and t.seq in (
      select p.seq from part p where p.workspace = $1 and exists (select from unnest($2::text[]) k where position(k in p.body) > 0)
      union all select c.seq from commit c where c.workspace = $1 and c.by = any ($2::text[]))`,
    [workspace, keys],
  )
  return rows.length
}
