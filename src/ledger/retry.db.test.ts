import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, before, describe, test } from 'node:test'
import { act, attempt, engines, type Opened } from '../../tests/support/ledgers.ts'
import { canonical } from '../kernel/canonical.ts'
import { refused } from '../kernel/refusal.ts'
import { isBreak, verify } from './proof/verify.ts'

for (const [engine, open] of Object.entries(engines))
  describe(`what tells a retry, on ${engine}`, () => {
    let opened: Opened
    before(async () => {
      opened = await open()
    })
    after(() => opened.close())

    test('[L16] after an erasure nothing that is stored tells by trying what was said; what tells a retry is salted', async () => {
      const { store } = opened.ledger
      const input = { text: 'De buurman heet Piet Jansen.', sender: 'Piet Jansen' }
      const said = { key: 'erased', at: '2025-06-01T09:00:00.000Z' }
      const { made } = await act(opened.ledger, 'signal.add', input, said)
      const code = made[0]?.code as string
      const sha = (...all: string[]) => all.reduce((hash, it) => hash.update(it), createHash('sha256')).digest('hex')
      /** Everything that is stored of it, as one text, and the salts that are left. */
      const stored = async () => {
        const all = await store.readInternal('test', async reads => {
          const { seq } = await reads.head()
          const retries = await Promise.all(Array.from({ length: seq }, (_, i) => reads.retry(i + 1)))
          return { commits: await reads.commits(1, seq), parts: await reads.written(1, seq), personal: await reads.personal(), retries }
        })
        const salts = [...all.personal, ...all.retries].flatMap(it => it?.salt ?? [])
        return { text: JSON.stringify(all), salts }
      }
      const plain = [...Object.values(input), canonical(input), canonical(['signal.add', input, '2025-06-01', [], null])]
      const guesses = [...plain, ...plain.map(it => sha(it))]
      const matched = async () => {
        const { text, salts } = await stored()
        return guesses.flatMap(it => [it, sha(it), ...salts.map(salt => sha(salt, it))]).filter(it => text.includes(it))
      }
      assert.ok((await matched()).length > 0, 'it is there until it is erased')
      assert.equal((await act(opened.ledger, 'signal.add', input, said)).repeated, true)
      await act(opened.ledger, 'signal.erase', { of: code, confirm: code })
      assert.deepEqual(await matched(), [])
      const again = await attempt(opened.ledger, 'signal.add', input, said)
      assert.ok(refused(again) && again.code === 'key.reused', 'whether it is the same act nobody can tell any more')
      assert.ok(!isBreak(await verify(store, 'test')))
    })

    test('[L16] what tells a retry goes after thirty days', async () => {
      const { store } = opened.ledger
      const there = async (act_: string | null) =>
        store.readInternal('test', async reads => reads.retry((await reads.commitByHash(act_ ?? ''))?.seq ?? 0))
      const old = await act(opened.ledger, 'commitment.make', { words: 'Oud' })
      assert.match((await there(old.act))?.value ?? '', /^[0-9a-f]{64}$/)
      await act(opened.ledger, 'commitment.make', { words: 'Nieuw' }, { at: '2025-07-15T10:00:00.000Z', today: '2025-07-15' })
      assert.equal(await there(old.act), null)
    })
  })
