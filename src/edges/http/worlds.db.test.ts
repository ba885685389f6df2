import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { everyPage, type House, openHouse, views } from '../../../tests/support/http.ts'
import { kinds } from '../../../tests/support/ledgers.ts'
import { siteOf } from '../../../tests/support/site.ts'
import { apiRoutes, pageRoutes, type Routed } from '../../../tests/support/worlds/routes.ts'
import { system } from '../../access/viewer.ts'
import { day } from '../../kernel/day.ts'
import { refused } from '../../kernel/refusal.ts'
import { indexWaiting } from '../../ledger/seeking/unindexed.ts'
import { parsePack } from '../../rooms/ground/pack.ts'
import type { ReadRequest } from '../../rooms/room.ts'
import { readFor } from '../files/handed.ts'
import { packFiles } from '../files/pack.ts'

// Two worlds with the pack of the Kingdom and the same public history. In the second, things happened that the public may not see.
const pack = join(import.meta.dirname, '../../../packs/kingdom')
let worlds: readonly [House, House]
before(async () => {
  // Every text is read once for both.
  const read = new Map<string, Promise<unknown>>()
  const open = () =>
    openHouse('2025-06-01T10:00:00.000Z', everyPage, false, ({ of }) => {
      const key = JSON.stringify(of)
      const there = read.get(key) ?? readFor(of as ReadRequest, `${pack}/lexicon.json`)
      read.set(key, there)
      return there
    })
  worlds = [await open(), await open()]
  const files = await packFiles(pack)
  assert.ok(!refused(files))
  for (const { opened } of worlds) {
    const parsed = parsePack(files, kinds)
    assert.ok(!refused(parsed))
    const today = day('2025-06-01')
    const by = { by: system, at: '2025-06-01T10:00:00.000Z', today, since: today, expected: {}, key: 'pack' }
    const done = await opened.ledger.submit('test', 'pack.import', { pack: parsed }, by)
    assert.ok(!refused(done), JSON.stringify(done))
  }
  await history()
})
after(() => Promise.all(worlds.map(house => house.close())))

/** Codes of what went out of sight or never was in it; filled while the history is made. */
const unseen: string[] = []
const HIDDEN = [
  'Onzichtbaarheid',
  'Schaduwpartij',
  'Verborgen notitie',
  'Stille ronde',
  'Zwijgend netwerk',
  'Stil signaal',
  'Stille vraag',
  'Kluisbrief',
]
/** Texts that hold what the letter of the pack holds, more often and closer together: they would come first, and count. */
const closedText = (n: number) => `Kluisbrief ${n}\n\n${'Dreigingen, hybride dreigingen en weerbaarheid.\n\n'.repeat(5)}`

/** Minute by minute the same in both, but for what has a world of its own. */
async function history(): Promise<void> {
  const minute = (n: number) => {
    for (const house of worlds) house.clock.now = `2025-06-01T10:${String(n).padStart(2, '0')}:00.000Z`
  }
  const act = async (world: 0 | 1, key: string, command: string, input: object, about?: string) => {
    const house = worlds[world]
    const tag = about && (await house.ask(`/api/v1/test/commitments/${about}`, { as: 'keeper' })).headers.get('etag')
    const answer = await house.act(command, input, { as: 'keeper', key, ...(tag && { ifMatch: tag }) })
    assert.ok(answer.status < 300, answer.text)
    return answer.json.made[0]?.code as string | undefined
  }
  const both = (key: string, command: string, input: object, about?: string) =>
    Promise.all(([0, 1] as const).map(world => act(world, key, command, input, about)))
  minute(1)
  await both('a', 'organisation.add', { name: { nl: 'Voorbeeldraad', en: null } })
  await both('b', 'commitment.make', { words: 'De eerste belofte' })
  const [second = ''] = await both('c', 'commitment.make', { words: 'De tweede belofte' })
  minute(2)
  const line = (await worlds[1].ask('/api/v1/test/action-lines')).json.items[0].code as string
  const hide = async (...args: Parameters<typeof act>) => unseen.push((await act(...args)) ?? assert.fail())
  await hide(1, 'hidden', 'commitment.make', { words: HIDDEN[0], lines: [line], label: 'internal' })
  await hide(1, 'party', 'organisation.add', { name: { nl: HIDDEN[1], en: HIDDEN[1] }, label: 'internal' })
  await act(1, 'note', 'commitment.note', { of: 'T-0001', note: HIDDEN[2] }, 'T-0001')
  minute(3)
  // In one world the second ends, in the other it goes out of sight: from outside that is the same.
  await act(0, 'gone', 'record.end', { thing: second }, second)
  await act(1, 'raised', 'commitment.correct', { of: second, label: 'internal' }, second)
  minute(4)
  await both('d', 'commitment.make', { words: 'De derde belofte' })
  await hide(1, 'hidden2', 'commitment.make', { words: HIDDEN[3], label: 'internal' })
  await hide(1, 'text', 'document.add', { title: { nl: 'Kluisbrief', en: null }, text: closedText(1), language: 'nl', label: 'internal' })
  await hide(1, 'text2', 'document.add', {
    title: { nl: 'Kluisbrief 2', en: null },
    text: closedText(2),
    language: 'en',
    label: 'internal',
  })
  await both('open', 'document.add', { title: { nl: 'Open brief', en: null }, text: 'Een open brief over weerbaarheid.', language: 'nl' })
  minute(5)
  unseen.push(second)
  minute(6)
  await hide(1, 'network', 'network.add', { name: { nl: 'Zwijgend netwerk', en: null } })
  const network = unseen.at(-1)
  await hide(1, 'call', 'call.make', { question: 'Stille vraag', networks: [network], from: '2025-06-01', until: '2025-06-30' })
  await hide(1, 'signal', 'signal.add', { text: 'Stil signaal', network, call: unseen.at(-1) })
}

const routed = async (world: House): Promise<Routed> => ({
  workspace: 'test',
  kinds,
  views,
  pages: everyPage,
  snapshot: await world.opened.ledger.snapshot('test', 'public', { on: day('2025-06-01') }),
  codes: ['T-0001', ...unseen],
  each: 1,
})

/** Now; and both times at once: another day, as known after some of it was hidden and before the rest. */
const times = ['', 'op=2025-05-31&bekend=2025-06-01T10:02:30Z']

async function same(paths: readonly string[], headers: Record<string, string>): Promise<number> {
  let shown = 0
  for (const path of new Set(paths))
    for (const time of times) {
      const at = time === '' ? path : `${path}${path.includes('?') ? '&' : '?'}${time}`
      const [one, two] = await Promise.all(worlds.map(house => house.ask(at, { headers })))
      const plain = (answer: typeof one) => [answer?.status, answer?.text, [...(answer?.headers ?? [])]]
      assert.deepEqual(plain(one), plain(two), at)
      for (const word of HIDDEN)
        if (!path.includes('zoeken') && !path.includes('q=')) assert.ok(!one?.text.includes(word), `${at} tells of ${word}`)
      if (one?.status === 200) shown++
    }
  return shown
}

test('[H6] the API: every list, thing, history and export is the same to the byte with and without what is internal', async () => {
  const shown = await same(apiRoutes(await routed(worlds[0])), {})
  assert.ok(shown > 150, `only ${shown} answers had anything in them`)
  const { json } = await worlds[1].ask('/api/v1/test/commitments?size=500')
  assert.ok(json.items.length > 5 && !JSON.stringify(json).includes('tweede belofte'))
})

/** What stands in the letter of the pack and in texts that are hidden. */
const SOUGHT = ['dreiging', 'weerbaarheid', '"hybride dreigingen"', 'dreigingen -hybride', 'weerbaarheid OF Kluisbrief']

test('[H6] what is found in texts, its order and its counts are the same to the byte with and without texts that are hidden', async () => {
  const questions = [...SOUGHT, ...HIDDEN].map(words => `/api/v1/test/search?q=${encodeURIComponent(words)}`)
  const asked = [...questions, ...questions.map(it => `${it}&size=2`), ...questions.map(it => `${it}&format=csv`)]
  // Also while the texts, more of them in the second world, still wait to be indexed.
  await same(asked, {})
  for (const { opened } of worlds) await indexWaiting(opened.ledger)
  await same(asked, {})
  const open = await worlds[1].ask('/api/v1/test/search?q=weerbaarheid')
  assert.ok(open.json.facets.kind.passage > 3, 'the letter of the pack is found')
  const inside = await worlds[1].ask('/api/v1/test/search?q=weerbaarheid', { as: 'keeper' })
  assert.equal(inside.json.facets.kind.passage, open.json.facets.kind.passage + 10, 'who may see the others finds them')
})

test('[H6] pages in both languages, search and two days compared are the same to the byte', async () => {
  const of = await routed(worlds[0])
  const compared = ['van=2024-12-06&tot=2025-06-01', 'van=2025-05-31&tot=2025-06-01', 'van=2025-05-31&tot=2025-06-01&wist=toen']
  const paths = [
    ...pageRoutes(of, [...HIDDEN, ...SOUGHT, 'belofte', 'T-0001', 'T-0001i', 'tweede', 'raad']),
    '/test/zoeken?q=weerbaarheid&vanaf=20',
    ...unseen.map(code => `/test/zoeken?q=weerbaarheid&in=${code}`),
    ...compared.map(query => `/test/-/verschil?${query}`),
    ...['bronnen/sg-0001i', 'bronnen/uv-0001i', 'bronnen/sg-0001i/geschiedenis', `meld/${'a'.repeat(43)}`].map(path => `/test/${path}`),
  ]
  for (const language of ['nl', 'en']) {
    const shown = await same(paths, { accept: 'text/html', 'accept-language': language })
    assert.ok(shown > 40, `only ${shown} pages in ${language} had anything on them`)
  }
  const inside = await worlds[1].ask('/test/zoeken?q=Onzichtbaarheid', { as: 'keeper', headers: { accept: 'text/html' } })
  assert.match(inside.text, /T-0001i|T-00\d\di/, 'who may see it does find it')
})

test('[H6] the static site is the same to the byte', async () => {
  const [one, two] = await Promise.all(worlds.map(({ opened }) => siteOf(opened, { workspace: 'test', on: '2025-06-01' })))
  assert.deepEqual([...(one?.keys() ?? [])], [...(two?.keys() ?? [])])
  for (const [path, bytes] of one ?? []) assert.ok(bytes.equals(two?.get(path) ?? Buffer.alloc(0)), path)
  assert.ok((one?.size ?? 0) > 20)
})
