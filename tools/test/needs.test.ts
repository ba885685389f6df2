import assert from 'node:assert/strict'
import { test } from 'node:test'
import { adviceFor } from './needs.ts'

test('where apt cannot be used, one line says what to install', () => {
  assert.equal(adviceFor(['chromium'], { root: true, apt: true }), undefined)
  const lines = [
    adviceFor(['chromium', 'postgresql'], { root: false, apt: true }),
    adviceFor(['chromium'], { root: true, apt: false }),
    adviceFor(['postgresql'], { root: false, apt: false }),
  ]
  for (const line of lines) assert.match(line ?? '', /^[^\n]*install[^\n]*\.$/)
  assert.match(lines[0] ?? '', /sudo apt-get install --no-install-recommends chromium postgresql/)
  assert.match(lines[2] ?? '', /TEST_DATABASE_URL/)
  assert.doesNotMatch(lines[1] ?? '', /TEST_DATABASE_URL/)
})
