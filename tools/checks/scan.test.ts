import assert from 'node:assert/strict'
import { test } from 'node:test'
import { importsOf, scan } from './scan.ts'

const source = `
// import a from './comment.ts'
/* import b from './block.ts' */
import type { C } from './c.ts'
import {
  d,
  e,
} from './d.ts'
import './side.ts'
export { f } from './f.ts'
const g = await import('./g.ts')
type H = import('./h.ts').H
const text = "import i from './string.ts'"
const template = \`import j from './template.ts' \${k('inner')} \${\`deep \${1}\`} end\`
const pattern = /['"\`]/.test("x") ? a / b : c
const after = 'still a string'
`

test('imports of all forms are found, and none in comments and strings', () => {
  assert.deepEqual(
    importsOf(source).map(({ text }) => text),
    ['./c.ts', './d.ts', './side.ts', './f.ts', './g.ts', './h.ts'],
  )
})

test('blanking keeps every place, and strings are told apart from code', () => {
  const { code, strings } = scan(source)
  assert.equal(code.length, source.length)
  assert.deepEqual(
    [...code.matchAll(/\n/g)].map(hit => hit.index),
    [...source.matchAll(/\n/g)].map(hit => hit.index),
  )
  for (const { text, index } of strings) assert.equal(source.slice(index, index + text.length), text)
  const texts = strings.map(({ text }) => text)
  for (const text of ['inner', 'deep ', 'still a string', 'x']) assert.ok(texts.includes(text), text)
  assert.doesNotMatch(code, /comment|block|inner|still/)
  assert.match(code, /a \/ b : c/)
})

test('an apostrophe between tags hurts its own line only', () => {
  const { code } = scan("const p = <p>it's late</p>\nconst q = async () => 1\n")
  assert.match(code, /const q = async/)
})
