/** Where the kills happen: a folder, and a database on a server of its own. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { Server } from '../support/postgres-server.ts'
import type { Wanted } from './kills.ts'

export type Where = Pick<Wanted, 'first' | 'place' | 'killBackend'>

export async function inFolder<T>(run: (where: Where) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'koersvast-kills-'))
  try {
    return await run({ first: { folder }, place: { folder } })
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function asked<T extends object>(url: string, sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query<T>(sql)).rows
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** Who holds an advisory lock holds the head of a workspace: it is between BEGIN and COMMIT of a write. */
const holders = `select a.pid from pg_stat_activity a join pg_locks l on l.pid = a.pid
  where l.locktype = 'advisory' and l.granted and a.datname = current_database() and a.application_name = 'koersvast'`

/** On a server that this machine runs for this test alone: killing one backend makes all of it recover from its log. */
export async function onServer<T>(server: Server, run: (where: Where) => Promise<T>): Promise<T> {
  const ownerUrl = server.url
  const login = new URL(ownerUrl)
  login.username = 'kv_kills'
  await asked(ownerUrl, 'create role kv_kills login')
  const killBackend = async () => {
    for (let tries = 0; tries < 400; tries++) {
      const [found] = await asked<{ pid: number }>(ownerUrl, holders)
      if (!found) continue
      process.kill(found.pid, 'SIGKILL')
      return true
    }
    return false
  }
  return run({ first: { url: login.href, ownerUrl }, place: { url: login.href }, killBackend })
}
