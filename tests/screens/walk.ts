/**
 * Walks the app: every link by plain requests (cheap, so all of them), then one page of every sort in a browser with axe.
 * Used by the long walks; the looking also by the browser tests of every run.
 */
import { AxeBuilder } from '@axe-core/playwright'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import { serve } from '../journeys/opened.ts'
import { chromiumPath } from '../support/chromium.ts'
import { noticed } from './noticed.ts'

/** Beyond what links reach: what one comes to by a form. */
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
/** What one comes to by mistake, with the answer it must give. */
const mistakes: readonly (readonly [string, number])[] = [
  ['/koninkrijk/koers/t-9999', 404],
  ['/nergens', 404],
  ['/koninkrijk/koers?op=morgen', 422],
  ['/koninkrijk/-/verschil?van=2025-01-01&tot=2024-01-01', 422],
]

/** So many addresses are opened of those that differ in thing, filter, day or cursor only: they ask the same question. */
const OF_A_KIND = 3
/** A walk without end would mean that links make ever new addresses. */
const MOST = 1500

type Language = 'nl' | 'en'

/** What two addresses have in common that lead to the same sort of screen: steps without codes, and whether it is another day or a choice. */
function sortOf({ pathname, searchParams }: URL): string {
  const steps = pathname.split('/').map(step => (/\d|^web-/.test(step) || step.length === 43 ? '*' : step))
  // The ground's things have names for codes: the place tells their sort.
  if (steps.length > 3 && ['organisaties', 'ambten', 'gebieden'].includes(steps[2] ?? '')) steps[3] = '*'
  const names = [...searchParams.keys()].map(name => (/^(?:op|bekend)$/.test(name) ? 'day' : name))
  const said = names.filter(name => /^(?:day|van|tot|kies|doe)$/.test(name)).concat(searchParams.get('q') ? 'q' : [])
  return `${steps.join('/')}?${[...new Set(said)].sort().join('&')}`
}

const decoded = (text: string): string => text.replaceAll('&amp;', '&').replaceAll('&quot;', '"').replaceAll('&#39;', "'")

/** Links of a page to pages of this house, whole. */
function linksIn(html: string, page: URL): URL[] {
  return [...html.matchAll(/<a\b[^>]*?\shref="([^"]*)"/g)]
    .map(([, href]) => new URL(decoded(href as string), page))
    .filter(url => url.origin === page.origin && !/^\/(?:api|-\/assets)\//.test(url.pathname) && !url.searchParams.has('taal'))
}

interface Crawled {
  readonly found: string[]
  /** The first address of every sort of screen. */
  readonly sorts: readonly string[]
  readonly pages: number
}

/** Every page that links lead to: there, in the language asked, with one first heading; and what a link points at within it is there too. */
export async function crawl(context: BrowserContext, origin: string, language: Language, also: readonly string[] = []): Promise<Crawled> {
  const found: string[] = []
  const sorts = new Map<string, string>()
  const alike = new Map<string, number>()
  const wanted = new Map<string, string>()
  const ids = new Map<string, string>()
  const queue = ['/koninkrijk', ...more, ...also]
  const seen = new Set(queue)
  let pages = 0
  for (let path = queue.shift(); path !== undefined && pages < MOST; path = queue.shift()) {
    const at = new URL(path, origin)
    // Without a question behind it every address is a page of its own.
    const kind = at.search ? `${sortOf(at)} ${[...at.searchParams.keys()].sort()}` : at.pathname
    const before = alike.get(kind) ?? 0
    if (before >= OF_A_KIND) continue
    alike.set(kind, before + 1)
    pages++
    if (pages % 100 === 0) process.stdout.write(`${pages} pages, ${queue.length} to go\n`)
    const answer = await context.request.get(at.href)
    const type = answer.headers()['content-type'] ?? ''
    if (answer.status() !== 200) found.push(`${path}: ${answer.status()}`)
    if (!type.startsWith('text/html')) continue
    const html = await answer.text()
    if (!html.includes(`<html lang="${language}"`)) found.push(`${path}: not in ${language}`)
    if (html.split('<h1').length !== 2) found.push(`${path}: not one h1`)
    const sort = sortOf(new URL(answer.url()))
    if (!sorts.has(sort)) sorts.set(sort, path)
    ids.set(path, html)
    for (const link of linksIn(html, new URL(answer.url()))) {
      const clean = link.pathname + link.search
      if (link.hash) wanted.set(link.href.slice(origin.length), path)
      if (!seen.has(clean)) {
        seen.add(clean)
        queue.push(clean)
      }
    }
  }
  if (pages >= MOST) found.push(`${MOST} pages and no end`)
  for (const [link, from] of wanted) {
    const [path = '', hash = ''] = link.split('#')
    const html = ids.get(path)
    if (html && !html.includes(` id="${decodeURIComponent(hash)}"`)) found.push(`${from}: ${link} points at nothing`)
  }
  return { found, sorts: [...sorts.values()], pages }
}

/** axe with the size of targets, on a screen with everything that folds laid open; and no scrolling sideways on the narrowest of screens. */
export async function look(page: Page, name: string): Promise<string[]> {
  await page.evaluate(() => {
    for (const fold of document.querySelectorAll('details:not(.site-menu, .menu)')) (fold as HTMLDetailsElement).open = true
  })
  // There are no frames here: without them axe does all in one go.
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .options({ resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } })
    .analyze()
  await page.setViewportSize({ width: 320, height: 700 })
  const wide = await page.evaluate(() => document.documentElement.scrollWidth)
  await page.setViewportSize({ width: 1280, height: 900 })
  return [
    ...violations.map(it => `${name}: ${it.id}: ${it.nodes[0]?.html.slice(0, 200)}`),
    ...(wide > 320 ? [`${name}: ${wide} pixels wide on a screen of 320`] : []),
  ]
}

/** A page that gathers what goes wrong in it. A breach of the Content Security Policy is an error on the console too. */
export async function watched(context: BrowserContext): Promise<{ page: Page; wrong: string[] }> {
  const page = await context.newPage()
  const wrong: string[] = []
  page.on('pageerror', error => wrong.push(`${page.url()}: ${error.message}`))
  page.on('console', message => {
    if (message.type() === 'error' && !/status of 4(?:04|22)/.test(message.text())) wrong.push(`${page.url()}: ${message.text()}`)
  })
  return { page, wrong }
}

interface Walk {
  readonly role: string | null
  readonly language: Language
  readonly dark: boolean
}

/** The whole walk of one reader; prints what it found. @returns the exit code. */
export async function walk({ role, language, dark }: Walk): Promise<0 | 1> {
  const say = (line: string) => process.stdout.write(`${line}\n`)
  const house = await serve()
  const browser = await chromium.launch({
    executablePath: chromiumPath() ?? '',
    chromiumSandbox: false,
    args: ['--disable-dev-shm-usage', '--disable-background-networking'],
  })
  try {
    const locale = language === 'nl' ? 'nl-NL' : 'en-GB'
    // Plain requests do not say the locale by themselves.
    const extraHTTPHeaders = { 'accept-language': locale }
    const context = await browser.newContext({ locale, extraHTTPHeaders, colorScheme: dark ? 'dark' : 'light' })
    const { page, wrong } = await watched(context)
    const found: string[] = []
    if (role) {
      await page.goto(await house.link(role))
      found.push(...(await look(page, 'signing in')))
      await Promise.all([page.waitForURL(/\/koninkrijk/), page.locator('main button').first().click()])
    }
    const link = await noticed(house)
    const crawled = await crawl(context, house.origin, language, [link])
    found.push(...crawled.found)
    say(
      `${role ?? 'public reader'}, ${language}, ${dark ? 'dark' : 'light'}: ${crawled.pages} pages by links, ${crawled.sorts.length} sorts`,
    )
    for (const path of crawled.sorts) {
      await page.goto(house.origin + path)
      const wrongs = await look(page, path)
      say(`${wrongs.length === 0 ? 'sound' : 'WRONG'} ${path}`)
      found.push(...wrongs)
    }
    for (const [path, status] of mistakes) {
      const answer = await page.goto(house.origin + path)
      if (answer?.status() !== status) found.push(`${path}: ${answer?.status()}, not ${status}`)
      if (path.startsWith('/koninkrijk') && (await page.locator('main a[href]').count()) === 0) found.push(`${path}: no way on`)
      found.push(...(await look(page, path)))
    }
    found.push(...wrong)
    for (const one of found) say(`  ${one}`)
    return found.length === 0 && crawled.sorts.length >= 12 ? 0 : 1
  } finally {
    await browser.close()
    await house.close()
  }
}
