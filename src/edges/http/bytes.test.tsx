import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Rows, renderPage } from '../../ui/list/rows.tsx'
import { answerOf, bytesOf, keptBytes, nameOf, withBytes } from './bytes.ts'

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
