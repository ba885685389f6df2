/** Koersvast on its real content, served on a port, for a browser: what `npm start` opens. */
import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Locator, Page } from 'playwright-core'
import { system } from '../../src/access/viewer.ts'
import { declared } from '../../src/declared.ts'
import { configuration, dayIn, endOf, now } from '../../src/edges/config.ts'
import { readFor } from '../../src/edges/files/handed.ts'
import { firstStart } from '../../src/edges/first-start.ts'
import type { House } from '../../src/edges/http/house.ts'
import { createServer } from '../../src/edges/http/server.ts'
import { makeLink } from '../../src/edges/http/sign-in.ts'
import { refused } from '../../src/kernel/refusal.ts'
import { type Ledger, openLedger } from '../../src/ledger/read.ts'
import { connect } from '../../src/ledger/store/connect.ts'
import { declaredPages } from '../../src/pages.ts'
import type { ReadRequest } from '../../src/rooms/room.ts'
import { commands, kinds } from '../support/ledgers.ts'

const root = join(import.meta.dirname, '../..')
const zone = 'Europe/Amsterdam'

export interface Served {
  readonly ledger: Ledger
  readonly origin: string
  /** A link that signs somebody in with a role; a second one of the same role is somebody else when named. */
  link(role: string, name?: string): Promise<string>
  close(): Promise<void>
}

export async function serve(): Promise<Served> {
  const folder = await mkdtemp(join(tmpdir(), 'koersvast-'))
  const config = configuration({ KOERSVAST_DATA: folder }, root)
  assert.ok(!refused(config))
  const store = await connect(config.place)
  assert.ok(!refused(store))
  const ledger = await openLedger(store, { kinds, commands, fetch: ({ of }) => readFor(of as ReadRequest, `${config.pack}/lexicon.json`) })
  assert.equal(await firstStart(ledger, config), true)
  const today = () => dayIn(config.zone, now())
  const server = createServer({
    ledger,
    views: declared.views,
    pages: declaredPages,
    now,
    today,
    endOf: (day: never) => endOf(config.zone, day),
    secure: false,
    log: (error: unknown) => process.stderr.write(String(error)),
  } as unknown as House)
  const origin = `http://localhost:${await server.listen(0)}`
  return {
    ledger,
    origin,
    async link(role, name) {
      if (name) {
        const input = { name, email: null, role, clearance: 'internal', organisation: null }
        const invited = await ledger.submit('koninkrijk', 'person.invite', input, {
          by: system,
          at: now(),
          today: today(),
          since: today(),
          expected: {},
          key: `invite ${name}`,
        })
        assert.ok(!refused(invited), JSON.stringify(invited))
        const person = invited.made.find(it => it.kind === 'person')?.id as string
        return origin + (await makeLink(ledger.store, 'koninkrijk', person, now()))
      }
      const snapshot = await ledger.snapshot('koninkrijk', 'internal', { on: dayIn(zone, now()) })
      const member = snapshot.all('membership').find(it => it.body.role === role)
      assert.ok(member)
      return origin + (await makeLink(ledger.store, 'koninkrijk', member.body.person, now()))
    },
    async close() {
      await server.close()
      await ledger.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** What has the focus, for a message. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.outerHTML.replace(/\s+/g, ' ').slice(0, 120) ?? 'nothing')

/** Walks with Tab (or back with Shift+Tab) until what is looked for has the focus, as somebody without a mouse does. */
export async function tabTo(page: Page, to: Locator, back = false): Promise<void> {
  // What is not there is not walked to: without this, every step would wait for it.
  await to.waitFor({ timeout: 10_000 })
  for (let step = 0; step < 90; step++) {
    if (await to.evaluate(it => it === document.activeElement)) return
    await page.keyboard.press(back ? 'Shift+Tab' : 'Tab')
  }
  assert.fail(`90 steps did not lead to it; now at ${await focused(page)}`)
}

/** Walks there, presses Enter, and waits for the page that comes. */
export async function go(page: Page, to: Locator): Promise<void> {
  await tabTo(page, to)
  await Promise.all([page.waitForEvent('framenavigated'), page.keyboard.press('Enter')])
  await page.waitForLoadState('load')
}

/** Types a day into a date field. Which part comes first is the browser's own choice, so a second try has the other order. */
export async function typeDay(page: Page, to: Locator, day: string): Promise<void> {
  const [year = '', month = '', date = ''] = day.split('-')
  await tabTo(page, to)
  for (const keys of [date + month + year, month + date + year]) {
    await page.keyboard.type(keys)
    if ((await to.inputValue()) === day) return
    for (let part = 0; part < 2; part++) await page.keyboard.press('ArrowLeft')
  }
  assert.equal(await to.inputValue(), day)
}

/** Opens what is folded, with the keyboard. */
export async function unfold(page: Page, summary: Locator): Promise<void> {
  await tabTo(page, summary)
  await page.keyboard.press('Enter')
}

/** The focus is on something of the page, and not fallen back to its beginning. */
export async function holdsFocus(page: Page): Promise<void> {
  assert.ok(await page.evaluate(() => document.activeElement !== null && document.activeElement !== document.body), 'the focus is lost')
}

/** No fault that axe finds, in the language shown. */
export async function sound(page: Page, where: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  assert.deepEqual(
    violations.map(it => `${where}: ${it.id}: ${it.nodes[0]?.html}`),
    [],
  )
}
