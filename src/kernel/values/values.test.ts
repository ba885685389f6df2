import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { day } from '../day.ts'
import { sayDay, sayDays, sayNumber } from '../say.ts'
import { type Cents, cents, euros } from './money.ts'
import { disordered } from './range.ts'
import { place, upsideDown } from './window.ts'

test('euros are read and written to the cent', () => {
  assert.equal(cents('1250'), 125_000)
  assert.equal(cents('1250,5'), 125_050)
  assert.equal(cents('-0.05'), -5)
  for (const bad of ['1.250,50', '12,345', 'tien', '', '1e3']) assert.equal(cents(bad), null, bad)
  fc.assert(fc.property(fc.integer({ min: -1e14, max: 1e14 }), n => cents(euros(n as Cents)) === n || Object.is(n, -0)))
})

test('a window has a before, an inside and an after; an open end never passes', () => {
  const medio = { from: day('2025-06-01'), to: day('2025-08-31') }
  assert.equal(place(medio, day('2025-05-31')), 'before')
  assert.equal(place(medio, day('2025-06-01')), 'inside')
  assert.equal(place(medio, day('2025-08-31')), 'inside')
  assert.equal(place(medio, day('2025-09-01')), 'after')
  assert.equal(place({ from: null, to: null }, day('2099-01-01')), 'inside')
  assert.ok(upsideDown({ from: day('2025-08-31'), to: day('2025-06-01') }))
})

test('a range runs from low over best to high', () => {
  assert.ok(!disordered({ low: 2, best: 5, high: 8 }))
  assert.ok(disordered({ low: 8, best: 5, high: 9 }))
})

test('days and numbers are said as each language says them', () => {
  assert.equal(sayDay(day('2024-12-06'), 'nl'), '6 december 2024')
  assert.equal(sayDay(day('2024-12-06'), 'en'), '6 December 2024')
  assert.equal(sayNumber(1_204_331, 'nl'), '1.204.331')
  assert.equal(sayNumber(-1204.5, 'en'), '-1,204.5')
  assert.equal(sayDays(1, 'nl'), '1 dag')
  assert.equal(sayDays(41, 'en'), '41 days')
})
