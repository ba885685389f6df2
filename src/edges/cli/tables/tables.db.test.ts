import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { act, commands, coordinator, engines, kinds, type Opened } from '../../../../tests/support/ledgers.ts'
import type { Viewer } from '../../../access/viewer.ts'
import type { Handed } from '../../../fields/file.ts'
import { day } from '../../../kernel/day.ts'
import { openLedger } from '../../../ledger/read.ts'
import { tablesApart } from '../../files/tables/apart.ts'
import type { App } from '../app.ts'
import { dryStore } from '../machine/dry.ts'
import { run } from '../main.ts'

let opened: Opened
let folder: string
let viewer: Viewer = coordinator
const said = { out: '', err: '' }
const fetch = ({ of }: { of: unknown }) => tablesApart(of as Handed)
const app = (): App =>
  ({
    streams: { out: (text: string) => void (said.out += text), err: (text: string) => void (said.err += text), width: 80, language: 'en' },
    config: { workspace: 'test', zone: 'Europe/Amsterdam', scan: null },
    kinds: [],
    commands: [],
    views: [],
    viewer,
    open: ({ dry = false } = {}) =>
      dry ? openLedger(dryStore(opened.ledger.store), { kinds, commands, fetch }) : Promise.resolve(opened.ledger),
  }) as unknown as App
const cli = async (...argv: string[]) => {
  said.out = ''
  said.err = ''
  return [await run(app(), argv, {}), said.out, said.err] as const
}
const at = (name: string) => join(folder, name)
const stand = async () => {
  const snapshot = await opened.ledger.snapshot('test', 'internal', { on: day('2030-01-01') })
  const all = snapshot.all('scenario').toSorted((a, b) => (a.code < b.code ? -1 : 1))
  return all.map(it => [it.code, it.body.name.nl, it.since])
}

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'koersvast-tables-'))
  opened = await engines.pglite(fetch)
  await act(opened.ledger, 'theme.add', { number: 1, name: { nl: 'Cyber', en: null } }, { since: '2022-01-01' })
  for (const nl of ['Aanval', '=1+1'])
    await act(opened.ledger, 'scenario.add', { theme: 'DT-1', name: { nl, en: null } }, { since: '2022-01-01' })
})
after(async () => {
  await opened.close()
  await rm(folder, { recursive: true })
})

test('[T101] what was exported and is imported again changes nothing; a dry run tells what would', async () => {
  assert.deepEqual(await cli('export', 'scenario', '-o', at('scenario.csv')), [0, '', `${at('scenario.csv')}\n`])
  assert.deepEqual(await cli('import', at('scenario.csv')), [
    0,
    'scenarios: 0 added, 0 changed, 2 unchanged\nThere was nothing to change.\n',
    '',
  ])
  const table = await readFile(at('scenario.csv'), 'utf8')
  assert.match(table, /,'=1\+1,/)
  await writeFile(
    at('scenarios.csv'),
    `${table.replace('Aanval', 'Aanval op afstand')},,DT-1,Nieuw${','.repeat((table.split('\r\n')[0]?.split(',').length as number) - 4)}\r\n`,
  )
  const was = await stand()
  assert.deepEqual(await cli('import', at('scenarios.csv'), '--dry-run'), [
    0,
    'scenarios: 1 added, 1 changed, 1 unchanged\nDry run: nothing was stored.\n',
    '',
  ])
  assert.deepEqual(await stand(), was)
})

test('[T94] all rows come in one commit with one reason, or none of them', async () => {
  const was = await stand()
  await writeFile(at('wrong.csv'), 'code;theme;name.nl\n;DT-1;Goed\n;DT-9;Fout\nS-0001;;Fout\n')
  const [exit, out, err] = await cli('import', at('wrong.csv'), '--kind', 'scenario')
  assert.deepEqual([exit, out], [6, ''])
  assert.match(err, /wrong\.csv, row 3, column theme: .*DT-9[\s\S]*wrong\.csv, row 4, column theme: /)
  assert.deepEqual(await stand(), was)

  const [done, told] = await cli('import', at('scenarios.csv'), '--reason', 'Uit de vergadering', '--json')
  assert.equal(done, 0)
  const { act: hash, tables } = JSON.parse(told)
  assert.deepEqual(tables, [{ kind: 'scenario', added: 1, changed: 1, unchanged: 1 }])
  const now = await stand()
  assert.deepEqual(now.slice(0, 2), [
    ['S-0001', 'Aanval op afstand', '2022-01-01'],
    ['S-0002', '=1+1', '2022-01-01'],
  ])
  assert.equal(now[2]?.[1], 'Nieuw')
  await act(opened.ledger, 'act.undo', { act: hash })
  assert.deepEqual(await stand(), was)
})

test('[T94] evidence alone may change, and who may not write is refused whatever the file says', async () => {
  await act(opened.ledger, 'document.add', { title: { nl: 'Brief', en: null }, language: 'nl', label: 'public' })
  await writeFile(
    at('evidence.json'),
    JSON.stringify({
      schema: 'koersvast/table/1',
      tables: [{ kind: 'scenario', rows: [{ code: 'S-0001', since: '2022-01-01', 'evidence.document': 'D-0001' }] }],
    }),
  )
  viewer = { ...coordinator, by: 'contributor', role: 'contributor' }
  const [refusedExit] = await cli('import', at('evidence.json'))
  viewer = coordinator
  assert.equal(refusedExit, 4)
  assert.equal((await cli('import', at('evidence.json')))[1], 'scenarios: 0 added, 1 changed, 0 unchanged\n')
  const snapshot = await opened.ledger.snapshot('test', 'internal', { on: day('2030-01-01') })
  assert.equal(snapshot.coded('S-0001')?.evidence.length, 1)
})

test('[T91] a room goes out as one file of JSON or as a folder of CSV, a day as it was then', async () => {
  const [exit, out] = await cli('export', 'picture')
  const { schema, tables } = JSON.parse(out)
  assert.deepEqual([exit, schema, tables.find((it: { kind: string }) => it.kind === 'scenario').rows.length], [0, 'koersvast/table/1', 2])
  assert.equal((await cli('export', 'picture', '-o', at('all')))[0], 0)
  assert.match(await readFile(join(at('all'), 'theme.csv'), 'utf8'), /DT-1/)
  assert.doesNotMatch((await cli('export', 'scenario', '--on', '2021-01-01'))[1], /S-0001/)
  assert.equal((await cli('export', 'picture', '-o', at('all.xlsx')))[0], 0)
  const [, told] = await cli('import', at('all.xlsx'))
  assert.match(told, /^themes: 0 added, 0 changed, 1 unchanged\nscenarios: 0 added, 0 changed, 2 unchanged\nThere was nothing to change/)
  assert.equal((await cli('export', 'scenario', '--format', 'xlsx'))[0], 6)
  assert.equal((await cli('export', 'workspace'))[0], 6)
  assert.equal((await cli('export', 'picture', '--format', 'csv'))[0], 6)
  assert.equal((await cli('export', 'scenario', '--format', 'ods'))[0], 6)
  assert.equal((await cli('export', 'scenario', '--on', '31-12-2020'))[0], 6)
  assert.equal((await cli('import'))[0], 2)
  assert.equal((await cli('import', at('none.csv')))[0], 3)
})
