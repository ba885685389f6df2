import { type Refusal, refused } from '../../../kernel/refusal.ts'
import { feedApart } from '../../files/signals/apart.ts'
import { answered } from '../refusals.ts'
import type { Round } from './round.ts'

/** What a website reports now, as signals. There is no going back in it: what fell off its list before it was asked is not to be had. */
export async function takeFeed(round: Round, address: string): Promise<Refusal | undefined> {
  const answer = await round.work.world.ask(address, { bytes: 5 * 1024 * 1024, time: 30_000 })
  if (refused(answer)) return answer
  if (answer.status !== 200) return answered(answer.status, address)
  const items = await feedApart(answer.bytes, round.work.scan)
  if (refused(items)) return items
  // Every time is an act of its own; what came before is known by its mark.
  const made = await round.act(
    'signal.take',
    { channel: 'feed', feed: round.feed.code, items: items as never },
    `${round.feed.code} ${round.work.now()}`,
    null,
  )
  if (refused(made)) return made
  const taken = made?.signal ?? 0
  round.count({ documents: taken, known: items.length - taken })
  return undefined
}
