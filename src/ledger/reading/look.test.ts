import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Store } from '../store/contract.ts'
import { Look } from './look.ts'

/** A store whose answers come when the test says so; each tells how far it was when it was asked. */
function slow() {
  const state = { now: 0, seq: 1, asked: 0, answers: [] as ((failed?: boolean) => void)[] }
  const store = {
    read: () => {
      state.asked++
      const seen = state.seq
      return new Promise<number>((done, fail) => state.answers.push(failed => (failed ? fail(new Error('lost')) : done(seen))))
    },
  } as unknown as Pick<Store, 'read'>
  return { state, look: new Look(store, () => state.now), answer: (failed?: boolean) => state.answers.shift()?.(failed) }
}
const settled = () => new Promise(done => setImmediate(done))

test('who asks while an answer is on its way gets one that was begun after they asked, and shares it', async () => {
  const { state, look, answer } = slow()
  const first = look.head('here', 'internal')
  state.seq = 2 // acknowledged after the first look began
  const later = [look.head('here', 'internal'), look.head('here', 'internal'), look.head('here', 'internal')]
  assert.equal(state.asked, 1)
  answer()
  assert.equal(await first, 1)
  await settled()
  answer()
  assert.deepEqual(await Promise.all(later), [2, 2, 2])
  assert.equal(state.asked, 2)
})

test('workspaces and clearances are looked at apart, and a look that failed does not spoil the next', async () => {
  const { state, look, answer } = slow()
  const all = [look.head('here', 'internal'), look.head('here', 'public'), look.head('there', 'internal')]
  assert.equal(state.asked, 3)
  const waiting = look.head('here', 'internal')
  answer(true)
  await assert.rejects(all[0] as Promise<number>, /lost/)
  answer()
  answer()
  await settled()
  answer()
  assert.deepEqual(await Promise.all([all[1], all[2], waiting]), [1, 1, 1])
  const afresh = look.head('here', 'internal')
  answer()
  assert.equal(await afresh, 1)
  assert.equal(state.asked, 5)
})

test('a public answer is given again for a moment, an internal one never', async () => {
  const { state, look, answer } = slow()
  const ask = async (clearance: 'public' | 'internal') => {
    const head = look.head('here', clearance)
    answer()
    return head
  }
  assert.equal(await ask('public'), 1)
  await settled()
  state.seq = 2
  assert.deepEqual([await ask('public'), await ask('internal'), await ask('internal')], [1, 2, 2])
  state.now += 100
  assert.equal(await ask('public'), 2)
})

test('what was written here, or heard of, ends a public answer at once, also one that is on its way', async () => {
  const { state, look, answer } = slow()
  const before = look.head('here', 'public')
  state.seq = 2
  look.heard('here')
  answer()
  assert.equal(await before, 1)
  await settled()
  for (const seq of [2, 3]) {
    state.seq = seq
    look.heard('here')
    const head = look.head('here', 'public')
    answer()
    assert.equal(await head, seq)
    await settled()
  }
})
