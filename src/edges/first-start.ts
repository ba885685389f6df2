import { randomUUID } from 'node:crypto'
import { system } from '../access/viewer.ts'
import { type Refusal, refused } from '../kernel/refusal.ts'
import type { Ledger } from '../ledger/read.ts'
import { parsePack } from '../rooms/ground/pack.ts'
import { type Config, dayIn, now } from './config.ts'
import { packFiles } from './files/pack.ts'

/** Who can sign in after a first start: one who works with the strategy, one who lets people in. */
const firstPeople = [
  { name: 'Coördinator', role: 'coordinator' },
  { name: 'Beheerder', role: 'administrator' },
] as const

/** Imports a pack into a workspace as one commit: whole, or not at all. */
export async function importPack(
  ledger: Ledger,
  folder: string,
  config: Config,
  into?: string,
  dry = false,
): Promise<{ readonly workspace: string } | Refusal> {
  const files = await packFiles(folder)
  if (refused(files)) return files
  const pack = parsePack(files, ledger.kinds)
  if (refused(pack)) return pack
  const workspace = into ?? pack.workspace
  if (dry && !(await ledger.store.workspaces()).includes(workspace)) return { workspace }
  await ledger.store.addWorkspace(workspace)
  const at = now()
  const today = dayIn(config.zone, at)
  const outcome = await ledger.submit(
    workspace,
    'pack.import',
    { pack },
    { by: system, at, today, since: today, expected: {}, key: `pack ${workspace}` },
  )
  return refused(outcome) ? outcome : { workspace }
}

/** A workspace that is empty is filled from the pack and gets its first people. Returns whether that was done now. */
export async function firstStart(ledger: Ledger, config: Config): Promise<boolean | Refusal> {
  if ((await ledger.store.workspaces()).includes(config.workspace)) {
    const snapshot = await ledger.snapshot(config.workspace, 'internal', { on: dayIn(config.zone, now()) })
    if (snapshot.all('person').length > 0) return false
  }
  const done = await importPack(ledger, config.pack, config, config.workspace)
  if (refused(done) && done.code !== 'pack.strategy-there') return done
  for (const { name, role } of firstPeople) {
    const at = now()
    const today = dayIn(config.zone, at)
    const input = { name, email: null, language: config.language, role, clearance: 'internal', organisation: null }
    const outcome = await ledger.submit(config.workspace, 'person.invite', input, {
      by: system,
      at,
      today,
      since: today,
      expected: {},
      key: randomUUID(),
    })
    if (refused(outcome)) return outcome
  }
  return true
}
