import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { refused } from '../../../../kernel/refusal.ts'
import { compileLexicon } from '../lexicon.ts'
import { prepare } from '../prepare.ts'

const root = new URL('../../../../../', import.meta.url)
const compiled = compileLexicon(JSON.parse(readFileSync(new URL('packs/kingdom/lexicon.json', root), 'utf8')))
if (refused(compiled)) throw new Error(compiled.where)
const lexicon = compiled

/** The five characters before each marker, and each body. */
function notesOf(text: string): [string, string][] {
  return prepare(text, lexicon).footnotes.map(f => [
    f.marker ? text.slice(Math.max(0, f.marker.start - 5), f.marker.start) : '-',
    f.body.quote,
  ])
}

test('[R4] markers glued to a word, a bracket, a year, and after a stop', () => {
  const rows: [string, string][] = [
    ['De nota is gepubliceerd1, en dat was nodig.', 'ceerd'],
    ['Zoals het planbureau (PBL)1 heeft gezegd.', '(PBL)'],
    ['Zie ook de Defensienota 20241. Dat is alles.', ' 2024'],
    ['De aanpak loopt door in 2025.1 Ook het andere.', '2025.'],
    ['Er is een conflict. 1 In de brief staat meer.', 'ict. '],
    ['Het netwerk (ANV) 1, dat in juni sprak.', 'ANV) '],
    ['Het bericht «Zuivering»[1 ] is bekend.', 'ng»'.padStart(5, 'i')],
  ]
  for (const [sentence, before] of rows) {
    const [[found, body] = ['', '']] = notesOf(`${sentence}\n\n\n1 Een bron met een naam\n`)
    assert.equal(body, 'Een bron met een naam', sentence)
    assert.ok(found.endsWith(before.slice(-2)), `${sentence}: ${found}`)
  }
})

test('[R4] numbers that belong to a word are no markers', () => {
  for (const sentence of [
    'Zie nr. 1 en artikel 1 van de wet.',
    'Op 1 juni stond er 1 miljoen.',
    'Het groeide met 3.1 procent in actielijn 1.',
  ])
    assert.deepEqual(notesOf(`${sentence}\n\n\n[^1]: Een bron\n`), [['-', 'Een bron']])
})

test('[R4] numbers that stand apart from their bodies', () => {
  const text =
    'Zo is de site1 gemaakt en is er een kaart.2 Het geld is op.3\n\n1\n\nZie de website a.nl\nZie www.b.nl\n3\nKamerstuk 31 839, nr. 1024\n2\n\n'
  assert.deepEqual(
    notesOf(`${text}Tweede Kamer, vergaderjaar 2023–2024, Aanhangsel\n\n1\n\n\fVerder.\n`).map(([, b]) => b),
    ['Zie de website a.nl', 'Zie www.b.nl', 'Kamerstuk 31 839, nr. 1024'],
  )
})

test('[R4] a body without a marker is kept, and said', () => {
  const { missing, footnotes } = prepare('Een zin zonder verwijzing.\n\n[^1]: Een bron\n', lexicon)
  assert.deepEqual(missing, [1])
  assert.equal(footnotes[0]?.marker, null)
})

test('[R4] numbers in brackets, with a bracket or a stop, and stuck to their body', () => {
  const text = 'Dat is toegezegd.1 De motie is aangenomen2 en besproken.\n\nHoogachtend,\n\nA. Naam\n\n'
  const bodies = (...lines: string[]): string[] => notesOf(text + lines.join('\n')).map(([, body]) => body)
  assert.deepEqual(bodies('[1] Stcrt. 2021, 30144.', '[2] Een bron.'), ['Stcrt. 2021, 30144.', 'Een bron.'])
  assert.deepEqual(bodies('1) Een verslag.', '2) 36 800 XXIII, nr. 8.'), ['Een verslag.', '36 800 XXIII, nr. 8.'])
  assert.deepEqual(bodies('1. Een verslag.', '2. Een bron.'), ['Een verslag.', 'Een bron.'])
  assert.deepEqual(bodies('1Een verslag.', '236 200 XV, nr. 14.'), ['Een verslag.', '36 200 XV, nr. 14.'])
  // A note that is not full runs on to the next number.
  assert.deepEqual(bodies('1 Debat over de wolk; de motie', 'van het lid, nr. 1391.', '2 Een bron.'), [
    'Debat over de wolk; de motie\nvan het lid, nr. 1391.',
    'Een bron.',
  ])
  // A list at the end of a text without markers is a list.
  assert.deepEqual(notesOf('Dit gaan wij doen:\n\n1) Een plan maken.\n2) Een brief sturen.\n'), [])
})
