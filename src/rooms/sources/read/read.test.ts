import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import { day, isDay } from '../../../kernel/day.ts'
import { refused } from '../../../kernel/refusal.ts'
import { compileLexicon } from './lexicon.ts'
import { printReading, printScore } from './print.ts'
import { read } from './read.ts'
import type { Passage, Reading } from './reading.ts'
import { score } from './score.ts'
import { decode } from './text/decode.ts'

const root = new URL('../../../../', import.meta.url)
const at = (path: string) => new URL(path, root)
const compiled = compileLexicon(JSON.parse(readFileSync(at('packs/kingdom/lexicon.json'), 'utf8')))
if (refused(compiled)) throw new Error(compiled.where)
const lexicon = compiled
const letter = readFileSync(at('packs/kingdom/documents/kst-30821-251.txt'), 'utf8')
const expected = JSON.parse(readFileSync(at('gold/kst-30821-251.expected.json'), 'utf8')) as { kinds: Record<string, unknown[]> }
const options = { id: 'kst-30821-251', date: day('2024-12-06'), lexicon, sha256: 'abc', encoding: 'utf-8' }
const reading = read(letter, options)

function quotesHold(text: string, given: Reading): void {
  const passages: Passage[] = [...given.citations, ...given.terms, ...given.mentions, ...given.times, ...given.commitments, ...given.done]
  for (const p of [...passages, ...given.footnotes.map(f => f.body)]) {
    const pieces = p.segments ?? [[p.start, p.end] as const]
    assert.equal(p.quote, pieces.map(([a, b]) => text.slice(a, b)).join(' '))
    assert.ok(p.start < p.end && pieces[0]?.[0] === p.start && pieces.at(-1)?.[1] === p.end)
  }
}

test('[R21] the letter against what we annotated', () => {
  for (const kind of score(reading, expected).kinds) assert.equal(kind.f1, 1, `${kind.kind}: ${JSON.stringify([kind.missed, kind.extra])}`)
})

test('[R21] head, signatories and sections of the letter', () => {
  const { document, sections, footnotes, findings } = reading
  assert.deepEqual(document.sender, ['minister van Justitie en Veiligheid', 'minister van Buitenlandse Zaken'])
  assert.deepEqual(
    document.signatories.map(s => s.name),
    ['D.M. van Weel', 'C.C.J. Veldkamp'],
  )
  assert.deepEqual([document.addressee, document.language, document.length], ['Tweede Kamer', 'nl', letter.length])
  assert.deepEqual(
    sections.map(s => [s.number, s.level]),
    [
      [null, 0],
      [null, 1],
      ['1', 2],
      ['2', 2],
      ['3', 2],
      ['4', 2],
      ['5', 2],
      [null, 1],
    ],
  )
  assert.equal(footnotes.length, 9)
  assert.deepEqual(findings, [])
})

test('[R2] every quote is the source between its offsets', () => {
  quotesHold(letter, reading)
  assert.ok(
    reading.mentions.some(m => m.segments?.length === 2),
    'a name torn by a page end has its pieces',
  )
})

test('[R25] two readings are the same', () => {
  assert.equal(JSON.stringify(read(letter, options)), JSON.stringify(reading))
})

test('[R25] a word that every object answers to is a word like another', () => {
  const words = letter.split(/(\s+)/)
  for (let k = 0; k < 12; k++) {
    const [strange, plain] = ['constructor', 'consfructor'].map(other =>
      words.map((it, i) => (i % 12 === k && /^[a-z]+$/.test(it) ? other : it)).join(''),
    ) as [string, string]
    assert.equal(JSON.stringify(read(strange, options)), JSON.stringify(read(plain, options)).replaceAll('consfructor', 'constructor'))
  }
})

test('[R25] no text makes the reader fail', () => {
  const word = fc.constantFrom(
    'zal',
    'ik',
    'Kamer',
    '2025',
    'in',
    '(',
    ')',
    'nr.',
    '30 821',
    'kst-',
    '1',
    '\n',
    '\f',
    '\n\n',
    'heeft',
    'toegezegd',
    'dat',
    'en',
    '“',
    '’',
    'voor',
    'de zomer',
    '-',
    '.',
    ',',
    'é',
    '\u00ad',
    'actielijn',
    '#',
    '[^1]:',
    '𝒜',
  )
  fc.assert(
    fc.property(fc.array(fc.oneof(word, fc.string({ maxLength: 6 })), { maxLength: 120 }), parts => {
      const text = parts.join(' ')
      quotesHold(text, read(text, { lexicon, sha256: '', encoding: 'utf-8', date: day('2025-01-31') }))
    }),
    { numRuns: 150 },
  )
})

test('[R26] the score counts right, missed and too much', () => {
  const full = score(reading, expected)
  assert.deepEqual([full.actors.right, full.actors.of], [7, 7])
  const fewer = score({ ...reading, citations: reading.citations.slice(1), commitments: [] }, expected)
  const citations = fewer.kinds.find(k => k.kind === 'citations')
  assert.deepEqual([citations?.right, citations?.found, citations?.gold, citations?.missed.length], [9, 9, 10, 1])
  const more = score(reading, {
    kinds: { citations: [], commitments: expected.kinds.commitments?.map(c => ({ ...(c as object), out: true })) },
  })
  assert.deepEqual(
    more.kinds.map(k => [k.kind, k.found, k.right]),
    [
      ['citations', 10, 0],
      ['commitments', 0, 0],
    ],
  )
  assert.throws(() => score(reading, { nothing: true }), RangeError)
})

test('[R27] a reading and a score in both languages', () => {
  const nl = printReading(reading, letter, 'nl')
  assert.match(nl, /^kst-30821-251, 6 december 2024/)
  assert.match(nl, /Toezeggingen \(8\)/)
  assert.match(printReading(reading, letter, 'en'), /Commitments \(8\)/)
  assert.match(printScore(score(reading, expected), 'nl'), /citations +F1 1\.000 {2}precisie 1\.000/)
  assert.match(printScore(score(reading, expected), 'en'), /Per rule/)
})

/** Kinds that are not whole on the Kingdom's letter. */
const seedFloor: Readonly<Record<string, number>> = { done: 0.79, developments: 0.75, measures: 0.6, requests: 0.8 }
const shared = new URL('../shared/', root)
const more = existsSync(new URL('gold/kst-30821-251.json', shared))

test(`[R21] annotated papers beside the repository: ${more ? 'an extra' : 'not here, and only an extra'}`, t => {
  if (!more) return t.diagnostic('../shared is absent; nothing is left out that counts')
  const gold = (name: string) => JSON.parse(readFileSync(new URL(`gold/${name}`, shared), 'utf8'))
  for (const kind of score(reading, gold('kst-30821-251.json')).kinds)
    assert.ok(kind.f1 >= (seedFloor[kind.kind] ?? 1), `${kind.kind} ${kind.f1}`)
  const totals = new Map<string, { gold: number; found: number; right: number }>()
  for (const name of readdirSync(new URL('gold/', shared)).filter(n => n.endsWith('.json') && !n.startsWith('kst-'))) {
    const text = decode(readFileSync(new URL(`documents/letters/${name.replace('.json', '.txt')}`, shared)))
    assert.ok(!refused(text))
    const annotated = gold(name)
    const { id, date } = annotated.document
    const found = read(text.text, { id, date: isDay(date) ? date : null, lexicon, sha256: '', encoding: text.encoding })
    quotesHold(text.text, found)
    for (const k of score(found, annotated).kinds) {
      const sum = totals.get(k.kind) ?? { gold: 0, found: 0, right: 0 }
      totals.set(k.kind, { gold: sum.gold + k.gold, found: sum.found + k.found, right: sum.right + k.right })
    }
  }
  for (const [kind, n] of totals)
    t.diagnostic(
      `${kind}: precision ${(n.right / n.found).toFixed(3)} recall ${(n.right / n.gold).toFixed(3)} (${n.right}/${n.found}/${n.gold})`,
    )
  const least: Record<string, [number, number]> = {
    citations: [0.97, 0.97],
    commitments: [0.85, 0.6],
    dueWindows: [0.85, 0.85],
    terms: [0.9, 0.9],
    footnotes: [0.95, 0.9],
  }
  for (const [kind, [p, r]] of Object.entries(least)) {
    const n = totals.get(kind) ?? { gold: 1, found: 1, right: 0 }
    assert.ok(n.right / n.found >= p && n.right / n.gold >= r, kind)
  }
})
