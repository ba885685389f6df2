/** A ledger on each engine, empty, for tests that must hold on both. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Viewer } from '../../src/access/viewer.ts'
import { declared } from '../../src/declared.ts'
import { day } from '../../src/kernel/day.ts'
import type { Id } from '../../src/kernel/id.ts'
import { refused } from '../../src/kernel/refusal.ts'
import type { Need } from '../../src/ledger/act.ts'
import { type Ledger, openLedger } from '../../src/ledger/read.ts'
import { etag } from '../../src/ledger/reading/etag.ts'
import { connect } from '../../src/ledger/store/connect.ts'
import type { Outcome } from '../../src/ledger/submit.ts'
import type { AnyKind } from '../../src/model/kind.ts'
import type { AnyCommand } from '../../src/rooms/room.ts'
import { freshDatabase } from './postgres.ts'
import { loginUrl } from './store/fresh.ts'

export const kinds = new Map<string, AnyKind>(declared.kinds.map(kind => [kind.name, kind as AnyKind]))
export const commands = new Map<string, AnyCommand>(declared.commands.map(command => [command.name, command as unknown as AnyCommand]))

export const coordinator: Viewer = {
  person: '019364f0-0000-7000-8000-00000000c0de' as Id<'person'>,
  by: 'coordinator',
  role: 'coordinator',
  organisation: null,
  clearance: 'internal',
}

export interface Opened {
  readonly ledger: Ledger
  close(): Promise<void>
}
export const engines: Readonly<Record<'pglite' | 'postgres', (fetch?: (need: Need<unknown>) => Promise<unknown>) => Promise<Opened>>> = {
  async pglite(fetch) {
    const folder = await mkdtemp(join(tmpdir(), 'koersvast-'))
    return open(await connect({ folder }), fetch, () => rm(folder, { recursive: true, force: true }))
  },
  async postgres(fetch) {
    const database = await freshDatabase()
    const url = await loginUrl(database.url)
    return open(await connect({ url, ownerUrl: database.url }), fetch, () => database.drop())
  },
}

async function open(
  store: Awaited<ReturnType<typeof connect>>,
  fetch: ((need: Need<unknown>) => Promise<unknown>) | undefined,
  after: () => Promise<void>,
): Promise<Opened> {
  if (refused(store)) throw new Error(`${store.code}: ${store.do.en}`)
  await store.addWorkspace('test')
  const ledger = await openLedger(store, { kinds, commands, ...(fetch && { fetch }) })
  return {
    ledger,
    async close() {
      await ledger.close()
      await after()
    },
  }
}

let keys = 0
/** One act as the coordinator (or another), with the versions that hold now sent along. */
export async function act(
  ledger: Ledger,
  command: string,
  input: Readonly<Record<string, unknown>>,
  as: { since?: string; today?: string; by?: Viewer; key?: string; reason?: string; at?: string } = {},
): Promise<Outcome> {
  const outcome = await attempt(ledger, command, input, as)
  if (refused(outcome))
    throw new Error(`${command} refused: ${outcome.code} ${outcome.where ?? ''} ${outcome.found ?? ''} ${outcome.do.en}`)
  return outcome
}

export async function attempt(
  ledger: Ledger,
  command: string,
  input: Readonly<Record<string, unknown>>,
  as: {
    since?: string
    today?: string
    by?: Viewer
    key?: string
    reason?: string
    at?: string
    expected?: Readonly<Record<string, string>>
  } = {},
) {
  const by = as.by ?? coordinator
  const today = day(as.today ?? '2025-06-01')
  const snapshot = await ledger.snapshot('test', by.clearance, { on: today })
  const expected = Object.fromEntries(
    Object.values(input).flatMap(value => {
      const thing = typeof value === 'string' ? (snapshot.find(value) ?? snapshot.coded(value)) : undefined
      return thing ? [[thing.id, etag(thing)]] : []
    }),
  )
  return ledger.submit('test', command, input, {
    by,
    at: as.at ?? new Date(Date.UTC(2025, 5, 1, 0, 0, ++keys)).toISOString(),
    today,
    since: day(as.since ?? today),
    expected: as.expected ?? expected,
    key: as.key ?? `key-${++keys}`,
    ...(as.reason && { reason: as.reason }),
  })
}
