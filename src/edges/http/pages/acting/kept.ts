import type { House } from '../../house.ts'
import type { Visit } from '../site.ts'

/** [H27] What somebody keeps for themselves, by name without the beginning they share. Nobody else sees it; the ledger knows nothing of it. */
export async function ownOf(house: House, { viewer, workspace }: Visit, beginning: string): Promise<Record<string, string>> {
  if (!viewer.person) return {}
  const all = await house.ledger.store.desk(workspace).drafts(viewer.person, beginning)
  return Object.fromEntries(all.map(({ key, value }) => [key.slice(beginning.length), value]))
}
