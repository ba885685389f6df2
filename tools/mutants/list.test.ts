import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { mutated, occurrences } from './copy.ts'
import { type Mutant, mutants } from './list.ts'

const root = join(import.meta.dirname, '../..')
const textOf = (file: string) => readFileSync(join(root, file), 'utf8')

test('there are ten mutants, each with a name of its own and a test that is named for it', () => {
  assert.equal(mutants.length, 10)
  assert.equal(new Set(mutants.map(({ name }) => name)).size, 10)
  for (const { name, tests } of mutants) assert.ok(tests.length > 0, name)
})

test('the place of each mutant stands in its file exactly once, and the mutant differs from it', () => {
  for (const mutant of mutants) {
    const text = textOf(mutant.file)
    assert.notEqual(mutated(text, mutant), text, mutant.name)
  }
})

test('each named test stands in its file once', () => {
  for (const { name: mutant, tests } of mutants)
    for (const { file, name } of tests) {
      assert.ok(existsSync(join(root, file)), `${mutant}: ${file}`)
      const own = name.includes('[') ? name.slice(name.indexOf('[')) : name
      assert.equal(occurrences(textOf(file), `test('${own}`), 1, `${mutant}: ${name}`)
    }
})

test('a place that is gone, or stands there twice, is an error that says so', () => {
  const mutant: Mutant = { name: 'try', file: 'a.ts', from: 'one', to: 'two', tests: [] }
  assert.equal(mutated('one line', mutant), 'two line')
  assert.equal(mutated('one line', { ...mutant, to: '$&' }), '$& line')
  assert.throws(() => mutated('no line', mutant), /try: this must stand in a\.ts once, and stands there 0 times: one/)
  assert.throws(() => mutated('one or one', mutant), /2 times/)
})
