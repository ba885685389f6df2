import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { drifted, type Generator, generators, placed, write } from './generate.ts'

test('a drift is found, written away, and then gone; text of people around the marks stays', async () => {
  const root = mkdtempSync(join(tmpdir(), 'koersvast-generate-'))
  try {
    writeFileSync(join(root, 'README.md'), 'ours\n<!-- generated: list -->\nold\n<!-- end of list -->\nours too\n')
    const all: Generator[] = [
      { file: 'docs/whole.md', make: () => 'all of it\n' },
      { file: 'README.md', between: 'list', make: () => Promise.resolve('new\n') },
    ]
    assert.deepEqual(await drifted(root, all), ['docs/whole.md', 'README.md'])
    assert.deepEqual(await write(root, all), ['docs/whole.md', 'README.md'])
    assert.equal(readFileSync(join(root, 'README.md'), 'utf8'), 'ours\n<!-- generated: list -->\nnew\n<!-- end of list -->\nours too\n')
    assert.deepEqual(await drifted(root, all), [])
  } finally {
    rmSync(root, { recursive: true })
  }
})

test('marks that are missing or doubled are told', () => {
  for (const old of [
    '',
    '<!-- generated: a -->\n',
    '<!-- end of a -->',
    '<!-- generated: a -->\n<!-- end of a -->\n<!-- generated: a -->\n',
  ])
    assert.throws(() => placed(old, 'x', 'a', 'docs/b.md'), /docs\/b\.md needs one line/)
})

test('generators are the files of a folder, without their tests', async () => {
  const root = mkdtempSync(join(tmpdir(), 'koersvast-generators-'))
  try {
    for (const name of ['b.ts', 'a.ts', 'a.test.ts'])
      writeFileSync(join(root, name), `export const file = '${name}'\nexport const make = () => ''\n`)
    assert.deepEqual(
      (await generators(root)).map(({ file }) => file),
      ['a.ts', 'b.ts'],
    )
    assert.deepEqual(await generators(join(root, 'nowhere')), [])
  } finally {
    rmSync(root, { recursive: true })
  }
})
