import { system } from '../../../access/viewer.ts'
import { addDays, type Day } from '../../../kernel/day.ts'
import { type Refusal, refused } from '../../../kernel/refusal.ts'
import { etag } from '../../../ledger/reading/etag.ts'
import type { Thing } from '../../../model/snapshot.ts'
import type { FeedState, Run } from '../../../rooms/sources/feeds/state.ts'
import { alreadyRunning, byHand, unknownFeed } from '../refusals.ts'
import { reached, takePapers } from './papers.ts'
import { takePromises } from './promises.ts'
import { Round, type Work } from './round.ts'
import { takeFeed } from './signals.ts'
import { stateOf } from './state.ts'

/** So many days before where it was read a feed is asked again: an index may learn of a paper days after it was published. */
const OVERLAP = 7

export interface Synced {
  readonly run: Run
  readonly state: FeedState
  /** How far was read, before and after. */
  readonly readUntil: { readonly was: Day; readonly is: Day }
}

/**
 * Reads one feed from where it stood. What it brings are documents, and proposals that await a person. Only one run of a feed at a time,
 * on however many servers; a run that was cut off is gone on with. `readUntil` moves to where everything was taken, and never past a gap.
 * @param from another day to begin at; beyond where the feed was read that leaves a gap, and `readUntil` stays.
 */
export async function syncFeed(work: Work, code: string, from?: Day): Promise<Synced | Refusal> {
  const { ledger, workspace } = work
  const snapshot = await ledger.snapshot(workspace, 'internal', { on: work.today() })
  const thing = snapshot.coded(code)
  if (thing?.kind !== 'feed') return unknownFeed(code)
  const feed = thing as Thing<'feed'>
  if (!feed.body.takes) return byHand(feed.code)
  const done = await ledger.store.alone(`sync ${workspace} ${feed.id}`, () => run(work, feed, from))
  return done ?? alreadyRunning(feed.code)
}

async function run(work: Work, feed: Thing<'feed'>, from: Day | undefined): Promise<Synced | Refusal> {
  const { ledger, workspace } = work
  const kept = await stateOf(ledger.store.desk(workspace), feed.id)
  const was = feed.body.readUntil
  const round = new Round(work, feed, from ? { ...kept, since: null, skip: 0, begun: null } : kept)
  await round.keep()
  const first = from ?? addDays(was, 1 - OVERLAP)
  const refusal = await taken(round, first)
  const whole = !refusal && !work.stopped()
  const until = from && from > addDays(was, 1) ? null : reached(round, whole)
  await round.end(whole ? 'whole' : 'stopped', refusal ?? null)
  const is = until && until > was ? until : was
  const wrong = is > was ? await move(work, feed, is) : undefined
  if (refused(wrong)) return wrong
  return { run: round.run, state: round.state, readUntil: { was, is } }
}

function taken(round: Round, first: Day): Promise<Refusal | undefined> {
  const { takes, asks, address } = round.feed.body
  if (takes === 'papers') return takePapers(round, asks ?? '', first)
  return takes === 'signals' ? takeFeed(round, address ?? '') : takePromises(round, first)
}

/** [S3] What was read until a day is said as an act like any other. Somebody may have moved it meanwhile: then theirs stands. */
async function move({ ledger, workspace, now, today }: Work, { id, code }: Thing<'feed'>, until: Day): Promise<Refusal | undefined> {
  const feed = (await ledger.snapshot(workspace, 'internal', { on: today() })).get('feed', id)
  if (!feed || feed.body.readUntil >= until) return undefined
  const outcome = await ledger.submit(
    workspace,
    'feed.read',
    { of: code, readUntil: until },
    {
      by: system,
      at: now(),
      today: today(),
      since: until,
      expected: { [id]: etag(feed as never) },
      key: `sync ${code} until ${until}`,
    },
  )
  return refused(outcome) && outcome.code !== 'feed.backwards' ? outcome : undefined
}
