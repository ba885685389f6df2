/** A ledger on each engine, empty, for tests that must hold on both. */
import type { Viewer } from '../../src/access/viewer.ts'
import { declared } from '../../src/declared.ts'
import { day } from '../../src/kernel/day.ts'
import type { Id } from '../../src/kernel/id.ts'
import { refused } from '../../src/kernel/refusal.ts'
import type { Need } from '../../src/ledger/act.ts'
import { type Ledger, openLedger } from '../../src/ledger/read.ts'
import { etag } from '../../src/ledger/reading/etag.ts'
import type { Outcome } from '../../src/ledger/submit.ts'
import type { AnyKind } from '../../src/model/kind.ts'
import type { AnyCommand } from '../../src/rooms/room.ts'
import { type Fresh, freshPglite, freshPostgres } from './store/fresh.ts'

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
type Fetch = (need: Need<unknown>, workspace: string) => Promise<unknown>
export const engines: Readonly<Record<'pglite' | 'postgres', (fetch?: Fetch) => Promise<Opened>>> = {
  pglite: async fetch => open(await freshPglite(), fetch),
  postgres: async fetch => open(await freshPostgres(), fetch),
}

async function open({ store, drop }: Fresh, fetch: Fetch | undefined): Promise<Opened> {
  await store.addWorkspace('test')
  const ledger = await openLedger(store, { kinds, commands, ...(fetch && { fetch }) })
  return {
    ledger,
    async close() {
      await ledger.close()
      await drop()
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
