import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { type Official, openOfficial } from '../../../tests/support/outside/official.ts'
import { refused } from '../../kernel/refusal.ts'
import { bring } from './bring.ts'
import { askedBy, officialId } from './clients/identity.ts'
import { services } from './services.ts'
import { type World, worldOf } from './world.ts'

let official: Official
let world: World
before(async () => {
  official = await openOfficial()
  world = worldOf(official.services)
})
after(() => official.close())
beforeEach(() => {
  official.papers = [{ id: 'kst-99999-1', title: 'Een brief', published: '2026-01-10', text: 'Ik zal u informeren.' }]
  official.letters = []
  official.odd = () => undefined
  official.asked.length = 0
})
const code = async (typed: string) => {
  const got = await bring(world, typed)
  return refused(got) ? got.code : got.identity
}

test('[O14] what is typed is known as a paper, a dossier, a number of the House or an address', () => {
  const paper = (id: string) => ({ by: 'paper', id })
  const all: readonly (readonly [string, unknown])[] = [
    ['30821-251', paper('kst-30821-251')],
    ['30821, nr. 251', paper('kst-30821-251')],
    ['30 821 nr 251', paper('kst-30821-251')],
    ['Kamerstuk 30821, nr. 251', paper('kst-30821-251')],
    ['Kamerstukken II 2024/25, 30821, nr. 251', paper('kst-30821-251')],
    ['KST-36600-vii-12', paper('kst-36600-VII-12')],
    ['36 600 VII, nr. 12', paper('kst-36600-VII-12')],
    ['21501-02-3174', paper('kst-21501-02-3174')],
    ['36200-A', paper('kst-36200-A')],
    ['kst-26643-144-H1', paper('kst-26643-144-h1')],
    ['ah-tk-20232024-1031', paper('ah-tk-20232024-1031')],
    ['stb-2018-84', paper('stb-2018-84')],
    ['30821', { by: 'dossier', dossier: '30821' }],
    ['36 600-VII', { by: 'dossier', dossier: '36600-VII' }],
    ['2024D12345', { by: 'house', number: '2024D12345' }],
    ['https://zoek.officielebekendmakingen.nl/kst-30821-251.html', paper('kst-30821-251')],
    ['https://repository.overheid.nl/frbr/officielepublicaties/kst/30821/kst-30821-251/1/xml/kst-30821-251.xml', paper('kst-30821-251')],
    ['https://zoek.officielebekendmakingen.nl/dossier/36267', { by: 'dossier', dossier: '36267' }],
    ['https://www.tweedekamer.nl/kamerstukken/detail?id=2024D12345&did=2024D12345', { by: 'house', number: '2024D12345' }],
    ['https://voorbeeld.nl/kst-30821-251.html', { by: 'url', url: 'https://voorbeeld.nl/kst-30821-251.html' }],
    ['brief.txt', null],
    ['../../etc/passwd', null],
    ['', null],
    ['file:///etc/passwd', null],
    ['30821"OR 1==1', null],
  ]
  for (const [typed, wanted] of all) assert.deepEqual(askedBy(typed), wanted, typed)
  for (const odd of ['kst-', 'kst', 'x-1', 'kst-1 2', `kst-${'9'.repeat(99)}`]) assert.equal(officialId(odd), null, odd)
})

test('[O15] a paper comes as XML, else as a page, else as PDF; what says it is not there is none, whatever its status', async () => {
  assert.equal(await code('99999-1'), 'kst-99999-1')
  const got = await bring(world, 'https://zoek.officielebekendmakingen.nl/kst-99999-1.pdf')
  assert.ok(!refused(got) && Buffer.from(got.bytes).includes('officiele-publicatie') && got.published === '2026-01-10')
  // The XML is not there yet and says so with status 200; the page is.
  official.odd = path =>
    path.endsWith('.xml')
      ? { status: 200, body: '<html>fout404</html>' }
      : path.endsWith('.html')
        ? { status: 200, body: '<html><p>Brief</p></html>' }
        : undefined
  const page = await bring(world, '99999-1')
  assert.ok(!refused(page) && Buffer.from(page.bytes).includes('<p>Brief'))
  official.odd = path => (path.startsWith('/sru') ? undefined : { status: 200, body: 'Pagina niet gevonden', type: 'text/html' })
  assert.equal(await code('99999-2'), 'outside.not-there')
  official.odd = path => (path.startsWith('/sru') ? undefined : { status: 404 })
  assert.equal(await code('99999-1'), 'outside.not-there')
  official.odd = path => (path.startsWith('/sru') ? undefined : { status: 503 })
  assert.equal(await code('99999-1'), 'sync.busy')
  assert.equal(await code('99999'), 'outside.dossier')
  assert.equal(await code('zomaar'), 'outside.what')
})

test('[O15] a paper of the House is fetched as the publication it is, or as the file the House has', async () => {
  official.letters = [
    {
      Id: 'a1',
      DocumentNummer: '2026D00001',
      Onderwerp: 'Brief',
      Datum: '2026-01-10',
      Volgnummer: 1,
      Kamerstukdossier: [{ Nummer: 99999 }],
    },
    { Id: 'b2', DocumentNummer: '2026D00002', Onderwerp: 'Los stuk', Datum: '2026-01-11', Volgnummer: -1, Kamerstukdossier: [] },
  ]
  official.odd = path => (path === '/odata/Document(b2)/resource' ? { status: 200, body: '%PDF-1.7', type: 'application/pdf' } : undefined)
  assert.equal(await code('2026D00001'), 'kst-99999-1')
  const file = await bring(world, '2026D00002')
  assert.ok(!refused(file))
  assert.deepEqual([file.identity, file.name, file.title, file.published], ['2026D00002', '2026D00002.pdf', 'Los stuk', '2026-01-11'])
  assert.equal(await code('2026D00003'), 'outside.not-there')
})

test('[O1] only an address that was configured may be an inner one; what is typed or answered may not', async () => {
  const { port } = new URL(official.services.house)
  const plain = worldOf(services)
  for (const typed of [`http://127.0.0.1:${port}/papers/x`, 'http://169.254.169.254/latest', 'http://[::1]/']) {
    const got = await bring(plain, typed)
    assert.ok(refused(got) && ['outside.closed', 'outside.address'].includes(got.code), typed)
  }
  // Another port of the same machine is another service.
  const other = await bring(world, `http://127.0.0.1:${Number(port) + 1}/x`)
  assert.ok(refused(other) && other.code === 'outside.address')
  // A redirect from a mirror into the machine's network is not followed.
  official.odd = () => ({ status: 302 })
  const turned = await bring(world, `http://127.0.0.1:${port}/x`)
  assert.ok(refused(turned))
})
