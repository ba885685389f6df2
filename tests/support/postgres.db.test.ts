import assert from 'node:assert/strict'
import { test } from 'node:test'
import pg from 'pg'
import { freshDatabase } from './postgres.ts'

async function ask<T extends object>(url: string, sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<T>(sql)).rows
  } finally {
    await client.end()
  }
}

test('each database is its own', async () => {
  const [one, two] = await Promise.all([freshDatabase(), freshDatabase()])
  await ask(one.url, 'create table here (n int)')
  assert.deepEqual(await ask(two.url, "select to_regclass('here') as found"), [{ found: null }])
  await Promise.all([one.drop(), two.drop()])
  await assert.rejects(ask(one.url, 'select 1'), /does not exist/)
})

test('a template is filled once and copied', async () => {
  let filled = 0
  const template = {
    name: 'numbers',
    fill: async (url: string) => {
      filled += 1
      await ask(url, 'create table numbers as select generate_series(1, 5) as n')
    },
  }
  const copies = await Promise.all([1, 2, 3].map(() => freshDatabase(template)))
  for (const copy of copies) assert.equal((await ask(copy.url, 'select n from numbers')).length, 5)
  assert.equal(filled, 1)
  await Promise.all(copies.map(copy => copy.drop()))
})

test('a connection that was forgotten fails the test that dropped the database', async () => {
  const database = await freshDatabase()
  const forgotten = new pg.Client({ connectionString: database.url })
  forgotten.on('error', () => undefined)
  await forgotten.connect()
  await assert.rejects(database.drop(), /1 connection\(s\) to the test database are still open/)
  await forgotten.end().catch(() => undefined)
})
