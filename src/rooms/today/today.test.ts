import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Given, snapshotOf } from '../../../tests/support/given.ts'
import { kinds } from '../../../tests/support/ledgers.ts'
import { day } from '../../kernel/day.ts'
import { differences, told } from './differ.ts'
import { actWords, fieldsOf } from './pages/acts.page.tsx'
import { fold, search, wordsOf } from './search.ts'

const organisation = (code: string, nl: string | null, en: string | null = null, more: object = {}): Given => ({
  kind: 'organisation',
  code,
  body: { name: { nl, en }, ...more },
})
const promise = (code: string, words: string, more: object = {}): Given => ({
  kind: 'commitment',
  code,
  body: { words, kind: 'promise', strength: 'deliverable', ...more },
})
const long = `De minister informeert de Kamer ${'uitgebreid en volledig '.repeat(6)}over dekking`
const world = [
  organisation('VR02', 'Veiligheidsregio Fryslân'),
  organisation('AIVD', 'Algemene Inlichtingen- en Veiligheidsdienst', 'General Intelligence Service'),
  organisation('NCTV', 'Nationaal Coördinator', null, { label: 'internal' }),
  promise('T-0001', long),
  promise('T-0012', 'Veilig varen'),
]
const codes = (query: string, clearance: 'public' | 'internal' = 'internal') =>
  search(kinds, snapshotOf(world, '2025-01-01', clearance), query).flatMap(group => group.hits.map(hit => hit.code))

test('[D3] found by code, by name in either language, by how words begin; accents and capitals make no difference', () => {
  const table: readonly (readonly [string, readonly string[]])[] = [
    ['t-0012', ['T-0012']],
    ['T-00', ['T-0001', 'T-0012']],
    ['FRYSLAN', ['VR02']],
    ['fryslân', ['VR02']],
    ['coordinator nationaal', ['NCTV']],
    ['intelligence', ['AIVD']],
    ['veiligheidsr', ['VR02']],
    ['veilig', ['T-0012', 'VR02', 'AIVD']],
    // The name of a long promise is cut short where it is shown; it is sought whole.
    ['dekking', ['T-0001']],
    ['algemene dekking', []],
    ['idsdienst', []],
    ['', []],
    ['  ', []],
    ['%_\\', []],
    ['(', []],
  ]
  for (const [query, found] of table) assert.deepEqual([query, codes(query).sort()], [query, [...found].sort()])
  assert.equal(codes('veilig')[0], 'T-0012')
})

test('[D3] any text is sought without a fault, and its words are found back in the text itself', () => {
  const ascii = fc.stringMatching(/^[a-z]{1,8}$/)
  fc.assert(
    fc.property(fc.string(), text => {
      search(kinds, snapshotOf(world), text)
      assert.deepEqual(wordsOf(fold(text)), wordsOf(text))
    }),
  )
  fc.assert(
    fc.property(fc.array(ascii, { minLength: 1, maxLength: 4 }), words => {
      const snapshot = snapshotOf([organisation('X-1', words.join(' '))])
      for (const word of words) assert.equal(search(kinds, snapshot, word.toUpperCase())[0]?.hits[0]?.code, 'X-1')
    }),
  )
})

test('[D4] what the clearance hides is not found, by name nor by code; what ended comes last, with its day', () => {
  assert.deepEqual(codes('NCTV', 'public'), [])
  assert.deepEqual(codes('coordinator', 'public'), [])
  assert.deepEqual(codes('coordinator'), ['NCTV'])
  const gone = {
    kind: 'organisation',
    id: 'x',
    code: 'A-OUD',
    body: { name: { nl: 'Veiligheidsregio Fryslân Oud', en: null } },
    until: day('2020-01-31'),
  }
  const hits = search(kinds, snapshotOf(world), 'veiligheidsregio', [gone])[0]?.hits ?? []
  assert.deepEqual(
    hits.map(hit => [hit.code, hit.until ?? null]),
    [
      ['VR02', null],
      ['A-OUD', '2020-01-31'],
    ],
  )
  const waiting: Given = {
    kind: 'proposal',
    code: 'V-1',
    body: { document: '@kst-1', command: 'commitment.make', input: {}, since: '2024-12-06', reasons: [], band: 'sure' },
  }
  assert.deepEqual(search(kinds, snapshotOf([waiting]), 'V-1'), [])
})

const due = { from: '2025-06-01', to: '2025-08-31', phrase: 'medio 2025' }
const feed = (readUntil: string): Given => ({ kind: 'feed', code: 'F-1', body: { name: { nl: 'Kamerstukken', en: null }, readUntil } })

test('[D5] made, changed, ended, and what only came to stand otherwise', () => {
  const [before, after] = [
    snapshotOf([promise('T-1', 'Een', { due }), promise('T-2', 'Twee'), organisation('A', 'Oud')], '2025-05-01'),
    snapshotOf([promise('T-1', 'Een', { due }), promise('T-3', 'Drie'), organisation('A', 'Nieuw')], '2025-07-01'),
  ]
  const found = differences(kinds, before, after).map(it => [it.code, Boolean(it.was), Boolean(it.is), it.stand?.was?.en, it.stand?.is?.en])
  assert.deepEqual(found, [
    ['T-1', true, true, 'open', 'due now'],
    ['T-2', true, false, undefined, undefined],
    ['T-3', false, true, undefined, undefined],
    ['A', true, true, undefined, undefined],
  ])
  assert.deepEqual(differences(kinds, before, before), [])
  // A window that has passed grows by a day each night: that alone is no news.
  const late = [promise('T-1', 'Een', { due })]
  assert.deepEqual(differences(kinds, snapshotOf(late, '2025-10-01'), snapshotOf(late, '2025-10-02')), [])
})

test('[D5] the public hears late only once it was confirmed', () => {
  const at = (clearance: 'public' | 'internal', more: object = {}) => {
    const records = [promise('T-1', 'Een', { due, ...more }), feed('2025-09-15')]
    return differences(kinds, snapshotOf(records, '2025-08-01', clearance), snapshotOf(records, '2025-10-01', clearance))[0]?.stand?.is?.en
  }
  assert.equal(at('internal'), 'late')
  assert.equal(at('public'), 'no fulfilment found')
  assert.equal(at('public', { lateConfirmed: '2025-09-20' }), 'late')
})

test('[D6] field by field, in the names of each day', () => {
  const near = (name: string) => ({ language: 'nl' as const, name: () => name, person: () => undefined })
  const fields = fieldsOf('commitment')
  const was = { words: 'Een', by: 'x', due: null, lines: [], label: 'public' }
  const pairs = told(fields, was, { ...was, words: 'Twee', by: 'y', lines: [] }, { was: near('Anna'), is: near('Bram') })
  assert.deepEqual(
    pairs.map(it => [it.name, it.was, it.is]),
    [
      ['words', 'Een', 'Twee'],
      ['by', 'Anna', 'Bram'],
    ],
  )
  assert.deepEqual(told(fields, was, { ...was, by: 'y' }, { was: near('Anna'), is: near('Anna') }), [])
  assert.deepEqual(
    told(fields, null, was, { was: near('Anna'), is: near('Anna') }).map(it => [it.name, it.was]),
    [
      ['words', null],
      ['by', null],
      ['label', null],
    ],
  )
})

test('[D6] every kind has its fields, and every act is told, by name if need be', () => {
  for (const kind of kinds.values()) assert.deepEqual(Object.keys(fieldsOf(kind.name)), Object.keys(kind.fields), kind.name)
  assert.equal(actWords('something.new').nl, 'something.new')
})
