import assert from 'node:assert/strict'
import { test } from 'node:test'
import { makePdf, type Placed } from '../../../../tests/support/files/pdf.ts'
import { refused } from '../../../kernel/refusal.ts'
import { layOut } from '../lay.ts'

async function textOf(pages: readonly (readonly Placed[])[]): Promise<string> {
  const laid = await layOut(makePdf(pages))
  assert.ok(!refused(laid), JSON.stringify(laid))
  return laid.text
}
const lines = (x: number, top: number, size: number, texts: readonly string[]): Placed[] =>
  texts.map((text, i) => ({ x, y: top - i * size * 1.25, size, text }))

test('[P1] text is read from top to bottom, whatever order the file draws it in', async () => {
  const page = lines(80, 700, 10, ['Geachte voorzitter,', 'Dit is de eerste regel van de brief, die', 'hier verder gaat.'])
  assert.equal(await textOf([page.toReversed()]), 'Geachte voorzitter,\nDit is de eerste regel van de brief, die\nhier verder gaat.\n')
})

test('[P2] a wider white between lines is a paragraph, a new page a form feed', async () => {
  const first = [
    ...lines(80, 700, 10, ['Een alinea van twee regels tekst,', 'die hier eindigt.']),
    ...lines(80, 660, 10, ['De volgende alinea.']),
  ]
  const text = await textOf([first, lines(80, 700, 10, ['De tweede bladzijde begint hier met tekst.'])])
  assert.equal(
    text,
    'Een alinea van twee regels tekst,\ndie hier eindigt.\n\nDe volgende alinea.\n\n\fDe tweede bladzijde begint hier met tekst.\n',
  )
})

test('[P3] a raised number is a marker, and the note at the foot begins with its number', async () => {
  const page = [
    ...lines(80, 700, 10, ['In 2025 volgt de brief.']),
    { x: 185, y: 704, size: 6, text: '7' },
    ...lines(80, 687, 10, ['Daarna gaat de tekst van deze alinea nog verder.']),
    { x: 80, y: 123, size: 5, text: '7' },
    { x: 85, y: 120, size: 7, text: 'Kamerstuk 30 821, nr. 12.' },
  ]
  const text = await textOf([page])
  assert.match(text, /volgt de brief\.⁷\n/)
  assert.match(text, /\n\n7 Kamerstuk 30 821, nr\. 12\.\n$/)
})

test('[P4] a narrow column beside the text is read before it, and never inside its sentences', async () => {
  const body = lines(
    200,
    700,
    10,
    Array.from({ length: 12 }, (_, i) => `Dit is regel ${i + 1} van de lopende tekst van deze brief aan u.`),
  )
  const margin = lines(60, 698, 7, ['Datum', '6 december 2024', 'Ons kenmerk', '1234567'])
  const text = await textOf([[...body, ...margin]])
  assert.ok(text.startsWith('Datum\n6 december 2024\nOns kenmerk\n1234567\n\nDit is regel 1 '), text)
  assert.match(text, /regel 11 [^\n]+\nDit is regel 12/)
})

test('[P5] two columns of text are read one after the other', async () => {
  const column = (x: number, name: string) =>
    lines(
      x,
      700,
      10,
      Array.from({ length: 10 }, (_, i) => `${name} regel ${String(i + 1).padStart(2, '0')} met genoeg woorden erin`),
    )
  const text = await textOf([[...column(60, 'Links'), ...column(310, 'Rechts')]])
  assert.ok(text.indexOf('Links regel 10') < text.indexOf('Rechts regel 01'), text)
})

test('[P6] rows of a table stay together, cells divided by bars', async () => {
  const row = (y: number, cells: readonly string[]): Placed[] => cells.map((text, i) => ({ x: 80 + i * 150, y, size: 10, text }))
  const text = await textOf([
    [
      ...row(700, ['Scenario', 'Kans', 'Impact']),
      ...row(684, ['Overstroming', 'onwaarschijnlijk', 'ernstig']),
      ...row(668, ['Uitval', 'waarschijnlijk', 'beperkt']),
    ],
  ])
  assert.match(text, /\| Overstroming \| onwaarschijnlijk \| ernstig \|\n\| Uitval \| waarschijnlijk \| beperkt \|/)
})

test('[P7] what cannot be read says why, and what to do', async () => {
  const code = async (bytes: Uint8Array) => {
    const laid = await layOut(bytes)
    return refused(laid) ? laid.code : 'read'
  }
  const whole = makePdf([lines(80, 700, 10, ['Genoeg tekst om te kunnen lezen.'])])
  assert.equal(await code(makePdf([[]])), 'file.scanned')
  assert.equal(await code(whole.subarray(0, 60)), 'file.broken-pdf')
  assert.equal(await code(Uint8Array.from('%PDF-1.7 and nothing else', c => c.charCodeAt(0))), 'file.broken-pdf')
  assert.equal(await code(Uint8Array.from(makePdf(Array.from({ length: 2001 }, () => [])))), 'file.too-many-pages')
  assert.equal(await code(whole), 'read')
})
