import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { type House, openHouse, SITE } from '../../../tests/support/http.ts'
import { createServer } from './server.ts'
import { packingOf } from './transfer.ts'

let house: House
let anna: string
before(async () => {
  house = await openHouse()
  anna = await house.enter('coordinator')
  for (let i = 0; i < 20; i++) await house.act('commitment.make', { words: `Toezegging nummer ${i}` }, { as: anna })
})
after(() => house.close())

const raw = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  house.server.fetch(new Request(SITE + path, { method, headers: { accept: 'text/html', ...headers } }))
const bytes = async (response: Response) => Buffer.from(await response.arrayBuffer())
const path = '/test/koers/toezeggingen'

test('[H34] packed for who takes it, the same once unpacked, and a cache is told', async () => {
  const plain = await raw(path)
  const text = await bytes(plain)
  assert.equal(plain.headers.get('content-encoding'), null)
  assert.match(plain.headers.get('vary') ?? '', /Accept-Encoding/)
  for (const [name, unpack] of [
    ['br', brotliDecompressSync],
    ['gzip', gunzipSync],
  ] as const) {
    const answer = await raw(path, { 'accept-encoding': name })
    assert.equal(answer.headers.get('content-encoding'), name)
    const small = await bytes(answer)
    assert.equal(Number(answer.headers.get('content-length')), small.length)
    assert.ok(small.length < text.length / 2)
    assert.deepEqual(unpack(small), text)
  }
  const asset = /(\/-\/assets\/[^"]+\.css)/.exec(text.toString())?.[1] ?? ''
  assert.equal((await raw(asset, { 'accept-encoding': 'gzip, br' })).headers.get('content-encoding'), 'br')
  assert.equal((await raw('/-/sign-in?link=abcdefghijklmnopqrstuvwxyz', { 'accept-encoding': 'br' })).headers.get('content-encoding'), null)
})

test('[H34] what a reader takes is read as they say it', () => {
  const table: readonly (readonly [string | undefined, string | undefined])[] = [
    [undefined, undefined],
    ['', undefined],
    ['gzip', 'gzip'],
    ['gzip, deflate, br', 'br'],
    ['br;q=0, gzip', 'gzip'],
    ['*', 'br'],
    ['*;q=0', undefined],
    ['identity', undefined],
    ['BR', 'br'],
  ]
  for (const [header, wanted] of table) assert.equal(packingOf(header), wanted, String(header))
})

test('[H34] an answer whose tag names a version is never packed, so that If-Match still fits; others get a weak tag', async () => {
  const thing = await raw('/api/v1/test/commitments/T-0001', { accept: 'application/json', 'accept-encoding': 'br' })
  assert.equal(thing.headers.get('content-encoding'), null)
  const tag = thing.headers.get('etag') ?? ''
  assert.match(tag, /^"[0-9a-f]+\.[0-9a-f]+"$/)
  assert.equal((await house.act('commitment.note', { of: 'T-0001', note: 'x' }, { as: anna, ifMatch: tag })).status, 200)
  const list = await raw('/api/v1/test/commitments', { accept: 'application/json', 'accept-encoding': 'br' })
  assert.equal(list.headers.get('content-encoding'), 'br')
  const weak = list.headers.get('etag') ?? ''
  assert.match(weak, /^W\/"/)
  assert.equal(
    (await raw('/api/v1/test/commitments', { accept: 'application/json', 'if-none-match': weak, 'accept-encoding': 'br' })).status,
    304,
  )
})

test('[H34] a public page gives 304 to who has it; what is for one reader is private', async () => {
  const page = await raw(path)
  assert.equal(page.headers.get('cache-control'), 'public, no-cache')
  const tag = page.headers.get('etag') ?? ''
  const again = await raw(path, { 'if-none-match': tag })
  assert.deepEqual([again.status, (await bytes(again)).length, again.headers.get('etag')], [304, 0, tag])
  assert.match(again.headers.get('content-security-policy') ?? '', /default-src 'none'/)
  const mine = await raw(path, { cookie: anna })
  assert.deepEqual([mine.headers.get('cache-control'), mine.headers.get('etag')], ['private, no-cache', null])
  const tongue = await raw(`${path}?taal=en`)
  assert.deepEqual([tongue.headers.get('cache-control'), tongue.headers.get('etag')], ['private, no-cache', null])
  assert.match((await raw('/test/koers/t-9999')).headers.get('cache-control') ?? '', /private/)
})

test('[H34] HEAD answers as GET, without the bytes', async () => {
  for (const at of [path, '/api/v1/test/commitments', '/test/koers/t-9999']) {
    const [get, head] = [await raw(at), await raw(at, {}, 'HEAD')]
    assert.equal(head.status, get.status, at)
    assert.equal((await bytes(head)).length, 0, at)
    for (const name of ['content-type', 'cache-control', 'content-security-policy', 'etag'])
      assert.equal(head.headers.get(name), get.headers.get(name), `${at} ${name}`)
  }
})

test('[H33] over the limit: 429 with when to come back; a made-up cookie does not help, a session does', async () => {
  const { ledger } = house.opened
  const clock = { now: house.clock.now }
  const few = createServer({
    ledger,
    views: [],
    pages: { pages: [], sections: [] },
    now: () => clock.now,
    today: () => house.clock.now.slice(0, 10) as never,
    endOf: on => on,
    secure: false,
    log: () => undefined,
    limits: { signIn: { burst: 2, perMinute: 2 }, anonymous: { burst: 3, perMinute: 3 }, proxied: true },
  })
  const port = await few.listen(0)
  try {
    const ask = (from: string, more: Record<string, string> = {}, method = 'GET', at = '/api/v1/test/commitments') =>
      fetch(`http://127.0.0.1:${port}${at}`, { method, headers: { 'x-forwarded-for': `203.0.113.9, ${from}`, ...more } })
    const statuses = async (from: string, n: number, more?: Record<string, string>) => {
      const out: number[] = []
      for (let i = 0; i < n; i++) out.push((await ask(from, more)).status)
      return out
    }
    assert.deepEqual(await statuses('192.0.2.1', 4), [200, 200, 200, 429])
    assert.deepEqual(await statuses('192.0.2.1', 1, { cookie: 'koersvast=made-up' }), [429])
    assert.deepEqual(await statuses('192.0.2.2', 5, { cookie: anna }), [200, 200, 200, 200, 200])
    const refused = await ask('192.0.2.1')
    assert.equal(refused.headers.get('content-type'), 'application/problem+json; charset=utf-8')
    assert.equal(refused.headers.get('retry-after'), '20')
    assert.match(await refused.text(), /"type":"urn:koersvast:problem:rate\.limited".*"status":429/)
    const tries: number[] = []
    for (let i = 0; i < 3; i++) tries.push((await ask('192.0.2.3', { cookie: anna }, 'POST', '/-/sign-in')).status)
    assert.deepEqual(tries, [401, 401, 429])
    clock.now = new Date(Date.parse(clock.now) + 20_000).toISOString()
    assert.deepEqual(await statuses('192.0.2.1', 2), [200, 429])
  } finally {
    await few.close()
  }
})

test('[H43] a public page is the same bytes until a commit that the public sees, and is nobody else’s', async () => {
  const english = { 'accept-language': 'en' }
  const first = await bytes(await raw(path))
  assert.deepEqual(await bytes(await raw(path)), first)
  assert.match((await bytes(await raw(path, english))).toString(), /lang="en"/)
  assert.match((await bytes(await raw(path, { cookie: anna }))).toString(), /action="\/-\/sign-out"|Afmelden/)
  assert.deepEqual(await bytes(await raw(path)), first)
  await house.act('commitment.make', { words: 'Een woord dat er nog niet stond' }, { as: anna })
  assert.match((await bytes(await raw(path))).toString(), /Een woord dat er nog niet stond/)
  assert.match((await bytes(await raw(path, { 'accept-encoding': 'identity' }))).toString(), /Een woord dat er nog niet stond/)
})
