import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type House, openHouse } from '../../../../tests/support/http.ts'
import { number } from '../../../fields/number.ts'
import { text } from '../../../fields/text.ts'
import { w } from '../../../kernel/words.ts'
import { csvOf } from './lists/csv.ts'

let house: House
let anna: string
before(async () => {
  house = await openHouse('2025-01-02T10:00:00.000Z')
  anna = await house.enter('coordinator')
})
after(() => house.close())

const at = '/api/v1/test'
const make = async (words: string, more: object = {}, envelope: object = {}) => {
  const answer = await house.act('commitment.make', { words, ...more }, { as: anna, more: envelope })
  assert.equal(answer.status, 201, answer.text)
  return answer.json.made[0].code as string
}

test('[H7] both times, and only for looking', async () => {
  const code = await make('Een fout', {}, { since: '2024-12-06' })
  house.clock.now = '2025-04-01T10:00:00.000Z'
  anna = await house.enter('coordinator')
  const { headers } = await house.ask(`${at}/commitments/${code}`, { as: anna })
  const fixed = await house.act(
    `commitments/${code}/correct`,
    { words: 'Verbeterd' },
    { as: anna, ifMatch: headers.get('etag') as string, more: { since: '2024-12-06' } },
  )
  assert.equal(fixed.status, 200, fixed.text)
  const table = [
    ['', 'Verbeterd'],
    ['?op=2024-12-06', 'Verbeterd'],
    ['?op=2024-12-06&bekend=nu', 'Verbeterd'],
    ['?op=2025-01-02&bekend=toen', 'Een fout'],
    ['?op=2024-12-06&bekend=toen', null],
    ['?bekend=2025-01-02T11:00:00%2B01:00', 'Een fout'],
    ['?bekend=2025-01-02T11:00:00+01:00', 'Een fout'],
    ['?bekend=2025-01-02T09:59:59Z', null],
    ['?op=2024-12-05', null],
  ] as const
  for (const [query, words] of table) {
    const answer = await house.ask(`${at}/commitments/${code}${query}`)
    assert.deepEqual([query, answer.status, answer.json.fields?.words ?? null], [query, words ? 200 : 404, words])
    const list = await house.ask(`${at}/commitments${query}`)
    assert.deepEqual([query, list.json.items.map((it: { words: string }) => it.words)], [query, words ? [words] : []])
  }
  for (const [query, what] of [
    ['op=2025-02-30', 'asof.day'],
    ['bekend=gisteren', 'asof.known'],
    ['op=', 'asof.day'],
    ['bekend=2025-13-01T00:00:00Z', 'asof.known'],
  ] as const)
    assert.equal((await house.ask(`${at}/commitments/${code}?${query}`)).json.code, what)
  const act = await house.act('commitment.make?op=2025-01-01', { words: 'Toen' }, { as: anna })
  assert.deepEqual([act.status, act.json.code], [422, 'asof.act'])
  house.clock.now = '2025-06-01T10:00:00.000Z'
  anna = await house.enter('coordinator')
})

test('[H8] [H10] pages begin after a place; what nobody knows is refused', async () => {
  for (let i = 0; i < 7; i++) await make(`Bladzijde ${i}`, { due: { from: null, to: '2027-03-31', phrase: '' } })
  const page = async (query: string) => (await house.ask(`${at}/commitments?year=2027&${query}`)).json
  const first = await page('size=3')
  assert.deepEqual([first.items.length, first.total], [3, 7])
  await make('Ertussen', { due: { from: null, to: '2026-12-31', phrase: '' } })
  const codes: string[] = first.items.map((it: { code: string }) => it.code)
  for (let next = first.next; next; ) {
    const more = await page(`size=3&after=${next}`)
    codes.push(...more.items.map((it: { code: string }) => it.code))
    next = more.next
  }
  assert.deepEqual([codes.length, new Set(codes).size, codes.toSorted()], [7, 7, codes])
  assert.ok(first.facets.year['2027'] === 7 && first.facets.state.due === 7, JSON.stringify(first.facets))
  const plain = await house.ask(`${at}/priorities?size=1`)
  assert.deepEqual([plain.status, plain.json.total, plain.json.next], [200, 0, null])
  for (const [query, code] of [
    ['size=0', 'list.size'],
    ['size=501', 'list.size'],
    ['size=1e1', 'list.size'],
    ['sise=3', 'list.unknown'],
    ['after=x', 'list.after'],
    ['format=xml', 'list.format'],
    ['by=nobody', 'ref.unknown'],
    ['__proto__=1', 'list.unknown'],
  ])
    assert.equal((await house.ask(`${at}/commitments?${query}`)).json.code, code, query)
  assert.equal((await house.ask(`${at}/commitments?facet.by=nobody`)).json.total, 0)
  assert.equal((await house.ask(`${at}/commitments/T-0001?sise=3`)).json.code, 'query.unknown')
})

test('[H9] CSV: every row, quoted as RFC 4180 says, and nothing that a spreadsheet runs', async () => {
  await make('=HYPERLINK("x"), "en"\nmeer')
  const all = (await house.ask(`${at}/commitments?size=500`)).json.total
  const csv = await house.ask(`${at}/commitments?format=csv&size=1`)
  assert.match(csv.headers.get('content-type') ?? '', /^text\/csv/)
  assert.match(csv.headers.get('content-disposition') ?? '', /commitments-2025-06-01\.csv/)
  assert.ok(csv.text.includes(`"'=HYPERLINK(""x""), ""en""\nmeer"`), csv.text)
  assert.equal(csv.text.split('\r\n').length, all + 2)
  const fields = { a: text(w('a', 'a')), n: number(w('n', 'n'), -10) }
  assert.equal(
    csvOf(fields, [
      { a: '@x', n: -5 },
      { a: null, n: null },
    ]),
    "\ufeffa,n\r\n'@x,-5\r\n,\r\n",
  )
})

test('[H13] the same bytes have the same ETag, and who has them gets 304', async () => {
  const code = await make('Met merk')
  for (const path of [
    `/commitments/${code}`,
    '/commitments',
    `/commitments/${code}/history`,
    '/commitments?format=csv',
    '/../openapi.json',
  ]) {
    const url = path === '/../openapi.json' ? '/api/v1/openapi.json' : at + path
    const [one, two] = [await house.ask(url), await house.ask(url)]
    const tag = one.headers.get('etag') as string
    assert.deepEqual([one.text, tag], [two.text, two.headers.get('etag')])
    for (const header of [tag, `W/${tag}`, `"x", ${tag}`, '*']) {
      const again = await house.ask(url, { headers: { 'if-none-match': header } })
      assert.deepEqual([again.status, again.text, again.headers.get('etag')], [304, '', tag])
    }
    assert.equal((await house.ask(url, { headers: { 'if-none-match': '"x"' } })).status, 200)
  }
  const before = (await house.ask(`${at}/commitments/${code}`, { as: anna })).headers.get('etag') as string
  await house.act(`commitments/${code}/note`, { note: 'binnen' }, { as: anna, ifMatch: before })
  const after = (await house.ask(`${at}/commitments/${code}`, { as: anna })).headers.get('etag') as string
  assert.match(after, /^"[0-9a-f]{32}\.[0-9a-f]{32}"$/)
  assert.notEqual(before.split('.')[0], after.split('.')[0])
  assert.equal((await house.ask(`${at}/commitments/${code}`, { method: 'HEAD' })).text, '')
})

test('[H16] nothing outside shows the number of a commit', async () => {
  const numbers: string[] = []
  const look = (value: unknown, path: string): void => {
    if (/\bseq\b/.test(path)) numbers.push(path)
    if (typeof value === 'object' && value !== null) for (const [name, each] of Object.entries(value)) look(each, `${path}.${name}`)
  }
  const code = await make('Geteld')
  for (const path of [`/commitments/${code}`, '/commitments', `/commitments/${code}/history`, '/people', '/memberships', '/documents'])
    look((await house.ask(at + path, { as: anna })).json, path)
  assert.deepEqual(numbers, [])
})

test('[H5] names of people are said to who may know them, never their keys', async () => {
  const inside = await house.ask(`${at}/people`, { as: anna })
  assert.match(inside.text, /coordinator 1/)
  const person = await house.ask(`${at}/people/P-0001`, { as: anna })
  const one = person.status === 200 ? person : await house.ask(`${at}/people/P-0001i`, { as: anna })
  assert.equal(one.json.fields.name, 'coordinator 1')
  for (const path of ['/memberships', '/people/P-0001', '/people/P-0001i']) {
    const outside = await house.ask(at + path)
    assert.ok(outside.status === 404 || outside.json.total === 0, outside.text)
  }
  const made = await house.ask(`${at}/commitments/${await make('Van Anna')}/history`, { as: anna })
  assert.equal(made.json.items[0].by.slice(0, 11), 'coordinator')
})
