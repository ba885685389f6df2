import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { snapshotOf } from '../../../tests/support/given.ts'
import { kinds } from '../../../tests/support/ledgers.ts'
import { search } from './search.ts'
import { stemOf } from './stem.ts'

test('[D8] a word of a name is found by another form of it, in Dutch and English', () => {
  const same: readonly (readonly string[])[] = [
    ['dreiging', 'dreigingen'],
    ['maatregel', 'maatregelen'],
    ['belofte', 'beloften', 'beloftes'],
    ['brief', 'brieven'],
    ['naam', 'namen'],
    ['huis', 'huizen'],
    ['wapen', 'wapens'],
    ['sanctie', 'sancties'],
    ['threat', 'threats'],
    ['study', 'studies'],
    ['risk', 'risks'],
  ]
  for (const [one = '', ...others] of same) for (const other of others) assert.equal(stemOf(other), stemOf(one), `${one} ${other}`)
  for (const [one, other] of [
    ['dreiging', 'dreigend'],
    ['wet', 'water'],
    ['t-0001', 't-0002'],
    ['zee', 'zes'],
  ] as const)
    assert.notEqual(stemOf(one), stemOf(other), `${one} ${other}`)
  fc.assert(fc.property(fc.string(), text => assert.ok(stemOf(text).length <= text.length)))
})

test('[D8] names answer to without and to one of two; the very word comes before another form of it', () => {
  const world = ['De dreiging', 'Alle dreigingen', 'Blauwe brief', 'Rode brief'].map((nl, i) => ({
    kind: 'organisation' as const,
    code: `X-${i}`,
    body: { name: { nl, en: null } },
  }))
  const codes = (query: string) => search(kinds, snapshotOf(world), query).flatMap(group => group.hits.map(hit => hit.code))
  assert.deepEqual(codes('dreigingen'), ['X-1', 'X-0'])
  assert.deepEqual(codes('brief -rode'), ['X-2'])
  assert.deepEqual(codes('brief -"rode"'), ['X-2'])
  assert.deepEqual(codes('rode OF blauwe'), ['X-2', 'X-3'])
  assert.deepEqual(codes('"rode brief"'), ['X-3'])
  assert.deepEqual(codes('-rode'), [])
})
