import { strToU8, zipSync } from 'fflate'
import type { Column, Table } from '../../../rooms/ground/tables/format/sheet.ts'

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packaging = 'http://schemas.openxmlformats.org/package/2006'
const media = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
/** The same rows make the same bytes. */
const when = '1980-01-01T12:00:00'

/**
 * Tables as a spreadsheet, one sheet each (ISO/IEC 29500). [T102] Every text is a cell of the sort text, so nothing in it is run and no code
 * or day is made into something else; numbers are numbers.
 */
export function writeXlsx(tables: readonly Table[]): Uint8Array {
  const sheets = tables.map((_, i) => `sheet${i + 1}`)
  const files: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="${packaging}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${media}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${media}.styles+xml"/>${sheets.map(name => `<Override PartName="/xl/worksheets/${name}.xml" ContentType="${media}.worksheet+xml"/>`).join('')}</Types>`,
    '_rels/.rels': `<Relationships xmlns="${packaging}/relationships"><Relationship Id="rId1" Type="${relation}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relation}"><sheets>${tables.map(({ kind }, i) => `<sheet name="${escaped(kind)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packaging}/relationships">${sheets.map((name, i) => `<Relationship Id="rId${i + 1}" Type="${relation}/worksheet" Target="worksheets/${name}.xml"/>`).join('')}<Relationship Id="rId${sheets.length + 1}" Type="${relation}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': styles,
    ...Object.fromEntries(tables.map((table, i) => [`xl/worksheets/${sheets[i]}.xml`, sheetOf(table)])),
  }
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(head + text)])), { mtime: when })
}

/** 0 as it comes, 1 text, 2 text in bold for headings. */
const styles = `<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/></cellXfs></styleSheet>`

function sheetOf({ columns, rows }: Table): string {
  const letters = columns.map((_, i) => lettersOf(i))
  const cell = (row: number, i: number, text: string, style: number) =>
    `<c r="${letters[i]}${row}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`
  const lines = rows.map((cells, n) => {
    const written = columns.map(({ name, numeric }, i) => {
      const text = cells[name] ?? ''
      if (text === '') return ''
      return numeric && String(Number(text)) === text ? `<c r="${letters[i]}${n + 2}"><v>${text}</v></c>` : cell(n + 2, i, text, 1)
    })
    return `<row r="${n + 2}">${written.join('')}</row>`
  })
  const titles = columns.map(({ name }, i) => cell(1, i, name, 2)).join('')
  const pane = '<pane xSplit="1" ySplit="1" topLeftCell="B2" activePane="bottomRight" state="frozen"/>'
  return `<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews><cols>${columns.map(columnOf).join('')}</cols><sheetData><row r="1">${titles}</row>${lines.join('')}</sheetData></worksheet>`
}

/** A column of text is one for new rows too: a day that somebody types there stays as it was typed. */
const columnOf = ({ name, numeric }: Column, i: number): string => {
  const width = /(?:\.nl|\.en|words)$/.test(name) ? 44 : 16
  return `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"${numeric ? '' : ' style="1"'}/>`
}

const lettersOf = (i: number): string => (i < 26 ? String.fromCharCode(65 + i) : lettersOf(Math.floor(i / 26) - 1) + lettersOf(i % 26))

/** Signs that XML cannot hold, or would change, as `_x000D_`; what looks like one of those begins with an escaped underscore (ST_Xstring). */
const escaped = (text: string): string =>
  [...text.replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')]
    .map(sign => {
      const code = sign.codePointAt(0) as number
      const held = code === 9 || code === 10 || (code >= 32 && code !== 0xfffe && code !== 0xffff)
      return held ? (entities[sign] ?? sign) : `_x${code.toString(16).toUpperCase().padStart(4, '0')}_`
    })
    .join('')
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
