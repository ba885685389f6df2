import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { PGlite } from '@electric-sql/pglite'
import { type Refusal, refused } from '../../../kernel/refusal.ts'
import { type Held, hold } from '../folder.ts'
import { migrate, type Owner } from '../migrations/migrate.ts'
import type { Engine } from '../session.ts'
import { openPglite, pgliteEngine } from './engine.ts'

/** The database of a folder, which this process then holds until it closes it; or why not. */
export async function openFolder(folder: string, took: (dead: Held['tookOver']) => void): Promise<Engine | Refusal> {
  const held = await hold(folder)
  if (refused(held)) return held
  try {
    if (held.tookOver) took(held.tookOver)
    const data = join(folder, 'database')
    await mkdir(data, { recursive: true })
    const database = await openPglite({ dataDir: data })
    const wrong = await upToDate(database)
    if (!wrong) return pgliteEngine(database, held.release)
    await database.close()
    await held.release()
    return wrong
  } catch (error) {
    await held.release()
    throw error
  }
}

export const ownerOf = (database: PGlite): Owner => ({
  exec: sql => database.exec(sql),
  rows: async (text, values = []) => (await database.query<unknown[]>(text, [...values], { rowMode: 'array' })).rows,
})

/** Brings the schema of a database in this process up to date. */
export async function upToDate(database: PGlite): Promise<Refusal | undefined> {
  const done = await migrate(ownerOf(database))
  return refused(done) ? done : undefined
}
