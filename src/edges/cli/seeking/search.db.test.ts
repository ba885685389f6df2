import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { views } from '../../../../tests/support/http.ts'
import { act, coordinator, engines, type Opened } from '../../../../tests/support/ledgers.ts'
import { indexWaiting } from '../../../ledger/seeking/unindexed.ts'
import type { App } from '../app.ts'
import { run } from '../main.ts'

let opened: Opened
let tty = false
const said = { out: '', err: '' }
const app = (): App =>
  ({
    streams: {
      out: (text: string) => void (said.out += text),
      err: (text: string) => void (said.err += text),
      tty,
      width: 80,
      language: 'en',
    },
    config: { workspace: 'test', zone: 'Europe/Amsterdam' },
    kinds: [],
    commands: [],
    views,
    viewer: coordinator,
    open: () => Promise.resolve(opened.ledger),
  }) as unknown as App
const cli = async (...argv: string[]) => {
  said.out = ''
  said.err = ''
  return [await run(app(), ['search', ...argv], {}), said.out, said.err] as const
}
const LISTS =
  'sections footnotes citations terms mentions times commitments ratings developments done measures decisions requests fulfilments findings'
const reading = {
  document: { title: null, identity: null, date: null, sender: null, language: 'nl' },
  ...Object.fromEntries(LISTS.split(' ').map(list => [list, []])),
}

before(async () => {
  opened = await engines.pglite(async () => reading)
  const text = 'Een.\n\nDe dreiging van storm.\n\nDe dreiging van regen.'
  await act(opened.ledger, 'document.add', { title: { nl: 'Brief', en: null }, text, language: 'nl' })
  await indexWaiting(opened.ledger)
})
after(() => opened.close())

test('[K22] words give the places, for a person, for a pipe and as JSON; a word with a minus is a word', async () => {
  const [exit, out] = await cli('dreigingen', '-regen')
  assert.deepEqual([exit, out.split('\n').length], [0, 3])
  assert.match(out, /^code\tkind\tname\tdate\tparagraph\texcerpt\tfits\nD-0001\tpassage\tBrief\t\t2\tDe dreiging van storm\./)
  tty = true
  assert.match((await cli('"dreiging van regen"'))[1], /^D-0001 {2}Brief · paragraph 3\n {4}De .*dreiging.* van .*regen.*\.\n$/)
  tty = false
  const rows = JSON.parse((await cli('dreiging', '--json'))[1])
  assert.deepEqual(
    rows.map((row: { paragraph: number }) => row.paragraph),
    [2, 3],
  )
  assert.deepEqual(await cli('niets'), [0, 'code\tkind\tname\tdate\tparagraph\texcerpt\tfits\n', 'Nothing found.\n'])
  assert.equal((await cli())[0], 6)
  assert.equal((await cli('x'.repeat(10_000)))[0], 6)
  assert.equal((await cli('storm', '--on', 'x'))[0], 6)
})

test('[K22] the index is made anew, or only what is missing of it', async () => {
  assert.deepEqual(await cli('--missing'), [0, 'Made searchable: 0 texts.\n', ''])
  assert.deepEqual(await cli('--rebuild'), [0, 'Made searchable: 1 text.\n', ''])
  assert.equal(JSON.parse((await cli('storm', '--json'))[1]).length, 1)
})

test('[K22] a text that is not searchable yet is told, and found once it is', async () => {
  await act(opened.ledger, 'document.add', { title: { nl: 'Tweede', en: null }, text: 'Een overstroming.', language: 'nl' })
  const [exit, , err] = await cli('overstroming')
  assert.deepEqual([exit, err], [0, 'The text of 1 document cannot be searched yet, or not to its end.\nNothing found.\n'])
  assert.deepEqual(await cli('--missing'), [0, 'Made searchable: 1 text.\n', ''])
  assert.equal((await cli('overstroming'))[2], '')
})
