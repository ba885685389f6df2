import assert from 'node:assert/strict'
import { test } from 'node:test'
import { act, commands, coordinator, kinds } from '../../tests/support/ledgers.ts'
import { freshPostgres } from '../../tests/support/store/fresh.ts'
import { day } from '../kernel/day.ts'
import { refused } from '../kernel/refusal.ts'
import { openLedger } from './read.ts'
import { etag } from './reading/etag.ts'

/** All rounds in CI, some on every test run. */
const rounds = process.env.KOERSVAST_LONG ? 1000 : 60

test('[L15] two servers on one PostgreSQL: of two moves of one promise one wins, the other is refused in words', async () => {
  const fresh = await freshPostgres()
  // `fresh` closes the stores itself; a ledger that closes stops listening.
  const kept = (store: typeof fresh.store) => openLedger({ ...store, close: () => Promise.resolve() }, { kinds, commands })
  const ledgers = [await kept(fresh.store), await kept(await fresh.again())]
  const [one] = ledgers
  assert.ok(one)
  await fresh.store.addWorkspace('test')
  const made = await act(
    one,
    'commitment.make',
    { words: 'Steeds weer verplaatst', due: { from: null, to: '2025-12-31', phrase: '' } },
    { since: '2025-01-01' },
  )
  let code = made.made[0]?.code as string
  for (let round = 0; round < rounds; round++) {
    const answers = await Promise.all(
      ledgers.map(async (ledger, server) => {
        const thing = (await ledger.snapshot('test', 'internal', { on: day('2025-06-01') })).coded(code)
        assert.ok(thing, `server ${server} sees ${code}`)
        return ledger.submit(
          'test',
          'commitment.move',
          { of: code, due: { from: null, to: '2026-12-31', phrase: `${round} ${server}` } },
          {
            by: coordinator,
            at: new Date(Date.UTC(2025, 5, 1) + round).toISOString(),
            today: day('2025-06-01'),
            since: day('2025-06-01'),
            expected: { [thing.id]: etag(thing) },
            key: `${round} ${server}`,
          },
        )
      }),
    )
    const won = answers.filter(it => !refused(it))
    const lost = answers.filter(it => refused(it))
    assert.equal(won.length, 1, JSON.stringify(answers))
    assert.equal(lost[0] && refused(lost[0]) ? lost[0].code : '', 'commitment.already-moved')
    const [winner] = won
    code = winner && !refused(winner) ? (winner.made[0]?.code as string) : code
  }
  const all = (await one.snapshot('test', 'internal', { on: day('2025-06-01') })).all('commitment')
  assert.equal(all.length, rounds + 1)
  for (const ledger of ledgers) await ledger.close()
  await fresh.drop()
})
