import pg from 'pg'
import { refused } from '../../src/kernel/refusal.ts'
import { connect } from '../../src/ledger/store/connect.ts'
import type { Store } from '../../src/ledger/store/contract.ts'
import { startPostgres } from '../../tests/support/postgres-server.ts'

export interface Database {
  readonly store: Store
  readonly url: string
  /** SQL past every policy, for preparing and for what is measured beside. */
  readonly owner: pg.Client
}

/**
 * A PostgreSQL server of its own with the ledger's schema, reached by an ordinary login as in real use; gone afterwards.
 * @param fsync whether commits wait for the disk: on where writing is measured.
 */
export async function onPostgres<T>(run: (database: Database) => Promise<T>, fsync = false): Promise<T> {
  const server = await startPostgres({ fsync })
  const owner = new pg.Client({ connectionString: server.url })
  try {
    await owner.connect()
    await owner.query('create role kv_login login')
    const url = new URL(server.url)
    url.username = 'kv_login'
    const store = await connect({ url: url.href, ownerUrl: server.url })
    if (refused(store)) throw new Error(store.do.en)
    try {
      return await run({ store, url: url.href, owner })
    } finally {
      await store.close()
    }
  } finally {
    await owner.end().catch(() => undefined)
    await server.stop()
  }
}
