/** The screens of the frame itself, on every run. The walks along all links are `walk-*.long.ts`. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Served, serve } from '../journeys/opened.ts'
import { browser } from '../support/browser.ts'
import { look, watched } from './walk.ts'

let house: Served
before(async () => {
  house = await serve()
})
after(() => house.close())

test('comparing and a mistake are sound on every screen', async () => {
  const found: string[] = []
  for (const [locale, path] of [
    ['nl-NL', '/koninkrijk/-/verschil?van=2025-03-01'],
    ['en-GB', '/koninkrijk/koers/t-9999'],
  ] as const) {
    const context = await (await browser()).newContext({ locale })
    const { page, wrong } = await watched(context)
    await page.goto(house.origin + path)
    found.push(...(await look(page, path)), ...wrong)
    await context.close()
  }
  assert.deepEqual(found, [])
})

test('[T30] the picture is sound on every screen, in both languages', async () => {
  const found: string[] = []
  for (const locale of ['nl-NL', 'en-GB']) {
    const context = await (await browser()).newContext({ locale, colorScheme: locale === 'nl-NL' ? 'light' : 'dark' })
    const { page, wrong } = await watched(context)
    for (const path of [
      'beeld',
      'beeld/diagram',
      'beeld/doorwerking',
      'beeld/s-008/doorwerking',
      'beeld/dt-1',
      'beeld/dt-7',
      'beeld/s-001',
      'beeld/s-006',
      'beeld/rbra-2022',
      'beeld/ta-2024',
    ]) {
      const answer = await page.goto(`${house.origin}/koninkrijk/${path}`)
      if (answer?.status() !== 200) found.push(`${path}: ${answer?.status()}`)
      found.push(...(await look(page, `${locale} ${path}`)))
    }
    found.push(...wrong)
    await context.close()
  }
  assert.deepEqual(found, [])
})

test('[T30] without script a reader gets from the threats to the passage, and is told what was not found', async () => {
  const context = await (await browser()).newContext({ locale: 'nl-NL', javaScriptEnabled: false, viewport: { width: 320, height: 700 } })
  const page = await context.newPage()
  await page.goto(`${house.origin}/koninkrijk/beeld`)
  const all = await page.locator('main').innerText()
  assert.match(all, /Van 2 scenario’s is een klasse gevonden\./)
  assert.match(all, /C enigszins waarschijnlijk, E catastrofaal \(RbRa 2022\)/)
  assert.match(all, /hoger volgens Trendanalyse 2024, zonder klasse/)
  assert.match(all, /geen beoordeling gevonden/)
  assert.doesNotMatch(all, /%|procent in/)
  assert.equal(await page.locator('form.command').count(), 0, 'the public is offered nothing to change')
  await page.locator('main a', { hasText: 'Pandemie' }).click()
  await page.waitForURL(/\/beeld\/s-001$/)
  assert.match(await page.locator('main').innerText(), /Weinig veranderd sinds RbRa 2022, zonder klasse/i)
  await page.locator('.passages a').first().click()
  await page.waitForURL(/kst-30821-251#p-\d+$/)
  assert.equal(await page.locator(':target').isVisible(), true)
  await context.close()
})

test('without script and on a narrow screen the menu holds every room, and the skip link leads past it', async () => {
  const context = await (await browser()).newContext({ locale: 'nl-NL', javaScriptEnabled: false, viewport: { width: 320, height: 700 } })
  const page = await context.newPage()
  await page.goto(`${house.origin}/koninkrijk/koers`)
  await page.keyboard.press('Tab')
  assert.equal(await page.locator(':focus').innerText(), 'Naar de inhoud')
  assert.equal(await page.locator('nav.rooms').isVisible(), false)
  const menu = page.locator('.site-menu > summary')
  const box = await menu.boundingBox()
  assert.ok(box && box.height >= 44 && box.width >= 44, JSON.stringify(box))
  await menu.focus()
  await page.keyboard.press('Enter')
  await page.locator('.site-menu a', { hasText: 'Bronnen' }).click()
  await page.waitForURL(/\/bronnen/)
  await page.locator('#zoeken').fill('T-0008')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/koers\/t-0008$/)
  await context.close()
})
