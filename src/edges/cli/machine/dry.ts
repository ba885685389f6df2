import { refused } from '../../../kernel/refusal.ts'
import type { Store } from '../../../ledger/store/contract.ts'

/** What an act came to, thrown so that the transaction that wrote it is rolled back. */
class Tried extends Error {
  readonly came: unknown

  constructor(came: unknown) {
    super('tried, not kept')
    this.came = came
  }
}

/** `--dry-run`: the same store, in which every act is decided, checked and written, and then rolled back instead of kept. */
export const dryStore = (store: Store): Store => ({
  engine: store.engine,
  accounts: store.accounts,
  read: (scope, run) => store.read(scope, run),
  readInternal: (workspace, run) => store.readInternal(workspace, run),
  async write(workspace, run) {
    try {
      return await store.write(workspace, async writes => {
        const came = await run(writes)
        if (refused(came)) return came
        throw new Tried(came)
      })
    } catch (error) {
      if (error instanceof Tried) return error.came as Awaited<ReturnType<typeof run>>
      throw error
    }
  },
  index: (workspace, hash, run) => store.index(workspace, hash, run),
  desk: workspace => store.desk(workspace),
  workspaces: () => store.workspaces(),
  addWorkspace: name => store.addWorkspace(name),
  listen: told => store.listen(told),
  alone: (name, run) => store.alone(name, run),
  queue: how => store.queue(how),
  selfTest: () => store.selfTest(),
  close: () => store.close(),
})
