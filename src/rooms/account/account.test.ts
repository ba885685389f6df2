import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Given, snapshotOf } from '../../../tests/support/given.ts'
import { figuresOf, newestOf } from './figures.ts'
import { byLetter } from './letters.ts'

const promise = (code: string, more: object = {}, since = '2024-12-06'): Given => ({
  kind: 'commitment',
  code,
  since,
  body: { words: `Woorden van ${code}`, kind: 'promise', strength: 'deliverable', lines: [], ...more },
})
const due = (to: string) => ({ due: { from: '2025-01-01', to, phrase: 'in 2025' } })
const feed = (code: string, readUntil: string): Given => ({ kind: 'feed', code, body: { name: { nl: code, en: null }, readUntil } })

test('[A1] promises are counted as the public list says them, and late only where somebody confirmed it', () => {
  const world = [
    promise('T-1', due('2025-03-31')),
    promise('T-2', { ...due('2025-03-31'), lateConfirmed: '2025-05-01' }),
    promise('T-3', due('2025-12-31')),
    promise('T-4'),
    promise('T-5', { label: 'internal' }),
    feed('F-1', '2025-06-01'),
    feed('F-2', '2025-05-01'),
  ]
  assert.deepEqual(figuresOf(snapshotOf(world, '2025-06-15', 'public')), {
    all: 4,
    states: [
      { state: 'late', n: 1 },
      { state: 'not-found', n: 1 },
      { state: 'due', n: 1 },
      { state: 'open-ended', n: 1 },
    ],
    readUntil: '2025-05-01',
  })
  assert.deepEqual(figuresOf(snapshotOf([], '2025-06-15', 'public')), { all: 0, states: [], readUntil: null })
})

test('[A2] newest is by the day of the source and never after the day looked at; one entry a day and sort', () => {
  const document = (code: string, date: string | null): Given => ({
    kind: 'document',
    code,
    body: { title: { nl: code, en: null }, date, text: null },
  })
  const from = (code: string) => [{ document: code, segments: [], quote: '' }]
  const world = [
    document('brief-1', '2024-12-06'),
    document('brief-2', '2025-03-01'),
    document('brief-3', '2025-03-01'),
    document('straks', '2026-01-01'),
    document('zonder dag', null),
    { ...promise('T-1'), evidence: from('@brief-1') },
    promise('T-2', {}, '2025-02-01'),
  ] as Given[]
  const told = newestOf(snapshotOf(world, '2025-06-01', 'public'), 9).map(it => `${it.on} ${it.sort} ${it.thing.code} +${it.more}`)
  assert.deepEqual(told, [
    '2025-03-01 document brief-2 +1',
    '2025-02-01 promised T-2 +0',
    '2024-12-06 promised T-1 +0',
    '2024-12-06 document brief-1 +0',
  ])
  assert.equal(newestOf(snapshotOf(world, '2025-06-01', 'public'), 2).length, 2)
})

test('[A6] the register holds every name once, under one letter, whatever it begins with', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 8 }), { maxLength: 20 }), names => {
      const groups = byLetter(names, it => it)
      assert.deepEqual(groups.flatMap(([, all]) => all).toSorted(), names.toSorted())
      const letters = groups.map(([letter]) => letter)
      assert.equal(new Set(letters).size, letters.length)
      for (const letter of letters) assert.match(letter, /^(?:[A-Z]|0-9)$/)
    }),
  )
  assert.deepEqual(
    byLetter(['Zee', 'écu', 'Eb', '3 dagen', '“eik”'], it => it),
    [
      ['E', ['Eb', 'écu', '“eik”']],
      ['Z', ['Zee']],
      ['0-9', ['3 dagen']],
    ],
  )
})
