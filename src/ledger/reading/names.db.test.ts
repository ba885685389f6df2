import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { act, commands, engines, kinds, type Opened } from '../../../tests/support/ledgers.ts'
import { day } from '../../kernel/day.ts'
import { openLedger } from '../read.ts'
import type { InternalReads } from '../store/contract.ts'
import { NameBook } from './names.ts'

for (const [engine, open] of Object.entries(engines))
  describe(`names in memory, on ${engine}`, () => {
    let opened: Opened
    before(async () => {
      opened = await open()
    })
    after(() => opened.close())

    const person = async (name: string) => (await act(opened.ledger, 'signal.add', { text: name })).made[0]?.code as string
    const keyOf = async (code: string) => {
      const snapshot = await opened.ledger.snapshot('test', 'internal', { on: day('2025-06-01') })
      return (snapshot.coded(code)?.body as unknown as { text: string }).text
    }
    /** Learns as a reader does, and tells what was asked for: the keys, or all. */
    const learn = (book: NameBook) =>
      opened.ledger.store.readInternal('test', async reads => {
        const asked: (readonly string[] | 'all')[] = []
        const spied: InternalReads = {
          ...reads,
          personal: keys => {
            asked.push(keys ?? 'all')
            return reads.personal(keys)
          },
        }
        await book.learn(spied)
        return asked
      })

    test('[L17] after a commit only the values that it named are read, and no commit is read twice', async () => {
      const book = new NameBook()
      const first = await person('Eerste')
      assert.deepEqual(await learn(book), ['all'])
      assert.equal(book.get(await keyOf(first)), 'Eerste')
      const second = await keyOf(await person('Tweede'))
      assert.deepEqual(await learn(book), [[second]])
      assert.deepEqual([book.get(second), book.get(await keyOf(first))], ['Tweede', 'Eerste'])
      assert.deepEqual(await learn(book), [])
      await act(opened.ledger, 'commitment.make', { words: 'Zonder persoonsgegeven' })
      assert.deepEqual(await learn(book), [[]])
      book.forget()
      assert.equal(book.get(second), undefined)
      assert.deepEqual(await learn(book), ['all'])
    })

    test('[L17] another server on the same data knows what this one wrote, and what was erased is gone', async () => {
      const other = await openLedger({ ...opened.ledger.store, close: () => Promise.resolve() }, { kinds, commands })
      const seen = async (code: string) => {
        const snapshot = await other.snapshot('test', 'internal', { on: day('2025-06-01') })
        return snapshot.person((snapshot.coded(code)?.body as unknown as { text: string }).text)
      }
      const code = await person('Derde')
      for (let i = 0; i < 100 && (await seen(code)) !== 'Derde'; i++) await new Promise(go => setTimeout(go, 20))
      assert.equal(await seen(code), 'Derde')
      const key = await keyOf(code)
      await opened.ledger.erase('test', [key])
      const gone = async () => (await other.snapshot('test', 'internal', { on: day('2025-06-01') })).person(key) === undefined
      for (let i = 0; i < 100 && !(await gone()); i++) await new Promise(go => setTimeout(go, 20))
      assert.ok(await gone())
      await other.close()
    })
  })
