import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { closure, make } from './theme.ts'

test('a variable brings along what it rests on, and nothing else', () => {
  const theme = '--a: var(--b, 1px); --b: 2px; --c: 3px; --d: var(--d);'
  assert.deepEqual(closure(theme, ['--a', '--none']), ['  --a: var(--b, 1px);', '  --b: 2px;'])
  assert.deepEqual(closure(theme, ['--d']), ['  --d: var(--d);'])
})

test('the theme that is checked in is the one that would be written', () => {
  assert.equal(readFileSync(join(import.meta.dirname, '../src/ui/styles/theme.css'), 'utf8'), make())
})
