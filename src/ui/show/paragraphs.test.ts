import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { cut } from './paragraphs.ts'

test('whatever the marks, the pieces of a paragraph are the paragraph', () => {
  const mark = fc.record({ start: fc.nat(60), end: fc.nat(60) })
  fc.assert(
    fc.property(fc.nat(30), fc.nat(30), fc.array(mark), (start, length, marks) => {
      const whole = { start, end: start + length }
      const pieces = cut(
        whole,
        marks.map((each, i) => ({ ...each, id: String(i), href: '#', name: '', chosen: false })),
      )
      let at = whole.start
      for (const piece of pieces) {
        assert.equal(piece.start, at)
        assert.ok(piece.end > piece.start)
        at = piece.end
      }
      assert.equal(at, length === 0 ? whole.start : whole.end)
    }),
  )
})
