import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Day } from '../../kernel/day.ts'
import type { CommitRow, InternalReads, PersonalRow, Store } from '../store/contract.ts'
import { type CodedPart, commitHash, genesis, leavesOf } from './chain.ts'
import { isBreak, verify } from './verify.ts'

/** Rows as a database would give them; `commits` and `parts` may be tampered with. */
interface Rows {
  commits: CommitRow[]
  parts: CodedPart[]
  personal: PersonalRow[]
}

const at = (n: number) => `2025-01-01T00:00:0${Math.floor(n / 1000)}.${String(n % 1000).padStart(3, '0')}Z`

function chainOf(length: number): Rows {
  const rows: Rows = { commits: [], parts: [], personal: [] }
  let previousHash = genesis
  for (let seq = 1; seq <= length; seq++) {
    const parts = Array.from({ length: 1 + (seq % 3) }, (_, i): CodedPart => {
      const id = `id-${i}`
      return {
        kind: 'thing',
        id,
        code: `T-${i}`,
        label: seq % 2 ? 'public' : 'internal',
        since: '2024-01-01' as Day,
        seq,
        shape: 1,
        body: `{"n":${seq}}`,
        evidence: '[]',
      }
    })
    const inner = { seq, by: 'system', onBehalfOf: null, command: 'thing.write', reason: 'because', key: `k${seq}`, fingerprint: `f${seq}` }
    const leaves = leavesOf('nl', parts, inner)
    const hash = commitHash({ workspace: 'nl', seq, at: at(seq), previousHash, leaves })
    rows.commits.push({ ...inner, at: at(seq), leaves, previousHash, hash })
    rows.parts.push(...parts)
    previousHash = hash
  }
  return rows
}

function storeOf({ commits, parts, personal }: Rows, asked: number[] = []): Store {
  const bySeq = <T extends { seq: number }>(rows: readonly T[], from: number, to: number) =>
    rows.filter(row => row.seq >= from && row.seq <= to).sort((a, b) => a.seq - b.seq)
  const reads = {
    head: async () => commits.toSorted((a, b) => b.seq - a.seq)[0] ?? { seq: 0, at: '', hash: genesis },
    commits: async (from: number, to: number) => bySeq(commits, from, to),
    written: async (from: number, to: number) => {
      const found = bySeq(parts, from, to)
      asked.push(found.length)
      return found
    },
    personal: async () => personal,
  } as unknown as InternalReads
  return { readInternal: (_: string, run: (r: InternalReads) => Promise<unknown>) => run(reads) } as unknown as Store
}

const whole = chainOf(12)
const text = fc.string({ maxLength: 6 })
const pick = fc.nat({ max: 1_000 })
const partFields = ['kind', 'id', 'code', 'label', 'since', 'shape', 'body', 'evidence', 'seq'] as const
const commitFields = ['at', 'by', 'onBehalfOf', 'command', 'reason', 'key', 'fingerprint', 'previousHash', 'hash', 'seq'] as const

/** One deed of somebody who may write everything but does not make the chain anew. */
const deed: fc.Arbitrary<(rows: Rows) => void> = fc.oneof(
  fc.tuple(pick, fc.constantFrom(...partFields), text).map(([n, field, value]) => (rows: Rows) => {
    const i = n % rows.parts.length
    const number = field === 'seq' || field === 'shape'
    rows.parts[i] = { ...rows.parts[i], [field]: number ? n % 20 : value } as CodedPart
  }),
  fc.tuple(pick, fc.constantFrom(...commitFields), text).map(([n, field, value]) => (rows: Rows) => {
    const i = n % rows.commits.length
    rows.commits[i] = { ...rows.commits[i], [field]: field === 'seq' ? n % 20 : value } as CommitRow
  }),
  fc.tuple(pick, pick).map(([n, m]) => (rows: Rows) => {
    const i = n % rows.commits.length
    const { leaves } = rows.commits[i] as CommitRow
    rows.commits[i] = { ...(rows.commits[i] as CommitRow), leaves: leaves.with(m % leaves.length, 'ab'.repeat(32)) }
  }),
  pick.map(n => (rows: Rows) => void rows.parts.splice(n % rows.parts.length, 1)),
  pick.map(n => (rows: Rows) => void rows.commits.splice(n % (rows.commits.length - 1), 1)),
  fc.tuple(pick, text).map(
    ([n, id]) =>
      (rows: Rows) =>
        void rows.parts.push({ ...(rows.parts[n % rows.parts.length] as CodedPart), id }),
  ),
  fc.tuple(pick, pick).map(([n, m]) => (rows: Rows) => {
    const [a, b] = [(n % rows.commits.length) + 1, (m % rows.commits.length) + 1]
    const swap = <T extends { seq: number }>(row: T): T => (row.seq === a ? { ...row, seq: b } : row.seq === b ? { ...row, seq: a } : row)
    rows.commits = rows.commits.map(swap)
    rows.parts = rows.parts.map(swap)
  }),
)

test('[L47] five hundred random deeds are found, each of them; a chain left alone is whole', async () => {
  const found = await verify(storeOf(whole), 'nl')
  assert.deepEqual(found, { seq: 12, hash: whole.commits.at(-1)?.hash, at: at(12), commits: 12, parts: whole.parts.length })
  await fc.assert(
    fc.asyncProperty(deed, async tamper => {
      const rows = structuredClone(whole)
      tamper(rows)
      const sorted = (r: Rows) => JSON.stringify([r.commits.toSorted((a, b) => a.seq - b.seq), r.parts.toSorted((a, b) => a.seq - b.seq)])
      fc.pre(sorted(rows) !== sorted(whole))
      const result = await verify(storeOf(rows), 'nl')
      assert.ok(isBreak(result), JSON.stringify(result))
      assert.ok(result.what.nl && result.what.en && Number.isInteger(result.seq))
    }),
    { numRuns: 500 },
  )
})

test('[L47] an empty workspace is whole; a long chain is read in pieces of bounded size', async () => {
  assert.deepEqual(await verify(storeOf({ commits: [], parts: [], personal: [] }), 'nl'), {
    seq: 0,
    at: '',
    hash: genesis,
    commits: 0,
    parts: 0,
  })
  const asked: number[] = []
  const long = chainOf(160)
  const result = await verify(storeOf(long, asked), 'nl')
  assert.ok(!isBreak(result) && result.parts === long.parts.length)
  assert.ok(asked.length >= 4 && Math.max(...asked) < long.parts.length / 2)
})
