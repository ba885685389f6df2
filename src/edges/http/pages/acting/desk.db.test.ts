import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { type Answer, type House, openHouse } from '../../../../../tests/support/http.ts'
import type { ReadRequest } from '../../../../rooms/room.ts'
import { readFor } from '../../../files/handed.ts'

const lexicon = join(import.meta.dirname, '../../../../../packs/kingdom/lexicon.json')
const letter = (n: number) =>
  [
    `Brief ${n} van de minister van Justitie en Veiligheid`,
    '',
    'In 2026 zal het kabinet uw Kamer informeren over de voortgang van de weerbaarheid.',
    '',
    'De minister van Justitie en Veiligheid zal in 2027 een nieuwe strategie aan de Tweede Kamer sturen.',
    '',
    'Volgend jaar zal het kabinet de Tweede Kamer een evaluatie van de aanpak sturen.',
    '',
  ].join('\n')

let house: House
let anna: string
let bram: string
before(async () => {
  house = await openHouse('2025-06-01T10:00:00.000Z', undefined, false, ({ of }) => readFor(of as ReadRequest, lexicon))
  anna = await house.enter('coordinator')
  bram = await house.enter('analyst')
})
after(() => house.close())

const plain = (it: string) =>
  it.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
/** The forms of a page that lead somewhere, each as a browser would send it untouched. */
function formsOf(html: string, action: string): Record<string, string>[] {
  return html
    .split('<form')
    .slice(1)
    .filter(it => it.slice(0, it.indexOf('>')).includes(action))
    .map(it => it.split('</form>')[0] ?? '')
    .map(form => {
      const out: Record<string, string> = {}
      for (const [tag] of form.matchAll(/<input[^>]*>/g)) {
        const [name, value, type] = ['name', 'value', 'type'].map(each => new RegExp(`\\s${each}="([^"]*)"`).exec(tag)?.[1])
        if (!name || type === 'file' || ((type === 'radio' || type === 'checkbox') && !/\schecked/.test(tag))) continue
        out[name] = plain(value ?? '')
      }
      for (const [, name, value] of form.matchAll(/<textarea[^>]*name="([^"]*)"[^>]*>([\s\S]*?)<\/textarea>/g))
        out[name ?? ''] = plain(value ?? '')
      return out
    })
}
const html = { accept: 'text/html' }
const look = (path: string, as = anna) => house.ask(`/test/${path}`, { as, headers: html })
const send = (path: string, fields: Record<string, string>, as = anna): Promise<Answer> =>
  house.ask(`/test/-/${path}`, {
    as,
    method: 'POST',
    headers: { ...html, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields).toString(),
  })
async function upload(fields: Record<string, string>, bytes: Uint8Array | string, name = 'brief.txt', as = anna): Promise<Answer> {
  const begun = formsOf((await look('bronnen')).text, 'document.add')[0] ?? {}
  const form = new FormData()
  for (const [field, value] of Object.entries({ ...begun, ...fields })) form.append(field, value)
  form.append('file', new Blob([bytes as BlobPart]), name)
  const request = new Request('http://x', { method: 'POST', body: form })
  return house.ask('/test/-/do/document.add', {
    as,
    method: 'POST',
    headers: { ...html, 'content-type': request.headers.get('content-type') ?? '' },
    body: new Uint8Array(await request.arrayBuffer()),
  })
}
/** A letter on the desk: its address below the workspace, and its open proposals in the order of the text. */
async function laid(n: number, more: Record<string, string> = {}): Promise<string> {
  const answer = await upload({ 'title.nl': `Brief ${n}`, identity: `kst-9-${n}`, date: '2025-05-01', ...more }, letter(n))
  assert.equal(answer.status, 303, answer.text)
  return (answer.headers.get('location') ?? '').replace('/test/', '')
}
const cards = (page: Answer) => [...page.text.matchAll(/<article id="([^"]+)"/g)].map(it => it[1] as string)

test('[H24] a file is read apart, and its sender lands on the reading desk with the proposals', async () => {
  const desk = await laid(1)
  assert.equal(desk, 'bronnen/kst-9-1/leestafel')
  const page = await look(desk)
  assert.match(page.text, /0 van \d+ voorstellen beoordeeld/)
  assert.ok(cards(page).length >= 3, page.text)
  assert.match(page.text, /2026 tot en met|in 2026/i)
  const again = await upload({ 'title.nl': 'Zelfde', 'remark.nl': 'wat ik typte' }, letter(1))
  assert.equal(again.status, 409, again.text)
  assert.match(again.text, /Deze tekst is er al, als kst-9-1\. Open dat document\./)
  assert.match(again.text, /<a href="\/test\/bronnen\/kst-9-1">kst-9-1<\/a>/)
  assert.match(again.text, /value="wat ik typte"/)
})

test('[H24] a letter without date: relative windows stay open, and the desk says so', async () => {
  const answer = await upload({ 'title.nl': 'Zonder datum', identity: 'kst-9-2' }, letter(2))
  const page = await look((answer.headers.get('location') ?? '').replace('/test/', ''))
  assert.match(page.text, /Dit document heeft geen datum/)
  assert.match(page.text, /[Vv]olgend jaar \(termijn open\)/)
})

test('[H24] a file that is no text is refused at its field, with what was typed kept', async () => {
  const table: readonly (readonly [string, Uint8Array | string, number, RegExp])[] = [
    ['empty', '', 415, /Er staat geen tekst in dit bestand/],
    ['only spaces', ' \n\t\n', 415, /Er staat geen tekst in dit bestand/],
    ['NUL', 'tekst\u0000tekst', 415, /geen tekst die te lezen is[\s\S]*pdf, docx, html, xml/],
    [
      'PNG',
      Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00]),
      415,
      /geen tekst die te lezen is[\s\S]*pdf, docx, html, xml/,
    ],
    ['lone surrogate', Uint8Array.from([0xff, 0xfe, 0x41, 0x00, 0x00, 0xd8, 0x42, 0x00]), 415, /halve tekens/],
    [
      'binary',
      Uint8Array.from(Array.from({ length: 300 }, (_, i) => i % 32)),
      415,
      /geen tekst die te lezen is[\s\S]*pdf, docx, html, xml/,
    ],
  ]
  for (const [name, bytes, status, words] of table) {
    const answer = await upload({ 'title.nl': `Getypt ${name}`, 'remark.nl': 'blijft staan' }, bytes)
    assert.deepEqual([name, answer.status], [name, status], answer.text)
    assert.match(answer.text, words)
    assert.match(answer.text, new RegExp(`value="Getypt ${name}"`))
    assert.match(answer.text, /href="#f\d+-document-add-file"/)
    assert.match(answer.text, /id="f\d+-document-add-file-error"/)
  }
})

test('[H24] a file over 50 MB is not read to its end; what was typed is kept', async () => {
  const big = await upload({ 'title.nl': 'Te groot', 'remark.nl': 'blijft ook' }, new Uint8Array(50 * 1024 * 1024 + 1).fill(97))
  assert.equal(big.status, 413, big.text.slice(0, 500))
  assert.match(big.text, /hoogstens 50 MB/)
  assert.match(big.text, /value="blijft ook"/)
  const snapshot = await house.opened.ledger.snapshot('test', 'internal', { on: '2025-06-01' as never })
  assert.ok(!snapshot.all('document').some(it => it.body.title.nl === 'Te groot'))
})

test('[S13] a decision leads on to the next proposal, and its way back stands on top', async () => {
  const desk = await laid(3)
  const page = await look(desk)
  const [first, second, third] = cards(page)
  const accepted = await send('do/proposal.accept', formsOf(page.text, 'proposal.accept')[0] ?? {})
  assert.deepEqual([accepted.status, accepted.headers.get('location')], [303, `/test/${desk}?kies=${second}#${second}`], accepted.text)
  const next = await look(`${desk}?kies=${second}`)
  assert.match(next.text, new RegExp(`<article id="${second}" class="proposal chosen"`))
  assert.match(next.text, new RegExp(`Uw laatste besluit:</?[^>]*> ?${first} overgenomen|Uw laatste besluit: ${first} overgenomen`))
  const refusing = formsOf(next.text, 'proposal.refuse')[0] ?? {}
  const refused = await send('do/proposal.refuse', { ...refusing, ground: 'known', why: 'Staat in de vorige brief' })
  assert.equal(refused.headers.get('location'), `/test/${desk}?kies=${third}#${third}`)
  const after = await look(desk)
  assert.match(
    after.text,
    new RegExp(`${second}: toezegging afgewezen door coordinator[^<]*\\. Dit staat er al\\. Staat in de vorige brief`),
  )
  // Both decisions can be taken back, the earlier one too.
  const undo = formsOf(after.text, 'act.undo')[0] ?? {}
  assert.equal((await send('do/act.undo', undo)).status, 303)
  const once = await look(desk)
  assert.ok(cards(once).includes(second ?? ''))
  assert.equal((await send('do/act.undo', formsOf(once.text, 'act.undo')[0] ?? {})).status, 303)
  assert.deepEqual(cards(await look(desk)), cards(page))
})

test('[H27] what one reader put off stays put off, for that reader only', async () => {
  const desk = await laid(4)
  const page = await look(desk)
  const [first, second] = cards(page)
  const later = await send('own', formsOf(page.text, '/-/own')[0] ?? {})
  assert.deepEqual([later.status, later.headers.get('location')], [303, `/test/${desk}?kies=${second}#${second}`])
  const mine = await look(desk)
  assert.equal(cards(mine).at(-1), first)
  assert.match(mine.text, /U zette 1 op later\./)
  assert.doesNotMatch((await look(desk, bram)).text, /op later\./)
  const back = formsOf(mine.text, '/-/own').at(-1) ?? {}
  assert.equal((await send('own', back)).status, 303)
  assert.deepEqual(cards(await look(desk)), cards(page))
  for (const name of ['later/x', '../later', 'later/'.repeat(30)]) assert.equal((await send('own', { ...back, name })).status, 422)
  assert.equal((await send('own', { ...back, value: 'x'.repeat(99) })).status, 422)
  assert.equal((await send('own', back, '')).status, 401)
})

test('[H19] two people at one proposal: the second is told who decided, sees the new state and loses nothing typed', async () => {
  const desk = await laid(5)
  const [annas, brams] = [await look(desk), await look(desk, bram)]
  const [first] = cards(annas)
  await send('do/proposal.accept', formsOf(annas.text, 'proposal.accept')[0] ?? {})
  const late = await send('do/proposal.refuse', { ...(formsOf(brams.text, 'proposal.refuse')[0] ?? {}), why: 'mijn <reden>' }, bram)
  assert.equal(late.status, 409, late.text)
  assert.match(late.text, new RegExp(`${first} is al overgenomen door coordinator \\d+\\.`))
  assert.match(late.text, /Wat u had ingevuld[\s\S]*mijn &lt;reden>/)
  assert.match(late.text, /1 van \d+ voorstellen beoordeeld/)
  assert.ok(!cards(late).includes(first ?? ''))
  // A correction of what somebody else decided meanwhile makes nothing twice.
  const changing =
    formsOf((await look(`${desk}?kies=${cards(brams)[1]}&doe=wijzig`, bram)).text, 'commitment.make').find(it => it._corrects) ?? {}
  const open = await look(desk)
  await send('do/proposal.accept', formsOf(open.text, 'proposal.accept')[0] ?? {})
  const count = async () => (await house.opened.ledger.snapshot('test', 'internal', { on: '2025-06-01' as never })).all('commitment').length
  const before_ = await count()
  const twice = await send('do/commitment.make', { ...changing, words: 'Mijn woorden' }, bram)
  assert.equal(twice.status, 409, twice.text)
  assert.match(twice.text, /Mijn woorden/)
  assert.equal(await count(), before_)
})

test('[L56] a decided proposal named by its code is said to be decided, one by one and in bulk; a code nobody gave does not exist', async () => {
  const desk = await laid(90)
  const [first = '', second = ''] = cards(await look(desk))
  await send('do/proposal.accept', formsOf((await look(desk)).text, 'proposal.accept')[0] ?? {})
  const act = (command: string, input: object, expected: object) => house.act(command, input, { as: anna, more: { expected } })
  const tag = (await house.ask(`/api/v1/test/proposals/${second}`, { as: anna })).headers.get('etag')
  for (const code of [first, first.toLowerCase()]) {
    const one = await act('proposal.accept', { proposal: code }, { [code]: 'x' })
    const many = await act('proposal.accept-all', { proposals: [second, code] }, { [second]: tag, [code]: 'x' })
    for (const answer of [one, many]) {
      assert.equal(answer.status, 409, answer.text)
      assert.match(answer.text, new RegExp(`${first} was accepted already`))
    }
  }
  const none = await act('proposal.accept-all', { proposals: ['VS-9999'] }, {})
  assert.match(none.text, /ref.unknown/)
})

test('[S41] a later letter that delivers a promise lays out its fulfilment; accepted as it stands or corrected, it counts', async () => {
  const first = ['In 2025 zal ik de Tweede Kamer een evaluatie van de dijkversterking langs de Waddenkust sturen.', '']
  const again = (n: number) => [
    'Zoals toegezegd (Kamerstuk 36999, nr. 1) bied ik u hierbij de evaluatie van de dijkversterking langs de Waddenkust aan.',
    '',
    `Dit is brief ${n}.`,
  ]
  const put = async (identity: string, date: string, lines: string[]) => {
    const answer = await upload({ 'title.nl': `Brief ${identity}`, identity, date }, lines.join('\n'))
    assert.equal(answer.status, 303, answer.text)
    return (answer.headers.get('location') ?? '').replace('/test/', '')
  }
  const promised = await put('kst-36999-1', '2025-01-20', first)
  await send('do/proposal.accept', formsOf((await look(promised)).text, 'proposal.accept')[0] ?? {})
  const snapshot = () => house.opened.ledger.snapshot('test', 'internal', { on: '2025-06-01' as never })
  const it = (await snapshot()).all('commitment').find(({ body }) => body.words.includes('Waddenkust'))
  assert.ok(it)
  const desk = await put('kst-36999-2', '2025-05-20', again(1))
  const page = await look(desk)
  assert.match(page.text, /nakoming/i)
  assert.match(page.text, /het noemt de brief waarin dit is toegezegd/)
  const card = /<article id="([^"]+)"(?:(?!<article).)*?Nakoming/s.exec(page.text)?.[1]
  const form = formsOf((await look(`${desk}?kies=${card}&doe=wijzig`)).text, 'commitment.fulfil')[0] ?? {}
  assert.equal(form.of, it.code)
  assert.equal(form.on, '2025-05-20')
  const changed = await send('do/commitment.fulfil', { ...form, extent: 'part', remains: 'Zeeland' })
  assert.equal(changed.status, 303, changed.text)
  const [kept, ...more] = (await snapshot()).pointing('fulfilment', 'commitment', it.id)
  assert.equal(more.length, 0)
  assert.deepEqual([kept?.body.extent, kept?.body.remains, kept?.since], ['part', 'Zeeland', '2025-05-20'])
  // Who opens the first letter sees which letter named it.
  assert.match((await look('bronnen/kst-36999-1')).text, /Genoemd in.*kst-36999-2/s)
})

test('[H14] a form pressed twice counts once, also when midnight lies in between', async () => {
  const desk = await laid(6)
  const was = house.clock.now
  house.clock.now = '2025-06-01T23:59:50.000Z'
  const late = await house.enter('coordinator')
  const accept = formsOf((await look(desk, late)).text, 'proposal.accept')[0] ?? {}
  const [one, two] = await Promise.all([send('do/proposal.accept', accept, late), send('do/proposal.accept', accept, late)])
  assert.deepEqual([one.status, two.status, one.headers.get('location')], [303, 303, two.headers.get('location')], two.text)
  house.clock.now = '2025-06-02T00:00:01.000Z'
  const third = await send('do/proposal.accept', accept, late)
  assert.equal(third.status, 303, third.text)
  house.clock.now = was
  assert.match((await look(desk)).text, /1 van \d+ voorstellen beoordeeld/)
  const key = 'across-midnight'
  const make = () => house.act('commitment.make', { words: 'Eén keer' }, { as: 'keeper', key })
  const first = await make()
  house.clock.now = '2025-06-02T00:00:01.000Z'
  const second = await make()
  house.clock.now = was
  assert.deepEqual([first.status, second.json.act, second.json.repeated], [201, first.json.act, true], second.text)
})

test('[H25] a session that ended keeps every word typed, and the form can be sent again once signed in', async () => {
  const fields = formsOf((await look('koers/toezeggingen')).text, 'commitment.make')[0] ?? {}
  const typed = { ...fields, words: 'Een lange <toezegging>\nover twee regels', byWords: 'de minister' }
  const ended = await send('do/commitment.make', typed, '')
  assert.equal(ended.status, 401)
  assert.match(ended.text, /U bent niet meer aangemeld/)
  const kept = formsOf(ended.text, 'commitment.make')[0] ?? {}
  for (const [name, value] of Object.entries(typed)) assert.equal(kept[name] ?? '', value, name)
  const sent = await send('do/commitment.make', kept)
  assert.equal(sent.status, 303, sent.text)
  // A file is not taken in from somebody who is not signed in; what was typed beside it is kept.
  const noFile = await upload({ 'title.nl': 'Met bestand' }, letter(7), 'brief.txt', '')
  assert.equal(noFile.status, 401)
  assert.match(noFile.text, /value="Met bestand"[\s\S]*type="file"/)
  assert.equal(
    (
      await house.ask('/test/-/do/commitment.make', {
        as: anna,
        method: 'POST',
        headers: { ...html, origin: 'https://elders.example' },
        body: '',
      })
    ).status,
    403,
  )
})

test('[H26] a passage pointed at by hand becomes a record with the words of the text itself', async () => {
  const desk = await laid(8)
  const pointed = await look(`${desk}?doe=aanwijzen&alinea=3&z1=1`)
  const make = formsOf(pointed.text, 'commitment.make')[0] ?? {}
  assert.match(make.words ?? '', /^De minister van Justitie en Veiligheid zal in 2027/)
  assert.equal(make._since, '2025-05-01')
  const forged = { ...make, _evidence: (make._evidence ?? '').replace(/"quote":"[^"]*"/, '"quote":"Iets heel anders"') }
  const made = await send('do/commitment.make', forged)
  assert.deepEqual([made.status, made.headers.get('location')], [303, `/test/${desk}`], made.text)
  const snapshot = await house.opened.ledger.snapshot('test', 'internal', { on: '2025-06-01' as never })
  const it = snapshot
    .all('commitment')
    .find(
      each =>
        each.evidence.some(proof => 'quote' in proof && proof.quote.startsWith('De minister van Justitie')) && each.since === '2025-05-01',
    )
  assert.ok(it, 'the passage is the one of the text')
  assert.ok(!JSON.stringify(snapshot.all('commitment')).includes('Iets heel anders'))
  for (const _evidence of [
    '{',
    '[]x',
    '[{"document":"x","segments":[[0,3]],"quote":"a"}]',
    (make._evidence ?? '').replace(/\[\[\d+,\d+/, '[[1,99999999'),
  ]) {
    const wrong = await send('do/commitment.make', { ...make, _evidence, _key: `k${_evidence.length}` })
    assert.equal(wrong.status, 422, _evidence)
    assert.match(wrong.text, /Wijs de passage in de tekst opnieuw aan/)
  }
})

test('[S9] a second reader looks at a spot check of what another accepted', async () => {
  const desk = await laid(9)
  await send('do/proposal.accept', formsOf((await look(desk)).text, 'proposal.accept')[0] ?? {})
  assert.match((await look(`${desk}?doe=steekproef`)).text, /U nam dit zelf over/)
  const page = await look(`${desk}?doe=steekproef`, bram)
  const verdict = await send('do/proposal.check', formsOf(page.text, 'proposal.check')[0] ?? {}, bram)
  assert.equal(verdict.status, 303, verdict.text)
  assert.match((await look(desk)).text, /Nagekeken: 1, waarvan 1 kloppen\./)
})
