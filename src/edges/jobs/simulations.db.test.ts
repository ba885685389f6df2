import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { act, attempt, coordinator, engines, type Opened } from '../../../tests/support/ledgers.ts'
import { playable } from '../../../tests/support/picture/playable.ts'
import { system } from '../../access/viewer.ts'
import { day } from '../../kernel/day.ts'
import { refused } from '../../kernel/refusal.ts'
import { simulationResultsView } from '../../rooms/picture/runs/results.view.ts'
import type { Simulation } from '../../rooms/picture/simulation/result.ts'
import type { ComputeRequest } from '../../rooms/room.ts'
import { computeFor, computing } from '../compute/later.ts'
import { configuration } from '../config.ts'
import { type Jobs, startJobs } from './jobs.ts'

const root = new URL('../../..', import.meta.url).pathname.replace(/\/$/, '')

for (const [engine, fresh] of Object.entries(engines))
  describe(`simulations of records on ${engine}`, () => {
    let opened: Opened
    let jobs: Jobs | undefined
    let fetched = 0
    const troubles: unknown[] = []
    before(async () => {
      opened = await fresh(async ({ of }, workspace) => {
        fetched++
        return computeFor(opened.ledger.store, workspace, of as ComputeRequest)
      })
      await playable(opened.ledger)
    })
    after(async () => {
      await jobs?.stop()
      await opened?.close()
    })
    const start = (env: Readonly<Record<string, string>> = {}) => {
      const config = configuration(env, root)
      assert.ok(!refused(config))
      return startJobs({ ledger: opened.ledger, config, log: error => void troubles.push(error), refusal: it => void troubles.push(it) })
    }
    const look = () => opened.ledger.snapshot('test', 'internal', { on: day('2025-06-01') })
    const stateOf = async (code: string) => ((await look()).coded(code)?.body as { state: string } | undefined)?.state
    const until = async (what: () => Promise<boolean> | boolean, tell: string) => {
      for (let i = 0; i < 600; i++) {
        if (await what()) return
        await wait(100)
      }
      assert.fail(`${tell}: ${troubles.map(String).join('; ')}`)
    }
    const resultOf = async (code: string): Promise<Simulation> => {
      const snapshot = await look()
      const it = snapshot.all('simulation').find(each => each.code === code)
      assert.ok(it?.body.result)
      const { result } = it.body
      const text = await opened.ledger.store.readInternal('test', reads => reads.blob(result))
      const rows = [...simulationResultsView.see(snapshot, { simulation: it.id }, { result: new TextDecoder().decode(text ?? undefined) })]
      return rows[0]?.row().result as unknown as Simulation
    }

    test('[T50] nobody but the machine computes', async () => {
      await act(opened.ledger, 'simulation.ask', { assessment: 'RA-0001', trials: 20_000, seed: 1 })
      const outcome = await attempt(opened.ledger, 'simulation.compute', { of: 'SM-0001i' })
      assert.ok(refused(outcome) && outcome.code === 'rights.not-allowed', JSON.stringify(outcome))
      assert.equal(fetched, 0)
      const publicly = await opened.ledger.snapshot('test', 'public', { on: day('2025-06-01') })
      assert.equal(publicly.all('simulation').length, 0)
    })

    test('[J9] [T50] a job computes what was asked, and the result is the same however it was computed', async () => {
      jobs = start()
      await until(async () => (await stateOf('SM-0001i')) === 'done', 'not computed')
      await jobs.stop()
      const first = await resultOf('SM-0001i')
      assert.equal(first.trials, 20_000)
      const value = first.scenarios.find(it => it.code === 'S-0002')?.probability.value ?? 0
      const alone = Math.sqrt(0.05 * 0.5)
      assert.ok(Math.abs(value - (alone + (1 - alone) * alone * 0.2)) < 0.02, String(value))
      // Where there is no queue it is computed here.
      await act(opened.ledger, 'simulation.ask', { assessment: 'RA-0001', trials: 20_000, seed: 2 })
      jobs = start({ KOERSVAST_JOBS: '0' })
      await until(async () => (await stateOf('SM-0002i')) === 'done', 'not computed without a queue')
      await jobs.stop()
      assert.notDeepEqual(await resultOf('SM-0002i'), first)
    })

    test('[J9] [T52] what is stopped ends, has no result and is not taken up again', async () => {
      await act(opened.ledger, 'simulation.ask', { assessment: 'RA-0001', trials: 10_000_000, seed: 3 })
      jobs = start()
      await until(() => computing().length === 1, 'not begun')
      await act(opened.ledger, 'simulation.stop', { of: 'SM-0003i' })
      await until(() => computing().length === 0, 'not stopped')
      await jobs.stop()
      assert.equal(await stateOf('SM-0003i'), 'stopped')
      const progress = await opened.ledger.store.desk('test').drafts('simulation', 'progress/')
      assert.equal(progress.length, 0)
      const again = await attempt(
        opened.ledger,
        'simulation.compute',
        { of: 'SM-0003i' },
        { by: { ...system, clearance: coordinator.clearance } },
      )
      assert.ok(refused(again) && again.code === 'simulation.over')
    })
  })
