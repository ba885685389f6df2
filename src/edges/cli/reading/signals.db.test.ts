import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { act, coordinator, engines, type Opened } from '../../../../tests/support/ledgers.ts'
import type { App } from '../app.ts'
import { run } from '../main.ts'

let opened: Opened
let folder: string
const said = { out: '', err: '' }
const app = (): App =>
  ({
    streams: {
      out: (text: string) => void (said.out += text),
      err: (text: string) => void (said.err += text),
      tty: false,
      width: 80,
      language: 'en',
    },
    config: { workspace: 'test', zone: 'Europe/Amsterdam' },
    kinds: [],
    commands: [],
    views: [],
    viewer: coordinator,
    open: () => Promise.resolve(opened.ledger),
  }) as unknown as App
const cli = async (...argv: string[]) => {
  said.out = ''
  said.err = ''
  return [await run(app(), argv, {}), said.out, said.err] as const
}
const file = async (name: string, text: string) => {
  await writeFile(join(folder, name), text)
  return join(folder, name)
}

before(async () => {
  opened = await engines.pglite()
  folder = await mkdtemp(join(tmpdir(), 'koersvast-mail-'))
})
after(async () => {
  await opened.close()
  await rm(folder, { recursive: true, force: true })
})

test('[K20] messages become signals in one act, the same message once, and what is not opened is told', async () => {
  const { made } = await act(opened.ledger, 'network.add', { name: { nl: 'Havens', en: null } })
  const code = made[0]?.code ?? ''
  const good = await file('a.eml', 'From: a@x.example\r\nMessage-ID: <1@x>\r\nSubject: Uitval\r\n\r\nIn Breda.')
  const auto = await file('b.eml', 'From: b@x.example\r\nAuto-Submitted: auto-replied\r\n\r\nIk ben er niet.')
  assert.deepEqual(await cli('signal', 'mail', good, auto, '--network', code), [
    0,
    '2 signals taken in.\n',
    `${auto}: This is an automatic reply of a mail program.\n`,
  ])
  assert.deepEqual((await cli('signal', 'mail', good, '--network', code)).slice(0, 2), [0, '0 signals taken in, 1 was here already.\n'])
  assert.deepEqual(await cli('signal', 'mail', good, '--network', 'NW-9'), [
    6,
    '',
    '--network: Choose a code that exists. (found: NW-9) [ref.unknown]\n',
  ])
  assert.equal((await cli('signal', 'mail', join(folder, 'none.eml')))[0], 3)
  assert.equal((await cli('signal', 'mail'))[0], 2)
})

test('[K20] a feed becomes signals; one that cannot be read is refused whole', async () => {
  const { made } = await act(opened.ledger, 'feed.add', { name: { nl: 'Nieuws', en: null }, readUntil: '2025-06-01' })
  const code = made[0]?.code ?? ''
  const items = [1, 2].map(n => `<item><title>Bericht ${n}</title><guid>${n}</guid></item>`).join('')
  const feed = await file('feed.xml', `<rss><channel>${items}</channel></rss>`)
  assert.deepEqual((await cli('signal', 'feed', feed, '--feed', code)).slice(0, 2), [0, '2 signals taken in.\n'])
  const [exit, out] = await cli('signal', 'feed', feed, '--feed', code, '--json')
  assert.deepEqual([exit, JSON.parse(out)], [0, { made: [], before: 2, dry: false }])
  const bomb = await file('bomb.xml', '<!DOCTYPE a [<!ENTITY b "c">]><rss><channel/></rss>')
  assert.deepEqual((await cli('signal', 'feed', bomb))[0], 6)
})
