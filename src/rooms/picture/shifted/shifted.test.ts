import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Given, given, idOf, snapshotOf } from '../../../../tests/support/given.ts'
import { shownList } from '../../../../tests/support/picture/page.ts'
import type { Evidence } from '../../../kernel/values/evidence.ts'
import { scenario } from '../../../model/picture/scenario.ts'
import { overYears } from '../diagram/span.ts'
import { examples } from '../examples.ts'
import { compared } from './compare.ts'
import { nameOf, pairOf, pairsOf, usual } from './pairs.ts'
import { shiftedPage } from './shifted.page.tsx'
import { shiftsView } from './shifts.view.ts'

const on = '2026-01-01'
const between = (records: readonly Given[], from: string, to: string) => {
  const snapshot = snapshotOf(records, on)
  const pair = pairOf(snapshot, idOf(from), idOf(to))
  assert.ok(pair)
  return compared(snapshot, pair)
}
const statusesOf = (records: readonly Given[], from = 'RA-1', to = 'RA-3') =>
  between(records, from, to).rows.map(({ of, status }) => [of.about.code, status])
/** The records with one of them changed. */
const but = (records: readonly Given[], code: string, body: Readonly<Record<string, unknown>>): Given[] =>
  records.map(it => (it.code === code ? { ...it, body: { ...it.body, ...body } } : it))
const scenarioNamed = (code: string, body: Readonly<Record<string, unknown>> = {}): Given => ({
  kind: 'scenario',
  code,
  body: { theme: '@DT-1', name: { nl: `Scenario ${code}`, en: null }, ...body },
})
const rating = (code: string, assessment: string, about: string, letter: string): Given => ({
  kind: 'rating',
  code,
  body: { assessment: `@${assessment}`, about: `@${about}`, likelihoodFrom: `@L-${letter}`, likelihoodTo: `@L-${letter}` },
})
const stated: Given = {
  kind: 'rating',
  code: 'B-8',
  body: { assessment: '@RA-3', about: '@DT-1', change: 'up', against: '@RA-1', words: 'erger' },
}

test('[T76] what became of each thing between two editions, what moved first; of a stated change no class is made', () => {
  const all: Given[] = [
    ...examples.moved,
    scenarioNamed('S-2'),
    scenarioNamed('S-3'),
    scenarioNamed('S-4'),
    rating('B-10', 'RA-1', 'S-2', 'C'),
    rating('B-11', 'RA-3', 'S-3', 'C'),
    rating('B-12', 'RA-1', 'S-4', 'B'),
    rating('B-13', 'RA-3', 'S-4', 'B'),
    stated,
  ]
  assert.deepEqual(statusesOf(all), [
    ['S-1', 'moved'],
    ['DT-1', 'stated'],
    ['S-3', 'new'],
    ['S-2', 'gone'],
    ['S-4', 'none-shown'],
  ])
  assert.deepEqual(statusesOf(but(all, 'B-8', { change: 'little' })).at(-2), ['DT-1', 'stated'], 'little changed comes late')
  assert.deepEqual(
    statusesOf(but(all, 'B-8', { against: '@RA-2' })).find(([code]) => code === 'DT-1'),
    undefined,
    'a change since another edition is no change since this one',
  )
  assert.deepEqual(
    statusesOf(examples.stated, 'RA-1', 'RA-2'),
    [['S-1', 'stated']],
    'an edition without classes drops nothing: what it says of a thing stands once',
  )
  assert.deepEqual(statusesOf([...examples.stated, scenarioNamed('S-2'), rating('B-10', 'RA-1', 'S-2', 'C')], 'RA-1', 'RA-2'), [
    ['S-1', 'stated'],
    ['S-2', 'unmentioned'],
  ])
  const part = but(examples.moved, 'B-3', { part: { nl: 'een deel', en: null } })
  assert.deepEqual(statusesOf(part), [
    ['S-1', 'new'],
    ['S-1', 'gone'],
  ])
})

const otherScale: Given[] = [
  { kind: 'scale', code: 'SC-9', body: { name: { nl: 'Andere', en: null }, axis: 'likelihood', years: 10 } },
  {
    kind: 'scale-class',
    code: 'X-1',
    body: { scale: '@SC-9', letter: '1', order: 1, name: { nl: 'klein', en: null }, bounds: { nl: 'x', en: null }, atLeast: 0, below: 900 },
  },
  {
    kind: 'scale-class',
    code: 'X-2',
    body: {
      scale: '@SC-9',
      letter: '2',
      order: 2,
      name: { nl: 'groot', en: null },
      bounds: { nl: 'y', en: null },
      atLeast: 20_000,
      below: 90_000,
    },
  },
]
/** The counted example with a second edition on a scale of ten years. */
const tenYears = (letter: string): Given[] => [
  ...examples.counted,
  ...otherScale,
  {
    kind: 'assessment',
    code: 'RA-3',
    body: { name: { nl: 'Later', en: null }, short: 'RA 2025', sort: 'risk', on: '2025-09-01', likelihood: '@SC-9', impact: '@SC-2' },
  },
  {
    kind: 'rating',
    code: 'B-3',
    body: { assessment: '@RA-3', about: '@S-1', likelihoodFrom: `@X-${letter}`, likelihoodTo: `@X-${letter}` },
  },
]

test('[T77] chances of two counted scales are compared over one time, and other scales are not compared and warned of', () => {
  assert.equal(overYears(0.5, 5, 5), 0.5)
  assert.ok(Math.abs(overYears(0.5, 5, 10) - 0.75) < 1e-12)
  assert.ok(Math.abs(overYears(overYears(0.3, 5, 1), 1, 5) - 0.3) < 1e-12)
  const up = between(tenYears('2'), 'RA-1', 'RA-3')
  assert.deepEqual(up.warnings, ['years'])
  assert.deepEqual(up.rows[0]?.axes[0], { axis: 'likelihood', shift: 'higher' }, '5 % in 5 years is 10 % in 10, below 20 %')
  assert.deepEqual(between(tenYears('1'), 'RA-1', 'RA-3').rows.find(({ of }) => of.about.code === 'S-1')?.axes[0]?.shift, 'none-shown')
  const bare = but(tenYears('2'), 'X-1', { bounds: null, atLeast: null, below: null })
  const not = between(bare, 'RA-1', 'RA-3')
  assert.deepEqual(not.warnings, ['likelihood', 'years'])
  assert.deepEqual(not.rows.find(({ of }) => of.about.code === 'S-1')?.status, 'not-comparable')
  const methods = but(but(examples.moved, 'RA-1', { method: { nl: 'a', en: null } }), 'RA-3', {
    method: { nl: 'b', en: null },
    impact: null,
  })
  assert.deepEqual(between(methods, 'RA-1', 'RA-3').warnings, ['method'], 'an edition without a scale of impact is not on another')
  const html = shownList(shiftedPage, snapshotOf(bare, on), { query: { from: 'RA-1', to: 'RA-3' } })
  assert.match(html, /Deze uitgaven gebruiken andere klassen voor waarschijnlijkheid/)
})

test('[T78] a renamed scenario is held against what it continues; of a merged or split one it is said, and nothing is compared', () => {
  const base = [...examples.moved.filter(it => it.code !== 'B-3'), scenarioNamed('S-2'), rating('B-10', 'RA-1', 'S-2', 'B')]
  const renamed = [...base, scenarioNamed('S-5', { continues: ['@S-1'] }), rating('B-11', 'RA-3', 'S-5', 'D')]
  const rowOf = (records: readonly Given[], code: string) => between(records, 'RA-1', 'RA-3').rows.find(({ of }) => of.about.code === code)
  assert.deepEqual([rowOf(renamed, 'S-5')?.status, rowOf(renamed, 'S-5')?.mapped], ['moved', 'renamed'])
  assert.equal(rowOf(renamed, 'S-1'), undefined, 'what goes on under another name is not gone')
  const merged = but(renamed, 'S-5', { continues: ['@S-1', '@S-2'] })
  assert.deepEqual([rowOf(merged, 'S-5')?.status, rowOf(merged, 'S-5')?.mapped], ['not-comparable', 'merged'])
  assert.equal(rowOf(merged, 'S-2'), undefined)
  const split = [...renamed, scenarioNamed('S-6', { continues: ['@S-1'] }), rating('B-12', 'RA-3', 'S-6', 'B')]
  assert.deepEqual(
    ['S-5', 'S-6'].map(code => [rowOf(split, code)?.status, rowOf(split, code)?.mapped]),
    [
      ['not-comparable', 'split'],
      ['not-comparable', 'split'],
    ],
  )
  assert.match(
    shownList(shiftedPage, snapshotOf(merged, on), { query: { from: 'RA-1', to: 'RA-3' } }),
    /Samengevoegd uit .*Aanval.*Scenario S-2/,
  )
})

test('[T78] what a scenario continues has a source, and never leads back to itself', () => {
  const source: readonly Evidence[] = [{ document: idOf('D-1') as never, segments: [], quote: '' }]
  const checked = (records: readonly Given[], code: string) => {
    const snapshot = snapshotOf(records, on)
    return scenario.check(undefined, snapshot.get('scenario', idOf(code))?.body as never, snapshot, idOf(code))?.code
  }
  const [a, b] = [scenarioNamed('S-1', { continues: ['@S-2'] }), scenarioNamed('S-2')]
  assert.equal(checked([a, b], 'S-1'), 'scenario.source')
  assert.equal(checked([{ ...a, evidence: source }, b], 'S-1'), undefined)
  assert.equal(checked([a, scenarioNamed('S-2', { continues: ['@S-1'] })], 'S-1'), 'scenario.continues')
  const paper: Given = { kind: 'document', code: 'D-1', body: { title: { nl: 'Brief', en: null } } }
  const records = [...examples.unrated, scenarioNamed('S-2'), paper]
  given(...records)
    .on('2025-01-01')
    .when('scenario.continue', { of: '@S-2', continues: ['@S-1'], document: '@D-1' })
    .then(([change]) => {
      assert.deepEqual((change?.to as unknown as { continues: string[] }).continues, [idOf('S-1')])
      assert.deepEqual(change?.evidence, source)
    })
  given(...records)
    .on('2025-01-01')
    .when('scenario.continue', { of: '@S-2', continues: ['@S-1'] })
    .thenRefused('picture.source')
  given(...records)
    .on('2025-01-01')
    .when('scenario.continue', { of: '@S-9', continues: [] })
    .thenRefused('scenario.unknown')
})

test('[T79] without a choice the newest analysis is held against its own; any two can be asked, and nothing says so', () => {
  const snapshot = snapshotOf(examples.moved, on)
  assert.deepEqual(pairsOf(snapshot).map(nameOf), ['RA-1..RA-3'])
  const letter = but([...examples.moved, stated], 'RA-3', { sort: 'statement' })
  assert.equal(usual(pairsOf(snapshotOf(letter, on)))?.newer.code, 'RA-3', 'where there is nothing else, statements are compared')
  assert.equal(pairOf(snapshot, idOf('RA-3'), idOf('RA-1'))?.older.code, 'RA-1', 'in whatever order they are named')
  const shown = (query: Readonly<Record<string, string>>) => shownList(shiftedPage, snapshot, { query })
  assert.match(shown({}), /waarschijnlijkheid <strong>hoger<\/strong>/)
  assert.match(shown({}), /waarschijnlijkheid: was B onwaarschijnlijk tot C enigszins waarschijnlijk, is D waarschijnlijk/)
  assert.match(shown({}), /Cyberdreigingen<\/a>: 1 hoger\./)
  assert.equal(shown({ pair: 'RA-1..RA-3' }), shown({ from: 'ra-3', to: 'ra-1' }))
  assert.match(shown({ from: 'RA-1', to: 'RA-1' }), /Kies twee verschillende uitgaven/)
  assert.match(shown({ pair: 'x' }), /Kies twee verschillende uitgaven/)
  assert.match(shownList(shiftedPage, snapshotOf(examples.classed, on)), /nog geen twee uitgaven/)
})

test('[T79] a column for answers is there only where a room fills it', () => {
  const snapshot = snapshotOf(examples.moved, on)
  assert.doesNotMatch(shownList(shiftedPage, snapshot), /Antwoord/)
  const section = ((name: string, thing: { code: string }) => (name === 'shifted' ? [`besluit bij ${thing.code}`] : [])) as never
  assert.match(shownList(shiftedPage, snapshot, { section }), /Antwoord.*besluit bij S-1/s)
})

test('[T80] the list gives every edition with the one it is held against, in the order of the page, or the two that are asked', () => {
  const snapshot = snapshotOf([...examples.moved, stated], on)
  const rows = (input: { from?: string; to?: string } = {}) =>
    [...shiftsView.see(snapshot, { from: null, to: null, ...input } as never, {})].map(it => ({ key: it.key, ...it.row() }))
  assert.deepEqual(
    rows().map(it => [it.pair, it.code, it.status, it.likelihood, it.likelihoodWas, it.likelihoodIs, it.change]),
    [
      ['RA-1..RA-3', 'B-3', 'moved', 'higher', 'B-C', 'D', null],
      ['RA-1..RA-3', 'B-8', 'stated', null, null, null, 'up'],
    ],
  )
  assert.deepEqual(rows({ from: idOf('RA-3'), to: idOf('RA-1') }), rows())
  assert.deepEqual(rows({ from: idOf('RA-3') }), [])
  assert.deepEqual(
    rows().map(it => it.key),
    rows()
      .map(it => it.key)
      .sort(),
  )
})
