/** Signals and calls: a network without account and without script, and a coordinator at the queue by keyboard; axe in both languages. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { BrowserContext, Page } from 'playwright-core'
import { browser } from '../support/browser.ts'
import { go, holdsFocus, type Served, serve, sound, tabTo, typeDay, unfold } from './opened.ts'

let house: Served
let anna: Page
const wrong: string[] = []
const contexts: BrowserContext[] = []
const AT = '/koninkrijk/bronnen/signalen'

async function context(more: object = {}): Promise<Page> {
  const made = await (await browser()).newContext({ locale: 'nl-NL', viewport: { width: 1280, height: 900 }, ...more })
  contexts.push(made)
  made.setDefaultTimeout(20_000)
  const page = await made.newPage()
  page.on('pageerror', error => wrong.push(error.message))
  return page
}
before(async () => {
  house = await serve()
  anna = await context()
  await anna.goto(await house.link('coordinator', 'A. de Vries'))
  await go(anna, anna.locator('main button').first())
})
after(async () => {
  for (const each of contexts) await each.close()
  await house.close()
})

const main = (page: Page) => page.locator('main').innerText()
const codes = (page: Page): Promise<(string | null)[]> =>
  page.locator('.queue a[data-code]').evaluateAll(all => all.map(it => it.getAttribute('data-code')))
const chosen = (page: Page): Promise<string | null> => page.locator('.triage-open .signal').getAttribute('data-code')
/** Presses a key that lays in another card, and waits for it. */
async function turn(page: Page, key: string): Promise<void> {
  await page.locator('main').evaluate(it => it.setAttribute('data-old', ''))
  await page.keyboard.press(key)
  await page.locator('main:not([data-old])').waitFor()
}

let link: string
test('[H45] a coordinator adds a network, asks it something and makes its link, by keyboard', async () => {
  await anna.goto(`${house.origin}/koninkrijk/bronnen/uitvraag`)
  assert.match(await main(anna), /nog geen kennisnetwerken/)
  await sound(anna, 'calls, with nothing yet')
  const add = anna.locator('form[action$="network.add"]')
  await unfold(anna, anna.locator('details', { has: add }).locator('summary').first())
  await tabTo(anna, add.locator('[name="name.nl"]'))
  await anna.keyboard.type('Netwerk Havens')
  await go(anna, add.locator('button.primary'))
  assert.match(await main(anna), /Netwerk Havens[\s\S]*Heeft geen link/)

  const ask = anna.locator('form[action$="call.make"]')
  await unfold(anna, anna.locator('details', { has: ask }).locator('summary').first())
  await tabTo(anna, ask.locator('[name=question]'))
  await anna.keyboard.type('Welke storingen ziet u dit najaar?')
  await tabTo(anna, ask.locator('[name=networks]'))
  await anna.keyboard.type('NW-0001i')
  const today = new Date().toISOString().slice(0, 10)
  await typeDay(anna, ask.locator('[name=from]'), today)
  await typeDay(anna, ask.locator('[name=until]'), `${Number(today.slice(0, 4)) + 1}-01-31`)
  await go(anna, ask.locator('button.primary'))
  assert.match(anna.url(), /\/bronnen\/uv-0001i$/)
  assert.match(await main(anna), /0 van 1 kennisnetwerken[\s\S]*Nog geen antwoord[\s\S]*Netwerk Havens/)
  await sound(anna, 'a call')

  await anna.goto(`${house.origin}/koninkrijk/bronnen/uitvraag`)
  const row = anna.locator('#NW-0001i')
  await unfold(anna, row.locator('summary').first())
  await go(anna, row.locator('form[action$="uitnodigen"] button.primary'))
  link = await anna.locator('#link').inputValue()
  assert.match(link, /\/koninkrijk\/meld\/[\w-]{43}$/)
  await sound(anna, 'an invitation')
})

test('[H46] without account and without script: answer the question, report, be thanked, on a phone too', async () => {
  const guest = await context({ javaScriptEnabled: false, viewport: { width: 390, height: 800 } })
  await guest.goto(link)
  assert.match(await main(guest), /Welke storingen ziet u dit najaar\?/)
  const forms = guest.locator('main form')
  await tabTo(guest, forms.first().locator('textarea'))
  await guest.keyboard.type('De stroom viel twee keer uit.')
  await go(guest, forms.first().locator('button.primary'))
  assert.match(await main(guest), /ontvangen als SG-0001i/)
  await tabTo(guest, forms.last().locator('button.primary'))
  await go(guest, forms.last().locator('button.primary'))
  assert.match(await main(guest), /Vul in wat u opmerkte/)
  for (const text of [
    'Drones boven de olieterminal op de Maasvlakte, twee toestellen, drie nachten.',
    'Weer drones boven de olieterminal op de Maasvlakte, twee toestellen.',
    'Een aannemer vraagt naar tekeningen van gemalen.',
  ]) {
    await tabTo(guest, guest.locator('main form').last().locator('textarea'))
    await guest.keyboard.type(text)
    await go(guest, guest.locator('main form').last().locator('button.primary'))
  }
  assert.match(await main(guest), /ontvangen als SG-0004i[\s\S]*Wat u eerder meldde[\s\S]*wordt bekeken/)
  assert.equal(await guest.evaluate(() => document.documentElement.scrollWidth), 390)
  for (const locale of ['nl-NL', 'en-GB']) {
    const looking = await context({ locale, extraHTTPHeaders: { 'accept-language': locale } })
    await looking.goto(`${link}?dank=SG-0004i`)
    await sound(looking, `the page behind a link, ${locale}`)
  }
})

test('[S51] the queue by keyboard: next and previous, link, duplicate, answer, and the way back', async () => {
  await anna.goto(house.origin + AT)
  // The two about the drones stand as one: the older leads.
  assert.deepEqual(await codes(anna), ['SG-0001i', 'SG-0002i', 'SG-0004i'])
  await sound(anna, 'the queue')
  await tabTo(anna, anna.locator('.queue a[data-code]').first())
  await turn(anna, 'ArrowDown')
  assert.equal(await chosen(anna), 'SG-0002i')
  await holdsFocus(anna)
  await turn(anna, 'ArrowUp')
  assert.equal(await chosen(anna), 'SG-0001i')
  await turn(anna, 'ArrowDown')
  assert.match(await main(anna), /2 meldingen over hetzelfde/)

  // Linked first: the answer then begins with what it was linked to.
  await anna.keyboard.press('k')
  assert.equal(await anna.evaluate(() => document.activeElement?.getAttribute('name')), 'linked')
  await anna.keyboard.type('AL-07')
  await go(anna, anna.locator('form[action$="signal.link"] button.primary'))
  await sound(anna, 'a signal that was linked')
  await tabTo(anna, anna.locator('.queue a[data-code=SG-0002i]'))
  await anna.keyboard.press('d')
  await go(anna, anna.locator('[data-act=double] button'))
  assert.match(await main(anna), /Uw laatste besluit: SG-0003i dubbel/)
  await tabTo(anna, anna.locator('.queue a[data-code=SG-0002i]'))
  await anna.keyboard.press('z')
  const answer = anna.locator('form[action$="signal.answer"] textarea')
  assert.match(await answer.inputValue(), /Dank voor uw melding[\s\S]*AL-07/)
  await go(anna, anna.locator('form[action$="signal.answer"] button.primary'))
  assert.deepEqual(await codes(anna), ['SG-0001i', 'SG-0004i'])
  assert.equal(await chosen(anna), 'SG-0004i')
  assert.match(await main(anna), /meestal dezelfde dag antwoord/)

  // The sender reads it, also the one of the duplicate.
  const guest = await context()
  await guest.goto(link)
  assert.match(
    await main(guest),
    /SG-0003i[\s\S]*samen met een eerdere melding beantwoord[\s\S]*Dank voor uw melding[\s\S]*SG-0002i[\s\S]*beantwoord op/,
  )

  // And back again: the last decision is taken back on its own page.
  await tabTo(anna, anna.locator('.queue a[data-code]').first())
  await Promise.all([anna.waitForURL(/\/bronnen\/sg-0002i$/), anna.keyboard.press('u')])
  await go(anna, anna.locator('[data-act=undo] button'))
  assert.match(await main(anna), /nieuw · wacht 0 dagen/)
  await sound(anna, 'a signal of its own')
})

test('[S52] set aside with the keyboard until nothing waits; single keys can be switched off', async () => {
  await anna.goto(house.origin + AT)
  await unfold(anna, anna.locator('.keys summary'))
  await tabTo(anna, anna.locator('.keys input'))
  await anna.keyboard.press('Space')
  await tabTo(anna, anna.locator('.queue a[data-code]').first(), true)
  await anna.keyboard.press('x')
  assert.ok(await anna.evaluate(() => document.activeElement?.matches('.queue a')), 'switched off, a letter does nothing')
  await tabTo(anna, anna.locator('.keys input'))
  await anna.keyboard.press('Space')
  for (let left = (await codes(anna)).length; left > 0; left = (await codes(anna)).length) {
    await tabTo(anna, anna.locator('.queue a[data-code]').first(), true)
    await anna.keyboard.press('x')
    assert.ok(await anna.evaluate(() => document.activeElement?.matches('[data-act=aside] button')))
    await Promise.all([anna.waitForEvent('framenavigated'), anna.keyboard.press('Enter')])
    await anna.waitForLoadState('load')
  }
  assert.match(await main(anna), /Geen nieuwe signalen\. Het laatste kwam vandaag/)
  await sound(anna, 'an empty queue')
  assert.deepEqual(wrong, [])
})

test('[S51] the queue, the calls and a signal in English, and on a phone of 320 pixels', async () => {
  const there = await context({ locale: 'en-GB', extraHTTPHeaders: { 'accept-language': 'en-GB' }, viewport: { width: 320, height: 700 } })
  await there.goto(await house.link('coordinator', 'B. Bos'))
  await go(there, there.locator('main button').first())
  for (const path of [
    AT,
    `${AT}?state=aside`,
    '/koninkrijk/bronnen/uitvraag',
    '/koninkrijk/bronnen/uv-0001i',
    '/koninkrijk/bronnen/sg-0003i',
    '/koninkrijk/bronnen/sg-0002i/geschiedenis',
  ]) {
    const answer = await there.goto(house.origin + path)
    assert.equal(answer?.status(), 200, path)
    await sound(there, path)
    assert.equal(await there.evaluate(() => document.documentElement.scrollWidth), 320, path)
  }
})
