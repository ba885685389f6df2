import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '../../src/kernel/day.ts'
import type { Thing } from '../../src/model/snapshot.ts'
import { kingdom } from '../support/site.ts'

const workspace = 'waterland-verzonnen'

test('[G82][G84] the invented country comes in as one commit, and its promises are proposals that were accepted', async () => {
  const opened = await kingdom('waterland')
  try {
    const { store } = opened.ledger
    assert.equal((await store.readInternal(workspace, reads => reads.head())).seq, 1)
    const snapshot = await opened.ledger.snapshot(workspace, 'internal', { on: day('2026-11-30') })
    const letters = ['kst-90217-21', 'kst-90217-28', 'kst-90217-36'].map(code => snapshot.coded(code) as Thing<'document'>)
    const open = letters.flatMap(({ id }) => snapshot.pointing('proposal', 'document', id))
    const promises = open.filter(({ body }) => body.command === 'commitment.make')
    const proposed = letters.reduce((sum, { body }) => sum + (body.proposed ?? 0), 0)
    assert.ok(promises.length <= 4, promises.map(({ evidence }) => JSON.stringify(evidence)).join('\n'))
    assert.ok(open.length > 0 && open.length * 3 < proposed, `${open.length} of ${proposed} wait on the desk`)
  } finally {
    await opened.close()
  }
})
