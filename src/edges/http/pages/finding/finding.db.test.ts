import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type House, openHouse } from '../../../../../tests/support/http.ts'

let house: House
let anna: string
const tagOf = async (plural: string, code: string) =>
  (await house.ask(`/api/v1/test/${plural}/${code}`, { as: anna })).headers.get('etag') ?? ''
const act = async (command: string, input: object, since: string, about?: readonly [string, string]) => {
  const ifMatch = about && (await tagOf(...about))
  const answer = await house.act(command, input, { as: anna, more: { since }, ...(ifMatch && { ifMatch }) })
  assert.ok(answer.status < 300, answer.text)
}
const at = (n: number) => {
  house.clock.now = `2025-06-01T10:0${n}:00.000Z`
}
const page = (path: string, as?: string, language = 'nl') =>
  house.ask(`/test/${path}`, { ...(as && { as }), headers: { accept: 'text/html', 'accept-language': language } })

before(async () => {
  house = await openHouse('2025-06-01T10:00:00.000Z')
  anna = await house.enter('coordinator')
  await act('organisation.add', { name: { nl: 'Veiligheidsregio Fryslân', en: null } }, '2025-01-01')
  await act('commitment.make', { words: 'Overleg over veilig varen' }, '2025-01-01')
  await act('commitment.make', { words: 'Varen met beleid' }, '2025-02-01')
  await act('commitment.make', { words: 'Geheim varen', label: 'internal' }, '2025-02-01')
  at(2)
  await act('record.end', { thing: 'T-0002' }, '2025-05-01', ['commitments', 'T-0002'])
  await act('commitment.correct', { of: 'T-0001', words: 'Overleg over veilig varen op zee' }, '2025-04-01', ['commitments', 'T-0001'])
  at(4)
})
after(() => house.close())

test('[H30] a code opens at once, in any case, and the day goes along', async () => {
  const jump = await page('zoeken?q=t-0001&op=2025-03-01')
  assert.deepEqual([jump.status, jump.headers.get('location')], [302, '/test/koers/t-0001?op=2025-03-01'])
  assert.equal((await page('zoeken?q=T-0001i')).status, 200)
  assert.equal((await page('zoeken?q=T-0001i', anna)).status, 302)
})

test('[H30] words give what this reader may see on this day, by kind, with how many', async () => {
  const mine = await page('zoeken?q=varen', anna)
  assert.match(mine.text, /3 resultaten.*Toezeggingen.*T-0001.*T-0001i.*T-0002/s)
  const open = await page('zoeken?q=varen')
  assert.match(open.text, /1 resultaat voor.*T-0001/s)
  assert.doesNotMatch(open.text, /Geheim|T-0001i|T-0002/)
  assert.match((await page('zoeken?q=fryslan', undefined, 'en')).text, /1 result for.*Organisations.*Veiligheidsregio Fryslân/s)
  const past = await page('zoeken?q=varen&op=2025-02-15')
  assert.match(past.text, /2 resultaten.*href="\/test\/koers\/t-0002\?op=2025-02-15"/s)
  assert.match(past.text, /name="op" value="2025-02-15"/)
})

test('[H30] nothing found says what to try; what was typed comes back as text; every page has the box', async () => {
  const none = await page('zoeken?q=%3Cscript%3Ealert(1)%3C/script%3E&op=2025-02-15')
  assert.match(none.text, /Niets gevonden voor “&lt;script>.*Kijk de spelling na.*Zoek op vandaag/s)
  assert.doesNotMatch(none.text, /<script>alert/)
  assert.match((await page('zoeken')).text, /Zoek op een code/)
  assert.match((await page('koers')).text, /<form class="search" method="get" action="\/test\/zoeken">/)
  assert.equal((await page(`zoeken?q=${'a'.repeat(5000)}`)).status, 200)
})

test('[H31] what ended is marked in search and is 410 with the way to its last day, for who is inside', async () => {
  const found = await page('zoeken?q=beleid', anna)
  assert.match(found.text, /href="\/test\/koers\/t-0002\?op=2025-04-30".*gold tot en met 30 april 2025/s)
  const gone = await page('koers/t-0002', anna)
  assert.equal(gone.status, 410)
  assert.match(gone.text, /Dit is er niet meer.*href="\/test\/koers\/t-0002\?op=2025-04-30"/s)
  assert.equal((await page('koers/t-0002?op=2025-04-30', anna)).status, 200)
  assert.equal((await page('koers/t-0002?op=2025-01-15', anna)).status, 404)
})

test('[H31] from outside an end and a raised label look the same: not there', async () => {
  at(5)
  await act('commitment.make', { words: 'Straks verborgen varen' }, '2025-02-01')
  await act('commitment.correct', { of: 'T-0003', label: 'internal' }, '2025-05-01', ['commitments', 'T-0003'])
  at(6)
  for (const code of ['t-0002', 't-0003']) {
    assert.equal((await page(`koers/${code}`)).status, 404)
    assert.match((await page(`zoeken?q=${code}`)).text, /Niets gevonden/)
  }
  assert.doesNotMatch((await page('zoeken?q=varen')).text, /verborgen|beleid/)
  assert.match((await page('zoeken?q=verborgen', anna)).text, /class="label-bar".*1 resultaat/s)
})

test('[H32] before and after of two days, for this reader; with what was known then it tells what is new', async () => {
  const both = await page('-/verschil?van=2025-03-01&tot=2025-06-01', anna)
  assert.match(both.text, /<del>Overleg over veilig varen<\/del>.*<ins>Overleg over veilig varen op zee<\/ins>/s)
  assert.match(both.text, /Varen met beleid.*weg/s)
  const open = await page('-/verschil?van=2025-03-01&tot=2025-06-01', undefined, 'en')
  assert.match(open.text, /1 changed and 2 gone/)
  assert.doesNotMatch(open.text, /Geheim|class="label-bar"/)
  // On the first day nobody knew anything yet: all of it is new.
  assert.match((await page('-/verschil?van=2025-03-01&tot=2025-06-01&wist=toen')).text, /erbij gekomen/)
  assert.match((await page('-/verschil?van=2025-05-10&tot=2025-05-11')).text, /niets veranderd/)
  assert.match((await page('-/verschil')).text, /Kies twee dagen/)
  for (const query of ['van=2025-06-01&tot=2025-03-01', 'van=ooit', 'van=2025-03-01&tot=2025-02-30', 'van=2025-03-01&wist=straks'])
    assert.equal((await page(`-/verschil?${query}`)).status, 422, query)
})

test('[H35] the label of the highest thing that is named, on top, below and in the title', async () => {
  const labels = (text: string) => (text.match(/class="label-bar"/g) ?? []).length
  assert.equal(labels((await page('koers/t-0001', anna)).text), 0)
  const secret = (await page('koers/t-0001i', anna)).text
  assert.deepEqual([labels(secret), /<title>INTERN/.test(secret)], [2, true])
  assert.equal(labels((await page('zoeken?q=geheim', anna)).text), 2)
  assert.equal(labels((await page('zoeken?q=fryslan', anna)).text), 0)
  // The history of a public thing names who did it: that is for inside.
  assert.equal(labels((await page('koers/t-0001/geschiedenis', anna)).text), 2)
  assert.equal(labels((await page('koers/t-0001/geschiedenis')).text), 0)
})

test('[H36] on another day: how many things differ for this reader, where to see them, and back', async () => {
  const count = (text: string) => /class="as-of elsewhen".*?Sindsdien zijn (\d+) gegevens anders/s.exec(text)?.[1]
  const [mine, open] = [await page('koers?op=2025-03-01', anna), await page('koers?op=2025-03-01')]
  assert.equal(count(open.text), '3')
  assert.ok(Number(count(mine.text)) >= 3)
  assert.match(open.text, /href="\/test\/-\/verschil\?van=2025-03-01&amp;tot=2025-06-01"/)
  assert.match(open.text, /Terug naar vandaag/)
  assert.match((await page('koers?op=2025-03-01&bekend=toen')).text, /verschil\?van=2025-03-01&amp;tot=2025-06-01&amp;wist=toen/)
  assert.match((await page('koers?op=2025-05-31')).text, /Er is sindsdien niets gewijzigd/)
  assert.doesNotMatch((await page('koers')).text, /elsewhen/)
  assert.doesNotMatch((await page('koers?op=2026-01-01')).text, /verschil\?van/)
})
