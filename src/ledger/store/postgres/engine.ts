import pg from 'pg'
import { faultOf, lost, notAllowed, outcomeUnknown, StoreFault, unreachable } from '../fault.ts'
import { queueOn } from '../queue/postgres.ts'
import { type Engine, guarded, type Opening, opened, type Row, type Session, type Value } from '../session.ts'
import { aloneOn } from './alone.ts'
import { listenOn } from './listener.ts'

/** Everything arrives as the text the server sent; statements ask for nothing else. */
const asText = { getTypeParser: () => (value: unknown) => value } as unknown as pg.CustomTypesConfig

export interface Server {
  readonly url: string
  /** Connections at most, 10 when not said. */
  readonly connections?: number
}

export function postgresEngine({ url, connections = 10 }: Server, ownerUrl?: string): Engine {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    application_name: 'koersvast',
  })
  // An idle connection that the server closed is replaced by the pool; the process must not fall over it.
  pool.on('error', () => undefined)
  return {
    name: 'postgres',
    transaction: (opening, run) => transaction(pool, opening, run),
    listen: (told, missed) => listenOn(url, told, missed),
    queue: how => queueOn(url, ownerUrl, how),
    alone: (name, run) => aloneOn(url, name, run),
    async close() {
      if (!pool.ending) await pool.end()
    },
  }
}

async function transaction<T>(pool: pg.Pool, opening: Opening, run: (session: Session) => Promise<T>): Promise<T> {
  const client = await pool.connect().catch(error => {
    throw lost(error) ? new StoreFault(unreachable, error) : faultOf(error)
  })
  const on = new Connection(client)
  try {
    await on.begin(opening)
    const { session, whole, failure } = guarded('postgres', on.ask)
    const result = await run(session)
    if (!whole()) throw failure()
    await on.commit()
    return result
  } catch (error) {
    await on.rollback()
    throw on.gone && !on.committing ? new StoreFault(unreachable, error) : faultOf(error, on.committing)
  } finally {
    on.giveBack()
  }
}

/** One borrowed connection for one transaction. */
class Connection {
  readonly #client: pg.PoolClient
  readonly #fell = (error: Error) => {
    this.gone = error
  }
  gone: Error | undefined
  committing = false
  #open = false

  constructor(client: pg.PoolClient) {
    this.#client = client
    client.on('error', this.#fell)
  }

  readonly ask = async (text: string, values: readonly Value[]): Promise<readonly Row[]> => {
    const query = {
      text,
      values: values.map(value => (value instanceof Uint8Array ? Buffer.from(value) : value)),
      rowMode: 'array' as const,
      types: asText,
    }
    return (await this.#client.query<Row & unknown[]>(query)).rows
  }

  async begin({ mode, role }: Opening): Promise<void> {
    this.#open = true
    await this.#client.query(`begin ${opened[mode]}; set local role ${role}`).catch(error => {
      throw error?.code === '42501' || error?.code === '22023' ? new StoreFault(notAllowed, error) : error
    })
  }

  async commit(): Promise<void> {
    this.committing = true
    const { command } = await this.#client.query('commit')
    this.#open = false
    if (command !== 'COMMIT') throw new StoreFault(outcomeUnknown)
    this.committing = false
  }

  /** A connection on which this fails is not used again. */
  async rollback(): Promise<void> {
    if (!this.#open || this.gone) return
    this.#open = false
    await this.#client.query('rollback').catch(this.#fell)
  }

  giveBack(): void {
    this.#client.off('error', this.#fell)
    this.#client.release(this.gone ?? this.#open)
  }
}
