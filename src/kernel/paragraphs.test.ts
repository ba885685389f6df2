import assert from 'node:assert/strict'
import { test } from 'node:test'
import { paragraphAt, paragraphs } from './paragraphs.ts'

test('paragraphs are runs of lines without an empty line between', () => {
  const text = ' Een\nregel \n  \nTwee\n\n\nDrie'
  assert.deepEqual(
    paragraphs(text).map(({ start, end }) => text.slice(start, end).trim()),
    ['Een\nregel', 'Twee', 'Drie'],
  )
  assert.equal(paragraphAt(paragraphs(text), text.indexOf('Twee')), 2)
})
