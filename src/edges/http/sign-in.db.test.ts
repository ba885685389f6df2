import assert from 'node:assert/strict'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { type House, openHouse } from '../../../tests/support/http.ts'
import { languageOf } from './problems.ts'
import { makeLink } from './sign-in.ts'

let house: House
let person: string
before(async () => {
  house = await openHouse('2025-06-01T08:00:00.000Z')
  await house.enter('administrator')
  const answer = await house.act('person.invite', { name: 'Bram', role: 'coordinator' }, { as: await house.enter('administrator') })
  const snapshot = await house.opened.ledger.snapshot('test', 'internal', { on: '2025-06-01' as never })
  person = snapshot.coded(answer.json.made.find((it: { kind: string }) => it.kind === 'person').code)?.id as string
})
after(() => house.close())

const html = { accept: 'text/html,*/*', 'content-type': 'application/x-www-form-urlencoded' }
const press = (link: string, headers: Record<string, string> = html) =>
  house.ask('/-/sign-in', { method: 'POST', headers, body: new URLSearchParams({ link: link.split('link=')[1] ?? '' }).toString() })
const link = () => makeLink(house.opened.ledger.store, 'test', person, house.clock.now)
const later = (minutes: number) => {
  house.clock.now = new Date(Date.parse(house.clock.now) + minutes * 60_000).toISOString()
}
const seesPeople = async (as: string) => (await house.ask('/api/v1/test/people', { as })).status === 200

test('[H4] looking at a link does not use it up, pressing the button does', async () => {
  const mine = await link()
  for (let scans = 0; scans < 3; scans++) {
    const page = await house.ask(mine, { headers: { 'accept-language': 'en' } })
    assert.equal(page.status, 200)
    assert.match(page.text, /<form method="post" action="\/-\/sign-in">.*Sign in/s)
  }
  const pressed = await press(mine)
  assert.deepEqual([pressed.status, pressed.headers.get('location')], [303, '/test'])
  const cookie = pressed.headers.get('set-cookie') ?? ''
  for (const part of [/^koersvast=[\w-]{43};/, /HttpOnly/, /SameSite=Lax/, /Path=\//]) assert.match(cookie, part)
  assert.ok(await seesPeople(cookie.split(';')[0] ?? ''))
})

test('[H5] a link works once and for fifteen minutes; a forged one never', async () => {
  const once = await link()
  assert.deepEqual([(await press(once)).status, (await press(once)).status], [303, 401])
  const old = await link()
  later(15)
  const late = await press(old)
  assert.equal(late.status, 401)
  assert.match(late.text, /Vraag een nieuwe link/)
  for (const forged of ['', 'x', 'A'.repeat(43), '<script>alert(1)</script>', "' or 1=1 --"]) {
    const answer = await press(`?link=${forged}`)
    assert.deepEqual([forged, answer.status, answer.headers.get('set-cookie')], [forged, 401, null])
    assert.doesNotMatch((await house.ask(`/-/sign-in?link=${encodeURIComponent(forged)}`)).text, /<script/)
  }
  const program = await press('?link=nope', { 'content-type': 'application/x-www-form-urlencoded' })
  assert.deepEqual([program.status, program.json.code], [401, 'link.used'])
  const [one, two] = await link().then(both => Promise.all([press(both), press(both)]))
  assert.deepEqual([one?.status, two?.status].sort(), [303, 401])
})

test('[H5] a session ends after 30 minutes of silence, after ten hours, at signing out and with the membership', async () => {
  const enter = async () => ((await press(await link())).headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  const silent = await enter()
  later(29)
  assert.ok(await seesPeople(silent))
  later(29)
  assert.ok(await seesPeople(silent))
  later(31)
  assert.ok(!(await seesPeople(silent)))
  const long = await enter()
  for (let n = 0; n < 24; n++) {
    later(25)
    assert.ok(await seesPeople(long))
  }
  later(1)
  assert.ok(!(await seesPeople(long)))

  const out = await enter()
  const left = await house.ask('/-/sign-out', { as: out, method: 'POST' })
  assert.deepEqual([left.status, await seesPeople(out)], [303, false])

  const admin = await house.enter('administrator')
  const people = (await house.ask('/api/v1/test/people', { as: admin })).json.items as { code: string; name: string }[]
  const code = people.find(it => it.name === 'Bram')?.code as string
  const bram = await enter()
  const tag = (await house.ask(`/api/v1/test/memberships/${code}`, { as: admin })).headers.get('etag') as string
  const ended = await house.act(`memberships/${code}/end`, { until: house.clock.now.slice(0, 10) }, { as: admin, ifMatch: tag })
  assert.equal(ended.status, 200, ended.text)
  assert.ok(await seesPeople(bram))
  house.clock.now = `${new Date(Date.parse(house.clock.now) + 86_400_000).toISOString().slice(0, 10)}T00:00:01.000Z`
  assert.ok(!(await seesPeople(await enter())))
})

test('[H5] a session is of one workspace, and a made-up cookie is nobody', async () => {
  await house.opened.ledger.store.addWorkspace('elders')
  const cookie = await house.enter('administrator')
  assert.equal((await house.ask('/api/v1/elders/people', { as: cookie })).status, 401)
  for (const made of ['koersvast=x', 'koersvast=', `koersvast=${'A'.repeat(43)}`, '__Host-koersvast=x'])
    assert.ok(!(await seesPeople(made)))
})

test('[H3] what another site sends is refused before anything of it is read', async () => {
  const cookie = await house.enter('coordinator')
  const table: readonly (readonly [Record<string, string>, number])[] = [
    [{}, 201],
    [{ origin: 'http://localhost' }, 201],
    [{ origin: 'http://localhost', 'sec-fetch-site': 'same-origin' }, 201],
    [{ 'sec-fetch-site': 'none' }, 201],
    [{ origin: 'https://elders.example' }, 403],
    [{ origin: 'null' }, 403],
    [{ origin: 'http://localhost:81' }, 403],
    [{ origin: 'http://localhost.elders.example' }, 403],
    [{ 'sec-fetch-site': 'cross-site' }, 403],
    [{ 'sec-fetch-site': 'same-site' }, 403],
    [{ origin: 'http://localhost', 'sec-fetch-site': 'cross-site' }, 403],
  ]
  for (const [headers, status] of table) {
    const answer = await house.act('commitment.make', { words: 'Van wie' }, { as: cookie, headers })
    assert.deepEqual([headers, answer.status], [headers, status])
  }
  const mine = await link()
  assert.equal((await press(mine, { ...html, origin: 'https://elders.example' })).status, 403)
  assert.equal((await press(mine)).status, 303)
})

test('[H2] every answer forbids what a page of ours never needs', async () => {
  for (const path of ['/', '/api/v1/test/commitments', '/api/v1/openapi.json', '/-/sign-in', '/api/v1/nergens/x', '/test/nergens']) {
    const { headers } = await house.ask(path)
    assert.match(headers.get('content-security-policy') ?? '', /^default-src 'none'; style-src 'self'; script-src 'self';/)
    assert.doesNotMatch(headers.get('content-security-policy') ?? '', /unsafe/)
    assert.deepEqual(
      ['x-content-type-options', 'referrer-policy', 'cross-origin-opener-policy'].map(name => headers.get(name)),
      ['nosniff', 'same-origin', 'same-origin'],
    )
  }
  const page = (await house.ask('/-/sign-in')).text
  assert.doesNotMatch(page, /<style| style=| on[a-z]+="|<script(?! type="module" src=)/)
})

test('[H1] the language is the first of nl and en that is asked for', () => {
  for (const [header, language] of [
    [undefined, 'nl'],
    ['', 'nl'],
    ['en', 'en'],
    ['de-DE, fr', 'nl'],
    ['en-GB, nl;q=0.9', 'en'],
    ['en;q=0.1, nl;q=0.9', 'nl'],
    ['en;q=0, nl', 'nl'],
    ['en;q=0', 'nl'],
    [';;;q=x,,,', 'nl'],
  ] as const)
    assert.equal(languageOf(header), language, header)
})

test('[H22] it listens on a port of this machine and on a socket of its owner, and stops', async () => {
  const port = await house.server.listen(0)
  const answer = await fetch(`http://127.0.0.1:${port}/-/help`)
  assert.deepEqual([answer.status, (await answer.text()).startsWith('<!doctype html>')], [200, true])
  const folder = await mkdtemp(join(tmpdir(), 'koersvast-socket-'))
  const path = join(folder, 'door')
  assert.equal(await house.server.listen(path), path)
  assert.equal((await stat(path)).mode & 0o777, 0o600)
  await assert.rejects(house.server.listen(Number(port)), /EADDRINUSE/)
  await house.server.close()
  await assert.rejects(fetch(`http://127.0.0.1:${port}/-/help`))
  await rm(folder, { recursive: true })
})
