import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import { canonical } from '../../kernel/canonical.ts'
import type { Day } from '../../kernel/day.ts'
import { type CodedPart, commitHash, genesis, inOrder, internalLeaf, leavesOf, partLeaf } from './chain.ts'

const part: CodedPart = {
  kind: 'commitment',
  id: '01890000-0000-7000-8000-000000000001',
  code: 'T-0042',
  label: 'public',
  since: '2024-12-06' as Day,
  seq: 7,
  shape: 2,
  body: '{"label":"public","title":"é \\"x\\""}',
  evidence: '[{"document":"d","quote":"q","segments":[[0,1]]}]',
}
const inner = { seq: 7, by: 'abc', onBehalfOf: null, command: 'commitment.move', reason: 'since', key: 'k', fingerprint: 'f' }
const sha = (...bytes: (number[] | string)[]) => {
  const hash = createHash('sha256')
  for (const some of bytes) hash.update(typeof some === 'string' ? Buffer.from(some, 'utf8') : Buffer.from(some))
  return hash.digest('hex')
}

test('[L45] a leaf is SHA-256 over a zero byte and the canonical JSON of what was recorded, body and evidence as the JSON they are', () => {
  const { kind, id, code, label, since, seq, shape } = part
  const whole = ['nl', seq, kind, id, code, label, since, shape, JSON.parse(part.body), JSON.parse(part.evidence)]
  assert.equal(partLeaf('nl', part), sha([0], canonical(whole)))
  assert.equal(internalLeaf('nl', inner), sha([0], '["nl",7,"abc",null,"commitment.move","since","k","f"]'))
})

test('[L45] a commit is SHA-256 over a one byte and its place, moment, the hash before it and its leaves', () => {
  const link = { workspace: 'nl', seq: 1, at: '2025-01-01T00:00:00.000Z', previousHash: genesis, leaves: ['aa', 'bb'] }
  assert.equal(commitHash(link), sha([1], `["nl",1,"2025-01-01T00:00:00.000Z","${'0'.repeat(64)}",["aa","bb"]]`))
  // Fixed for ever: what was written with this program must be proven with every later one.
  assert.equal(commitHash(link), '070bf4cb6114445c294e34dd1bcdcea14a94df7921a341480fce57e84a5d5834')
})

test('[L45] leaves stand in order of kind, id, since and label, whatever order they are given in; the internal one is last', () => {
  const parts = [
    part,
    { ...part, label: 'internal' as const },
    { ...part, since: '2023-01-01' as Day },
    { ...part, id: '01890000-0000-7000-8000-000000000000' },
    { ...part, kind: 'Zoo' },
  ]
  const expected = [4, 3, 2, 1, 0].map(i => partLeaf('nl', parts[i] as CodedPart))
  assert.deepEqual(leavesOf('nl', parts, inner), [...expected, internalLeaf('nl', inner)])
  fc.assert(
    fc.property(fc.shuffledSubarray(parts, { minLength: 5 }), some => {
      assert.deepEqual(
        some.toSorted(inOrder),
        [4, 3, 2, 1, 0].map(i => parts[i]),
      )
    }),
  )
})

const text = fc.string({ unit: 'grapheme', maxLength: 12 })
const json = fc.jsonValue().map(value => canonical(JSON.parse(JSON.stringify(value)) as unknown))
const anyPart: fc.Arbitrary<CodedPart> = fc.record({
  kind: text,
  id: text,
  code: text,
  label: fc.constantFrom('public' as const, 'internal' as const),
  since: text as fc.Arbitrary<Day>,
  seq: fc.nat(),
  shape: fc.nat(),
  body: json,
  evidence: json,
})

test('[L46] two parts that differ in anything have different leaves: nothing can move from one field into the next', () => {
  fc.assert(
    fc.property(text, anyPart, text, anyPart, (workspace, a, other, b) => {
      const same = canonical([workspace, { ...a }]) === canonical([other, { ...b }])
      assert.equal(partLeaf(workspace, a) === partLeaf(other, b), same)
    }),
  )
  fc.assert(
    fc.property(anyPart, anyPart, fc.constantFrom(...(Object.keys(part) as (keyof CodedPart)[])), (a, b, field) => {
      const changed = { ...a, [field]: b[field] }
      assert.equal(partLeaf('nl', a) === partLeaf('nl', changed), a[field] === b[field])
    }),
  )
})
