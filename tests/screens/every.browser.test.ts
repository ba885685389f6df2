/** Every page that can be reached by a link, as an administrator and as a public reader: no dead end, no fault, and axe on every sort of screen. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { AxeBuilder } from '@axe-core/playwright'
import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { type Served, serve } from '../journeys/opened.ts'
import { browser } from '../support/browser.ts'

let house: Served
before(async () => {
  house = await serve()
})
after(() => house.close())

/** What two addresses have in common that lead to the same sort of screen: steps and query names without codes and values. */
const sortOf = (url: URL): string => {
  const steps = url.pathname.split('/').map(step => (/\d|^web-/.test(step) ? '*' : step))
  // One filter makes a screen of its own; more of them, or another one, make the same again.
  const names = [...new Set(url.searchParams.keys())].map(name => (/^(?:op|bekend|van|tot|q|kies|doe)$/.test(name) ? name : 'filter'))
  return `${steps.join('/')}?${[...new Set(names)].sort().join('&')}`
}

/** Beyond what links reach: what one comes to by a form or by mistake. */
const more = [
  '/koninkrijk/zoeken?q=veilig',
  '/koninkrijk/zoeken?q=zzzz',
  '/koninkrijk/zoeken?q=',
  '/koninkrijk/koers/toezeggingen?op=2025-03-01&bekend=toen',
  '/koninkrijk/-/verschil?van=2024-12-01&tot=2025-12-31',
  '/koninkrijk/-/verschil',
  '/-/help',
  '/-/examples',
]
const mistakes: readonly (readonly [string, number])[] = [
  ['/koninkrijk/koers/t-9999', 404],
  ['/nergens', 404],
  ['/koninkrijk/koers?op=morgen', 422],
  ['/koninkrijk/-/verschil?van=2025-01-01&tot=2024-01-01', 422],
]

interface Walk {
  readonly language: 'nl' | 'en'
  readonly signedIn: boolean
  readonly dark?: boolean
}

async function enter({ language, signedIn, dark }: Walk): Promise<{ context: BrowserContext; page: Page; wrong: string[] }> {
  const options: BrowserContextOptions = { locale: language === 'nl' ? 'nl-NL' : 'en-GB', colorScheme: dark ? 'dark' : 'light' }
  const context = await (await browser()).newContext(options)
  const page = await context.newPage()
  const wrong: string[] = []
  page.on('pageerror', error => wrong.push(`${page.url()}: ${error.message}`))
  // A breach of the Content Security Policy is an error on the console too.
  page.on('console', message => {
    if (message.type() === 'error' && !/status of 4(?:04|22)/.test(message.text())) wrong.push(`${page.url()}: ${message.text()}`)
  })
  if (signedIn) {
    await page.goto(await house.link('administrator'))
    await Promise.all([page.waitForURL(/\/koninkrijk/), page.locator('main button').first().click()])
  }
  return { context, page, wrong }
}

/** The links of a page that lead to a page of this house. */
const linksOf = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('a[href]')]
      .map(a => new URL((a as HTMLAnchorElement).href))
      .filter(url => url.origin === location.origin && !/^\/(?:api|-\/assets)\//.test(url.pathname) && !url.searchParams.has('taal'))
      .map(url => url.pathname + url.search),
  )

/** axe with the size of targets (contrast takes longest: the journey looks at it in light, the long walks in dark), on a screen with everything that folds laid open; and no scrolling sideways on the narrowest of screens. */
async function look(page: Page, name: string, contrast: boolean): Promise<string[]> {
  await page.evaluate(() => {
    for (const fold of document.querySelectorAll('details:not(.site-menu, .menu)')) (fold as HTMLDetailsElement).open = true
  })
  const { violations } = await new AxeBuilder({ page })
    .options({ rules: { 'target-size': { enabled: true }, 'color-contrast': { enabled: contrast } } })
    .analyze()
  await page.setViewportSize({ width: 320, height: 700 })
  const wide = await page.evaluate(() => document.documentElement.scrollWidth)
  await page.setViewportSize({ width: 1280, height: 900 })
  return [
    ...violations.map(it => `${name}: ${it.id}: ${it.nodes[0]?.html.slice(0, 200)}`),
    ...(wide > 320 ? [`${name}: ${wide} pixels wide on a screen of 320`] : []),
  ]
}

/** So many pages of a sort are opened, and the first of each is looked at. */
const OF_A_SORT = 2

async function walk(as: Walk): Promise<{ found: string[]; sorts: number; pages: number }> {
  const { context, page, wrong } = await enter(as)
  const found: string[] = []
  const queue = ['/koninkrijk', ...more]
  const seen = new Set(queue)
  const opened = new Map<string, number>()
  let pages = 0
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    const sort = sortOf(new URL(path, house.origin))
    const before = opened.get(sort) ?? 0
    if (before >= OF_A_SORT) continue
    opened.set(sort, before + 1)
    pages++
    const answer = await page.goto(house.origin + path)
    if (answer?.status() !== 200) found.push(`${path}: ${answer?.status()}`)
    if ((await page.locator('html').getAttribute('lang')) !== as.language) found.push(`${path}: not in ${as.language}`)
    if ((await page.locator('h1').count()) !== 1) found.push(`${path}: not one h1`)
    for (const link of await linksOf(page)) {
      const clean = link.split('#')[0] as string
      if (!seen.has(clean)) {
        seen.add(clean)
        queue.push(clean)
      }
    }
    if (before === 0) found.push(...(await look(page, path, as.dark === true)))
  }
  for (const [path, status] of mistakes) {
    const answer = await page.goto(house.origin + path)
    if (answer?.status() !== status) found.push(`${path}: ${answer?.status()}, not ${status}`)
    if ((await page.locator('main a[href]').count()) === 0 && as.signedIn && path.startsWith('/koninkrijk'))
      found.push(`${path}: no way on`)
    found.push(...(await look(page, path, as.dark === true)))
  }
  found.push(...wrong)
  await context.close()
  return { found, sorts: opened.size, pages }
}

// Each takes minutes: they are walked where all that is long is run. Every run looks at the screens of the frame itself, below.
const walks: readonly Walk[] =
  process.env.KOERSVAST_LONG === '1'
    ? [
        { language: 'nl', signedIn: true },
        { language: 'en', signedIn: false },
        { language: 'en', signedIn: true, dark: true },
        { language: 'nl', signedIn: false, dark: true },
      ]
    : []
for (const as of walks)
  test(`every link leads somewhere sound: ${as.signedIn ? 'administrator' : 'public reader'}, ${as.language}, ${as.dark ? 'dark' : 'light'}`, async () => {
    const { found, sorts, pages } = await walk(as)
    assert.deepEqual(found, [])
    assert.ok(sorts >= 12 && pages > sorts, `${sorts} sorts, ${pages} pages`)
  })

for (const language of ['nl', 'en'] as const)
  test(`search, comparing and a mistake are sound on every screen (${language})`, async () => {
    const { context, page, wrong } = await enter({ language, signedIn: false })
    const found: string[] = []
    for (const path of ['/koninkrijk/zoeken?q=veilig', '/koninkrijk/-/verschil?van=2025-03-01', '/koninkrijk/koers/t-9999']) {
      await page.goto(house.origin + path)
      found.push(...(await look(page, path, true)))
    }
    assert.deepEqual([...found, ...wrong], [])
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
