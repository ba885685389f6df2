import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { act, commands, kinds } from '../../../../tests/support/ledgers.ts'
import { openOfficial } from '../../../../tests/support/outside/official.ts'
import { day } from '../../../kernel/day.ts'
import { refused } from '../../../kernel/refusal.ts'
import { openLedger } from '../../../ledger/read.ts'
import { connect } from '../../../ledger/store/connect.ts'

const root = fileURLToPath(new URL('../../../..', import.meta.url))
const DOCUMENTS = 9

test('[O12] a sync that is killed, again and again, loses nothing and takes nothing twice', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'koersvast-sync-'))
  const official = await openOfficial({ page: 4 })
  try {
    official.papers = Array.from({ length: DOCUMENTS }, (_, i) => ({
      id: `kst-99999-${i + 1}`,
      title: `Brief ${i + 1}`,
      published: `2026-01-${10 + i}`,
      text: `Ik zal uw Kamer voor 1 juli 2026 informeren over onderwerp ${i + 1}.`,
    }))
    const open = async () => {
      const store = await connect({ folder })
      assert.ok(!refused(store))
      await store.addWorkspace('test')
      return openLedger(store, { kinds, commands })
    }
    const first = await open()
    await act(
      first,
      'feed.add',
      { name: { nl: 'Dossier', en: null }, takes: 'papers', asks: '99999', readUntil: '2026-01-05' },
      { since: '2026-01-05', today: '2026-02-01' },
    )
    await first.close()
    const { house, publications, papers } = official.services
    const env = {
      PATH: process.env.PATH ?? '',
      KOERSVAST_DATA: folder,
      KOERSVAST_WORKSPACE: 'test',
      KOERSVAST_LANG: 'en',
      KOERSVAST_HOUSE: house,
      KOERSVAST_PUBLICATIONS: publications,
      KOERSVAST_PAPERS: papers,
    }
    /** Runs until it told of so many documents, and is killed there; or to its end. */
    const run = (most: number) =>
      new Promise<{ code: number | null; told: string }>(done => {
        const child = spawn(process.execPath, ['--import', `${root}tools/load.mjs`, `${root}src/start.ts`, 'sync', 'F-0001'], { env })
        let told = ''
        const heard = (chunk: Buffer) => {
          told += chunk
          if ((told.match(/^kst-/gm) ?? []).length >= most) child.kill('SIGKILL')
        }
        child.stderr.on('data', heard)
        child.stdout.on('data', heard)
        child.on('close', code => done({ code, told }))
      })
    for (const most of [1, 3, 2]) assert.equal((await run(most)).code, null)
    const last = await run(Number.POSITIVE_INFINITY)
    assert.equal(last.code, 0, last.told)
    const ledger = await open()
    // The command went by the clock of this machine: whatever day that is, this one comes after.
    const now = await ledger.snapshot('test', 'internal', { on: day('2999-12-31') })
    assert.deepEqual(
      now
        .all('document')
        .map(it => it.body.identity)
        .sort(),
      official.papers.map(it => it.id).sort(),
    )
    for (const it of now.all('document')) assert.equal(now.pointing('proposal', 'document', it.id).length, 1)
    assert.ok((now.all('feed')[0]?.body.readUntil ?? '') > '2026-02-01')
    await ledger.close()
  } finally {
    await official.close()
    await rm(folder, { recursive: true, force: true })
  }
})
