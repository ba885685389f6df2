import type { Fields } from '../../fields/field.ts'
import { isId } from '../../kernel/id.ts'
import { type Label, sees } from '../../kernel/label.ts'
import type { Kinds } from '../../model/kind.ts'
import type { Snapshot } from '../../model/snapshot.ts'
import type { Reads } from '../store/contract.ts'

type Raw = Readonly<Record<string, unknown>>

/**
 * [L56] An input whose codes of records on the shelf stand as ids: a snapshot does not know them, and a command that is asked for one says in its own
 * words what became of it. All else stays as it is.
 */
export async function withShelved(
  fields: Fields,
  raw: Raw,
  snapshot: Snapshot,
  kinds: Kinds,
  reads: Reads,
  clearance: Label,
): Promise<Raw> {
  const out: Record<string, unknown> = { ...raw }
  for (const [name, field] of Object.entries(fields)) {
    if (!field.kinds.some(kind => kinds.get(kind)?.held !== 'snapshot')) continue
    const found = async (value: unknown): Promise<unknown> => {
      if (typeof value !== 'string' || value === '' || isId(value) || snapshot.coded(value)) return value
      const row = await reads.recordByCode(value)
      return row && field.kinds.includes(row.kind) && sees(clearance, row.label) ? row.id : value
    }
    const value = raw[name]
    out[name] = Array.isArray(value) ? await Promise.all(value.map(found)) : await found(value)
    if (out[name] === undefined) delete out[name]
  }
  return out
}
