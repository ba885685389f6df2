import pg from 'pg'
import type { Refusal } from '../../../kernel/refusal.ts'
import { faultOf, lost, notAllowed, StoreFault, unreachable } from '../fault.ts'
import { type How, noQueue, type Queue, SCHEMA, settings } from './queue.ts'

/** Who the queue's connections are: it reaches the queue's own tables and nothing of the ledger. */
const ROLE = 'kv_jobs'
const admitting = `
do $$
begin
  if not exists (select from pg_roles where rolname = '${ROLE}') then
    create role ${ROLE} nologin nosuperuser nobypassrls;
  end if;
exception when duplicate_object or unique_violation then null;
end $$;
grant usage on schema ${SCHEMA} to ${ROLE};
grant select, insert, update, delete on all tables in schema ${SCHEMA} to ${ROLE};
grant usage on all sequences in schema ${SCHEMA} to ${ROLE};
grant execute on all functions in schema ${SCHEMA} to ${ROLE};`

/** The job queue on a server, begun: its schema is made by the owner, where one was given, and used by a role of its own. */
export async function queueOn(url: string, ownerUrl: string | undefined, how: How): Promise<Queue | Refusal> {
  const wrong = ownerUrl === undefined ? undefined : await prepare(ownerUrl, url)
  if (wrong) return wrong
  const { PgBoss } = await import('pg-boss')
  const queue = new PgBoss({
    ...settings(how),
    connectionString: url,
    options: `-c role=${ROLE}`,
    application_name: 'koersvast jobs',
    max: 3,
    migrate: false,
    createSchema: false,
  })
  queue.on('error', how.troubled)
  try {
    return await queue.start()
  } catch (error) {
    await queue.stop({ graceful: false }).catch(() => undefined)
    if (lost(error)) throw new StoreFault(unreachable, error)
    // Neither the role, nor the schema, nor its version is as this program needs them.
    return { ...noQueue, found: (error as Error).message.slice(0, 160) }
  }
}

async function prepare(ownerUrl: string, url: string): Promise<Refusal | undefined> {
  const { PgBoss } = await import('pg-boss')
  const maker = new PgBoss({ ...settings({ works: false, troubled: () => undefined }), connectionString: ownerUrl, max: 1 })
  try {
    maker.on('error', () => undefined)
    await maker.start()
    await maker.stop({ graceful: false })
    const login = await on(url, async client => (await client.query<{ name: string }>('select session_user::text as name')).rows[0]?.name)
    await on(ownerUrl, async client => {
      await client.query(admitting)
      await client.query(`grant ${ROLE} to ${client.escapeIdentifier(login ?? '')}`)
    })
    return undefined
  } catch (error) {
    if ((error as { code?: string }).code === '42501') return { ...notAllowed, where: 'DATABASE_OWNER_URL' }
    throw lost(error) ? new StoreFault(unreachable, error) : faultOf(error)
  }
}

async function on<T>(url: string, run: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000, application_name: 'koersvast jobs' })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return await run(client)
  } finally {
    await client.end().catch(() => undefined)
  }
}
