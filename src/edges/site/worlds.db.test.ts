import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type House, openHouse } from '../../../tests/support/http.ts'
import { siteOf } from '../../../tests/support/site.ts'

// Two worlds with the same public history. In the second, things happened that the public may not see.
let worlds: readonly [House, House]
before(async () => {
  worlds = [await openHouse(), await openHouse()]
})
after(() => Promise.all(worlds.map(house => house.close())))

test('[A4] the site is the same to the byte with and without internal records, an internal field and a raised label', async () => {
  const minute = (n: number) => {
    for (const house of worlds) house.clock.now = `2025-06-01T10:${String(n).padStart(2, '0')}:00.000Z`
  }
  const act = async (world: 0 | 1, key: string, command: string, input: object, about?: string) => {
    const house = worlds[world]
    const tag = about && (await house.ask(`/api/v1/test/${about}`, { as: 'keeper' })).headers.get('etag')
    const answer = await house.act(command, input, { as: 'keeper', key, ...(tag && { ifMatch: tag }) })
    assert.ok(answer.status < 300, answer.text)
    return answer.json
  }
  const both = async (key: string, command: string, input: object) => {
    for (const world of [0, 1] as const) await act(world, key, command, input)
  }
  minute(1)
  await both('a', 'organisation.add', { name: { nl: 'Ministerie van Proef', en: null } })
  await both('b', 'office.add', { name: { nl: 'minister van Proef', en: null }, organisation: 'O-0001' })
  await both('c', 'commitment.make', { words: 'De eerste', by: 'OF-0001' })
  await both('d', 'commitment.make', { words: 'De tweede', by: 'OF-0001' })
  minute(2)
  await act(1, 'hidden', 'commitment.make', { words: 'Geheim', by: 'O-0001', label: 'internal' })
  await act(1, 'hidden-office', 'office.add', { name: { nl: 'geheim ambt', en: null }, organisation: 'O-0001', label: 'internal' })
  await act(1, 'note', 'commitment.note', { of: 'T-0001', note: 'Ook geheim' }, 'commitments/T-0001')
  minute(3)
  // In one world the second ends, in the other it goes out of sight: from outside that is the same.
  await act(0, 'gone', 'record.end', { thing: 'T-0002' }, 'commitments/T-0002')
  await act(1, 'raised', 'commitment.correct', { of: 'T-0002', label: 'internal' }, 'commitments/T-0002')
  minute(4)
  await both('e', 'commitment.make', { words: 'De derde', by: 'O-0001' })

  const [one, two] = await Promise.all(
    worlds.map(house => siteOf(house.opened, { workspace: 'test', on: '2025-06-01', address: 'https://example.org/' })),
  )
  assert.ok(one && two)
  assert.deepEqual([...one.keys()], [...two.keys()])
  for (const [path, bytes] of one) assert.equal(two.get(path)?.toString(), bytes.toString(), path)
  const all = [...two.values()].map(bytes => bytes.toString()).join('\n')
  assert.match(all, /De eerste/)
  assert.match(all, /De derde/)
  assert.doesNotMatch(all, /geheim/i)
  assert.equal(one.has('test/ambten/of-0001/index.html'), true)
})
