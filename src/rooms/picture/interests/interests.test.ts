import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Given, given, snapshotOf } from '../../../../tests/support/given.ts'
import { but, checkOf, paper, source } from '../../../../tests/support/picture/checked.ts'
import { examples } from '../examples.ts'
import { impactCriteriaView } from './impact-criteria.view.ts'
import { impactScoresView } from './impact-scores.view.ts'
import { interestsView } from './interests.view.ts'

const { scored } = examples
const criterion = (body: Readonly<Record<string, unknown>>, bare = false) => checkOf(but(scored, 'IC-2.1', body), 'IC-2.1', bare)
const score = (body: Readonly<Record<string, unknown>>) => checkOf(but(scored, 'IS-1', body), 'IS-1')

test('[T40] interests and criteria have a number of their own', () => {
  const twin: Given = { kind: 'interest', code: 'BL-9', body: { number: 2, name: { nl: 'Nog een', en: null } } }
  assert.equal(checkOf([...scored, twin], 'BL-9'), 'interest.number-taken')
  assert.equal(checkOf([...scored, { ...twin, body: { ...twin.body, number: 3 } }], 'BL-9'), undefined)
  const other: Given = { kind: 'impact-criterion', code: 'IC-9', body: { interest: '@BL-2', number: '2.1', name: { nl: 'x', en: null } } }
  assert.equal(checkOf([...scored, other], 'IC-9'), 'impact-criterion.number-taken')
  given(...scored, paper)
    .on('2025-01-01')
    .when('interest.add', { number: 3, name: { nl: 'Economische veiligheid', en: null }, document: '@D-1' })
    .then(([change]) => {
      assert.equal(change?.code, 'BL-3')
      assert.deepEqual(change?.evidence, source)
    })
})

test('[T41] a criterion is of a scale of impact; its thresholds and weight need a source', () => {
  assert.equal(criterion({}), undefined)
  assert.equal(criterion({ scale: '@SC-1' }), 'impact-criterion.scale')
  assert.equal(criterion({}, true), 'impact-criterion.evidence')
  assert.equal(criterion({ weight: null, thresholds: { nl: 'A minder dan tien', en: null } }, true), 'impact-criterion.evidence')
  assert.equal(criterion({ weight: null }, true), undefined)
})

test('[T42] a classed rating scores a criterion once, on its scale, the lowest first, with a source', () => {
  assert.equal(score({}), undefined)
  assert.equal(checkOf(scored, 'IS-1', true), 'impact-score.evidence')
  assert.equal(score({ from: '@L-B', to: '@L-B' }), 'impact-score.scale')
  const lower: Given = {
    kind: 'scale-class',
    code: 'I-C',
    body: { scale: '@SC-2', letter: 'C', order: 3, name: { nl: 'ernstig', en: null } },
  }
  const with_ = (body: Readonly<Record<string, unknown>>) => checkOf([...but(scored, 'IS-1', body), lower], 'IS-1')
  assert.equal(with_({ from: '@I-C' }), undefined)
  assert.equal(with_({ to: '@I-C' }), 'impact-score.reversed')
  const twin: Given = { kind: 'impact-score', code: 'IS-9', body: { rating: '@B-1', criterion: '@IC-2.1', from: '@I-D', to: '@I-D' } }
  assert.equal(checkOf([...scored, twin], 'IS-9'), 'impact-score.twice')
  const stated: Given = { kind: 'rating', code: 'B-2', body: { assessment: '@RA-1', about: '@S-1', change: 'up', words: 'hoger' } }
  assert.equal(checkOf([...but(scored, 'IS-1', { rating: '@B-2' }), stated], 'IS-1'), 'impact-score.rating')
  given(...scored, paper)
    .on('2025-01-01')
    .when('impact-score.add', { rating: '@B-1', criterion: '@IC-2.1', from: '@I-D', to: '@I-D' })
    .thenRefused('picture.source')
})

test('[T40] [T42] the lists count criteria and give letters', () => {
  const rows = (view: { see(snapshot: never, input: never, found: never): Iterable<{ row(): unknown }> }) =>
    [...view.see(snapshotOf(scored, '2026-01-01') as never, {} as never, {} as never)].map(it => it.row() as Record<string, unknown>)
  assert.equal(rows(interestsView)[0]?.criteria, 1)
  assert.deepEqual([rows(impactCriteriaView)[0]?.number, rows(impactCriteriaView)[0]?.weight], ['2.1', 1])
  assert.deepEqual([rows(impactScoresView)[0]?.from, rows(impactScoresView)[0]?.number], ['D', '2.1'])
})
