import assert from 'node:assert/strict'
import { test } from 'node:test'
import { act, attempt, coordinator, engines } from '../../../../tests/support/ledgers.ts'
import { system, type Viewer } from '../../../access/viewer.ts'
import { day } from '../../../kernel/day.ts'
import type { Id } from '../../../kernel/id.ts'
import { refused } from '../../../kernel/refusal.ts'
import { isBreak, verify } from '../../../ledger/proof/verify.ts'
import { type Event, historyOf } from '../../room.ts'

for (const [engine, open] of Object.entries(engines))
  test(`[G16] on ${engine}: names are gone from every table, the chain holds, and the history says what happened without them`, async () => {
    const { ledger, close } = await open()
    try {
      const invite = (name: string, role: string) =>
        act(
          ledger,
          'person.invite',
          { name, email: `${role}@voorbeeld.example`, role, clearance: 'internal', organisation: null },
          { by: system },
        )
      const made = [await invite('Ada de Beheerder', 'administrator'), await invite('Bo Teverwijderen', 'analyst')]
      const people = made.map(it => it.made.find(one => one.kind === 'person') ?? assert.fail())
      const [ada, bo] = people as [(typeof people)[number], (typeof people)[number]]
      const look = () => ledger.snapshot('test', 'internal', { on: day('2025-06-01') })
      const viewer = async (of: string, role: Viewer['role']): Promise<Viewer> => {
        const body = (await look()).get('person', of as Id<'person'>)?.body ?? assert.fail()
        return { person: of as Id<'person'>, by: body.name, role, organisation: null, clearance: 'internal' }
      }
      const [admin, analyst] = [await viewer(ada.id, 'administrator'), await viewer(bo.id, 'analyst')]
      await act(ledger, 'commitment.make', { words: 'Wat Bo vastlegde' }, { by: analyst })
      const input = { of: bo.code, confirm: bo.code }
      for (const by of [coordinator, analyst]) {
        const denied = await attempt(ledger, 'person.erase', input, { by })
        assert.deepEqual([refused(denied) && denied.code, (await look()).person(analyst.by)], ['rights.not-allowed', 'Bo Teverwijderen'])
      }
      const gone = await act(ledger, 'person.erase', input, { by: admin })
      assert.deepEqual([gone.erased, gone.changed.length], [2, 2])

      const may = made[1]?.made.find(one => one.kind === 'membership') ?? assert.fail()
      const snapshot = await look()
      assert.equal(snapshot.person(analyst.by), undefined)
      assert.equal(snapshot.get('person', bo.id as Id<'person'>), undefined)
      const inside = await ledger.store.readInternal('test', async reads => [
        await reads.personal(),
        await reads.commits(1, 99),
        (await reads.written(1, 99)).map(part => [part.body, part.evidence]),
      ])
      assert.doesNotMatch(JSON.stringify(inside), /Teverwijderen|analyst@voorbeeld/)
      assert.match(JSON.stringify(inside), /Ada de Beheerder/)
      const found = await ledger.bring('test', snapshot, { events: historyOf([may.id]) })
      const [newest] = (found as { events: readonly Event[] }).events
      assert.deepEqual([newest?.command, newest?.by, newest?.to?.until], ['person.erase', admin.by, '2025-06-01'])
      assert.ok(!isBreak(await verify(ledger.store, 'test')))
      // A retry of the same act, and one more: nothing left to erase, and it says so.
      const again = await attempt(ledger, 'person.erase', input, { by: admin })
      assert.ok(refused(again))
    } finally {
      await close()
    }
  })
