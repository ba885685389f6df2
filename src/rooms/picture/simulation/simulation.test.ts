import assert from 'node:assert/strict'
import { test } from 'node:test'
import { networkBy } from '../../../../tests/support/picture/networks.ts'
import { refused } from '../../../kernel/refusal.ts'
import type { Network } from '../cascade/network.ts'
import { networkOf } from './file.ts'
import { bestOf, joined, type Plan, restOf, Worker } from './job.ts'
import { simulationOf } from './result.ts'

/** A file as a person would write it; `best`, names and themes may be left out. */
const good = () => ({
  schema: 'koersvast/network/1',
  horizonYears: 5,
  scenarios: [
    {
      code: 'S-001',
      name: { nl: 'Uitval', en: 'Outage' },
      theme: 'TH-1',
      probability: { low: 0.01, best: 0.02, high: 0.05 },
      impact: { low: 0.1, best: 0.3, high: 0.5 },
      durationDays: 30,
    },
    { code: 'S-002', probability: { low: 0.01, high: 0.04 }, impact: { low: 0, high: 1 }, durationDays: 0 },
  ],
  cascades: [{ from: 'S-001', to: 'S-002', probability: { low: 0.1, best: 0.2, high: 0.4 }, delayDays: { low: 0, high: 30 }, worsens: 2 }],
})
type Loose = ReturnType<typeof good> & Record<string, unknown>

test('[T1] a network is taken as it is; a best value that was left out is the middle', () => {
  const net = networkOf(good())
  assert.ok(!refused(net))
  assert.deepEqual(net.scenarios[1]?.probability, { low: 0.01, best: 0.02, high: 0.04 })
  assert.deepEqual(net.scenarios[1]?.impact, { low: 0, best: 0.5, high: 1 })
  assert.deepEqual([net.cascades[0]?.from, net.cascades[0]?.to, net.cascades[0]?.worsens], [0, 1, 2])
})

test('[T1] each fault is refused with its place, what was found and what would be right', () => {
  const rows: [string, (file: Loose) => void, code: string, where: string][] = [
    ['another form', it => Object.assign(it, { schema: 'koersvast/network/2' }), 'network.schema', 'schema'],
    ['a horizon of nothing', it => Object.assign(it, { horizonYears: 0 }), 'network.value', 'horizonYears'],
    [
      'a name that is not known',
      it => Object.assign(it.scenarios[0] as object, { likelihood: 1 }),
      'network.name',
      'scenarios[0].likelihood',
    ],
    [
      'upside down',
      it => Object.assign(it.scenarios[0] as object, { probability: { low: 0.5, high: 0.1 } }),
      'network.reversed',
      'scenarios[0].probability',
    ],
    [
      'a best value outside',
      it => Object.assign(it.scenarios[0] as object, { probability: { low: 0.1, best: 0.9, high: 0.2 } }),
      'network.best-outside',
      'scenarios[0].probability.best',
    ],
    [
      'above one',
      it => Object.assign(it.scenarios[1] as object, { probability: { low: 0.1, high: 2 } }),
      'network.number',
      'scenarios[1].probability.high',
    ],
    [
      'words for a number',
      it => Object.assign(it.scenarios[1] as object, { durationDays: 'lang' }),
      'network.number',
      'scenarios[1].durationDays',
    ],
    ['a code twice', it => Object.assign(it.scenarios[1] as object, { code: 'S-001' }), 'network.twice', 'scenarios[1].code'],
    ['a scenario that is not there', it => Object.assign(it.cascades[0] as object, { to: 'S-009' }), 'network.unknown', 'cascades[0].to'],
    ['itself', it => Object.assign(it.cascades[0] as object, { to: 'S-001' }), 'network.itself', 'cascades[0]'],
    ['less than no effect', it => Object.assign(it.cascades[0] as object, { worsens: 0.5 }), 'network.number', 'cascades[0].worsens'],
    [
      'a delay upside down',
      it => Object.assign(it.cascades[0] as object, { delayDays: { low: 9, high: 1 } }),
      'network.reversed',
      'cascades[0].delayDays',
    ],
    ['no list', it => Object.assign(it, { scenarios: {} }), 'network.value', 'scenarios'],
    ['a field left out', it => Reflect.deleteProperty(it.scenarios[0] as object, 'impact'), 'network.missing', 'scenarios[0].impact'],
  ]
  for (const [name, spoil, code, where] of rows) {
    const file = good()
    spoil(file as Loose)
    const refusal = networkOf(file)
    assert.ok(refused(refusal), name)
    assert.deepEqual([refusal.code, refusal.where], [code, where], name)
    assert.ok(refusal.do.nl.endsWith('.') && refusal.do.en.endsWith('.') && refusal.found !== undefined, name)
  }
  for (const value of [null, 1, 'x', [], { schema: 'koersvast/network/1' }]) assert.ok(refused(networkOf(value)))
  const three = networkOf({ ...good(), horizonYears: -1, schema: 'x', more: 1 })
  assert.equal(refused(three) ? three.also?.length : 0, 2)
})

function whole(net: Network, plan: Plan) {
  const worker = new Worker(net, plan)
  return simulationOf(
    net,
    plan,
    joined(
      plan,
      bestOf(plan).map(it => worker.do(it)),
      restOf(plan).map(it => worker.do(it)),
    ),
  )
}

test('[T4] [T8] each value of a result lies within its hull, and its band too', () => {
  const result = whole(networkBy({ scenarios: 12, cascades: 30, seed: 3, days: 100, beginnings: 3 }), { trials: 150_000, seed: 2 })
  for (const { value, mcse, p05, p95, hull } of [...result.scenarios.map(it => it.probability), result.expectedLoss]) {
    assert.ok(hull[0] <= value && value <= hull[1])
    assert.ok(mcse > 0 && (p05 === null) === (p95 === null))
    if (p05 !== null && p95 !== null) assert.ok(hull[0] - 5 * mcse <= p05 && p05 < p95 && p95 <= hull[1] + 5 * mcse)
  }
  assert.ok(Math.abs(result.occurring.reduce((a, b) => a + b) - 1) < 1e-9)
  assert.equal(result.edges.length, 30)
  assert.ok(result.chains.length > 0 && result.cvar95)
  assert.ok(result.expectedLoss.p05 !== null)
  const blurred = result.scenarios.flatMap(({ probability }, i) => (probability.p05 === null ? [`scenarios[${i}].probability`] : []))
  assert.ok(blurred.length < 12)
  assert.deepEqual(
    result.findings.map(it => [it.code, it.path]),
    blurred.map(path => ['noise-too-high', path]),
  )
})

test('[T11] what the trials cannot carry is not said, but why; a network of nothing gives nothing', () => {
  const net = networkOf(good())
  assert.ok(!refused(net))
  const rare = whole(
    {
      ...net,
      scenarios: [
        { ...(net.scenarios[0] as Network['scenarios'][number]), probability: { low: 1e-5, best: 2e-5, high: 4e-5 } },
        { ...(net.scenarios[1] as Network['scenarios'][number]), probability: { low: 0, best: 0, high: 0 } },
      ],
      cascades: [{ ...(net.cascades[0] as Network['cascades'][number]), delayDays: { low: 1e4, high: 2e4 } }],
    },
    { trials: 2000, seed: 1 },
  )
  assert.equal(rare.cvar95, null)
  assert.deepEqual(
    rare.findings.map(it => it.code),
    ['zero-probability', 'outside-horizon', 'noise-too-high', 'noise-too-high', 'few-in-tail'].filter(
      code => code !== 'noise-too-high' || rare.expectedLoss.p05 === null || rare.scenarios[0]?.probability.p05 === null,
    ),
  )
  const empty = whole({ horizonYears: 5, scenarios: [], cascades: [] }, { trials: 10, seed: 1 })
  assert.deepEqual([empty.expectedLoss.value, empty.occurring, empty.findings.map(it => it.code)], [0, [1], ['no-scenarios']])
  const sure = whole(
    { ...net, scenarios: net.scenarios.map(it => ({ ...it, probability: { low: 1, best: 1, high: 1 } })), cascades: [] },
    { trials: 100, seed: 1 },
  )
  assert.deepEqual([sure.scenarios[0]?.probability.value, sure.scenarios[0]?.probability.p05], [1, 1])
  assert.ok(sure.findings.some(it => it.code === 'certain') && sure.findings.some(it => it.code === 'no-uncertainty'))
})
