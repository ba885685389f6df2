import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Given, given, idOf, snapshotOf } from '../../../tests/support/given.ts'
import { actionLine } from '../../model/course/action-line.ts'
import { commitment } from '../../model/course/commitment.ts'
import type { CommitmentState } from '../../model/course/commitment-state.ts'
import { fulfilment } from '../../model/course/fulfilment.ts'
import { examples } from './examples.ts'

const stateOf = (records: readonly Given[], code: string, on: string): CommitmentState => {
  const snapshot = snapshotOf(records, on)
  const thing = snapshot.get('commitment', idOf(code))
  assert.ok(thing)
  return commitment.follows(thing.body, snapshot, thing.id)
}
const checkOf = (records: readonly Given[], code: string, on = '2026-01-01') => {
  const snapshot = snapshotOf(records, on)
  const thing = snapshot.get('commitment', idOf(code))
  assert.ok(thing)
  return commitment.check(undefined, thing.body, snapshot, thing.id)?.code
}

test('[C1] a promise that moves keeps its first window; delay counts from the first link', () => {
  given(...examples.promised)
    .on('2025-07-11')
    .when('commitment.move', { of: '@T-1', due: { from: '2025-09-01', to: '2025-11-30', phrase: 'in het najaar' } })
    .then(([change, ...more]) => {
      assert.equal(more.length, 0)
      assert.equal(change?.from, undefined)
      const to = change?.to as { replaces: string; words: string; due: { to: string } }
      assert.deepEqual([to.replaces, to.due.to], [idOf('T-1'), '2025-11-30'])
    })
  const later = stateOf(examples['moved once'], 'T-2', '2025-12-12')
  assert.deepEqual([later.firstDue?.to, later.days, later.chain], ['2025-08-31', 103, [idOf('T-1'), idOf('T-2')]])
  assert.equal(stateOf(examples['moved once'], 'T-1', '2025-12-12').state, 'superseded')
  assert.equal(stateOf(examples['moved once'], 'T-1', '2025-07-10').state, 'due')
})

test('[C2] a promise that was moved cannot be moved again, and never has two successors', () => {
  given(...examples['moved once'])
    .on('2025-08-01')
    .when('commitment.move', { of: '@T-1', due: { from: null, to: '2026-01-31', phrase: '' } })
    .thenRefused('commitment.already-moved')
  const second: Given = { kind: 'commitment', code: 'T-3', body: { words: 'x', kind: 'promise', strength: 'effort', replaces: '@T-1' } }
  assert.equal(checkOf([...examples['moved once'], second], 'T-3'), 'commitment.replaced-twice')
})

test('[C3] no promise replaces itself, directly or round a corner', () => {
  const link = (code: string, replaces: string): Given => ({
    kind: 'commitment',
    code,
    body: { words: 'x', kind: 'promise', strength: 'effort', replaces },
  })
  assert.equal(checkOf([link('T-1', '@T-1')], 'T-1'), 'commitment.replaces-itself')
  assert.equal(checkOf([link('T-1', '@T-3'), link('T-2', '@T-1'), link('T-3', '@T-2')], 'T-2'), 'commitment.replaces-itself')
})

test('[C4] in part says what remains, and the promise stays open with the same window', () => {
  const state = stateOf(examples['fulfilled in part'], 'T-1', '2025-07-10')
  assert.deepEqual([state.state, state.part, state.remains], ['due', true, 'Dekking voor 2026 en verder'])
  assert.equal(stateOf(examples['fulfilled in part'], 'T-1', '2025-07-02').part, false)
  const snapshot = snapshotOf(examples.promised, '2025-07-03')
  const body = {
    commitment: idOf('T-1'),
    extent: 'part',
    on: '2025-07-03',
    document: null,
    says: null,
    remains: null,
    judgedBy: null,
    label: 'public',
  } as never
  assert.equal(fulfilment.check(undefined, body, snapshot, 'x')?.code, 'fulfilment.remains')
})

test('[C5] fulfilled whole only once; how many days early or late is told', () => {
  const state = stateOf(examples['fulfilled early'], 'T-1', '2025-09-10')
  assert.deepEqual([state.state, state.fulfilledOn, state.days], ['fulfilled', '2025-07-03', -59])
  const snapshot = snapshotOf(examples['fulfilled early'], '2025-09-10')
  const body = {
    commitment: idOf('T-1'),
    extent: 'whole',
    on: '2025-09-01',
    document: null,
    says: null,
    remains: null,
    judgedBy: null,
    label: 'public',
  } as never
  assert.equal(fulfilment.check(undefined, body, snapshot, 'x')?.code, 'fulfilment.twice')
})

test('[C6] late only as far as the sources were read', () => {
  for (const [on, state] of [
    ['2025-05-31', 'open'],
    ['2025-06-01', 'due'],
    ['2025-08-31', 'due'],
    ['2025-09-01', 'not-found'],
  ] as const)
    assert.equal(stateOf(examples.promised, 'T-1', on).state, state, on)
  const late = stateOf(examples['read beyond the window'], 'T-1', '2025-09-11')
  assert.deepEqual([late.state, late.readUntil, late.days], ['late', '2025-09-01', 11])
  assert.equal(stateOf([examples.promised[1]], 'T-1', '2025-09-11').readUntil, null)
})

test('[C7] a promise is written as it was made, from its day', () => {
  given()
    .on('2025-01-10')
    .when(
      'commitment.make',
      { words: 'In 2025 volgt een brief', due: { from: '2025-01-01', to: '2025-12-31', phrase: 'In 2025' } },
      { since: '2024-12-06' },
    )
    .then(([change]) => {
      assert.equal(change?.since, '2024-12-06')
      assert.deepEqual([(change?.to as { kind: string }).kind, (change?.to as { replaces: null }).replaces], ['promise', null])
    })
  given().on('2025-01-10').when('commitment.make', {}).thenRefused('field.missing')
  given()
    .on('2025-01-10')
    .when('commitment.make', { words: 'x', due: { from: '2025-12-31', to: '2025-01-01', phrase: '' } })
    .thenRefused('field.window')
})

test('[C8] a correction leaves what is not said', () => {
  given(...examples.promised)
    .on('2025-01-10')
    .when('commitment.correct', { of: '@T-1', byWords: 'de minister van VWS' }, { since: '2024-12-06' })
    .then(([change]) => assert.deepEqual(change?.to, { ...(change?.from as object), byWords: 'de minister van VWS' }))
})

test('[C9] withdrawn stays to be seen, and only once', () => {
  given(...examples.promised)
    .on('2025-05-01')
    .when('commitment.withdraw', { of: '@T-1' })
    .then(([change]) => assert.equal((change?.to as { withdrawn: string }).withdrawn, '2025-05-01'))
  assert.equal(stateOf(examples.withdrawn, 'T-1', '2025-05-02').state, 'withdrawn')
  given(...examples.withdrawn)
    .on('2025-05-02')
    .when('commitment.withdraw', { of: '@T-1' })
    .thenRefused('commitment.closed')
  given(...examples.withdrawn)
    .on('2025-05-02')
    .when('commitment.withdraw', { of: '@T-9' })
    .thenRefused('commitment.unknown')
})

test('[C10] a line takes its code from its number, and numbers differ within a strategy', () => {
  const ground: Given[] = [
    { kind: 'strategy', code: 'ST-1', body: { name: { nl: 'S', en: null }, from: '2023-01-01', to: '2029-12-31' } },
    { kind: 'goal', code: 'HD-1', body: { strategy: '@ST-1', number: 1, name: { nl: 'D', en: null } } },
    { kind: 'action-line', code: 'AL-07', body: { goal: '@HD-1', number: 7, name: { nl: 'L', en: null } } },
  ]
  given(...ground)
    .on('2024-12-06')
    .when('line.add', { goal: '@HD-1', number: 3, name: { nl: 'Nieuw', en: null } })
    .then(([change]) => assert.equal(change?.code, 'AL-03'))
  const twin: Given = { kind: 'action-line', code: 'AL-77', body: { goal: '@HD-1', number: 7, name: { nl: 'Nog een', en: null } } }
  const snapshot = snapshotOf([...ground, twin])
  const thing = snapshot.get('action-line', idOf('AL-77'))
  assert.ok(thing)
  assert.equal(actionLine.check(undefined, thing.body, snapshot, thing.id)?.code, 'action-line.number-taken')
})

test('[C11] only what is late can be confirmed late', () => {
  given(...examples.promised)
    .on('2025-09-11')
    .when('commitment.confirm-late', { of: '@T-1' })
    .thenRefused('commitment.not-late')
  given(...examples['read beyond the window'])
    .on('2025-09-11')
    .when('commitment.confirm-late', { of: '@T-1' })
    .then(([change]) => assert.equal((change?.to as { lateConfirmed: string }).lateConfirmed, '2025-09-11'))
})

test('[C12] a note changes the note alone', () => {
  given(...examples.promised)
    .on('2025-01-10')
    .when('commitment.note', { of: '@T-1', note: 'navragen' })
    .then(([change]) => assert.deepEqual(change?.to, { ...(change?.from as object), note: 'navragen' }))
})

test('[C13] without an end there is no late', () => {
  assert.equal(stateOf(examples['without window'], 'T-1', '2030-01-01').state, 'open-ended')
})
