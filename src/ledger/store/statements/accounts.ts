import type { LinkRow, SessionRow } from '../contract.ts'
import { type Session, text } from '../session.ts'

const moment = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

export async function addLink(session: Session, { hash, workspace, person, expires }: LinkRow): Promise<void> {
  await session.rows('insert into link (workspace, hash, person, expires) values ($1, $2, $3, $4::timestamptz)', [
    workspace,
    hash,
    person,
    expires,
  ])
}

/** Gone whether it is in time or not: of two takers one gets the row, and a late one none. */
export async function takeLink(session: Session, hash: string, now: string): Promise<LinkRow | null> {
  const [row] = await session.rows(
    `with taken as (delete from link where hash = $1 returning hash, workspace, person, expires)
      select hash, workspace, person, ${moment('expires')} from taken where expires > $2::timestamptz`,
    [hash, now],
  )
  return row ? { hash: text(row[0]), workspace: text(row[1]), person: text(row[2]), expires: text(row[3]) } : null
}

export async function addSession(session: Session, { hash, workspace, person, started, seen }: SessionRow): Promise<void> {
  await session.rows('insert into session (workspace, hash, person, started, seen) values ($1, $2, $3, $4::timestamptz, $5::timestamptz)', [
    workspace,
    hash,
    person,
    started,
    seen,
  ])
}

export async function sessionOf(session: Session, hash: string): Promise<SessionRow | null> {
  const [row] = await session.rows(`select hash, workspace, person, ${moment('started')}, ${moment('seen')} from session where hash = $1`, [
    hash,
  ])
  if (!row) return null
  return { hash: text(row[0]), workspace: text(row[1]), person: text(row[2]), started: text(row[3]), seen: text(row[4]) }
}

export async function touchSession(session: Session, hash: string, seen: string): Promise<void> {
  await session.rows('update session set seen = greatest(seen, $2::timestamptz) where hash = $1', [hash, seen])
}

export async function endSession(session: Session, hash: string): Promise<void> {
  await session.rows('delete from session where hash = $1', [hash])
}

export async function endSessionsOf(session: Session, workspace: string, person: string): Promise<void> {
  await session.rows('delete from session where workspace = $1 and person = $2', [workspace, person])
}
