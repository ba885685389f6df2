/** The journey of one promise, with the keyboard alone: from the sign-in link to what the public sees of it. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { dayIn, now } from '../../src/edges/config.ts'
import { browser } from '../support/browser.ts'
import { go, holdsFocus, type Served, serve, sound, tabTo, typeDay, unfold } from './opened.ts'

let house: Served
before(async () => {
  house = await serve()
})
after(() => house.close())

const today = () => dayIn('Europe/Amsterdam', now())
const main = (page: Page) => page.locator('main').innerText()
const reached: string[] = []
/** A stop of the journey: axe in Dutch here and now; the address is looked at in English at the end. */
async function stop(page: Page, name: string): Promise<void> {
  await sound(page, name)
  reached.push(page.url())
}

test('one promise all the way, by keyboard', async () => {
  const context = await (await browser()).newContext({ locale: 'nl-NL', viewport: { width: 1280, height: 900 } })
  const page = await context.newPage()
  const wrong: string[] = []
  page.on('pageerror', error => wrong.push(error.message))

  // The link is the only address that is typed.
  await page.goto(await house.link('coordinator'))
  await stop(page, 'sign in')
  await go(page, page.locator('main button').first())
  assert.match(page.url(), /\/koninkrijk\/koers$/)
  await stop(page, 'course')

  // The skip link leads past the frame, and Tab goes on from there.
  await page.keyboard.press('Tab')
  assert.match(await page.evaluate(() => document.activeElement?.textContent ?? ''), /inhoud/)
  await go(page, page.locator('nav.rooms a', { hasText: 'Bronnen' }))
  await stop(page, 'documents')
  await go(page, page.locator('main a[href$="/leestafel"]').first())
  await stop(page, 'desk')
  assert.match(await main(page), /\d+ van \d+ voorstellen beoordeeld/)

  // The one promise that still stands open: by its sort, then a single key.
  await tabTo(page, page.locator('main .lead a', { hasText: 'toezegging' }))
  await Promise.all([page.waitForEvent('framenavigated'), page.keyboard.press('Enter')])
  const card = page.locator('.proposal').first()
  await tabTo(page, card.locator('[data-act=accept] button'))
  const code = await card.getAttribute('id')
  await page.keyboard.press('a')
  await page.locator('.empty-list', { hasText: 'Van deze soort is niets meer te doen' }).waitFor()
  await holdsFocus(page)
  assert.match(await page.locator('.last').innerText(), new RegExp(`${code} overgenomen`))
  await stop(page, 'desk, after accepting')
  await unfold(page, page.locator('details.fold summary', { hasText: 'Beoordeeld' }))
  const made = page.locator(`li#${code} a`)
  const promise = (await made.innerText()).trim()
  await go(page, made)
  assert.match(page.url(), new RegExp(`/koers/${promise.toLowerCase()}$`))
  assert.match(await main(page), /Passages\n.*alternatieve \(financiële\) dekking/s)
  await stop(page, 'the new promise')

  // The promise of the journey, and the later letter, known from the facts, that answers it in part.
  await go(page, page.locator('nav.rooms a', { hasText: 'Koers' }))
  await go(page, page.locator('a[href$="/koninkrijk/koers/toezeggingen"]:visible').first())
  await stop(page, 'commitments')
  await go(page, page.locator('main a[href$="/koers/t-0008"]'))
  const fulfil = async (remains: string) => {
    const form = page.locator('form[action$="commitment.fulfil"]')
    await unfold(page, page.locator('details', { has: form }).locator('summary').first())
    await tabTo(page, form.locator('input[name=extent]').first())
    await page.keyboard.press('ArrowDown')
    assert.ok(await form.locator('input[name=extent][value=part]').isChecked())
    await typeDay(page, form.locator('[name=on]'), '2025-07-03')
    await tabTo(page, form.locator('[name=document]'))
    await page.keyboard.type('kst-30821-303')
    await tabTo(page, form.locator('[name=remains]'))
    await page.keyboard.type(remains)
    await go(page, form.locator('button.primary'))
    assert.match(await main(page), /deels nagekomen/)
  }
  await fulfil('Dekking voor 2062 en verder')
  const snapshot = await house.ledger.snapshot('koninkrijk', 'public', { on: today() })
  assert.deepEqual(
    snapshot.all('feed').map(it => it.body.readUntil),
    ['2024-12-06'],
    'a single document does not say that the source was read further',
  )
  await stop(page, 'fulfilled in part')

  // A slip of the pen is taken back by the history, and entered as it should be.
  await go(page, page.locator('main a', { hasText: 'Geschiedenis' }).first())
  await unfold(page, page.locator('.history summary').first())
  assert.match(await main(page), /Nakoming vastgelegd[\s\S]*Dekking voor 2062/)
  await stop(page, 'history')
  await go(page, page.locator('form[action$="act.undo"] button').first())
  await go(page, page.locator('main .lead a').first())
  assert.doesNotMatch(await main(page), /deels nagekomen/)
  await fulfil('Dekking voor 2026 en verder')

  // As it was: before the letter of July.
  await unfold(page, page.locator('.as-of summary'))
  await typeDay(page, page.locator('.as-of input[type=date]').first(), '2025-03-01')
  await go(page, page.locator('.as-of button').first())
  assert.match(await page.locator('body').innerText(), /U kijkt naar 1 maart 2025/)
  assert.doesNotMatch(await main(page), /deels nagekomen/)
  assert.equal(await page.locator('form[action*="/-/do/"]').count(), 0, 'nobody acts in the past')
  await stop(page, 'as of 1 March 2025')
  await go(page, page.locator('a', { hasText: 'Terug naar vandaag' }).first())
  assert.match(await main(page), /deels nagekomen/)
  assert.deepEqual(wrong, [])

  // The same stops in English.
  const inEnglish = async (some: readonly string[], tab: Page) => {
    for (const address of some) {
      const url = new URL(address)
      url.searchParams.set('taal', 'en')
      await tab.goto(url.href)
      assert.equal(await tab.locator('html').getAttribute('lang'), 'en')
      await sound(tab, `${url.pathname} in English`)
    }
  }
  const addresses = [...new Set(reached.slice(1))]
  await Promise.all([
    inEnglish(
      addresses.filter((_, i) => i % 2 === 0),
      page,
    ),
    inEnglish(
      addresses.filter((_, i) => i % 2 === 1),
      await context.newPage(),
    ),
  ])
  await context.close()

  // What anybody sees, without script and without an account.
  const open = await (await browser()).newContext({ locale: 'nl-NL', javaScriptEnabled: false })
  const reader = await open.newPage()
  await reader.goto(`${house.origin}/koninkrijk/koers/t-0008`)
  const said = await main(reader)
  for (const words of [
    'Medio 2025 uw Kamer informeren',
    '1 juni 2025 tot en met 31 augustus 2025',
    'deels nagekomen',
    'Dekking voor 2026 en verder',
    '6 december 2024',
  ])
    assert.ok(said.includes(words), `${words} in ${said}`)
  assert.ok((await reader.locator('main blockquote').allInnerTexts()).some(it => it.includes('medio 2025 uw Kamer hierover te informeren')))
  assert.equal(await reader.locator('form[method="post"][action*="/-/do/"]').count(), 0)
  // The history stands on the page itself, with what came of the promise in it.
  const history = await reader.locator('main section', { has: reader.locator('h2', { hasText: 'Geschiedenis' }) }).innerText()
  assert.match(history, /nakoming/i)
  await open.close()
})
