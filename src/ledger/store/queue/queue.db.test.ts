import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { freshDatabase } from '../../../../tests/support/postgres.ts'
import { type Fresh, freshPglite, freshPostgres, loginUrl } from '../../../../tests/support/store/fresh.ts'
import { refused } from '../../../kernel/refusal.ts'
import { connect } from '../connect.ts'
import type { Queue } from './queue.ts'

const troubles: unknown[] = []
const how = (works = true) => ({ works, troubled: (error: unknown) => void troubles.push(error) })
const begun = async (on: Fresh, works = true): Promise<Queue> => {
  const queue = await on.store.queue(how(works))
  assert.ok(!refused(queue), JSON.stringify(queue))
  return queue
}

/** A start with the owner's address, as an operator does it once. */
async function prepared(url: string, ownerUrl: string): Promise<void> {
  const store = await connect({ url, ownerUrl })
  assert.ok(!refused(store), JSON.stringify(store))
  const queue = await store.queue(how(false))
  assert.ok(!refused(queue), JSON.stringify(queue))
  await queue.stop({ graceful: false })
  await store.close()
}

for (const [engine, fresh] of [
  ['PGlite', freshPglite],
  ['PostgreSQL', freshPostgres],
] as const)
  describe(engine, () => {
    let on: Fresh
    before(async () => {
      on = await fresh()
      if (on.url) await prepared(on.url, on.ownerUrl)
    })
    after(() => on?.drop())

    test('[L60] jobs run, fail and are tried again; the ledger stays as it was and its self-test true', async () => {
      const queue = await begun(on)
      await queue.createQueue('trial', { policy: 'exclusive', retryLimit: 2, retryDelay: 1 })
      assert.ok(await queue.send('trial', { n: 1 }, { singletonKey: 'a' }))
      assert.equal(await queue.send('trial', { n: 2 }, { singletonKey: 'a' }), null)
      const done: unknown[] = []
      await queue.work('trial', { pollingIntervalSeconds: 0.5 }, async ([job]) => {
        done.push(job?.data)
        if (done.length === 1) throw new Error('once more')
      })
      for (let i = 0; i < 300 && done.length < 2; i++) await wait(50)
      assert.deepEqual(done, [{ n: 1 }, { n: 1 }])
      await queue.schedule('trial', '5 2 * * *', { n: 3 }, { key: 'k', tz: 'Europe/Amsterdam' })
      assert.deepEqual(
        (await queue.getSchedules('trial')).map(it => [it.key, it.cron, it.timezone]),
        [['k', '5 2 * * *', 'Europe/Amsterdam']],
      )
      await queue.stop({ graceful: true, timeout: 2000 })
      assert.equal(await on.store.selfTest(), undefined)
      assert.deepEqual(troubles, [])
    })

    test('[L61] a name is held by one at a time, whoever asks', async () => {
      const other = await on.again()
      let go: () => void = () => undefined
      const held = new Promise<void>(done => {
        go = done
      })
      const first = on.store.alone('trial', async () => {
        await held
        return 'done'
      })
      await wait(200)
      assert.equal(await other.alone('trial', async () => 'too'), undefined)
      assert.equal(await other.alone('another', async () => 'free'), 'free')
      go()
      assert.equal(await first, 'done')
      await assert.rejects(
        other.alone('trial', () => Promise.reject(new Error('fell'))),
        /fell/,
      )
      assert.equal(await other.alone('trial', async () => 'again'), 'again')
    })
  })

describe('the queue on PostgreSQL', () => {
  let on: Fresh
  before(async () => {
    on = await freshPostgres()
  })
  after(() => on?.drop())

  test('[L62] without an owner nobody makes its tables, and that is told; what the ledger does goes on', async () => {
    const store = await connect({ url: on.url })
    assert.ok(!refused(store))
    const none = await store.queue(how())
    assert.ok(refused(none) && none.code === 'store.queue-old', JSON.stringify(none))
    assert.deepEqual(await store.workspaces(), [])
    await store.close()
  })

  test('[L62] the queue reaches its own tables and nothing of the ledger; the ledger’s roles reach nothing of the queue', async () => {
    await prepared(on.url, on.ownerUrl)
    const queue = await begun(on, false)
    await queue.stop({ graceful: false })
    const may = async (role: string, table: string) =>
      (await on.owner(`select has_table_privilege('${role}', '${table}', 'select') as may`))[0]?.may
    for (const table of ['part', 'commit', 'record', 'personal', 'session', 'draft'])
      assert.equal(await may('kv_jobs', `koersvast.${table}`), false)
    assert.equal(await may('kv_jobs', 'pgboss.job'), true)
    for (const role of ['kv_app', 'kv_public']) {
      const [row] = await on.owner(`select has_schema_privilege('${role}', 'pgboss', 'usage') as may`)
      assert.equal(row?.may, false)
    }
    assert.equal(await on.store.selfTest(), undefined)
  })

  test('[L63] of two servers on one database each job is done once', async () => {
    const stores = [on.store, await on.again()]
    const done: number[] = []
    const queues: Queue[] = []
    for (const store of stores) {
      const queue = await store.queue(how())
      assert.ok(!refused(queue), JSON.stringify(queue))
      queues.push(queue)
      await queue.createQueue('shared')
      await queue.work<{ n: number }>('shared', { pollingIntervalSeconds: 0.5 }, async ([job]) => void done.push(job?.data.n ?? -1))
    }
    for (let n = 0; n < 20; n++) await queues[0]?.send('shared', { n })
    for (let i = 0; i < 400 && done.length < 20; i++) await wait(50)
    await wait(500)
    assert.deepEqual(
      done.toSorted((a, b) => a - b),
      Array.from({ length: 20 }, (_, n) => n),
    )
    for (const queue of queues) await queue.stop({ graceful: true, timeout: 2000 })
  })
})

test('[L62] a login that is new since is admitted to the queue by the owner', async () => {
  const database = await freshDatabase()
  await prepared(await loginUrl(database.url), database.url)
  const name = `kv_newcomer_${process.pid}`
  await prepared(await loginUrl(database.url, name), database.url)
  await database.drop()
})
