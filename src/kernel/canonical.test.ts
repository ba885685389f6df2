import assert from 'node:assert/strict'
import { test } from 'node:test'
import oracle from 'canonicalize'
import fc from 'fast-check'
import { canonical, same } from './canonical.ts'

const json = fc.jsonValue({ noUnicodeString: false } as never)

test('canonical JSON is that of RFC 8785, as an independent implementation writes it', () => {
  const write = oracle as unknown as (value: unknown) => string
  fc.assert(fc.property(json, value => canonical(value) === write(value)))
  assert.equal(canonical({ b: 1, a: [true, null, 'é'], '': 1e21 }), '{"":1e+21,"a":[true,null,"é"],"b":1}')
})

test('what JSON cannot carry faithfully is refused', () => {
  for (const bad of [undefined, Number.NaN, Number.POSITIVE_INFINITY, '\ud800', { a: undefined }, () => 1, 10n])
    assert.throws(() => canonical(bad), TypeError)
})

test('same means equal canonical JSON', () => {
  fc.assert(fc.property(json, json, (a, b) => same(a, b) === (canonical(a) === canonical(b))))
  assert.ok(same({ a: 1, b: 2 }, { b: 2, a: 1 }))
  assert.ok(!same([1], { 0: 1 }))
})
