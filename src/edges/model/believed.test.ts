import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, before, beforeEach, test } from 'node:test'
import fc from 'fast-check'
import { h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { given, idOf, snapshotOf } from '../../../tests/support/given.ts'
import { type Answer, letter, MODEL, passedOver, type Recorded, readText, recorded } from '../../../tests/support/outside/model.ts'
import { day } from '../../kernel/day.ts'
import type { Words } from '../../kernel/words.ts'
import type { Snapshot } from '../../model/snapshot.ts'
import { modelOf } from '../../rooms/sources/model/judge.ts'
import { lay, piecesToAsk, unclean } from '../../rooms/sources/model/laid.ts'
import { Bulk } from '../../rooms/sources/pages/bulk.page.tsx'
import { whyOf } from '../../rooms/sources/pages/why.page.tsx'
import { proposals } from '../../rooms/sources/propose.ts'
import type { Reading } from '../../rooms/sources/read/reading.ts'
import { limits, withModel } from './propose.ts'

let model: Recorded
const told: Words[] = []
const quick = { ...limits, request: 1500, all: 4000 }
const facts = (...all: unknown[]): Answer => ({ content: JSON.stringify({ facts: all }) })
const ofModel = ({ commitments, done }: Reading) => [...commitments, ...done].filter(it => modelOf(it.reasons) !== null)
const ask = (text: string, reading = readText(text), place = model.place) =>
  withModel(place, { text, reading, label: 'public' }, words => told.push(words), quick)

before(async () => {
  model = await recorded()
})
beforeEach(() => {
  told.length = 0
  model.asked.length = 0
  model.answer = () => facts()
})
after(() => model.close())

test('[LM6] a quote stands in the text to the letter, or its fact is dropped', async () => {
  const good = passedOver.quote
  const table: [string, string][] = [
    [good, 'taken'],
    [`  ${good.replaceAll(' ', '\n ')} `, 'taken'],
    ['ligt er een plan voor de noodvoorraden op tafel', 'taken'],
    [good.replace('voorjaar', 'najaar'), 'staat niet in de tekst'],
    [good.replace('’', "'"), 'staat niet in de tekst'],
    [good.replace('In het', 'in het'), 'staat niet in de tekst'],
    [good.replace('plan', 'pl\u0430n'), 'staat niet in de tekst'],
    [good.normalize('NFD').replace('e', 'e\u0301'), 'staat niet in de tekst'],
    [good.replace('plan', 'pl\u200ban'), 'onzichtbare tekens'],
    [`\u202e${good}`, 'onzichtbare tekens'],
    [`${good}\u0000`, 'onzichtbare tekens'],
    [`${good}\ud83d`, 'onzichtbare tekens'],
    ['igt er een plan voor de noodvoorraden', 'staat niet in de tekst'],
    ['ligt er een plan voor de noodvoor', 'staat niet in de tekst'],
    ['een plan', 'te kort of te lang'],
    ['noodvoorraden op', 'te kort of te lang'],
    ['a '.repeat(501), 'te kort of te lang'],
    ['', 'te kort of te lang'],
    ['Ik zal uw Kamer medio 2025 informeren over de oefening.', 'al gevonden'],
  ]
  const text = letter()
  for (const [quote, outcome] of table) {
    model.answer = () => facts({ ...passedOver, due: null, quote })
    const reading = await ask(text)
    const [fact, ...more] = ofModel(reading)
    assert.equal(more.length, 0)
    if (outcome === 'taken') assert.equal(fact?.quote, text.slice(fact?.start, fact?.end), quote)
    else {
      assert.equal(fact, undefined, quote)
      assert.ok(reading.findings[0]?.text.nl.includes(`1 × ${outcome}`), `${quote}: ${reading.findings[0]?.text.nl}`)
    }
  }
})

test('[LM6] a sentence over a page break and its footnotes is one quote in pieces', async () => {
  const text = await readFile(new URL('../../../packs/kingdom/documents/kst-30821-251.txt', import.meta.url), 'utf8')
  const reading = readText(text, 'kst-30821-251')
  const quote = 'Zoals ook door de WRR geconstateerd, kunnen in een geopolitiek complexere wereld'
  model.answer = () => facts({ kind: 'done', quote, actor: 'WRR', due: null })
  const [fact] = ofModel(await ask(text, reading))
  assert.equal(fact?.segments?.length, 2)
  assert.equal(fact?.quote, fact?.segments?.map(([a, b]) => text.slice(a, b)).join(' '))
  assert.equal(fact?.quote.replace(/\s+/g, ' '), quote)
  assert.ok(model.asked.every(({ piece }) => !piece.includes('Zie bijlage dreigingsbeeld bij de Weerbaarheidsbrief')))
})

test('[LM6] the text that is sent is that of the source, character by character', () => {
  const odd = fc.constantFrom(
    'a',
    'é',
    '\u00ad',
    '\u200b',
    '\u202e',
    '\ud83d',
    '\udc00',
    '😀',
    '\u{e0041}',
    '\n',
    '\r\n',
    '\f',
    ' ',
    '\u00a0',
    '\0',
    'Z',
  )
  fc.assert(
    fc.property(fc.array(odd, { maxLength: 60 }), fc.nat(20), fc.nat(20), fc.integer({ min: 1, max: 9 }), (parts, from, length, most) => {
      const text = parts.join('')
      const note = [Math.min(from, text.length), Math.min(from + length, text.length)] as const
      const { text: flat, at } = lay(text, note[0] < note[1] ? [note] : [])
      const inOrder = [...at].every((x, i) => i === 0 || x > (at[i - 1] as number))
      const same = [...at].every((x, i) => flat.charAt(i) === text.charAt(x) || /[ \n]/.test(flat.charAt(i)))
      const pieces = piecesToAsk({ text: flat, at }, most)
      return (
        at.length === flat.length &&
        inOrder &&
        same &&
        !unclean(flat) &&
        pieces.map(it => flat.slice(...it)).join('') === flat &&
        pieces.every(([a, b]) => b > a && b - a <= most + 1)
      )
    }),
  )
})

test('[LM7] the window is our reader’s, and who and when stand in the quote', async () => {
  const only = async (fact: object) => {
    model.answer = () => facts({ ...passedOver, ...fact })
    return (await ask(letter())).commitments.find(it => modelOf(it.reasons))
  }
  const due = { from: '2025-03-01', to: '2025-05-31', phrase: 'voorjaar van 2025' }
  assert.deepEqual((await only({}))?.due, due)
  assert.deepEqual((await only({ due: null }))?.due, due)
  assert.deepEqual((await only({ due: '2025' }))?.due, due)
  assert.equal(await only({ due: 'voorjaar van 2031' }), undefined)
  assert.equal(await only({ due: '2025-01-01/2025-01-02' }), undefined)
  assert.equal((await only({ due: 'een plan voor' }))?.due, null)
  assert.equal((await only({}))?.actor, null)
  assert.deepEqual([(await only({ actor: 'veiligheidsregio’s' }))?.actor, (await only({ actor: '' }))?.actor], ['veiligheidsregio’s', null])
  for (const actor of ['minister', 'veiligheid', 'Veiligheidsregio’s', 'de minister-president'])
    assert.equal(await only({ actor }), undefined, actor)
  for (const more of [
    { from: '2025-01-01' },
    { band: 'sure' },
    { label: 'public' },
    { __proto__x: 1 },
    { kind: 'rating' },
    { due: 3 },
    { actor: ['x'] },
  ])
    assert.equal(await only(more), undefined, JSON.stringify(more))
})

test('[LM7] what is past is no window of a promise, also where the model points at it', async () => {
  const text = letter('In januari 2024 stond de oefening al op het programma.')
  const reading = { ...readText(text), commitments: [], done: [] }
  assert.equal(reading.times.find(it => it.from === '2024-01-01')?.role, 'past')
  const quote = { quote: 'In januari 2024 stond de oefening al op het programma.', actor: null, due: 'januari 2024' }
  model.answer = () => facts({ ...quote, kind: 'commitment' })
  assert.deepEqual([(await ask(text, reading)).commitments.map(it => it.due)], [[null]])
  model.answer = () => facts({ ...quote, kind: 'done' })
  assert.deepEqual(
    (await ask(text, reading)).done.map(it => it.when?.to),
    ['2024-01-31'],
  )
})

test('[LM8] the reader’s facts stay; the model’s are marked, to be checked, and say so on the desk', async () => {
  const text = letter()
  const own = readText(text)
  const done = { kind: 'done', quote: 'De oefening met de provincies is achter de rug', actor: null, due: null }
  const hers = { ...passedOver, quote: own.commitments[0]?.quote, due: null }
  model.answer = () => facts(passedOver, passedOver, done, hers, { ...hers, kind: 'done' })
  const reading = await ask(text)
  const left = (it: Reading) => ({
    ...it,
    commitments: it.commitments.filter(c => !modelOf(c.reasons)),
    done: it.done.filter(d => !modelOf(d.reasons)),
    findings: [],
  })
  assert.deepEqual(left(reading), { ...own, findings: [] })
  assert.deepEqual(
    ofModel(reading).map(it => [it.band, it.reasons[0]?.rule]),
    [
      ['check', `model.${MODEL}`],
      ['check', `model.${MODEL}`],
    ],
  )
  assert.match(reading.findings[0]?.text.nl ?? '', /Voorgesteld: 2\. Weggelaten: 3 \(3 × al gevonden\)\./)
  const empty = { all: () => [], coded: () => undefined } as unknown as Snapshot
  const laid = proposals(reading, empty, 'd', day('2024-12-06')).filter(it => modelOf(it.reasons) === MODEL)
  assert.deepEqual(
    laid.map(it => [it.command, it.band, it.input.label, it.input.byWords]),
    [
      ['commitment.make', 'check', 'public', null],
      ['done.record', 'check', 'public', null],
    ],
  )
  assert.ok(whyOf(laid[0]?.reasons).some(why => why.words.nl === `voorgesteld door een taalmodel: ${MODEL}`))
})

const waiting = (code: string, rule: string) => ({
  kind: 'proposal' as const,
  code,
  body: {
    document: '@kst-1-1',
    command: 'commitment.make',
    input: { words: 'In 2025 volgt een brief' },
    since: '2024-12-06',
    reasons: [{ rule, start: 10, end: 30, for: true }],
    band: 'check',
  },
  evidence: [{ document: idOf('kst-1-1') as never, segments: [[10, 30] as const], quote: `In 2025 volgt een brief ${code}` }],
})
const kst = { kind: 'document' as const, code: 'kst-1-1', body: { title: { nl: 'Brief', en: null }, identity: 'kst-1-1', text: 'ab12' } }
const desk = [kst, waiting('V-1', 'commitment.future'), waiting('V-2', `model.${MODEL}`)]

test('[LM8] a proposal of a model is accepted by itself, never in one go with others', () => {
  const found = { found: { decided: [] } }
  const one = (...proposals: string[]) =>
    given(...desk)
      .on('2025-01-10')
      .when('proposal.accept-all', { proposals }, found)
  one('@V-1').then(changes => assert.ok(changes.some(it => it.kind === 'commitment')))
  one('@V-1', '@V-2').thenRefused('proposal.by-model')
  one('@V-2').thenRefused('proposal.by-model')
  given(...desk)
    .on('2025-01-10')
    .when('proposal.accept', { proposal: '@V-2' }, found)
    .then(changes => assert.ok(changes.some(it => it.kind === 'commitment')))
})

test('[LM8] what is looked over before one act leaves a model’s proposals out, and says so', () => {
  let values: unknown
  const page = {
    query: {},
    say: (words: Words) => words.nl,
    form(_: string, __: unknown, more: { values: unknown }) {
      values = more.values
      return null
    },
  }
  const near = snapshotOf(desk)
  const open = near.all('proposal')
  const html = renderToString(
    h(Bulk, { at: near.all('document')[0], open, page, address: () => '/x' } as unknown as Parameters<typeof Bulk>[0]),
  )
  assert.deepEqual(values, { proposals: idOf('V-1') })
  assert.match(html, /V-2[^<]*<q>In 2025 volgt een brief V-2<\/q> Voorgesteld door een taalmodel: neem dit apart over\./)
  assert.equal(html.match(/Overslaan/g)?.length, 1)
})
