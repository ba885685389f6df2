import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import { act, engines, type Opened } from '../../../../tests/support/ledgers.ts'
import { type Official, openOfficial, type RecordedPaper } from '../../../../tests/support/outside/official.ts'
import { day } from '../../../kernel/day.ts'
import { refused } from '../../../kernel/refusal.ts'
import type { ReadRequest } from '../../../rooms/room.ts'
import { readAsked } from '../asked.ts'
import { type World, worldOf } from '../world.ts'
import type { Told, Work } from './round.ts'
import { stateOf } from './state.ts'
import { syncFeed } from './sync.ts'

const lexicon = new URL('../../../../packs/kingdom/lexicon.json', import.meta.url).pathname
const letter = (n: number, published: string, more: Partial<RecordedPaper> = {}): RecordedPaper => ({
  id: `kst-99999-${n}`,
  title: `Brief ${n}`,
  published,
  text: `Ik zal uw Kamer voor 1 juli 2026 informeren over onderwerp ${n}.`,
  ...more,
})
const row = (number: string, more: Record<string, unknown> = {}) => ({
  Nummer: number,
  Tekst: `De minister stuurt de Kamer voor 1 mei 2026 een brief over ${number}.`,
  Functie: 'Minister van Justitie en Veiligheid',
  Status: 'Openstaand',
  Aanmaakdatum: '2026-01-10T10:00:00+01:00',
  DatumNakoming: '0001-01-01T00:00:00Z',
  GewijzigdOp: '2026-01-10T10:00:00Z',
  Verwijderd: false,
  KamerbriefNakoming: [],
  ...more,
})

for (const [engine, fresh] of Object.entries(engines))
  describe(`reading feeds on ${engine}`, () => {
    let opened: Opened
    let official: Official
    let world: World
    let n = 0
    before(async () => {
      official = await openOfficial({ page: 3 })
      world = worldOf(official.services)
      opened = await fresh(({ of }) => readAsked(world, of as ReadRequest, lexicon))
    })
    after(async () => {
      await opened?.close()
      await official?.close()
    })
    beforeEach(() => {
      official.papers = []
      official.rows = []
      official.letters = []
      official.odd = () => undefined
      official.asked.length = 0
    })
    const feedOf = async (takes: string, asks: string | null, readUntil = '2026-01-05') => {
      const made = await act(
        opened.ledger,
        'feed.add',
        { name: { nl: `Bron ${++n}`, en: null }, takes, asks, readUntil },
        { since: readUntil, today: '2026-02-01' },
      )
      return made.made[0]?.code as string
    }
    const told: Told[] = []
    const work = (today: string, more: Partial<Work> = {}): Work => ({
      ledger: opened.ledger,
      workspace: 'test',
      world,
      now: () => `${today}T12:00:00.000Z`,
      today: () => day(today),
      dry: false,
      stopped: () => false,
      told: it => void told.push(it),
      ...more,
    })
    const run = async (code: string, today: string, more: Partial<Work> = {}, from?: string) => {
      const synced = await syncFeed(work(today, more), code, from ? day(from) : undefined)
      assert.ok(!refused(synced), JSON.stringify(synced))
      return synced
    }
    const snapshot = (on: string) => opened.ledger.snapshot('test', 'internal', { on: day(on) })

    test('[O8] papers become documents with identity, date, address and text, and proposals that await a person', async () => {
      const code = await feedOf('papers', '99999')
      official.papers = [
        letter(1, '2026-01-10'),
        letter(2, '2026-01-12'),
        letter(3, '2026-01-12'),
        letter(4, '2026-01-13'),
        letter(5, '2026-01-20'),
      ]
      const first = await run(code, '2026-01-25')
      assert.deepEqual([first.run.result, first.run.documents, first.readUntil.is], ['whole', 5, '2026-01-24'])
      const now = await snapshot('2026-01-25')
      const one = now.coded('kst-99999-1')
      const { title, identity, date, address, text, proposed } = one?.body as unknown as Record<string, unknown>
      assert.deepEqual([(title as { nl: string }).nl, identity, date, proposed], ['Brief 1', 'kst-99999-1', '2026-01-10', 1])
      assert.match(String(address), /kst-99999-1\.html$/)
      assert.ok(text)
      const [proposal] = now.pointing('proposal', 'document', one?.id as string)
      assert.deepEqual([proposal?.body.command, proposal?.body.outcome, now.all('commitment').length], ['commitment.make', null, 0])
      assert.equal(now.all('feed').find(it => it.code === code)?.body.readUntil, '2026-01-24')
      // What was read counts from the day it was read until; lateness on earlier days goes no further than then.
      assert.equal((await snapshot('2026-01-20')).all('feed').find(it => it.code === code)?.body.readUntil, '2026-01-05')
      const again = await run(code, '2026-01-26')
      assert.deepEqual([again.run.documents, again.run.known > 0, again.readUntil.is], [0, true, '2026-01-25'])
    })

    test('[O9] what cannot be had yet holds back how far was read, until it is there', async () => {
      const code = await feedOf('papers', '99999')
      official.papers = [letter(11, '2026-01-10'), letter(12, '2026-01-14', { text: null }), letter(13, '2026-01-20')]
      const first = await run(code, '2026-01-25')
      assert.deepEqual(
        [first.run.documents, first.readUntil.is, first.state.pending.map(it => it.what)],
        [2, '2026-01-13', ['kst-99999-12']],
      )
      official.papers[1] = letter(12, '2026-01-14')
      const next = await run(code, '2026-01-26')
      assert.deepEqual([next.run.documents, next.readUntil.is, next.state.pending], [1, '2026-01-25', []])
    })

    test('[O9] what cannot be read stands in the list with why, and holds back too', async () => {
      const code = await feedOf('papers', '99999')
      official.papers = [letter(21, '2026-01-15', { bytes: Buffer.from('PK\u0003\u0004 no letter') })]
      const first = await run(code, '2026-01-25')
      assert.deepEqual([first.state.pending[0]?.unread, first.readUntil.is], [true, '2026-01-14'])
      const it = (await snapshot('2026-01-25')).coded('kst-99999-21')
      assert.ok(it && (it.body as { text: unknown }).text === null)
      assert.match(first.state.pending[0]?.why.nl ?? '', /PDF, DOCX/)
      // The next run asks again: now it can be read.
      official.papers = [letter(21, '2026-01-15'), letter(22, '2026-01-16', { bytes: Buffer.from('PK\u0003\u0004 no letter') })]
      const better = await run(code, '2026-01-25')
      assert.deepEqual([better.state.pending.map(it => it.what), better.readUntil.is], [['kst-99999-22'], '2026-01-15'])
      const read = (await snapshot('2026-01-25')).coded('kst-99999-21')
      assert.ok(read && (read.body as { text: unknown }).text)
      // A person read it themselves, and says so.
      await act(opened.ledger, 'feed.read', { of: code, readUntil: '2026-01-20' }, { today: '2026-01-26' })
      const next = await run(code, '2026-01-27')
      assert.deepEqual([next.state.pending, next.readUntil.is], [[], '2026-01-26'])
    })

    test('[O9] a paper that stands without its text, from a pack say, gets it', async () => {
      const code = await feedOf('papers', '99999')
      await act(
        opened.ledger,
        'document.add',
        { title: { nl: 'Bekend', en: null }, identity: 'kst-99999-25', date: '2026-01-10' },
        { since: '2026-01-10', today: '2026-01-20' },
      )
      official.papers = [letter(25, '2026-01-10', { text: null })]
      const early = await run(code, '2026-01-25')
      assert.deepEqual([early.run.documents, early.readUntil.is], [0, '2026-01-09'])
      official.papers = [letter(25, '2026-01-10')]
      const late = await run(code, '2026-01-26')
      assert.deepEqual([late.run.documents, late.run.proposals, late.readUntil.is], [1, 1, '2026-01-25'])
      const it = (await snapshot('2026-01-12')).coded('kst-99999-25')
      const body = it?.body as unknown as { title: { nl: string }; text: string | null }
      assert.equal(body.title.nl, 'Bekend')
      assert.ok(body.text)
    })

    test('[O10] errors of the far side stop a run with a clear message and lose nothing', async () => {
      const code = await feedOf('papers', '99999')
      official.papers = [letter(31, '2026-01-10'), letter(32, '2026-01-11'), letter(33, '2026-01-12'), letter(34, '2026-01-13')]
      const cases = [
        [() => ({ status: 503 }), 'sync.busy'],
        [() => ({ status: 200, body: '<html>Onderhoud</html>' }), 'sync.other-answer'],
        [() => ({ status: 200, body: '<sru:searchRetrieveResponse xmlns:sru="r"><sru:recor', type: 'text/xml' }), 'sync.other-answer'],
        [() => ({ status: 200, body: '<a', cut: true }), 'outside.unreachable'],
        [() => ({ status: 302 }), 'sync.other-answer'],
      ] as const
      for (const [odd, wanted] of cases) {
        official.odd = path => (path === '/sru' ? odd() : undefined)
        const stopped = await run(code, '2026-01-25')
        assert.deepEqual([stopped.run.result, stopped.run.refusal?.code, stopped.readUntil.is], ['stopped', wanted, '2026-01-05'])
      }
      // The second page fails: the first is kept, and the next run goes on.
      let pages = 0
      official.odd = path => (path === '/sru' && ++pages > 1 ? { status: 500 } : undefined)
      const half = await run(code, '2026-01-25')
      assert.deepEqual([half.run.documents, half.run.refusal?.code, half.readUntil.is], [3, 'sync.busy', '2026-01-11'])
      official.odd = () => undefined
      const rest = await run(code, '2026-01-25')
      assert.deepEqual([rest.run.documents, rest.run.result, rest.readUntil.is], [1, 'whole', '2026-01-24'])
    })

    test('[O11] a row of the register gives one proposal, however often it comes', async () => {
      const code = await feedOf('promises', 'TZ202601-1')
      official.rows = [
        row('TZ202601-101'),
        row('TZ202601-102', { GewijzigdOp: '2026-01-11T10:00:00Z' }),
        row('TZ202601-900', { Tekst: 'Iets anders.' }),
      ]
      const first = await run(code, '2026-01-25')
      assert.deepEqual([first.run.documents, first.run.proposals, first.run.passed], [2, 2, 1])
      official.rows.push(row('TZ202601-101', { GewijzigdOp: '2026-01-20T10:00:00Z' }))
      const again = await run(code, '2026-01-26')
      assert.deepEqual([again.run.documents, again.run.proposals], [0, 0])
      const now = await snapshot('2026-01-26')
      const it = now.coded('TZ202601-101')
      const all = now.pointing('proposal', 'document', it?.id as string)
      assert.equal(all.length, 1)
      const input = all[0]?.body.input as unknown as { words: string; byWords: string; due: { to: string } }
      assert.match(input.words, /^De minister stuurt/)
      assert.deepEqual(
        [input.byWords, input.due?.to, all[0]?.body.since],
        ['Minister van Justitie en Veiligheid', '2026-04-30', '2026-01-10'],
      )
    })

    test('[O11] a row that changed at the source gives one new proposal and a note on the one that waits, once for each change', async () => {
      const code = await feedOf('promises', 'TZ202601-4')
      official.rows = [row('TZ202601-401')]
      await run(code, '2026-01-25')
      const changed = (day: number, Tekst: string) => row('TZ202601-401', { Tekst, GewijzigdOp: `2026-01-${day}T10:00:00Z` })
      official.rows = [changed(26, 'TZ202601-401 De minister stuurt voor 1 juni 2026 twee brieven.')]
      const second = await run(code, '2026-01-27')
      assert.deepEqual([second.run.documents, second.run.proposals, second.run.refusal], [1, 1, null])
      const again = await run(code, '2026-01-28')
      assert.deepEqual([again.run.documents, again.run.proposals, again.run.known], [0, 0, 1])
      const now = await snapshot('2026-01-28')
      const of = (it: string) => now.pointing('proposal', 'document', now.coded(it)?.id as string)
      assert.match(JSON.stringify(of('TZ202601-401').map(it => it.body.reasons)), /register\.changed/)
      const [next] = of('TZ202601-401-2')
      await act(opened.ledger, 'proposal.accept', { proposal: next?.code }, { today: '2026-01-28' })
      // Back to what it said before: a change as well, and now a correction of what was taken over.
      official.rows = [row('TZ202601-401', { GewijzigdOp: '2026-01-29T10:00:00Z' })]
      const back = await run(code, '2026-01-30')
      assert.deepEqual([back.run.documents, back.run.proposals], [1, 1])
      const then = await snapshot('2026-01-30')
      const [correct] = then.pointing('proposal', 'document', then.coded('TZ202601-401-3')?.id as string)
      assert.equal(correct?.body.command, 'commitment.correct')
      await act(opened.ledger, 'proposal.accept', { proposal: correct?.code }, { today: '2026-01-30' })
      const promise = (await snapshot('2026-01-30'))
        .all('commitment')
        .find(it => it.body.words.includes('TZ202601-401') || it.body.words.startsWith('De minister'))
      assert.ok(promise && !promise.body.words.includes('twee brieven'), promise?.body.words)
    })

    test('[O11] that a promise was kept is proposed with its letter, once somebody took the promise over', async () => {
      const code = await feedOf('promises', 'TZ202601-2')
      official.rows = [row('TZ202601-201')]
      await run(code, '2026-01-25')
      const kept = row('TZ202601-201', {
        Status: 'Afgedaan',
        DatumNakoming: '2026-01-28T00:00:00Z',
        GewijzigdOp: '2026-01-28T10:00:00Z',
        KamerbriefNakoming: [
          {
            Id: 'a-b',
            DocumentNummer: '2026D00201',
            Onderwerp: 'Brief over TZ',
            Datum: '2026-01-27T00:00:00',
            Volgnummer: 41,
            Kamerstukdossier: [{ Nummer: 99999, Toevoeging: null }],
          },
        ],
      })
      official.rows = [kept]
      official.papers = [letter(41, '2026-01-27')]
      const early = await run(code, '2026-01-29')
      assert.deepEqual([early.run.documents, early.state.waiting.length], [0, 1])
      const before = await snapshot('2026-01-29')
      const [make] = before.pointing('proposal', 'document', before.coded('TZ202601-201')?.id as string)
      await act(opened.ledger, 'proposal.accept', { proposal: make?.code }, { today: '2026-01-29' })
      const late = await run(code, '2026-01-30')
      assert.deepEqual([late.run.documents, late.state.waiting], [2, []])
      const now = await snapshot('2026-01-30')
      const page = now.coded('TZ202601-201-afgedaan')
      const [fulfil] = now.pointing('proposal', 'document', page?.id as string)
      assert.equal(fulfil?.body.command, 'commitment.fulfil')
      const input = fulfil?.body.input as unknown as Record<string, string>
      assert.deepEqual([input.extent, input.on, input.document], ['whole', '2026-01-28', 'kst-99999-41'])
      assert.equal(now.all('fulfilment').length, 0)
      await act(opened.ledger, 'proposal.accept', { proposal: fulfil?.code }, { today: '2026-01-30' })
      assert.equal((await snapshot('2026-01-30')).all('fulfilment').length, 1)
      const after = await run(code, '2026-01-31')
      assert.deepEqual([after.run.documents, after.run.proposals], [0, 0])
    })

    test('[O10] attributes with other names are told, and nothing is passed over', async () => {
      const code = await feedOf('promises', null)
      const { Tekst, ...rest } = row('TZ202601-301')
      official.rows = [{ ...rest, ToezeggingTekst: Tekst }]
      const stopped = await run(code, '2026-01-25')
      assert.deepEqual([stopped.run.refusal?.code, stopped.readUntil.is], ['sync.renamed', '2026-01-05'])
      assert.match(stopped.run.refusal?.found ?? '', /ToezeggingTekst/)
      // Other capitals are the same names; and a service that knows no letters is asked without them, but then says too little.
      official.rows = [Object.fromEntries(Object.entries(row('TZ202601-302')).map(([name, value]) => [name.toLowerCase(), value]))]
      const lower = await run(code, '2026-01-25')
      assert.deepEqual([lower.run.documents, lower.run.result], [1, 'whole'])
      official.rows = [row('TZ202601-303', { GewijzigdOp: '2026-01-26T10:00:00Z' })]
      official.odd = path =>
        path === '/odata/Toezegging' && official.asked.at(-1)?.includes('$expand')
          ? { status: 400, body: '{"error":{"message":"no such property"}}' }
          : undefined
      const bare = await run(code, '2026-01-28')
      assert.deepEqual([bare.run.documents, bare.run.refusal?.code, bare.readUntil.is], [1, 'sync.no-letters', lower.readUntil.is])
    })

    test('[O12] a run that is told to stop ends after what is under way, and the next goes on from there', async () => {
      const code = await feedOf('papers', '99999')
      official.papers = Array.from({ length: 8 }, (_, i) => letter(50 + i, `2026-01-1${i}`))
      let left = 4
      const first = await run(code, '2026-01-25', { stopped: () => left <= 0, told: () => void left-- })
      assert.deepEqual([first.run.result, first.run.documents, first.readUntil.is], ['stopped', 4, '2026-01-11'])
      assert.ok((await stateOf(opened.ledger.store.desk('test'), (await snapshot('2026-01-25')).coded(code)?.id as string)).since)
      const rest = await run(code, '2026-01-25')
      assert.deepEqual([rest.run.documents, rest.run.result, rest.readUntil.is], [4, 'whole', '2026-01-24'])
    })

    test('[O12] beginning beyond where the feed was read leaves a gap, so how far was read does not move', async () => {
      const code = await feedOf('papers', '99999')
      official.papers = [letter(60, '2026-01-10'), letter(61, '2026-01-20')]
      const later = await run(code, '2026-01-25', {}, '2026-01-15')
      assert.deepEqual([later.run.documents, later.readUntil.is], [1, '2026-01-05'])
      const whole = await run(code, '2026-01-25')
      assert.deepEqual([whole.run.documents, whole.readUntil.is], [1, '2026-01-24'])
    })

    test('[O16] posts of a website become signals, each once', async () => {
      const here = official.services.papers.replace('/papers', '')
      const item = (n: number) => `<item><title>Bericht ${n}</title><guid>g${n}</guid><link>https://voorbeeld.nl/${n}</link></item>`
      let shown = [1, 2]
      official.odd = path =>
        path === '/rss'
          ? {
              status: 200,
              type: 'application/rss+xml',
              body: `<rss version="2.0"><channel><title>N</title>${shown.map(item).join('')}</channel></rss>`,
            }
          : undefined
      const made = await act(
        opened.ledger,
        'feed.add',
        { name: { nl: 'Nieuws', en: null }, takes: 'signals', address: `${here}/rss`, readUntil: '2026-01-05' },
        { since: '2026-01-05', today: '2026-02-01' },
      )
      const code = made.made[0]?.code as string
      const first = await run(code, '2026-01-25')
      assert.deepEqual([first.run.result, first.run.documents, first.readUntil.is], ['whole', 2, '2026-01-24'])
      shown = [2, 3]
      const next = await run(code, '2026-01-26')
      assert.deepEqual([next.run.documents, next.run.known], [1, 1])
      official.odd = path => (path === '/rss' ? { status: 200, body: '<html>geen bron</html>' } : undefined)
      const odd = await run(code, '2026-01-27')
      assert.deepEqual([odd.run.result, odd.readUntil.is], ['stopped', '2026-01-25'])
    })

    test('[O13] one run of a feed at a time', async () => {
      const code = await feedOf('papers', '99999')
      official.papers = [letter(70, '2026-01-10')]
      const both = await Promise.all([syncFeed(work('2026-01-25'), code), syncFeed(work('2026-01-25'), code)])
      assert.deepEqual(both.map(it => (refused(it) ? it.code : it.run.result)).sort(), ['sync.running', 'whole'])
    })

    test('[O13] a feed that is not there, and one that people read, are refused', async () => {
      const none = await syncFeed(work('2026-01-25'), 'F-9999')
      const hand = await syncFeed(work('2026-01-25'), await feedOf(null as never, null))
      assert.deepEqual(
        [none, hand].map(it => refused(it) && it.code),
        ['feed.unknown', 'sync.by-hand'],
      )
    })
  })
