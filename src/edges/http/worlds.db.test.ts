import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type House, openHouse } from '../../../tests/support/http.ts'

// Two worlds with the same public history. In the second, things happened that the public may not see.
let worlds: readonly [House, House]
before(async () => {
  worlds = [await openHouse(), await openHouse()]
})
after(() => Promise.all(worlds.map(house => house.close())))

test('[H6] public answers are the same to the byte with and without an internal record, an internal note and a raised label', async () => {
  const minute = (n: number) => {
    for (const house of worlds) house.clock.now = `2025-06-01T10:${String(n).padStart(2, '0')}:00.000Z`
  }
  const act = async (world: 0 | 1, key: string, command: string, input: object, about?: string) => {
    const house = worlds[world]
    const tag = about && (await house.ask(`/api/v1/test/commitments/${about}`, { as: 'keeper' })).headers.get('etag')
    const answer = await house.act(command, input, { as: 'keeper', key, ...(tag && { ifMatch: tag }) })
    assert.ok(answer.status < 300, answer.text)
    return answer
  }
  const both = async (key: string, command: string, input: object, about?: string) => {
    for (const world of [0, 1] as const) await act(world, key, command, input, about)
  }
  minute(1)
  await both('a', 'organisation.add', { name: { nl: 'Tweede Kamer', en: null } })
  await both('b', 'commitment.make', { words: 'De eerste' })
  await both('c', 'commitment.make', { words: 'De tweede' })
  minute(2)
  await act(1, 'hidden', 'commitment.make', { words: 'Geheim', label: 'internal' })
  await act(1, 'note', 'commitment.note', { of: 'T-0001', note: 'Ook geheim' }, 'T-0001')
  minute(3)
  // In one world the second ends, in the other it goes out of sight: from outside that is the same.
  await act(0, 'gone', 'record.end', { thing: 'T-0002' }, 'T-0002')
  await act(1, 'raised', 'commitment.correct', { of: 'T-0002', label: 'internal' }, 'T-0002')
  minute(4)
  await both('d', 'commitment.make', { words: 'De derde' })
  await act(1, 'hidden2', 'commitment.make', { words: 'Nog geheimer', label: 'internal' })

  const same = async (path: string, headers: Record<string, string> = {}) => {
    const [one, two] = await Promise.all(worlds.map(house => house.ask(`/api/v1/test${path}`, { headers })))
    const plain = (answer: typeof one) => [answer?.status, answer?.text, [...(answer?.headers ?? [])]]
    assert.deepEqual(plain(one), plain(two), path)
    return one?.text ?? ''
  }
  const paths = [
    '/commitments',
    '/commitments?format=csv',
    '/commitments?size=1',
    '/commitments?bekend=2025-06-01T10:02:30Z',
    '/commitments?op=2025-05-31',
  ]
  for (const code of ['T-0001', 'T-0002', 'T-0003', 'T-0004', 'T-0001i', 'T-0002i'])
    paths.push(`/commitments/${code}`, `/commitments/${code}/history`)
  paths.push('/commitments/T-0002?bekend=2025-06-01T10:02:30Z', '/people', '/memberships', '/organisations', '/proposals')
  for (const path of paths) await same(path)
  assert.match(await same('/commitments'), /"total":2/)
  assert.doesNotMatch(await same('/commitments/T-0001'), /Ook geheim/)
})
