/**
 * The process that is killed: the real ledger on a folder or a server, asked over a pipe, one JSON line a request.
 * Before it begins, commits and ends a transaction it says so with a write that is done when the call returns: so the one outside knows
 * in which moment it was killed.
 */
import { writeFileSync, writeSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { system, type Viewer } from '../../src/access/viewer.ts'
import { declared } from '../../src/declared.ts'
import { day } from '../../src/kernel/day.ts'
import type { Id } from '../../src/kernel/id.ts'
import { refused } from '../../src/kernel/refusal.ts'
import { isBreak, verify } from '../../src/ledger/proof/verify.ts'
import { type Ledger, openLedger } from '../../src/ledger/read.ts'
import { etag } from '../../src/ledger/reading/etag.ts'
import { connect, type Place } from '../../src/ledger/store/connect.ts'
import type { Store } from '../../src/ledger/store/contract.ts'
import { StoreFault } from '../../src/ledger/store/fault.ts'
import type { AnyKind } from '../../src/model/kind.ts'
import type { AnyCommand } from '../../src/rooms/room.ts'
import { type Asked, DRAFT, PROPOSALS } from './outside/acts.ts'
import type { Dump } from './outside/judge.ts'

export type Request = { readonly n: number } & (
  | { readonly open: Place }
  | { readonly act: Asked }
  | { readonly dump: string; readonly clients: number }
  | { readonly stop: true }
)
export type Answer =
  | { readonly done: true }
  | { readonly act: string | null; readonly made: readonly string[]; readonly repeated: boolean }
  | { readonly refused: string }
  | { readonly fault: string }
export type Mark = 'begin' | 'commit' | 'end'

const WORKSPACE = 'test'
const kinds = new Map<string, AnyKind>(declared.kinds.map(kind => [kind.name, kind as AnyKind]))
const commands = new Map<string, AnyCommand>(declared.commands.map(command => [command.name, command as unknown as AnyCommand]))
const coordinator: Viewer = {
  person: '019364f0-0000-7000-8000-00000000c0de' as Id<'person'>,
  by: 'coordinator',
  role: 'coordinator',
  organisation: null,
  clearance: 'internal',
}
const say = (line: object) => writeSync(1, `${JSON.stringify(line)}\n`)
const mark = (mark: Mark) => say({ mark })

/** The store as it is, telling how far each write has come. */
const telling = (store: Store): Store => ({
  ...store,
  async write(workspace, run) {
    try {
      return await store.write(workspace, async tx => {
        mark('begin')
        const result = await run(tx)
        mark('commit')
        return result
      })
    } finally {
      mark('end')
    }
  },
})

/** What reading would find, so that one commit writes many records and two texts. */
const found = (text: string) => ({
  document: { date: '2025-02-01', language: 'nl' },
  sections: [],
  mentions: [],
  done: [],
  citations: [],
  requests: [],
  fulfilments: [],
  developments: [],
  commitments: Array.from({ length: PROPOSALS }, (_, i) => ({
    start: i,
    end: i + 10,
    quote: text.slice(i, i + 10),
    actor: 'de minister',
    addressee: null,
    object: '',
    due: null,
    strength: 'deliverable',
    reported: null,
    band: 'check',
    reasons: [],
  })),
})

let ledger: Ledger | undefined
async function open(place: Place): Promise<Answer> {
  const store = await connect(place)
  if (refused(store)) return { fault: store.code }
  await store.addWorkspace(WORKSPACE)
  ledger = await openLedger(telling(store), { kinds, commands, fetch: async ({ of }) => found((of as { text: string }).text) })
  return { done: true }
}

async function act(on: Ledger, { key, client, command, input, since }: Asked): Promise<Answer> {
  if (command === DRAFT) {
    await on.store.desk(WORKSPACE).keepDraft(`client ${client}`, DRAFT, String(input.value))
    return { act: null, made: [], repeated: false }
  }
  const today = day('2025-06-01')
  const by = command === 'person.invite' ? system : coordinator
  const of = typeof input.of === 'string' ? (await on.snapshot(WORKSPACE, 'internal', { on: today })).coded(input.of) : undefined
  const expected = of ? { [of.id]: etag(of) } : {}
  const envelope = { by, at: new Date().toISOString(), today, since: day(since), expected, key, reason: key }
  const outcome = await on.submit(WORKSPACE, command, input, envelope)
  if (refused(outcome)) return { refused: `${outcome.code} ${outcome.where ?? ''} ${outcome.found ?? ''}` }
  return { act: outcome.act, made: outcome.made.map(it => it.code), repeated: outcome.repeated }
}

async function dump(on: Ledger, file: string, clients: number): Promise<Answer> {
  const { store } = on
  const whole = await verify(store, WORKSPACE)
  const drafts = []
  for (let client = 0; client < clients; client++) drafts.push(await store.desk(WORKSPACE).draft(`client ${client}`, DRAFT))
  const rest = await store.readInternal(WORKSPACE, async reads => {
    const parts = await reads.written(Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER)
    const hashes = parts.filter(part => part.kind === 'document').flatMap(part => part.body.match(/(?<![0-9a-f])[0-9a-f]{64}/g) ?? [])
    const missingBlobs: string[] = []
    for (const hash of new Set(hashes)) if (!(await reads.blob(hash))) missingBlobs.push(hash)
    const commits = await reads.commits(1, Number.MAX_SAFE_INTEGER)
    return { commits, parts, missingBlobs, records: await reads.records(), personal: await reads.personal() }
  })
  const all: Dump = { ...rest, drafts, verified: isBreak(whole) ? `${whole.broken}: ${whole.what.en}` : whole }
  writeFileSync(file, JSON.stringify(all))
  return { done: true }
}

async function answer(request: Request): Promise<Answer> {
  try {
    if ('open' in request) return await open(request.open)
    if (!ledger) return { fault: 'not open' }
    if ('act' in request) return await act(ledger, request.act)
    if ('dump' in request) return await dump(ledger, request.dump, request.clients)
    await ledger.close()
    return { done: true }
  } catch (error) {
    return {
      fault: error instanceof StoreFault ? error.refusal.code : error instanceof Error ? (error.stack ?? error.message) : String(error),
    }
  }
}

const lines = createInterface({ input: process.stdin })
lines.on('line', line => {
  const request = JSON.parse(line) as Request
  void answer(request).then(said => {
    say({ n: request.n, answer: said })
    if ('stop' in request) lines.close()
  })
})
// Whoever asks is gone: nobody is to be left behind.
lines.on('close', () => process.exit(0))
