import { chromium } from 'playwright-core'
import { AxeBuilder } from '@axe-core/playwright'
import { serve } from './tests/journeys/opened.ts'
const s = await serve()
const b = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-dev-shm-usage'] })
try {
  for (const [name, width, scheme, locale] of [['wide', 1280, 'light', 'nl-NL'], ['phone', 390, 'light', 'en-GB'], ['dark', 390, 'dark', 'nl-NL']] as const) {
    const c = await b.newContext({ viewport: { width, height: 900 }, colorScheme: scheme, locale })
    const p = await c.newPage()
    for (const [n, q] of [['hits', 'dreigingen weerbaarheid'], ['none', 'xyzzy'], ['only', '-storm'], ['one', 'dreiging&in=kst-30821-251']] as const) {
      const r = await p.goto(`${s.origin}/koninkrijk/zoeken?q=${n === 'one' ? q : encodeURIComponent(q)}`)
      const axe = await new AxeBuilder({ page: p }).analyze()
      console.log(name, n, r?.status(), axe.violations.map(v => v.id + ' ' + v.nodes[0]?.html.slice(0, 120)), await p.evaluate(() => [document.documentElement.scrollWidth, innerWidth]))
      await p.screenshot({ path: `/tmp/search-${name}-${n}.png`, fullPage: n === 'hits' && false })
    }
    if (name === 'wide') {
      await p.goto(`${s.origin}/koninkrijk/zoeken?q=dreiging`)
      await p.locator('.excerpts a').first().click()
      console.log(p.url(), await p.evaluate(() => document.querySelector(location.hash)?.textContent?.slice(0, 80)))
    }
    await c.close()
  }
} finally { await b.close(); await s.close() }
process.exit(0)
