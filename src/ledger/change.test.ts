import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { day } from '../kernel/day.ts'
import type { Thing } from '../model/snapshot.ts'
import { apply, type Change, diff, reverse, type State, squash } from './change.ts'

// Random states of a small word; what matters here is the algebra, not the vocabulary.
const since = day('2025-01-01')
const body = fc.record({ a: fc.integer({ min: 0, max: 3 }), b: fc.option(fc.constantFrom('x', 'y')) }, { noNullPrototype: true })
const state: fc.Arbitrary<State> = fc
  .dictionary(fc.constantFrom('1', '2', '3', '4'), body)
  .map(
    all =>
      new Map(
        Object.entries(all).map(([id, it]) => [
          id,
          { kind: 'goal', id, code: `HD-${id}`, since, seq: 0, body: it, evidence: [] } as unknown as Thing,
        ]),
      ),
  )
const bodies = (s: State) => Object.fromEntries([...s].sort().map(([id, it]) => [id, it.body]))
const laid = (s: State, changes: readonly Change[]): State => {
  const out = apply(s, changes)
  assert.ok(!('stale' in out))
  return out
}

test('[L5] applying the difference gives the other state', () => {
  fc.assert(fc.property(state, state, (a, b) => assert.deepEqual(bodies(laid(a, diff(a, b))), bodies(b))))
})

test('[L5] no difference, no change', () => {
  fc.assert(fc.property(state, a => assert.deepEqual(diff(a, new Map(a)), [])))
})

test('[L5] what is reversed is as it was', () => {
  fc.assert(fc.property(state, state, (a, b) => assert.deepEqual(bodies(laid(laid(a, diff(a, b)), reverse(diff(a, b)))), bodies(a))))
})

test('[L5] squashing several changes does the same in at most one change a thing', () => {
  fc.assert(
    fc.property(state, state, state, (a, b, c) => {
      const all = [...diff(a, b), ...diff(b, c)]
      const short = squash(all)
      assert.deepEqual(bodies(laid(a, short)), bodies(c))
      assert.equal(new Set(short.map(it => it.id)).size, short.length)
    }),
  )
})

test('[L5] going there and back squashes to nothing', () => {
  fc.assert(
    fc.property(state, state, (a, b) =>
      assert.deepEqual(
        squash([...diff(a, b), ...reverse(diff(a, b))]).map(({ evidence: _, ...c }) => c),
        [],
      ),
    ),
  )
})

test('[L5] a change from what does not hold is handed back, and nothing is half done', () => {
  const a: State = new Map()
  const change = { kind: 'goal', id: '1', since, from: { a: 1 }, to: { a: 2 } } as unknown as Change
  assert.deepEqual(apply(a, [change]), { stale: change })
  assert.equal(a.size, 0)
})
