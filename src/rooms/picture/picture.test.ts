import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Given, given, idOf, snapshotOf } from '../../../tests/support/given.ts'
import { but, checkOf, paper, source } from '../../../tests/support/picture/checked.ts'
import type { Evidence } from '../../kernel/values/evidence.ts'
import { scale } from '../../model/picture/scale.ts'
import { examples } from './examples.ts'
import { ratingsOf } from './ratings/held.ts'
import { ratingsView } from './ratings/ratings.view.ts'
import { sayClasses } from './ratings/said.ts'
import { shiftsBetween } from './ratings/shift.ts'
import { scenariosView } from './scenarios/scenarios.view.ts'
import { themesView } from './themes/themes.view.ts'

test('[T20] two themes and two domains never carry one number', () => {
  const twin: Given = { kind: 'theme', code: 'DT-9', body: { number: 1, name: { nl: 'Nog een', en: null } } }
  assert.equal(checkOf([...examples.unrated, twin], 'DT-9'), 'theme.number-taken')
  assert.equal(checkOf([...examples.unrated, { ...twin, body: { ...twin.body, number: 2 } }], 'DT-9'), undefined)
  const other: Given = { kind: 'domain', code: 'DM-9', body: { number: 1, name: { nl: 'Nog een', en: null } } }
  assert.equal(checkOf([...examples.transition, other], 'DM-9'), 'domain.number-taken')
  given()
    .on('2025-01-01')
    .when('theme.add', { number: 4, name: { nl: 'Polarisatie', en: null } })
    .then(([change]) => assert.equal(change?.code, 'DT-4'))
})

test('[T21] a rating gives classes or a stated change in words, never both and never neither', () => {
  assert.equal(checkOf(examples.classed, 'B-1'), undefined)
  assert.equal(checkOf(examples.stated, 'B-2'), undefined)
  assert.equal(checkOf(but(examples.classed, 'B-1', { change: 'up', words: 'hoger' }), 'B-1'), 'rating.both')
  assert.equal(checkOf(but(examples.stated, 'B-2', { change: null }), 'B-2'), 'rating.nothing')
  assert.equal(checkOf(but(examples.stated, 'B-2', { words: null }), 'B-2'), 'rating.words')
})

test('[T21] a rating without a source is refused', () => {
  assert.equal(checkOf(examples.classed, 'B-1', true), 'rating.evidence')
})

test('[T22] a range has two ends on the scale of its axis and its assessment, the lowest first', () => {
  const with_ = (body: Readonly<Record<string, unknown>>) => checkOf(but(examples.classed, 'B-1', body), 'B-1')
  assert.equal(with_({ likelihoodTo: null }), 'rating.half')
  assert.equal(with_({ likelihoodFrom: '@L-D', likelihoodTo: '@L-B' }), 'rating.reversed')
  assert.equal(with_({ likelihoodFrom: '@I-D', likelihoodTo: '@I-D' }), 'rating.scale')
  assert.equal(with_({ impactFrom: null, impactTo: null }), undefined, 'one axis may be all a source gives')
  const elsewhere: Given[] = [
    { kind: 'scale', code: 'SC-9', body: { name: { nl: 'Andere', en: null }, axis: 'likelihood' } },
    { kind: 'scale-class', code: 'X-1', body: { scale: '@SC-9', letter: '1', order: 1, name: { nl: 'klein', en: null } } },
  ]
  const other = but(examples.classed, 'B-1', { likelihoodFrom: '@X-1', likelihoodTo: '@X-1' })
  assert.equal(checkOf([...other, ...elsewhere], 'B-1'), 'rating.scale')
})

test('[T23] an assessment takes scales of their own axis and is held against an earlier one', () => {
  assert.equal(checkOf(examples.stated, 'RA-2'), undefined)
  assert.equal(checkOf(but(examples.stated, 'RA-1', { likelihood: '@SC-2' }), 'RA-1'), 'assessment.scale')
  assert.equal(checkOf(but(examples.stated, 'RA-1', { against: '@RA-2' }), 'RA-1'), 'assessment.against')
  assert.equal(checkOf(but(examples.stated, 'RA-1', { against: '@RA-1' }), 'RA-1'), 'assessment.against')
  assert.equal(checkOf(but(examples.stated, 'B-2', { against: '@RA-2' }), 'B-2'), 'rating.against')
  assert.equal(checkOf(but(examples.classed, 'B-1', { against: '@RA-1' }), 'B-1'), 'rating.against')
})

test('[T24] a letter and a place stand once on a scale; bounds need a source, and all of them to be verified', () => {
  const twin = (body: Readonly<Record<string, unknown>>): Given[] => [
    ...examples.classed,
    { kind: 'scale-class', code: 'L-9', body: { scale: '@SC-1', letter: 'E', order: 5, name: { nl: 'x', en: null }, ...body } },
  ]
  assert.equal(checkOf(twin({}), 'L-9'), undefined)
  assert.equal(checkOf(twin({ letter: 'D' }), 'L-9'), 'scale-class.taken')
  assert.equal(checkOf(twin({ order: 4 }), 'L-9'), 'scale-class.taken')
  assert.equal(checkOf(twin({ letter: 'klein' }), 'L-9'), 'scale-class.letter')
  const bounded = { bounds: { nl: '5 tot 50 procent in vijf jaar', en: null } }
  assert.equal(checkOf(twin(bounded), 'L-9', true), 'scale-class.bounds')
  const verified = (records: readonly Given[]) => {
    const snapshot = snapshotOf(records)
    return scale.follows(snapshot.get('scale', idOf('SC-2'))?.body as never, snapshot, idOf('SC-2')).verified
  }
  assert.equal(verified(examples.classed), false)
  assert.equal(verified(but(examples.classed, 'I-D', bounded)), true)
})

test('[T25] a trend has a direction and a source', () => {
  assert.equal(checkOf(examples.transition, 'TR-1'), undefined)
  assert.equal(checkOf(examples.transition, 'TR-1', true), 'trend.evidence')
  given(paper)
    .on('2025-01-01')
    .when('trend.add', { name: { nl: 'Iets', en: null }, document: '@D-1' })
    .thenRefused('field.missing')
})

test('[T26] a shift is claimed only where the ranges of classes do not meet, and never between two scales', () => {
  const shifts = (records: readonly Given[]) => {
    const snapshot = snapshotOf(records, '2026-01-01')
    const [newer, older] = ratingsOf(snapshot, idOf('S-1'))
    assert.ok(newer && older)
    return shiftsBetween(older.rating.body, newer.rating.body, snapshot).map(({ shift }) => shift)
  }
  assert.deepEqual(shifts(examples.moved), ['higher', 'none-shown'])
  assert.deepEqual(shifts(but(examples.moved, 'B-3', { likelihoodFrom: '@L-C' })), ['none-shown', 'none-shown'])
  const down = but(but(examples.moved, 'B-1', { likelihoodFrom: '@L-D', likelihoodTo: '@L-D' }), 'B-3', {
    likelihoodFrom: '@L-B',
    likelihoodTo: '@L-C',
  })
  assert.deepEqual(shifts(down), ['lower', 'none-shown'])
  assert.deepEqual(shifts(but(examples.moved, 'B-3', { impactFrom: null, impactTo: null })), ['higher', 'one-side'])
  const other: Given[] = [
    { kind: 'scale', code: 'SC-9', body: { name: { nl: 'Andere', en: null }, axis: 'impact' } },
    { kind: 'scale-class', code: 'X-1', body: { scale: '@SC-9', letter: '1', order: 1, name: { nl: 'klein', en: null } } },
  ]
  assert.deepEqual(shifts([...but(examples.moved, 'B-3', { impactFrom: '@X-1', impactTo: '@X-1' }), ...other]), ['higher', 'other-scale'])
})

test('[T27] classes are said with their names, and a stated change gives none', () => {
  const snapshot = snapshotOf(examples.stated, '2026-01-01')
  const [stated, classed] = ratingsOf(snapshot, idOf('S-1'))
  assert.ok(stated && classed)
  assert.equal(sayClasses(classed.rating.body, snapshot, 'nl'), 'B onwaarschijnlijk tot C enigszins waarschijnlijk, D zeer ernstig')
  assert.equal(sayClasses(stated.rating.body, snapshot, 'en'), '')
})

test('[T28] what is recorded rests on the passage or the document named; a change keeps what it rests on', () => {
  const input = { assessment: '@RA-2', about: '@S-1', change: 'up', words: 'slechter' }
  const records = [...examples.stated, paper]
  given(...records)
    .on('2025-01-01')
    .when('rating.add', { ...input, document: '@D-1' })
    .then(([change]) => {
      assert.deepEqual(change?.evidence, source)
      assert.ok(!('document' in (change?.to as object)))
    })
  given(...records)
    .on('2025-01-01')
    .when('rating.add', input)
    .thenRefused('picture.source')
  const passage: readonly Evidence[] = [{ document: idOf('D-1') as never, segments: [[0, 5]], quote: 'Brief' }]
  given(...records)
    .on('2025-01-01')
    .when('rating.add', { ...input, document: '@D-1' }, { evidence: passage })
    .then(([change]) => assert.deepEqual(change?.evidence, passage))
  given(...records)
    .on('2025-01-01')
    .when('rating.change', { of: '@B-2', ...input, change: 'down' })
    .then(([change]) => {
      assert.equal((change?.to as { change: string }).change, 'down')
      assert.equal(change?.evidence, undefined)
    })
  given(...records)
    .on('2025-01-01')
    .when('scenario.change', { of: '@S-9', theme: '@DT-1', name: { nl: 'x', en: null }, label: 'public' })
    .thenRefused('scenario.unknown')
})

test('[T29] the lists count what was found and what was not, and give letters, no numbers', () => {
  const rows = (view: { see(snapshot: never, input: never, found: never): Iterable<{ row(): unknown }> }, records: readonly Given[]) =>
    [...view.see(snapshotOf(records, '2026-01-01') as never, {} as never, {} as never)].map(it => it.row() as Record<string, unknown>)
  const [none] = rows(themesView, examples.unrated)
  assert.deepEqual([none?.scenarios, none?.classed, none?.stated, none?.unrated], [1, 0, 0, 1])
  const [both] = rows(themesView, examples.stated)
  assert.deepEqual([both?.scenarios, both?.classed, both?.stated, both?.unrated], [1, 1, 1, 0])
  const [scenario] = rows(scenariosView, examples.stated)
  assert.deepEqual(
    ['likelihood', 'impact', 'classedIn', 'change', 'changedIn'].map(name => scenario?.[name]),
    ['B-C', 'D', 'RA 2022', 'up', 'TA 2024'],
  )
  assert.deepEqual(
    rows(ratingsView, examples.stated).map(it => [it.about, it.likelihood, it.change]),
    [
      ['S-1', 'B-C', null],
      ['S-1', null, 'up'],
    ],
  )
})
