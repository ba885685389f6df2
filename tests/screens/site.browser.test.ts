/** The public site in a browser: read without JavaScript from the front page to the passage, and looked at by axe in both languages. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import type { Files } from '../../src/edges/site/build.ts'
import { browser } from '../support/browser.ts'
import { kingdom, served, siteOf } from '../support/site.ts'

let files: Files
let site: Awaited<ReturnType<typeof served>>
before(async () => {
  const opened = await kingdom()
  files = await siteOf(opened)
  await opened.close()
  site = await served(files)
})
after(() => site.close())

/** One page of every sort, below the workspace. */
const sorts = [
  '',
  'koers/',
  'koers/toezeggingen/',
  'koers/toezeggingen/stand/nagekomen/',
  'koers/t-0002/',
  'koers/t-0014/',
  'koers/al-02/',
  'beeld/',
  'beeld/diagram/',
  'beeld/verschoven/',
  'beeld/dt-1/',
  'beeld/s-001/',
  'beeld/s-006/',
  'beeld/rbra-2022/',
  'beeld/ta-2024/',
  'bronnen/',
  'bronnen/kst-30821-251/',
  'organisaties/',
  'organisaties/vws/',
  'ambten/minister-vws/',
  'strategie/st-0001/',
  'register/',
  'gegevens/',
  'over/',
]

/** Follows a link as a reader does, and waits for the page that comes. */
async function follow(page: Page, name: string | RegExp, within = 'main'): Promise<void> {
  const link = page.locator(within).getByRole('link', { name }).first()
  const here = page.url()
  // With the keyboard, as somebody without a mouse does.
  await link.focus()
  await page.keyboard.press('Enter')
  await page.waitForURL(url => url.href !== here, { waitUntil: 'load' })
}

test('[A7] without JavaScript a reader gets from the front page to the passage, in the language they chose', async () => {
  const context = await (await browser()).newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } })
  const page = await context.newPage()
  const asked: string[] = []
  page.on('request', request => asked.push(request.url()))
  await page.goto(`${site.origin}/`)
  await page.locator('header summary', { hasText: 'Nederlands' }).click()
  await follow(page, 'English', 'header')
  assert.equal(new URL(page.url()).pathname, '/en/koninkrijk/')
  await follow(page, /no fulfilment found/)
  assert.match(await page.locator('h1').innerText(), /^Commitments: state no fulfilment found$/)
  await follow(page, /Medio 2025 uw Kamer informeren/)
  const said = await page.locator('main').innerText()
  assert.match(said, /no fulfilment found: The sources were read up to 6 December 2024\./)
  assert.match(said, /History/)
  await follow(page, /kst-30821-251/)
  assert.match(page.url(), /#p-\d+$/)
  assert.equal(await page.locator(':target').isVisible(), true)
  await page.locator('header summary', { hasText: 'Menu' }).click()
  await follow(page, 'Data', 'header')
  assert.match(await page.locator('h1').innerText(), /Data to take along/)
  assert.deepEqual(
    asked.filter(url => !url.startsWith(site.origin) && !url.startsWith('data:')),
    [],
  )
  assert.deepEqual(await context.cookies(), [])
  await context.close()
})

for (const language of ['nl', 'en'] as const)
  test(`[A8] axe finds nothing on any sort of page, and none scrolls sideways on the narrowest screen (${language})`, async () => {
    const found: string[] = []
    // Words differ per language and colours do not: one language is looked at in the light, the other in the dark.
    for (const colorScheme of [language === 'nl' ? 'light' : 'dark'] as const) {
      const context = await (await browser()).newContext({ colorScheme, viewport: { width: 1280, height: 900 } })
      const page = await context.newPage()
      for (const at of sorts) {
        const path = `/${language === 'en' ? 'en/' : ''}koninkrijk/${at}`
        const answer = await page.goto(site.origin + path)
        if (answer?.status() !== 200) found.push(`${path}: ${answer?.status()}`)
        await page.evaluate(() => {
          for (const fold of document.querySelectorAll('main details')) (fold as HTMLDetailsElement).open = true
        })
        const { violations } = await new AxeBuilder({ page }).options({ rules: { 'target-size': { enabled: true } } }).analyze()
        found.push(...violations.map(it => `${colorScheme} ${path}: ${it.id}: ${it.nodes[0]?.html.slice(0, 160)}`))
        await page.setViewportSize({ width: 320, height: 700 })
        const wide = await page.evaluate(() => document.documentElement.scrollWidth)
        if (wide > 320) found.push(`${path}: ${wide} pixels wide on a screen of 320`)
        await page.setViewportSize({ width: 1280, height: 900 })
      }
      await context.close()
    }
    assert.deepEqual(found, [])
  })

test('[A6] an address that leads nowhere says so in both languages and leads back', async () => {
  const context = await (await browser()).newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  const answer = await page.goto(`${site.origin}/koninkrijk/koers/t-9999/`)
  assert.equal(answer?.status(), 404)
  assert.match(await page.locator('main').innerText(), /Deze bladzijde is er niet[\s\S]*This page is not here/)
  await follow(page, 'Naar de voorpagina')
  assert.equal(new URL(page.url()).pathname, '/koninkrijk/')
  await context.close()
})
