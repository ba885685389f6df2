import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { type Given, given, idOf, snapshotOf } from '../../../tests/support/given.ts'
import type { Viewer } from '../../access/viewer.ts'
import { refuse, refused } from '../../kernel/refusal.ts'
import { document } from '../../model/sources/document.ts'
import { feed } from '../../model/sources/feed.ts'
import { undecided } from './deciding/decide.ts'
import { pointedIn } from './pages/by-hand.page.tsx'
import { recordOf } from './pages/why.page.tsx'
import { placesAs, placesIn, sampleOf, sentencesIn } from './point.ts'
import { proposals } from './propose.ts'
import type { Reading } from './read/reading.ts'
import { record } from './read/record.ts'

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
  citations: [],
  requests: [],
  fulfilments: [],
  developments: [],
} as unknown as Reading
const world: Given[] = [
  { kind: 'office', code: 'OF-1', body: { name: { nl: 'minister van VWS', en: null } } },
  { kind: 'organisation', code: 'O-TK', body: { name: { nl: 'Tweede Kamer', en: null }, short: 'TK' } },
  { kind: 'document', code: 'kst-1-1', body: { title: { nl: 'Brief', en: null }, identity: 'kst-1-1', proposed: 2, text: 'ab12' } },
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

const viewer = (by: string): Viewer => ({ person: idOf(by) as never, by, role: 'coordinator', organisation: null, clearance: 'internal' })
const [anna, bram] = [viewer('Anna'), viewer('Bram')]
const pick = (body: unknown, ...names: string[]) => names.map(name => (body as Record<string, unknown>)[name])

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
  const copy: Given = { kind: 'document', code: 'D-8', body: { title: { nl: 'Kopie', en: null }, text: 'ab12' } }
  const near = snapshotOf([...world, copy])
  const again = near.get('document', idOf('D-8'))
  assert.ok(again)
  const same = document.check(undefined, again.body, near, again.id)
  assert.deepEqual([same?.code, same?.where, same?.found], ['document.same-text', 'file', 'kst-1-1'])
  assert.match(same?.do.nl ?? '', /als kst-1-1/)
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
  accept().then(([made, closed, ...more]) => {
    assert.deepEqual([made?.kind, made?.since, made?.evidence?.length], ['commitment', '2024-12-06', 1])
    assert.equal((closed?.to as { outcome: string }).outcome, 'accepted')
    assert.deepEqual(more, [])
  })
  accept({ words: 'In 2025 volgt de brief' }).then(([made, closed]) => {
    assert.equal((made?.to as { words: string }).words, 'In 2025 volgt de brief')
    assert.equal((closed?.to as { outcome: string }).outcome, 'changed')
  })
  accept({ word: 'x' }).thenRefused('field.unknown')
})

test('[S5] decided once: the second decision says what was decided, and by whom', () => {
  const before = (decidedBy: string | null) => [{ id: idOf('V-1'), code: 'V-1', body: { outcome: 'refused', decidedBy } }]
  for (const command of ['proposal.accept', 'proposal.refuse'])
    given(...world)
      .on('2025-01-10')
      .when(command, { proposal: '@V-1' }, { found: { decided: before(null) } })
      .thenRefused('proposal.already-decided')
  const told = undecided(snapshotOf(world), idOf('V-1'), before('R. Bos') as never)
  assert.ok(refused(told))
  assert.deepEqual(
    [told.do.nl, told.do.en],
    [
      'V-1 is al afgewezen door R. Bos. Maak dat ongedaan om opnieuw te beslissen.',
      'V-1 was refused already by R. Bos. Undo that to decide again.',
    ],
  )
  given(...world)
    .on('2025-01-10')
    .when('proposal.refuse', { proposal: '@V-2' }, { found: { decided: [] } })
    .thenRefused('proposal.unknown')
  given(...world, waiting())
    .on('2025-01-10')
    .when('proposal.refuse', { proposal: '@V-1', ground: 'known' }, { by: anna, found: { decided: [] } })
    .then(([closed]) => assert.deepEqual(pick(closed?.to, 'outcome', 'ground', 'decidedBy'), ['refused', 'known', 'Anna']))
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
  // One that somebody else decided meanwhile is named, with who.
  const before = { id: idOf('V-2'), code: 'V-2', body: { outcome: 'accepted', decidedBy: 'R. Bos' } }
  given(...world, waiting())
    .on('2025-01-10')
    .when('proposal.accept-all', all, { found: { decided: [before] } })
    .thenRefused('proposal.already-decided')
})

test('[S7] what is left is counted from what stands open', () => {
  const near = snapshotOf([...world, waiting(), { ...waiting(), code: 'V-2' }, { ...waiting('accepted'), code: 'V-3' }])
  const letter = near.get('document', idOf('kst-1-1'))
  assert.ok(letter)
  assert.equal(document.follows(letter.body, near, letter.id).left, 2)
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

test('[S40] what a text names is recorded with its place, as many times as it does', () => {
  const cited = {
    start: 5,
    end: 26,
    quote: 'Kamerstuk 1, nr. 1',
    family: 'parliament',
    id: 'kst-1-1',
    annex: true,
    relation: 'cites',
    address: 'https://x',
  }
  given(...world)
    .on('2025-01-10')
    .when(
      'document.add',
      { title: { nl: 'Nieuw', en: null }, label: 'internal', text: 'In Kamerstuk 1, nr. 1 staat het.' },
      { found: { reading: { ...found, citations: [cited, { ...cited, annex: false, start: 40, end: 51 }] } } },
    )
    .then(([made, ...rest]) => {
      const [one, two, ...more] = rest.filter(it => it.kind === 'citation')
      assert.equal(more.length, 0)
      assert.deepEqual(pick(one?.to, 'document', 'names', 'relation', 'label'), [made?.id, 'kst-1-1', 'annex-of', 'internal'])
      assert.deepEqual(pick(two?.to, 'names', 'relation'), ['kst-1-1', 'cites'])
      assert.deepEqual(one?.evidence, [{ document: made?.id, segments: [[5, 26]], quote: 'Kamerstuk 1, nr. 1' }])
    })
})

const promised = (code: string, words: string, more: object = {}): Given => ({
  kind: 'commitment',
  code,
  since: '2024-12-06',
  body: { words, by: '@OF-1', due: { from: '2025-01-01', to: '2025-12-31', phrase: 'in 2025' }, ...more },
  evidence: [{ document: idOf('kst-1-1') as never, segments: [[10, 30]], quote: 'x' }],
})
const delivering = (quote: string, papers: readonly string[] = [], date: string | null = '2025-11-03') => ({
  ...found,
  document: { date, language: 'nl', sender: ['minister van VWS'], title: null },
  commitments: [],
  done: [],
  fulfilments: [{ start: 0, end: quote.length, quote, of: 'promise', papers, reasons: [] }],
})
const fulfils = (reading: object, ...near: Given[]) =>
  proposals(reading as unknown as Reading, snapshotOf([...world, ...near], '2025-11-10'), idOf('D-9'), '2025-11-10' as never)

test('[S41] what a text delivers is proposed to the one open promise it fits, with what fits', () => {
  const dikes = promised('T-1', 'In 2025 ontvangt de Kamer een evaluatie van de versterking van dijken langs de Waddenkust')
  const medicines = promised('T-2', 'In 2025 ontvangt de Kamer een aanpak tegen tekorten aan geneesmiddelen', { by: null })
  const said = 'Zoals toegezegd stuur ik u hierbij de evaluatie van de versterking van de dijken langs de Waddenkust.'
  const [one, ...more] = fulfils(delivering(said, ['kst-1-1']), dikes, medicines)
  assert.deepEqual(more, [])
  assert.deepEqual(
    [one?.command, one?.since, one?.band, one?.input.of, one?.input.on, one?.input.says],
    ['commitment.fulfil', '2025-11-03', 'likely', 'T-1', '2025-11-03', said],
  )
  const rules = (it: typeof one) => (it?.reasons as { rule: string }[]).map(({ rule }) => rule)
  assert.deepEqual(rules(one), ['fulfilment.paper', 'fulfilment.words', 'fulfilment.office', 'fulfilment.window'])
  // Without the paper the words, the office and the window say enough, less surely.
  const [words] = fulfils(delivering(said), dikes, medicines)
  assert.deepEqual([words?.input.of, words?.band, rules(words).includes('fulfilment.paper')], ['T-1', 'check', false])
})

test('[S41] none where nothing fits, two fit alike, it was delivered already, or was promised later', () => {
  const said = 'Zoals toegezegd stuur ik u hierbij de evaluatie van de versterking van de dijken.'
  const dikes = promised('T-1', 'Een evaluatie van de versterking van dijken in 2025')
  assert.equal(fulfils(delivering(said), dikes).length, 1)
  assert.deepEqual(fulfils(delivering('Zoals toegezegd stuur ik u hierbij het verslag van de Landbouwraad.'), dikes), [])
  assert.deepEqual(fulfils(delivering(said), dikes, { ...dikes, code: 'T-2' }), [])
  assert.deepEqual(fulfils(delivering(said, ['kst-1-1']), dikes, { ...dikes, code: 'T-2' }), [])
  const whole: Given = {
    kind: 'fulfilment',
    code: 'NK-1',
    body: { commitment: '@T-1', extent: 'whole', on: '2025-06-01', says: null, remains: null },
  }
  assert.deepEqual(fulfils(delivering(said), dikes, whole), [])
  assert.deepEqual(fulfils(delivering(said, [], '2024-06-03'), dikes), [])
  assert.deepEqual(fulfils(delivering(said)), [])
})

test('[S42] a motion, a duty and advice become commitments of their kind, an appeal to others none', () => {
  const ask = (kind: string, start: number) => ({
    start,
    end: start + 5,
    quote: kind,
    kind,
    due: null,
    reasons: [{ rule: `request.${kind}`, start, end: start, for: true }],
  })
  const reading = {
    ...found,
    commitments: [],
    done: [],
    requests: ['appeal', 'motion', 'duty', 'recommendation'].map((kind, i) => ask(kind, i * 10)),
  }
  const laid = proposals(reading as unknown as Reading, snapshotOf(world), idOf('D-9'), '2025-11-10' as never)
  assert.deepEqual(
    laid.map(it => [it.command, it.input.kind, it.input.by, it.band]),
    ['motion', 'duty', 'recommendation'].map(kind => ['commitment.make', kind, null, 'check']),
  )
})

test('[S43] the record of a rule is told once it was tried often enough', () => {
  const tried = Object.entries(record).find(([, [, found]]) => found >= 5)
  assert.ok(tried, 'no rule was tried five times')
  const [rule, [right, found]] = tried
  assert.match(recordOf([{ rule: 'no.such' }, { rule }])?.nl ?? '', new RegExp(`${right} van de ${found} keer`))
  for (const none of [[], null, 'x', [null], [{ rule: 'no.such' }], [{ rule: 'toString' }]]) assert.equal(recordOf(none), undefined)
})

const accepted = (more: object = {}) => [
  { id: idOf('V-1'), code: 'V-1', body: { ...waiting('accepted').body, decidedBy: 'Anna', ...more } },
]
const check = (by: Viewer, found: unknown, also: Given[] = []) =>
  given(...world, ...also)
    .on('2025-01-10')
    .when('proposal.check', { proposal: '@V-1', verdict: 'wrong' }, { by, found: { decided: found } })

test('[S9] a second reader’s finding stands beside the decision, and nobody checks their own', () => {
  check(bram, accepted()).then(([change]) =>
    assert.deepEqual(pick(change?.to, 'outcome', 'decidedBy', 'verdict', 'verdictBy'), ['accepted', 'Anna', 'wrong', 'Bram']),
  )
  check(anna, accepted()).thenRefused('proposal.own-decision')
  check(bram, accepted({ outcome: 'refused' })).thenRefused('proposal.not-accepted')
  check(bram, []).thenRefused('proposal.not-accepted')
})

test('[S10] a spot check is the same all day, another one another day, and never less than three where there are three', () => {
  const all = Array.from({ length: 200 }, (_, i) => ({ id: `id-${i}` }))
  const today = sampleOf(all, '2025-01-10')
  assert.equal(today.length, 10)
  assert.deepEqual(sampleOf(all.toReversed(), '2025-01-10'), today)
  assert.notDeepEqual(sampleOf(all, '2025-01-11'), today)
  assert.deepEqual(
    [sampleOf(all.slice(0, 2), '2025-01-10').length, sampleOf(all.slice(0, 9), '2025-01-10').length, sampleOf([], 'x').length],
    [2, 3, 0],
  )
  // Over a year every one is looked at sooner or later.
  const seen = new Set(
    Array.from({ length: 365 }, (_, day) => sampleOf(all, `day ${day}`))
      .flat()
      .map(it => it.id),
  )
  assert.equal(seen.size, all.length)
})

test('[S11] sentences cover a paragraph, and places survive an address', async () => {
  await fc.assert(
    fc.property(fc.stringMatching(/^[a-c.?:; \n]{0,80}$/), fc.nat(1000), (text, start) => {
      const all = sentencesIn(text, start)
      assert.equal(
        all
          .map(it => text.slice(it.start - start, it.end - start))
          .join('')
          .replace(/\s/g, ''),
        text.replace(/\s/g, ''),
      )
      assert.deepEqual(placesIn(placesAs(all)), all)
    }),
  )
  for (const words of [undefined, '', 'x', '9-3', '1-2,', '1-2-3', '-1-4'])
    assert.deepEqual(
      placesIn(words).filter(it => it.start > 1),
      [],
    )
  assert.deepEqual(placesIn('5-9,2-4'), [{ start: 5, end: 9 }])
  assert.deepEqual(pointedIn('Een. Twee.\n\nDrie: vier.', { doe: 'aanwijzen', alinea: '2', z2: '1' }), [{ start: 18, end: 23 }])
  assert.deepEqual(pointedIn('Een.', { doe: 'aanwijzen', passage: '0-99' }), [])
})

test('[S12] what the reader refuses is refused at the field it came by', () => {
  const title = { nl: 'Nieuw', en: null }
  const add = (input: object, reading?: unknown) =>
    given(...world)
      .on('2025-01-10')
      .when('document.add', { title, ...input }, { found: { reading } })
  const file = { name: 'x.txt', base64: 'AAAA' }
  const empty = refuse('read.empty', { nl: 'Leeg.', en: 'Empty.' }, { fault: 'unreadable' })
  add({ file }, empty).thenRefused('read.empty')
  add({ file, text: 'ook' }, { text: '', reading: found }).thenRefused('document.twice')
  add({ file: { name: 'x.txt', base64: 'geen base64!' } }).thenRefused('field.json')
  add({ file }, { text: 'In 2025 volgt een brief.', reading: found }).then(changes => assert.equal(changes.length, 4))
  add({}).then(([only, ...more]) => assert.deepEqual([(only?.to as { text: null }).text, more], [null, []]))
})
