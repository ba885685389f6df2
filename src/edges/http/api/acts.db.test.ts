import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type House, openHouse } from '../../../../tests/support/http.ts'
import { LIMIT } from '../guards.ts'

let house: House
let anna: string
before(async () => {
  house = await openHouse()
  anna = await house.enter('coordinator')
})
after(() => house.close())

const made = async (words: string, more: object = {}) => {
  const answer = await house.act('commitment.make', { words, ...more }, { as: anna })
  assert.equal(answer.status, 201, answer.text)
  return answer.json.made[0] as { code: string; address: string }
}

test('[H14] a repeat gets the same outcome, another act is refused, and no key says what to send', async () => {
  const once = await house.act('commitment.make', { words: 'Eén keer' }, { as: anna, key: 'retry' })
  const again = await house.act('commitment.make', { words: 'Eén keer' }, { as: anna, key: 'retry' })
  assert.deepEqual([once.status, again.status, again.json.repeated], [201, 201, true])
  assert.deepEqual(again.json.made, once.json.made)
  assert.equal(once.headers.get('location'), once.json.made[0].address)
  const other = await house.act('commitment.make', { words: 'Iets anders' }, { as: anna, key: 'retry' })
  assert.deepEqual([other.status, other.json.code], [409, 'key.reused'])
  for (const key of ['', ' ', 'e x', 'x'.repeat(201)]) {
    const none = await house.act('commitment.make', { words: 'Zonder' }, { as: anna, headers: { 'idempotency-key': key } })
    assert.deepEqual([none.status, none.json.code], [400, 'key.missing'])
    assert.match(none.json.do.nl, /Idempotency-Key/)
  }
})

test('[H11] no version seen is 428, a field changed meanwhile 412 with both, other fields merge', async () => {
  const { code, address } = await made('Samen')
  const seen = await house.ask(address, { as: anna })
  const tag = seen.headers.get('etag') as string
  const without = await house.act('commitment.correct', { of: code, words: 'Anders' }, { as: anna })
  assert.deepEqual([without.status, without.json.code], [428, 'expected.missing'])
  const any = await house.act('commitment.correct', { of: code, words: 'Anders' }, { as: anna, ifMatch: '*' })
  assert.equal(any.status, 428)
  const first = await house.act('commitment.correct', { of: code, byWords: 'de minister' }, { as: anna, ifMatch: tag })
  assert.deepEqual([first.status, first.json.changed[0].code], [200, code])
  const merged = await house.act(
    'commitment.correct',
    { of: code, words: 'Anders', byWords: null },
    { as: anna, more: { expected: { [code]: tag } } },
  )
  assert.deepEqual([merged.status, merged.json.merged], [200, [code]])
  const late = await house.act('commitment.correct', { of: code, words: 'Weer anders' }, { as: anna, ifMatch: tag })
  assert.deepEqual([late.status, late.json.code], [412, 'expected.changed'])
  assert.match(late.json.found, /Anders/)
  assert.match(late.json.wanted, /Weer anders/)
  const stranger = await house.act('commitment.correct', { of: code, words: 'X' }, { as: anna, more: { expected: { 'T-9999': tag } } })
  assert.deepEqual([stranger.status, stranger.json.code, stranger.json.where], [422, 'ref.unknown', 'expected'])
  const list = await house.act(
    'commitment.correct',
    { of: code, remark: { nl: 'ja', en: null } },
    { as: anna, ifMatch: `"x", ${(await house.ask(address, { as: anna })).headers.get('etag')}` },
  )
  assert.equal(list.status, 200)
})

test('[H17] the short address is the same act, and fills in what it is about', async () => {
  const { address, code } = await made('Kort', { due: { from: null, to: '2025-03-31', phrase: '' } })
  const tag = (await house.ask(address, { as: anna })).headers.get('etag') as string
  const due = { from: null, to: '2025-09-30', phrase: '' }
  const path = `commitments/${code.toLowerCase()}/move`
  const moved = await house.act(path, { due }, { as: anna, ifMatch: tag, key: 'short' })
  assert.equal(moved.status, 201, moved.text)
  const long = await house.act('commitment.move', { of: code, due }, { as: anna, ifMatch: tag, key: 'short' })
  assert.deepEqual([long.status, long.json.repeated, long.json.made], [201, true, moved.json.made])
  const twice = await house.act(path, { of: 'T-0001', due }, { as: anna, ifMatch: tag })
  assert.deepEqual([twice.status, twice.json.code], [422, 'about.twice'])
  for (const wrong of ['commitments/T-9999/move', 'commitments/T-0001/dance', 'dances/T-0001/move', 'goals/T-0001/move'])
    assert.equal((await house.act(wrong, { due }, { as: anna })).status, 404, wrong)
})

test('[H15] too large, of another type, no JSON, nested without end', async () => {
  const at = '/api/v1/test/commands/commitment.make'
  const headers = { 'content-type': 'application/json', 'idempotency-key': 'hostile' }
  const large = await house.ask(at, { as: anna, method: 'POST', headers: { ...headers, 'content-length': `${LIMIT + 1}` }, body: '{}' })
  assert.deepEqual([large.status, large.json.code], [413, 'body.too-large'])
  const form = await house.ask(at, { as: anna, method: 'POST', headers: { ...headers, 'content-type': 'text/plain' }, body: '{}' })
  assert.deepEqual([form.status, form.json.code], [415, 'body.type'])
  const table = [
    ['{', 400, 'json.syntax'],
    ['', 400, 'json.syntax'],
    ['[]', 422, 'body.object'],
    ['null', 422, 'body.object'],
    ['"[[["', 422, 'body.object'],
    ['['.repeat(200_000), 422, 'json.deep'],
    [`{"input":{"words":${'['.repeat(5000)}${']'.repeat(5000)}}}`, 422, 'json.deep'],
    ['{"input":{"words":"a\\u0000b"}}', 422, 'field.text'],
    ['{"input":{"words":"\\ud800"}}', 422, 'field.text'],
    ['{"input":{"__proto__":{"words":"x"},"words":"x"}}', 422, 'field.unknown'],
    ['{"input":{"words":"x"},"__proto__":1}', 422, 'body.unknown'],
    ['{"input":[]}', 422, 'body.input'],
    ['{"input":{"words":"x"},"since":"2025-02-30"}', 422, 'body.since'],
    ['{"input":{"words":"x"},"since":null,"extra":1}', 422, 'body.unknown'],
    ['{"input":{"words":"x"},"evidence":[{"document":"kst-1-1","segments":[],"quote":"x"}]}', 422, 'evidence.unknown'],
    [
      '{"input":{"words":"x"},"evidence":[{"by":"Jan Jansen","organisation":null,"on":"2025-01-01","words":"ja"}]}',
      422,
      'evidence.unknown',
    ],
    ['{"input":{"words":"x"},"evidence":[1]}', 422, 'body.evidence'],
  ] as const
  for (const [body, status, code] of table) {
    const answer = await house.ask(at, { as: anna, method: 'POST', headers, body })
    assert.deepEqual([body.slice(0, 60), answer.status, answer.json.code], [body.slice(0, 60), status, code])
  }
  assert.deepEqual(house.logged, [])
})

test('[H1] the same shape of problem at every door, in the language asked for', async () => {
  const reader = await house.enter('reader')
  const { address } = await made('Vorm')
  const at = '/api/v1/test/commands/commitment.make'
  const doors: readonly (readonly [number, Promise<import('../../../../tests/support/http.ts').Answer>])[] = [
    [401, house.act('commitment.make', { words: 'x' })],
    [401, house.ask('/api/v1/test/people')],
    [403, house.act('commitment.make', { words: 'x' }, { as: reader })],
    [403, house.ask(at, { method: 'POST', headers: { origin: 'https://elders.example' } })],
    [404, house.ask('/api/v1/nergens/commitments')],
    [404, house.ask('/api/v1/test/commitments/T-9999')],
    [404, house.ask(`${address.replace('commitments', 'goals')}`)],
    [404, house.act('dance.now', {}, { as: anna })],
    [404, house.ask('/api/v2')],
    [404, house.ask('/api')],
    [404, house.ask('/-/nergens')],
    [405, house.ask('/api/v1/test/commitments', { method: 'DELETE' })],
    [422, house.act('commitment.make', { words: '' }, { as: anna })],
    [422, house.ask('/api/v1/test/commitments?op=gisteren')],
    [401, house.ask('/-/sign-in', { method: 'POST', body: 'link=x' })],
  ]
  for (const [status, door] of doors) {
    const answer = await door
    assert.equal(answer.status, status, answer.text)
    assert.match(answer.headers.get('content-type') ?? '', /^application\/problem\+json/)
    assert.match(answer.json.type, /^urn:koersvast:problem:[a-z.-]+$/)
    assert.equal(answer.json.status, status)
    for (const language of ['nl', 'en']) assert.ok(answer.json.do[language].length > 10)
    assert.equal(answer.json.detail, answer.json.do.nl)
  }
  const english = await house.ask('/api/v1/test/commitments/T-9999', { headers: { 'accept-language': 'de, en;q=0.8, nl;q=0.3' } })
  assert.equal(english.json.detail, english.json.do.en)
  assert.equal(english.headers.get('content-language'), 'en')
  const three = await house.act('commitment.make', { kind: 'dance', strength: 'x', words: '' }, { as: anna })
  assert.deepEqual([three.json.also.length, three.json.where !== undefined], [2, true])
})
