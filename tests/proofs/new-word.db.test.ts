// The how-to is the test: its blocks are copied into a fresh tree, as somebody new would, and everything it promises must be there.
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, before, test } from 'node:test'

const root = join(import.meta.dirname, '../..')
const told = ['src', 'tools', 'tests/support', 'docs', 'package.json', 'package-lock.json', 'tsconfig.json', 'biome.json', 'packs']
const generated = [
  'docs/reference/api.md',
  'docs/reference/commands.md',
  'docs/reference/errors.md',
  'docs/reference/glossary.md',
  'docs/reference/rights.md',
  'src/declared.ts',
]
const TABLE = 'src/access/rights.ts'

let tree: string
before(async () => {
  tree = await mkdtemp(join(tmpdir(), 'koersvast-word-'))
  for (const name of told) await cp(join(root, name), join(tree, name), { recursive: true })
  await symlink(join(root, 'node_modules'), join(tree, 'node_modules'))
  await node('tools/generate.ts')
})
after(() => rm(tree, { recursive: true, force: true }))

/** A program in that tree. @returns what it wrote; throws with everything it said when it fails. */
const run = (args: readonly string[], env: Record<string, string> = {}) =>
  new Promise<string>((done, failed) => {
    execFile(
      process.execPath,
      [...args],
      { cwd: tree, env: { ...process.env, NODE_TEST_CONTEXT: undefined, ...env }, maxBuffer: 2e7 },
      (error, out, err) => (error ? failed(new Error(`${args.join(' ')}\n${out}\n${err}`)) : done(out)),
    )
  })
const node = (file: string, args: readonly string[] = [], env?: Record<string, string>) =>
  run(['--import', join(tree, 'tools/load.mjs'), join(tree, file), ...args], env)

/** The blocks of the how-to that stand under a file's name. */
async function blocks(): Promise<ReadonlyMap<string, string>> {
  const text = await readFile(join(root, 'docs/how-to/add-a-word.md'), 'utf8')
  return new Map([...text.matchAll(/^`([^`\n]+)`[^\n]*\n```ts\n([\s\S]*?)\n```$/gm)].map(([, name = '', code = '']) => [name, `${code}\n`]))
}

const filesOf = async (folder: string): Promise<ReadonlyMap<string, string>> => {
  const out = new Map<string, string>()
  for (const part of ['src', 'tools', 'docs'])
    for (const entry of await readdir(join(folder, part), { recursive: true, withFileTypes: true }))
      if (entry.isFile()) {
        const path = join(entry.parentPath, entry.name)
        out.set(path.slice(folder.length + 1), await readFile(path, 'utf8'))
      }
  return out
}

test('[D2] a new word by the how-to: three files and one line, and all the rest follows', async () => {
  const before = await filesOf(tree)
  const written = await blocks()
  const added = [...written.keys()].filter(name => name !== TABLE)
  for (const name of added) {
    assert.ok(!before.has(name), `${name} is there already`)
    await mkdir(dirname(join(tree, name)), { recursive: true })
    await writeFile(join(tree, name), written.get(name) as string)
  }
  const table = before.get(TABLE) as string
  const end = table.indexOf('\n]\n', table.indexOf('export const rights'))
  await writeFile(join(tree, TABLE), `${table.slice(0, end + 1)}${written.get(TABLE)}${table.slice(end + 1)}`)
  await node('tools/generate.ts')

  await test('by hand: one word, one command, one view, one line; the rest was made', async () => {
    assert.deepEqual(
      added.map(name => name.replace(/^.*\.(command|view)\.ts$/, '$1')),
      ['src/model/course/visit.ts', 'command', 'view'],
    )
    const now = await filesOf(tree)
    const changed = [...now].filter(([name, text]) => before.get(name) !== text).map(([name]) => name)
    const byHand = changed.filter(name => !generated.includes(name) && !added.includes(name))
    assert.deepEqual(byHand, [TABLE])
    for (const name of generated.filter(it => it !== 'docs/reference/errors.md'))
      assert.ok(changed.includes(name), `${name} did not follow`)
    assert.match(now.get('docs/reference/rights.md') as string, /^\| visit \(werkbezoek\) \| create, update, end \|/m)
    assert.match(now.get('docs/reference/glossary.md') as string, /## visit · werkbezoek/)
    assert.match(now.get('docs/reference/commands.md') as string, /`koersvast visit add`/)
    assert.match(now.get('docs/reference/api.md') as string, /`GET \/api\/v1\/\{workspace\}\/visits\/\{code\}`/)
  })

  await test('it fits the types and the style of the house', async () => {
    await run([join(root, 'node_modules/typescript/bin/tsc'), '--noEmit', '-p', tree])
    await run([join(root, 'node_modules/@biomejs/biome/bin/biome'), 'check', ...added, TABLE])
  })

  await test('form, API, OpenAPI, history, as-of and help', async () => {
    await writeFile(join(tree, 'proof.ts'), proof)
    const seen = JSON.parse((await node('proof.ts')).split('\n')[0] as string) as Record<string, unknown>
    assert.deepEqual(seen, {
      form: ['place', 'on', 'line', 'seen', 'note', 'label'],
      wrongForm: 422,
      formDone: 303,
      anonymousForm: 401,
      made: [201, 'WB-0002'],
      denied: 403,
      refused: [422, 'visit.place'],
      list: ['WB-0001', 'WB-0002'],
      facets: { past: { false: 1, true: 1 } },
      before: [404, 200],
      known: 404,
      follows: [false, true],
      publicNote: false,
      history: ['visit.add'],
      csv: true,
      openapi: ['get', 'get', 'get', 'post', 'post'],
      help: true,
    })
  })

  await test('the command line', async () => {
    const env = {
      KOERSVAST_DATA: join(tree, 'data'),
      LANG: 'en_GB.UTF-8',
      DATABASE_URL: '',
      DATABASE_OWNER_URL: '',
      KOERSVAST_WORKSPACE: 'klein',
    }
    const koersvast = (...args: string[]) => node('src/start.ts', args, env)
    assert.match(await koersvast('explain', 'visit'), /POST|visit\.add: Records where/)
    assert.match(await koersvast('help', 'visit'), /koersvast visit add/)
    await mkdir(join(tree, 'klein'))
    await writeFile(
      join(tree, 'klein/pack.json'),
      JSON.stringify({ format: 'koersvast/pack/1', workspace: 'klein', files: ['strategies.json'] }),
    )
    const strategy = { code: 'ST-0001', since: '2024-01-01', name: { nl: 'Klein', en: null }, from: '2024-01-01', to: '2028-12-31' }
    await writeFile(join(tree, 'klein/strategies.json'), JSON.stringify([strategy]))
    await koersvast('pack', 'import', join(tree, 'klein'))
    assert.match(await koersvast('visit', 'add', '--place', 'Saba', '--on', '2025-03-14', '--since', '2025-03-14'), /Made: WB-0001/)
    const list = (...more: string[]) => koersvast('visit', 'list', '--json', ...more).then(text => JSON.parse(text))
    assert.deepEqual(await list('--on', '2025-03-13'), [])
    assert.deepEqual(await list('--on', '2025-03-15'), [{ code: 'WB-0001', place: 'Saba', on: '2025-03-14', past: true }])
  })
})

/** Runs in the copy, with the copy's own house: what it prints is compared above. */
const proof = `
import { openHouse } from './tests/support/http.ts'
const house = await openHouse('2025-06-01T10:00:00.000Z')
try {
  const anna = await house.enter('analyst')
  const page = '/test/-/do/visit.add'
  const form = (await house.ask(page, { as: anna })).text
  const hidden = name => new RegExp('name="' + name + '" value="([^"]*)"').exec(form)?.[1] ?? ''
  const send = fields => house.ask(page, {
    as: anna, method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ _key: hidden('_key'), _back: hidden('_back'), _since: '2025-03-01', label: 'public', ...fields }).toString(),
  })
  const wrongForm = await send({ place: 'Saba', on: '2025-02-30' })
  const formDone = await send({ place: 'Saba', on: '2025-03-14', note: 'Geheim' })
  const made = await house.act('visit.add', { place: 'Delfzijl', on: '2025-07-01' }, { as: anna, more: { since: '2025-05-01' } })
  const reader = await house.enter('reader')
  const denied = await house.act('visit.add', { place: 'x', on: '2025-07-01' }, { as: reader })
  const refusal = await house.act('visit.add', { place: ' ', on: '2025-07-01' }, { as: anna })
  const at = '/api/v1/test/visits'
  const list = await house.ask(at)
  const one = query => house.ask(at + '/WB-0001' + query)
  const { paths } = (await house.ask('/api/v1/openapi.json')).json
  const open = '/api/v1/{workspace}/'
  console.log(JSON.stringify({
    form: [...new Set([...form.matchAll(/name="(\\w+)[.\\w]*"/g)].map(it => it[1]))].filter(it => ['place', 'on', 'line', 'seen', 'note', 'label'].includes(it)),
    wrongForm: wrongForm.status,
    formDone: formDone.status,
    anonymousForm: (await house.ask(page)).status,
    made: [made.status, made.json.made?.[0]?.code],
    denied: denied.status,
    refused: [refusal.status, refusal.json.code],
    list: list.json.items.map(it => it.code),
    facets: list.json.facets,
    before: [(await one('?op=2025-02-28')).status, (await one('?op=2025-03-01')).status],
    known: (await one('?op=2025-03-01&bekend=2025-05-31T00:00:00Z')).status,
    follows: [(await one('?op=2025-03-01')).json.follows.past, (await one('?op=2025-04-01')).json.follows.past],
    publicNote: 'note' in (await one('')).json.fields && (await one('')).text.includes('Geheim'),
    history: (await house.ask(at + '/WB-0001/history')).json.items.map(it => it.command),
    csv: (await house.ask(at + '?format=csv')).text.includes('WB-0001,Saba,2025-03-14,true'),
    openapi: [open + 'visits', open + 'visits/{code}', open + 'visits/{code}/history', open + 'commands/visit.add', open + 'commands/record.end'].map(it => Object.keys(paths[it] ?? {})[0]),
    help: (await house.ask('/-/help')).text.includes('werkbezoek'),
  }))
} finally {
  await house.close()
}
`
