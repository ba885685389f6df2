import type { Viewer } from '../../access/viewer.ts'
import type { Day } from '../../kernel/day.ts'
import type { Ledger } from '../../ledger/read.ts'
import type { AnyKind } from '../../model/kind.ts'
import type { AnyView } from '../../rooms/room.ts'
import type { Scanner } from '../files/scan/scanner.ts'
import type { Limits } from './limits.ts'
import type { Pages } from './pages/site.ts'

/** What every door shares: where things are kept, what rooms declared, and what time it is. */
export interface House {
  readonly ledger: Ledger
  readonly views: readonly AnyView[]
  readonly pages: Pages
  /** RFC 3339 in UTC. */
  now(): string
  today(): Day
  /** The last instant of a day where the workspace is: what was known "then". */
  endOf(day: Day): string
  /** Served over https: cookies are bound to it. */
  readonly secure: boolean
  /** How many requests one address may make; without it, as many as it likes. */
  readonly limits?: Limits
  /** Sees what comes in by mail before anything is done with it, as it sees files. */
  readonly scan?: Scanner | null
  /** Bytes that whole public pages may hold together, 32 MB if not said; 0 keeps none. */
  readonly keep?: number
  /** Whoever speaks here is this one: for a socket that only the machine's own keeper can open. */
  readonly as?: Viewer
  /** For what goes wrong inside; no answer carries it. */
  log(error: unknown): void
}

/** The plural of a kind as it stands in addresses: `action-lines`. */
export const pluralOf = (kind: AnyKind): string => kind.plural.en.toLowerCase().replaceAll(' ', '-')

export const kindByPlural = (house: Pick<House, 'ledger'>, plural: string): AnyKind | undefined =>
  [...house.ledger.kinds.values()].find(kind => pluralOf(kind) === plural)
