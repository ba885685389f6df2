import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { h } from 'preact'
import { everyPage, views } from '../../../tests/support/http.ts'
import type { Opened } from '../../../tests/support/ledgers.ts'
import { kingdom, siteOf } from '../../../tests/support/site.ts'
import { day } from '../../kernel/day.ts'
import { sitePage } from '../../rooms/page.ts'
import { forgetRows } from '../../ui/list/rows.tsx'
import { buildSite, type Files } from './build.ts'

let opened: Opened
let site: Files
before(async () => {
  opened = await kingdom()
  site = await siteOf(opened)
})
after(() => opened.close())

const text = (path: string): string => {
  const bytes = site.get(path)
  assert.ok(bytes, `${path} is not there`)
  return bytes.toString()
}
const pages = (): string[] => [...site.keys()].filter(path => path.endsWith('/index.html') || path === 'index.html')
const attributes = (html: string, names: string): string[] =>
  [...html.matchAll(new RegExp(`\\s(?:${names})="([^"]*)"`, 'g'))].map(([, value = '']) => value.replaceAll('&amp;', '&'))
/** Words as a person reads them, without what stands around them. */
const read = (path: string): string =>
  text(path)
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')

test('[A5] the same records, day and address give the same bytes, whatever was rendered before', async () => {
  forgetRows()
  const again = await siteOf(opened)
  assert.deepEqual([...again.keys()], [...site.keys()])
  for (const [path, bytes] of again) assert.ok(bytes.equals(site.get(path) as Buffer), path)
})

test('[A6] every link within the site leads to a page, to a place on it or to a file that is there', () => {
  const wrong: string[] = []
  let followed = 0
  for (const path of pages()) {
    const html = text(path)
    for (const link of attributes(html, 'href|src')) {
      if (/^(?:https?:|data:)/.test(link)) continue
      followed++
      const to = new URL(link, `http://site/${path}`)
      const file = decodeURIComponent(to.pathname)
        .slice(1)
        .replace(/(^|\/)$/, '$1index.html')
      const there = site.get(file)
      if (!there) wrong.push(`${path}: ${link}`)
      else if (to.hash && !there.includes(`id="${to.hash.slice(1)}"`)) wrong.push(`${path}: ${link} has no such place`)
    }
  }
  assert.deepEqual(wrong.slice(0, 10), [])
  assert.ok(followed > 5000, `${followed} links were followed`)
})

test('[A6] a page that links to what the site does not have stops the making', async () => {
  const dead = sitePage({
    name: 'dead',
    room: 'account',
    at: 'dood',
    words: { nl: 'x', en: 'x' },
    title: () => 'x',
    render: page => h('a', { href: page.href('nergens') }),
  })
  await assert.rejects(
    siteOf(opened, { pages: { ...everyPage, sitePages: [...(everyPage.sitePages ?? []), dead] } }),
    /the site has no page nergens/,
  )
})

test('[A7] no script, no form, nothing that runs or comes from elsewhere, and at most 60 kB packed with the style sheet', () => {
  const [sheet] = [...site].filter(([path]) => path.endsWith('.css'))
  assert.ok(sheet)
  assert.doesNotMatch(sheet[1].toString(), /@import|url\(/)
  let largest = 0
  for (const path of [...pages(), '404.html']) {
    const html = text(path)
    assert.doesNotMatch(html, /<(?:script|form|iframe|object|embed|base|input|button)\b/i, path)
    assert.doesNotMatch(html, /\son\w+="|javascript:|http-equiv/i, path)
    for (const [tag] of html.matchAll(/<(?:img|link|source|video|audio|use)\b[^>]*>/gi))
      for (const link of attributes(tag, 'src|href|srcset')) assert.doesNotMatch(link, /^(?:https?:)?\/\//, `${path}: ${tag}`)
    largest = Math.max(largest, gzipSync(html).length + gzipSync(sheet[1]).length)
  }
  assert.ok(largest <= 60_000, `the largest takes ${largest} bytes`)
})

test('[A8] every page is there in both languages, says which, and knows the other', () => {
  const all = pages()
  const dutch = all.filter(path => !path.startsWith('en/'))
  assert.deepEqual(dutch.map(path => `en/${path}`).toSorted(), all.filter(path => path.startsWith('en/')).toSorted())
  for (const path of all) {
    const language = path.startsWith('en/') ? 'en' : 'nl'
    assert.match(text(path), new RegExp(`^<!doctype html><html lang="${language}">`), path)
    assert.equal([...text(path).matchAll(/<h1[ >]/g)].length, 1, path)
    assert.match(text(path), /hreflang="nl".*hreflang="en"/, path)
  }
  assert.match(read('en/koninkrijk/index.html'), /What was promised, and what came of it/)
})

test('[A8] with an address the site says where it stands, and lists its pages', async () => {
  const made = await siteOf(opened, { address: 'https://example.org/koers/' })
  const map = made.get('sitemap.xml')?.toString() ?? ''
  assert.match(map, /<loc>https:\/\/example\.org\/koers\/en\/koninkrijk\/koers\/t-0002\/<\/loc>/)
  assert.match(made.get('robots.txt')?.toString() ?? '', /Sitemap: https:\/\/example\.org\/koers\/sitemap\.xml/)
  const page = made.get('koninkrijk/koers/t-0002/index.html')?.toString() ?? ''
  assert.match(page, /rel="canonical" href="https:\/\/example\.org\/koers\/koninkrijk\/koers\/t-0002\/"/)
  assert.match(made.get('404.html')?.toString() ?? '', /href="\/koers\/koninkrijk\/"/)
  assert.equal(site.has('sitemap.xml'), false)
})

test('[A9] a promise says its words, window, state with its base, passage with its day, and history', () => {
  const said = read('koninkrijk/koers/t-0008/index.html')
  assert.match(said, /Medio 2025 uw Kamer informeren/)
  assert.match(said, /medio 2025: 1 juni 2025 tot en met 31 augustus 2025/)
  assert.match(said, /geen nakoming gevonden : De bronnen zijn gelezen tot en met 6 december 2024\. Dat zegt niet dat er niets kwam\./)
  assert.match(said, /Bron: Voortgang Veiligheidsstrategie voor het Koninkrijk der Nederlanden \(kst-30821-251\) , 6 december 2024/)
  assert.match(said, /Geschiedenis .* Ingelezen met het pakket geldt vanaf 17 oktober 2024 /)
  assert.match(read('en/koninkrijk/koers/t-0008/index.html'), /no fulfilment found : The sources were read up to 6 December 2024\./)
  // On an earlier day it was still open: the day decides, not the clock.
  assert.doesNotMatch(said, /te laat/i)
})

test('[A3] the front page has every line, also one without promises', () => {
  const front = text('koninkrijk/index.html')
  for (let n = 1; n <= 12; n++) assert.match(front, new RegExp(`href="koers/al-${String(n).padStart(2, '0')}/"`))
  assert.match(read('koninkrijk/index.html'), /AL-07 · geen toezeggingen gevonden/)
  assert.equal(site.get('index.html')?.includes('koninkrijk/koers/al-07/'), true)
})

test('[A12] who promised has a page with what they promised, and each leads to the other', () => {
  assert.match(text('koninkrijk/koers/t-0008/index.html'), /href="\.\.\/\.\.\/ambten\/minister-vws\/"/)
  assert.match(text('koninkrijk/ambten/minister-vws/index.html'), /href="\.\.\/\.\.\/koers\/t-0008\/"/)
  assert.match(text('koninkrijk/organisaties/vws/index.html'), /href="\.\.\/\.\.\/koers\/t-0008\/"/)
  assert.match(text('koninkrijk/strategie/st-0001/index.html'), /href="\.\.\/\.\.\/koers\/al-12\/"/)
})

test('[A4] what is not made from what the public sees is not made at all', async () => {
  await assert.rejects(siteOf(opened, { clearance: 'internal' }), /the public may see/)
  const snapshot = await opened.ledger.snapshot('en', 'public', { on: day('2026-11-24') })
  const answer = await buildSite({ ledger: opened.ledger, views, pages: everyPage, workspace: 'en', snapshot, address: null })
  assert.equal('code' in answer && answer.code, 'site.name')
})
