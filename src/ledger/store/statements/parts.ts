import { canonical } from '../../../kernel/canonical.ts'
import type { Day } from '../../../kernel/day.ts'
import type { Label } from '../../../kernel/label.ts'
import type { Part } from '../contract.ts'
import { type Row, type Session, text } from '../session.ts'

export const partColumns = 'p.kind, p.id, p.seq, p.since::text, p.label, p.shape, p.body, p.evidence'

export const partOf = ([kind, id, seq, since, label, shape, body, evidence]: Row): Part => ({
  kind: text(kind),
  id: text(id),
  seq: Number(seq),
  since: text(since) as Day,
  label: text(label) as Label,
  shape: Number(shape),
  body: text(body),
  evidence: text(evidence),
})

export async function partsAfter(session: Session, workspace: string, seq: number): Promise<readonly Part[]> {
  const rows = await session.rows(
    `select ${partColumns} from part p where p.workspace = $1 and p.seq > $2 order by p.seq, p.kind, p.id, p.since, p.label`,
    [workspace, seq],
  )
  return rows.map(partOf)
}

export async function partsOf(session: Session, workspace: string, ids: readonly string[]): Promise<readonly Part[]> {
  const rows = await session.rows(
    `select ${partColumns} from record r join part p on p.workspace = r.workspace and p.kind = r.kind and p.id = r.id
      where r.workspace = $1 and r.id = any ($2::text[]) order by p.seq, p.kind, p.id, p.since, p.label`,
    [workspace, ids],
  )
  return rows.map(partOf)
}

/** An official identity, as migration 0005 knows it too: such a text is looked up, every other one is read through for. */
const IDENTITY = /^[A-Za-z][A-Za-z0-9.]*(?:-[A-Za-z0-9.]+)+$/
const identity = (text: string): boolean =>
  text.length <= 60 && IDENTITY.test(text) && /[0-9]/.test(text) && !/^[0-9a-f]{8}-[0-9a-f]{4}-/.test(text)

/** Ids of records of a kind in whose bodies, on any day, one of these stands as a whole text. */
export async function namingAny(session: Session, workspace: string, kind: string, texts: readonly string[]): Promise<readonly string[]> {
  const indexed = texts.every(identity)
  const rows = await session.rows(
    `select distinct p.id from ${indexed ? 'naming n join part p on p.workspace = n.workspace and p.kind = n.kind and p.id = n.id' : 'part p'}
      where p.workspace = $1 and p.kind = $2 ${indexed ? 'and n.workspace = $1 and n.kind = $2 and n.identity = any ($4::text[])' : ''}
      and exists (select from unnest($3::text[]) one where position(one in p.body) > 0) order by p.id`,
    [workspace, kind, texts.map(text => canonical(text)), ...(indexed ? [texts] : [])],
  )
  return rows.map(([id]) => text(id))
}

/** Notes which identities the bodies name: what stands between quotes and is no name of a field. */
export async function addNamings(session: Session, workspace: string, parts: readonly Part[]): Promise<void> {
  const rows = parts.flatMap(({ kind, id, label, body }) =>
    [...new Set([...body.matchAll(/"([A-Za-z0-9.-]{1,60})"(?!:)/g)].map(([, it = '']) => it).filter(identity))].map(it => [
      kind,
      it,
      id,
      label,
    ]),
  )
  if (rows.length === 0) return
  await session.rows(
    'insert into naming (workspace, kind, identity, id, label) select $1, * from unnest($2::text[], $3::text[], $4::text[], $5::text[]) on conflict do nothing',
    [workspace, ...[0, 1, 2, 3].map(i => rows.map(row => row[i] as string))],
  )
}

/** Parts with the codes of their records, '' where the record is gone. */
export async function partsWritten(session: Session, workspace: string, from: number, to: number) {
  const rows = await session.rows(
    `select ${partColumns}, coalesce(r.code, '') from part p left join record r on r.workspace = p.workspace and r.kind = p.kind and r.id = p.id
      where p.workspace = $1 and p.seq between $2 and $3 order by p.seq, p.kind, p.id, p.since, p.label`,
    [workspace, from, to],
  )
  return rows.map(row => ({ ...partOf(row), code: text(row[8]) }))
}

export async function addParts(session: Session, workspace: string, parts: readonly Part[]): Promise<void> {
  await session.rows(
    `insert into part (workspace, kind, id, seq, since, label, shape, body, evidence)
      select $1, * from unnest($2::text[], $3::text[], $4::bigint[], $5::date[], $6::text[], $7::integer[], $8::text[], $9::text[])`,
    [
      workspace,
      parts.map(part => part.kind),
      parts.map(part => part.id),
      parts.map(part => part.seq),
      parts.map(part => part.since),
      parts.map(part => part.label),
      parts.map(part => part.shape),
      parts.map(part => part.body),
      parts.map(part => part.evidence),
    ],
  )
}
