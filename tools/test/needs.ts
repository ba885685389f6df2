// What tests need from the machine beside Node: a browser and the programs of a PostgreSQL server, from Debian where they are missing.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { chromiumPath } from '../../tests/support/chromium.ts'
import { serverPrograms } from '../../tests/support/postgres-server.ts'

export type Need = 'chromium' | 'postgresql'

export const missing = (needs: readonly Need[]): Need[] => needs.filter(need => !(need === 'chromium' ? chromiumPath() : serverPrograms()))

/** One line for a machine where we cannot install; undefined where we can. */
export function adviceFor(absent: readonly Need[], machine: { readonly root: boolean; readonly apt: boolean }): string | undefined {
  if (machine.root && machine.apt) return
  const how = machine.apt ? `run: sudo apt-get install --no-install-recommends ${absent.join(' ')}` : `install ${absent.join(' and ')}`
  const instead = absent.includes('postgresql') ? ', or give TEST_DATABASE_URL of a server that may be written to' : ''
  return `These tests need ${absent.join(' and ')}: ${how}${instead}.`
}

function apt(args: readonly string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  // apt's words go to stderr, so that stdout holds the tests alone.
  return (
    spawnSync('apt-get', ['-qq', '-o', 'Dpkg::Use-Pty=0', '-o', 'DPkg::Lock::Timeout=600', ...args], { env, stdio: ['ignore', 2, 2] })
      .status === 0
  )
}

/** Debian's package makes a cluster and starts it, unless this stands there before. A file that is there already is somebody's choice. */
function noCluster(): void {
  const file = '/etc/postgresql-common/createcluster.conf'
  if (existsSync(file)) return
  mkdirSync('/etc/postgresql-common', { recursive: true })
  writeFileSync(file, '# Written for the tests of Koersvast: programs only, no cluster and no server.\ncreate_main_cluster = false\n')
}

/** Installs what is missing. Returns a line that says what a person has to do, where it cannot. */
export async function provide(needs: readonly Need[]): Promise<string | undefined> {
  const absent = missing(needs)
  if (absent.length === 0) return
  const advice = adviceFor(absent, { root: process.getuid?.() === 0, apt: existsSync('/usr/bin/apt-get') })
  if (advice) return advice
  console.error(`Installing ${absent.join(' and ')} for the tests …`)
  if (absent.includes('postgresql')) noCluster()
  // Another apt on the machine holds the lists for a moment; waiting is all there is.
  for (let tries = 0; tries < 6; tries += 1) {
    if (tries > 0) await wait(10_000)
    apt(['update'])
    apt(['install', '-y', '--no-install-recommends', '-o', 'Dpkg::Options::=--force-confold', ...absent])
    if (missing(absent).length === 0) return
  }
  return `apt-get did not install ${missing(absent).join(' and ')}; its message stands above.`
}
