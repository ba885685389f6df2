// What should not come in: each by the command line or over HTTP, with what, where and what would be right in both languages, and nothing stored.
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { makeLink } from '../../src/edges/http/sign-in.ts'
import { day } from '../../src/kernel/day.ts'
import { type Answer, type House, openHouse } from '../support/http.ts'
import { type Machine, machine } from './koersvast.ts'

let it: Machine
let house: House
before(async () => {
  it = await machine()
  house = await openHouse()
})
after(async () => {
  await house.close()
  await it.close()
})

/** In both languages: the exit code, nothing on standard output, the place first and the code last. */
async function refuses(args: readonly string[], exit: number, where: string, code: string, remedy: readonly [nl: RegExp, en: RegExp]) {
  for (const [i, language] of (['nl', 'en'] as const).entries()) {
    const said = await it.run(args, language)
    assert.deepEqual([args, language, said.exit, said.out], [args, language, exit, ''], said.err)
    assert.ok(said.err.startsWith(`${where}: `), said.err)
    assert.ok(said.err.endsWith(`[${code}]\n`), said.err)
    assert.match(said.err, remedy[i] as RegExp)
  }
}

const scan = [/geen tekst die te lezen is|platte tekst/, /no text that can be read|plain text/] as const
const files: readonly (readonly [name: string, content: Buffer | number, code: string, remedy: readonly [RegExp, RegExp]])[] = [
  ['leeg.txt', Buffer.alloc(0), 'read.empty', [/geen tekst.*OCR/, /no text.*OCR/]],
  ['binair.txt', Buffer.concat([Buffer.from([1, 2, 0]), randomBytes(2000)]), 'read.not-text', scan],
  ['groot.txt', 100 * 1024 * 1024, 'file.too-large', [/100 MB.*hoogstens 50 MB/, /100 MB.*at most 50 MB/]],
  ['nul.txt', Buffer.from('een\0brief'), 'read.not-text', [/U\+0000 @ 3/, /U\+0000 @ 3/]],
  ['codering.txt', Buffer.from([0xff, 0xfe, 0xfd, 0x80, 0x81]), 'read.not-text', scan],
  ['half.txt', Buffer.from([0x61, 0xed, 0xa0, 0x80, 0x62]), 'read.broken-text', [/halve tekens.*UTF-8/, /half characters.*UTF-8/]],
]

test('[D5] a file that is not there, empty, binary, 100 MB, with NUL, a half character, an unknown encoding: named and refused', async () => {
  for (const [name, content, code, remedy] of files) {
    const path = join(it.folder, name)
    await writeFile(path, typeof content === 'number' ? '' : content)
    if (typeof content === 'number') await truncate(path, content)
    const said = await it.run(['read', path])
    assert.deepEqual([name, said.exit, said.out], [name, 6, ''], said.err)
    assert.ok(said.err.startsWith(`${path}: `) && said.err.endsWith(`[${code}]\n`), said.err)
    assert.match(said.err, remedy[0])
  }
  // All at once, in the other language: each is told, and the sum of them.
  const english = await it.run(['read', ...files.map(([name]) => join(it.folder, name)), '--json'], 'en')
  assert.deepEqual([english.exit, english.out], [1, '[]\n'])
  for (const [, , , [, remedy]] of files) assert.match(english.err, remedy)
  assert.match(english.err, /0 read, 6 refused\.\n {2}3 × read\.not-text/)
  const none = join(it.folder, 'er-niet.txt')
  await refuses(['read', none], 3, none, 'file.missing', [/Geef het pad van een bestand/, /Give the path of a file/])
})

test('[D5] a letter without a date leaves relative times open and says so; a date that is none is refused', async () => {
  const path = join(it.folder, 'brief.txt')
  await writeFile(path, 'De minister zal uw Kamer medio volgend jaar informeren.\n')
  const open = await it.run(['read', path, '--json'])
  assert.equal(open.exit, 0, open.err)
  const { commitments, findings } = JSON.parse(open.out)
  assert.deepEqual(
    commitments.map(({ due }: { due: { phrase: string; from: string | null; to: string | null } }) => [due?.phrase, due?.from, due?.to]),
    [['volgend jaar', null, null]],
  )
  assert.match(JSON.stringify(findings), /datum van de brief/)
  await refuses(['read', path, '--date', '2025-02-30'], 6, '--date', 'date.day', [/2025-02-30/, /2025-02-30/])
})

const headOf = () => it.ledger.store.readInternal('klein', reads => reads.head())

test('[D5] a broken pack, an unknown code, a window upside down, a day that is none, two processes on one folder: nothing half stored', async () => {
  const pack = join(it.folder, 'klein')
  const goal = { code: 'HD-1', since: '2024-01-01', strategy: 'ST-9999', number: 1, name: { nl: 'x', en: null } }
  await writeFile(
    join(pack, 'pack.json'),
    JSON.stringify({ format: 'koersvast/pack/1', workspace: 'klein', files: ['goals.json', 'strategies.json'] }),
  )
  await writeFile(join(pack, 'goals.json'), JSON.stringify([goal]))
  for (const language of ['nl', 'en'] as const) {
    const broken = await it.run(['pack', 'import', pack], language)
    assert.equal(broken.exit, 6, broken.err)
    assert.match(broken.err, /goals\.json.*ST-9999/)
  }
  assert.deepEqual(await it.ledger.store.workspaces(), [])
  await writeFile(join(pack, 'goals.json'), JSON.stringify([{ ...goal, strategy: 'ST-0001' }]))
  const tried = await it.run(['pack', 'import', pack, '--dry-run'])
  assert.deepEqual([tried.exit, await it.ledger.store.workspaces()], [0, []], tried.err)
  const taken = await it.run(['pack', 'import', pack])
  assert.equal(taken.exit, 0, taken.err)
  const head = await headOf()
  assert.equal(head.seq, 1)

  const make = ['commitment', 'make', '--words', 'Een brief']
  const dayRemedy = [/dag die bestaat/, /day that exists/] as const
  await refuses(['commitment', 'show', 'T-9999'], 3, 'T-9999', 'thing.unknown', [/Kies een code/, /Choose a code/])
  await refuses(['commitment', 'move', 'T-9999', '--due-to', '2026-03-31'], 6, 'of', 'ref.unknown', [/T-9999/, /T-9999/])
  await refuses([...make, '--due-from', '2026-03-31', '--due-to', '2025-03-31'], 6, 'due', 'field.window', [/2026-03-31/, /2026-03-31/])
  await refuses([...make, '--since', '2025-02-30'], 6, '--since', 'since.day', dayRemedy)
  await refuses(['commitment', 'list', '--on', 'gisteren'], 6, '--on', 'on.day', dayRemedy)
  await refuses([...make, '--words', 'a\0b'], 6, 'words', 'field.text', [/./, /./])
  await refuses([...make, '--words', '\ud800'], 6, 'words', 'field.text', [/./, /./])
  const dry = await it.run([...make, '--dry-run'])
  assert.deepEqual([dry.exit, dry.out.includes('T-0001'), dry.err], [0, true, ''])
  assert.deepEqual(await headOf(), head)

  for (const [language, remedy] of [
    ['nl_NL.UTF-8', /Sluit|Stop|stop/],
    ['en_GB.UTF-8', /Close|Stop|stop/],
  ] as const) {
    const second = await it.process(['commitment', 'list'], { LC_ALL: language })
    assert.deepEqual([second.exit, second.out], [8, ''])
    assert.match(second.err, new RegExp(`${process.pid}.*\\[store\\.folder-held\\]`))
    assert.match(second.err, remedy)
  }
})

test('[D5] over HTTP: NUL, a half character, a stale or missing version, a window upside down, a forged and a used link', async () => {
  const anna = await house.enter('coordinator')
  const made = await house.act('commitment.make', { words: 'Een brief' }, { as: anna })
  const { code, address } = made.json.made[0]
  const tag = (await house.ask(address, { as: anna })).headers.get('etag') as string
  await house.act('commitment.correct', { of: code, words: 'Twee brieven' }, { as: anna, ifMatch: tag })
  const head = () => house.opened.ledger.store.readInternal('test', reads => reads.head())
  const before = await head()
  const window = { from: '2026-03-31', to: '2025-03-31', phrase: '' }
  const wrong: readonly (readonly [status: number, where: RegExp, answer: Answer])[] = [
    [422, /words/, await house.act('commitment.make', { words: 'a\0b' }, { as: anna })],
    [422, /words/, await house.act('commitment.make', { words: '\ud800' }, { as: anna })],
    [422, /due/, await house.act('commitment.make', { words: 'x', due: window }, { as: anna })],
    [422, /since/, await house.act('commitment.make', { words: 'x' }, { as: anna, more: { since: '2025-02-30' } })],
    [428, /./, await house.act('commitment.correct', { of: code, words: 'Drie' }, { as: anna })],
    [412, /words/, await house.act('commitment.correct', { of: code, words: 'Drie' }, { as: anna, ifMatch: tag })],
    [404, /T-9999/, await house.ask('/api/v1/test/commitments/T-9999')],
  ]
  for (const [status, where, answer] of wrong) {
    assert.equal(answer.status, status, answer.text)
    assert.match(`${answer.json.where} ${answer.json.found}`, where)
    assert.ok(answer.json.do.nl.length > 10 && answer.json.do.en.length > 10 && answer.json.do.nl !== answer.json.do.en)
  }
  assert.deepEqual(await head(), before)

  const enter = (link: string) =>
    house.ask('/-/sign-in', {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ link }).toString(),
    })
  const [person] = (await house.opened.ledger.snapshot('test', 'internal', { on: day('2025-06-01') })).all('person')
  const link = (await makeLink(house.opened.ledger.store, 'test', person?.id as string, house.clock.now)).split('link=')[1] ?? ''
  assert.equal((await enter(link)).status, 303)
  for (const bad of [link, 'x'.repeat(43), '']) {
    const answer = await enter(bad)
    assert.deepEqual([answer.status, answer.json.code, answer.headers.get('set-cookie')], [401, 'link.used', null])
    assert.ok(answer.json.do.nl.length > 10 && answer.json.do.en.length > 10)
  }
})
