import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import { refused } from '../../../../kernel/refusal.ts'
import { compileLexicon } from '../lexicon.ts'
import { prepare } from '../prepare.ts'

const root = new URL('../../../../../', import.meta.url)
const compiled = compileLexicon(JSON.parse(readFileSync(new URL('packs/kingdom/lexicon.json', root), 'utf8')))
if (refused(compiled)) throw new Error(compiled.where)
const lexicon = compiled
const flowOf = (text: string) => prepare(text, lexicon).flow

test('[R3] every letter of the flow is the letter of the source it points to', () => {
  const line = fc.stringMatching(/^[A-Za-zé \d.,()’“”-]{0,30}$/)
  fc.assert(
    fc.property(fc.array(line, { maxLength: 14 }), fc.constantFrom('\n', '\r\n', '\n\n', '\f'), (lines, end) => {
      const text = lines.join(end)
      const { text: flow, map } = flowOf(text)
      for (let i = 0; i < flow.length; i++) {
        const c = flow[i] as string
        if (c === ' ' || c === '\n') continue
        assert.equal(text.slice(map.startOf(i), map.endOf(i)), c)
      }
    }),
    { numRuns: 200 },
  )
})

test('[R3] letters taken apart are composed, soft hyphens fall out, and both find their way back', () => {
  const text = 'De ge\u00adi\u0308nformeerde me\u0301t een\u00a0spatie'
  const { text: flow, map } = flowOf(text)
  assert.equal(flow, 'De geïnformeerde mét een spatie')
  const at = flow.indexOf('geïnformeerde')
  assert.deepEqual(map.toSource(at, at + 13).quote, 'ge\u00adi\u0308nformeerde')
})

test('[R3] no letter outside furniture and notes is lost', () => {
  const source = readFileSync(new URL('packs/kingdom/documents/kst-30821-251.txt', root), 'utf8')
  const { flow, footnotes } = prepare(source, lexicon)
  const letters = (text: string) => text.replace(/[^A-Za-z]/g, '').length
  assert.equal(letters(flow.text), letters(source))
  assert.equal(footnotes.length, 9)
  assert.ok(flow.map.runs < 700)
})

test('[R7] hyphens at line ends', () => {
  const rows: [string, string][] = [
    ['de jaren 2023-\n2029 zijn', 'de jaren 2023-2029 zijn'],
    ['het NAVO-\nweerbaarheidsbeleid telt', 'het NAVO-weerbaarheidsbeleid telt'],
    ['de kennis-\nen technologiesector', 'de kennis- en technologiesector'],
    ['binnen EU-\nof NAVO-verband', 'binnen EU- of NAVO-verband'],
    ['wij infor-\nmeren nu, wij informeren', 'wij informeren nu, wij informeren'],
    ['de weer\u00ad\nbaarheid', 'de weerbaarheid'],
    ['klimaatmitigatie en\n-adaptatie hier', 'klimaatmitigatie en -adaptatie hier'],
    ['zal u daarover informe-ren', 'zal u daarover informeren'],
    ['publiek-private partijen', 'publiek-private partijen'],
  ]
  for (const [given, wanted] of rows) assert.equal(flowOf(given).text, wanted)
})

test('[R5] page furniture is taken off, also where it is glued to text', () => {
  const text =
    'Eerste zin van het antwoord.\nISSN 0921 - 7398’s-Gravenhage 2024Tweede Kamer, vergaderjaar 2023–2024, Aanhangsel 1Antwoord 2\nTweede zin.\n'
  const { text: flow, blocks } = flowOf(text)
  assert.equal(flow, 'Eerste zin van het antwoord.\nAntwoord 2\nTweede zin.')
  assert.equal(blocks[1]?.heading?.zone, 'answer')
  const pages = [1, 2, 3, 4].map(n => `Ministerie van Proef\nDit is bladzij ${'abcd'[n - 1]} van de proef.\nBlad ${n}`).join('\n\f')
  assert.ok(!/Ministerie|Blad /.test(flowOf(pages).text))
})

test('[R6] headings by form and place', () => {
  const rows: [string, string[]][] = [
    ['Inleiding\nDe eerste zin staat hier en loopt door tot hier.\n', ['Inleiding']],
    ['Een zin.\n\n3.Techniek\nDe zin gaat over techniek en nog veel meer.\n', ['3.Techniek']],
    ['# Kop\n\nTekst met een zin.\n', ['Kop']],
    ['Vraag 3, 4 en 5\nWat vindt u?\nAntwoord 3, 4 en 5\nDat is zo.\n', ['Vraag 3, 4 en 5', 'Antwoord 3, 4 en 5']],
    ['Vraag naar energie stijgt hard.\n', []],
    ['Het kabinet wijst op de\nEuropese Commissie en op haar plannen voor dit jaar.\n', []],
  ]
  for (const [given, wanted] of rows) {
    const { text, blocks } = flowOf(given)
    assert.deepEqual(
      blocks.filter(b => b.heading).map(b => text.slice(b.start, b.end)),
      wanted,
      given,
    )
  }
})
