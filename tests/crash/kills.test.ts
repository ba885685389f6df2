import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Tally, tooLittle } from './kills.ts'

const tally = (more: Partial<Tally> = {}): Tally => ({
  seconds: 60,
  kills: 50,
  backends: 0,
  inFlight: 50,
  between: 20,
  committing: 10,
  acknowledged: 200,
  again: 0,
  already: 0,
  verified: 51,
  lost: 0,
  halves: 0,
  twice: 0,
  findings: [],
  ...more,
})

test('[L55] a run of kills in which little was at stake does not pass', () => {
  assert.deepEqual(tooLittle(tally()), [])
  const rows: readonly (readonly [Partial<Tally>, RegExp])[] = [
    [{ acknowledged: 99 }, /99 writes acknowledged, at least 100/],
    [{ inFlight: 24 }, /24 kills found a write in flight/],
    [{ between: 8, committing: 4 }, /12 kills fell between begin and the end of commit, at least 13/],
    [{ verified: 49 }, /verified 49 times/],
  ]
  for (const [more, words] of rows) {
    const [line = '', ...others] = tooLittle(tally(more))
    assert.match(line, words)
    assert.deepEqual(others, [])
  }
})
