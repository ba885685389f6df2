import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { day } from '../../../../kernel/day.ts'
import { refused } from '../../../../kernel/refusal.ts'
import { compileLexicon } from '../lexicon.ts'
import { read } from '../read.ts'

const compiled = compileLexicon(JSON.parse(readFileSync(new URL('../../../../../packs/kingdom/lexicon.json', import.meta.url), 'utf8')))
if (refused(compiled)) throw new Error(compiled.where)
const lexicon = compiled
const titles = (text: string): string[] =>
  read(text, { lexicon, sha256: '', encoding: 'utf-8', date: day('2025-03-01') })
    .sections.filter(s => s.title !== null)
    .map(s => (s.number ? `${s.number}|${s.title}` : (s.title as string)))

const body =
  'De commissie heeft haar advies in januari uitgebracht. Daarin staat hoe de regeling in de praktijk\nwerkt en wat gemeenten daarvan merken.'
const letter = (...heads: string[]): string =>
  `Geachte voorzitter,\n\n${body}\n\n${heads.map(h => `${h}\n\n${body}`).join('\n\n')}\n\nHoogachtend,\n`

test('[R6] headings are known by form and place', () => {
  const rows: [string, string[]][] = [
    ['Stand van zaken', ['Stand van zaken']],
    ['1. Inleiding', ['1|Inleiding']],
    ['2.1 Toezicht en handhaving', ['2.1|Toezicht en handhaving']],
    ['A. Opvang en terugkeer', ['A|Opvang en terugkeer']],
    ['IV. Financiën', ['IV|Financiën']],
    ['3) Vervolg', ['3|Vervolg']],
    ['## 2. Maatregelen', ['2|Maatregelen']],
    ['**Tot slot**', ['Tot slot']],
    ['Wat ik doe', ['Wat ik doe']],
    ['Hoe nu verder?', ['Hoe nu verder?']],
    [
      'De Europese verordening kritieke grondstoffen en de gevolgen daarvan voor\nNederlandse bedrijven',
      ['De Europese verordening kritieke grondstoffen en de gevolgen daarvan voor Nederlandse bedrijven'],
    ],
    [
      '4. Samenwerking met de landen van het Koninkrijk en\nmet de lidstaten',
      ['4|Samenwerking met de landen van het Koninkrijk en met de lidstaten'],
    ],
    ['Onderwerp: voortgang', []],
    ['Ons kenmerk', []],
    ['Bent u bekend met dit bericht?', []],
    ['Hebt u kennisgenomen van het onderzoek?1', []],
    ['Deze regel is een zin met een punt.', []],
    ['J.M. Voorbeeld\nvoorzitter van het bestuur', []],
  ]
  for (const [head, wanted] of rows) assert.deepEqual(titles(letter(head)), wanted, head)
})

/** Titles, and what only looks like one: lists, addresses, captions, dates, references, signatures, questions. `@@` is a paragraph of text. */
const { rows: layouts } = JSON.parse(readFileSync(new URL('layouts.json', import.meta.url), 'utf8')) as { rows: [string, string[]][] }

test('[R6] layouts by construction', () => {
  for (const [layout, wanted] of layouts) {
    const whole = /@@|Hoogachtend|Yours/.test(layout) ? layout.replaceAll('@@', body) : letter(layout)
    assert.deepEqual(titles(whole), wanted, layout)
  }
})

test('[R6] what stands above the text of a letter without a salutation is no heading', () => {
  const text = `De voorzitter van de Tweede Kamer der Staten-Generaal\nPostbus 20018\n2500 EA Den Haag\n\nDatum 8 maart 2025\n\nVoortgang kleine scholen\n\n${body}\n\nKosten\n\n${body}\n`
  assert.ok(!titles(text).some(t => /voorzitter|Postbus|Datum/.test(t)))
  assert.ok(titles(text).includes('Kosten'))
})
