import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Answer, type House, openHouse } from '../../../../tests/support/http.ts'
import { isBreak, verify } from '../../../ledger/proof/verify.ts'
import { hashOf } from '../signing/session.ts'

const form = { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' }
const html = { accept: 'text/html' }
let house: House
let coordinator: string
let contributor: string
let ports: string
let energy: string

const made = async (command: string, input: object): Promise<string> => {
  const answer = await house.act(command, input, { as: 'keeper' })
  assert.ok(answer.status < 300, answer.text)
  return answer.json.made[0].code
}
/** Acts on one signal as the coordinator has it before them. */
const decide = async (code: string, command: string, input: object = {}): Promise<Answer> => {
  const tag = (await house.ask(`/api/v1/test/signals/${code}`, { as: 'keeper' })).headers.get('etag') ?? ''
  return house.act(command, { of: code, ...input }, { as: 'keeper', ifMatch: tag })
}
const invite = async (of: string, until = '2026-01-01', as = 'keeper'): Promise<string> => {
  const answer = await house.ask('/test/-/uitnodigen', { as, method: 'POST', headers: form, body: `of=${of}&until=${until}` })
  return / value="http:\/\/localhost(\/test\/meld\/[\w-]{43})"/.exec(answer.text)?.[1] ?? `${answer.status} ${answer.text}`
}
let keys = 0
const send = (link: string, fields: Record<string, string>, key = `form-${++keys}`) =>
  house.ask(link, { method: 'POST', headers: form, body: new URLSearchParams({ _key: key, ...fields }).toString() })
const page = (link: string, language = 'nl') => house.ask(link, { headers: { ...html, 'accept-language': language } })
/** Without what is new on every page. */
const settled = (text: string) => text.replace(/(name="_key" value=")[^"]*/g, '$1')
const signalsNow = async () => (await house.ask('/api/v1/test/signals?size=500', { as: 'keeper' })).json.items

before(async () => {
  house = await openHouse('2025-06-01T10:00:00.000Z')
  coordinator = await house.enter('coordinator')
  contributor = await house.enter('contributor')
  ports = await made('network.add', { name: { nl: 'Netwerk Havens', en: 'Ports network' } })
  energy = await made('network.add', { name: { nl: 'Kennisgroep Energie', en: null } })
  const strategy = await house.act(
    'territory.add',
    { name: { nl: 'Nederland', en: 'Netherlands' }, zone: 'Europe/Amsterdam' },
    { as: 'keeper' },
  )
  assert.ok(strategy.status < 300, strategy.text)
})
after(() => house.close())

test('[H45] only a coordinator makes an invitation, it is shown once, and the ledger keeps its hash', async () => {
  const link = await invite(ports, '2026-01-01', coordinator)
  assert.match(link, /^\/test\/meld\/[\w-]{43}$/)
  const token = link.split('/').at(-1) ?? ''
  const { json, text } = await house.ask(`/api/v1/test/networks/${ports}`, { as: 'keeper' })
  assert.deepEqual([json.fields.link, json.fields.linkUntil], [hashOf(token), '2026-01-01'])
  assert.ok(!text.includes(token))
  for (const path of [`/test/bronnen/uitvraag`, `/api/v1/test/networks/${ports}/history`])
    assert.ok(!(await house.ask(path, { as: coordinator, headers: html })).text.includes(token), path)
  assert.match(await invite(ports, '2026-01-01', contributor), /^403/)
  assert.match(await invite(ports, '2026-01-01', ''), /^401/)
  assert.match(await invite(ports, '2020-01-01'), /^422/)
  assert.match(await invite(ports, 'morgen'), /^422/)
  assert.match(await invite('NW-9999i'), /^404/)
})

test('[H46] without an account: report, be thanked with the code, and read the answer at the same link', async () => {
  const link = await invite(ports)
  const first = await page(link)
  assert.equal(first.status, 200)
  assert.match(first.text, /U meldt namens Netwerk Havens/)
  assert.doesNotMatch(first.text, /<script|Energie/)
  assert.deepEqual([first.headers.get('cache-control'), first.headers.get('x-robots-tag')], ['no-store', 'noindex, nofollow'])
  const sent = await send(link, { text: 'Drones boven de terminal', sender: 'J. Bakker', reply: 'j@haven.example' })
  assert.equal(sent.status, 303)
  const code = /dank=(SG-\d+i)$/.exec(sent.headers.get('location') ?? '')?.[1] ?? assert.fail(sent.text)
  const thanks = await page(sent.headers.get('location') ?? '')
  assert.match(thanks.text, new RegExp(`ontvangen als ${code}`))
  assert.match(thanks.text, /wordt bekeken/)
  assert.doesNotMatch(thanks.text, /J\. Bakker|haven\.example/, 'the link is shared: who sent it is not on it')
  assert.equal((await decide(code, 'signal.answer', { answer: 'Dank. Wij nemen dit mee.' })).status, 200)
  assert.match((await page(link)).text, /beantwoord op 1 juni 2025[\s\S]*Dank\. Wij nemen dit mee\./)
  assert.match((await page(link, 'en')).text, /answered on 1 June 2025/)
  // What somebody inside wrote down of this network does not stand there.
  await made('signal.add', { text: 'Zij aarzelden aan de telefoon', network: ports })
  assert.doesNotMatch((await page(link)).text, /aarzelden/)
  // The code of somebody else's signal is thanked for by nobody.
  const other = await made('signal.add', { text: 'Iets anders', network: energy })
  assert.doesNotMatch((await page(`${link}?dank=${other}`)).text, /ontvangen als|Iets anders/)
})

test('[H46] wrong, over and revoked give one and the same answer', async () => {
  const wrong = `/test/meld/${'a'.repeat(43)}`
  const said = async (link: string) => {
    const [look, post, mail] = [
      await page(link),
      await send(link, { text: 'x' }),
      await house.ask(`${link}/mail`, { method: 'POST', body: 'From: a@x.example\r\n\r\nx' }),
    ]
    return [look.status, look.text, post.status, mail.status, mail.text]
  }
  const none = await said(wrong)
  assert.deepEqual([none[0], none[2], none[3]], [404, 404, 404])
  const old = await invite(ports)
  const fresh = await invite(ports, '2025-06-02')
  assert.deepEqual(await said(old), none, 'a new invitation takes the place of the old')
  assert.equal((await page(fresh)).status, 200)
  house.clock.now = '2025-06-03T10:00:00.000Z'
  const later = await said(wrong)
  assert.deepEqual(await said(fresh), later, 'after its last day')
  house.clock.now = '2025-06-01T11:00:00.000Z'
  const revoked = await invite(ports)
  const tag = (await house.ask(`/api/v1/test/networks/${ports}`, { as: 'keeper' })).headers.get('etag') ?? ''
  assert.equal((await house.act('network.revoke', { of: ports }, { as: 'keeper', ifMatch: tag })).status, 200)
  assert.equal((await page(revoked)).status, 404)
  for (const odd of ['/test/meld/', '/test/meld/x', `/nergens/meld/${'a'.repeat(43)}`, `/test/meld/${'a'.repeat(43)}/x`])
    assert.equal((await page(odd)).status, 404, odd)
})

test('[H46] a call stands behind the link of who is asked, while it is open, and what is answered there counts', async () => {
  const link = await invite(energy)
  const call = await made('call.make', { question: 'Welke storingen ziet u?', networks: [energy], from: '2025-06-01', until: '2025-06-20' })
  assert.match((await page(link)).text, /Welke storingen ziet u\?/)
  assert.doesNotMatch((await page(await invite(ports))).text, /Welke storingen/)
  const sent = await send(link, { text: 'Twee in mei', call })
  assert.equal(sent.status, 303)
  const { json } = await house.ask(`/api/v1/test/calls/${call}`, { as: 'keeper' })
  assert.deepEqual([json.follows.answers, json.follows.silent.length], [1, 0])
  // A call that is not open (any more) has no form: what is wrong stands at the general one.
  assert.match((await send(link, { text: '', call: 'UV-9' })).text, /Vul in wat u opmerkte/)
  // A call of others is as if it were none.
  const theirs = await made('call.make', { question: 'Iets anders', networks: [ports], from: '2025-06-01', until: '2025-06-20' })
  await send(link, { text: 'Toch een antwoord', call: theirs })
  assert.equal((await house.ask(`/api/v1/test/calls/${theirs}`, { as: 'keeper' })).json.follows.answers, 0)
})

test('[H47] what is sent is text and nothing else; nothing that is not public is named or known', async () => {
  const link = await invite(ports)
  const secret = await made('organisation.add', { name: { nl: 'Schaduwdienst', en: null }, label: 'internal' })
  const hidden = await made('territory.add', { name: { nl: 'Geheim gebied', en: null }, zone: 'Europe/Amsterdam', label: 'internal' })
  const before = await page(link)
  assert.doesNotMatch(before.text, /Schaduwdienst|Geheim gebied/)
  assert.match(before.text, /Nederland/)
  for (const territory of [hidden, secret, 'G-9999', '<b>'])
    assert.equal((await send(link, { text: `Bij ${territory}`, territory, lines: secret })).status, 303)
  const there = (await signalsNow()).filter((it: { text: string }) => it.text.startsWith('Bij '))
  assert.equal(there.length, 4)
  for (const it of there) {
    const { json } = await house.ask(`/api/v1/test/signals/${it.code}`, { as: 'keeper' })
    assert.deepEqual([json.fields.territory, json.fields.lines], [null, []])
  }
  const evil = '<script>alert(1)</script>\u202Egnp.exe\u0007 =HYPERLINK("http://x")'
  assert.equal((await send(link, { text: evil, sender: '<img src=x onerror=y>' })).status, 303)
  const shown = (await page(link)).text
  assert.ok(shown.includes('&lt;script>') || shown.includes('&lt;script&gt;'))
  assert.ok(!shown.includes('<script>alert') && !shown.includes('\u202E') && !shown.includes('\u0007'))
  const queue = await house.ask('/test/bronnen/signalen', { as: 'keeper', headers: html })
  assert.ok(!queue.text.includes('<script>alert') && !queue.text.includes('<img src=x'))
})

test('[H47] too long, too large and empty are refused where they are wrong, and what was typed stays', async () => {
  const link = await invite(ports)
  const long = await send(link, { text: 'woord '.repeat(900), sender: 'Anna' })
  assert.equal(long.status, 413)
  assert.match(long.text, /hoogstens 4000 tekens/i)
  assert.match(long.text, /value="Anna"/)
  assert.equal((await send(link, { text: 'x'.repeat(200_000) })).status, 413)
  const empty = await send(link, { text: ' \n ', sender: 'Bram' })
  assert.equal(empty.status, 422)
  assert.match(empty.text, /Vul in wat u opmerkte[\s\S]*value="Bram"/)
  const multipart = await house.ask(link, {
    method: 'POST',
    headers: { 'content-type': 'multipart/form-data; boundary=B' },
    body: '--B\r\nContent-Disposition: form-data; name="text"; filename="a.exe"\r\n\r\nMZ\r\n--B--',
  })
  assert.equal(multipart.status, 422)
  const foreign = await house.ask(link, { method: 'POST', headers: { ...form, origin: 'https://evil.example' }, body: 'text=x&_key=1' })
  assert.equal(foreign.status, 403)
})

test('[H48] sent twice is one signal, and a link that is passed round stops', async () => {
  const link = await invite(ports)
  const count = (await signalsNow()).length
  const twice = [await send(link, { text: 'Eén keer' }, 'same'), await send(link, { text: 'Eén keer' }, 'same')]
  assert.deepEqual(
    twice.map(it => it.headers.get('location')),
    Array(2).fill(twice[0]?.headers.get('location')),
  )
  assert.equal((await signalsNow()).length, count + 1)
  // Back to a form that was sent, and changed: said in words, and sent with a new key.
  const changed = await send(link, { text: 'Twee keer' }, 'same')
  assert.equal(changed.status, 409)
  assert.match(changed.text, /Uw eerdere melding is ontvangen[\s\S]*Twee keer/)
  const key = /name="_key" value="([^"]+)"/.exec(changed.text)?.[1] ?? ''
  assert.equal((await send(link, { text: 'Twee keer' }, key)).status, 303)
  let last = 0
  for (let i = 0; i < 25 && last !== 429; i++) last = (await send(link, { text: '' })).status
  assert.equal(last, 429)
  assert.equal((await page(link)).status, 200, 'reading goes on')
  assert.equal((await send(await invite(energy), { text: 'Van een ander' })).status, 303)
})

test('[H49] a mail gateway posts a message: a signal, or what stands apart; the same message once', async () => {
  const link = await invite(energy)
  const post = (body: string) => house.ask(`${link}/mail`, { method: 'POST', headers: { 'content-type': 'message/rfc822' }, body })
  const mail = 'From: "A. Bos" <a.bos@energie.example>\r\nSubject: Uitval\r\nMessage-ID: <7@x>\r\n\r\nIn Breda viel de stroom uit.'
  const first = await post(mail)
  assert.deepEqual([first.status, first.json.quarantined, first.json.taken.length], [202, false, 1])
  assert.deepEqual((await post(mail)).json, { taken: [], quarantined: false })
  const { json } = await house.ask(`/api/v1/test/signals/${first.json.taken[0]}`, { as: 'keeper' })
  assert.deepEqual(
    [json.fields.text, json.fields.reply, json.fields.channel],
    ['Uitval\n\nIn Breda viel de stroom uit.', 'a.bos@energie.example', 'mail'],
  )
  const auto = await post(`Auto-Submitted: auto-replied\r\n${mail}`)
  assert.equal(auto.json.quarantined, true)
  const queue = await house.ask(`/test/bronnen/signalen?kies=${auto.json.taken[0]}`, { as: 'keeper', headers: html })
  assert.match(queue.text, /automatisch antwoord[\s\S]*niet geopend/)
  assert.equal((await decide(auto.json.taken[0], 'signal.set-aside')).status, 200)
})

test('[S57] an erased text is gone from every door, the chain of acts stays', async () => {
  const code = await made('signal.add', { text: 'Bevat de naam van Piet', sender: 'Piet', network: ports })
  assert.equal((await decide(code, 'signal.erase', { confirm: code })).status, 200)
  for (const path of [
    `/api/v1/test/signals/${code}`,
    `/api/v1/test/signals/${code}/history`,
    `/test/bronnen/${code}`,
    '/test/bronnen/signalen',
    '/api/v1/test/signals?format=csv',
  ])
    assert.ok(!(await house.ask(path, { as: 'keeper' })).text.includes('Piet'), path)
  assert.ok(!isBreak(await verify(house.opened.ledger.store, 'test')))
})

test('[S50] the public sees no signal, network or call, at no door', async () => {
  const [{ code }] = await signalsNow()
  for (const path of ['signals', 'networks', 'calls']) {
    const answer = await house.ask(`/api/v1/test/${path}`)
    assert.ok(answer.status === 401 || answer.json.items.length === 0, `${path} ${answer.status}`)
  }
  for (const path of [`/api/v1/test/signals/${code}`, `/api/v1/test/networks/${ports}`, `/test/bronnen/${code}`])
    assert.equal((await house.ask(path)).status, 404, path)
  for (const path of ['/test/bronnen/signalen', '/test/bronnen/uitvraag'])
    assert.equal((await house.ask(path, { headers: html })).status, 401, path)
  assert.equal((await house.act('signal.add', { text: 'x' })).status, 401)
})

test('[H46] the page behind a link is the same to the byte with and without what is internal', async () => {
  const link = await invite(ports)
  const one = settled((await page(link)).text)
  await made('commitment.make', { words: 'Een geheime belofte', label: 'internal' })
  await made('signal.add', { text: 'Van een ander netwerk', network: energy })
  await made('signal.add', { text: 'Van niemand' })
  await made('network.add', { name: { nl: 'Stil netwerk', en: null } })
  await made('territory.add', { name: { nl: 'Nog een geheim', en: null }, zone: 'Europe/Amsterdam', label: 'internal' })
  assert.equal(settled((await page(link)).text), one)
})
