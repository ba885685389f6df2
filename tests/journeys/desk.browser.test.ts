/** The reading desk with two people at it, by keyboard: every key, later, by hand, refused with a reason, a spot check, a session that ends. */
import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { BrowserContext, Locator, Page } from 'playwright-core'
import { browser } from '../support/browser.ts'
import { go, holdsFocus, type Served, serve, sound, tabTo, typeDay, unfold } from './opened.ts'

const letter = [
  'Brief van de minister van Justitie en Veiligheid',
  'In 2027 zal het kabinet uw Kamer informeren over de voortgang van de weerbaarheid.',
  'De minister van Justitie en Veiligheid zal in 2028 een nieuwe strategie aan de Tweede Kamer sturen.',
  'Volgend jaar zal het kabinet de Tweede Kamer een evaluatie van de aanpak sturen.',
  'In 2029 zal het kabinet uw Kamer informeren over de oefeningen.',
  'De minister van Justitie en Veiligheid zal in 2029 een verslag aan de Tweede Kamer sturen.',
  'In 2030 zal het kabinet uw Kamer informeren over de noodvoorraden.',
  'Bij de brug staat een paal. Die is rood; hij telt niet mee.',
  'In 2031 zal het kabinet uw Kamer informeren over de waterkeringen.',
].join('\n\n')

let house: Served
let folder: string
let anna: Page
let bram: Page
const wrong: string[] = []
const contexts: BrowserContext[] = []

async function enter(role: string, name: string): Promise<Page> {
  const context = await (await browser()).newContext({ locale: 'nl-NL', viewport: { width: 1280, height: 900 } })
  contexts.push(context)
  context.setDefaultTimeout(15_000)
  const page = await context.newPage()
  page.on('pageerror', error => wrong.push(`${name}: ${error.message}`))
  await signIn(page, role, name)
  return page
}
async function signIn(page: Page, role: string, name: string): Promise<void> {
  await page.goto(await house.link(role, name))
  await go(page, page.locator('main button').first())
}

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'koersvast-desk-'))
  await writeFile(join(folder, 'brief.txt'), letter)
  house = await serve()
  anna = await enter('coordinator', 'A. de Vries')
  bram = await enter('analyst', 'B. Bos')
})
after(async () => {
  for (const context of contexts) await context.close()
  await house.close()
  await rm(folder, { recursive: true, force: true })
})

const main = (page: Page) => page.locator('main').innerText()
const cards = (page: Page): Promise<(string | null)[]> => page.locator('.proposal').evaluateAll(all => all.map(it => it.id))
const chosen = (page: Page): Promise<string | null> => page.locator('.proposal.chosen').getAttribute('id')
const focusedId = (page: Page): Promise<string | undefined> => page.evaluate(() => document.activeElement?.id)
/** Presses a key that brings a new page, laid in or opened, and waits for it. */
async function turn(page: Page, key: string): Promise<void> {
  await page.locator('main').evaluate(it => it.setAttribute('data-old', ''))
  await page.keyboard.press(key)
  await page.locator('main:not([data-old])').waitFor()
  await page.waitForLoadState('load')
}
const card = (page: Page, code: string | null | undefined): Locator => page.locator(`#${code}`)
async function choose(page: Page, code: string | null | undefined): Promise<void> {
  await tabTo(page, card(page, code).locator('[data-act=accept] button'))
}

async function upload(page: Page, title: string, file: string, identity = ''): Promise<void> {
  // Listened for from the beginning: the browser is told to report the dialog when somebody listens, and that takes it a moment.
  const choosing = page.waitForEvent('filechooser', { timeout: 60_000 })
  choosing.catch(() => undefined) // told below, where it is waited for
  await page.goto(`${house.origin}/koninkrijk/bronnen`)
  const form = page.locator('form[action$="document.add"]')
  await unfold(page, page.locator('details', { has: form }).locator('summary').first())
  for (const [name, text] of [
    ['title.nl', title],
    ['identity', identity],
  ] as const) {
    await tabTo(page, form.locator(`[name="${name}"]`))
    await page.keyboard.type(text)
  }
  if (identity) await typeDay(page, form.locator('[name=date]'), '2026-05-01')
  await tabTo(page, form.locator('[name=file]'))
  await page.keyboard.press('Space')
  await (await choosing).setFiles(file)
  await go(page, form.locator('button.primary'))
}

test('[H24] a letter is handed in by keyboard and lands on the desk; one that is too large leaves what was typed', async () => {
  const large = join(folder, 'groot.txt')
  await writeFile(large, Buffer.alloc(60 * 1024 * 1024, 97))
  await upload(anna, 'Te groot', large)
  assert.match(await main(anna), /hoogstens 50 MB/)
  assert.equal(await anna.locator('form[action$="document.add"] [name="title.nl"]').inputValue(), 'Te groot')
  assert.ok(await anna.evaluate(() => document.activeElement?.matches('.summary')), 'the focus is on what is wrong')
  await sound(anna, 'an upload that is refused')
  await upload(anna, 'Brief over weerbaarheid', join(folder, 'brief.txt'), 'kst-99999-1')
  assert.match(anna.url(), /\/bronnen\/kst-99999-1\/leestafel$/)
  assert.match(await main(anna), /0 van \d+ voorstellen beoordeeld/)
})

test('[S13] every key of the desk', async () => {
  const [first, second] = await cards(anna)
  await choose(anna, first)
  await anna.keyboard.press('j')
  assert.deepEqual([await chosen(anna), await focusedId(anna)], [second, second])
  await anna.keyboard.press('k')
  assert.equal(await focusedId(anna), first)
  await anna.keyboard.press('ArrowDown')
  assert.equal(await focusedId(anna), second)
  await anna.keyboard.press('b')
  assert.equal(await focusedId(anna), `in-${second}`)
  await anna.keyboard.press('b')
  assert.equal(await focusedId(anna), second)
  await anna.keyboard.press('k')

  // Later: out of the way, for this reader only, and the focus on the next.
  await turn(anna, 'l')
  assert.equal(await focusedId(anna), second)
  assert.equal((await cards(anna)).at(-1), first)
  assert.match(await main(anna), /U zette 1 op later/)
  await bram.goto(anna.url())
  assert.equal((await cards(bram))[0], first)
  assert.doesNotMatch(await main(bram), /op later\./)

  // Change: the form of what it makes, with what was read in it; Esc leaves the field and not the form.
  await turn(anna, 'w')
  assert.ok(await anna.evaluate(() => document.activeElement?.matches('.proposal.chosen form.command :is(input, textarea, select)')))
  await anna.keyboard.press('Escape')
  assert.equal(await focusedId(anna), second)
  const changing = card(anna, second).locator('form[action$="commitment.make"]')
  await tabTo(anna, changing.locator('[name=words]'))
  await anna.keyboard.press('End')
  await anna.keyboard.type(' (verbeterd)')
  await tabTo(anna, changing.locator('button.primary'))
  await turn(anna, 'Enter')
  assert.match(await anna.locator('.last').innerText(), new RegExp(`${second} gewijzigd overgenomen`))
  await holdsFocus(anna)

  // Refuse, with a reason out of the list and one in own words.
  const third = await chosen(anna)
  await anna.keyboard.press('x')
  await anna.keyboard.press('ArrowDown')
  const refusing = card(anna, third).locator('form[action$="proposal.refuse"]')
  await tabTo(anna, refusing.locator('[name=why]'))
  await anna.keyboard.type('Staat in een andere brief')
  await tabTo(anna, refusing.locator('button.primary'))
  await turn(anna, 'Enter')
  await unfold(anna, anna.locator('details.fold summary', { hasText: 'Beoordeeld' }))
  assert.match(await card(anna, third).innerText(), /afgewezen door A\. de Vries\..*\. Staat in een andere brief/s)

  // Undo: the newest decision first.
  await choose(anna, await chosen(anna))
  await turn(anna, 'u')
  assert.ok((await cards(anna)).includes(third))
  assert.match(await anna.locator('.last').innerText(), new RegExp(`${second} gewijzigd overgenomen`))

  // The keys in words, and off.
  await choose(anna, await chosen(anna))
  await anna.keyboard.press('?')
  const keys = anna.locator('.keys')
  await keys.locator('kbd').first().waitFor()
  await tabTo(anna, keys.locator('input'), true)
  await anna.keyboard.press('Space')
  const before = await cards(anna)
  await choose(anna, await chosen(anna))
  await anna.keyboard.press('a')
  await anna.keyboard.press('j')
  assert.deepEqual(await cards(anna), before)
  await tabTo(anna, keys.locator('input'), true)
  await anna.keyboard.press('Space')
  await sound(anna, 'the desk with its keys shown')
})

test('[S11] a sentence that reading missed, pointed at with arrows', async () => {
  await choose(anna, await chosen(anna))
  await anna.keyboard.press('m')
  // The heading, six promises, and then the pole at the bridge.
  for (let step = 0; step < 7; step++) await anna.keyboard.press('ArrowDown')
  await anna.keyboard.press('Shift+ArrowDown')
  assert.match(await anna.evaluate(() => getSelection()?.toString() ?? ''), /^Bij de brug staat een paal\. Die is rood;/)
  await turn(anna, 'Enter')
  assert.match(await anna.locator('#aangewezen-tekst').innerText(), /Bij de brug staat een paal\. Die is rood;/)
  assert.equal(await focusedId(anna), 'aangewezen-tekst')
  await sound(anna, 'by hand')
  const form = anna.locator('.by-hand form[action$="commitment.make"]')
  await tabTo(anna, form.locator('button.primary'))
  await turn(anna, 'Enter')
  await holdsFocus(anna)
  await anna.goto(`${house.origin}/koninkrijk/bronnen/kst-99999-1`)
  assert.match(await main(anna), /Wat hieruit is vastgelegd[\s\S]*Bij de brug staat een paal/)
  await anna.goto(`${house.origin}/koninkrijk/bronnen/kst-99999-1/leestafel`)
})

test('[S5] two at one proposal: the second is told who decided, and goes on from there', async () => {
  await bram.goto(anna.url())
  const [at] = (await cards(bram)).slice(2)
  await choose(bram, at)
  await bram.keyboard.press('x')
  await tabTo(bram, card(bram, at).locator('form[action$="proposal.refuse"] [name=why]'))
  await bram.keyboard.type('mijn reden')
  await choose(anna, at)
  await turn(anna, 'a')
  await tabTo(bram, card(bram, at).locator('form[action$="proposal.refuse"] button.primary'))
  await turn(bram, 'Enter')
  assert.match(await main(bram), new RegExp(`${at} is al overgenomen door A\\. de Vries\\.`))
  assert.match(await main(bram), /Wat u had ingevuld[\s\S]*mijn reden/)
  assert.ok(!(await cards(bram)).includes(at ?? ''))
  assert.ok(await bram.evaluate(() => document.activeElement?.matches('.summary')))
  assert.match(await main(bram), /A\. de Vries beoordeelt hier vandaag ook/)
  await sound(bram, 'told that another decided')

  // Many at once: what another decided meanwhile is named, with who; nothing of the rest is done.
  await anna.reload()
  await choose(anna, await chosen(anna))
  await turn(anna, 'A')
  const leave = anna.locator('.bulk a', { hasText: 'Overslaan' })
  const count = await leave.count()
  await tabTo(anna, leave.first())
  await turn(anna, 'Enter')
  assert.equal(await leave.count(), count - 1)
  await sound(anna, 'look over and accept all')
  await bram.goto(anna.url().split('?')[0] ?? '')
  const last = (await cards(bram)).at(-1)
  await choose(bram, last)
  await turn(bram, 'a')
  await tabTo(anna, anna.locator('.bulk form button'))
  await turn(anna, 'Enter')
  assert.match(await main(anna), new RegExp(`${last} is al overgenomen door B\\. Bos\\.`))
  await tabTo(anna, anna.locator('.bulk form button'))
  await turn(anna, 'Enter')
  assert.match(await anna.locator('.last').innerText(), /\d voorstellen? overgenomen|V-\d+ overgenomen/)
})

test('[S9] a spot check by the other, by keyboard', async () => {
  await bram.goto(`${house.origin}/koninkrijk/bronnen/kst-99999-1/leestafel?doe=steekproef`)
  await sound(bram, 'spot check')
  await tabTo(bram, bram.locator('form[action$="proposal.check"] button', { hasText: /^Klopt$/ }).first())
  await turn(bram, 'Enter')
  assert.match(await main(bram), /Nagekeken: 1, waarvan 1 kloppen\./)
})

test('[H25] a session that ends while somebody types keeps every word', async () => {
  await anna.goto(`${house.origin}/koninkrijk/bronnen/kst-99999-1/leestafel`)
  const at = await chosen(anna)
  await choose(anna, at)
  await anna.keyboard.press('x')
  const form = card(anna, at).locator('form[action$="proposal.refuse"]')
  await tabTo(anna, form.locator('[name=why]'))
  await anna.keyboard.type('Dit typte ik toen de sessie afliep')
  await anna.context().clearCookies()
  await tabTo(anna, form.locator('button.primary'))
  await turn(anna, 'Enter')
  assert.match(await main(anna), /U bent niet meer aangemeld/)
  const kept = anna.locator('form[action$="proposal.refuse"]')
  assert.equal(await kept.locator('[name=why]').inputValue(), 'Dit typte ik toen de sessie afliep')
  assert.ok(await anna.evaluate(() => document.activeElement?.matches('.summary')))
  await sound(anna, 'the session ended')
  const beside = await anna.context().newPage()
  await signIn(beside, 'coordinator', 'C. Jansen')
  await beside.close()
  await go(anna, kept.locator('button.primary'))
  await anna.goto(`${house.origin}/koninkrijk/bronnen/kst-99999-1/leestafel`)
  await unfold(anna, anna.locator('details.fold summary', { hasText: 'Beoordeeld' }))
  assert.match(await main(anna), new RegExp(`${at}: toezegging afgewezen door C\\. Jansen\\.[\\s\\S]*Dit typte ik toen de sessie afliep`))
  assert.deepEqual(wrong, [])
})
