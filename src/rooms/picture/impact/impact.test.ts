import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Given, idOf, snapshotOf } from '../../../../tests/support/given.ts'
import { but, checkOf } from '../../../../tests/support/picture/checked.ts'
import { examples } from '../examples.ts'
import { aggregateImpact, stepsOf } from './aggregate.ts'
import { impactOf } from './rated.ts'

/** X, A to E: each counts three times the one below. */
const steps = stepsOf([0, 1, 3, 9, 27, 81])
const near = (found: number, expected: number, share = 1e-9) =>
  assert.ok(Math.abs(found - expected) <= share * Math.abs(expected), `${found} is not ${expected}`)

test('[T47] classes are stretches that meet, from the geometric middle below to the one above', () => {
  assert.deepEqual(steps[0], { low: 0, value: 0, high: 0 })
  for (const [i, { low, value, high }] of steps.entries()) {
    if (i === 0) continue
    near(value, 3 ** (i - 5))
    near(low, value / Math.sqrt(3))
    near(high, value * Math.sqrt(3))
  }
  near(steps[3]?.high ?? 0, steps[4]?.low ?? 0)
  assert.deepEqual(stepsOf([5]), [{ low: 1, value: 1, high: 1 }])
})

test('[T47] the hull is exact: every criterion at its lowest, and at its highest', () => {
  const { hull, best } = aggregateImpact([
    { weight: 1, steps, from: 2, to: 4 },
    { weight: 3, steps, from: 0, to: 5 },
  ])
  const root = Math.sqrt(3)
  near(hull[0], (1 / 27 / root) * 0.25)
  near(hull[1], ((1 / 3) * root) / 4 + (root * 3) / 4)
  near(best, Math.sqrt((1 / 27) * (1 / 3)) / 4 + (0.5 * 3) / 4)
  // Weights are shares, whatever their unit.
  const twice = aggregateImpact([
    { weight: 2, steps, from: 2, to: 4 },
    { weight: 6, steps, from: 0, to: 5 },
  ])
  assert.deepEqual(twice.hull, hull)
})

test('[T47] the band lies in the hull, is that of the wider assumption, and comes out the same each time', () => {
  const many = Array.from({ length: 10 }, () => ({ weight: 1, steps, from: 1, to: 5 }))
  const { hull, band } = aggregateImpact(many)
  assert.equal(band.assuming, 'comonotone', 'ten draws together reach further than ten apart')
  assert.ok(hull[0] <= band.p05 && band.p05 < band.p95 && band.p95 <= hull[1])
  // All alike: as wide as one criterion by itself, whose 95th of a hundred lies three quarters up in class E.
  near(band.p95, (steps[5]?.low ?? 0) * 3 ** 0.75, 0.02)
  near(band.p05, (steps[1]?.low ?? 0) * 3 ** 0.25, 0.02)
  assert.deepEqual(aggregateImpact(many), aggregateImpact(many))
  const [point] = [aggregateImpact([{ weight: 1, steps: [{ low: 0, value: 0, high: 0 }], from: 0, to: 0 }])]
  assert.deepEqual([point.hull, point.best, point.band.p05, point.band.p95], [[0, 0], 0, 0, 0])
})

test('[T47] what does not count, or is upside down, is no number', () => {
  assert.throws(() => aggregateImpact([]), /counts/)
  assert.throws(() => aggregateImpact([{ weight: 0, steps, from: 1, to: 2 }]), /counts/)
  assert.throws(() => aggregateImpact([{ weight: 1, steps, from: 3, to: 2 }]), /upside down/)
})

const lower: Given = {
  kind: 'scale-class',
  code: 'I-C',
  body: { scale: '@SC-2', letter: 'C', order: 3, name: { nl: 'ernstig', en: null } },
}
const valued = (records: readonly Given[], values: Readonly<Record<string, number | null>> = { 'I-C': 9, 'I-D': 27 }) =>
  Object.entries(values).reduce<readonly Given[]>((all, [code, value]) => but(all, code, { value }), [...records, lower])

test('[T46] a value stands with impact only, needs a source and grows from class to class', () => {
  const check = (code: string, values: Readonly<Record<string, number>>, bare = false) =>
    checkOf(valued(examples.scored, values), code, bare)
  assert.equal(check('I-D', { 'I-C': 9, 'I-D': 27 }), undefined)
  assert.equal(check('I-D', { 'I-C': 9, 'I-D': 27 }, true), 'scale-class.value-source')
  assert.equal(check('I-D', { 'I-C': 27, 'I-D': 27 }), 'scale-class.value-order')
  assert.equal(check('I-C', { 'I-C': 30, 'I-D': 27 }), 'scale-class.value-order')
  assert.equal(check('L-D', { 'L-D': 27 }), 'scale-class.value')
})

test('[T46] [T47] a rating gives a number only where every class has a value and every criterion a weight and a score', () => {
  const found = (records: readonly Given[]) => {
    const snapshot = snapshotOf(records, '2026-01-01')
    const rating = snapshot.get('rating', idOf('B-1'))
    assert.ok(rating)
    const impact = impactOf(snapshot, rating)
    return 'why' in impact ? impact.why.nl : impact
  }
  const whole = found(valued(examples.classed))
  const scored = found(valued(examples.scored))
  assert.ok(typeof whole !== 'string' && typeof scored !== 'string')
  near(whole.best, 1)
  near(whole.hull[0], 1 / Math.sqrt(3))
  assert.deepEqual(scored, whole, 'one criterion with all the weight')
  assert.equal(found(valued(examples.classed, { 'I-C': null, 'I-D': 27 })), 'geen bron geeft de waarde van elke klasse van impact')
  assert.equal(found(examples.classed), 'geen bron geeft de waarde van elke klasse van impact')
  assert.match(String(found(but(valued(examples.scored), 'IC-2.1', { weight: null }))), /gewicht van criterium 2\.1/)
  const other: Given = {
    kind: 'impact-criterion',
    code: 'IC-3.1',
    body: { interest: '@BL-2', number: '3.1', name: { nl: 'Kosten', en: null }, weight: 2 },
  }
  assert.match(String(found([...valued(examples.scored), other])), /geen score op criterium 3\.1/)
  assert.ok(typeof found([...valued(examples.scored), { ...other, body: { ...other.body, weight: 0 } }]) !== 'string')
  const bare = but(valued(examples.classed), 'B-1', { impactFrom: null, impactTo: null })
  assert.match(String(found(bare)), /geen klasse van impact/)
})
