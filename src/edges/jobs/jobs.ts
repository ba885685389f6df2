import { type Refusal, refused } from '../../kernel/refusal.ts'
import type { Ledger } from '../../ledger/read.ts'
import type { Queue } from '../../ledger/store/queue/queue.ts'
import { type Config, dayIn, now } from '../config.ts'
import type { Scanner } from '../files/scan/scanner.ts'
import { syncFeed } from '../outside/sync/sync.ts'
import { worldOf } from '../outside/world.ts'
import { askModels } from './models.ts'
import { type Planned, planned, wantedNow } from './plan.ts'
import { computeSimulations } from './simulations.ts'
import { indexTexts } from './texts.ts'

/** The queue of feeds to be read. */
export const READING = 'read-feed'
/** A run that takes longer stops where it is and is gone on with by the next try. */
const MOST = 50 * 60_000
/** After a change the plan is made anew once it has been quiet for so long. */
const QUIET = 2000

export interface Jobs {
  /** Ends what is under way at the next document, and gives the rest back. */
  stop(): Promise<void>
}
export interface Ways {
  readonly ledger: Ledger
  readonly config: Config
  /** Sees what a feed brings before it is read. */
  readonly scan?: Scanner | null
  readonly log: (error: unknown) => void
  /** Told of a refusal: the queue cannot be used. Serving goes on. */
  readonly refusal: (refusal: Refusal) => void
}

/**
 * Reads feeds as they are due, makes texts searchable, computes simulations and asks a language model where one is connected, by pg-boss on the ledger's own database. Nothing of it is loaded before some feed
 * has a rhythm, a text comes in or a simulation is asked for. On several servers each job is done by one of them; what fails is tried again, ever later. A server that
 * is to do no jobs indexes its own texts, computes what is asked, and reads no feed.
 */
export function startJobs({ ledger, config, scan = null, log, refusal }: Ways): Jobs {
  const world = worldOf(config.services)
  let queue: Promise<Queue | null> | undefined
  let stopping = false
  let timer: NodeJS.Timeout | undefined
  let planning: Promise<void>
  let said = ''

  const begin = async (): Promise<Queue | null> => {
    if (!config.jobs) return null
    const begun = await ledger.store.queue({ works: true, troubled: log })
    if (refused(begun)) {
      refusal(begun)
      return null
    }
    await begun.createQueue(READING, {
      // One of a feed at a time, waiting or under way: what comes on top is not needed.
      policy: 'exclusive',
      retryLimit: 3,
      retryDelay: 60,
      retryBackoff: true,
      expireInSeconds: MOST / 1000 + 600,
      deleteAfterSeconds: 7 * 86_400,
    })
    await begun.work<Planned>(READING, { pollingIntervalSeconds: 15 }, async ([job]) =>
      // What was asked meanwhile could not stand in the queue beside this one.
      job ? read(job.data).finally(() => soon()) : undefined,
    )
    return begun
  }

  const read = async ({ workspace, feed }: Planned) => {
    const until = Date.now() + MOST
    const synced = await syncFeed(
      {
        ledger,
        workspace,
        world,
        scan,
        now,
        today: () => dayIn(config.zone, now()),
        dry: false,
        stopped: () => stopping || Date.now() > until,
        told: () => undefined,
      },
      feed,
    )
    // Somebody reads it by hand just now, or it is no longer read: nothing to try again.
    if (refused(synced) && ['sync.running', 'feed.unknown', 'sync.by-hand'].includes(synced.code)) return { code: synced.code }
    const wrong = refused(synced) ? synced : synced.run.refusal
    if (wrong) throw new Error(`${wrong.code}: ${wrong.do.en}${wrong.found ? ` (${wrong.found})` : ''}`)
    if (!refused(synced) && synced.run.result === 'stopped') throw new Error('stopped on the way: it goes on from there')
    return refused(synced)
      ? undefined
      : { documents: synced.run.documents, proposals: synced.run.proposals, readUntil: synced.readUntil.is }
  }

  /** A start with the owner's address is when the tables are made, also where no feed has a rhythm yet: it may be the last such start. */
  const prepared = async (): Promise<void> => {
    if (!config.jobs || !('url' in config.place) || !config.place.ownerUrl) return
    const made = await ledger.store.queue({ works: false, troubled: log })
    if (refused(made)) refusal(made)
    else await made.stop({ graceful: false })
  }

  const fetchNow = async (): Promise<void> => {
    if (stopping || !config.jobs) return
    for (const { key, ...data } of await wantedNow(ledger, config)) await (await boss())?.send(READING, data, { singletonKey: key })
  }

  /** What is planned made equal to what the feeds say. Every server does so; the last word is the same. */
  const plan = async (): Promise<void> => {
    const wanted = await planned(ledger, config)
    const words = JSON.stringify(wanted)
    if (stopping || !config.jobs || words === said) return
    if (wanted.length === 0 && !queue) return
    queue ??= begin()
    const boss = await queue
    if (!boss) return
    for (const { key, cron, ...data } of wanted)
      await boss.schedule(READING, cron, data, { key, singletonKey: key, tz: config.zone, missed: 'once' })
    const keys = new Set(wanted.map(it => it.key))
    for (const { key } of await boss.getSchedules(READING)) if (!keys.has(key)) await boss.unschedule(READING, key)
    said = words
  }
  const boss = () => (stopping ? Promise.resolve(null) : (queue ??= begin()))
  const clock = { now, today: () => dayIn(config.zone, now()) }
  const simulations = computeSimulations(ledger, boss, clock, log)
  const models = config.model ? askModels(ledger, boss, clock) : () => undefined
  const soon = (wait = QUIET): void => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      planning = planning.then(plan).then(fetchNow).then(simulations.look).then(models).catch(log)
    }, wait)
    timer.unref()
  }
  planning = prepared().catch(log)
  const deaf = ledger.store.listen(() => soon())
  soon()
  const texts = indexTexts(ledger, boss, log)

  return {
    async stop() {
      stopping = true
      clearTimeout(timer)
      await planning
      await simulations.stop()
      await texts.idle()
      await (await deaf)()
      const boss = await queue?.catch(() => null)
      await boss?.stop({ graceful: true, timeout: 30_000 })
    },
  }
}
