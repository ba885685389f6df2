import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { act, attempt, coordinator, engines, type Opened } from '../../tests/support/ledgers.ts'
import { anonymous } from '../access/viewer.ts'
import { day } from '../kernel/day.ts'
import { refuse, refused } from '../kernel/refusal.ts'
import { etag } from './reading/etag.ts'

for (const [engine, open] of Object.entries(engines)) {
  describe(engine, () => {
    let opened: Opened
    const seen = async (code: string, on: string, known?: string, clearance: 'public' | 'internal' = 'internal') =>
      (await opened.ledger.snapshot('test', clearance, { on: day(on), known: known ?? null })).coded(code)?.body as
        | Record<string, unknown>
        | undefined
    const fetched: unknown[] = []
    before(async () => {
      opened = await open(async ({ of }) => {
        fetched.push(of)
        return refuse('test.nothing', { nl: 'Hier is niets.', en: 'There is nothing here.' })
      })
    })
    after(() => opened.close())

    test('[L8] two times: as it was on a day, as known at a moment', async () => {
      const { ledger } = opened
      const [house, senate] = [
        await act(
          ledger,
          'organisation.add',
          { name: { nl: 'Tweede Kamer', en: null } },
          { since: '2020-01-01', at: '2025-01-01T10:00:00.000Z' },
        ),
        await act(
          ledger,
          'organisation.add',
          { name: { nl: 'Eerste Kamer', en: null } },
          { since: '2020-01-01', at: '2025-01-01T10:00:00.000Z' },
        ),
      ].map(outcome => outcome.made[0]?.code)
      const made = await act(
        ledger,
        'commitment.make',
        { words: 'De Kamer infomeren', addressee: house, due: { from: '2025-01-01', to: '2025-02-28', phrase: '' } },
        { since: '2024-12-06', at: '2025-01-02T10:00:00.000Z' },
      )
      const code = made.made[0]?.code as string
      const first = { ...(await seen(code, '2025-06-01')) }
      await act(ledger, 'commitment.correct', { of: code, addressee: senate }, { since: '2025-02-01', at: '2025-02-01T10:00:00.000Z' })
      const moved = await act(
        ledger,
        'commitment.move',
        { of: code, due: { from: '2025-05-01', to: '2025-05-31', phrase: '' } },
        { since: '2025-03-01', at: '2025-03-01T10:00:00.000Z' },
      )
      const typo = await act(
        ledger,
        'commitment.correct',
        { of: code, words: 'De Kamer informeren' },
        { since: '2024-12-06', at: '2025-04-01T10:00:00.000Z' },
      )
      await act(ledger, 'act.undo', { act: typo.act as string }, { at: '2025-04-02T10:00:00.000Z' })
      const successor = moved.made[0]?.code as string

      const [houseId, senateId] = [first.addressee, (await seen(code, '2025-02-15'))?.addressee]
      assert.notEqual(houseId, senateId)
      const wrong = 'De Kamer infomeren'
      const right = 'De Kamer informeren'
      // on, known: words, addressee, is the successor there
      const table = [
        ['2024-12-31', '2025-03-31T00:00:00Z', wrong, houseId, false],
        ['2025-02-15', '2025-03-31T00:00:00Z', wrong, senateId, false],
        ['2025-03-15', '2025-03-31T00:00:00Z', wrong, senateId, true],
        ['2024-12-31', '2025-04-01T12:00:00Z', right, houseId, false],
        ['2025-02-15', '2025-04-01T12:00:00Z', right, senateId, false],
        ['2025-03-15', '2025-04-01T12:00:00Z', right, senateId, true],
        ['2024-12-31', '2025-04-02T12:00:00Z', wrong, houseId, false],
        ['2025-02-15', '2025-04-02T12:00:00Z', wrong, senateId, false],
        ['2025-03-15', '2025-04-02T12:00:00Z', wrong, senateId, true],
      ] as const
      for (const [on, known, words, addressee, there] of table) {
        const body = await seen(code, on, known)
        assert.deepEqual(
          [on, known, body?.words, body?.addressee, Boolean(await seen(successor, on, known))],
          [on, known, words, addressee, there],
        )
      }
      assert.equal(await seen(code, '2024-12-05'), undefined)
      assert.equal(await seen(code, '2025-06-01', '2025-01-01T12:00:00Z'), undefined)
    })

    test('[L9] a retry with the same key is the same act; the key for another act is refused', async () => {
      const input = { words: 'Eén keer' }
      const once = await act(opened.ledger, 'commitment.make', input, { key: 'retry' })
      const again = await act(opened.ledger, 'commitment.make', input, { key: 'retry' })
      assert.deepEqual([again.repeated, again.made, again.act], [true, once.made, once.act])
      const other = await attempt(opened.ledger, 'commitment.make', { words: 'Iets anders' }, { key: 'retry' })
      assert.ok(refused(other))
      assert.deepEqual([other.code, other.fault], ['key.reused', 'conflict'])
    })

    test('[L10] without the version seen: 428; a field changed meanwhile: 412; other fields merge', async () => {
      const { ledger } = opened
      const code = (await act(ledger, 'commitment.make', { words: 'Samen', note: null })).made[0]?.code as string
      const snapshot = await ledger.snapshot('test', 'internal', { on: day('2025-06-01') })
      const thing = snapshot.coded(code)
      assert.ok(thing)
      const expected = { [thing.id]: etag(thing) }
      const missing = await attempt(ledger, 'commitment.correct', { of: code, words: 'Anders' }, { expected: {} })
      assert.ok(refused(missing))
      assert.deepEqual([missing.code, missing.fault], ['expected.missing', 'unconditional'])
      await act(ledger, 'commitment.correct', { of: code, byWords: 'de minister' })
      const merged = await attempt(ledger, 'commitment.correct', { of: code, words: 'Anders', byWords: null }, { expected })
      assert.ok(!refused(merged), JSON.stringify(merged))
      assert.deepEqual(merged.merged, [code])
      const body = (await ledger.snapshot('test', 'internal', { on: day('2025-06-01') })).coded(code)?.body as Record<string, unknown>
      assert.deepEqual([body.words, body.byWords], ['Anders', 'de minister'])
      const late = await attempt(ledger, 'commitment.correct', { of: code, words: 'Weer anders' }, { expected })
      assert.ok(refused(late))
      assert.deepEqual([late.code, late.fault], ['expected.changed', 'stale'])
      assert.match(late.found ?? '', /Anders/)
    })

    test('[L11] rights are checked on changes: what no row allows is denied, and nothing is written', async () => {
      const { ledger } = opened
      const count = (await ledger.snapshot('test', 'internal', { on: day('2025-06-01') })).all('commitment').length
      for (const by of [
        anonymous,
        { ...anonymous, person: 'x' as never, role: 'reader' as const, by: 'r', clearance: 'internal' as const },
      ]) {
        const denied = await attempt(ledger, 'commitment.make', { words: 'Mag niet' }, { by })
        assert.ok(refused(denied))
        assert.equal(denied.fault, by === anonymous ? 'sign-in' : 'rights')
      }
      assert.equal((await ledger.snapshot('test', 'internal', { on: day('2025-06-01') })).all('commitment').length, count)
    })

    test('[L12] an internal record has a code of its own series and is not there for the public', async () => {
      const { ledger } = opened
      const hidden = (await act(ledger, 'commitment.make', { words: 'Binnen', label: 'internal' })).made[0]?.code as string
      assert.match(hidden, /^T-\d{4}i$/)
      assert.equal(await seen(hidden, '2025-06-01', undefined, 'public'), undefined)
      assert.equal((await seen(hidden, '2025-06-01'))?.words, 'Binnen')
    })

    test('[L13] a note leaves the public version as it was, its ETag too', async () => {
      const { ledger } = opened
      const code = (await act(ledger, 'commitment.make', { words: 'Met opmerking' })).made[0]?.code as string
      const tag = async () => {
        const thing = (await ledger.snapshot('test', 'public', { on: day('2025-06-01') })).coded(code)
        return thing && [etag(thing), thing.since]
      }
      const before = await tag()
      await act(ledger, 'commitment.note', { of: code, note: 'niet voor buiten' })
      assert.deepEqual(await tag(), before)
      assert.equal((await seen(code, '2025-06-01', undefined, 'public'))?.note, null)
      assert.equal((await seen(code, '2025-06-01'))?.note, 'niet voor buiten')
    })

    test('[L14] a rule across records holds on every later day: two successors of one promise are refused', async () => {
      const { ledger } = opened
      const code = (
        await act(
          ledger,
          'commitment.make',
          { words: 'Eén opvolger', due: { from: null, to: '2025-02-28', phrase: '' } },
          { since: '2025-01-01' },
        )
      ).made[0]?.code as string
      await act(ledger, 'commitment.move', { of: code, due: { from: null, to: '2025-08-31', phrase: '' } }, { since: '2025-05-01' })
      // On 1 March it was not moved yet; dated back, this move would make a second successor from 1 May on.
      const second = await attempt(
        ledger,
        'commitment.move',
        { of: code, due: { from: null, to: '2025-04-30', phrase: '' } },
        { since: '2025-03-01' },
      )
      assert.ok(refused(second))
      assert.equal(second.code, 'commitment.replaced-twice')
    })

    test('[D1] an undo is an act of its own, and can be undone', async () => {
      const { ledger } = opened
      const made = await act(ledger, 'commitment.make', { words: 'Even weg' })
      const code = made.made[0]?.code as string
      const gone = await act(ledger, 'act.undo', { act: made.act as string })
      assert.equal(await seen(code, '2025-06-01'), undefined)
      await act(ledger, 'act.undo', { act: gone.act as string })
      assert.equal((await seen(code, '2025-06-01'))?.words, 'Even weg')
      const unknown = await attempt(ledger, 'act.undo', { act: 'x'.repeat(64) })
      assert.ok(refused(unknown))
      assert.equal(unknown.code, 'undo.unknown')
    })

    test('[D2] what ends is gone from its day and stays to be seen before it', async () => {
      const { ledger } = opened
      const code = (await act(ledger, 'commitment.make', { words: 'Tot maart' }, { since: '2025-01-01' })).made[0]?.code as string
      await act(ledger, 'record.end', { thing: code }, { since: '2025-03-01' })
      assert.equal(await seen(code, '2025-03-01'), undefined)
      assert.equal((await seen(code, '2025-02-28'))?.words, 'Tot maart')
    })

    test('[L78] an act that somebody is not offered sends nobody out', async () => {
      const by = { ...coordinator, role: 'reader' as const }
      const input = { title: { nl: 'Brief', en: null }, from: 'https://example.org/brief.pdf', language: 'nl' }
      const refusal = await attempt(opened.ledger, 'document.add', input, { by })
      assert.deepEqual([refused(refusal) && refusal.code, fetched.length], ['rights.not-allowed', 0])
      const outcome = await attempt(opened.ledger, 'document.add', input)
      assert.deepEqual([refused(outcome) && outcome.code, fetched.length], ['test.nothing', 1])
    })
  })
}
