import type { Session } from '../session.ts'

export interface Context {
  /** A name, or `*` for the list of all. */
  readonly workspace?: string
  readonly labels?: readonly string[]
  readonly person?: string
  /** Of a link or a session: the one row it opens. */
  readonly hash?: string
}

/**
 * Who asks, for this transaction only. What could be set otherwise for a role or a database is set too:
 * names are looked up in our schema alone, days are written as ISO says, and a commit is flushed before it is answered.
 */
export async function enter(session: Session, { workspace = '', labels = [], person = '', hash = '' }: Context): Promise<void> {
  await session.rows(
    `select set_config('search_path', 'koersvast, pg_catalog', true), set_config('datestyle', 'ISO, YMD', true),
      set_config('row_security', 'on', true),
      set_config('kv.workspace', $1, true), set_config('kv.labels', $2, true), set_config('kv.person', $3, true), set_config('kv.hash', $4, true),
      set_config('jit', 'off', true), set_config('work_mem', '32MB', true), set_config('lock_timeout', '30s', true),
      set_config('idle_in_transaction_session_timeout', '120s', true), set_config('synchronous_commit', case
        when current_setting('synchronous_commit') in ('off', 'local') then 'on' else current_setting('synchronous_commit') end, true)`,
    [workspace, labels.join(','), person, hash],
  )
}

/** Until the end of the transaction nobody else writes in this workspace; what comes after sees what they wrote. */
export async function lockHead(session: Session, workspace: string): Promise<void> {
  await session.rows(`select pg_advisory_xact_lock(hashtextextended('koersvast head ' || $1::text, 0))::text`, [workspace])
}

/** Until the end of the transaction nobody else indexes this text; what comes after sees that it is done. */
export async function lockText(session: Session, workspace: string, hash: string): Promise<void> {
  await session.rows(`select pg_advisory_xact_lock(hashtextextended('koersvast text ' || $1::text || ' ' || $2::text, 0))::text`, [
    workspace,
    hash,
  ])
}
