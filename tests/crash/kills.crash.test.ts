import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { startPostgres } from '../support/postgres-server.ts'
import { kill, type Tally, told } from './kills.ts'
import { seedOf } from './outside/chance.ts'
import { inFolder, onServer, type Where } from './places.ts'

/** Five here; fifty in the longer jobs beside this file. */
const KILLS = 5

async function five(t: TestContext, engine: string, where: Where): Promise<Tally> {
  const seed = seedOf()
  const tally = await kill({ ...where, kills: KILLS, seed })
  t.diagnostic(told(engine, seed, tally))
  assert.deepEqual(tally.findings, [], `CRASH_SEED=${seed} has the same instants`)
  assert.equal(tally.kills, KILLS)
  assert.equal(tally.verified, KILLS + 1)
  assert.ok(tally.acknowledged > 0 && tally.inFlight > 0 && tally.between + tally.committing > 0, 'the kills fell within writes')
  return tally
}

test('[L55] a folder whose process is killed while it writes has all that was acknowledged, whole and once', async t => {
  await inFolder(where => five(t, 'pglite', where))
})

test('[L55] a server process, or a backend of its database, that is killed while it writes leaves all that was acknowledged, whole and once', async t => {
  const server = await startPostgres({ fsync: true })
  try {
    const tally = await onServer(server, where => five(t, 'postgres', where))
    assert.ok(tally.backends > 0)
  } finally {
    await server.stop()
  }
})
