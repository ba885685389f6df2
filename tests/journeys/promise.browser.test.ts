/** The journey of one promise in a real browser, by keyboard: sign in, decide on a proposal, record a fulfilment, and see what the public sees. */
import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { AxeBuilder } from '@axe-core/playwright'
import type { Locator, Page } from 'playwright-core'
import { declared } from '../../src/declared.ts'
import { configuration, dayIn, endOf, now } from '../../src/edges/config.ts'
import { readApart } from '../../src/edges/files/reader.ts'
import { firstStart } from '../../src/edges/first-start.ts'
import type { House } from '../../src/edges/http/house.ts'
import { createServer, type Server } from '../../src/edges/http/server.ts'
import { makeLink } from '../../src/edges/http/sign-in.ts'
import { refused } from '../../src/kernel/refusal.ts'
import { type Ledger, openLedger } from '../../src/ledger/read.ts'
import { connect } from '../../src/ledger/store/connect.ts'
import { declaredPages } from '../../src/pages.ts'
import type { ReadRequest } from '../../src/rooms/room.ts'
import { browser } from '../support/browser.ts'
import { commands, kinds } from '../support/ledgers.ts'

const root = join(import.meta.dirname, '../..')
let folder: string
let ledger: Ledger
let server: Server
let origin: string

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'koersvast-'))
  const config = configuration({ KOERSVAST_DATA: folder }, root)
  assert.ok(!refused(config))
  const store = await connect(config.place)
  assert.ok(!refused(store))
  ledger = await openLedger(store, {
    kinds,
    commands,
    async fetch({ of }) {
      const { text, id, date } = of as ReadRequest
      const read = await readApart(Buffer.from(text), { id, date }, `${config.pack}/lexicon.json`)
      return refused(read) ? read : read.reading
    },
  })
  assert.equal(await firstStart(ledger, config), true)
  const house = {
    ledger,
    views: declared.views,
    pages: declaredPages,
    now,
    today: () => dayIn(config.zone, now()),
    endOf: (day: never) => endOf(config.zone, day),
    secure: false,
    log: (error: unknown) => process.stderr.write(String(error)),
  } as unknown as House
  server = createServer(house)
  origin = `http://localhost:${await server.listen(0)}`
})
after(async () => {
  await server.close()
  await ledger.close()
  await rm(folder, { recursive: true, force: true })
})

async function signIn(page: Page): Promise<void> {
  const snapshot = await ledger.snapshot('koninkrijk', 'internal', { on: dayIn('Europe/Amsterdam', now()) })
  const member = snapshot.all('membership').find(it => it.body.role === 'coordinator')
  assert.ok(member)
  await page.goto(origin + (await makeLink(ledger.store, 'koninkrijk', member.body.person, now())))
  await press(page, page.locator('main button').first())
  await page.waitForURL('**/koninkrijk/koers')
}

/** Reaches a control and uses it as somebody without a mouse does. */
async function press(page: Page, at: Locator): Promise<void> {
  await at.focus()
  await Promise.all([page.waitForLoadState('load'), page.keyboard.press('Enter')])
  await page.waitForLoadState('networkidle')
}

test('a promise is fulfilled in part by keyboard, and the public sees it with its source', async () => {
  const chromium = await browser()
  const context = await chromium.newContext({ locale: 'nl-NL' })
  const page = await context.newPage()
  await signIn(page)
  await page.goto(`${origin}/koninkrijk/koers/t-0008`)
  const form = page.locator('form[action$="commitment.fulfil"]')
  const fold = page.locator('details', { has: form }).locator('summary').first()
  await fold.focus()
  await page.keyboard.press('Enter')
  await form.locator('input[name="extent"][value="part"]').focus()
  await page.keyboard.press('Space')
  await form.locator('[name="on"]').fill('2025-07-03')
  await form.locator('[name="document"]').fill('kst-30821-303')
  await form.locator('[name="remains"]').fill('Dekking voor 2026 en verder')
  await press(page, form.locator('button[type="submit"], button:not([type])').first())
  // The answer may still be on its way: what is awaited is the page that says it.
  await page.waitForFunction(() => /deels nagekomen/.test(document.querySelector('main')?.textContent ?? ''))
  await context.close()

  const open = await chromium.newContext({ locale: 'nl-NL', javaScriptEnabled: false })
  const reader = await open.newPage()
  await reader.goto(`${origin}/koninkrijk/koers/t-0008`)
  const said = await reader.locator('main').innerText()
  for (const words of [
    'Medio 2025 uw Kamer informeren',
    '1 juni 2025 tot en met 31 augustus 2025',
    'Dekking voor 2026 en verder',
    '6 december 2024',
  ])
    assert.ok(said.includes(words), `${words} in ${said}`)
  assert.equal(await reader.locator('form[method="post"][action*="/-/do/"]').count(), 0)
  await open.close()
})

test('a proposal is accepted on the reading desk by keyboard', async () => {
  const chromium = await browser()
  const context = await chromium.newContext({ locale: 'nl-NL' })
  const page = await context.newPage()
  await signIn(page)
  await page.goto(`${origin}/koninkrijk/bronnen/kst-30821-251/leestafel`)
  const before = await page.locator('main').innerText()
  const decided = Number(/(\d+) van/.exec(before)?.[1])
  await press(page, page.locator('form[action$="proposal.accept"] button').first())
  await page.waitForFunction(was => Number(/(\d+) van/.exec(document.querySelector('main')?.textContent ?? '')?.[1]) > was, decided)
  await context.close()
})

const paths = [
  'koers',
  'koers/toezeggingen',
  'koers/t-0002',
  'koers/al-07',
  'koers/t-0002/geschiedenis',
  'bronnen',
  'bronnen/kst-30821-251',
  'bronnen/kst-30821-251/leestafel',
  'koers/toezeggingen?op=2025-03-01',
]
for (const language of ['nl', 'en']) {
  test(`axe finds nothing on any screen (${language})`, async () => {
    const chromium = await browser()
    const context = await chromium.newContext({ locale: language === 'nl' ? 'nl-NL' : 'en-GB' })
    const page = await context.newPage()
    await signIn(page)
    for (const path of paths) {
      const answer = await page.goto(`${origin}/koninkrijk/${path}`)
      assert.equal(answer?.status(), 200, path)
      assert.equal(await page.locator('html').getAttribute('lang'), language)
      const { violations } = await new AxeBuilder({ page }).analyze()
      assert.deepEqual(
        violations.map(it => `${path}: ${it.id}: ${it.nodes[0]?.html}`),
        [],
      )
    }
    await context.close()
  })
}
