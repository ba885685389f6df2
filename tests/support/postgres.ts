// A database per test file, on the server that the test run started (or that TEST_DATABASE_URL names).
import { randomBytes } from 'node:crypto'
import { after } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'

export interface FreshDatabase {
  /** Address as the owner of the database, a superuser: roles and policies are the test's to make. */
  readonly url: string
  /** Removes it, and fails when connections to it are still open: whoever opened one closes it. */
  drop(): Promise<void>
}

/** A filled database to copy from: `fill` runs once per test run, each further database is a copy (about 0.15 s). It closes what it opens. */
export interface Template {
  readonly name: string
  fill(url: string): Promise<void>
}

function serverUrl(): string {
  const url = process.env.TEST_DATABASE_URL
  if (!url) throw new Error('No PostgreSQL server for this test: run it by `npm test -- <part of its path>`, or give TEST_DATABASE_URL.')
  return url
}

function addressOf(name: string): string {
  const url = new URL(serverUrl())
  url.pathname = `/${name}`
  return url.href
}

async function admin<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: serverUrl() })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

const unique = (purpose: string) => `kv_${purpose.replace(/\W/g, '_').toLowerCase().slice(0, 30)}_${randomBytes(6).toString('hex')}`
const create = (name: string, from = 'template0') => admin(client => client.query(`create database ${name} template ${from}`))
const remove = (name: string) => admin(client => client.query(`drop database if exists ${name} with (force)`))

const templates = new Map<string, Promise<string>>()

async function makeTemplate({ name, fill }: Template): Promise<string> {
  const database = unique(`template_${name}`)
  await create(database)
  try {
    await fill(addressOf(database))
    await untilUnused(database)
    return database
  } catch (error) {
    await remove(database)
    throw error
  }
}

function templateFor(template: Template): Promise<string> {
  const kept = templates.get(template.name) ?? makeTemplate(template)
  templates.set(template.name, kept)
  return kept
}

/** A connection that was ended lives on in the server for some milliseconds, on a busy machine longer; one that stays for seconds was forgotten. */
async function untilUnused(name: string): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    const { rows } = await admin(client =>
      client.query<{ application_name: string; query: string }>(
        `select application_name, query from pg_stat_activity where datname = $1 and backend_type = 'client backend'`,
        [name],
      ),
    )
    if (rows.length === 0) return
    if (tries === 120) throw new Error(`${rows.length} connection(s) to the test database are still open; last query: ${rows[0]?.query}`)
    await wait(25)
  }
}

/** An empty database, or a copy of the template. Drop it in an `after` hook. */
export async function freshDatabase(template?: Template): Promise<FreshDatabase> {
  const name = unique('test')
  await create(name, template && (await templateFor(template)))
  const drop = async () => {
    try {
      await untilUnused(name)
    } finally {
      await remove(name)
    }
  }
  return { url: addressOf(name), drop }
}

// On a server of somebody's own, templates must not stay behind.
after(async () => {
  for (const made of await Promise.allSettled(templates.values())) if (made.status === 'fulfilled') await remove(made.value)
})
