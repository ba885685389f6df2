import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Rows, renderPage } from '../../ui/list/rows.tsx'
import { answerOf, bytesOf, keptBytes, nameOf, WholePages, withBytes } from './bytes.ts'

const source = (name: string) => ({ of: { name }, row: () => name })
const Row = ({ row }: { row: string }) => <tr>{row}</tr>
const page = (rows: readonly ReturnType<typeof source>[], language: 'nl' | 'en' = 'nl') =>
  renderPage(
    <table lang={language}>
      <Rows rows={rows} show={Row} place={{ language, key: '', href: to => to }} />
    </table>,
  )

test('the name of a page changes with its frame, with a row and with the order of rows, and with nothing else', () => {
  const rows = ['a', 'b', 'c'].map(source)
  const all = [rows, rows.slice(1), rows.toReversed(), ['a', 'b', 'd'].map(source)].map(some => nameOf(page(some)))
  assert.equal(new Set([...all, nameOf(page(rows, 'en'))]).size, 5)
  assert.equal(nameOf(page(['a', 'b', 'c'].map(source))), nameOf(page(rows)))
  assert.equal(nameOf(Buffer.from('een')), nameOf(new TextEncoder().encode('een')))
  assert.notEqual(nameOf(Buffer.from('een')), nameOf(Buffer.from('twee')))
})

test('the bytes of an answer are those it was made of, and it can still be sent', async () => {
  const bytes = Buffer.from('één')
  const made = answerOf(bytes, { status: 201 })
  assert.equal(keptBytes(made), bytes)
  assert.equal(await bytesOf(made), bytes)
  assert.equal(await made.text(), 'één')
  const other = withBytes(new Response('twee'), undefined)
  assert.equal(keptBytes(other), undefined)
  assert.equal(Buffer.from(await bytesOf(other)).toString(), 'twee')
  assert.equal(await other.text(), 'twee')
})

test('[H43] a whole page is found for its snapshot, its key and its minute only, and a new minute replaces it', () => {
  const pages = new WholePages()
  const [one, two, bytes] = [{}, {}, Buffer.from('een')]
  pages.set(one, 'a', '10:00', bytes)
  assert.equal(pages.get(one, 'a', '10:00'), bytes)
  assert.equal(pages.get(two, 'a', '10:00'), undefined)
  assert.equal(pages.get(one, 'b', '10:00'), undefined)
  assert.equal(pages.get(one, 'a', '10:01'), undefined)
  const held = pages.held
  pages.set(one, 'a', '10:01', Buffer.from('wee'))
  assert.equal(pages.held, held)
  assert.equal(pages.get(one, 'a', '10:00'), undefined)
  assert.equal(pages.get(one, 'a', '10:01')?.toString(), 'wee')
})

test('[H43] whole pages hold no more than their budget: what was asked for longest ago goes first, and 0 keeps none', () => {
  const pages = new WholePages(250)
  const of = {}
  for (const key of ['a', 'b']) pages.set(of, key, '', Buffer.alloc(100))
  assert.ok(pages.get(of, 'a', ''))
  pages.set(of, 'c', '', Buffer.alloc(100))
  assert.deepEqual(
    ['a', 'b', 'c'].map(key => pages.get(of, key, '') !== undefined),
    [true, false, true],
  )
  assert.ok(pages.held <= 250)
  pages.set(of, 'large', '', Buffer.alloc(1000))
  assert.equal(pages.held, 0)
  const none = new WholePages(0)
  none.set(of, 'a', '', Buffer.from('een'))
  assert.equal(none.get(of, 'a', ''), undefined)
})
