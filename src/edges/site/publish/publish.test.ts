import assert from 'node:assert/strict'
import { mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, beforeEach, test } from 'node:test'
import { day } from '../../../kernel/day.ts'
import { refused } from '../../../kernel/refusal.ts'
import type { App } from '../../cli/app.ts'
import { addressOf, publish } from './command.ts'
import { MARKER, markerOf } from './marker.ts'
import { writeSite } from './write.ts'

let above: string
let place: string
before(async () => {
  above = await mkdtemp(join(tmpdir(), 'koersvast-site-'))
})
after(() => rm(above, { recursive: true, force: true }))
let n = 0
beforeEach(() => {
  place = join(above, `site-${++n}`)
})

const files = (content: Readonly<Record<string, string>>) => {
  const all = new Map<string, Uint8Array>(Object.entries(content).map(([path, text]) => [path, Buffer.from(text)]))
  return all.set(MARKER, markerOf('test', day('2025-01-01'), all))
}
const codeOf = (answer: unknown) => (answer as { code?: string } | undefined)?.code
const inPlace = async () => (await readdir(place, { recursive: true })).toSorted()
/** What lies beside the folder after it was written: nothing but itself. */
const beside = async () => (await readdir(above)).filter(name => name.startsWith('.'))

test('[A10] a site is put in its place whole, over the one before, and leaves nothing beside it', async () => {
  assert.equal(await writeSite(place, files({ 'index.html': 'one', 'a/b/index.html': 'deep' })), undefined)
  assert.deepEqual(await inPlace(), [MARKER, 'a', 'a/b', 'a/b/index.html', 'index.html'])
  assert.equal((await stat(place)).mode & 0o777, 0o755)
  assert.equal(await writeSite(place, files({ 'index.html': 'two' })), undefined)
  assert.deepEqual(await inPlace(), [MARKER, 'index.html'])
  assert.equal(await readFile(join(place, 'index.html'), 'utf8'), 'two')
  assert.deepEqual(await beside(), [])
})

test('[A10] an empty folder is taken; a link to a folder stays a link', async () => {
  await mkdir(place)
  const link = join(above, `link-${n}`)
  await symlink(place, link)
  assert.equal(await writeSite(link, files({ 'index.html': 'one' })), undefined)
  assert.equal(await readFile(join(place, 'index.html'), 'utf8'), 'one')
  assert.equal(await writeSite(link, files({ 'index.html': 'two' })), undefined)
  assert.equal(await readFile(join(place, 'index.html'), 'utf8'), 'two')
})

test('[A10] a folder with anything that we did not write is left alone, and the refusal names it', async () => {
  await mkdir(place)
  await writeFile(join(place, 'mijn werk.txt'), 'niet kwijtraken')
  assert.equal(codeOf(await writeSite(place, files({ 'index.html': 'x' }))), 'site.foreign')
  assert.deepEqual(await inPlace(), ['mijn werk.txt'])

  place += '-b'
  await writeSite(place, files({ 'index.html': 'one' }))
  await writeFile(join(place, 'extra.txt'), 'van een ander')
  const added = await writeSite(place, files({ 'index.html': 'two' }))
  assert.deepEqual([codeOf(added), (added as { found?: string }).found], ['site.changed', 'extra.txt'])
  await rm(join(place, 'extra.txt'))
  await writeFile(join(place, 'index.html'), 'met de hand gewijzigd')
  assert.equal(codeOf(await writeSite(place, files({ 'index.html': 'two' }))), 'site.changed')
  assert.equal(await readFile(join(place, 'index.html'), 'utf8'), 'met de hand gewijzigd')

  place += '-c'
  await writeFile(place, 'een bestand')
  assert.equal(codeOf(await writeSite(place, files({ 'index.html': 'x' }))), 'site.file')
  await mkdir(`${place}-d`)
  await writeFile(join(`${place}-d`, MARKER), '{"format":"iets anders","files":{}}')
  assert.equal(codeOf(await writeSite(`${place}-d`, files({ 'index.html': 'x' }))), 'site.foreign')
})

test('[A10] what goes wrong while writing leaves the site before as it was, and nothing beside it', async () => {
  await writeSite(place, files({ 'index.html': 'one' }))
  for (const path of ['../buiten.html', '../../buiten.html', 'index.html/kan-niet.html']) {
    const broken = files({ 'index.html': 'two', [path]: 'x' })
    assert.equal(codeOf(await writeSite(place, broken)), 'site.write', path)
    assert.equal(await readFile(join(place, 'index.html'), 'utf8'), 'one')
  }
  assert.deepEqual(await beside(), [])
  await assert.rejects(stat(join(above, 'buiten.html')))
})

test('[A11] a day to come, a day that is none and an address that is none are refused before anything is opened', async () => {
  const said: string[] = []
  const app = {
    streams: { out: () => {}, err: (text: string) => said.push(text), tty: false, width: 80, language: 'en' },
    config: { zone: 'Europe/Amsterdam', workspace: 'test' },
    open: () => assert.fail('opened'),
  } as unknown as App
  const pages = { pages: [], sections: [] }
  const table: readonly (readonly [readonly string[], number])[] = [
    [['build', place, '--on', '2999-01-01'], 6],
    [['build', place, '--on', '2025-02-30'], 6],
    [['build', place, '--address', 'javascript:alert(1)'], 6],
    [['build', place, '--address', 'https://u:p@example.org/'], 6],
    [['build'], 2],
    [['build', place, 'more'], 2],
    [['build', place, '--nonsense'], 2],
    [[], 2],
  ]
  for (const [argv, code] of table) assert.equal(await publish(app, pages, argv), code, argv.join(' '))
  assert.match(said.join(''), /today or an earlier day/)
  assert.match(said.join(''), /a web address such as/)
})

test('[A8] an address ends in a slash, whatever was typed', () => {
  const table = { 'https://example.org': 'https://example.org/', 'https://example.org/a/b': 'https://example.org/a/b/' }
  for (const [typed, whole] of Object.entries(table)) assert.deepEqual(addressOf(typed), { whole })
  assert.deepEqual(addressOf(undefined), { whole: null })
  for (const typed of ['voorbeeld.nl', 'ftp://a.b/', 'https://a.b/?q=1', 'https://a.b/#x', '']) assert.ok(refused(addressOf(typed)), typed)
})
