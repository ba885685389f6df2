import pg from 'pg'
import { type Refusal, refused } from '../../../kernel/refusal.ts'
import { faultOf, lost, notAllowed, StoreFault, unreachable } from '../fault.ts'
import { migrate, migrations, missing, notTheOwner, type Owner, standing } from '../migrations/migrate.ts'
import type { Engine } from '../session.ts'
import { enter } from '../statements/context.ts'
import { postgresEngine, type Server } from './engine.ts'

export interface Servers extends Server {
  /** The owner of the database: makes and updates the schema, and is not used after that. */
  readonly ownerUrl?: string
}

/** The server with its schema up to date, or why not. */
export async function openPostgres({ ownerUrl, ...server }: Servers): Promise<Engine | Refusal> {
  try {
    const wrong = ownerUrl === undefined ? undefined : await prepare(ownerUrl, server.url)
    if (wrong) return wrong
  } catch (error) {
    const fault = lost(error) ? new StoreFault(unreachable, error) : faultOf(error)
    if (fault instanceof StoreFault) return { ...fault.refusal, where: 'DATABASE_OWNER_URL' }
    throw fault
  }
  const engine = postgresEngine(server, ownerUrl)
  const wrong = await schemaOf(engine)
  if (!wrong) return engine
  await engine.close()
  return wrong
}

async function schemaOf(engine: Engine): Promise<Refusal | undefined> {
  try {
    return await engine.transaction({ mode: 'read', role: 'kv_app' }, async session => {
      await enter(session, {})
      return standing(await session.rows('select number::text, hash from migration order by number'), migrations())
    })
  } catch (error) {
    if (!(error instanceof StoreFault)) throw error
    const { code } = (error.cause ?? {}) as { code?: string }
    // Neither the role nor the table is there: nobody made the schema yet.
    return code === '22023' || code === '42P01' ? missing : error.refusal
  }
}

export const ownerOf = (client: pg.Client): Owner => ({
  exec: sql => client.query(sql),
  rows: async (text, values = []) => (await client.query<unknown[]>({ text, values: [...values], rowMode: 'array' })).rows,
})

async function connected<T>(url: string, run: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000, application_name: 'koersvast owner' })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return await run(client)
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** Migrates as the owner, and lets the application's login become the two roles. */
async function prepare(ownerUrl: string, url: string): Promise<Refusal | undefined> {
  return connected(ownerUrl, async client => {
    const owner = ownerOf(client)
    let done: number[] | Refusal
    try {
      done = await migrate(owner)
    } catch (error) {
      if ((error as { code?: string }).code === '42501') return notTheOwner
      throw error
    }
    if (refused(done)) return done
    const login = await connected(
      url,
      async app => (await app.query<{ name: string }>('select session_user::text as name')).rows[0]?.name ?? '',
    )
    return admit(owner, login)
  })
}

const TRIES = 5

/** Grants the roles to a login that cannot become them yet. Two databases of one server may do this at once: then it is tried again. */
async function admit(owner: Owner, login: string): Promise<Refusal | undefined> {
  for (let tries = 1; ; tries += 1) {
    try {
      const [row] = await owner.rows(
        `select format('grant kv_app, kv_public to %I', $1::text),
          (pg_has_role($1::name, 'kv_app', 'member') and pg_has_role($1::name, 'kv_public', 'member'))::text`,
        [login],
      )
      if (row?.[1] !== 'true') await owner.exec(String(row?.[0]))
      return undefined
    } catch (error) {
      const { code } = error as { code?: string }
      if (code === '42501') return { ...notAllowed, found: login }
      // Somebody else granted it in the same moment: XX000 where the row was changed meanwhile, 23505 where it was put in.
      if ((code !== 'XX000' && code !== '23505') || tries === TRIES) throw error
    }
  }
}
