import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Given, given, idOf } from '../../../tests/support/given.ts'
import { folder, kinds, kingdom, parsed, text, whole } from '../../../tests/support/packs.ts'
import { type Day, day } from '../../kernel/day.ts'
import type { Evidence } from '../../kernel/values/evidence.ts'
import { checked, fits, refers, type Touched } from '../../ledger/deciding/guard.ts'
import { settle } from '../../ledger/parts.ts'
import { LedgerSnapshot } from '../../ledger/snapshot.ts'
import { type Fact, type Version, written } from '../../ledger/timeline.ts'
import type { AnyKind } from '../../model/kind.ts'
import type { Thing } from '../../model/snapshot.ts'
import type { Draft } from '../room.ts'
import { samePlace } from './import/accepted.ts'
import { personalFields } from './import/personal.ts'
import { documentsWithText, type PackData } from './pack/data.ts'
import { importPack } from './pack.command.ts'

/** What reading a text gives, as far as adding a document looks at it. */
const read = (commitments: readonly object[] = [], done: readonly object[] = []) => ({
  document: { date: '2024-12-06', language: 'nl' },
  sections: [],
  mentions: [],
  commitments,
  done,
  citations: [],
  requests: [],
  fulfilments: [],
  developments: [],
})
const promise = (segments: readonly (readonly [number, number])[]) => ({
  start: segments[0]?.[0],
  end: segments.at(-1)?.[1],
  segments,
  quote: 'woorden',
  actor: null,
  addressee: null,
  due: null,
  strength: 'effort',
  reported: null,
  band: 'likely',
  reasons: [],
})
const done = (start: number, end: number) => ({ ...promise([[start, end]]), when: null })

/** Changes laid over nothing, one after the other, as the ledger does; everything it guards is asked. */
function laid(drafts: readonly Draft[]) {
  const lines = new Map<string, { kind: AnyKind; code: string; rows: Version[] }>()
  for (const draft of drafts) {
    const line = lines.get(draft.id) ?? { kind: kinds.get(draft.kind) as AnyKind, code: draft.code ?? draft.id, rows: [] }
    const since = line.kind.time === 'inbox' ? day('1000-01-01') : (draft.since as Day)
    const step = { since, from: draft.from as Fact | undefined, to: draft.to as Fact | undefined, evidence: draft.evidence }
    const rows = written(line.rows, step, 1)
    assert.notEqual(rows, 'stale', draft.code)
    lines.set(draft.id, { ...line, rows: [...line.rows, ...(rows as Version[])] })
  }
  const parts = [...lines].flatMap(([id, { kind, rows }]) => settle(kind, id, [], rows, 1))
  const codes = new Map([...lines].map(([id, { code }]) => [id, code]))
  const on = (at: string, clearance: 'public' | 'internal' = 'internal') =>
    LedgerSnapshot.of(kinds, { on: day(at), known: 1, clearance }, parts, codes, { get: key => key })
  const nothing = LedgerSnapshot.of(kinds, { on: day('2000-01-01'), known: 0, clearance: 'internal' }, [], codes, { get: key => key })
  const touched: Touched[] = [...lines].map(([id, { kind, rows }]) => ({ kind, id, rows }))
  const end = on('9999-12-31')
  const label = (thing: Thing | undefined) => thing && { kind: thing.kind, label: (thing.body as { label: 'public' }).label }
  const known = new Map(
    [...lines].map(([id, { kind, rows }]) => [id, { kind: kind.name as string, label: rows[0]?.body?.label as 'public' }]),
  )
  for (const one of touched)
    assert.deepEqual([fits(one), refers(one, id => label(end.find(id)) ?? known.get(id))], [undefined, undefined], codes.get(one.id))
  for (const at of ['2024-12-06', '9999-12-31']) assert.equal(checked(touched, day(at), nothing, on(at), on(at)), undefined)
  return on
}

const bring = (pack: PackData, found: Record<string, unknown>, ...there: readonly Given[]) =>
  given(...there)
    .on('2026-01-15')
    .when('pack.import', { pack }, { found })

test('[G4] a pack comes in with its codes, days, references and sources, later versions on their own day', () => {
  bring(parsed(folder()), { 'brief-1': read() }).then(drafts => {
    const on = laid(drafts)
    assert.equal(on('2023-12-31').coded('rijk'), undefined)
    const before = on('2024-12-31').coded('rijk') as Thing<'organisation'>
    const after = on('2025-01-01').coded('rijk') as Thing<'organisation'>
    assert.equal(before.body.successor, null)
    assert.equal(after.body.successor, on('2025-01-01').coded('EZ')?.id)
    const letter = on('2024-12-06').coded('brief-1') as Thing<'document'>
    const made = on('2024-12-06').coded('T-0001') as Thing<'commitment'>
    assert.deepEqual(made.evidence, [{ ...whole['commitments.json'][0].evidence[0], document: letter.id }])
    assert.equal(made.body.by, on('2024-12-06').coded('EZ')?.id)
    assert.ok(letter.body.text && letter.body.reading, 'text and reading are kept')
  })
})

test('[G4] asks for the reading of every text before it decides', () => {
  const needs = importPack.needs?.(undefined as never, { pack: parsed(folder()) } as never)
  assert.deepEqual(needs, { 'brief-1': { need: 'read', of: { text, id: 'brief-1', date: '2024-12-06' } } })
})

test('[G4] a workspace that is there takes the name its pack gives', () => {
  const pack = parsed(
    folder(files => {
      files['workspaces.json'] = [{ code: 'W-0001', since: '2024-01-01', name: { nl: 'Proef', en: null }, invented: true }]
      files['pack.json'].files.push('workspaces.json')
    }),
  )
  const there = {
    kind: 'workspace' as const,
    code: 'W-0001',
    since: '2025-06-01',
    body: { name: { nl: 'Nieuw', en: null }, invented: false },
  }
  bring(pack, { 'brief-1': read() }, there).then(drafts => {
    const [change] = drafts.filter(draft => draft.kind === 'workspace')
    assert.ok(change?.kind === 'workspace')
    assert.equal(change.id, idOf('W-0001'))
    assert.deepEqual(
      [change.since, change.from?.name, change.to?.name],
      ['2025-06-01', { nl: 'Nieuw', en: null }, { nl: 'Proef', en: null }],
    )
  })
})

test('[G5] refuses where a strategy is, and names codes that are taken', () => {
  const strategy = {
    kind: 'strategy' as const,
    code: 'ST-0001',
    body: { name: { nl: 'S', en: null }, from: '2023-01-01', to: '2029-12-31' },
  }
  bring(parsed(folder()), {}, strategy).thenRefused('pack.strategy-there')
  bring(parsed(folder()), {}, { kind: 'organisation', code: 'ez', body: { name: { nl: 'EZ', en: null } } }).thenRefused('code.taken')
})

test('[G5] what is no pack that was read is refused, whatever it holds', () => {
  for (const pack of [
    {},
    [],
    'x',
    { format: 'koersvast/pack/1' },
    { ...parsed(folder()), records: [{ kind: 'commitment', code: 'T-1' }] },
  ]) {
    assert.deepEqual(importPack.needs?.(undefined as never, { pack } as never), {})
    given().on('2026-01-15').when('pack.import', { pack }).thenRefused('pack.shape')
  }
  const pack = parsed(folder())
  const records = pack.records.filter(({ code }) => code !== 'EZ')
  bring({ ...pack, records }, { 'brief-1': read() }).thenRefused('ref.unknown')
})

test('[G6] a proposal about a passage the pack already used is accepted, the others stay open, and the counts are true', () => {
  // The promise of the pack stands at 0-19 and 20-38.
  const found = read([promise([[0, 38]]), promise([[25, 38]]), promise([[19, 20]])], [done(0, 38)])
  bring(parsed(folder()), { 'brief-1': found }).then(drafts => {
    const proposals = drafts.flatMap(draft => (draft.kind === 'proposal' && draft.to ? [draft.to] : []))
    assert.deepEqual(proposals.map(({ command, outcome, why }) => [command, outcome, why]).sort(), [
      ['commitment.make', null, null],
      ['commitment.make', 'accepted', 'T-0001'],
      ['commitment.make', 'accepted', 'T-0001'],
      ['done.record', null, null],
    ])
    const letter = drafts.find(draft => draft.kind === 'document')
    assert.equal(letter?.to?.proposed, 4)
    laid(drafts)
  })
})

test('[G6] the same place: at least half of the shorter passage', () => {
  const at = (...segments: [number, number][]): Evidence => ({ document: 'd' as never, segments, quote: '' })
  assert.ok(samePlace(at([0, 10]), at([5, 15])))
  assert.ok(!samePlace(at([0, 10]), at([6, 16])))
  assert.ok(samePlace(at([0, 100]), at([90, 100])))
  assert.ok(samePlace(at([0, 4], [10, 14]), at([2, 12])))
  assert.ok(!samePlace(at(), at()))
  assert.ok(!samePlace(at([0, 10]), { ...at([0, 10]), document: 'e' } as Evidence))
})

test('[G7] what a pack says of a person is kept apart: no body holds a name', () => {
  const pack = parsed(
    folder(files => {
      files['people.json'] = [
        // biome-ignore lint/suspicious/noThenProperty: the format of a pack names it so
        { code: 'P-1', since: '2024-01-01', name: 'A. Voorbeeld', language: 'nl', then: [{ since: '2025-01-01', language: 'en' }] },
      ]
      files['commitments.json'][0].evidence.push({ by: 'A. Voorbeeld', organisation: 'EZ', on: '2024-12-06', words: 'Zo is het.' })
      files['pack.json'].files.push('people.json')
    }),
  )
  bring(pack, { 'brief-1': read() }).then(drafts => {
    assert.ok(!JSON.stringify(drafts).includes('Voorbeeld'))
    const names = drafts.flatMap(draft => (draft.kind === 'person' && draft.to ? [draft.to.name] : []))
    assert.equal(new Set(names).size, 1, 'a name that did not change keeps its key')
    laid(drafts)
  })
  for (const [name, { fields }] of kinds) {
    const held = Object.entries(fields as Record<string, { personal: boolean }>).flatMap(([field, { personal }]) =>
      personal ? [field] : [],
    )
    assert.deepEqual(personalFields(name), held, name)
  }
})

test('[G15] the pack of the Kingdom comes in whole and says what the sources say', () => {
  const pack = parsed(kingdom())
  assert.deepEqual(
    documentsWithText(pack).map(({ code }) => code),
    ['kst-30821-251'],
  )
  bring(pack, { 'kst-30821-251': read([promise([[5966, 6093]]), promise([[15084, 15187]])], [done(9125, 9274), done(932, 971)]) }).then(
    drafts => {
      const on = laid(drafts)
      const state = (code: string, at: string) => {
        const near = on(at)
        const it = near.coded(code)
        return it && (kinds.get('commitment') as AnyKind).follows(it.body, near, it.id)
      }
      // One promise, two moved dates, met on day 346 of 2025: 19 days before the end of its first window.
      assert.equal(state('T-0002', '2025-05-11').state, 'due')
      assert.equal(state('T-0002', '2025-12-20').state, 'superseded')
      assert.deepEqual(
        [state('T-0014', '2025-12-20').state, state('T-0014', '2025-12-20').days, state('T-0014', '2025-12-20').chain.length],
        ['fulfilled', -19, 3],
      )
      assert.equal(state('T-0001', '2025-02-14').state, 'fulfilled')
      assert.equal(state('T-0010', '2024-12-06').state, 'fulfilled')
      // Sources were read until 6 December 2024: nothing may be called late on silence.
      assert.deepEqual([state('T-0008', '2025-09-01').state, state('T-0008', '2025-09-01').readUntil], ['not-found', '2024-12-06'])
      assert.equal(state('T-0009', '2026-01-15').state, 'not-found')
      assert.equal(state('T-0003', '2026-01-15').state, 'open-ended')
      const letter = on('2024-12-06').coded('kst-30821-251') as Thing<'document'>
      assert.deepEqual([letter.body.proposed, on('2024-12-06').pointing('proposal', 'document', letter.id).length], [4, 2])
      const open = on('2026-01-15').coded('AL-01-A') as Thing<'priority'>
      assert.equal(open.body.remark?.nl, 'Eigen woorden, naar de Engelse tekst van de strategie.')
      assert.ok(on('2026-01-15', 'public').coded('T-0014'), 'the public sees it too')
    },
  )
})
