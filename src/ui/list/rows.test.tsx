import assert from 'node:assert/strict'
import { test } from 'node:test'
import { renderToString } from 'preact-render-to-string'
import { Kept, partsOf, type RowPlace, type RowProps, Rows, renderPage } from './rows.tsx'
import { Lead, Table, Td, Tr } from './table.tsx'

interface Row {
  readonly name: string
}
let rendered = 0
const Show = ({ row, place }: RowProps<Row>) => {
  rendered++
  return (
    <Tr>
      <Lead>
        <a href={place.href(row.name)}>{row.name}</a>
      </Lead>
      <Td label="taal">{place.language}</Td>
    </Tr>
  )
}
const place = (language: 'nl' | 'en', suffix = ''): RowPlace => ({
  language,
  key: suffix,
  href: to => `/x/${encodeURIComponent(to)}${suffix}`,
})
const source = (name: string) => ({ of: { name }, row: () => ({ name }) })
const page = (rows: readonly { of: object; row(): Row }[], at: RowPlace) => (
  <main>
    <Table caption="één – “twee”" heads={['naam', 'taal']}>
      <Rows rows={rows} show={Show} place={at} />
    </Table>
    <p>na</p>
  </main>
)

test('a page with kept rows is byte for byte the page rendered at once, in both languages', () => {
  const rows = ['a', '<b>&"', 'é–’', '<!--rows-->'].map(source)
  for (const language of ['nl', 'en'] as const) {
    const whole = `<!doctype html>${renderToString(page(rows, place(language)))}`
    assert.equal(renderPage(page(rows, place(language))).toString(), whole)
    assert.equal(renderPage(page(rows, place(language))).toString(), whole)
  }
})

test('a row is rendered once for each reading, language and place', () => {
  const rows = [source('a'), source('b')]
  rendered = 0
  for (let i = 0; i < 3; i++) renderPage(page(rows, place('nl')))
  assert.equal(rendered, 2)
  renderPage(page(rows, place('en')))
  assert.equal(rendered, 4)
  assert.match(renderPage(page(rows, place('nl', '?op=2024-12-06'))).toString(), /\/x\/a\?op=2024-12-06/)
})

test('several tables on a page keep their own rows, and a failure leaves nothing for the next page', () => {
  const two = (
    <div>
      {page([source('een')], place('nl'))}
      {page([source('twee')], place('nl'))}
    </div>
  )
  assert.match(renderPage(two).toString(), /een.*twee/s)
  const Broken = () => {
    throw new Error('broken')
  }
  assert.throws(() => renderPage(<Broken />))
  assert.doesNotMatch(renderPage(page([source('drie')], place('nl'))).toString(), />een<|>twee</)
})

test('a page knows its pieces: together they are its bytes, and its rows are the same object each time', () => {
  const rows = ['a', 'b'].map(source)
  const [one, two] = [renderPage(page(rows, place('nl'))), renderPage(page(rows, place('nl')))]
  const [first, second] = [partsOf(one) ?? [], partsOf(two) ?? []]
  assert.deepEqual(Buffer.concat(first), one)
  assert.equal(first.length, 3)
  assert.equal(first[1], second[1])
  assert.equal(partsOf(Buffer.from('een')), undefined)
})

test('rows that begin alike and go on otherwise are other bytes, whatever was joined before', () => {
  const all = Array.from({ length: 6 }, (_, i) => source(`rij-${i}`))
  const slices = [all, all.slice(0, 3), [...all.slice(0, 1), ...all.slice(2)], all.slice(0, 1), [], all]
  for (const rows of slices)
    assert.equal(renderPage(page(rows, place('nl'))).toString(), `<!doctype html>${renderToString(page(rows, place('nl')))}`)
})

test('a kept part is rendered once for what it is of and its name, in its place, rows and nothing at all included', () => {
  const [of, other] = [{}, {}]
  let made = 0
  const part = (it: object, name: string) => (
    <main>
      <Kept of={it} name={name}>
        {() => {
          made++
          return name === '' ? null : (
            <table>
              <caption>{`– ${name} <`}</caption>
              <Rows rows={[source(name)]} show={Show} place={place('nl')} />
            </table>
          )
        }}
      </Kept>
      {page([source('na')], place('nl'))}
    </main>
  )
  for (const [it, name] of [
    [of, 'een'],
    [of, 'een'],
    [of, 'twee'],
    [other, 'een'],
    [of, ''],
  ] as const) {
    const bytes = renderPage(part(it, name)).toString()
    const before = made
    assert.equal(bytes, `<!doctype html>${renderToString(part(it, name))}`)
    made = before
  }
  assert.equal(made, 4)
})
