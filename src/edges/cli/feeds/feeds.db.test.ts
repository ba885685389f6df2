import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { act, commands, engines, kinds, type Opened } from '../../../../tests/support/ledgers.ts'
import { type Official, openOfficial } from '../../../../tests/support/outside/official.ts'
import { system } from '../../../access/viewer.ts'
import { refused } from '../../../kernel/refusal.ts'
import type { ReadRequest } from '../../../rooms/room.ts'
import { type Config, configuration } from '../../config.ts'
import { readAsked } from '../../outside/asked.ts'
import { worldOf } from '../../outside/world.ts'
import type { App } from '../app.ts'
import { dryStore } from '../machine/dry.ts'
import { inputsOf } from '../reading/inputs.ts'
import { jobs } from './jobs.ts'
import { sync } from './sync.ts'

const root = new URL('../../../..', import.meta.url).pathname.replace(/\/$/, '')
let official: Official
let opened: Opened
let config: Config
let said = ''
before(async () => {
  official = await openOfficial()
  const { house, publications, papers } = official.services
  const env = { KOERSVAST_HOUSE: house, KOERSVAST_PUBLICATIONS: publications, KOERSVAST_PAPERS: papers, KOERSVAST_WORKSPACE: 'test' }
  const made = configuration(env, root)
  assert.ok(!refused(made))
  config = made
  const world = worldOf(config.services)
  opened = await engines.pglite(({ of }) => readAsked(world, of as ReadRequest, `${root}/packs/kingdom/lexicon.json`))
})
after(async () => {
  await opened?.close()
  await official?.close()
})
const app = (): App => {
  said = ''
  const hear = (text: string) => {
    said += text
  }
  return {
    streams: { out: hear, err: hear, tty: false, width: 80, language: 'en' },
    config,
    kinds: [...kinds.values()],
    commands: [...commands.values()],
    views: [],
    viewer: system,
    open: async ({ dry = false } = {}) => (dry ? { ...opened.ledger, submit: dryly } : opened.ledger),
  }
}
/** What a dry store does to an act: decided, and rolled back. */
const dryly: typeof opened.ledger.submit = async (workspace, command, input, envelope) => {
  const { openLedger } = await import('../../../ledger/read.ts')
  const world = worldOf(config.services)
  const dry = await openLedger(dryStore(opened.ledger.store), {
    kinds,
    commands,
    fetch: ({ of }) => readAsked(world, of as ReadRequest, `${root}/packs/kingdom/lexicon.json`),
  })
  return dry.submit(workspace, command, input, envelope)
}

test('[K8] what is no file here is an address, a number or a dossier; a file of that name goes before', async () => {
  official.papers = [1, 2].map(n => ({ id: `kst-99999-${n}`, title: `Brief ${n}`, published: '2026-01-10', text: 'Tekst.' }))
  const names = async (...paths: string[]) => {
    const found = await inputsOf(paths, undefined, config.services)
    assert.ok(!refused(found), JSON.stringify(found))
    return found.inputs.map(it => it.name)
  }
  assert.deepEqual(await names('99999-1'), ['99999-1'])
  assert.deepEqual(await names('99999'), ['kst-99999-1', 'kst-99999-2'])
  assert.deepEqual(await names('brief-die-er-niet-is.txt'), ['brief-die-er-niet-is.txt'])
  const none = await inputsOf(['88888'], undefined, { ...config.services, publications: `${config.services.papers}/none` })
  assert.ok(refused(none))
  const folder = await mkdtemp(join(tmpdir(), 'kv-read-'))
  const path = join(folder, '99999-1')
  await writeFile(path, 'een brief')
  const found = await inputsOf([path], undefined, config.services)
  const bytes = refused(found) ? null : await found.inputs[0]?.bytes()
  assert.ok(bytes instanceof Uint8Array)
  await rm(folder, { recursive: true })
})

test('[K9] sync tells what was taken and what waits; a dry run keeps nothing; jobs tells how it stands', async () => {
  assert.equal(await sync(app(), []), 3)
  assert.match(said, /sync\.nothing/)
  assert.equal(await sync(app(), ['F-9999']), 3)
  assert.equal(await sync(app(), ['--from', 'gisteren']), 6)
  await act(
    opened.ledger,
    'feed.add',
    { name: { nl: 'Dossier', en: 'Dossier' }, takes: 'papers', asks: '99999', every: 'day', readUntil: '2026-01-05' },
    { since: '2026-01-05', today: '2026-02-01' },
  )
  official.papers = [
    { id: 'kst-99999-1', title: 'Brief 1', published: '2026-01-10', text: 'Ik zal uw Kamer voor 1 juli 2026 informeren.' },
    { id: 'kst-99999-2', title: 'Brief 2', published: '2026-01-12', text: null },
  ]
  assert.equal(await sync(app(), ['F-0001', '--dry-run']), 0)
  assert.match(said, /1 documents, 1 proposals[\s\S]*nothing was stored/)
  assert.equal((await opened.ledger.snapshot('test', 'internal', { on: '2026-11-01' as never })).all('document').length, 0)
  assert.equal(await sync(app(), ['F-0001']), 0)
  assert.match(said, /kst-99999-1 {2}1 proposal/)
  assert.match(said, /read until 11 January 2026/)
  assert.match(said, /kst-99999-2: .*\[outside\.not-there\]/)
  official.odd = () => ({ status: 503 })
  assert.equal(await sync(app(), ['F-0001']), 1)
  assert.match(said, /sync\.busy/)
  assert.equal(await jobs(app(), []), 0)
  assert.match(said, /F-0001 {2}Dossier[\s\S]*every night[\s\S]*read until 11 January 2026[\s\S]*stopped[\s\S]*\[sync\.busy\][\s\S]*next:/)
  assert.equal(await jobs(app(), ['--json']), 0)
  assert.equal((JSON.parse(said) as { feed: string }[])[0]?.feed, 'F-0001')
})
