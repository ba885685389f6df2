/** Commits as the ledger makes them, small enough for tests of the store. Test support: no file of the product imports it. */
import { createHash } from 'node:crypto'
import { canonical } from '../../../src/kernel/canonical.ts'
import type { Day } from '../../../src/kernel/day.ts'
import type { Label } from '../../../src/kernel/label.ts'
import { commitHash, leavesOf } from '../../../src/ledger/proof/chain.ts'
import type { CommitRow, Part, RecordRow, Store, Writes } from '../../../src/ledger/store/contract.ts'

export const DAY = '2024-12-06' as Day

/** An id that reads as its number. */
export const id = (n: number): string => `01890000-0000-7000-8000-${String(n).padStart(12, '0')}`

export interface Row {
  readonly n: number
  readonly label?: Label
  readonly since?: string
  readonly shape?: number
  readonly body?: unknown
  readonly kind?: string
}
export interface Act {
  readonly rows: readonly Row[]
  /** Records that are born here: their numbers and codes. */
  readonly born?: Readonly<Record<number, string>>
  readonly at?: string
  readonly key?: string
  readonly by?: string
  readonly command?: string
  readonly bornAs?: Label
}

export const partOf = (seq: number, { n, label = 'public', since = DAY, shape = 1, body = { n }, kind = 'thing' }: Row): Part => ({
  kind,
  id: id(n),
  seq,
  since: since as Day,
  label,
  shape,
  body: canonical(body),
  evidence: '[]',
})

let keys = 0

/** Writes one commit at the head, within a write that is open. */
export async function commit(tx: Writes, workspace: string, act: Act): Promise<CommitRow> {
  const head = await tx.head()
  const seq = head.seq + 1
  const parts = act.rows.map(row => partOf(seq, row))
  const kindOf = (n: string) => act.rows.find(row => row.n === Number(n))?.kind ?? 'thing'
  const records: RecordRow[] = Object.entries(act.born ?? {}).map(([n, code]) => ({
    kind: kindOf(n),
    id: id(Number(n)),
    code,
    label: act.bornAs ?? 'public',
  }))
  const known = new Map([...(await tx.records(parts.map(part => part.id))), ...records].map(row => [row.id, row.code]))
  const inner = {
    seq,
    by: act.by ?? 'system',
    onBehalfOf: null,
    command: act.command ?? 'thing.write',
    reason: 'because',
    key: act.key ?? `key ${++keys}`,
    fingerprint: createHash('sha256').update(String(seq)).digest('hex'),
  }
  const at = act.at ?? `2025-01-01T00:00:00.${String(Math.min(seq, 999)).padStart(3, '0')}Z`
  const coded = parts.map(part => ({ ...part, code: known.get(part.id) ?? '' }))
  const leaves = leavesOf(workspace, coded, inner)
  const row: CommitRow = {
    ...inner,
    at,
    leaves,
    previousHash: head.hash,
    hash: commitHash({ workspace, seq, at, previousHash: head.hash, leaves }),
  }
  await tx.addCommit(row)
  await tx.addRecords(records)
  await tx.addParts(parts)
  return row
}

export const write = (store: Store, workspace: string, act: Act): Promise<CommitRow> =>
  store.write(workspace, tx => commit(tx, workspace, act))
