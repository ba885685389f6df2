import assert from 'node:assert/strict'
import { createServer, connect as dial, type Socket } from 'node:net'
import { after, before, describe, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { commit, write } from '../../../../tests/support/store/acts.ts'
import { asOwner, type Fresh, freshPostgres, loginUrl } from '../../../../tests/support/store/fresh.ts'
import { refused } from '../../../kernel/refusal.ts'
import { connect } from '../connect.ts'
import type { Store } from '../contract.ts'
import { StoreFault } from '../fault.ts'
import { listenOn } from './listener.ts'

const fault = (code: string) => (error: unknown) => error instanceof StoreFault && error.refusal.code === code
const isCommit = (bytes: Buffer) => bytes.includes('commit\0')

/** Stands between a store and its server, and hangs up when a COMMIT passes: before it arrives, or before its answer does. */
async function proxy(url: string) {
  const server = new URL(url)
  const port = Number(server.port)
  let cut: 'before' | 'after' | undefined
  const sockets = new Set<Socket>()
  const listening = createServer(client => {
    const upstream = dial(port, server.hostname)
    let hanging = false
    for (const socket of [client, upstream]) {
      sockets.add(socket)
      socket.on('error', () => undefined).on('close', () => [client, upstream].map(it => it.destroy()))
    }
    client.on('data', bytes => {
      if (cut && isCommit(bytes)) {
        if (cut === 'before') return client.destroy()
        hanging = true
      }
      return upstream.write(bytes)
    })
    upstream.on('data', bytes => (hanging ? client.destroy() : client.write(bytes)))
  })
  await new Promise<void>(done => listening.listen(0, '127.0.0.1', done))
  server.port = String((listening.address() as { port: number }).port)
  return {
    url: server.href,
    hangUp: (when: 'before' | 'after' | undefined) => {
      cut = when
    },
    close: () => {
      for (const socket of sockets) socket.destroy()
      return new Promise(done => listening.close(done))
    },
  }
}

describe('a connection to a server', () => {
  let on: Fresh
  before(async () => {
    on = await freshPostgres()
    await on.store.addWorkspace('nl')
    await write(on.store, 'nl', { rows: [{ n: 1 }], born: { 1: 'T-0001' } })
  })
  after(() => on?.drop())
  const hangUpAll = (which: string) =>
    on.owner(`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = $1`, [which])

  test('[L43] when it is lost during COMMIT the outcome is called unknown, and the key tells it', async () => {
    const between = await proxy(on.url)
    const store = (await connect({ url: between.url })) as Store
    for (const [when, there] of [
      ['after', true],
      ['before', false],
    ] as const) {
      between.hangUp(when)
      await assert.rejects(write(store, 'nl', { rows: [{ n: 1 }], by: 'anna', key: when }), fault('store.outcome-unknown'))
      between.hangUp(undefined)
      const found = await store.readInternal('nl', reads => reads.commitByKey('anna', when))
      assert.equal(found !== null, there, when)
    }
    await store.close()
    await between.close()
  })

  test('[L43] when it is lost before COMMIT nothing is kept, the fault says so, and the next call works', async () => {
    const lost = on.store.write('nl', async tx => {
      await commit(tx, 'nl', { rows: [{ n: 1 }], by: 'bram', key: 'lost' })
      await hangUpAll('koersvast')
      for (let i = 0; i < 200; i++) {
        await tx.head()
        await wait(20)
      }
    })
    await assert.rejects(lost, fault('store.unreachable'))
    assert.equal(await on.store.readInternal('nl', reads => reads.commitByKey('bram', 'lost')), null)
    await hangUpAll('koersvast')
    // The news may come while a connection is being taken: then that one call fails, and is repeated.
    const names = () => on.store.workspaces().catch(error => (fault('store.unreachable')(error) ? undefined : Promise.reject(error)))
    let found = await names()
    for (let i = 0; i < 10 && !found; i++) found = await names()
    assert.deepEqual(found, ['nl'])
  })

  test('[L43] a server that is not there is a refusal, not a crash', async () => {
    const url = new URL(on.url)
    url.port = '1'
    for (const place of [{ url: url.href }, { url: on.url, ownerUrl: url.href }]) {
      const store = await connect(place)
      assert.ok(refused(store) && store.code === 'store.unreachable' && store.fault === 'unavailable')
    }
  })

  test('[L44] a listener that lost its connection comes back and tells of every head as it is now', async () => {
    const heard = new Set<string>()
    const until = async (what: string) => {
      for (let i = 0; i < 400 && !heard.has(what); i++) await wait(20)
      assert.ok(heard.has(what), `${what} among ${[...heard]}`)
    }
    const stop = await on.store.listen((workspace, seq) => heard.add(`${workspace} ${seq}`))
    await hangUpAll('koersvast listener')
    const { seq } = await write(on.store, 'nl', { rows: [{ n: 1 }] })
    await until(`nl ${seq}`)
    await write(on.store, 'nl', { rows: [{ n: 1 }] })
    await until(`nl ${seq + 1}`)
    await stop()
  })

  test('[L44] what was missed is asked for until there is an answer', async () => {
    let asked = 0
    const missed = () => (++asked < 3 ? Promise.reject(new Error('not yet')) : Promise.resolve())
    const stop = await listenOn(on.url, () => undefined, missed)
    await hangUpAll('koersvast listener')
    for (let i = 0; i < 400 && asked < 3; i++) await wait(20)
    await stop()
    assert.equal(asked, 3)
  })

  test('[L40] a login that another server is just admitting is admitted by both', async () => {
    const name = `kv_admitted_${process.pid}`
    const url = await loginUrl(on.ownerUrl, name)
    await asOwner(on.ownerUrl, async other => {
      await other.query(`begin; grant kv_app, kv_public to ${name}`)
      const opening = connect({ url, ownerUrl: on.ownerUrl })
      const waiting = `select from pg_stat_activity where application_name = 'koersvast owner' and wait_event_type = 'Lock'`
      for (let i = 0; i < 400 && (await on.owner(waiting)).length === 0; i++) await wait(20)
      await other.query('commit')
      const store = await opening
      assert.ok(!refused(store), JSON.stringify(store))
      await store.close()
    })
    await on.owner(`drop role ${name}`)
  })

  test('[L21] many writers of one workspace hold one connection, so that readers get theirs', async () => {
    const store = (await connect({ url: on.url, connections: 3 })) as Store
    let open: () => void = () => undefined
    const held = new Promise<void>(done => {
      open = done
    })
    const first = store.write('nl', () => held)
    const rest = Array.from({ length: 20 }, () => write(store, 'nl', { rows: [{ n: 1 }] }))
    const head = await store.read({ workspace: 'nl', clearance: 'public' }, reads => reads.head())
    assert.ok(head.seq > 0)
    open()
    await first
    await Promise.all(rest)
    await store.close()
  })
})
