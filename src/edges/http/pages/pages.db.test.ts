import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { h } from 'preact'
import { type Answer, everyPage, type House, openHouse } from '../../../../tests/support/http.ts'
import { w } from '../../../kernel/words.ts'
import { commitmentsView } from '../../../rooms/course/commitments.view.ts'
import { type AnyPage, listPage, thingPage } from '../../../rooms/page.ts'
import { historyOf } from '../../../rooms/room.ts'
import { section } from '../../../rooms/section.ts'
import { backIn } from './acting/posted.ts'

// Pages of this test's own: whatever the rooms show, the door is the same.
const list = listPage({
  name: 'list',
  room: 'course',
  at: 'koers/proef',
  open: true,
  title: w('Proeflijst', 'Trial list'),
  view: commitmentsView,
  render: (it, page) =>
    h(
      'div',
      {},
      `${it.total} rows`,
      ...it.rows.map(row => h('a', { href: page.link(page.snapshot.coded(row.code)) ?? '' }, row.code)),
      page.form('commitment.make'),
      it.next && h('b', {}, 'next'),
    ),
})
const one = thingPage({
  name: 'one',
  room: 'course',
  of: 'commitment',
  open: true,
  title: thing => thing.code,
  render: (thing, page) =>
    h(
      'div',
      {},
      h('q', {}, (thing.body as { words: string }).words),
      // Asked for while it is rendered, as the components of rooms do.
      h(() => page.form('commitment.correct', thing), {}),
      page.form('commitment.note', thing),
      page.section('one', thing),
    ),
})
const past = thingPage({
  name: 'past',
  room: 'today',
  of: '*',
  below: 'verleden',
  open: false,
  title: () => 'Verleden',
  needs: (_, thing) => ({ events: historyOf([thing.id]) }),
  render: (_, page, found) =>
    h(
      'ol',
      {},
      ...found.events.map(event => h('li', {}, event.command, page.form('act.undo', undefined, { values: { act: event.act ?? '' } }))),
    ),
})
const more = section({ on: 'one', order: 1, render: () => h('i', {}, 'from the right') })

let house: House
let anna: string
before(async () => {
  house = await openHouse('2025-06-01T10:00:00.000Z', { pages: [list, one, past] as unknown as AnyPage[], sections: [more] })
  anna = await house.enter('coordinator')
  for (const words of ['Eerste <script>', 'Tweede'])
    await house.act('commitment.make', { words }, { as: anna, more: { since: '2025-05-01' } })
})
after(() => house.close())

const fieldsOf = (html: string, action: string): Record<string, string> => {
  const form =
    html
      .split('<form')
      .find(it => it.includes(`/-/do/${action}"`))
      ?.split('</form>')[0] ?? ''
  const text = (it: string) =>
    it.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
  const out: Record<string, string> = {}
  for (const [tag] of form.matchAll(/<input[^>]*>/g)) {
    const [name, value, type] = ['name', 'value', 'type'].map(it => new RegExp(`${it}="([^"]*)"`).exec(tag)?.[1])
    if (!name || ((type === 'radio' || type === 'checkbox') && !/\bchecked\b/.test(tag))) continue
    out[name] = text(value ?? '')
  }
  for (const [, name, value] of form.matchAll(/<textarea[^>]*name="([^"]*)"[^>]*>([\s\S]*?)<\/textarea>/g))
    out[name ?? ''] = text(value ?? '')
  for (const [, name, inside] of form.matchAll(/<select[^>]*name="([^"]*)"[^>]*>([\s\S]*?)<\/select>/g))
    out[name ?? ''] =
      /<option[^>]*value="([^"]*)"[^>]*selected|<option[^>]*selected[^>]*value="([^"]*)"/
        .exec(inside ?? '')
        ?.slice(1)
        .find(Boolean) ?? ''
  return out
}
const send = (action: string, fields: Record<string, string>, as: string, headers: Record<string, string> = {}): Promise<Answer> =>
  house.ask(`/test/-/do/${action}`, {
    as,
    method: 'POST',
    headers: { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded', ...headers },
    body: new URLSearchParams(fields).toString(),
  })
const html = { accept: 'text/html' }

test('[H18] pages stand where rooms and kinds declare them', async () => {
  assert.equal((await house.ask('/')).headers.get('location'), '/test')
  const begin = await house.ask('/test')
  assert.deepEqual([begin.status, begin.headers.get('location')], [302, '/test/koers/proef'])
  const shown = await house.ask('/test/koers/proef', { headers: html })
  assert.equal(shown.status, 200, shown.text)
  assert.match(shown.text, /^<!doctype html><html lang="nl">.*Proeflijst.*2 rows.*href="\/test\/koers\/t-0001"/s)
  assert.doesNotMatch(shown.text, /<form method="post" action="\/test/)
  for (const path of ['/test/koers/t-0001', '/test/koers/T-0001']) {
    const page = await house.ask(path)
    assert.match(page.text, /Eerste &lt;script>.*from the right/s)
  }
  assert.doesNotMatch(shown.text + (await house.ask('/test/koers/t-0001')).text, /<script>|<style| style=| on[a-z]+="/)
  const english = await house.ask('/test/koers/proef?taal=en')
  assert.match(english.text, /lang="en".*Trial list/s)
  assert.match(english.headers.get('set-cookie') ?? '', /taal=en/)
  const earlier = await house.ask('/test/koers/proef?op=2025-05-01&bekend=nu', { as: anna })
  assert.match(earlier.text, /href="\/test\/koers\/t-0001\?op=2025-05-01&amp;bekend=nu"/)
  assert.doesNotMatch(earlier.text, /-\/do\//)
  assert.match((await house.ask('/test/koers/proef?size=1')).text, /<b>next<\/b>/)
  for (const [path, status] of [
    ['/test/koers/t-9999', 404],
    ['/test/koers/t-0001/niets', 404],
    ['/test/beeld/t-0001', 404],
    ['/test/koers/%E0%A4%A', 404],
    ['/nergens/koers', 404],
    ['/nergens', 404],
    ['/test/koers/t-0001?op=morgen', 422],
    ['/test/koers/t-0001/verleden', 401],
  ] as const) {
    const page = await house.ask(path, { headers: html })
    assert.deepEqual([path, page.status], [path, status])
    assert.match(page.headers.get('content-type') ?? '', /^text\/html/)
  }
  assert.match((await house.ask('/test/koers/t-9999', { headers: html })).text, /Dit bestaat niet \(meer\) of u mag het niet zien/)
})

test('[H19] a form without script: done, it leads back with a notice', async () => {
  const page = await house.ask('/test/koers/t-0002?size=9', { as: anna })
  const fields = fieldsOf(page.text, 'commitment.correct')
  assert.equal(fields.words, 'Tweede')
  const done = await send('commitment.correct', { ...fields, words: 'Tweede\r\nregel', 'due.to': '2025-12-31' }, anna)
  assert.deepEqual([done.status, done.headers.get('location')], [303, '/test/koers/t-0002?size=9'], done.text)
  const notice = (done.headers.get('set-cookie') ?? '').split(';')[0]
  const after = await house.ask('/test/koers/t-0002?size=9', { as: `${anna}; ${notice}` })
  assert.match(after.text, /role="status">[^<]*T-0002/)
  assert.match(after.text, /<q>Tweede\nregel<\/q>/)
  const again = await send('commitment.correct', { ...fields, words: 'Tweede\r\nregel', 'due.to': '2025-12-31' }, anna)
  assert.equal(again.status, 303)
  const made = await send(
    'commitment.make',
    { ...fieldsOf((await house.ask('/test/koers/proef', { as: anna })).text, 'commitment.make'), words: 'Derde' },
    anna,
  )
  assert.deepEqual([made.status, made.headers.get('location')], [303, '/test/koers/t-0003'], made.text)
  const undo = fieldsOf((await house.ask('/test/koers/t-0003/verleden', { as: anna })).text, 'act.undo')
  assert.match(undo.act ?? '', /^[0-9a-f]{64}$/)
  const undone = await send('act.undo', undo, anna)
  assert.equal(undone.status, 303, undone.text)
  assert.equal((await house.ask('/test/koers/t-0003', { as: anna, headers: html })).status, 404)
})

test('[H19] a form that is refused stands again with what was typed and the status of the fault', async () => {
  const fields = fieldsOf((await house.ask('/test/koers/t-0001', { as: anna })).text, 'commitment.correct')
  const empty = await send('commitment.correct', { ...fields, words: '', 'due.from': 'ooit', byWords: 'mijn <tekst>' }, anna)
  assert.equal(empty.status, 422)
  assert.match(empty.text, /value="mijn &lt;tekst>"/)
  assert.match(empty.text, /value="ooit"/)
  assert.match(empty.text, /<title>Fout/)
  assert.match(empty.text, /from the right/)
  await send('commitment.correct', { ...fields, words: 'Van een ander' }, anna)
  const late = await send('commitment.correct', { ...fields, words: 'Van mij', _key: 'another' }, anna)
  assert.equal(late.status, 412)
  assert.match(late.text, /Van mij/)
  const alone = await send('commitment.make', { ...fields, words: '', _key: 'alone', _back: '/test/koers/t-0001' }, anna)
  assert.equal(alone.status, 422)
  assert.match(alone.text, /action="\/test\/-\/do\/commitment\.make"/)
  assert.equal((await send('commitment.correct', fields, '')).status, 401)
  assert.equal((await send('dance.now', {}, anna)).status, 404)
  assert.equal((await send('commitment.correct', fields, anna, { origin: 'https://elders.example' })).status, 403)
  const reader = await house.enter('reader')
  assert.equal((await send('commitment.make', { ...fields, _key: 'r', _back: '/test/koers/proef' }, reader)).status, 403)
})

test('[H20] a form leads nowhere outside its workspace', async () => {
  const table = [
    '//elders.example/',
    'https://elders.example',
    '/elders/x',
    '/test/../elders',
    '/test//elders',
    '/test\\@elders.example',
    '/test/\n//x',
    'javascript:alert(1)',
    '',
    undefined,
  ]
  for (const text of table) assert.match(backIn('test', text).href, /^\/test(\/\/elders)?$/, String(text))
  assert.equal(backIn('test', '/test/koers/t-0001?op=2025-01-01').href, '/test/koers/t-0001?op=2025-01-01')
})

test('[H21] style sheets and scripts have the hash of their bytes in their name', async () => {
  const page = await house.ask('/test/koers/proef')
  const hrefs = [...page.text.matchAll(/(?:href|src)="(\/-\/assets\/[^"]+)"/g)].map(it => it[1] as string)
  for (const href of hrefs) {
    const file = await house.ask(href)
    assert.equal(file.status, 200)
    assert.match(file.headers.get('cache-control') ?? '', /immutable/)
    assert.match(href, /\.[0-9a-f]{16}\.(css|js)$/)
  }
  assert.equal((await house.ask('/-/assets/../../package.json')).status, 404)
  assert.equal((await house.ask('/-/assets/x.0000000000000000.css')).status, 404)
})

test('[H18] every list that is declared opens, for who is inside and for who is not, in both languages', async () => {
  const real = await openHouse()
  try {
    const cookie = await real.enter('administrator')
    for (const page of everyPage.pages) {
      if (!('at' in page)) continue
      for (const language of ['nl', 'en'])
        for (const as of [cookie, undefined]) {
          const shown = await real.ask(`/test/${page.at}`, { ...(as && { as }), headers: { ...html, 'accept-language': language } })
          assert.deepEqual([page.at, shown.status], [page.at, page.open || as ? 200 : 401], shown.text)
        }
    }
    assert.deepEqual(real.logged, [])
  } finally {
    await real.close()
  }
})
