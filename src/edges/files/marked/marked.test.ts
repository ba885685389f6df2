import assert from 'node:assert/strict'
import { test } from 'node:test'
import { strToU8, zipSync } from 'fflate'
import { refused } from '../../../kernel/refusal.ts'
import type { Laid } from '../laid.ts'
import { layOut } from '../lay.ts'

async function laid(content: string | Uint8Array, named?: 'mail'): Promise<Laid> {
  const out = await layOut(typeof content === 'string' ? strToU8(content) : content, named)
  assert.ok(!refused(out), JSON.stringify(out))
  return out
}
async function code(content: string | Uint8Array): Promise<string> {
  const out = await layOut(typeof content === 'string' ? strToU8(content) : content)
  return refused(out) ? out.code : 'read'
}

test('[M1] HTML: headings, paragraphs, items, rows and notes in order; navigation and scripts are not read', async () => {
  const page = `<!DOCTYPE html><html lang="nl"><head><title>Brief over water</title><meta name="DCTERMS.issued" content="2025-02-20">
    <meta name="DC.identifier" content="kst-36180-133"><style>p { color: red }</style></head><body><nav><a href="/">Thuis</a></nav>
    <h2>1. Aanpak</h2><p>In 2025 volgt   <b>het plan</b>.<a href="#n1"><sup>1</sup></a><br>Daarna meer.</p>
    <ul><li>een punt<ul><li>daaronder</li></ul></li></ul><table><tr><th>Kans</th><th>Impact</th></tr><tr><td>klein</td><td>groot</td></tr></table>
    <div id="n1"><a href="#t1">1</a> Kamerstuk 30 821, nr. 12.</div><script>alert('x')</script></body></html>`
  const { text, stated } = await laid(page)
  assert.equal(
    text,
    '## 1. Aanpak\n\nIn 2025 volgt het plan.[^1] Daarna meer.\n\n- een punt\n- daaronder\n\n| Kans | Impact |\n| klein | groot |\n\n[^1]: Kamerstuk 30 821, nr. 12.\n',
  )
  assert.deepEqual(stated, { id: 'kst-36180-133', title: 'Brief over water', date: '2025-02-20' })
})

test('[M2] XML of the official publications: what the publisher states is taken, notes stand where they belong', async () => {
  const paper = `<?xml version="1.0"?><officiele-publicatie><metadata><meta name="DC.title" content="Water; Brief"/></metadata><kamerstuk>
    <kamerstukkop><tekstregel inhoud="vergaderjaar">Vergaderjaar 2024-2025</tekstregel></kamerstukkop>
    <dossier><dossiernummer><dossiernr>36 180</dossiernr></dossiernummer><titel>Water</titel></dossier>
    <stuk><stuknr>Nr. <ondernummer kamer="2">133</ondernummer></stuknr><titel>Brief van de minister</titel>
    <datumtekst>Den Haag, <datum isodatum="2025-02-20">20 februari 2025</datum></datumtekst>
    <algemeen><vrije-tekst><tekst><al>In <nadruk type="vet">2025</nadruk> volgt het plan.<noot id="n1" type="voet"><noot.nr>7</noot.nr><noot.al>Kamerstuk 30 821, nr. 12.</noot.al></noot></al>
    <lijst type="ndash"><li><li.nr>–</li.nr><al>een punt</al></li></lijst></tekst>
    <tekst-sluiting><ondertekening><functie>De minister van Water,</functie><naam><voornaam>A.</voornaam><achternaam>Vermeer</achternaam></naam></ondertekening></tekst-sluiting>
    </vrije-tekst></algemeen></stuk></kamerstuk></officiele-publicatie>`
  const { text, stated } = await laid(paper)
  assert.deepEqual(stated, { id: 'kst-36180-133', title: 'Water; Brief', date: '2025-02-20' })
  assert.match(text, /\n\nIn 2025 volgt het plan\.\[\^1\]\n\n– een punt\n/)
  assert.match(text, /De minister van Water,\nA\. Vermeer/)
  assert.match(text, /\[\^1\]: Kamerstuk 30 821, nr\. 12\.\n$/)
})

const ns = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const word = (body: string, more: Record<string, string> = {}): Uint8Array =>
  zipSync({
    '[Content_Types].xml': strToU8(
      '<Types><Override ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    'word/document.xml': strToU8(`<w:document ${ns}><w:body>${body}</w:body></w:document>`),
    ...Object.fromEntries(Object.entries(more).map(([name, content]) => [name, strToU8(content)])),
  })
const p = (text: string, settings = ''): string => `<w:p><w:pPr>${settings}</w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`

test('[M3] DOCX: styles, notes, items, rows; what was deleted under revision is not read', async () => {
  const body =
    p('Aanpak', '<w:pStyle w:val="Kop1"/>') +
    `<w:p><w:r><w:t xml:space="preserve">In 2025 volgt </w:t></w:r><w:del><w:r><w:delText>nooit</w:delText><w:t>nooit</w:t></w:r></w:del><w:ins><w:r><w:t>het plan.</w:t></w:r></w:ins><w:r><w:footnoteReference w:id="2"/></w:r></w:p>` +
    p('een punt', '<w:numPr/>') +
    `<w:tbl><w:tr><w:tc>${p('Kans')}</w:tc><w:tc>${p('Impact')}</w:tc></w:tr></w:tbl>` +
    '<w:p><w:r><w:t>De minister van Water,</w:t><w:br/><w:t>A. Vermeer</w:t></w:r></w:p>'
  const { text, stated } = await laid(
    word(body, {
      'word/styles.xml': `<w:styles ${ns}><w:style w:styleId="Kop1"><w:name w:val="heading 1"/></w:style></w:styles>`,
      'word/footnotes.xml': `<w:footnotes ${ns}><w:footnote w:type="separator" w:id="0">${p('x')}</w:footnote><w:footnote w:id="2">${p('Kamerstuk 30 821, nr. 12.')}</w:footnote></w:footnotes>`,
      'word/header1.xml': `<w:hdr ${ns}>${p('Datum 6 december 2024')}</w:hdr>`,
      'docProps/core.xml': '<cp:coreProperties xmlns:cp="c" xmlns:dc="d"><dc:title>Voortgang</dc:title></cp:coreProperties>',
    }),
  )
  assert.equal(
    text,
    'Datum 6 december 2024\n\n# Aanpak\n\nIn 2025 volgt het plan.[^1]\n\n- een punt\n\n| Kans | Impact |\n\nDe minister van Water,\nA. Vermeer\n\n[^1]: Kamerstuk 30 821, nr. 12.\n',
  )
  assert.equal(stated.title, 'Voortgang')
})

test('[M4] e-mail: heads as lines, the plain text, or the HTML where there is none; attachments are named', async () => {
  const plain = await laid(
    'From: Bureau <bureau@voorbeeld.nl>\r\nTo: lid@voorbeeld.nl\r\nSubject: Vraag\r\nDate: Thu, 20 Feb 2025 10:00:00 +0100\r\n\r\nGeachte heer,\r\nIn mei volgt antwoord.\r\n',
  )
  assert.match(plain.text, /^Van: Bureau <bureau@voorbeeld\.nl>\nAan: <lid@voorbeeld\.nl>\nOnderwerp: Vraag\n/)
  assert.match(plain.text, /Geachte heer,\nIn mei volgt antwoord\./)
  assert.deepEqual([plain.stated.title, plain.stated.date], ['Vraag', '2025-02-20'])
  const html = await laid('Subject: x\nFrom: a@b.nl\nContent-Type: text/html\n\n<html><body><p>In mei volgt antwoord.</p></body></html>\n')
  assert.match(html.text, /In mei volgt antwoord\./)
})

test('[M5] hostile archives: bombs, lying sizes, ways out, doubles, too many entries', async () => {
  const bomb = zipSync({ '[Content_Types].xml': strToU8('wordprocessingml'), 'word/document.xml': new Uint8Array(40 * 1024 * 1024) })
  assert.equal(await code(bomb), 'file.unpacks-too-large')
  const lying = word(p('tekst'))
  // The sizes in the local heads and in the directory say one byte.
  for (let i = 0; i < lying.length - 4; i++) {
    if (lying[i] !== 0x50 || lying[i + 1] !== 0x4b) continue
    if (lying[i + 2] === 3 && lying[i + 3] === 4) lying.set([1, 0, 0, 0], i + 22)
    if (lying[i + 2] === 1 && lying[i + 3] === 2) lying.set([1, 0, 0, 0], i + 24)
  }
  assert.ok(['read', 'file.broken-archive'].includes(await code(lying)))
  assert.equal(
    await code(zipSync({ '../../etc/x': strToU8('x'), '[Content_Types].xml': strToU8('wordprocessingml') })),
    'file.broken-archive',
  )
  const many = Object.fromEntries(Array.from({ length: 1200 }, (_, i) => [`f${i}`, strToU8('x')]))
  assert.equal(await code(zipSync(many)), 'file.unpacks-too-large')
  const half = word(p('tekst'))
  assert.equal(await code(half.subarray(0, half.length >> 1)), 'file.broken-archive')
  assert.equal(await code(zipSync({ 'a.txt': strToU8('x') })), 'file.other-format')
})

test('[M6] hostile markup: entities, external files, depth, size, half files', async () => {
  const laughs = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha">${Array.from({ length: 20 }, (_, i) => `<!ENTITY b${i} "&a;&a;">`).join('')}]><x>&b19;</x>`
  assert.equal(await code(laughs), 'file.broken-xml')
  assert.equal(await code('<?xml version="1.0"?><!DOCTYPE x SYSTEM "file:///etc/passwd"><x/>'), 'file.broken-xml')
  assert.equal(await code(`<?xml version="1.0"?>${'<a>'.repeat(300)}${'</a>'.repeat(300)}`), 'file.too-deep')
  assert.equal(await code('<?xml version="1.0"?><a><b></a>'), 'file.broken-xml')
  assert.equal(await code(`<!DOCTYPE html><html><body>${'<div>'.repeat(5000)}`), 'file.too-deep')
  assert.equal(await code(`<!DOCTYPE html><html><body>${'<br>'.repeat(1_000_100)}`), 'file.too-many-parts')
  assert.equal(await code(word('<w:p>').subarray(0)), 'file.broken-xml')
})

test('[M7] what a file is follows from what is in it', async () => {
  assert.match((await laid('<p>Dit is een zin in een tekst.</p>')).text, /<p>/)
  assert.equal((await laid('# Kop\n\nTekst.\n')).format, 'text')
  assert.equal(await code(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0])), 'read.not-text')
})
