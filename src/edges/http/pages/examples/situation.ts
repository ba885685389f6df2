import { createHash } from 'node:crypto'
import type { Field } from '../../../../fields/field.ts'
import { canonical } from '../../../../kernel/canonical.ts'
import { day } from '../../../../kernel/day.ts'
import { LedgerSnapshot } from '../../../../ledger/snapshot.ts'
import type { Part } from '../../../../ledger/store/contract.ts'
import type { Kinds } from '../../../../model/kind.ts'
import type { Thing } from '../../../../model/snapshot.ts'
import type { Example, ExampleRecord } from '../../../../rooms/example.ts'

/** An id made of a code: the same each time, and nobody's real one. */
function idOf(code: string): string {
  const hex = createHash('sha256').update(code).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(12, 15)}-8${hex.slice(15, 18)}-${hex.slice(18, 30)}`
}

const refs = (value: unknown): unknown =>
  typeof value === 'string' && value.startsWith('@') ? idOf(value.slice(1)) : Array.isArray(value) ? value.map(refs) : value

function bodyOf(kinds: Kinds, { kind, body }: ExampleRecord): Record<string, unknown> {
  const fields = (kinds.get(kind)?.fields ?? {}) as Readonly<Record<string, Field<unknown>>>
  const empty = Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, field.sort === 'list' ? [] : null]))
  const label = fields.label?.schema.safeParse('public').success ? 'public' : 'internal'
  return { ...empty, label, ...Object.fromEntries(Object.entries(body).map(([name, value]) => [name, refs(value)])) }
}

/** What a situation looks like: its records as who is inside sees them on its day, and the one it is about. */
export function situation(kinds: Kinds, example: Example): { readonly snapshot: LedgerSnapshot; readonly about: Thing | undefined } {
  const parts = example.records.map((it, i): Part => {
    const body = bodyOf(kinds, it)
    return {
      kind: it.kind,
      id: idOf(it.code),
      seq: i + 1,
      since: day(it.since ?? '2000-01-01'),
      label: body.label as Part['label'],
      shape: kinds.get(it.kind)?.shape ?? 1,
      body: canonical(body),
      evidence: '[]',
    }
  })
  const codes = new Map(example.records.map(it => [idOf(it.code), it.code]))
  const at = { on: day(example.on), known: parts.length, clearance: 'internal' as const }
  const snapshot = LedgerSnapshot.of(kinds, at, parts, codes, { get: key => key })
  return { snapshot, about: snapshot.coded(example.about) ?? decided(kinds, example) }
}

/** What is kept on the shelf is in no snapshot: it is shown by itself. */
function decided(kinds: Kinds, { about, records }: Example): Thing | undefined {
  const it = records.find(record => record.code === about)
  if (!it) return undefined
  return {
    kind: it.kind,
    id: idOf(it.code),
    code: it.code,
    since: day('2000-01-01'),
    seq: 0,
    body: bodyOf(kinds, it),
    evidence: [],
  } as unknown as Thing
}
