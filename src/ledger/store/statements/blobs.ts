import type { Part } from '../contract.ts'
import { type Session, text } from '../session.ts'

const HASH = /(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])/g

export async function blobOf(session: Session, workspace: string, hash: string): Promise<Uint8Array | null> {
  const [row] = await session.rows(`select encode(bytes, 'base64') from blob where workspace = $1 and hash = $2`, [workspace, hash])
  return row ? Buffer.from(text(row[0]), 'base64') : null
}

export async function addBlob(session: Session, workspace: string, hash: string, bytes: Uint8Array): Promise<void> {
  await session.rows('insert into blob (workspace, hash, bytes) values ($1, $2, $3) on conflict do nothing', [workspace, hash, bytes])
}

/** Notes which hashes the bodies name, by label: seeing such a part is what lets a reader at the blob. */
export async function addMentions(session: Session, workspace: string, parts: readonly Part[]): Promise<void> {
  const found = new Set(parts.flatMap(({ body, label }) => [...body.matchAll(HASH)].map(([hash]) => `${label} ${hash}`)))
  if (found.size === 0) return
  const pairs = [...found].map(pair => pair.split(' ') as [string, string])
  await session.rows(
    'insert into mention (workspace, label, hash) select $1, * from unnest($2::text[], $3::text[]) on conflict do nothing',
    [workspace, pairs.map(([label]) => label), pairs.map(([, hash]) => hash)],
  )
}
