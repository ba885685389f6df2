/** Searching by keyboard: a compound by its part, into the letter at its paragraph, and what was not found; axe in both languages. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { BrowserContext, Page } from 'playwright-core'
import { reindex } from '../../src/ledger/seeking/findable.ts'
import { browser } from '../support/browser.ts'
import { go, type Served, serve, sound, tabTo } from './opened.ts'

let house: Served
const wrong: string[] = []
const contexts: BrowserContext[] = []

async function context(locale: string): Promise<Page> {
  const made = await (await browser()).newContext({
    locale,
    viewport: { width: 1280, height: 900 },
    extraHTTPHeaders: { 'accept-language': locale },
  })
  contexts.push(made)
  made.setDefaultTimeout(20_000)
  const page = await made.newPage()
  page.on('pageerror', error => wrong.push(error.message))
  return page
}
before(async () => {
  house = await serve()
})
after(async () => {
  for (const each of contexts) await each.close()
  await house.close()
})

const main = (page: Page) => page.locator('main').innerText()
/** From wherever one is to the field for searching, and away with Enter. */
async function ask(page: Page, words: string): Promise<void> {
  const field = page.locator('main input[name=q]')
  await tabTo(page, field)
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type(words)
  await Promise.all([page.waitForEvent('framenavigated'), page.keyboard.press('Enter')])
  await page.waitForLoadState('load')
}

test('[H50] while texts are not searchable yet the page says so', async () => {
  const page = await context('nl-NL')
  await page.goto(`${house.origin}/koninkrijk/zoeken?q=veiligheid`)
  assert.match(await main(page), /nog niet \(helemaal\) te doorzoeken/)
  await sound(page, 'search, with texts that wait')
  assert.ok((await reindex(house.ledger.store, house.ledger.kinds, 'koninkrijk', { missing: true })) > 0)
  await page.reload()
  assert.doesNotMatch(await main(page), /nog niet \(helemaal\)/)
})

for (const [locale, none] of [
  ['nl-NL', /Niets gevonden/],
  ['en-GB', /Nothing found/],
] as const)
  test(`[H50] [L77] searching by keyboard, ${locale}: words, a part of a compound, to the paragraph, and nothing found`, async () => {
    const page = await context(locale)
    await page.goto(`${house.origin}/koninkrijk/zoeken`)
    await sound(page, `search, empty, ${locale}`)
    await ask(page, 'dreigingen')
    assert.ok((await page.locator('.found-texts mark').count()) > 0)
    await sound(page, `search, found, ${locale}`)
    // “weerbaarheidsbrief” and the like hold it; quoted, it is the word alone.
    await ask(page, 'brief')
    const marked = await page.locator('.found-texts mark').allInnerTexts()
    assert.ok(
      marked.some(it => /\p{L}{4}brief/u.test(it)),
      marked.join(),
    )
    await ask(page, '"brief"')
    assert.ok(!(await page.locator('.found-texts mark').allInnerTexts()).some(it => /\p{L}{4}brief/u.test(it)))
    await go(page, page.locator('.found-texts .excerpts a').first())
    assert.match(page.url(), /\/bronnen\/[^/]+#p-\d+$/)
    assert.ok(await page.locator(`[id="${page.url().split('#')[1]}"]`).isVisible())
    await page.goto(`${house.origin}/koninkrijk/zoeken`)
    await ask(page, 'xylofoonorkest')
    assert.match(await main(page), none)
    await sound(page, `search, nothing, ${locale}`)
    assert.deepEqual(wrong, [])
  })
