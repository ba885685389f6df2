import { dayField } from '../../../../fields/day.ts'
import { type Field, type Fields, maybe } from '../../../../fields/field.ts'
import { line } from '../../../../fields/text.ts'
import { type Refusal, refuse, refused } from '../../../../kernel/refusal.ts'
import { w } from '../../../../kernel/words.ts'
import type { Ledger } from '../../../../ledger/read.ts'
import type { LedgerSnapshot } from '../../../../ledger/snapshot.ts'
import type { AnyKind } from '../../../../model/kind.ts'
import type { Thing } from '../../../../model/snapshot.ts'
import type { Listed } from '../../../../rooms/page.ts'
import type { AnyView, Row } from '../../../../rooms/room.ts'
import { pluralOf } from '../../house.ts'
import { spoken } from '../things.ts'
import { madeOf, type Place, standing, upTo } from './standing.ts'

/** What a list is asked for, once read from an address. */
export interface Wanted {
  readonly input: Readonly<Record<string, unknown>>
  readonly facets: Readonly<Record<string, string>>
  readonly after: string | null
  /** How many rows at most; null for all. */
  readonly size: number | null
}

const cursorOf = ({ key, code }: Row<Fields>): string => Buffer.from(JSON.stringify([key, code])).toString('base64url')
function placeOf(cursor: string): Place | Refusal {
  try {
    const read: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    if (Array.isArray(read) && read.length === 2 && typeof read[0] === 'string' && typeof read[1] === 'string') return [read[0], read[1]]
  } catch {
    // falls through to the words below
  }
  return refuse('list.after', w('Neem after over uit next van de vorige bladzijde.', 'Take after from next of the page before.'), {
    where: 'after',
    found: cursor.slice(0, 200),
  })
}

/**
 * [H8] A list narrowed, sorted by (key, code), counted and cut. A page begins after a place in the order, not at a number:
 * what comes in between moves nothing.
 */
export async function listed(
  ledger: Ledger,
  workspace: string,
  snapshot: LedgerSnapshot,
  view: AnyView,
  wanted: Wanted,
): Promise<Listed | Refusal> {
  const place = wanted.after === null ? null : placeOf(wanted.after)
  if (refused(place)) return place
  const found = view.needs ? await ledger.bring(workspace, snapshot, view.needs(snapshot, wanted.input as never)) : {}
  if (refused(found)) return found
  const { rows, facets } = standing(snapshot, view, wanted.input, wanted.facets, found)
  const from = place ? upTo(rows, place) : 0
  const to = wanted.size === null ? rows.length : Math.min(rows.length, from + wanted.size)
  const page = rows.slice(from, to)
  const last = page.at(-1)
  return {
    view,
    rows: page.map(row => ({ code: row.code, of: row.of, row: () => madeOf(view, row) })),
    total: rows.length,
    facets,
    next: last && to < rows.length ? cursorOf(last) : null,
  }
}

/** A kind without a view of its own is listed by code, with its fields; references as codes. */
export const viewOfKind = (kind: AnyKind, shelf: readonly Thing[]): AnyView => ({
  name: pluralOf(kind),
  words: kind.plural,
  means: kind.means,
  open: true,
  input: {},
  row: { code: line(w('Code', 'Code')), since: maybe(dayField(w('Geldt sinds', 'Holds since'))), ...(kind.fields as Fields) },
  *see(snapshot) {
    for (const thing of [...snapshot.all(kind.name as never), ...shelf] as Thing[]) {
      const coded = (value: unknown) => (typeof value === 'string' ? (snapshot.find(value)?.code ?? null) : value)
      const row = () =>
        Object.fromEntries(
          Object.entries(spoken(kind, thing.body, snapshot)).map(([name, value]) => {
            const field = kind.fields[name] as Field<unknown> | undefined
            if (!field || field.kinds.length === 0 || field.sort === 'evidence') return [name, value]
            return [name, Array.isArray(value) ? value.map(coded).filter(it => it !== null) : coded(value)]
          }),
        )
      // Made anew for each list: what it refers to may have changed while the thing did not.
      yield {
        key: '',
        code: thing.code,
        of: {},
        row: () => ({ code: thing.code, since: kind.time === 'world' ? thing.since : null, ...row() }),
      }
    }
  },
})
