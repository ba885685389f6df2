import type { Context } from 'hono'
import { anonymous, type Viewer } from '../../access/viewer.ts'
import { type Refusal, refuse } from '../../kernel/refusal.ts'
import { type Language, w } from '../../kernel/words.ts'
import type { Store } from '../../ledger/store/contract.ts'
import type { House } from './house.ts'
import { languageOf } from './problems.ts'
import { sessionOf } from './signing/session.ts'
import { viewerOf } from './signing/viewer.ts'

/** Who asks, where, in which language. */
export interface Asking {
  readonly workspace: string
  readonly viewer: Viewer
  readonly language: Language
}

const noWorkspace = (found: string): Refusal =>
  refuse('workspace.unknown', w('Kijk na hoe de werkruimte heet.', 'Check the name of the workspace.'), {
    fault: 'missing',
    where: 'workspace',
    found,
  })

/** A workspace never goes away: one that was seen is not asked for again. */
const seen = new WeakMap<Store, Set<string>>()
export async function isThere(store: Store, workspace: string): Promise<boolean> {
  if (seen.get(store)?.has(workspace)) return true
  const all = new Set(await store.workspaces())
  seen.set(store, all)
  return all.has(workspace)
}

/** [H6] Without a session that holds here and now, somebody is a public reader, and is served from what was never anything else. */
export async function asking(house: House, c: Context, workspace: string): Promise<Asking | Refusal> {
  const language = languageOf(c.req.header('accept-language'))
  if (!(await isThere(house.ledger.store, workspace))) return noWorkspace(workspace)
  if (house.as) return { workspace, viewer: house.as, language }
  const session = await sessionOf(c, house.ledger.store.accounts, { now: house.now(), secure: house.secure })
  if (!session || session.workspace !== workspace) return { workspace, viewer: anonymous, language }
  const inside = await house.ledger.snapshot(workspace, 'internal', { on: house.today() })
  return { workspace, viewer: viewerOf(session, inside), language }
}

/** Whether somebody is signed in, or it is the machine's own keeper. */
export const signedIn = ({ viewer }: Asking): boolean => viewer.person !== null || viewer.role === 'system'
