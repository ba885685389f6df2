import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { type Given, given, idOf, snapshotOf } from '../../../../tests/support/given.ts'
import { but } from '../../../../tests/support/picture/checked.ts'
import { refused } from '../../../kernel/refusal.ts'
import { examples } from '../examples.ts'
import { fileOf, networkOf } from '../simulation/file.ts'
import { recorded } from '../simulation/recorded.ts'
import { numbersOf } from './numbers.ts'
import { simulationsView } from './simulations.view.ts'

const { playable } = examples
function networkFrom(records: readonly Given[]) {
  const snapshot = snapshotOf(records, '2026-01-01')
  const assessment = snapshot.get('assessment', idOf('RA-1'))
  assert.ok(assessment)
  return recorded(snapshot, assessment)
}
const whyOf = (records: readonly Given[], code: string) => networkFrom(records).notes.find(it => it.code === code)

test('[T48] the network of an assessment is what it rates in verified classes, and what a source gives between', () => {
  const { network, notes } = networkFrom(playable)
  assert.equal(network.horizonYears, 5)
  assert.deepEqual(
    network.scenarios.map(({ code, theme, probability: { low, high }, durationDays }) => [code, theme, low, high, durationDays]),
    [
      ['S-1', 'DT-1', 0.005, 0.5, 0],
      ['S-2', 'DT-1', 0.05, 0.5, 10],
    ],
  )
  assert.deepEqual(network.cascades, [
    { from: 0, to: 1, probability: { low: 0.1, best: 0.2, high: 0.4 }, delayDays: { low: 0, high: 3 }, worsens: 1.5 },
  ])
  assert.deepEqual(
    notes.map(({ code, counts }) => [code, counts]),
    [['S-1', true]],
    'that the first lasts a moment is an assumption, and said',
  )
  assert.ok(network.scenarios.every(({ impact }) => impact.low <= impact.best && impact.best <= impact.high && impact.high > 0))
})

test('[T48] what has no number does not count, and why is said', () => {
  const rows: [name: string, records: readonly Given[], code: string, why: RegExp][] = [
    ['not rated', playable.filter(it => it.code !== 'B-4'), 'S-2', /RA 2022 beoordeelt het niet/],
    ['its cascade with it', playable.filter(it => it.code !== 'B-4'), 'DW-1', /zonder getallen: S-2/],
    [
      'a stated change',
      but(playable, 'B-4', { likelihoodFrom: null, likelihoodTo: null, impactFrom: null, impactTo: null, change: 'up', words: 'hoger' }),
      'S-2',
      /zonder klasse/,
    ],
    ['no likelihood', but(playable, 'B-4', { likelihoodFrom: null, likelihoodTo: null }), 'S-2', /geen klasse van waarschijnlijkheid/],
    ['no impact', but(playable, 'B-4', { impactFrom: null, impactTo: null }), 'S-2', /geen klasse van impact/],
    ['a class without bounds', but(playable, 'L-B', { bounds: null, atLeast: null, below: null }), 'S-1', /niet geverifieerd/],
    ['no time', but(playable, 'SC-1', { years: null }), 'S-1', /niet geverifieerd/],
    ['no value', but(playable, 'I-D', { value: null }), 'S-1', /waarde van elke klasse/],
    ['no probability', but(playable, 'DW-1', { probability: null }), 'DW-1', /geeft geen kans/],
  ]
  for (const [name, records, code, why] of rows) {
    const note = whyOf(records, code)
    assert.equal(note?.counts, false, name)
    assert.match(note.why.nl, why, name)
  }
  const classes = networkFrom(but(playable, 'DW-1', { probability: null, probabilityFrom: '@L-B', probabilityTo: '@L-C' }))
  const { low, high } = classes.network.cascades[0]?.probability ?? { low: 0, high: 0 }
  assert.deepEqual([low, high], [0.0005, 0.05])
  assert.match(whyOf(but(playable, 'DW-1', { delayFrom: null, delayTo: null }), 'DW-1')?.why.nl ?? '', /meteen/)
})

test('[T51] a network goes to a file and back without loss', () => {
  const { network } = networkFrom(playable)
  assert.deepEqual(networkOf(JSON.parse(JSON.stringify(fileOf(network)))), network)
})

const asked = { assessment: '@RA-1', trials: 20_000, seed: 7 }

test('[T49] a simulation takes the network of that moment; without numbers it is refused with every reason', () => {
  given(...playable)
    .on('2026-01-01')
    .when('simulation.ask', asked)
    .then(([change]) => {
      const { network, state, result, scenarios, cascades, on, label } = change?.to as Record<string, unknown>
      assert.deepEqual([state, result, scenarios, cascades, on, label], ['waiting', null, 2, 1, '2026-01-01', 'internal'])
      const text = JSON.stringify(fileOf(networkFrom(playable).network))
      assert.equal(network, createHash('sha256').update(text).digest('hex'))
      const twin: Given = { kind: 'simulation', code: 'SM-1', body: { ...asked, ...(change?.to as object), label: 'internal' } }
      given(...playable, twin)
        .on('2026-01-01')
        .when('simulation.ask', asked)
        .thenRefused('simulation.there')
      given(...playable, twin)
        .on('2026-01-01')
        .when('simulation.ask', { ...asked, seed: 8 })
        .then(changes => assert.equal(changes.length, 1))
    })
  const nothing = numbersOf(snapshotOf(examples.classed, '2026-01-01'), idOf('RA-1'))
  assert.ok(refused(nothing))
  assert.equal(nothing.code, 'simulation.no-numbers')
  assert.deepEqual(
    nothing.also?.map(({ code, found }) => [code, found]),
    [['simulation.without', 'S-1']],
  )
  assert.match(nothing.also?.[0]?.do.nl ?? '', /^S-1: de klassen van waarschijnlijkheid zijn niet geverifieerd/)
})

const waits = (body: Readonly<Record<string, unknown>> = {}): Given => ({
  kind: 'simulation',
  code: 'SM-1',
  body: { ...asked, on: '2026-01-01', scenarios: 2, cascades: 1, network: 'abc', notes: [], state: 'waiting', ...body },
})

test('[T50] what the machine computed is kept by its hash; nothing computed is refused', () => {
  const result = { schema: 'koersvast/simulation/1' }
  given(...playable, waits())
    .on('2026-01-01')
    .when('simulation.compute', { of: '@SM-1' }, { found: { result } })
    .then(([change]) => {
      const to = change?.to as Record<string, unknown>
      assert.deepEqual([to.state, to.result], ['done', createHash('sha256').update(JSON.stringify(result)).digest('hex')])
    })
  given(...playable, waits())
    .on('2026-01-01')
    .when('simulation.compute', { of: '@SM-1' })
    .thenRefused('simulation.over')
})

test('[T52] what was stopped has no result, and is not stopped or computed again', () => {
  given(...playable, waits())
    .on('2026-01-01')
    .when('simulation.stop', { of: '@SM-1' })
    .then(([change]) =>
      assert.deepEqual([(change?.to as { state: string }).state, (change?.to as { result: unknown }).result], ['stopped', null]),
    )
  for (const state of ['stopped', 'done'])
    for (const command of ['simulation.stop', 'simulation.compute'])
      given(...playable, waits({ state, result: state === 'done' ? 'abc' : null }))
        .on('2026-01-01')
        .when(command, { of: '@SM-1' }, { found: { result: {} } })
        .thenRefused('simulation.over')
  const rows = [
    ...simulationsView.see(snapshotOf([...playable, waits()], '2026-01-01'), { assessment: null }, { progress: { [idOf('SM-1')]: '45' } }),
  ]
  assert.deepEqual(
    rows.map(it => it.row()).map(({ code, state, progress }) => [code, state, progress]),
    [['SM-1', 'waiting', 45]],
  )
})
