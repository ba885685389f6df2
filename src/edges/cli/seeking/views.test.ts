import assert from 'node:assert/strict'
import { test } from 'node:test'
import { snapshotOf } from '../../../../tests/support/given.ts'
import { views } from '../../../../tests/support/http.ts'
import { commands, kinds } from '../../../../tests/support/ledgers.ts'
import { system } from '../../../access/viewer.ts'
import { examples } from '../../../rooms/picture/examples.ts'
import { type Config, configuration } from '../../config.ts'
import type { App } from '../app.ts'
import { run } from '../main.ts'
import { viewsOf } from './views.ts'

/** The command line on two editions of an assessment, without a store. */
async function said(...argv: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  const told = { out: '', err: '' }
  const app = {
    streams: {
      out: (text: string) => (told.out += text),
      err: (text: string) => (told.err += text),
      language: 'nl',
      tty: false,
      color: false,
    },
    config: configuration({}, '/srv/kv') as Config,
    kinds: [...kinds.values()],
    commands: [...commands.values()],
    views,
    viewer: system,
    open: async () => ({ snapshot: async () => snapshotOf(examples.moved, '2026-01-01') }),
  } as unknown as App
  return { code: await run(app, argv, {}), ...told }
}

test('[T83] shifts and diagram stand on the command line with what they ask and their facets as flags', async () => {
  const all = await said('shifts', '--json')
  assert.equal(all.code, 0, all.err)
  const [row] = JSON.parse(all.out)
  assert.deepEqual(
    [row.pair, row.status, row.likelihood, row.likelihoodWas, row.likelihoodIs],
    ['RA-1..RA-3', 'moved', 'higher', 'B-C', 'D'],
  )
  assert.deepEqual(JSON.parse((await said('shifts', '--from', 'RA-1', '--to', 'RA-3', '--json')).out), JSON.parse(all.out))
  assert.deepEqual(JSON.parse((await said('shifts', '--status', 'gone', '--json')).out), [])
  assert.match((await said('diagram', '--edition', 'RA-3')).out, /B-3\tRA-3\tDT-1\tdrawn/)
  assert.equal((await said('shifts', '--between', 'x')).code, 2)
  assert.notEqual((await said('shifts', '--from', 'RA-9')).code, 0, 'an edition that is not there is refused')
  const names = viewsOf({ views, kinds: [...kinds.values()] }).map(({ name }) => name)
  assert.ok(names.includes('shifts') && names.includes('diagram'))
  assert.ok((await said('completions', 'bash')).out.includes('shifts'))
  assert.ok(!names.includes('scenarios'), 'the list of a word goes by that word')
})
