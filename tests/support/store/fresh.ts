/** Stores for tests, on either engine. Test support: no file of the product imports it. */
import pg from 'pg'
import { refused } from '../../../src/kernel/refusal.ts'
import { connect } from '../../../src/ledger/store/connect.ts'
import type { Store } from '../../../src/ledger/store/contract.ts'
import { openPglite, pgliteEngine } from '../../../src/ledger/store/pglite/engine.ts'
import { upToDate } from '../../../src/ledger/store/pglite/open.ts'
import { postgresEngine } from '../../../src/ledger/store/postgres/engine.ts'
import type { Engine, Role, Row, Value } from '../../../src/ledger/store/session.ts'
import { type Context, enter } from '../../../src/ledger/store/statements/context.ts'
import { storeOn } from '../../../src/ledger/store/store.ts'
import { freshDatabase, type Template } from '../postgres.ts'

export interface Fresh {
  readonly store: Store
  /** SQL as the owner, past every policy: for tests that tamper. */
  owner(sql: string, values?: readonly unknown[]): Promise<readonly Record<string, unknown>[]>
  /** One statement as the application's role under some context: what a forgotten WHERE, or a slip, would do. */
  as(role: Role, context: Context, sql: string, values?: readonly Value[]): Promise<readonly Row[]>
  /** Another store on the same database, as another server has it. On PGlite it is the same one. */
  again(): Promise<Store>
  /** Of a server; '' on PGlite. */
  readonly url: string
  readonly ownerUrl: string
  drop(): Promise<void>
}

const asOn =
  (engine: Engine): Fresh['as'] =>
  (role, context, sql, values = []) =>
    engine.transaction({ mode: 'write', role }, async session => {
      await enter(session, context)
      return session.rows(sql, values)
    })

const LOGIN = 'kv_login'

export async function asOwner<T>(url: string, run: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined) // a test may end it from outside
  await client.connect()
  try {
    return await run(client)
  } finally {
    await client.end()
  }
}

/** The address of the same database for an ordinary login, which is made where it is not there yet. */
export async function loginUrl(ownerUrl: string, login = LOGIN, rights = ''): Promise<string> {
  await asOwner(ownerUrl, async client => {
    const { rowCount } = await client.query('select from pg_roles where rolname = $1', [login])
    if (rowCount === 0) await client.query(`create role ${login} login ${rights}`).catch(() => undefined)
  })
  const url = new URL(ownerUrl)
  url.username = login
  return url.href
}

async function connected(url: string, ownerUrl?: string): Promise<Store> {
  const store = await connect({ url, ...(ownerUrl && { ownerUrl }) })
  if (refused(store)) throw new Error(`${store.code}: ${store.do.en}`)
  return store
}

const migrated: Template = {
  name: 'ledger',
  fill: async ownerUrl => (await connected(await loginUrl(ownerUrl), ownerUrl)).close(),
}

/** A database of its own on the server of the test run, with the schema, reached by an ordinary login. */
export async function freshPostgres(): Promise<Fresh> {
  const { url: ownerUrl, drop } = await freshDatabase(migrated)
  const url = await loginUrl(ownerUrl)
  const stores = [await connected(url, ownerUrl)]
  const engine = postgresEngine({ url, connections: 2 })
  return {
    store: stores[0] as Store,
    as: asOn(engine),
    owner: (sql, values = []) => asOwner(ownerUrl, async client => (await client.query(sql, [...values])).rows),
    async again() {
      const store = await connected(url)
      stores.push(store)
      return store
    },
    url,
    ownerUrl,
    async drop() {
      await Promise.all([engine.close(), ...stores.map(store => store.close())])
      await drop()
    },
  }
}

let dump: Promise<Blob> | undefined
/** Made once per process: a copy opens in a third of a second. */
async function dumped(): Promise<Blob> {
  const database = await openPglite({})
  const wrong = await upToDate(database)
  if (wrong) throw new Error(wrong.do.en)
  const blob = await database.dumpDataDir('none')
  await database.close()
  return blob
}

/** A database in memory, with the schema. */
export async function freshPglite(): Promise<Fresh> {
  dump ??= dumped()
  const database = await openPglite({ loadDataDir: await dump })
  const engine = pgliteEngine(database)
  const store = storeOn(engine)
  return {
    store,
    as: asOn(engine),
    owner: async (sql, values = []) => {
      await database.exec('reset role; set search_path = public; set session_replication_role = origin')
      if (values.length === 0) return (await database.exec(sql)).at(-1)?.rows ?? []
      return (await database.query<Record<string, unknown>>(sql, [...values])).rows
    },
    again: async () => store,
    url: '',
    ownerUrl: '',
    drop: () => store.close(),
  }
}

/** For tests that run unchanged on both. */
export const engines = [
  ['pglite', freshPglite],
  ['postgres', freshPostgres],
] as const
