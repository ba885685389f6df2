import type { Ledger } from '../../ledger/read.ts'
import { cronOf } from '../../rooms/sources/feeds/rhythm.ts'
import { type Config, dayIn, now } from '../config.ts'
import { stateOf } from '../outside/sync/state.ts'

/** A feed that is read by itself. Feeds are named by code: that is what a run is told, and what a log shows. */
export interface Planned {
  readonly workspace: string
  readonly feed: string
}
interface Scheduled extends Planned {
  /** Of the schedule: the same on every server. */
  readonly key: string
  readonly cron: string
}

/** Every feed that somebody asked to fetch now, and of which no run began since. */
export async function wantedNow(ledger: Ledger, config: Config): Promise<readonly (Planned & { readonly key: string })[]> {
  const out: (Planned & { readonly key: string })[] = []
  for (const workspace of await ledger.store.workspaces()) {
    const snapshot = await ledger.snapshot(workspace, 'internal', { on: dayIn(config.zone, now()) })
    for (const { id, code, body } of snapshot.all('feed'))
      if (body.takes && body.wanted && body.wanted > (await stateOf(ledger.store.desk(workspace), id)).answered)
        out.push({ key: `${workspace}/${id}`, workspace, feed: code })
  }
  return out
}

/** Every feed of every workspace that says what is fetched and how often, in order of key. */
export async function planned(ledger: Ledger, config: Config): Promise<readonly Scheduled[]> {
  const out: Scheduled[] = []
  for (const workspace of await ledger.store.workspaces()) {
    const snapshot = await ledger.snapshot(workspace, 'internal', { on: dayIn(config.zone, now()) })
    for (const { id, code, body } of snapshot.all('feed'))
      if (body.takes && body.every) out.push({ key: `${workspace}/${id}`, cron: cronOf(body.every, id), workspace, feed: code })
  }
  return out.sort((a, b) => (a.key < b.key ? -1 : 1))
}
