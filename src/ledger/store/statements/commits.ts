import type { CommitHead, CommitRow, Retry } from '../contract.ts'
import { type Row, type Session, text, textOrNull } from '../session.ts'

const at = `to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
const columns = `seq, ${at}, command, by, on_behalf_of, reason, key, fingerprint, leaves, previous_hash, hash`

/** None where somebody made something else of them: then the commit's hash does not hold, and `verify` says so. */
function leavesIn(json: string): readonly string[] {
  try {
    const all: unknown = JSON.parse(json)
    return Array.isArray(all) ? all.map(String) : []
  } catch {
    return []
  }
}
const rowOf = ([seq, moment, command, by, onBehalfOf, reason, key, fingerprint, leaves, previousHash, hash]: Row): CommitRow => ({
  seq: Number(seq),
  at: text(moment),
  command: text(command),
  by: text(by),
  onBehalfOf: textOrNull(onBehalfOf),
  reason: textOrNull(reason),
  key: text(key),
  fingerprint: text(fingerprint),
  leaves: leavesIn(text(leaves)),
  previousHash: text(previousHash),
  hash: text(hash),
})

/** The last commit that shows: its number and moment. */
export async function lastSeen(session: Session, workspace: string): Promise<{ seq: number; at: string } | undefined> {
  const [row] = await session.rows(`select seq, ${at} from commit where workspace = $1 order by seq desc limit 1`, [workspace])
  return row && { seq: Number(row[0]), at: text(row[1]) }
}

/** The same for the public, found by its parts: going back over the commits would ask each of them whether it shows. */
export async function lastSeenByPart(session: Session, workspace: string): Promise<{ seq: number; at: string } | undefined> {
  const [row] = await session.rows(
    `select seq, ${at} from commit where workspace = $1
      and seq = (select p.seq from part p where p.workspace = $1 order by p.seq desc limit 1)`,
    [workspace],
  )
  return row && { seq: Number(row[0]), at: text(row[1]) }
}

export async function hashOf(session: Session, workspace: string, seq: number): Promise<string | undefined> {
  const [row] = await session.rows('select hash from commit where workspace = $1 and seq = $2', [workspace, seq])
  return row && text(row[0])
}

export async function seqAt(session: Session, workspace: string, instant: string): Promise<number> {
  const [row] = await session.rows(
    'select seq from commit where workspace = $1 and at <= $2::timestamptz order by at desc, seq desc limit 1',
    [workspace, instant],
  )
  return Number(row?.[0] ?? 0)
}

export async function atOf(session: Session, workspace: string, seq: number): Promise<string | null> {
  const [row] = await session.rows(`select ${at} from commit where workspace = $1 and seq = $2`, [workspace, seq])
  return textOrNull(row?.[0])
}

export async function commitHeads(session: Session, workspace: string, seqs: readonly number[]): Promise<readonly CommitHead[]> {
  const rows = await session.rows(`select seq, ${at}, command from commit where workspace = $1 and seq = any ($2::bigint[]) order by seq`, [
    workspace,
    seqs,
  ])
  return rows.map(([seq, moment, command]) => ({ seq: Number(seq), at: text(moment), command: text(command) }))
}

export async function commitsBetween(session: Session, workspace: string, from: number, to: number): Promise<readonly CommitRow[]> {
  const rows = await session.rows(`select ${columns} from commit where workspace = $1 and seq between $2 and $3 order by seq`, [
    workspace,
    from,
    to,
  ])
  return rows.map(rowOf)
}

export async function commitByKey(session: Session, workspace: string, by: string, key: string): Promise<CommitRow | null> {
  const [row] = await session.rows(`select ${columns} from commit where workspace = $1 and by = $2 and key = $3`, [workspace, by, key])
  return row ? rowOf(row) : null
}

export async function commitByHash(session: Session, workspace: string, hash: string): Promise<CommitRow | null> {
  const [row] = await session.rows(`select ${columns} from commit where workspace = $1 and hash = $2`, [workspace, hash])
  return row ? rowOf(row) : null
}

export async function addCommit(session: Session, workspace: string, row: CommitRow): Promise<void> {
  await session.rows(
    `insert into commit (workspace, seq, at, command, by, on_behalf_of, reason, key, fingerprint, leaves, previous_hash, hash)
      values ($1, $2, $3::timestamptz, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      workspace,
      row.seq,
      row.at,
      row.command,
      row.by,
      row.onBehalfOf,
      row.reason,
      row.key,
      row.fingerprint,
      JSON.stringify(row.leaves),
      row.previousHash,
      row.hash,
    ],
  )
}

/** Days after which nobody is expected to try an act again. */
const DAYS = 30

export async function retryOf(session: Session, workspace: string, seq: number): Promise<Retry | null> {
  const [row] = await session.rows('select salt, value from retry where workspace = $1 and seq = $2', [workspace, seq])
  return row ? { salt: text(row[0]), value: text(row[1]) } : null
}

export async function addRetry(session: Session, workspace: string, { seq, at, salt, value }: Pick<CommitRow, 'seq' | 'at'> & Retry) {
  await session.rows('insert into retry (workspace, seq, at, salt, value) values ($1, $2, $3::timestamptz, $4, $5)', [
    workspace,
    seq,
    at,
    salt,
    value,
  ])
  await session.rows(`delete from retry where workspace = $1 and at < $2::timestamptz - $3::integer * interval '1 day'`, [
    workspace,
    at,
    DAYS,
  ])
}

/** Heard by every server on this database, after COMMIT: which workspace, which commit, nothing else. */
export async function notify(session: Session, workspace: string, seq: number): Promise<void> {
  await session.rows(`select pg_notify('koersvast', $1)::text`, [JSON.stringify([workspace, seq])])
}
