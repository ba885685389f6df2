import { AsyncLocalStorage } from 'node:async_hooks'
import { refused } from '../../kernel/refusal.ts'
import type { Accounts, Desk, Store } from './contract.ts'
import { internalReadsOf, labelsOf, readsOf } from './reads.ts'
import { selfTest } from './selftest.ts'
import type { Engine, Opening, Session } from './session.ts'
import * as accounts from './statements/accounts.ts'
import { type Context, enter, lockHead, lockText } from './statements/context.ts'
import * as desk from './statements/desk.ts'
import { indexingOf, writesOf } from './writes.ts'

/** Carries a refusal out of a transaction that must not be kept. */
class TakenBack extends Error {
  readonly result: unknown
  constructor(result: unknown) {
    super('taken back')
    this.result = result
  }
}

type Open = <T>(opening: Opening, context: Context, run: (session: Session) => Promise<T>) => Promise<T>

/** The contract over either engine. */
export function storeOn(engine: Engine): Store {
  const inside = new AsyncLocalStorage<true>()
  // A transaction within a transaction would wait for itself on one connection, and starve a pool: a mistake of the caller, told at once.
  const open: Open = (opening, context, run) => {
    if (inside.getStore()) throw new Error('a transaction is open already: use what it hands in')
    return inside.run(true, () =>
      engine.transaction(opening, async session => {
        await enter(session, context)
        return run(session)
      }),
    )
  }
  const app = <T>(mode: Opening['mode'], context: Context, run: (session: Session) => Promise<T>) =>
    open({ mode, role: 'kv_app' }, context, run)
  const lanes = new Lanes()

  return {
    engine: engine.name,
    read: (scope, run) =>
      open(
        { mode: 'read', role: scope.clearance === 'public' ? 'kv_public' : 'kv_app' },
        { workspace: scope.workspace, labels: labelsOf(scope.clearance) },
        session => run(readsOf(session, scope)),
      ),
    readInternal: (workspace, run) =>
      app('read', { workspace, labels: labelsOf('internal') }, session => run(internalReadsOf(session, workspace))),
    write: (workspace, run) =>
      lanes.inTurn(workspace, () =>
        app('write', { workspace, labels: labelsOf('internal') }, async session => {
          await lockHead(session, workspace)
          const result = await run(writesOf(session, workspace))
          if (refused(result)) throw new TakenBack(result)
          return result
        }).catch((error: unknown) => {
          if (error instanceof TakenBack) return error.result as never
          throw error
        }),
      ),
    index: (workspace, hash, run) =>
      app('write', { workspace, labels: labelsOf('internal') }, async session => {
        await lockText(session, workspace, hash)
        return run(indexingOf(session, workspace))
      }),
    desk: workspace => deskOn(app, workspace),
    accounts: accountsOn(app),
    workspaces: () => app('read', { workspace: '*' }, desk.workspaceNames),
    addWorkspace: name => app('write', { workspace: name }, session => desk.addWorkspace(session, name)),
    listen: told => listenOn(engine, app, (workspace, seq) => inside.exit(told, workspace, seq)),
    alone: (name, run) => engine.alone(name, run),
    queue: how => engine.queue(how),
    selfTest: () => selfTest(engine),
    close: () => engine.close(),
  }
}

/** One writer at a time per workspace waits for the head lock; the others wait here and hold no connection. */
class Lanes {
  readonly #last = new Map<string, Promise<unknown>>()

  inTurn<T>(workspace: string, run: () => Promise<T>): Promise<T> {
    const turn = (this.#last.get(workspace) ?? Promise.resolve()).then(run, run)
    this.#last.set(workspace, turn)
    const leave = () => {
      if (this.#last.get(workspace) === turn) this.#last.delete(workspace)
    }
    turn.then(leave, leave)
    return turn
  }
}

type App = <T>(mode: Opening['mode'], context: Context, run: (session: Session) => Promise<T>) => Promise<T>

function deskOn(app: App, workspace: string): Desk {
  return {
    draft: (person, key) => app('read', { workspace, person }, session => desk.draftOf(session, workspace, person, key)),
    drafts: (person, prefix) => app('read', { workspace, person }, session => desk.draftsOf(session, workspace, person, prefix)),
    keepDraft: (person, key, value) =>
      app('write', { workspace, person }, session =>
        value === null ? desk.dropDraft(session, workspace, person, key) : desk.keepDraft(session, workspace, person, key, value),
      ),
  }
}

function accountsOn(app: App): Accounts {
  return {
    addLink: row => app('write', { workspace: row.workspace }, session => accounts.addLink(session, row)),
    takeLink: (hash, now) => app('write', { hash }, session => accounts.takeLink(session, hash, now)),
    addSession: row => app('write', { workspace: row.workspace }, session => accounts.addSession(session, row)),
    session: hash => app('read', { hash }, session => accounts.sessionOf(session, hash)),
    touchSession: (hash, seen) => app('write', { hash }, session => accounts.touchSession(session, hash, seen)),
    endSession: hash => app('write', { hash }, session => accounts.endSession(session, hash)),
    endSessionsOf: (workspace, person) => app('write', { workspace }, session => accounts.endSessionsOf(session, workspace, person)),
  }
}

/** After a gap in what was heard, every workspace is told of its head as it is now. */
function listenOn(engine: Engine, app: App, told: (workspace: string, seq: number) => void): Promise<() => Promise<void>> {
  const catchUp = async () => {
    for (const workspace of await app('read', { workspace: '*' }, desk.workspaceNames)) {
      const head = await app('read', { workspace, labels: labelsOf('internal') }, session =>
        readsOf(session, { workspace, clearance: 'internal' }).head(),
      )
      told(workspace, head.seq)
    }
  }
  return engine.listen(payload => {
    const [workspace, seq] = JSON.parse(payload) as [string, number]
    told(workspace, seq)
  }, catchUp)
}
