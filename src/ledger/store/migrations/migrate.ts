import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import { w } from '../../../kernel/words.ts'

export interface Migration {
  readonly number: number
  readonly name: string
  readonly sql: string
  readonly hash: string
}

/** The connection of the owner: several statements at once, or one with values. Each call is answered before the next. */
export interface Owner {
  exec(sql: string): Promise<unknown>
  rows(sql: string, values?: readonly (string | number)[]): Promise<readonly (readonly unknown[])[]>
}

/** `0001-ledger.sql`, `0002-…`: in order, without a gap. */
export function migrations(folder = import.meta.dirname): Migration[] {
  return readdirSync(folder)
    .filter(file => file.endsWith('.sql'))
    .sort()
    .map((file, i) => {
      if (Number(file.slice(0, 4)) !== i + 1) throw new Error(`migration ${file} should be number ${i + 1}`)
      const sql = readFileSync(join(folder, file), 'utf8')
      return { number: i + 1, name: file.slice(5, -4), sql, hash: createHash('sha256').update(sql).digest('hex') }
    })
}

const LOCK = `select pg_advisory_xact_lock(hashtextextended('koersvast migration', 0))::text`
const FIRST = `create schema if not exists koersvast; set local search_path = koersvast, pg_catalog;
  create table if not exists migration (number integer primary key, name text not null, hash text not null, at timestamptz(3) not null default now())`

/**
 * Brings the schema up to date, forward only. Each migration is a transaction of its own that waits for the others' and puts its own row in first:
 * of twenty servers that start at once one does the work, and one that is killed halfway leaves nothing of it.
 * @returns the numbers that this call applied, or a refusal.
 */
export async function migrate(owner: Owner, all: readonly Migration[] = migrations()): Promise<number[] | Refusal> {
  const applied: number[] = []
  for (const migration of all) {
    await owner.exec('begin')
    try {
      await owner.rows(LOCK)
      await owner.exec(FIRST)
      const row = await owner.rows(
        'insert into migration (number, name, hash) values ($1, $2, $3) on conflict do nothing returning number::text',
        [migration.number, migration.name, migration.hash],
      )
      if (row.length > 0) {
        await owner.exec(migration.sql)
        applied.push(migration.number)
      }
      await owner.exec('commit')
    } catch (error) {
      await owner.exec('rollback').catch(() => undefined)
      throw error
    }
  }
  return standing(await owner.rows('select number::text, hash from koersvast.migration order by number'), all) ?? applied
}

/** The schema is not there, or behind this program, and nobody said who may make it. */
export const missing = refuse(
  'store.schema-old',
  w(
    'Zet DATABASE_OWNER_URL, met de eigenaar van de database, en start opnieuw: dan wordt het schema gemaakt of bijgewerkt.',
    'Set DATABASE_OWNER_URL, with the owner of the database, and start again: the schema is then made or brought up to date.',
  ),
  { fault: 'unavailable', where: 'DATABASE_OWNER_URL' },
)

/** How the migrations of a database stand to those of this program: undefined when they are the same. */
export function standing(rows: readonly (readonly unknown[])[], all: readonly Migration[]): Refusal | undefined {
  const there = new Map(rows.map(([number, hash]) => [Number(number), String(hash)]))
  const newest = Math.max(0, ...there.keys())
  if (newest > all.length)
    return refuse(
      'store.schema-newer',
      w(
        'Installeer de nieuwste Koersvast: deze database is al verder bijgewerkt.',
        'Install the newest Koersvast: this database has been brought further.',
      ),
      { fault: 'unavailable', found: String(newest), wanted: String(all.length) },
    )
  const other = all.find(({ number, hash }) => there.has(number) && there.get(number) !== hash)
  if (other)
    return refuse(
      'store.schema-other',
      w(
        'Gebruik een uitgave van Koersvast: het schema van deze database is met andere bestanden gemaakt.',
        'Use a released Koersvast: the schema of this database was made with other files.',
      ),
      { fault: 'unavailable', found: `${other.number} ${other.name}` },
    )
  return all.some(({ number }) => !there.has(number)) ? missing : undefined
}

/** An owner who may not make a schema or roles. */
export const notTheOwner = refuse(
  'store.owner-rights',
  w(
    'Geef de gebruiker van DATABASE_OWNER_URL het recht om schema’s en rollen te maken, of laat de beheerder eerst kv_app en kv_public maken.',
    'Give the user of DATABASE_OWNER_URL the right to create schemas and roles, or have the administrator create kv_app and kv_public first.',
  ),
  { fault: 'unavailable', where: 'DATABASE_OWNER_URL' },
)
