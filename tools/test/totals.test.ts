import assert from 'node:assert/strict'
import { test } from 'node:test'
import { line, sum, totalsIn } from './totals.ts'

test('the closing line is written and read back', () => {
  for (const totals of [
    { passed: 3, failed: 0, skipped: 0 },
    { passed: 0, failed: 12, skipped: 4 },
  ])
    assert.deepEqual(totalsIn(`noise\n${line(totals)}\n`), totals)
  assert.equal(line({ passed: 1, failed: 0, skipped: 0 }), '1 passed, 0 failed')
})

test('a run without its closing line has no totals', () => {
  for (const output of ['', '3 passed, 0 failed\nthen it crashed', '3 passed', 'Tests: 3 passed, 0 failed in 2 s'])
    assert.equal(totalsIn(output), undefined)
})

test('totals add up', () => {
  assert.deepEqual(
    sum([
      { passed: 1, failed: 2, skipped: 3 },
      { passed: 10, failed: 20, skipped: 30 },
    ]),
    { passed: 11, failed: 22, skipped: 33 },
  )
})
