import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Given, idOf, snapshotOf } from '../../../../tests/support/given.ts'
import { shownList, shownThing } from '../../../../tests/support/picture/page.ts'
import type { Evidence } from '../../../kernel/values/evidence.ts'
import type { AnyKind } from '../../../model/kind.ts'
import { scale } from '../../../model/picture/scale.ts'
import { scaleClass } from '../../../model/picture/scale-class.ts'
import type { Snapshot, Thing } from '../../../model/snapshot.ts'
import { examples } from '../examples.ts'
import { scenarioPage } from '../scenarios/scenario.page.tsx'
import { sayOdds, saySpan } from './axes.page.tsx'
import { diagramPage } from './diagram.page.tsx'
import { diagramView } from './diagram.view.ts'
import { above, measureOf, ordered } from './span.ts'
import { diagramOf, editionOf } from './standing.ts'

const evidence: readonly Evidence[] = [{ document: idOf('D-1') as never, segments: [], quote: '' }]
const shown = (records: readonly Given[], query: Readonly<Record<string, string>> = {}, site = false): string =>
  shownList(diagramPage, snapshotOf(records, '2026-01-01'), { query, site })
const edition = (snapshot: Snapshot, code: string) => snapshot.get('assessment', idOf(code)) as Thing<'assessment'>

test('[T70] odds are said only where every class and the time are numbers; else classes say that they are no odds', () => {
  const measure = (records: readonly Given[]) => measureOf(snapshotOf(records, '2026-01-01'), idOf('SC-1'))
  assert.equal(measure(examples.classed)?.counted, false)
  assert.deepEqual(measure(examples.classed)?.classes.map(({ low, high }) => [low, high])[1], [1, 2])
  const it = measure(examples.counted)
  assert.ok(it?.counted)
  assert.deepEqual(it.classes[2] && [it.classes[2].low, it.classes[2].high], [0.05, 0.5])
  assert.equal(saySpan({ low: 0.05, high: 0.5 }, it, 'nl'), 'tussen 1 op 20 en 1 op 2 in 5 jaar')
  assert.equal(saySpan({ low: 0, high: 0.0005 }, it, 'en'), 'at most 1 in 2,000 in 5 years')
  assert.equal(sayOdds(0.9, 'nl'), '9 op 10')
  const without = examples.counted.map(each => (each.code === 'SC-1' ? { ...each, body: { ...each.body, years: null } } : each))
  assert.equal(measure(without)?.counted, false, 'odds without a time say nothing')
  const [classes, odds] = [shown(examples.classed), shown(examples.counted)]
  assert.match(classes, /Klassen, geen kansen: de grenzen zijn niet geverifieerd/)
  assert.match(classes, /Waarschijnlijkheid \(klassen, geen kansen\)/)
  assert.doesNotMatch(classes, /\d op \d/)
  assert.match(odds, /tussen 1 op 20 en 1 op 2 in 5 jaar/)
  assert.match(odds, /Waarschijnlijkheid in 5 jaar/)
  assert.doesNotMatch(odds, /niet geverifieerd/)
})

test('[T70] the numbers of a class say its bounds, from low to high, with likelihood only, beside those of other classes', () => {
  const checked = (code: string, body: Readonly<Record<string, unknown>>, kind: AnyKind = scaleClass) => {
    const records = examples.counted.map(it => ({ ...it, evidence, ...(it.code === code && { body: { ...it.body, ...body } }) }))
    const snapshot = snapshotOf(records, '2026-01-01')
    const thing = snapshot.find(idOf(code))
    return kind.check(undefined, thing?.body as never, snapshot, idOf(code))?.code
  }
  assert.equal(checked('L-C', {}), undefined)
  assert.equal(checked('L-C', { bounds: null }), 'scale-class.words')
  assert.equal(checked('L-C', { below: null }), 'scale-class.numbers')
  assert.equal(checked('L-C', { below: 500 }), 'scale-class.numbers')
  assert.equal(checked('L-C', { below: 6000 }), 'scale-class.overlap')
  assert.equal(checked('L-C', { atLeast: 400 }), 'scale-class.overlap')
  assert.equal(checked('I-D', { bounds: { nl: 'x', en: null }, atLeast: 1, below: 2 }), 'scale-class.chance')
  assert.equal(checked('SC-1', {}, scale), undefined)
  assert.equal(checked('SC-2', { years: 5 }, scale), 'scale.years')
})

test('[T70] where bounds stand in words only, classes are no odds, but they are not called unverified', () => {
  const words = examples.counted.map(it => ({ ...it, body: { ...it.body, atLeast: null, below: null } }))
  assert.match(shown(words), /de grenzen staan hier niet als getallen/)
  assert.doesNotMatch(shown(words), /niet geverifieerd/)
})

test('[T71] one stands above another only if its lowest is at least the other’s highest on both axes', () => {
  const at = (a: number, b: number, c: number, d: number) => ({ x: { low: a, high: b }, y: { low: c, high: d } })
  assert.equal(above(at(2, 3, 2, 3), at(1, 2, 1, 2)), true)
  assert.equal(above(at(2, 3, 2, 3), at(1, 2, 2, 3)), false, 'the same class on one axis')
  assert.equal(above(at(2, 4, 2, 3), at(1, 3, 1, 2)), false, 'ranges that overlap')
  assert.equal(above(at(3, 4, 1, 2), at(1, 2, 3, 4)), false, 'likelier but milder')
  assert.equal(above(at(2, 2, 2, 2), at(2, 2, 2, 2)), false, 'two points in one place')
  assert.deepEqual(ordered([at(2, 3, 2, 3), at(1, 2, 1, 2), at(0, 3, 0, 1)]), { pairs: 3, ordered: 1 })
  assert.deepEqual(ordered([]), { pairs: 0, ordered: 0 })
})

test('[T72] without a choice the newest edition with classes is drawn, and an edition that is not there is told so', () => {
  const snapshot = snapshotOf(examples.stated, '2026-01-01')
  assert.equal(editionOf(snapshot, undefined)?.code, 'RA-1', 'the trend analysis is newer and gives no class')
  assert.equal(editionOf(snapshot, 'ra-2')?.code, 'RA-2')
  assert.equal(editionOf(snapshot, 'RA-9'), undefined)
  assert.match(shown(examples.stated, { edition: 'RA-9' }), /Niets met deze keuze/)
  assert.match(shown(examples.unrated), /Er is nog geen beoordeling om te tekenen/)
  assert.match(shown(examples.stated, { theme: 'DT-7' }), /Niets met deze keuze/)
})

test('[T73] a stated change is listed and never drawn, and what was not found is said', () => {
  const more: Given[] = [
    ...examples.stated,
    { kind: 'scenario', code: 'S-3', body: { theme: '@DT-1', name: { nl: 'Nergens gevonden', en: null } } },
    {
      kind: 'rating',
      code: 'B-9',
      body: { assessment: '@RA-1', about: '@DT-1', likelihoodFrom: '@L-B', likelihoodTo: '@L-B' },
    },
  ]
  const snapshot = snapshotOf(more, '2026-01-01')
  const { plotted, half, stated, unrated } = diagramOf(snapshot, edition(snapshot, 'RA-1'))
  assert.deepEqual(
    [plotted, half, stated].map(list => list.map(({ rating }) => rating.code)),
    [['B-1'], ['B-9'], ['B-2']],
    'of another edition only what it says of a change since this one',
  )
  assert.deepEqual(
    unrated.map(({ code }) => code),
    ['S-3'],
  )
  const html = shown(more)
  assert.match(html, /hoger<\/strong> volgens .*TA 2024.*, zonder klasse/)
  assert.match(html, /Geen beoordeling gevonden/)
  assert.equal([...html.matchAll(/class="dot"/g)].length, 2, 'one dot, in the wide drawing and in the narrow one')
  const rows = [...diagramView.see(snapshot, {}, {})].map(it => it.row())
  assert.deepEqual(
    rows.filter(it => it.edition === 'RA-1').map(it => [it.code, it.place, it.likelihood, it.change]),
    [
      ['B-1', 'drawn', 'B-C', null],
      ['B-9', 'half', 'B', null],
      ['B-2', 'stated', null, 'up'],
      ['S-3', 'none', null, null],
    ],
  )
})

test('[T74] the list has the numbers, names and classes of the drawing, in its order, and comes first', () => {
  const html = shown(examples.counted)
  const drawn = [...html.matchAll(/aria-label="(\d) ([^:]+): waarschijnlijkheid ([^,]+)/g)].map(([, n, name, likelihood]) => [
    n,
    name,
    likelihood,
  ])
  assert.deepEqual(drawn.slice(0, 2), [
    ['1', 'Aanval op een cloudprovider', 'B onwaarschijnlijk tot C enigszins waarschijnlijk'],
    ['2', 'Langdurige storing', 'D waarschijnlijk'],
  ])
  assert.deepEqual(drawn.slice(2), drawn.slice(0, 2), 'the narrow drawing says the same')
  const list = html.slice(html.indexOf('diagram-list'), html.indexOf('<figure'))
  const listed = [...list.matchAll(/class="number">(\d)<\/span>.*?<span>([^<]+)<\/span><\/a>.*?role="cell"[^>]*>([^<]+)/g)]
  assert.deepEqual(
    listed.map(([, n, name, likelihood]) => [n, name, likelihood]),
    drawn.slice(0, 2),
  )
  assert.match(html, /Niet geordend/)
})

test('[T74] themes narrow it with counts, and keep the edition that was chosen', () => {
  const more: Given[] = [
    ...examples.stated,
    { kind: 'theme', code: 'DT-2', body: { number: 2, name: { nl: 'Polarisatie', en: null } } },
    { kind: 'scenario', code: 'S-3', body: { theme: '@DT-2', name: { nl: 'Onrust', en: null } } },
  ]
  const html = shown(more, { edition: 'RA-2' })
  assert.match(html, /href="\/w\/beeld\/diagram\?edition=RA-2&amp;theme=DT-1">Cyberdreigingen<span class="count"> 1</)
  assert.doesNotMatch(shown(more, { theme: 'DT-2' }), /class="dot"|Cyberdreigingen<\/a>.*Aanval/)
  assert.match(shown(more, { theme: 'dt-1' }), /class="dot"/)
  const onSite = shown(more, { edition: 'RA-2' }, true)
  assert.doesNotMatch(onSite, /theme=/, 'the site has no page for two choices at a time')
})

test('[T81] the page of a scenario has its editions under one another on one axis, with words where there is no class', () => {
  const page = (records: readonly Given[], code = 'S-1') => {
    const snapshot = snapshotOf(records, '2026-01-01')
    return shownThing(scenarioPage, snapshot.find(idOf(code)) as Thing, snapshot)
  }
  const html = page([...examples.moved, ...examples.stated.filter(({ code }) => ['RA-2', 'B-2'].includes(code))])
  assert.match(
    html,
    /RA 2022: B onwaarschijnlijk tot C enigszins waarschijnlijk; TA 2024: hoger, geen klasse; RA 2025: D waarschijnlijk\./,
    'the oldest first',
  )
  assert.equal([...html.matchAll(/class="bar"/g)].length, 4, 'two editions with classes on two axes')
  assert.doesNotMatch(html, /Nieuwste oordeel/, 'what was said before the newest classes is no newest judgement')
  assert.match(page(examples.stated), /Nieuwste oordeel/)
  assert.doesNotMatch(page(examples.unrated), /Door de uitgaven heen/)
  assert.doesNotMatch(page(examples.classed), /\d op \d/)
  assert.match(page(examples.counted), /\(tussen 1 op 2\.000 en 1 op 20 in 5 jaar\)/)
  const other: Given[] = [
    { kind: 'scale', code: 'SC-9', body: { name: { nl: 'Andere', en: null }, axis: 'likelihood' } },
    { kind: 'scale-class', code: 'X-1', body: { scale: '@SC-9', letter: '1', order: 1, name: { nl: 'klein', en: null } } },
  ]
  const moved = examples.moved.map(it => {
    if (it.code === 'RA-3') return { ...it, body: { ...it.body, likelihood: '@SC-9' } }
    return it.code === 'B-3' ? { ...it, body: { ...it.body, likelihoodFrom: '@X-1', likelihoodTo: '@X-1' } } : it
  })
  assert.match(page([...moved, ...other]), /Niet getekend, want op een andere schaal: RA 2022/)
  const renamed: Given = { kind: 'scenario', code: 'S-5', body: { theme: '@DT-1', name: { nl: 'Nieuw', en: null }, continues: ['@S-1'] } }
  assert.match(page([...examples.classed, renamed], 'S-5'), /Door de uitgaven heen.*RA 2022/s, 'with what it continues')
})

test('[T82] the page of a scenario has the trends that raise or lower it, and no number where no source gives one', () => {
  const trend: Given = { kind: 'trend', code: 'TR-1', body: { name: { nl: 'Warmer klimaat', en: null }, direction: 'up' } }
  const bears: Given = { kind: 'influence', code: 'IV-1', body: { from: '@TR-1', to: '@S-1', effect: 'raises', words: 'versterkt' } }
  const page = (records: readonly Given[]) => {
    const snapshot = snapshotOf(records, '2026-01-01')
    return shownThing(scenarioPage, snapshot.find(idOf('S-1')) as Thing, snapshot)
  }
  const html = page([...examples.classed, trend, bears])
  assert.match(html, /Ontwikkelingen die hierop werken.*Warmer klimaat.*versterkt.*Hoeveel zegt de bron niet/s)
  assert.doesNotMatch(html, /keer zo waarschijnlijk/)
  const counted = { ...bears, body: { ...bears.body, factor: { low: 1.2, best: 1.5, high: 2 } } }
  assert.match(page([...examples.classed, trend, counted]), /1,5 keer zo waarschijnlijk, tussen 1,2 en 2/)
  assert.doesNotMatch(page(examples.classed), /Ontwikkelingen/)
})
