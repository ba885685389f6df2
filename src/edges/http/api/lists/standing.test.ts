import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { line } from '../../../../fields/text.ts'
import { w } from '../../../../kernel/words.ts'
import type { LedgerSnapshot } from '../../../../ledger/snapshot.ts'
import { type AnyView, view } from '../../../../rooms/room.ts'
import { before, standing, upTo } from './standing.ts'

type Item = readonly [key: string, code: string]

/** A list of some items, which tells how often it was gone through. */
function listOf(items: readonly Item[], needs = false) {
  const seen = { times: 0 }
  const it = view({
    name: 'items',
    words: w('Dingen', 'Items'),
    means: w('Dingen.', 'Items.'),
    input: {},
    row: { code: line(w('Code', 'Code')), first: line(w('Begin', 'Start')) },
    open: true,
    facets: ['first'],
    ...(needs && { needs: () => ({}) }),
    *see() {
      seen.times++
      for (const [key, code] of items) yield { key, code, of: {}, row: () => ({ code, first: code.slice(0, 1) }) }
    },
  }) as unknown as AnyView
  return { it, seen }
}
const snapshot = () => ({}) as LedgerSnapshot

const places = fc.array(fc.tuple(fc.constantFrom('', 'a', 'b'), fc.stringMatching(/^[a-c]{1,3}$/)), { maxLength: 40 })

test('[H8] a slice begins right after its place, whatever is in the list', () => {
  fc.assert(
    fc.property(places, fc.tuple(fc.constantFrom('', 'a', 'b', 'c'), fc.stringMatching(/^[a-c]{0,3}$/)), (items, place) => {
      const { rows } = standing(snapshot(), listOf(items).it, {}, {}, {})
      const rest = rows.slice(upTo(rows, place)).map(row => [row.key, row.code])
      const expected = items.filter(item => before(place, item)).sort((a, b) => (before(a, b) ? -1 : before(b, a) ? 1 : 0))
      assert.deepEqual(rest, expected)
    }),
  )
})

test('[H8] a list is worked out once for a snapshot, and anew for another one', () => {
  const { it, seen } = listOf([
    ['', 'b1'],
    ['', 'a1'],
    ['', 'a2'],
  ])
  const one = snapshot()
  const whole = standing(one, it, {}, {}, {})
  assert.equal(standing(one, it, {}, {}, {}), whole)
  const narrow = standing(one, it, {}, { first: 'a' }, {})
  assert.deepEqual(
    narrow.rows.map(row => row.code),
    ['a1', 'a2'],
  )
  // Counts stay those of the whole list, so that another value can be chosen.
  assert.deepEqual(narrow.facets, { first: { a: 2, b: 1 } })
  assert.equal(seen.times, 1)
  standing(snapshot(), it, {}, {}, {})
  assert.equal(seen.times, 2)
})

test('[H8] a view that asks for more than the snapshot is gone through each time', () => {
  const { it, seen } = listOf([['', 'a1']], true)
  const one = snapshot()
  standing(one, it, {}, {}, {})
  standing(one, it, {}, {}, {})
  assert.equal(seen.times, 2)
})

test('[H8] addresses may ask for any number of lists; few of them are kept', () => {
  const { it, seen } = listOf([['', 'a1']])
  const one = snapshot()
  const first = standing(one, it, { by: 0 }, {}, {})
  for (let by = 1; by <= 30; by++) standing(one, it, { by }, {}, {})
  assert.notEqual(standing(one, it, { by: 0 }, {}, {}), first)
  assert.equal(seen.times, 32)
})
