import assert from 'node:assert/strict'
import { test } from 'node:test'
import { wordBreaches } from './words.ts'

const found = (source: string) => wordBreaches(new Map([['src/rooms/course/a.ts', source]]))

test('words that nobody should meet are found in both languages, with what to say instead', () => {
  const rows: [string, RegExp][] = [
    ["w('Deze datum is ongeldig', 'Give a date')", /a\.ts:1 says ongeldig \(rather/],
    ["w('Geef een datum', 'Please give a date')", /Please/],
    ["w(\n  'Geef een datum',\n  'Invalid date',\n)", /a\.ts:3 says Invalid/],
    ["const x = { nl: 'Helaas', en: 'Not found' }", /Helaas/],
    ['w(`Het dashboard`, `Today`)', /dashboard/],
    ["w('Gelukt!', 'Done')", /exclamation/],
  ]
  for (const [source, expected] of rows) assert.match(found(source)[0] ?? '', expected)
})

test('the same letters elsewhere are no breach', () => {
  for (const source of [
    "const snapshot = { code: 'invalid' }",
    '// please, helaas',
    "w('De valide reden', 'The validity of it')",
    "w('Geef een relevantie', 'Relevant measures')",
  ])
    assert.deepEqual(found(source), [])
})
