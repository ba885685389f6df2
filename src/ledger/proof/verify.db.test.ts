import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, before, describe, test } from 'node:test'
import { id, partOf, write } from '../../../tests/support/store/acts.ts'
import { engines, type Fresh } from '../../../tests/support/store/fresh.ts'
import type { CommitRow } from '../store/contract.ts'
import { commitHash, leavesOf } from './chain.ts'
import { type Break, verify } from './verify.ts'

type Expected = readonly [broken: Break['broken'], seq: number, n?: number]
const free = 'set session_replication_role = replica; '
const part = (n: number, label = 'public') => `where workspace = 'W' and seq = 2 and id = '${id(n)}' and label = '${label}'`
const commit = (seq: number) => `where workspace = 'W' and seq = ${seq}`
const move = (from: number, to: number) => ['commit', 'part'].map(t => `update koersvast.${t} set seq = ${to} ${commit(from)};`).join(' ')
const drop = (seq: number) => ['part', 'commit'].map(t => `delete from koersvast.${t} ${commit(seq)};`).join(' ')

/** What somebody with all rights did in SQL, and what must be named. `W` is the workspace. */
const deeds: readonly (readonly [what: string, sql: string, ...expected: Expected])[] = [
  ['changed body', `update koersvast.part set body = '{"n":9}' ${part(1)}`, 'changed', 2, 1],
  ['changed internal body', `update koersvast.part set body = 'null' ${part(1, 'internal')}`, 'changed', 2, 1],
  ['changed label', `update koersvast.part set label = 'internal' ${part(2)}`, 'changed', 2, 2],
  ['changed since', `update koersvast.part set since = '2020-01-01' ${part(2)}`, 'changed', 2, 2],
  ['changed shape', `update koersvast.part set shape = 2 ${part(2)}`, 'changed', 2, 2],
  ['changed evidence', `update koersvast.part set evidence = '[1]' ${part(2)}`, 'changed', 2, 2],
  ['comma moved between body and evidence', `update koersvast.part set body = '{"a":1', evidence = '"b":2},[]' ${part(3)}`, 'form', 2, 3],
  ['changed code', `update koersvast.record set code = 'T-9999' where workspace = 'W' and id = '${id(2)}'`, 'changed', 2, 2],
  ['removed record', `${free}delete from koersvast.record where workspace = 'W' and id = '${id(2)}'`, 'changed', 2, 2],
  [
    'added part',
    `insert into koersvast.part select workspace, kind, id, label, '2019-01-01', seq, shape, body, evidence from koersvast.part ${part(2)}`,
    'added',
    2,
    2,
  ],
  ['removed part', `delete from koersvast.part ${part(2)}`, 'removed', 2],
  ['part of no commit', `${free}update koersvast.part set seq = 99 where workspace = 'W' and seq = 6; ${drop(6)}`, 'loose', 99, 1],
  ['changed who, in the last commit', `update koersvast.commit set by = 'other' ${commit(6)}`, 'inner', 6],
  ['changed on whose behalf', `update koersvast.commit set on_behalf_of = 'other' ${commit(3)}`, 'inner', 3],
  ['changed reason', `update koersvast.commit set reason = null ${commit(3)}`, 'inner', 3],
  ['changed command', `update koersvast.commit set command = 'x' ${commit(3)}`, 'inner', 3],
  ['changed key', `update koersvast.commit set key = 'x' ${commit(3)}`, 'inner', 3],
  ['changed fingerprint', `update koersvast.commit set fingerprint = 'x' ${commit(3)}`, 'inner', 3],
  ['changed hash of the last commit', `update koersvast.commit set hash = repeat('a', 64) ${commit(6)}`, 'commit', 6],
  ['changed leaf', `update koersvast.commit set leaves = replace(leaves, 'a', 'b') ${commit(3)}`, 'commit', 3],
  ['leaves that are no list', `update koersvast.commit set leaves = 'x' ${commit(3)}`, 'commit', 3],
  ['later moment', `update koersvast.commit set at = at + interval '1 ms' ${commit(6)}`, 'commit', 6],
  ['moment before the one before it', `update koersvast.commit set at = '2024-01-01Z' ${commit(3)}`, 'time', 3],
  ['removed commit in the middle', `${free}${drop(3)}`, 'missing', 3],
  ['removed first commit', `${free}${drop(1)}`, 'missing', 1],
  ['two swapped', `${free}${move(3, 1000)} ${move(4, 3)} ${move(1000, 4)}`, 'link', 3],
  [
    'one put in',
    `${free}${[6, 5, 4, 3].map(n => move(n, n + 1)).join(' ')} insert into koersvast.commit select workspace, 3, at, by, on_behalf_of, command, reason,
      'put in', fingerprint, leaves, previous_hash, hash from koersvast.commit ${commit(2)}`,
    'link',
    3,
  ],
  ['changed personal value', `update koersvast.personal set value = 'Bram' where workspace = 'W'`, 'personal', 6],
]

for (const [engine, fresh] of engines)
  describe(engine, () => {
    let on: Fresh
    before(async () => {
      on = await fresh()
    })
    after(() => on?.drop())

    async function ledger(workspace: string): Promise<CommitRow[]> {
      const { store } = on
      await store.addWorkspace(workspace)
      const value = createHash('sha256').update('salt').update('Anna').digest('hex')
      const made = [
        await write(store, workspace, { rows: [{ n: 1 }], born: { 1: 'T-0001' }, by: value }),
        await write(store, workspace, {
          rows: [{ n: 1 }, { n: 1, label: 'internal' }, { n: 2 }, { n: 3, body: { a: 1, b: 2 } }],
          born: { 2: 'T-0002', 3: 'T-0003' },
        }),
      ]
      for (let n = 3; n <= 6; n++) made.push(await write(store, workspace, { rows: [{ n: 1, body: { n } }] }))
      await store.write(workspace, tx => tx.addPersonal([{ key: value, salt: 'salt', value: 'Anna' }]))
      return made
    }
    const checkpointOf = (workspace: string, { seq, hash, at }: CommitRow) => ({ workspace, seq, hash, at })

    test('[L47] each deed in SQL is found, and the first break named', async () => {
      for (const [i, [what, sql, broken, seq, n]] of deeds.entries()) {
        const workspace = `w${i}`
        await ledger(workspace)
        const before = await verify(on.store, workspace)
        assert.deepEqual('broken' in before ? before : [before.commits, before.parts], [6, 9])
        await on.owner(sql.replaceAll(`'W'`, `'${workspace}'`))
        const found = await verify(on.store, workspace)
        assert.ok('broken' in found, what)
        assert.deepEqual([found.broken, found.seq, found.kind === 'thing' ? found.id : undefined], [broken, seq, n && id(n)], what)
        assert.match(found.what.nl, new RegExp(String(seq)))
      }
    })

    test('[L48] erasing what a person’s key stands for leaves the chain whole', async () => {
      await ledger('erased')
      const keys = (await on.store.readInternal('erased', reads => reads.personal())).map(row => row.key)
      assert.equal(await on.store.write('erased', tx => tx.erasePersonal(keys)), 1)
      assert.ok(!('broken' in (await verify(on.store, 'erased'))))
    })

    test('[L49] only a checkpoint finds a tail that was cut', async () => {
      const made = await ledger('cut')
      const against = checkpointOf('cut', made[4] as CommitRow)
      assert.ok(!('broken' in (await verify(on.store, 'cut', { against }))))
      await on.owner(`${free}${drop(6)}`.replaceAll(`'W'`, `'cut'`))
      assert.ok(!('broken' in (await verify(on.store, 'cut', { against }))), 'the checkpoint is older than the cut')
      await on.owner(`${free}${drop(5)}`.replaceAll(`'W'`, `'cut'`))
      assert.ok(!('broken' in (await verify(on.store, 'cut'))))
      const found = await verify(on.store, 'cut', { against })
      assert.ok('broken' in found)
      assert.deepEqual([found.broken, found.seq], ['cut', 5])
    })

    test('[L49] a chain made anew from some commit on is found by the next link, or against a checkpoint', async () => {
      const made = await ledger('anew')
      let previousHash = made[4]?.previousHash ?? ''
      const remake = async (row: CommitRow, n: number) => {
        const parts = [{ ...partOf(row.seq, { n: 1, body: { n } }), code: 'T-0001' }]
        const leaves = leavesOf('anew', parts, row)
        const hash = commitHash({ workspace: 'anew', seq: row.seq, at: row.at, previousHash, leaves })
        const where = `where workspace = 'anew' and seq = ${row.seq}`
        await on.owner(`update koersvast.part set body = '{"n":${n}}' ${where};
          update koersvast.commit set leaves = '${JSON.stringify(leaves)}', previous_hash = '${previousHash}', hash = '${hash}' ${where}`)
        previousHash = hash
      }
      await remake(made[4] as CommitRow, 500)
      const next = await verify(on.store, 'anew')
      assert.deepEqual('broken' in next && [next.broken, next.seq], ['link', 6])
      await remake(made[5] as CommitRow, 6)
      assert.ok(!('broken' in (await verify(on.store, 'anew'))), 'whoever makes all of it anew is not found from within')
      const found = await verify(on.store, 'anew', { against: checkpointOf('anew', made[5] as CommitRow) })
      assert.deepEqual('broken' in found && [found.broken, found.seq], ['checkpoint', 6])
      const older = await verify(on.store, 'anew', { against: checkpointOf('anew', made[3] as CommitRow) })
      assert.ok(!('broken' in older))
    })
  })
