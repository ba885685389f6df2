import assert from 'node:assert/strict'
import { test } from 'node:test'
import { given, snapshotOf } from '../../../../tests/support/given.ts'
import { but, checkOf, paper, source } from '../../../../tests/support/picture/checked.ts'
import { examples } from '../examples.ts'
import { cascadesView } from './cascades.view.ts'
import { influencesView } from './influences.view.ts'

const { linked, bearing } = examples
const cascade = (body: Readonly<Record<string, unknown>>) => checkOf(but(linked, 'DW-1', body), 'DW-1')
const influence = (body: Readonly<Record<string, unknown>>) => checkOf(but(bearing, 'IV-1', body), 'IV-1')

test('[T43] a cascade joins two different scenarios that are there, and rests on a source', () => {
  assert.equal(cascade({}), undefined)
  assert.equal(cascade({ to: '@S-1' }), 'cascade.itself')
  assert.equal(cascade({ to: '@S-9' }), 'cascade.end')
  assert.equal(cascade({ from: '@DT-1' }), 'cascade.end', 'a theme is no scenario')
  assert.equal(checkOf(linked, 'DW-1', true), 'cascade.evidence')
  const input = { from: '@S-2', to: '@S-1', words: 'ook andersom' }
  given(...linked, paper)
    .on('2025-01-01')
    .when('cascade.add', { ...input, document: '@D-1' })
    .then(([change]) => {
      assert.deepEqual(change?.evidence, source)
      assert.equal((change?.to as { probability: unknown }).probability, null)
    })
  given(...linked, paper)
    .on('2025-01-01')
    .when('cascade.add', input)
    .thenRefused('picture.source')
  given(...linked, paper)
    .on('2025-01-01')
    .when('record.end', { thing: '@DW-1' })
    .then(([change]) => assert.equal(change?.to, undefined))
})

test('[T44] a probability is given in numbers from 0 to 1 or in classes, a delay by two ends', () => {
  const rows: [Readonly<Record<string, unknown>>, string | undefined][] = [
    [{ probability: null }, undefined],
    [{ probability: { low: 0, best: 0.5, high: 1 } }, undefined],
    [{ probability: { low: 0.1, best: 0.5, high: 20 } }, 'cascade.probability'],
    [{ probability: { low: -0.1, best: 0.5, high: 1 } }, 'cascade.probability'],
    [{ probabilityFrom: '@L-B', probabilityTo: '@L-C' }, 'cascade.both'],
    [{ probability: null, probabilityFrom: '@L-B', probabilityTo: '@L-C' }, undefined],
    [{ probability: null, probabilityFrom: '@L-B' }, 'cascade.half'],
    [{ probability: null, probabilityFrom: '@L-C', probabilityTo: '@L-B' }, 'cascade.reversed'],
    [{ probability: null, probabilityFrom: '@I-D', probabilityTo: '@I-D' }, 'cascade.scale'],
    [{ probability: null, probabilityFrom: '@L-B', probabilityTo: '@I-D' }, 'cascade.scale'],
    [{ delayFrom: null, delayTo: null }, undefined],
    [{ delayFrom: null }, 'cascade.delay'],
    [{ delayFrom: 9 }, 'cascade.delay'],
  ]
  for (const [body, expected] of rows) assert.equal(cascade(body), expected, JSON.stringify(body))
  const said = { from: '@S-2', to: '@S-1', document: '@D-1' }
  for (const [field, value, code] of [
    ['worsens', 0.5, 'field.number'],
    ['probability', { low: 0.4, best: 0.2, high: 0.1 }, 'field.range'],
    ['delayFrom', 1.5, 'field.number'],
  ] as const)
    given(...linked, paper)
      .on('2025-01-01')
      .when('cascade.add', { ...said, [field]: value })
      .thenRefused(code)
})

test('[T45] an influence raises or lowers, in words or in a factor that goes the same way, with a source', () => {
  assert.equal(influence({}), undefined)
  assert.equal(influence({ words: null }), 'influence.nothing')
  assert.equal(influence({ words: null, factor: { low: 1.2, best: 1.5, high: 2 } }), undefined)
  assert.equal(influence({ factor: { low: 0.5, best: 1.5, high: 2 } }), 'influence.factor')
  assert.equal(influence({ effect: 'lowers', factor: { low: 0.2, best: 0.5, high: 1 } }), undefined)
  assert.equal(influence({ effect: 'lowers', factor: { low: -0.2, best: 0.5, high: 1 } }), 'influence.factor')
  assert.equal(influence({ to: '@TR-1' }), 'influence.itself')
  assert.equal(influence({ to: '@RA-1' }), 'influence.end')
  assert.equal(influence({ from: '@S-9' }), 'influence.end')
  assert.equal(checkOf(bearing, 'IV-1', true), 'influence.evidence')
  given(...bearing, paper)
    .on('2025-01-01')
    .when('influence.add', { from: '@TR-1', effect: 'lowers', to: '@S-1', words: 'minder', document: '@D-1' })
    .then(([change]) => assert.deepEqual(change?.evidence, source))
  given(...bearing, paper)
    .on('2025-01-01')
    .when('influence.change', { of: '@IV-1', from: '@TR-1', effect: 'lowers', to: '@S-1', words: 'minder', label: 'public' })
    .then(([change]) => assert.equal((change?.to as { effect: string }).effect, 'lowers'))
})

test('[T43] [T45] lists name both ends, and can be held to one of them', () => {
  const rows = (view: typeof cascadesView | typeof influencesView, records: typeof linked | typeof bearing, input: object = {}) =>
    [...view.see(snapshotOf(records, '2026-01-01') as never, input as never, {} as never)].map(it => it.row() as Record<string, unknown>)
  const [cascade] = rows(cascadesView, linked)
  assert.deepEqual([cascade?.from, cascade?.to, cascade?.classes, cascade?.worsens], ['S-1', 'S-2', null, 1.5])
  assert.equal(rows(cascadesView, linked, { scenario: 'nobody' }).length, 0)
  const [influence] = rows(influencesView, bearing)
  assert.deepEqual([influence?.from, influence?.effect, influence?.to], ['TR-1', 'raises', 'S-1'])
  assert.equal(rows(influencesView, bearing, { about: 'nobody' }).length, 0)
})
