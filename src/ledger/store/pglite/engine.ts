import { PGlite, type PGliteOptions, type Transaction } from '@electric-sql/pglite'
import { faultOf } from '../fault.ts'
import { queueIn } from '../queue/pglite.ts'
import { type Cell, type Engine, guarded, type Opening, opened, type Row, type Session, type Value } from '../session.ts'

const asText = (value: string) => value
/** The types that come as something else than text; statements ask for no others. */
const parsers = Object.fromEntries([16, 20, 21, 23, 26, 1082, 1114, 1184, 1009].map(oid => [oid, asText]))

/** PostgreSQL in this process, on a folder or in memory. One connection: its transactions stand in a queue of its own. */
export async function openPglite(options: PGliteOptions): Promise<PGlite> {
  const database = new PGlite({ ...options, parsers })
  await database.waitReady
  return database
}

export function pgliteEngine(database: PGlite, closed: () => Promise<void> = async () => undefined): Engine {
  const held = new Set<string>()
  return {
    name: 'pglite',
    queue: how => queueIn(database, how),
    // One process holds the folder, so this process is all there is to ask.
    async alone(name, run) {
      if (held.has(name)) return undefined
      held.add(name)
      try {
        return await run()
      } finally {
        held.delete(name)
      }
    },
    transaction: (opening, run) => transaction(database, opening, run),
    async listen(told) {
      const stop = await database.listen('koersvast', told)
      return () => (database.closed ? Promise.resolve() : stop())
    },
    async close() {
      if (!database.closed) await database.close()
      await closed()
    },
  }
}

async function transaction<T>(database: PGlite, opening: Opening, run: (session: Session) => Promise<T>): Promise<T> {
  try {
    return await database.transaction(async tx => {
      await tx.exec(`set transaction ${opened[opening.mode]}; set local role ${opening.role}`)
      const { session, whole, failure } = guarded('pglite', (text, values) => ask(tx, text, values))
      const result = await run(session)
      if (!whole()) throw failure()
      return result
    })
  } catch (error) {
    throw faultOf(error)
  }
}

async function ask(tx: Transaction, text: string, values: readonly Value[]): Promise<readonly Row[]> {
  const { rows } = await tx.query<Cell[]>(text, [...values], { rowMode: 'array' })
  return rows
}
