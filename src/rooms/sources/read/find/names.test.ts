import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { refused } from '../../../../kernel/refusal.ts'
import { compileLexicon } from '../lexicon.ts'
import { read } from '../read.ts'

const root = new URL('../../../../../', import.meta.url)
const compiled = compileLexicon(JSON.parse(readFileSync(new URL('packs/kingdom/lexicon.json', root), 'utf8')))
if (refused(compiled)) throw new Error(compiled.where)
const lexicon = compiled
const reading = (text: string) => read(text, { lexicon, sha256: '', encoding: 'utf-8' })

test('[R11] terms', () => {
  const rows: [string, string[]][] = [
    ['De Nationale Aanpak Dijken (hierna: de Aanpak), die geldt.', ['Aanpak: Nationale Aanpak Dijken']],
    ['Het Instituut voor Water en Bodem (IWB) meldt dit.', ['IWB: Instituut voor Water en Bodem']],
    ['De Nationale klimaatadaptatiestrategie (NAS) volgt.', ['NAS: Nationale klimaatadaptatiestrategie']],
    ['De exportkredietverzekering (ekv) groeit.', ['ekv: exportkredietverzekering']],
    ['De Ground Power Units (GPU’s) staan er.', ['GPU: Ground Power Units']],
    ['De brief Sterk land (hierna: Landbrief, Kamerstuk 30821, nr. 249) is er.', ['Landbrief: Sterk land']],
    ['Vragen van het lid Erkens (VVD) aan de minister.', []],
    ['Minister Bruins Slot (BZ) antwoordt.', []],
    ['Dat geldt (ook) voor anderen (zie artikel 5).', []],
    ['Dat is (i) het eerste en (ii) het tweede.', []],
  ]
  for (const [text, wanted] of rows)
    assert.deepEqual(
      reading(text).terms.map(t => `${t.term}: ${t.full.replace(/^De |^Het |^De brief /, '').replace(/^brief /, '')}`),
      wanted,
      text,
    )
})

test('[R12] action lines', () => {
  const rows: [string, [string, string][]][] = [
    ['Actielijn 7 ‘versterken van digitale weerbaarheid’ telt.', [['AL-07', 'Actielijn 7 ‘versterken van digitale weerbaarheid’']]],
    [
      'Zie actielijn 9: intensiveren klimaatmitigatie en -adaptatie.',
      [['AL-09', 'actielijn 9: intensiveren klimaatmitigatie en -adaptatie']],
    ],
    ['Zie actielijn 12 “crisisbeheersing” en meer.', [['AL-12', 'actielijn 12 “crisisbeheersing”']]],
    [
      'De actielijnen 2, 3 en 7 gaan door.',
      [
        ['AL-02', 'actielijnen 2'],
        ['AL-03', '3'],
        ['AL-07', '7'],
      ],
    ],
    ['Het vergroten van sociale stabiliteit is mooi.', []],
    ['Bestrijden van hybride conflictvoering staat voorop.', [['AL-02', 'Bestrijden van hybride conflictvoering']]],
    ['Crisisbeheersing is een taak.', []],
    ['De actielijnen zijn er.', []],
  ]
  for (const [text, wanted] of rows) {
    const lines = reading(text).mentions.filter(m => m.kind === 'action-line')
    assert.deepEqual(
      lines.map(m => [m.ref, m.quote]),
      wanted,
      text,
    )
  }
})

test('[R12] organisations by their short form with its capitals', () => {
  assert.deepEqual(
    reading('De NCTV en de nctv spraken met de AIVD.').mentions.map(m => m.ref),
    ['NCTV', 'AIVD'],
  )
})
