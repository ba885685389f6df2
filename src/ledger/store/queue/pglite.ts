import { type PGlite, types } from '@electric-sql/pglite'
import { type How, type Queue, settings } from './queue.ts'

/**
 * The job queue in the database of this process, begun. Statements of the ledger ask for text; the queue expects values, so it has parsers of
 * its own. Its transactions stand in the same line as the ledger's.
 */
export async function queueIn(database: PGlite, how: How): Promise<Queue> {
  const { PgBoss, fromPglite } = await import('pg-boss')
  const options = { parsers: types.parsers }
  const db = fromPglite({
    query: (text, values = []) => database.query(text, values as unknown[], options) as never,
    exec: text => database.exec(text, options),
  })
  const queue = new PgBoss({ ...settings(how), db, backend: 'pglite' })
  queue.on('error', how.troubled)
  return queue.start()
}
