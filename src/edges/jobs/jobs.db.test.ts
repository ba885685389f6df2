import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, before, describe, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { act, engines, type Opened } from '../../../tests/support/ledgers.ts'
import { type Official, openOfficial } from '../../../tests/support/outside/official.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import { refuse, refused } from '../../kernel/refusal.ts'
import { reindex } from '../../ledger/seeking/findable.ts'
import type { AskRequest, ReadRequest } from '../../rooms/room.ts'
import { type Config, configuration, dayIn, now } from '../config.ts'
import { mark } from '../model/later.ts'
import { readAsked } from '../outside/asked.ts'
import { stateOf } from '../outside/sync/state.ts'
import { worldOf } from '../outside/world.ts'
import { type Jobs, READING, startJobs } from './jobs.ts'
import { ASKING } from './models.ts'
import { wantedNow } from './plan.ts'
import { standsOf } from './stand.ts'
import { INDEXING } from './texts.ts'

const root = new URL('../../..', import.meta.url).pathname.replace(/\/$/, '')
const lexicon = `${root}/packs/kingdom/lexicon.json`

for (const [engine, fresh] of Object.entries(engines))
  describe(`jobs on ${engine}`, () => {
    let opened: Opened
    let official: Official
    let config: Config
    let jobs: Jobs | undefined
    const asked: string[] = []
    const troubles: unknown[] = []
    const refusals: Refusal[] = []
    before(async () => {
      official = await openOfficial()
      const { house, publications, papers } = official.services
      const made = configuration(
        {
          KOERSVAST_HOUSE: house,
          KOERSVAST_PUBLICATIONS: publications,
          KOERSVAST_PAPERS: papers,
          KOERSVAST_MODEL_URL: 'http://localhost:1/v1',
          KOERSVAST_MODEL_NAME: 'proef',
        },
        root,
      )
      assert.ok(!refused(made))
      config = made
      const world = worldOf(config.services)
      opened = await fresh(async ({ need, of }) => {
        if (need !== 'ask') return readAsked(world, of as ReadRequest, lexicon)
        asked.push((of as AskRequest).text)
        return refuse('model.asked', { nl: 'Al gevraagd.', en: 'Asked already.' }, { fault: 'conflict' })
      })
    })
    after(async () => {
      await jobs?.stop()
      await opened?.close()
      await official?.close()
    })
    const until = async (what: () => Promise<boolean>, tell: string) => {
      for (let i = 0; i < 600; i++) {
        if (await what()) return
        await wait(100)
      }
      assert.fail(tell)
    }
    const ways = () => ({
      ledger: opened.ledger,
      config,
      log: (error: unknown) => void troubles.push(error),
      refusal: (it: Refusal) => void refusals.push(it),
    })
    const look = async () => {
      const queue = await opened.ledger.store.queue({ works: false, troubled: () => undefined })
      assert.ok(!refused(queue), JSON.stringify(queue))
      return queue
    }

    test('[J2] nothing is begun before a feed has a rhythm; then it is planned, changed and taken off again', async () => {
      const today = dayIn(config.zone, now())
      const made = await act(
        opened.ledger,
        'feed.add',
        { name: { nl: 'Dossier', en: null }, takes: 'papers', asks: '99999', readUntil: '2026-01-05' },
        { since: '2026-01-05', today, at: now() },
      )
      const code = made.made[0]?.code as string
      const begun: string[] = []
      const { store } = opened.ledger
      const queue: typeof store.queue = how => {
        begun.push('queue')
        return store.queue(how)
      }
      const spied = { ...opened.ledger, store: { ...store, queue } }
      jobs = startJobs({ ...ways(), ledger: spied })
      await wait(3000)
      assert.deepEqual(begun, [])
      const change = (every: string | null) =>
        act(
          opened.ledger,
          'feed.change',
          { of: code, name: { nl: 'Dossier', en: null }, takes: 'papers', asks: '99999', every },
          { today, at: now() },
        )
      await change('hour')
      await until(async () => begun.length === 1, 'the queue was not begun')
      const crons = async () => {
        const queue = await look()
        const all = await queue.getSchedules(READING)
        await queue.stop({ graceful: false })
        return all.map(it => it.cron.replace(/^\d+/, 'm'))
      }
      await until(async () => (await crons().catch(() => [])).length === 1, 'not planned')
      assert.deepEqual(await crons(), ['m * * * *'])
      await change('day')
      await until(async () => (await crons())[0] === 'm 4 * * *', 'not planned anew')
      await change(null)
      await until(async () => (await crons()).length === 0, 'not taken off')
      assert.deepEqual([troubles, refusals], [[], []])
    })

    test('[J3] a job reads its feed; what fails is told with the feed, and tried again', async () => {
      const [feed] = (await opened.ledger.snapshot('test', 'internal', { on: dayIn(config.zone, now()) })).all('feed')
      assert.ok(feed)
      official.papers = [
        { id: 'kst-99999-1', title: 'Brief', published: '2026-01-10', text: 'Ik zal uw Kamer voor 1 juli 2026 informeren.' },
      ]
      const state = () => stateOf(opened.ledger.store.desk('test'), feed.id)
      official.odd = path => (path === '/sru' ? { status: 500 } : undefined)
      const queue = await look()
      const id = await queue.send(
        READING,
        { workspace: 'test', feed: feed.code },
        { singletonKey: 'x', retryDelay: 1, retryBackoff: false },
      )
      assert.ok(id)
      await until(async () => (await state()).last?.result === 'stopped', 'did not run')
      assert.equal((await state()).last?.refusal?.code, 'sync.busy')
      official.odd = () => undefined
      await until(async () => (await state()).last?.result === 'whole', 'was not tried again')
      await until(async () => (await queue.findJobs(READING, { id }))[0]?.state === 'completed', 'not completed')
      await queue.stop({ graceful: false })
      assert.equal((await state()).last?.documents, 1)
    })

    test('[J5] how each feed stands: its rhythm, its last run, how far was read, and when it runs next', async () => {
      const at = now()
      const snapshot = await opened.ledger.snapshot('test', 'internal', { on: dayIn(config.zone, at) })
      const [stand] = await standsOf(opened.ledger.store.desk('test'), snapshot, config.zone, at)
      assert.deepEqual(
        [stand?.feed, stand?.takes, stand?.last?.result, stand?.next, stand?.pending],
        [snapshot.all('feed')[0]?.code, 'papers', 'whole', null, []],
      )
      assert.ok((stand?.readUntil ?? '') > '2026-01-05')
    })

    test('[J6] a text is made searchable by the queue; what was lost on the way is found at a start', async () => {
      const { store, kinds } = opened.ledger
      const title = { nl: 'Brief', en: null }
      const text = 'Een brief over overstroming.'
      await act(opened.ledger, 'document.add', { title, text, language: 'nl' }, { at: now() })
      const keys = [{ hash: createHash('sha256').update(text).digest('hex'), language: 'nl' } as const]
      const there = async () => (await store.readInternal('test', reads => reads.indexed(keys))).length === 1
      await until(there, 'was not indexed')
      const queue = await look()
      const done = async () => (await queue.findJobs(INDEXING, {})).some(job => job.state === 'completed')
      await until(done, 'not by a job')
      await queue.stop({ graceful: false })
      await store.index('test', keys[0]?.hash ?? '', tx => tx.dropIndexed(keys[0]?.hash ?? ''))
      assert.equal(await reindex(store, kinds, 'test', { missing: true }), 1)
      assert.ok(await there())
    })

    test('[J7] a document that waits for a language model is asked about by a job, once, also where a process left it', async () => {
      const { store } = opened.ledger
      const text = 'Een brief waarover gevraagd wordt.'
      await mark(store, 'test', text, now())
      await act(opened.ledger, 'document.add', { title: { nl: 'Brief', en: null }, text, language: 'nl' }, { at: now() })
      const marks = () => store.desk('test').drafts('model', 'ask/')
      await until(async () => (await marks()).length === 0, 'was not asked')
      assert.deepEqual(asked, [createHash('sha256').update(text).digest('hex')])
      const queue = await look()
      await until(async () => (await queue.findJobs(ASKING, {})).some(job => job.state === 'completed'), 'not by a job')
      await queue.stop({ graceful: false })
    })

    test('[J8] what somebody asks to fetch now is fetched by a job, though its feed has no rhythm; once', async () => {
      const today = dayIn(config.zone, now())
      const [feed] = (await opened.ledger.snapshot('test', 'internal', { on: today })).all('feed')
      assert.ok(feed)
      const state = () => stateOf(opened.ledger.store.desk('test'), feed.id)
      const before = (await state()).last?.began
      await act(opened.ledger, 'feed.fetch', { of: feed.code }, { today, at: now() })
      await until(async () => (await state()).answered === 1 && (await state()).last?.result === 'whole', 'was not fetched')
      assert.notEqual((await state()).last?.began, before)
      assert.deepEqual(await wantedNow(opened.ledger, config), [])
    })

    test('[J4] a stop ends what is under way at the next document, and the rest is taken by the next try', async () => {
      const [feed] = (await opened.ledger.snapshot('test', 'internal', { on: dayIn(config.zone, now()) })).all('feed')
      assert.ok(feed)
      official.papers = Array.from({ length: 6 }, (_, i) => ({
        id: `kst-99999-${10 + i}`,
        title: `Brief ${i}`,
        published: dayIn(config.zone, now()),
        text: `Ik zal u informeren over ${i}.`,
      }))
      const queue = await look()
      await queue.send(READING, { workspace: 'test', feed: feed.code }, { singletonKey: 'y' })
      await until(async () => official.asked.some(it => it.includes('kst-99999-11')), 'did not begin')
      await jobs?.stop()
      jobs = undefined
      await queue.stop({ graceful: false })
      const state = await stateOf(opened.ledger.store.desk('test'), feed.id)
      assert.equal(state.last?.result, 'stopped')
      const there = (await opened.ledger.snapshot('test', 'internal', { on: dayIn(config.zone, now()) })).all('document').length
      assert.ok(there >= 3 && there < 9, `${there}`)
    })
  })
