import type { Draft } from '../contract.ts'
import { type Session, text, textOrNull } from '../session.ts'

export async function draftOf(session: Session, workspace: string, person: string, key: string): Promise<string | null> {
  const [row] = await session.rows('select value from draft where workspace = $1 and person = $2 and key = $3', [workspace, person, key])
  return textOrNull(row?.[0])
}

export async function draftsOf(session: Session, workspace: string, person: string, prefix: string): Promise<readonly Draft[]> {
  const rows = await session.rows(
    'select key, value from draft where workspace = $1 and person = $2 and starts_with(key, $3) order by key',
    [workspace, person, prefix],
  )
  return rows.map(([key, value]) => ({ key: text(key), value: text(value) }))
}

export async function keepDraft(session: Session, workspace: string, person: string, key: string, value: string): Promise<void> {
  await session.rows(
    `insert into draft (workspace, person, key, value) values ($1, $2, $3, $4)
      on conflict (workspace, person, key) do update set value = excluded.value`,
    [workspace, person, key, value],
  )
}

export async function dropDraft(session: Session, workspace: string, person: string, key: string): Promise<void> {
  await session.rows('delete from draft where workspace = $1 and person = $2 and key = $3', [workspace, person, key])
}

export async function workspaceNames(session: Session): Promise<readonly string[]> {
  return (await session.rows('select workspace from workspace order by workspace')).map(([name]) => text(name))
}

export async function addWorkspace(session: Session, name: string): Promise<void> {
  await session.rows('insert into workspace (workspace) values ($1) on conflict do nothing', [name])
}
