import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDays, addMonths, day, dayNumber, daysBetween, fromDayNumber, isDay, makeDay, weekday } from './day.ts'

const days = fc.integer({ min: -350_000, max: 2_500_000 }).map(fromDayNumber)

test('a day is one that exists', () => {
  for (const good of ['2024-12-06', '2024-02-29', '2000-02-29', '1000-01-01', '9999-12-31']) assert.ok(isDay(good), good)
  for (const bad of [
    '2023-02-29',
    '1900-02-29',
    '2024-13-01',
    '2024-00-10',
    '2024-04-31',
    '0999-01-01',
    '2024-1-1',
    '06-12-2024',
    '',
    null,
    20241206,
  ])
    assert.ok(!isDay(bad), String(bad))
  assert.throws(() => day('2023-02-29'), RangeError)
})

test('known days have their number and weekday', () => {
  assert.equal(dayNumber(day('1970-01-01')), 0)
  assert.equal(dayNumber(day('2000-03-01')), 11_017)
  assert.equal(weekday(day('2024-12-06')), 5)
  assert.equal(weekday(day('1970-01-01')), 4)
})

test('numbers and days are one another’s way back, and order is the order of the texts', () => {
  fc.assert(fc.property(days, a => fromDayNumber(dayNumber(a)) === a))
  fc.assert(fc.property(days, days, (a, b) => a < b === dayNumber(a) < dayNumber(b)))
})

test('adding days and counting them agree', () => {
  fc.assert(fc.property(days, fc.integer({ min: -4000, max: 4000 }), (a, n) => daysBetween(a, addDays(a, n)) === n))
})

test('a month later is the same date, or the last of a shorter month', () => {
  assert.equal(addMonths(day('2024-01-31'), 1), '2024-02-29')
  assert.equal(addMonths(day('2024-12-06'), 3), '2025-03-06')
  assert.equal(addMonths(day('2024-03-31'), -1), '2024-02-29')
  assert.equal(addMonths(day('2024-01-15'), -13), '2022-12-15')
  assert.equal(makeDay(2024, 2, 29), '2024-02-29')
})
