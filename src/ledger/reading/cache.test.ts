import assert from 'node:assert/strict'
import { test } from 'node:test'
import { kinds } from '../../../tests/support/ledgers.ts'
import { day } from '../../kernel/day.ts'
import type { Reads } from '../store/contract.ts'
import { Cache } from './cache.ts'

const at = { on: day('2025-01-01'), known: 1, clearance: 'internal' as const, head: true }
const names = { get: () => undefined }
const working = { holding: async () => [], records: async () => [], after: async () => [] } as unknown as Reads
const failing = { ...working, holding: () => Promise.reject(new Error('read ECONNRESET')) } as unknown as Reads

test('[L58] a snapshot that could not be loaded for one is loaded for the next, also while the first still waits', async () => {
  const cache = new Cache(kinds, 1_000_000)
  const first = cache.get(failing, at, names)
  const second = cache.get(working, at, names)
  await assert.rejects(first, /ECONNRESET/)
  assert.equal((await second).known, 1)
  await assert.rejects(new Cache(kinds, 1_000_000).get(failing, at, names), /ECONNRESET/)
  assert.equal(await cache.standing(at), await second)
})
