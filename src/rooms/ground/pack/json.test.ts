import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { isFault, readJson } from './json.ts'

const builtIn = (text: string): { value: unknown } | undefined => {
  try {
    return { value: JSON.parse(text) }
  } catch {
    return undefined
  }
}

test('[G14] reads back whatever JSON can say, and knows where each object begins', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.constantFrom(0, 2), (value, indent) => {
      const text = JSON.stringify(value, null, indent)
      const read = readJson(text)
      assert.ok(!isFault(read))
      // As text: the built-in reader is the measure, also for -0 and for "__proto__" as a name.
      assert.equal(JSON.stringify(read.value), JSON.stringify(JSON.parse(text)))
    }),
  )
  const read = readJson('[\n  {"a": 1},\n\n  {"b": {"c": 2}}\n]')
  assert.ok(!isFault(read))
  const [first, second] = read.value as [object, { b: object }]
  assert.deepEqual([first, second, second.b].map(read.lineOf), [2, 4, 4])
})

test('[G14] takes what the built-in reader takes and nothing else, but a name twice and more than 64 levels', () => {
  const piece = fc.constantFrom(
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '"',
    '\\',
    '"a"',
    '"b"',
    '1',
    '-',
    '0',
    '.5',
    'e9',
    'true',
    'null',
    ' ',
    '\n',
    '\u0001',
    '\\u12',
    '\ud800',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), pieces => {
      const text = pieces.join('')
      const read = readJson(text)
      const there = builtIn(text)
      if (there && isFault(read)) assert.match(read.wanted.en, /only once/)
      else assert.equal(isFault(read), !there, text)
    }),
    { numRuns: 2000 },
  )
  assert.ok(isFault(readJson(`${'['.repeat(70)}${']'.repeat(70)}`)))
  assert.ok(isFault(readJson('['.repeat(100_000))))
})

test('[G14] a name from a file never touches a prototype', () => {
  const read = readJson('{"__proto__": {"hidden": true}}')
  assert.ok(!isFault(read))
  assert.equal((read.value as { hidden?: boolean }).hidden, undefined)
  assert.ok(Object.hasOwn(read.value as object, '__proto__'))
})

const faults: readonly [text: string, line: number, column: number, wanted: RegExp][] = [
  ['', 1, 1, /Put a value/],
  ['{"a": 1', 1, 8, /comma here or close with }/],
  ['{\n  "a": 1\n  "b": 2\n}', 3, 3, /comma here or close with }/],
  ['[1, 2,]', 1, 7, /Put a value/],
  ['{a: 1}', 1, 2, /name in double quotes/],
  ['{"a" 1}', 1, 6, /colon/],
  ['{"a": 1, "a": 2}', 1, 10, /"a" only once/],
  ['["a\nb"]', 1, 2, /Close this text with a quote/],
  ['["\\x"]', 1, 2, /After a backslash/],
  ['[] []', 1, 4, /after the end/],
  ['\ufeff{"a": nul}', 1, 7, /Put a value/],
]
for (const [text, line, column, wanted] of faults)
  test(`[G14] says where ${JSON.stringify(text)} stops being JSON`, () => {
    const read = readJson(text)
    assert.ok(isFault(read))
    assert.deepEqual([read.line, read.column], [line, column])
    assert.match(read.wanted.en, wanted)
  })
