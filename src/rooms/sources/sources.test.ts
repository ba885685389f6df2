import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Given, given, idOf, snapshotOf } from '../../../tests/support/given.ts'
import { document } from '../../model/sources/document.ts'
import { feed } from '../../model/sources/feed.ts'
import { proposals } from './propose.ts'
import type { Reading } from './read/reading.ts'

const span = { start: 10, end: 30, quote: 'In 2025 volgt een brief' }
const found = {
  document: { date: '2024-12-06', language: 'nl' },
  sections: [],
  mentions: [],
  commitments: [
    {
      ...span,
      actor: 'minister van VWS',
      addressee: 'Tweede Kamer',
      object: '',
      due: { from: '2025-01-01', to: '2025-12-31', phrase: 'In 2025' },
      strength: 'dated-deliverable',
      reported: { date: '2024-10-17', id: 'kst-25295-2208' },
      band: 'sure',
      reasons: [{ rule: 'commitment.reported', start: 10, end: 14, for: true }],
    },
    {
      ...span,
      start: 40,
      end: 60,
      actor: 'de burgemeester',
      addressee: null,
      object: '',
      due: null,
      strength: 'deliverable',
      reported: null,
      band: 'check',
      reasons: [],
    },
  ],
  done: [{ ...span, start: 1, end: 9, actor: null, addressee: null, object: '', when: null, band: 'likely', reasons: [] }],
} as unknown as Reading
const world: Given[] = [
  { kind: 'office', code: 'OF-1', body: { name: { nl: 'minister van VWS', en: null } } },
  { kind: 'organisation', code: 'O-TK', body: { name: { nl: 'Tweede Kamer', en: null }, short: 'TK' } },
  { kind: 'document', code: 'kst-1-1', body: { title: { nl: 'Brief', en: null }, identity: 'kst-1-1', proposed: 2, decided: 0 } },
]
const waiting = (outcome: string | null = null): Given => ({
  kind: 'proposal',
  code: 'V-1',
  body: {
    document: '@kst-1-1',
    command: 'commitment.make',
    input: { words: 'In 2025 volgt een brief' },
    since: '2024-12-06',
    reasons: [],
    band: 'sure',
    outcome,
  },
  evidence: [{ document: idOf('kst-1-1') as never, segments: [[10, 30]], quote: 'In 2025 volgt een brief' }],
})

test('[S1] a text becomes a document and proposals that each carry their passage', () => {
  given(...world)
    .on('2025-01-10')
    .when(
      'document.add',
      { title: { nl: 'Nieuw', en: null }, identity: 'kst-2-2', date: '2024-12-06', text: 'In 2025 volgt een brief.' },
      { found: { reading: found } },
    )
    .then(([made, ...laid]) => {
      assert.deepEqual([made?.kind, made?.code, laid.length], ['document', 'kst-2-2', 3])
      assert.equal((made?.to as { proposed: number }).proposed, 3)
      for (const it of laid) {
        assert.equal(it.kind, 'proposal')
        assert.equal(it.evidence?.length, 1)
        assert.equal((it.to as { outcome: null }).outcome, null)
      }
    })
})

test('[S2] an identity that is here already is refused with its code', () => {
  const twin: Given = { kind: 'document', code: 'D-9', body: { title: { nl: 'Weer', en: null }, identity: 'kst-1-1' } }
  const snapshot = snapshotOf([...world, twin])
  const thing = snapshot.get('document', idOf('D-9'))
  assert.ok(thing)
  const refusal = document.check(undefined, thing.body, snapshot, thing.id)
  assert.deepEqual([refusal?.code, refusal?.found], ['document.known', 'kst-1-1'])
})

test('[S3] what was read until a day counts from that day, and never goes back', () => {
  const source: Given = {
    kind: 'feed',
    code: 'F-1',
    since: '2024-12-06',
    body: { name: { nl: 'Kamerstukken', en: null }, readUntil: '2024-12-06' },
  }
  given(source)
    .on('2026-01-31')
    .when('feed.read', { of: '@F-1', readUntil: '2026-01-31' })
    .then(([change]) => assert.equal(change?.since, '2026-01-31'))
  given(source).on('2026-01-31').when('feed.read', { of: '@F-1', readUntil: '2026-02-01' }).thenRefused('feed.ahead')
  const snapshot = snapshotOf([source])
  const thing = snapshot.get('feed', idOf('F-1'))
  assert.ok(thing)
  assert.equal(feed.check(thing.body, { ...thing.body, readUntil: '2024-12-05' as never }, snapshot, thing.id)?.code, 'feed.backwards')
})

test('[S4] accepting runs the command on the proposal’s day with its passage; a correction is kept as such', () => {
  const accept = (corrected?: unknown) =>
    given(...world, waiting())
      .on('2025-01-10')
      .when('proposal.accept', { proposal: '@V-1', ...(corrected ? { corrected } : {}) }, { found: { decided: [] } })
  accept().then(([made, closed, counted]) => {
    assert.deepEqual([made?.kind, made?.since, made?.evidence?.length], ['commitment', '2024-12-06', 1])
    assert.equal((closed?.to as { outcome: string }).outcome, 'accepted')
    assert.equal((counted?.to as { decided: number }).decided, 1)
  })
  accept({ words: 'In 2025 volgt de brief' }).then(([made, closed]) => {
    assert.equal((made?.to as { words: string }).words, 'In 2025 volgt de brief')
    assert.equal((closed?.to as { outcome: string }).outcome, 'changed')
  })
  accept({ word: 'x' }).thenRefused('field.unknown')
})

test('[S5] decided once: the second decision says what was decided', () => {
  const before = [{ id: idOf('V-1'), body: { outcome: 'refused' } }]
  for (const command of ['proposal.accept', 'proposal.refuse'])
    given(...world)
      .on('2025-01-10')
      .when(command, { proposal: '@V-1' }, { found: { decided: before } })
      .thenRefused('proposal.already-decided')
  given(...world)
    .on('2025-01-10')
    .when('proposal.refuse', { proposal: '@V-2' }, { found: { decided: [] } })
    .thenRefused('proposal.unknown')
})

test('[S6] many at once are all or none', () => {
  const second: Given = { ...waiting(), code: 'V-2' }
  const broken: Given = { ...second, body: { ...second.body, input: { words: '' } } }
  const all = { proposals: ['@V-1', '@V-2'] }
  given(...world, waiting(), second)
    .on('2025-01-10')
    .when('proposal.accept-all', all, { found: { decided: [] } })
    .then(changes => assert.equal(changes.filter(it => it.kind === 'commitment').length, 2))
  given(...world, waiting(), broken)
    .on('2025-01-10')
    .when('proposal.accept-all', all, { found: { decided: [] } })
    .thenRefused('field.missing')
})

test('[S7] the document counts what was decided, once per proposal', () => {
  given(...world, waiting(), { ...waiting(), code: 'V-2' })
    .on('2025-01-10')
    .when('proposal.accept-all', { proposals: ['@V-1', '@V-2'] }, { found: { decided: [] } })
    .then(changes =>
      assert.deepEqual(
        changes.filter(it => it.kind === 'document').map(it => (it.to as { decided: number }).decided),
        [2],
      ),
    )
})

test('[S8] actor and addressee resolve to what is known; what the text does not say stays empty', () => {
  const laid = proposals(found, snapshotOf(world), idOf('kst-1-1'), '2024-12-06' as never)
  assert.deepEqual(
    laid.map(it => it.command),
    ['done.record', 'commitment.make', 'commitment.make'],
  )
  const [, told, other] = laid
  assert.deepEqual([told?.input.by, told?.input.addressee, told?.since], ['OF-1', 'O-TK', '2024-10-17'])
  assert.deepEqual([other?.input.by, other?.input.byWords, other?.input.due], [null, 'de burgemeester', null])
})
