import assert from 'node:assert/strict'
import { test } from 'node:test'
import { kindOf, plan } from './plan.ts'

test('the suffix tells the kind of test', () => {
  assert.equal(kindOf('src/kernel/day.test.ts'), 'pure')
  assert.equal(kindOf('src/ui/table.test.tsx'), 'pure')
  assert.equal(kindOf('src/ledger/store/contract.db.test.ts'), 'db')
  assert.equal(kindOf('tests/journey.browser.test.ts'), 'browser')
  assert.equal(kindOf('tests/kill.crash.test.ts'), 'crash')
  for (const other of ['src/test.ts', 'src/latest.ts', 'src/day.test.js', 'src/day.test.ts.snap']) assert.equal(kindOf(other), undefined)
})

test('a pattern chooses by part of the path, several patterns together', () => {
  const files = ['src/kernel/day.test.ts', 'src/ledger/submit.db.test.ts', 'src/ledger/chain.test.ts']
  assert.deepEqual(plan(files, []).pure, ['src/kernel/day.test.ts', 'src/ledger/chain.test.ts'].sort())
  assert.deepEqual(plan(files, ['ledger']), {
    pure: ['src/ledger/chain.test.ts'],
    db: ['src/ledger/submit.db.test.ts'],
    browser: [],
    crash: [],
  })
  assert.deepEqual(plan(files, ['./src/kernel', 'submit']).db, ['src/ledger/submit.db.test.ts'])
  assert.deepEqual(Object.values(plan(files, ['nowhere'])).flat(), [])
})
