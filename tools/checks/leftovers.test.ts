import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openBreaches, placeBreaches } from './leftovers.ts'

// Each breach is put together here, so that this file has none itself.
const inFile = (text: string, path = 'src/a.ts') => new Map([[path, `const a = 1\n${text}\n`]])

test('work put off or switched off is found', () => {
  for (const parts of [
    ['// TO', 'DO later'],
    ['tes', 't.sk', "ip('x')"],
    ['// @t', 's-ignore'],
    ['x as a', 'ny'],
  ])
    assert.match(openBreaches(inFile(parts.join('')))[0] ?? '', /^src\/a\.ts:2 /)
  assert.deepEqual(openBreaches(inFile("const only = test('x', { skip: noServer })")), [])
})

test('the place where it was made is found, in any file', () => {
  for (const parts of [
    ['/wo', 'rk/main'],
    ['https://registry.np', 'mjs.org'],
    ['"resol', 'ved": "x"'],
    ['.libr', 'ary/search'],
  ])
    assert.match(placeBreaches(inFile(parts.join(''), 'docs/a.md'))[0] ?? '', /^docs\/a\.md:2 /)
  assert.deepEqual(placeBreaches(inFile(['https://example.nl/framework/ and net/wo', 'rk/it'].join(''))), [])
})
