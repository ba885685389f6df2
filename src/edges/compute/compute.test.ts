import assert from 'node:assert/strict'
import { test } from 'node:test'
import { networkBy } from '../../../tests/support/picture/networks.ts'
import { simulateOn } from './simulate.ts'

const net = networkBy({ scenarios: 15, cascades: 40, seed: 2, days: 200, beginnings: 3 })

test('[X1] one thread or three: the same result to the last digit', async () => {
  const plan = { trials: 150_001, seed: 7 }
  const [one, three] = [await simulateOn(net, plan, { workers: 1 }), await simulateOn(net, plan, { workers: 3 })]
  assert.deepEqual(three, one)
  assert.notDeepEqual(await simulateOn(net, { ...plan, seed: 8 }, { workers: 2 }), one)
})

test('[X2] it stops where it is told to, and tells how far it is', async () => {
  const stop = new AbortController()
  const seen: (readonly [number, number])[] = []
  const progress = (done: number, of: number) => {
    seen.push([done, of])
    if (done === 3) stop.abort(new Error('enough'))
  }
  await assert.rejects(simulateOn(net, { trials: 5_000_000, seed: 1 }, { workers: 2, signal: stop.signal, progress }), /enough/)
  await assert.rejects(simulateOn(net, { trials: 1000, seed: 1 }, { signal: AbortSignal.abort(new Error('before')) }), /before/)
  assert.deepEqual(
    seen.map(([done]) => done),
    [1, 2, 3],
  )
  const broken = { ...net, cascades: undefined as never }
  await assert.rejects(simulateOn(broken, { trials: 1000, seed: 1 }, { workers: 1 }), TypeError)
})

test('[X3] with a precision it stops at the first stretch that is enough, whoever was first', async () => {
  const plan = { trials: 1_000_000, seed: 3 }
  const result = await simulateOn(net, plan, { workers: 2, precision: 0.01 })
  assert.ok(result.trials < plan.trials && result.expectedLoss.mcse <= 0.01 * result.expectedLoss.value)
  assert.deepEqual(await simulateOn(net, plan, { workers: 1, precision: 0.01 }), result)
  assert.deepEqual(await simulateOn(net, { ...plan, trials: result.trials }, { workers: 1 }), result)
})
