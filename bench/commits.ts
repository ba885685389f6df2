import assert from 'node:assert/strict'
import { isBreak, verify } from '../src/ledger/proof/verify.ts'
import type { Store } from '../src/ledger/store/contract.ts'
import { openPglite, pgliteEngine } from '../src/ledger/store/pglite/engine.ts'
import { upToDate } from '../src/ledger/store/pglite/open.ts'
import { storeOn } from '../src/ledger/store/store.ts'
import { line, ms, number } from './support/figures.ts'
import { fill, touch, WORKSPACE } from './support/filled.ts'
import { onPostgres } from './support/server.ts'

const [RECORDS, VERSIONS, COMMITS] = [2_000, 5, 300]

async function writing(name: string, store: Store): Promise<number> {
  const before = await store.readInternal(WORKSPACE, reads => reads.head())
  const began = performance.now()
  for (let i = 1; i <= COMMITS; i++) await touch(store, i, VERSIONS + 1)
  const rate = (COMMITS / (performance.now() - began)) * 1000
  assert.equal((await store.readInternal(WORKSPACE, reads => reads.head())).seq, before.seq + COMMITS)
  line(`${name}: commits of two parts, one writer`, `${number(rate)} a second`)
  return rate
}

async function verifying(name: string, store: Store): Promise<void> {
  const began = performance.now()
  const found = await verify(store, WORKSPACE)
  const took = performance.now() - began
  assert.ok(!isBreak(found) && found.parts >= RECORDS * VERSIONS * 2 + COMMITS * 2, JSON.stringify(found))
  const { parts } = found
  line(`${name}: verify of ${number(parts)} parts`, ms(took), `${number((parts / took) * 1000)} parts a second`)
}

/** Writing waits for the disk where the engine does: PostgreSQL with fsync, PGlite has none. */
export async function run(): Promise<void> {
  await onPostgres(async ({ store, owner }) => {
    await fill(store, RECORDS, VERSIONS)
    await owner.query('create table public.bare (n integer)')
    const bare = performance.now()
    for (let i = 0; i < COMMITS; i++) await owner.query('insert into public.bare values ($1)', [i])
    const peer = (COMMITS / (performance.now() - bare)) * 1000
    const rate = await writing('PostgreSQL, fsync on', store)
    line('  bare inserts, each a transaction, same server', `${number(peer)} a second`, `commits run at ${number(rate / peer)} of that`)
    await verifying('PostgreSQL', store)
  }, true)
  const database = await openPglite({})
  const wrong = await upToDate(database)
  if (wrong) throw new Error(wrong.do.en)
  const store = storeOn(pgliteEngine(database))
  await fill(store, RECORDS, VERSIONS)
  await writing('PGlite, in memory', store)
  await verifying('PGlite', store)
  await store.close()
}
