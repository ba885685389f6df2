import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { everyPage, type House, openHouse } from '../../../../../tests/support/http.ts'
import { refused } from '../../../../kernel/refusal.ts'
import { reindex } from '../../../../ledger/seeking/findable.ts'
import { indexWaiting } from '../../../../ledger/seeking/unindexed.ts'

let house: House
let anna: string
/** A reading in which nothing was found: here only the words of the text count. */
const LISTS =
  'sections footnotes citations terms mentions times commitments ratings developments done measures decisions requests fulfilments findings'
const reading = {
  document: { title: null, identity: null, date: null, sender: null, language: 'nl' },
  ...Object.fromEntries(LISTS.split(' ').map(list => [list, []])),
}
const act = async (command: string, input: object, since: string, about?: readonly [string, string]) => {
  const ifMatch = about && ((await house.ask(`/api/v1/test/${about[0]}/${about[1]}`, { as: anna })).headers.get('etag') ?? '')
  const answer = await house.act(command, input, { as: anna, more: { since }, ...(ifMatch && { ifMatch }) })
  assert.ok(answer.status < 300, answer.text + String((house.logged.at(-1) as Error | undefined)?.stack))
  await indexWaiting(house.opened.ledger)
  return answer.json
}
const page = (path: string, as?: string, language = 'nl') =>
  house.ask(`/test/${path}`, { ...(as && { as }), headers: { accept: 'text/html', 'accept-language': language } })
const add = (nl: string, text: string, since: string, more: object = {}) =>
  act('document.add', { title: { nl, en: null }, text, language: 'nl', date: since, ...more }, since)

before(async () => {
  house = await openHouse('2025-06-01T10:00:00.000Z', everyPage, false, async () => reading)
  anna = await house.enter('coordinator')
  await add(
    'Brief over veiligheid',
    'Inleiding.\n\nDe dreigingen van <b>hybride</b> aard & meer.\n\nEen dreiging.\n\nStorm en dreiging.\n\nEn een dreiging.',
    '2025-01-01',
  )
  await add('Latere brief', 'Ook hier is een dreiging.', '2025-03-01')
  await add('Stille brief', 'Een geheime dreiging.', '2025-01-01', { label: 'internal' })
  await act('commitment.make', { words: 'De dreiging verkleinen' }, '2025-01-01')
})
after(() => house.close())

test('[H50] words are found in texts, by text, with what fits marked and a way to the paragraph on the same day', async () => {
  const { text } = await page('zoeken?q=dreigingen')
  assert.match(text, /1 resultaat voor “dreigingen”, en 5 alinea’s in 2 documenten\./)
  assert.match(text, /Toezeggingen.*T-0001.*In de tekst van documenten/s)
  assert.match(text, /<a href="\/test\/bronnen\/d-0001#p-2">Alinea 2/)
  assert.match(text, /De <mark>dreigingen<\/mark> van &lt;b>hybride&lt;\/b> aard &amp; meer\./)
  assert.match(text, /1 januari 2025 · 4 alinea’s.*in=D-0001/s)
  assert.doesNotMatch(text, /geheime|Stille|D-0001i/)
  const past = await page('zoeken?q=dreiging&op=2025-02-01')
  assert.match(past.text, /en 4 alinea’s in 1 document\./)
  assert.match(past.text, /href="\/test\/bronnen\/d-0001\?op=2025-02-01#p-2"/)
  assert.match((await page('zoeken?q=storm', undefined, 'en')).text, /1 paragraph in 1 document for “storm”\..*Paragraph 4/s)
  assert.match((await page('bronnen/d-0001')).text, /id="p-2"/)
})

test('[H50] who may see more finds more, and the page bears its label', async () => {
  const { text } = await page('zoeken?q=dreiging', anna)
  assert.match(text, /en 6 alinea’s in 3 documenten/)
  assert.match(text, /Een geheime <mark>dreiging<\/mark>/)
  assert.match((await page('zoeken?q=geheime', anna)).text, /INTERN/)
})

test('[H50] in one document, with all its passages; without, together, and what cannot be asked', async () => {
  const only = await page('zoeken?q=dreiging&in=D-0001')
  assert.match(only.text, /Alleen in: Brief over veiligheid.*Zoek overal/s)
  assert.equal(only.text.match(/<mark>/g)?.length, 4)
  assert.match((await page(`zoeken?q=${encodeURIComponent('"storm en dreiging"')}`)).text, /1 alinea in 1 document/)
  assert.match((await page('zoeken?q=dreiging+-storm')).text, /en 4 alinea’s in 2 documenten/)
  assert.match((await page('zoeken?q=-storm')).text, /Geef ook een woord dat er wel in moet staan/)
  assert.match((await page('zoeken?q=de+het+een')).text, /Niets gevonden.*Heel gewone woorden/s)
  for (const q of ['"', 'a & | ! ( ) :*', "'", '%00', 'x'.repeat(5000), `${'v '.repeat(1000)}`, '%ED%A0%80'])
    for (const path of [`/test/zoeken?q=${q}`, `/test/zoeken?q=${q}&vanaf=-1&in=x`, `/api/v1/test/search?q=${q}`]) {
      const { status } = await house.ask(path, { headers: { accept: path.includes('api') ? 'application/json' : 'text/html' } })
      assert.ok(status === 200 || (status === 422 && path.includes('api')), `${status} ${path.slice(0, 60)}`)
    }
})

test('[H50] [D9] the API gives the same, in pages, and says where in an excerpt it fits', async () => {
  const all = await house.ask('/api/v1/test/search?q=dreigingen')
  const [first, ...rest] = all.json.items
  assert.deepEqual([first.kind, first.code, first.excerpt], ['commitment', 'T-0001', null])
  assert.deepEqual(all.json.facets, { kind: { commitment: 1, passage: 5 } })
  for (const { excerpt, fits } of rest) for (const [from, to] of fits) assert.match(excerpt.slice(from, to), /^dreiging/)
  const half = await house.ask('/api/v1/test/search?q=dreigingen&size=3')
  const other = await house.ask(`/api/v1/test/search?q=dreigingen&size=3&after=${half.json.next}`)
  assert.deepEqual([...half.json.items, ...other.json.items], all.json.items)
  assert.equal((await house.ask('/api/v1/test/search')).status, 422)
})

test('[H50] what was undone is not found and is found again as known before; what lost its index is told, and made again', async () => {
  const { ledger } = house.opened
  const made = await add('Vergissing', 'Een unieke vergissing.', '2025-01-01')
  assert.match((await page('zoeken?q=unieke')).text, /1 alinea in 1 document/)
  house.clock.now = '2025-06-01T10:15:00.000Z'
  await act('act.undo', { act: made.act }, '2025-01-01')
  assert.match((await page('zoeken?q=unieke')).text, /Niets gevonden/)
  assert.match((await page('zoeken?q=unieke&bekend=2025-06-01T10:10:00Z')).text, /1 alinea in 1 document/)

  const [hash] = (await ledger.snapshot('test', 'public', { on: '2025-06-01' as never })).all('document').map(it => it.body.text)
  await ledger.store.index('test', hash ?? '', tx => tx.dropIndexed(hash ?? ''))
  assert.match((await page('zoeken?q=dreiging')).text, /Van 1 document is de tekst nog niet/)
  assert.equal(await reindex(ledger.store, ledger.kinds, 'test', { missing: true }), 1)
  assert.doesNotMatch((await page('zoeken?q=dreiging')).text, /nog niet/)
  assert.equal(await reindex(ledger.store, ledger.kinds, 'test'), 4)
  assert.ok(!refused(await ledger.snapshot('test', 'public', { on: '2025-06-01' as never })))
  assert.match((await page('zoeken?q=dreiging')).text, /en 5 alinea’s in 2 documenten/)
})
