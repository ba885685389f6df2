import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { everyPage, type House, openHouse, SITE } from '../../../../tests/support/http.ts'
import type { Handed } from '../../../fields/file.ts'
import type { Need } from '../../../ledger/act.ts'
import { sheetsIn } from '../../files/tables/sheets.ts'

let house: House
let anna: string
const fetch = async ({ of }: Need<unknown>) => sheetsIn(new Uint8Array(Buffer.from((of as Handed).base64, 'base64')), (of as Handed).name)
before(async () => {
  house = await openHouse('2025-01-02T10:00:00.000Z', everyPage, false, fetch)
  anna = await house.enter('coordinator')
  for (const [number, label] of [
    [1, 'public'],
    [2, 'internal'],
  ] as const)
    await house.act('theme.add', { number, name: { nl: `Thema ${number}`, en: null }, label }, { as: anna })
})
after(() => house.close())
const at = '/api/v1/test/tables'
const fileOf = (name: string, text: string) => ({ name, base64: Buffer.from(text).toString('base64') })

test('[T106] tables of a word or a room as JSON, CSV and XLSX, each reader their own', async () => {
  const mine = await house.ask(`${at}/theme`, { as: anna })
  assert.deepEqual([mine.status, mine.json.schema, mine.json.tables[0].rows.length], [200, 'koersvast/table/1', 2])
  assert.equal((await house.ask(`${at}/theme`)).json.tables[0].rows.length, 1)
  assert.equal((await house.ask(`${at}/themes?op=2024-12-31`, { as: anna })).json.tables[0].rows.length, 0)
  const csv = await house.ask(`${at}/theme?format=csv`, { as: anna })
  assert.match(csv.headers.get('content-type') ?? '', /^text\/csv/)
  assert.match(csv.headers.get('content-disposition') ?? '', /theme\.csv/)
  assert.match(csv.text, /DT-1/)
  const xlsx = await house.ask(`${at}/picture?format=xlsx`, { as: anna })
  assert.equal(xlsx.status, 200)
  assert.equal(
    (await house.ask(`${at}/theme?format=csv`, { as: anna, headers: { 'if-none-match': csv.headers.get('etag') ?? '' } })).status,
    304,
  )
  for (const [path, status] of [
    ['workspace', 404],
    ['picture?format=csv', 422],
    ['theme?format=ods', 422],
    ['theme?size=2', 422],
    ['theme?op=x', 422],
  ] as const)
    assert.equal((await house.ask(`${at}/${path}`, { as: anna })).status, status, path)
})

test('[T106] an import is a command with a file: rows that are wrong are named, rights are those of any change', async () => {
  const wrong = await house.act('table.import', { file: fileOf('theme.csv', 'code,number,name.nl\n,3,Drie\n,x,Vier\n') }, { as: anna })
  assert.equal(wrong.status, 422)
  assert.match(wrong.text, /theme\.csv, row 3, column number/)
  assert.equal((await house.ask(`${at}/theme`, { as: anna })).json.tables[0].rows.length, 2)
  const input = { file: fileOf('theme.csv', 'code,number,name.nl\n,3,Drie\nDT-1,1,Een\n') }
  const contributor = await house.enter('contributor')
  assert.equal((await house.act('table.import', input, { as: contributor })).status, 403)
  const done = await house.act('table.import', input, { as: anna })
  assert.deepEqual([done.status, done.json.made.length, done.json.changed.length], [201, 1, 1])
})

test('[T107] who works here finds the tables and the form; a file that is wrong is told there, row by row', async () => {
  const page = await house.ask('/test/beeld/tabellen?op=2025-01-02', { as: anna, headers: { accept: 'text/html' } })
  assert.equal(page.status, 200)
  assert.match(page.text, /\/api\/v1\/test\/tables\/rating\?op=2025-01-02&amp;format=xlsx/)
  assert.match(page.text, /name="file"/)
  assert.equal((await house.ask('/test/beeld/tabellen', { headers: { accept: 'text/html' } })).status, 401)
  const part = (name: string, text: string, file = '') =>
    `--grens\r\nContent-Disposition: form-data; name="${name}"${file && `; filename="${file}"`}\r\n\r\n${text}\r\n`
  const sent = (text: string) =>
    house.ask('/test/-/do/table.import', {
      as: anna,
      method: 'POST',
      headers: { accept: 'text/html', origin: SITE, 'content-type': 'multipart/form-data; boundary=grens' },
      body: `${part('_key', text)}${part('_back', '/test/beeld/tabellen')}${part('kind', '')}${part('file', `code,number,name.nl\n,${text},Nog een\n`, 'theme.csv')}--grens--\r\n`,
    })
  const wrong = await sent('negen')
  assert.equal(wrong.status, 422)
  assert.match(wrong.text, /theme\.csv, (?:rij|row) 2, (?:kolom|column) number/)
  const done = await sent('9')
  assert.deepEqual([done.status, done.headers.get('location')?.startsWith('/test/beeld/')], [303, true])
})
