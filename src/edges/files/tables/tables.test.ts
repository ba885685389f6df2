import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { type Refusal, refused } from '../../../kernel/refusal.ts'
import type { Sheet, Table } from '../../../rooms/ground/tables/format/sheet.ts'
import { tablesApart } from './apart.ts'
import { serialDay } from './days.ts'
import { sheetsIn } from './sheets.ts'
import { writeXlsx } from './write.ts'

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
/** A workbook as another program may write it: shared strings, styles, one sheet. */
const book = (rows: string, more: Readonly<Record<string, string>> = {}, settings = '') =>
  zipSync(
    Object.fromEntries(
      Object.entries({
        'xl/workbook.xml': `<workbook ${main} xmlns:r="r">${settings}<sheets><sheet name="scenario" sheetId="1" r:id="rId7"/></sheets></workbook>`,
        'xl/_rels/workbook.xml.rels': '<Relationships><Relationship Id="rId7" Target="/xl/worksheets/data.xml"/></Relationships>',
        'xl/worksheets/data.xml': `<worksheet ${main}><sheetData>${rows}</sheetData></worksheet>`,
        ...more,
      }).map(([name, text]) => [name, strToU8(text)]),
    ),
  )
const text = (cell: string, said: string) => `<c r="${cell}" t="inlineStr"><is><t>${said}</t></is></c>`
const read = (bytes: Uint8Array, name = 'boek.xlsx') => sheetsIn(bytes, name)
const code = (bytes: Uint8Array) => {
  const came = read(bytes)
  return refused(came) ? came.code : 'read'
}
const all = (came: unknown) => [came as Refusal, ...((came as Refusal).also ?? [])]

test('[T102] what was written is read again: signs XML cannot hold, what looks like a formula, numbers, several sheets', () => {
  const words = fc.string({
    unit: fc.oneof(fc.constantFrom(...'=+-@_x0041_<&>"\'\t\n\r\u0001\uffff'), fc.string({ unit: 'grapheme', maxLength: 1 })),
    maxLength: 20,
  })
  const row = fc.record({ code: words.filter(it => it.trim() !== ''), 'name.nl': words, number: fc.integer().map(String) })
  fc.assert(
    fc.property(fc.array(row, { maxLength: 5 }), rows => {
      const columns = [
        { name: 'code', numeric: false },
        { name: 'name.nl', numeric: false },
        { name: 'number', numeric: true },
      ]
      const tables: Table[] = ['scenario', 'rating'].map(kind => ({ kind, columns, rows }))
      const sheets = read(writeXlsx(tables)) as readonly Sheet[]
      assert.deepEqual(
        sheets.map(it => [it.of, it.place]),
        [
          ['scenario', 'boek.xlsx, scenario'],
          ['rating', 'boek.xlsx, rating'],
        ],
      )
      for (const { columns: heads, rows: got } of sheets) {
        assert.deepEqual(
          heads,
          columns.map(it => it.name),
        )
        assert.deepEqual(
          got,
          rows.map((cells, i) => ({ at: i + 2, cells: [cells.code, cells['name.nl'], cells.number] })),
        )
      }
    }),
    { numRuns: 100 },
  )
  assert.deepEqual(writeXlsx([]), writeXlsx([]))
})

test('[T103] sheets of other programs: shared strings, days by their style, gaps and empty sheets', () => {
  const strings = `<sst ${main}><si><t>code</t></si><si><r><t>nu</t></r><r><t>mber</t></r><rPh><t>x</t></rPh></si><si><t>since</t></si></sst>`
  const styles = `<styleSheet ${main}><numFmts><numFmt numFmtId="164" formatCode="dd\\-mm\\-yyyy"/><numFmt numFmtId="165" formatCode="&quot;dag&quot; 0.00"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>`
  const shared = (cell: string, n: number) => `<c r="${cell}" t="s"><v>${n}</v></c>`
  const rows = `<row r="2">${shared('A2', 0)}${shared('C2', 1)}${shared('D2', 2)}</row><row r="5">${text('A5', 'S-1')}<c r="C5" s="3"><v>12.5</v></c><c r="D5" s="2"><v>45632</v></c></row><row r="7"><c><v>1E3</v></c><c/><c t="b"><v>1</v></c><c s="1"><v>2.5</v></c></row>`
  const [sheet] = read(book(rows, { 'xl/sharedStrings.xml': strings, 'xl/styles.xml': styles })) as readonly Sheet[]
  assert.deepEqual(sheet?.columns, ['code', 'number', 'since'])
  assert.deepEqual(sheet?.rows, [
    { at: 5, cells: ['S-1', '12.5', '2024-12-06'] },
    { at: 7, cells: ['1000', 'on', '2.5'] },
  ])
  assert.deepEqual(
    [serialDay(61, false), serialDay(60, false), serialDay(0, true), serialDay(1.5, false)],
    ['1900-03-01', undefined, '1904-01-01', undefined],
  )
  assert.equal(code(book('')), 'table.other-format')
  const early = book(
    `<row>${text('A1', 'since')}</row><row><c r="A2" s="1"><v>44170</v></c></row>`,
    { 'xl/styles.xml': styles },
    '<workbookPr date1904="1"/>',
  )
  assert.deepEqual((read(early) as readonly Sheet[])[0]?.rows[0]?.cells, ['2024-12-06'])
})

test('[T103] formulas are refused with the names of their cells', () => {
  const came = read(
    book(
      `<row r="1">${text('A1', 'code')}</row><row r="2"><c r="A2"><f>1+1</f><v>2</v></c><c r="B2" t="str"><f>HYPERLINK("x")</f><v>x</v></c></row>`,
    ),
  )
  assert.deepEqual(
    all(came).map(it => [it.code, it.where]),
    [
      ['table.formula', 'boek.xlsx, scenario, cell A2'],
      ['table.formula', 'boek.xlsx, scenario, cell B2'],
    ],
  )
})

test('[T104] hostile files: bombs, lying sizes, ways out, document types, a million rows, columns without end, other formats', () => {
  const bomb = book(' '.repeat(40 * 1024 * 1024))
  assert.equal(code(bomb), 'file.unpacks-too-large')
  const lying = writeXlsx([{ kind: 'scenario', columns: [{ name: 'code', numeric: false }], rows: [{ code: 'S-1' }] }])
  for (let i = 0; i < lying.length - 26; i++) {
    if (lying[i] !== 0x50 || lying[i + 1] !== 0x4b) continue
    if (lying[i + 2] === 3 && lying[i + 3] === 4) lying.set([1, 0, 0, 0], i + 22)
    if (lying[i + 2] === 1 && lying[i + 3] === 2) lying.set([1, 0, 0, 0], i + 24)
  }
  assert.ok(['read', 'file.broken-archive'].includes(code(lying)))
  assert.equal(code(zipSync({ '../x': strToU8('x'), 'xl/workbook.xml': strToU8('<workbook/>') })), 'file.broken-archive')
  assert.equal(code(book('<!-- --><!DOCTYPE x>')), 'file.broken-xml')
  assert.equal(code(book(`<row r="1">${text('A1', 'code')}</row>${'<row/>'.repeat(1_000_000)}`)), 'file.unpacks-too-large')
  assert.equal(code(book(`<row r="1">${text('A1', 'code')}${text('ZZZ1', 'x')}</row>`)), 'table.too-large')
  assert.equal(code(zipSync({ 'content.xml': strToU8('<x/>') })), 'table.other-format')
  const whole = writeXlsx([{ kind: 'scenario', columns: [{ name: 'code', numeric: false }], rows: [{ code: 'S-1' }] }])
  for (let end = 5; end < whole.length; end += 40)
    assert.ok(['file.broken-archive', 'table.other-format', 'read'].includes(code(whole.subarray(0, end))), `cut at ${end}`)
  const headless = zipSync({
    'xl/workbook.xml': strToU8(`<workbook xmlns:r="r"><sheets><sheet name="scenario" r:id="rId1"/></sheets></workbook>`),
    'xl/_rels/workbook.xml.rels': strToU8('<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>'),
  })
  assert.equal(code(headless), 'file.broken-archive')
  assert.equal(code(Uint8Array.from([0x63, 0xff, 0xfe])), 'table.encoding')
  assert.equal(code(strToU8('code,"a\n')), 'table.quotes')
  assert.equal(code(strToU8('{"schema":')), 'table.json')
  const deep = `<row r="1">${'<c>'.repeat(300)}${'</c>'.repeat(300)}</row>`
  assert.equal(code(book(deep)), 'file.too-deep')
})

test('[T105] a file is read in a process of its own, by what is in it; too many bytes are refused before', async () => {
  const handed = (bytes: Uint8Array, name: string) => ({ name, base64: Buffer.from(bytes).toString('base64') })
  const sheets = await tablesApart(handed(strToU8('code;name.nl\nS-1;Aanval\n'), '../scenarios\u0000.csv'))
  assert.deepEqual(sheets, [
    { place: '../scenarios?.csv', of: 'scenarios?', columns: ['code', 'name.nl'], rows: [{ at: 2, cells: ['S-1', 'Aanval'] }] },
  ])
  const large = await tablesApart(handed(new Uint8Array(21 * 1024 * 1024), 'a.csv'))
  assert.equal(refused(large) && large.code, 'table.too-large-file')
  const infected = await tablesApart(handed(strToU8('code\n'), 'a.csv'), () => Promise.resolve(sheetsIn(strToU8('"'), 'seen') as Refusal))
  assert.equal(refused(infected) && infected.where, 'seen, row 1')
})
