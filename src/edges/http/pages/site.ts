import type { Viewer } from '../../../access/viewer.ts'
import type { Day } from '../../../kernel/day.ts'
import { addressed } from '../../../kernel/id.ts'
import type { Refusal } from '../../../kernel/refusal.ts'
import type { Language } from '../../../kernel/words.ts'
import type { LedgerSnapshot } from '../../../ledger/snapshot.ts'
import type { AnyKind, Kinds } from '../../../model/kind.ts'
import type { Snapshot, Thing } from '../../../model/snapshot.ts'
import type { AnyPage, ListPage, ThingPage } from '../../../rooms/page.ts'
import type { Section } from '../../../rooms/section.ts'

/** What rooms declare to be shown, as `src/pages.ts` lists it. */
export interface Pages {
  readonly pages: readonly AnyPage[]
  readonly sections: readonly Section[]
}

/** A form that was refused, with the texts as they were typed. `used` once a form on the page took it up. */
export interface Failed {
  readonly command: string
  /** The code of what the form was about; '' for none. */
  readonly about: string
  readonly values: Readonly<Record<string, string>>
  readonly refusal: Refusal
  used: boolean
}

/** One look at the app: who, where, on which day, and what came of the form before. */
export interface Visit {
  readonly workspace: string
  readonly viewer: Viewer
  readonly language: Language
  readonly snapshot: LedgerSnapshot
  readonly today: Day
  /** Below the workspace, without a slash in front. */
  readonly path: string
  readonly query: Readonly<Record<string, string>>
  readonly notice?: string | undefined
  readonly failed?: Failed | undefined
}

export const isList = (page: AnyPage): page is ListPage => 'at' in page

/** Where a thing stands, below the workspace; null where it has no page. */
export const placeOf = (kinds: Kinds, thing: Thing): string | null =>
  ((kinds.get(thing.kind) as AnyKind | undefined)?.address(thing.code, thing.body as never) as string | null | undefined) ?? null

/** The thing an address names, and what stands behind it. Codes are compared without regard to case. */
export function thingAt(kinds: Kinds, snapshot: Snapshot, path: string): { readonly thing: Thing; readonly below: string } | undefined {
  const steps = path.split('/')
  for (let n = steps.length; n > 0; n--) {
    const thing = snapshot.coded(steps[n - 1] ?? '')
    if (thing && placeOf(kinds, thing) === addressed(steps.slice(0, n).join('/'))) return { thing, below: steps.slice(n).join('/') }
  }
  return undefined
}

/** A kind's own page before one that every kind has. */
export const thingPageOf = (pages: Pages, thing: Thing, below: string): ThingPage | undefined => {
  const fit = pages.pages.filter((page): page is ThingPage => !isList(page) && ((page as ThingPage).below ?? '') === below)
  return fit.find(page => page.of === thing.kind) ?? fit.find(page => page.of === '*')
}
