import assert from 'node:assert/strict'
import { test } from 'node:test'
import { changed } from './compare.ts'
import { wilson } from './print.ts'

test('the interval of a share is within 0 and 1, holds the share, and narrows with more', () => {
  for (const [right, of] of [
    [0, 5],
    [5, 5],
    [3, 7],
    [90, 100],
  ] as const) {
    const [low, high] = wilson(right, of)
    assert.ok(low >= 0 && high <= 1 && low <= right / of && right / of <= high, `${right}/${of}`)
  }
  assert.deepEqual(wilson(0, 0), [0, 1])
  const [a, b] = [wilson(9, 10), wilson(90, 100)]
  assert.ok(b[1] - b[0] < a[1] - a[0])
})

test('what a change won and lost is told sentence by sentence', () => {
  const kept = (missed: string[], extra: string[]) => ({ brief: { commitments: { missed, extra } } })
  const told = changed(kept(['10 a', '20 b'], ['30 c']), kept(['20 b', '40 d'], []))
  assert.match(told, /^since the last landed version: 2 won, 1 lost/)
  assert.match(told, /won {2}brief commitments: found 10 a/)
  assert.match(told, /won {2}brief commitments: gone {2}30 c/)
  assert.match(told, /lost brief commitments: missed 40 d/)
})
