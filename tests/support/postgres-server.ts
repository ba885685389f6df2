import { execFileSync, spawn } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'

export interface Server {
  /** Address of its `postgres` database as owner (a superuser that needs no password; the server listens on 127.0.0.1 only). */
  readonly url: string
  /** Its temporary folder, gone after stop. */
  readonly folder: string
  stop(): Promise<void>
}

/** Folder of initdb and postgres (Debian keeps them out of PATH), the newest version there is; undefined where none is installed. */
export function serverPrograms(): string | undefined {
  const home = '/usr/lib/postgresql'
  const versions = existsSync(home) ? readdirSync(home).sort((a, b) => Number(b) - Number(a)) : []
  return versions.map(version => join(home, version, 'bin')).find(bin => existsSync(join(bin, 'postgres')))
}

/** PostgreSQL refuses to run as root: then it runs as the user that its package made. */
function runAs(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }))
  return { uid: id('-u'), gid: id('-g') }
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

async function untilReady(url: string, log: () => string, alive: () => boolean): Promise<void> {
  const deadline = Date.now() + 30_000
  for (;;) {
    const client = new pg.Client({ connectionString: url })
    try {
      await client.connect()
      return
    } catch (error) {
      if (!alive() || Date.now() > deadline) throw new Error(`The PostgreSQL server for tests did not start.\n${log()}`, { cause: error })
      await wait(50)
    } finally {
      await client.end().catch(() => undefined)
    }
  }
}

/**
 * A real PostgreSQL server in a temporary folder on a free port, without flushing to the disk unless asked.
 * It leaves nothing behind: a small shell holds it, and stops it and removes the folder when its stdin closes, which the kernel does
 * even where this process was killed.
 * @throws Error where the programs are missing, or with the server's log where it does not start within 30 s.
 */
export async function startPostgres({ fsync = false } = {}): Promise<Server> {
  const bin = serverPrograms()
  if (!bin) throw new Error('No PostgreSQL server is installed; on Debian: apt-get install postgresql')
  const user = runAs()
  // As root the folder's parents must be open to the other user, which a TMPDIR of root's own may not be.
  const folder = mkdtempSync(join(user ? '/tmp' : tmpdir(), 'koersvast-postgres-'))
  if (user) chownSync(folder, user.uid, user.gid)
  const cluster = join(folder, 'cluster')
  const options = { ...user, cwd: folder, env: { PATH: process.env.PATH, LC_ALL: 'C.UTF-8' } }
  execFileSync(
    join(bin, 'initdb'),
    ['-D', cluster, '-U', 'owner', '--auth=trust', '--locale=C.UTF-8', '--encoding=UTF8', '--no-sync', '--no-instructions'],
    { ...options, stdio: ['ignore', 'ignore', 'inherit'] },
  )
  const port = await freePort()
  const settings = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    fsync: fsync ? 'on' : 'off',
    max_connections: 200,
    timezone: 'UTC',
  }
  const log = join(folder, 'log')
  const keeper = 'log=$1; shift; "$@" >"$log" 2>&1 & p=$!; cat >/dev/null; kill -INT $p; wait $p; cd /; rm -rf "$(dirname "$log")"'
  const command = [join(bin, 'postgres'), '-D', cluster, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])]
  const shell = spawn('sh', ['-c', keeper, 'keeper', log, ...command], { ...options, detached: true, stdio: ['pipe', 'ignore', 'inherit'] })
  const ended = new Promise<void>(resolve => shell.once('close', () => resolve()))
  const stop = () => {
    shell.stdin.end()
    return ended
  }
  const url = `postgres://owner@127.0.0.1:${port}/postgres`
  const text = () => (existsSync(log) ? readFileSync(log, 'utf8').slice(-3000) : '')
  try {
    await untilReady(url, text, () => shell.exitCode === null)
  } catch (error) {
    await stop()
    throw error
  }
  return { url, folder, stop }
}
