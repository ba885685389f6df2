import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Given, given, idOf, snapshotOf } from '../../../../tests/support/given.ts'
import { feed } from '../../../model/sources/feed.ts'
import type { Reading } from '../read/reading.ts'
import { feedsView } from './feeds.view.ts'
import { concerns, type RegisterRow, standing, textOfRow, textOfState } from './register.ts'
import { cronOf, minuteOf, sayRhythm } from './rhythm.ts'
import { fresh, stateFrom } from './state.ts'

const source = (body: object): Given => ({
  kind: 'feed',
  code: 'F-1',
  body: { name: { nl: 'Bron', en: null }, readUntil: '2025-01-01', ...body },
})
const code = (body: object) => {
  const snapshot = snapshotOf([source(body)])
  const it = snapshot.get('feed', idOf('F-1'))
  assert.ok(it)
  return feed.check(undefined, it.body, snapshot, it.id)?.code
}

test('[S14] what is fetched says of what', () => {
  assert.equal(code({}), undefined)
  assert.equal(code({ takes: 'papers', asks: '30821' }), undefined)
  assert.equal(code({ takes: 'papers', asks: '36600-VI' }), undefined)
  assert.equal(code({ takes: 'papers' }), 'feed.dossier')
  assert.equal(code({ takes: 'papers', asks: 'veiligheid' }), 'feed.dossier')
  assert.equal(code({ takes: 'promises' }), undefined)
  assert.equal(code({ takes: 'signals', address: 'https://voorbeeld.nl/rss' }), undefined)
  assert.equal(code({ takes: 'signals', address: 'javascript:alert(1)' }), 'feed.address')
  assert.equal(code({ every: 'day' }), 'feed.takes')
})

test('[S14] a dossier is kept in one form, and a change leaves how far was read as it is', () => {
  given(source({}))
    .on('2025-02-01')
    .when('feed.change', { of: '@F-1', takes: 'papers', asks: '36 600 vi', every: 'day' })
    .then(([change]) => {
      const { takes, asks, every, readUntil } = change?.to as unknown as Record<string, string>
      assert.deepEqual([takes, asks, every, readUntil], ['papers', '36600-VI', 'day', '2025-01-01'])
    })
  given(source({})).on('2025-02-01').when('feed.change', { of: '@F-1', takes: 'wat' }).thenRefused('field.choice')
})

const row = (more: Partial<RegisterRow> = {}): RegisterRow => ({
  number: 'TZ202501-001',
  words: 'De minister stuurt een brief.',
  office: 'Minister van Water',
  madeOn: '2025-01-10' as never,
  settledOn: null,
  state: 'open',
  stateWords: 'Openstaand',
  letters: [],
  ...more,
})
const settledRow = row({
  state: 'settled',
  stateWords: 'Afgedaan',
  settledOn: '2025-02-01' as never,
  letters: [{ number: '2025D00001', identity: 'kst-1-2', title: 'Brief', date: '2025-01-31' as never }],
})
const page: Given = { kind: 'document', code: 'TZ202501-001', body: { title: { nl: 'T', en: null }, identity: 'TZ202501-001', text: 'aa' } }
const waiting: Given = {
  kind: 'proposal',
  code: 'V-1',
  body: { document: '@TZ202501-001', command: 'commitment.make', input: {}, since: '2025-01-10', reasons: [], band: 'sure', outcome: null },
}
const promise: Given = {
  kind: 'commitment',
  code: 'T-1',
  body: { words: 'De minister stuurt een brief.', kind: 'promise', strength: 'deliverable' },
  evidence: [{ document: idOf('TZ202501-001') as never, segments: [[0, 1]], quote: 'x' }],
}
const stands = (it: RegisterRow, ...records: Given[]) => standing(snapshotOf(records, '2025-03-01'), it)

test('[S15] where a row stands: new, awaiting a person, to be settled, or done', () => {
  assert.equal(stands(row()), 'new')
  assert.equal(stands(row(), page), 'done')
  assert.equal(stands(settledRow, page, waiting), 'awaits')
  assert.equal(stands(settledRow, page), 'done') // the proposal was refused
  assert.equal(stands(settledRow, page, promise), 'settles')
  assert.equal(stands({ ...settledRow, letters: [] }, page, promise), 'done')
  const kept: Given = { kind: 'fulfilment', code: 'NK-1', body: { commitment: '@T-1', extent: 'whole', on: '2025-02-01' } }
  assert.equal(stands(settledRow, page, promise, kept), 'done')
  assert.equal(stands(settledRow, page, { ...promise, body: { ...promise.body, withdrawn: '2025-01-20' } }), 'done')
  const told: Given = { kind: 'document', code: 'TZ202501-001-afgedaan', body: { title: { nl: 'T', en: null }, text: 'bb' } }
  assert.equal(stands(settledRow, page, promise, told), 'done')
})

const reading = { commitments: [], document: { date: '2025-01-10', language: 'nl' } } as unknown as Reading

test('[S15] a row becomes a document and one proposal with its passage; what became of it a second pair, and again nothing', () => {
  const take = (it: RegisterRow, ...records: Given[]) =>
    given(...records)
      .on('2025-03-01')
      .when('register.take', { row: it as never, label: 'public' }, { found: { reading } })
  take(row()).then(([made, proposal, ...more]) => {
    assert.deepEqual([made?.kind, made?.code, made?.since, more.length], ['document', 'TZ202501-001', '2025-01-10', 0])
    const [from] = proposal?.evidence as unknown as { segments: [[number, number]]; quote: string }[]
    const [start, end] = from?.segments[0] as [number, number]
    assert.equal(textOfRow(row()).text.slice(start, end), from?.quote)
  })
  take(row(), page, waiting).then(changes => assert.deepEqual(changes, []))
  take(settledRow, page, promise).then(([made, proposal]) => {
    assert.equal(made?.code, 'TZ202501-001-afgedaan')
    const { command, input } = proposal?.to as unknown as { command: string; input: Record<string, unknown> }
    assert.deepEqual([command, input.of, input.extent, input.on, input.document], ['commitment.fulfil', 'T-1', 'whole', '2025-02-01', null])
    assert.match(textOfState(settledRow).text, /afgedaan op 1 februari 2025, met:\n- 2025D00001, kst-1-2, Brief/)
  })
  take({ ...settledRow, state: 'partly', stateWords: 'Deels voldaan' }, page, promise).then(([, proposal]) => {
    const { input } = proposal?.to as unknown as { input: Record<string, unknown> }
    assert.deepEqual([input.extent, typeof input.remains], ['part', 'string'])
  })
  for (const odd of [
    {},
    { ...row(), number: '../x' },
    { ...row(), words: '' },
    { ...row(), state: 'x' },
    { ...row(), madeOn: 'gisteren' },
    { ...row(), letters: [{}] },
  ])
    given()
      .on('2025-03-01')
      .when('register.take', { row: odd as never, label: 'public' })
      .thenRefused('register.row')
})

test('[S15] a row that changed is kept anew: the promise is proposed again while it waits, a correction once it was taken over', () => {
  const revise = (it: RegisterRow, ...records: Given[]) =>
    given(...records)
      .on('2025-03-01')
      .when('register.revise', { row: it as never, label: 'public' }, { found: { reading } })
  const changed = row({ words: 'De minister stuurt twee brieven.' })
  revise(changed, page, waiting).then(([made, proposal, noted, ...more]) => {
    assert.deepEqual([made?.code, more.length], ['TZ202501-001-2', 0])
    const { command, input } = proposal?.to as unknown as { command: string; input: Record<string, unknown> }
    assert.deepEqual([command, input.words], ['commitment.make', changed.words])
    assert.deepEqual((noted?.to as unknown as { reasons: unknown }).reasons, [{ rule: 'register.changed', for: false }])
  })
  revise(changed, page, promise).then(([made, proposal, ...more]) => {
    assert.deepEqual([made?.code, more.length], ['TZ202501-001-2', 0])
    const { command, input } = proposal?.to as unknown as { command: string; input: unknown }
    assert.deepEqual([command, input], ['commitment.correct', { of: 'T-1', words: changed.words, byWords: 'Minister van Water' }])
  })
  // Another day and nothing else: it is kept, and there is nothing to correct.
  const body = { ...promise.body, byWords: 'Minister van Water' }
  revise(row({ madeOn: '2025-01-09' as never }), page, { ...promise, body }).then(changes =>
    assert.deepEqual(
      changes.map(({ kind, code }) => [kind, code]),
      [['document', 'TZ202501-001-2']],
    ),
  )
  const second: Given = { kind: 'document', code: 'TZ202501-001-2', body: { title: { nl: 'T', en: null }, text: 'cc' } }
  revise(changed, page, second, promise).then(([made]) => assert.equal(made?.code, 'TZ202501-001-3'))
  revise(row()).then(changes => assert.deepEqual(changes, []))
})

test('[S18] to fetch now is an act that counts up; a feed that people read is not fetched', () => {
  const feed = source({ takes: 'papers', asks: '30821' })
  const now = (it: Given) => given(it).on('2025-02-01').when('feed.fetch', { of: '@F-1' })
  now(feed).then(([change]) => assert.equal((change?.to as unknown as { wanted: number }).wanted, 1))
  now(source({})).thenRefused('feed.by-hand')
})

test('[S15] a feed asks for some of its words; none asks for all', () => {
  for (const [asks, wanted] of [
    [null, true],
    ['', true],
    [' , ', true],
    ['brief', true],
    ['BRIEF', true],
    ['water', true],
    ['vuur', false],
    ['vuur, water', true],
    ['vuur, aarde,', false],
  ] as const)
    assert.equal(concerns(row(), asks), wanted, String(asks))
})

test('[S16] of each feed how far was read, its last run and what waits; a state that is older or not there reads as empty', () => {
  const last = {
    began: '2025-02-01T01:00:00.000Z',
    ended: null,
    result: 'stopped',
    refusal: null,
    documents: 2,
    proposals: 3,
    known: 0,
    passed: 0,
  }
  const pending = [{ what: 'kst-1-1', day: '2025-01-05', unread: false, code: 'x', why: { nl: 'Nee.', en: 'No.' } }]
  const snapshot = snapshotOf([source({ takes: 'papers', asks: '30821' })])
  const rows = (states: Record<string, string>) => [...feedsView.see(snapshot, {} as never, { states } as never)].map(it => it.row())
  const [it] = rows({ [idOf('F-1')]: JSON.stringify({ last, pending }) })
  assert.deepEqual([it?.code, it?.readUntil, it?.result, it?.documents, it?.waits], ['F-1', '2025-01-01', 'stopped', 2, 1])
  assert.deepEqual([rows({})[0]?.result, rows({})[0]?.waits], [null, 0])
  assert.equal(feedsView.open, false)
  assert.deepEqual(stateFrom(null), fresh)
  assert.deepEqual(stateFrom('{"skip":4}'), { ...fresh, skip: 4 })
})

test('[S16] a feed has its own minute, the one that is planned is the one that is told', () => {
  fc.assert(
    fc.property(fc.uuid({ version: 7 }), id => {
      const minute = minuteOf(id)
      const told = String(minute).padStart(2, '0')
      return (
        minute >= 0 &&
        minute < 60 &&
        cronOf('day', id) === `${minute} 4 * * *` &&
        sayRhythm('day', id).nl.endsWith(`04:${told}`) &&
        cronOf('week', id) === `${minute} 5 * * 1` &&
        sayRhythm('week', id).en.endsWith(`05:${told}`) &&
        cronOf('hour', id) === `${minute} * * * *` &&
        sayRhythm('hour', id).en.includes(`${minute} minutes`)
      )
    }),
  )
})

test('[S17] a document that stands without its text gets it once, from the day it has been known', () => {
  const bare: Given = {
    kind: 'document',
    code: 'kst-1-1',
    since: '2025-01-05',
    body: { title: { nl: 'Brief', en: null }, identity: 'kst-1-1', date: '2025-01-05' },
  }
  const source = {
    text: 'De tekst.',
    reading: {
      ...reading,
      done: [],
      citations: [],
      sections: [],
      mentions: [],
      requests: [],
      fulfilments: [],
      developments: [],
      delivers: [],
    },
  }
  const add = (input: object, found: object = { reading: source }, ...records: Given[]) =>
    given(...(records.length > 0 ? records : [bare]))
      .on('2025-03-01')
      .when('document.read', { of: '@kst-1-1', ...input }, { found })
  add({}).then(([change]) => {
    const { text, title, proposed } = change?.to as unknown as Record<string, unknown>
    assert.deepEqual([change?.since, (title as { nl: string }).nl, proposed, typeof text], ['2025-01-05', 'Brief', 0, 'string'])
  })
  add({ from: null }, {}).thenRefused('document.nothing')
  add({ file: { name: 'x.txt', base64: 'AAAA' } }).then(changes => assert.equal(changes.length, 1))
  add({}, {}, { ...bare, body: { ...bare.body, text: 'aa' } }).thenRefused('document.has-text')
})
