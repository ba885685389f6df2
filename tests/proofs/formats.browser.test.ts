// The same letter as text, Word document and PDF gives the same facts. The PDF is printed by a browser, as most that a reader gets are made.
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { layOut } from '../../src/edges/files/lay.ts'
import type { Day } from '../../src/kernel/day.ts'
import { refused } from '../../src/kernel/refusal.ts'
import { compileLexicon } from '../../src/rooms/sources/read/lexicon.ts'
import { read } from '../../src/rooms/sources/read/read.ts'
import type { Reading } from '../../src/rooms/sources/read/reading.ts'
import { browser } from '../support/browser.ts'
import { makeDocx } from '../support/files/docx.ts'

const root = join(import.meta.dirname, '../..')
const lexicon = compileLexicon(JSON.parse(readFileSync(join(root, 'packs/kingdom/lexicon.json'), 'utf8')))
if (refused(lexicon)) throw new Error(lexicon.do.en)

/** Letters of our own whose paragraphs are lines: in the others the ends of lines are those of a page already. */
const letters = [
  'gold-d-ienw-20210617',
  'gold-lvvn-20251107',
  'gold-d-bzk-20250213',
  'gold-veiligheidsregio-20241003',
  'gold-fin-20251118',
  'gold-eu-20240423',
]

async function facts(bytes: Uint8Array, date: Day): Promise<Reading> {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const laid = await layOut(bytes)
  if (refused(laid)) throw new Error(laid.do.en)
  const { text, encoding, format } = laid
  if (refused(lexicon)) throw new Error(lexicon.do.en)
  return read(text, { id: null, date, lexicon, sha256, encoding, format })
}
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const bare = (text: string) => text.replace(/\s+/g, ' ')
/** What must be the same, whatever the letter was printed on. */
const told = ({ citations, commitments }: Reading) => ({
  citations: citations.map(it => it.id),
  commitments: commitments.map(it => `${bare(it.quote)} | ${it.actor} | ${it.due?.from} ${it.due?.to}`),
})

for (const name of letters)
  test(`[R35] ${name}: as text, Word document and PDF`, async () => {
    const text = readFileSync(join(root, `gold/letters/${name}.txt`), 'utf8')
    const { date } = (JSON.parse(readFileSync(join(root, `gold/letters/${name}.json`), 'utf8')) as { document: { date: Day } }).document
    const plain = told(await facts(Buffer.from(text), date))
    assert.ok(plain.citations.length > 3 && plain.commitments.length > 3)
    const paragraphs = text.split('\n')
    assert.deepEqual(told(await facts(makeDocx(paragraphs), date)), plain, 'Word document')
    const page = await (await browser()).newPage()
    try {
      const html = paragraphs.map(line => (line.trim() === '' ? '' : `<p>${escaped(line)}</p>`)).join('\n')
      await page.setContent(`<!doctype html><style>body{font:11pt/1.4 serif}p{margin:0 0 .6em}</style>${html}`)
      const pdf = await page.pdf({ format: 'A4', margin: { top: '25mm', bottom: '25mm', left: '30mm', right: '25mm' } })
      assert.deepEqual(told(await facts(pdf, date)), plain, 'PDF')
    } finally {
      await page.close()
    }
  })
