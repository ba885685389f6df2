import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { type FreshDatabase, freshDatabase } from '../../../../tests/support/postgres.ts'
import { asOwner, loginUrl } from '../../../../tests/support/store/fresh.ts'
import { file, make } from '../../../../tools/generators/schema.ts'
import { type Refusal, refused } from '../../../kernel/refusal.ts'
import { connect } from '../connect.ts'
import { ownerOf } from '../postgres/open.ts'
import { schemaText } from './catalogue.ts'
import { type Migration, migrate, migrations } from './migrate.ts'

const all = migrations()
const made = (number: number, sql: string): Migration => ({ number, name: `made ${number}`, sql, hash: `hash ${number}` })

describe('migrations', () => {
  let database: FreshDatabase
  before(async () => {
    database = await freshDatabase()
  })
  after(() => database?.drop())
  const owner = <T>(run: (o: ReturnType<typeof ownerOf>) => Promise<T>) => asOwner(database.url, client => run(ownerOf(client)))
  const numbers = () =>
    owner(async o => (await o.rows('select number::text from koersvast.migration order by number')).map(([n]) => Number(n)))

  test('[L41] a database without the schema, and no owner to make it, is told what to set', async () => {
    const url = await loginUrl(database.url)
    const store = await connect({ url })
    assert.ok(refused(store), 'refused')
    assert.ok(['store.schema-old', 'store.role'].includes(store.code), store.code)
  })

  test('[L40] of twenty servers that start at once one makes the schema and all can use it', async () => {
    const url = await loginUrl(database.url)
    const stores = await Promise.all(Array.from({ length: 20 }, () => connect({ url, ownerUrl: database.url, connections: 1 })))
    for (const store of stores) {
      assert.ok(!refused(store), (store as Refusal).code)
      await store.close()
    }
    assert.deepEqual(
      await numbers(),
      all.map(({ number }) => number),
    )
  })

  test('[L40] of twenty that migrate at once exactly one applies each migration', async () => {
    const more = [...all, made(all.length + 1, 'create table race (n int)'), made(all.length + 2, 'alter table race add m int')]
    const done = await Promise.all(Array.from({ length: 20 }, () => owner(o => migrate(o, more))))
    assert.deepEqual(done.flatMap(applied => (refused(applied) ? [] : applied)).sort(), [all.length + 1, all.length + 2])
    assert.deepEqual(await owner(o => migrate(o, more)), [])
  })

  test('[L40] a migration that fails or is killed halfway leaves nothing, and is done the next time', async () => {
    const before = (await owner(o => o.rows('select number, name, hash from koersvast.migration order by number'))).map(
      ([number, name, hash]) => ({ number: Number(number), name: String(name), hash: String(hash), sql: '' }),
    )
    const next = before.length + 1
    await assert.rejects(
      owner(o => migrate(o, [...before, made(next, 'create table half (n int); select 1 / 0')])),
      /division by zero/,
    )
    const slow = [...before, made(next, 'create table half (n int); select pg_sleep(20)')]
    const killed = assert.rejects(owner(o => migrate(o, slow)))
    for (let left = true; left; ) {
      const rows = await owner(o =>
        o.rows(
          `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query like '%pg_sleep(20)' and pid <> pg_backend_pid()`,
        ),
      )
      left = rows.length === 0
      await wait(20)
    }
    await killed
    assert.deepEqual(await owner(o => o.rows(`select to_regclass('koersvast.half')::text`)), [[null]])
    assert.equal((await numbers()).length, next - 1)
    assert.deepEqual(await owner(o => migrate(o, [...before, made(next, 'create table half (n int)')])), [next])
  })

  test('[L41] a database that is further, or was made with other files, is refused and left as it is', async () => {
    const url = await loginUrl(database.url)
    const newer = await connect({ url })
    assert.ok(refused(newer) && newer.code === 'store.schema-newer', (newer as Refusal).code)
    await owner(o => o.exec(`delete from koersvast.migration where number > ${all.length}`))
    await owner(o => o.exec(`update koersvast.migration set hash = 'other' where number = 1`))
    for (const place of [{ url }, { url, ownerUrl: database.url }]) {
      const other = await connect(place)
      assert.ok(refused(other) && other.code === 'store.schema-other' && other.found === '1 ledger', (other as Refusal).code)
    }
    await owner(o => o.rows('update koersvast.migration set hash = $1 where number = 1', [all[0]?.hash ?? '']))
    await owner(o => o.exec(`delete from koersvast.migration where number = 2`))
    const older = await connect({ url })
    assert.ok(refused(older) && older.code === 'store.schema-old' && older.where === 'DATABASE_OWNER_URL', (older as Refusal).code)
  })

  test('[L41] an owner who may not make schemas is told so', async () => {
    const bare = await freshDatabase()
    const url = await loginUrl(bare.url)
    const store = await connect({ url, ownerUrl: url })
    await bare.drop()
    assert.ok(refused(store) && store.code === 'store.owner-rights', (store as Refusal).code)
  })

  test('[L42] schema.sql is what the migrations make, on PostgreSQL as on PGlite', async () => {
    const kept = readFileSync(join(import.meta.dirname, '../schema.sql'), 'utf8')
    assert.equal(kept, await make(), `${file} differs: sh tools/run.sh generate`)
    const fresh = await freshDatabase()
    const text = await asOwner(fresh.url, async client => {
      await migrate(ownerOf(client))
      return schemaText(ownerOf(client))
    })
    await fresh.drop()
    assert.equal(kept.slice(kept.indexOf('create table')), text)
  })
})
