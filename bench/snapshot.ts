import assert from 'node:assert/strict'
import { day } from '../src/kernel/day.ts'
import { type Ledger, openLedger } from '../src/ledger/read.ts'
import type { Store } from '../src/ledger/store/contract.ts'
import { openPglite, pgliteEngine } from '../src/ledger/store/pglite/engine.ts'
import { upToDate } from '../src/ledger/store/pglite/open.ts'
import { storeOn } from '../src/ledger/store/store.ts'
import { alive, barred, line, median, ms, number, said, type Times, timed, times } from './support/figures.ts'
import { fill, kinds, touch, WORKSPACE } from './support/filled.ts'
import { onPostgres } from './support/server.ts'

const RECORDS = 10_000
const VERSIONS = 20
const TURNS = 9
const [TODAY, EARLIER] = [day('2025-06-01'), day('2014-06-01')]

/** A ledger that has loaded nothing yet on a store that is open: what a server is after its start. */
const fresh = (store: Store): Promise<Ledger> =>
  openLedger({ ...store, listen: async () => async () => undefined }, { kinds, commands: new Map() })

async function load(store: Store, on = TODAY, clearance: 'public' | 'internal' = 'internal') {
  const snapshot = await (await fresh(store)).snapshot(WORKSPACE, clearance, { on })
  assert.equal(snapshot.all('commitment').length, RECORDS)
  const seen = snapshot.all('commitment')[0]?.body
  assert.ok(seen?.words.includes(`stand ${on === TODAY ? VERSIONS : 10}`) && (seen.note !== null) === (clearance === 'internal'))
  return snapshot
}

const inPostgres = (): Promise<Times> =>
  onPostgres(async ({ store, owner }) => {
    await filled(store, () => owner.query('vacuum analyze'))
    // The rows that hold, and nothing else, in a table of their own: what it costs to fetch these bytes at all.
    await owner.query(`create unlogged table public.ready as select distinct on (kind, id, label) kind, id, seq, since::text, label, shape, body, evidence
      from koersvast.part order by kind, id, label, since desc, seq desc; analyze public.ready`)
    const [loads, limits] = [times(), times()]
    await load(store)
    for (let turn = 0; turn < TURNS; turn++) {
      await timed(loads, () => load(store))
      await timed(limits, async () => {
        const { rows } = await owner.query({ text: 'select * from public.ready', rowMode: 'array' })
        assert.ok(rows.length >= 2 * RECORDS)
      })
    }
    barred('load, internal, today, PostgreSQL', median(loads.wall), 400, said(loads))
    line(
      'a bare SELECT of those rows, ready in one table',
      said(limits),
      `load is ${number(median(loads.wall) / median(limits.wall))} × that`,
    )
    for (const [what, on, clearance] of [
      ['load, internal, a day ten years ago', EARLIER, 'internal'],
      ['load, public, today', TODAY, 'public'],
    ] as const) {
      const other = times()
      for (let turn = 0; turn < TURNS; turn++) await timed(other, () => load(store, on, clearance))
      line(what, said(other))
    }
    await forward(store)
    await memory(store)
    return loads
  })

async function filled(store: Store, analyse: () => Promise<unknown>): Promise<void> {
  const began = performance.now()
  await fill(store, RECORDS, VERSIONS)
  await analyse()
  const took = (performance.now() - began) / 1000
  line(`${store.engine}: ${number(RECORDS * VERSIONS * 2)} parts written`, `${number(took)} s`)
}

/** Each turn is a commit of its own: pulled under the clearance, then laid over the snapshot. */
async function forward(store: Store): Promise<void> {
  const ledger = await fresh(store)
  let snapshot = await ledger.snapshot(WORKSPACE, 'internal', { on: TODAY })
  const [pure, whole] = [times(), times()]
  for (let turn = 1; turn <= 300; turn++) {
    const { seq } = await touch(store, turn, VERSIONS + 1)
    const came = await store.read({ workspace: WORKSPACE, clearance: 'internal' }, reads => reads.after(snapshot.known))
    const next = await timed(pure, () => snapshot.forward(seq, came, new Map()))
    assert.equal(next.all('commitment').filter(it => it.body.words.includes(`stand ${VERSIONS + 1}`)).length, turn)
    snapshot = await timed(whole, () => ledger.snapshot(WORKSPACE, 'internal', { on: TODAY }))
    assert.equal(snapshot.known, seq)
  }
  barred('bringing it forward by one commit', median(pure.wall), 1, said(pure), 'the largest is when 256 changes are folded in')
  line('the same with asking the store and fetching the parts', said(whole))
}

async function memory(store: Store): Promise<void> {
  const ledger = await fresh(store)
  const before = alive()
  const snapshot = await ledger.snapshot(WORKSPACE, 'internal', { on: TODAY })
  const text = snapshot.all('commitment').reduce((sum, it) => sum + JSON.stringify(it.body).length, 0)
  const held = alive() - before
  assert.equal(snapshot.all('commitment').length, RECORDS)
  line(
    'memory of the snapshot after collecting garbage',
    `${number(held / 2 ** 20)} MB, ${number(held / RECORDS)} bytes a record`,
    `${number(held / text)} × its JSON; ${number(snapshot.bytes / 2 ** 20)} MB counted for the budget`,
  )
}

async function inPglite(): Promise<Times> {
  const database = await openPglite({})
  const wrong = await upToDate(database)
  if (wrong) throw new Error(wrong.do.en)
  const store = storeOn(pgliteEngine(database))
  await filled(store, () => database.exec('vacuum analyze'))
  const loads = times()
  await load(store)
  for (let turn = 0; turn < TURNS; turn++) await timed(loads, () => load(store))
  line('load, internal, today, PGlite', said(loads))
  await store.close()
  return loads
}

/** Both engines, one after the other. */
export async function run(): Promise<void> {
  const postgres = await inPostgres()
  const pglite = await inPglite()
  line('PGlite beside PostgreSQL', `${number(median(pglite.wall) / median(postgres.wall))} ×`, `(${ms(median(pglite.wall))})`)
}
