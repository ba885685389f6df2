import pg from 'pg'
import { faultOf, lost, StoreFault, unreachable } from '../fault.ts'

/**
 * A name held on the whole database, by a connection of its own: it is free again when that connection ends, also when the process was
 * killed. @returns what `run` gives; undefined, without running it, when another holds the name.
 */
export async function aloneOn<T>(url: string, name: string, run: () => Promise<T>): Promise<T | undefined> {
  const client = new pg.Client({
    connectionString: url,
    keepAlive: true,
    connectionTimeoutMillis: 10_000,
    application_name: 'koersvast alone',
  })
  client.on('error', () => undefined)
  try {
    await client.connect()
    const { rows } = await client.query<{ got: boolean }>('select pg_try_advisory_lock(hashtextextended($1, 0)) as got', [
      `koersvast ${name}`,
    ])
    if (!rows[0]?.got) {
      await client.end()
      return undefined
    }
  } catch (error) {
    await client.end().catch(() => undefined)
    throw lost(error) ? new StoreFault(unreachable, error) : faultOf(error)
  }
  try {
    return await run()
  } finally {
    await client.end().catch(() => undefined)
  }
}
