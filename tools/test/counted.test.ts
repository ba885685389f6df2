// The runner against runs that go wrong in every way that would otherwise look like success.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { totalsIn } from './totals.ts'

const folder = mkdtempSync(join(tmpdir(), 'koersvast-runner-'))
after(() => rmSync(folder, { recursive: true }))

/** Totals that `counted` gives for a script, in a process of its own since it prints. */
function countedFor(script: string, options = {}) {
  const job = { name: 'job', command: process.execPath, args: ['-e', script], cwd: folder, minutes: 1, ...options }
  const source = `
    const { counted } = await import(${JSON.stringify(join(import.meta.dirname, 'counted.ts'))})
    console.log('\\n' + JSON.stringify(await counted(${JSON.stringify(job)})))`
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', source], { encoding: 'utf8' })
  const { passed, failed } = JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as { passed: number; failed: number }
  return [passed, failed]
}

test('a run counts by its last line, and a wrong end is a failure more', () => {
  const rows: [script: string, expected: number[], options?: object][] = [
    ["console.log('3 passed, 0 failed')", [3, 0]],
    ["console.log('3 passed, 2 failed'); process.exitCode = 1", [3, 2]],
    ["console.log('3 passed, 0 failed'); process.exitCode = 7", [3, 1]],
    ["console.log('3 passed, 0 failed'); console.log('more')", [0, 1]],
    ['process.exit(0)', [0, 1]],
    ["console.log('3 passed, 0 failed'); setInterval(() => {}, 1000)", [3, 1], { minutes: 0.01 }],
    ["console.log('3 passed, 0 failed')", [1, 0], { single: true }],
    ['process.exit(3)', [0, 1], { single: true }],
    ['', [0, 1], { command: join(folder, 'nowhere') }],
  ]
  for (const [script, expected, options] of rows) assert.deepEqual(countedFor(script, options), expected, script)
})

/** What the reporter prints for one test file, as a pure run. */
function reported(text: string) {
  const file = join(folder, 'given.test.ts')
  writeFileSync(file, `import { after, describe, test } from 'node:test'\nimport assert from 'node:assert/strict'\n${text}\n`)
  const [preload, reporter] = ['preload.ts', 'reporter.ts'].map(name => join(import.meta.dirname, name)) as [string, string]
  const args = [
    '--import',
    preload,
    '--test',
    '--test-isolation=none',
    '--test-reporter',
    reporter,
    '--test-reporter-destination=stdout',
    file,
  ]
  const { stdout } = spawnSync(process.execPath, args, { encoding: 'utf8', env: { ...process.env, KOERSVAST_TEST_QUIET: '1' } })
  const { passed, failed, skipped } = totalsIn(stdout) ?? { passed: -1, failed: -1, skipped: -1 }
  return { stdout, totals: [passed, failed, skipped] }
}

test('the reporter counts tests, not suites, and shows a failure in full with its path', () => {
  const { stdout, totals } = reported(`
    test('fine', () => {})
    describe('outer', () => { test('inner', async t => { await t.test('deep', () => assert.equal(1, 2)) }) })
    test('waits', { skip: 'no server' }, () => {})`)
  assert.deepEqual(totals, [1, 1, 1])
  assert.match(stdout, /✖ outer › inner › deep/)
  assert.match(stdout, /1 !== 2/)
  assert.match(stdout, /- waits skipped: no server/)
})

test('a hook that throws, a file that does not load and a console call are failures', () => {
  assert.deepEqual(reported("after(() => { throw new Error('hook') })\ntest('fine', () => {})").totals, [1, 1, 0])
  assert.deepEqual(reported("import './nowhere.ts'").totals, [0, 1, 0])
  assert.deepEqual(reported("test('loud', () => console.log('x'))").totals, [1, 1, 0])
})
