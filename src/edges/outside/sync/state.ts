import type { Desk } from '../../../ledger/store/contract.ts'
import { type FeedState, OWNER, PREFIX, stateFrom } from '../../../rooms/sources/feeds/state.ts'

export const stateOf = async (desk: Desk, feed: string): Promise<FeedState> => stateFrom(await desk.draft(OWNER, `${PREFIX}${feed}`))

export const keepState = (desk: Desk, feed: string, state: FeedState): Promise<void> =>
  desk.keepDraft(OWNER, `${PREFIX}${feed}`, JSON.stringify(state))

/** Of all feeds, by id. */
export async function statesOf(desk: Desk): Promise<Readonly<Record<string, FeedState>>> {
  const all = await desk.drafts(OWNER, PREFIX)
  return Object.fromEntries(all.map(({ key, value }) => [key.slice(PREFIX.length), stateFrom(value)]))
}
