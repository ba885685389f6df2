/** The contract, the same on both engines: what every store must keep, and how, on either engine. */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { commit, id, write } from '../../../tests/support/store/acts.ts'
import { engines, type Fresh } from '../../../tests/support/store/fresh.ts'
import type { Day } from '../../kernel/day.ts'
import { refuse, refused } from '../../kernel/refusal.ts'
import { w } from '../../kernel/words.ts'
import type { Store } from './contract.ts'
import { StoreFault } from './fault.ts'

const LATE = '9999-12-31' as Day
const fault = (code: string) => (error: unknown) => error instanceof StoreFault && error.refusal.code === code
const sqlState = (code: string) => (error: unknown) => error instanceof StoreFault && (error.cause as { code?: string }).code === code
const seen = (store: Store, workspace: string, clearance: 'public' | 'internal' = 'public') =>
  store.read({ workspace, clearance }, reads => reads.holding(LATE, Number.MAX_SAFE_INTEGER))

for (const [engine, fresh] of engines)
  describe(engine, () => {
    let on: Fresh
    let store: Store
    before(async () => {
      on = await fresh()
      store = on.store
    })
    after(() => on?.drop())

    let n = 0
    const workspace = async () => {
      const name = `w${++n}`
      await store.addWorkspace(name)
      return name
    }

    test('[L21] twenty writers at once stand in line, and none overwrites another', async () => {
      const name = await workspace()
      await write(store, name, { rows: [{ n: 1, body: { count: 0 } }], born: { 1: 'T-0001' } })
      const others = [store, await on.again()]
      const add = (by: Store) =>
        by.write(name, async tx => {
          const [part] = await tx.holding(LATE, Number.MAX_SAFE_INTEGER)
          const { count } = JSON.parse(part?.body ?? '') as { count: number }
          return commit(tx, name, { rows: [{ n: 1, body: { count: count + 1 } }] })
        })
      const done = await Promise.all(Array.from({ length: 20 }, (_, i) => add(others[i % 2] as Store)))
      assert.deepEqual(
        (await seen(store, name)).map(part => part.body),
        ['{"count":20}'],
      )
      assert.deepEqual(
        done.map(row => row.seq).sort((a, b) => a - b),
        Array.from({ length: 20 }, (_, i) => i + 2),
      )
    })

    test('[L23] what is recorded is not changed and not removed', async () => {
      const name = await workspace()
      await write(store, name, { rows: [{ n: 1 }], born: { 1: 'T-0001' } })
      const all = { workspace: name, labels: ['public', 'internal'] }
      for (const table of ['commit', 'record', 'part', 'blob', 'mention', 'naming', 'workspace', 'migration'])
        for (const sql of [`update ${table} set workspace = workspace`, `delete from ${table}`, `truncate ${table} cascade`])
          await assert.rejects(
            on.as('kv_app', all, sql),
            table === 'migration' && sql.startsWith('update') ? Error : sqlState('42501'),
            sql,
          )
      await assert.rejects(on.as('kv_app', all, 'create table koersvast.mine ()'), sqlState('42501'))
      await assert.rejects(on.as('kv_public', all, `insert into part values ($1)`, [name]), sqlState('42501'))
      await assert.rejects(
        store.read({ workspace: name, clearance: 'internal' }, reads => (reads as never as { addCommit(): Promise<void> }).addCommit()),
        TypeError,
      )
    })

    test('[L27] a refusal and an error leave nothing behind', async () => {
      const name = await workspace()
      const no = refuse('test.no', w('Nee.', 'No.'))
      const out = await store.write(name, async tx => {
        await commit(tx, name, { rows: [{ n: 1 }], born: { 1: 'T-0001' } })
        return no
      })
      assert.ok(refused(out) && out.code === 'test.no')
      await assert.rejects(
        store.write(name, async tx => {
          await commit(tx, name, { rows: [{ n: 1 }], born: { 1: 'T-0001' } })
          throw new RangeError('on the way')
        }),
        RangeError,
      )
      // A failed statement that the caller swallows: the transaction is lost, and must not be answered as kept.
      await assert.rejects(
        store.write(name, async tx => {
          await commit(tx, name, { rows: [{ n: 1 }], born: { 1: 'T-0001' } })
          await tx.addRecords([{ kind: 'thing', id: id(2), code: 't-0001', label: 'public' }]).catch(() => undefined)
        }),
        fault('store.taken'),
      )
      assert.equal((await store.readInternal(name, reads => reads.head())).seq, 0)
      assert.deepEqual(await seen(store, name, 'internal'), [])
      await write(store, name, { rows: [{ n: 1 }], born: { 1: 'T-0001' } })
    })

    test('[L28] a link is taken once, and in time', async () => {
      const name = await workspace()
      const row = { hash: `link ${name}`, workspace: name, person: 'p', expires: '2025-01-01T00:15:00.000Z' }
      await store.accounts.addLink(row)
      const takers = await Promise.all(Array.from({ length: 12 }, () => store.accounts.takeLink(row.hash, '2025-01-01T00:14:59.999Z')))
      assert.deepEqual(
        takers.filter(taken => taken !== null),
        [row],
      )
      await store.accounts.addLink({ ...row, hash: `late ${name}` })
      assert.equal(await store.accounts.takeLink(`late ${name}`, '2025-01-01T00:15:00.000Z'), null)
      assert.equal(await store.accounts.takeLink(`late ${name}`, '2025-01-01T00:00:00.000Z'), null)
      assert.equal(await store.accounts.takeLink('never made', '2025-01-01T00:00:00.000Z'), null)
    })

    test('[L30] every commit is heard, also by another server: the workspace and the number, nothing else', async () => {
      const name = await workspace()
      const heard: string[] = []
      let inside: Promise<unknown> = Promise.resolve()
      const stop = await (await on.again()).listen((where, seq) => {
        heard.push(`${where} ${seq}`)
        // Whoever hears may read at once.
        inside = store.workspaces()
      })
      await write(store, name, { rows: [{ n: 1 }], born: { 1: 'T-0001' } })
      await store.write(name, async tx => {
        await commit(tx, name, { rows: [{ n: 1 }] })
        return refuse('test.no', w('Nee.', 'No.'))
      })
      await store.write(name, async tx => {
        await tx.addPersonal([{ key: 'k', salt: 's', value: 'v' }])
        await tx.erasePersonal(['k', 'other'])
      })
      for (let i = 0; i < 400 && heard.length < 2; i++) await wait(20)
      await inside
      await stop()
      await write(store, name, { rows: [{ n: 1 }] })
      await wait(50)
      assert.deepEqual(heard, [`${name} 1`, `${name} 1`])
    })

    test('[L31] one commit per person and key; a code, an id and a hash are found as they were written', async () => {
      const name = await workspace()
      const first = await write(store, name, { rows: [{ n: 1 }], born: { 1: 'T-0001' }, by: 'anna', key: 'k' })
      await assert.rejects(write(store, name, { rows: [{ n: 1 }], by: 'anna', key: 'k' }), fault('store.taken'))
      await write(store, name, { rows: [{ n: 1 }], by: 'bram', key: 'k' })
      await assert.rejects(write(store, name, { rows: [{ n: 2 }], born: { 2: 't-0001' } }), fault('store.taken'))
      await assert.rejects(write(store, name, { rows: [{ n: 3 }] }), StoreFault, 'a part without its record')
      await store.readInternal(name, async reads => {
        assert.deepEqual(await reads.commitByKey('anna', 'k'), first)
        assert.deepEqual(await reads.commitByHash(first.hash), first)
        assert.equal(await reads.commitByHash('0'.repeat(64)), null)
        assert.equal(await reads.commitByKey('anna', 'other'), null)
        assert.deepEqual(
          (await reads.commits(1, 9)).map(row => row.by),
          ['anna', 'bram'],
        )
        assert.equal((await reads.recordByCode('T-0001'))?.id, id(1))
        assert.equal((await reads.recordByCode('t-0001'))?.id, id(1))
        assert.deepEqual(
          (await reads.written(1, 1)).map(part => part.code),
          ['T-0001'],
        )
      })
    })

    test('[L35] a transaction within a transaction is told at once instead of waiting for itself', async () => {
      const name = await workspace()
      await assert.rejects(
        store.write(name, () => store.workspaces()),
        /a transaction is open already/,
      )
      await assert.rejects(
        store.read({ workspace: name, clearance: 'public' }, () => store.desk(name).draft('p', 'k')),
        /open already/,
      )
      assert.ok((await store.workspaces()).includes(name))
    })

    test('[L36] personal values are kept once and can be erased, and nothing else can', async () => {
      const name = await workspace()
      const rows = [
        { key: 'a', salt: '1', value: 'Anna' },
        { key: 'b', salt: '2', value: 'Bram' },
      ]
      await store.write(name, async tx => {
        await tx.addPersonal(rows)
        await tx.addPersonal(rows.slice(0, 1))
      })
      assert.deepEqual(await store.readInternal(name, reads => reads.personal(['b', 'c'])), rows.slice(1))
      assert.equal(await store.write(name, tx => tx.erasePersonal(['b', 'c'])), 1)
      assert.equal(await store.write(name, tx => tx.erasePersonal([])), 0)
      assert.deepEqual(await store.readInternal(name, reads => reads.personal()), rows.slice(0, 1))
    })

    test('[L37] a series goes on after its highest number, apart for those born internal', async () => {
      const name = await workspace()
      const born = {
        1: 'T-0009',
        2: 'T-0010',
        3: 'T-0017i',
        4: 't-0002',
        5: 'kst-30821-251',
        6: 'T-0099x',
        7: `T-${'9'.repeat(20)}`,
        8: 'T-12345',
        9: 'TT-77777',
      }
      await write(store, name, { rows: Object.keys(born).map(n => ({ n: Number(n) })), born })
      await store.readInternal(name, async reads => {
        assert.equal(await reads.lastInSeries('T', ''), 12345)
        assert.equal(await reads.lastInSeries('T', 'i'), 17)
        assert.equal(await reads.lastInSeries('kst-30821', ''), 251)
        assert.equal(await reads.lastInSeries('S', ''), 0)
      })
    })

    test('[L38] a session is found by its secret and ended one by one or all at once', async () => {
      const name = await workspace()
      const session = (hash: string) => ({
        hash: `${name} ${hash}`,
        workspace: name,
        person: 'anna',
        started: '2025-01-01T00:00:00.000Z',
        seen: '2025-01-01T00:00:00.000Z',
      })
      for (const hash of ['1', '2', '3']) await store.accounts.addSession(session(hash))
      await store.accounts.touchSession(`${name} 1`, '2025-01-01T00:05:00.000Z')
      await store.accounts.touchSession(`${name} 1`, '2025-01-01T00:04:00.000Z')
      assert.deepEqual(await store.accounts.session(`${name} 1`), { ...session('1'), seen: '2025-01-01T00:05:00.000Z' })
      await store.accounts.endSession(`${name} 2`)
      assert.equal(await store.accounts.session(`${name} 2`), null)
      assert.deepEqual(await on.as('kv_app', { hash: `${name} 1` }, 'select hash from session'), [[`${name} 1`]])
      await store.accounts.endSessionsOf(name, 'bram')
      assert.ok(await store.accounts.session(`${name} 3`))
      await store.accounts.endSessionsOf(name, 'anna')
      assert.equal(await store.accounts.session(`${name} 3`), null)
    })
  })
