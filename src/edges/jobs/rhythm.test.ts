import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { cronOf } from '../../rooms/sources/feeds/rhythm.ts'
import { nextRun } from './rhythm.ts'

const feed = (n: number) => `019364f0-0000-7000-8000-${n.toString(16).padStart(12, '0')}`
const zones = ['Europe/Amsterdam', 'America/Curacao', 'Asia/Kathmandu', 'UTC'] as const

test('[J1] every feed has its own minute, and is due at that minute by the clock of the zone', () => {
  assert.deepEqual([cronOf('hour', feed(7)), cronOf('day', feed(67)), cronOf('week', feed(0))], ['7 * * * *', '7 4 * * *', '0 5 * * 1'])
  assert.equal(nextRun('day', feed(7), 'Europe/Amsterdam', '2026-01-10T12:00:00.000Z'), '2026-01-11T03:07:00.000Z')
  assert.equal(nextRun('day', feed(7), 'Europe/Amsterdam', '2026-07-10T12:00:00.000Z'), '2026-07-11T02:07:00.000Z')
  assert.equal(nextRun('hour', feed(7), 'Europe/Amsterdam', '2026-01-10T12:07:00.000Z'), '2026-01-10T13:07:00.000Z')
  assert.equal(nextRun('week', feed(7), 'America/Curacao', '2026-11-24T12:00:00.000Z'), '2026-11-30T09:07:00.000Z')
  // Also in the nights in which the clock is changed.
  assert.equal(nextRun('day', feed(30), 'Europe/Amsterdam', '2026-03-28T23:00:00.000Z'), '2026-03-29T02:30:00.000Z')
  assert.equal(nextRun('day', feed(30), 'Europe/Amsterdam', '2026-10-24T23:00:00.000Z'), '2026-10-25T03:30:00.000Z')
  assert.equal(nextRun('hour', feed(50), 'Asia/Kathmandu', '2026-01-10T12:00:00.000Z'), '2026-01-10T12:05:00.000Z')
})

test('[J1] the next moment lies ahead, and no further than the rhythm says', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('hour', 'day', 'week' as const),
      fc.nat(0xffffff),
      fc.constantFrom(...zones),
      fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2028, 0, 1) }),
      (rhythm, n, zone, at) => {
        const gap = Date.parse(nextRun(rhythm as 'hour', feed(n), zone, new Date(at).toISOString())) - at
        // A day of 25 hours is a day too.
        const hours = { hour: 1, day: 25, week: 7 * 24 + 1 }[rhythm as 'hour']
        return gap > 0 && gap <= hours * 3_600_000
      },
    ),
    { numRuns: 60 },
  )
})
