import type { VNode } from 'preact'
import type { Viewer } from '../../../access/viewer.ts'
import type { Day } from '../../../kernel/day.ts'
import { addressed } from '../../../kernel/id.ts'
import type { Refusal } from '../../../kernel/refusal.ts'
import type { Language } from '../../../kernel/words.ts'
import type { LedgerSnapshot } from '../../../ledger/snapshot.ts'
import type { AnyKind, Kinds } from '../../../model/kind.ts'
import type { Snapshot, Thing } from '../../../model/snapshot.ts'
import type { ExampleSet } from '../../../rooms/example.ts'
import type { AnyPage, ListPage, SitePage, ThingPage } from '../../../rooms/page.ts'
import type { AnySection } from '../../../rooms/section.ts'
import type { NavLink } from '../../../ui/frame/props.ts'

/** What rooms declare to be shown, as `src/pages.ts` lists it. */
export interface Pages {
  readonly pages: readonly AnyPage[]
  readonly sections: readonly AnySection[]
  /** Situations that rooms name, for the examples page. */
  readonly examples?: readonly ExampleSet[]
  /** What only the static site has; the app shows none of them. */
  readonly sitePages?: readonly SitePage[]
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
  /** What its reader keeps for themselves, for the page that asked for it. */
  readonly mine?: Readonly<Record<string, string>>
  readonly failed?: Failed | undefined
  /** On another day or moment than now: how many things differ from today for this reader. */
  readonly since?: number | undefined
  /** What was named on the page while it was made, for the label it bears. */
  readonly named: Named
}
/** Filled while a page is rendered. */
export interface Named {
  /** Something above public was named: a thing, or who did something. */
  internal: boolean
  /** All of it follows from the snapshot, the address, the language and the day: nothing was brought from elsewhere. */
  whole?: boolean
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

/** What stands in the frame, and what the frame must know of it. */
export interface Content {
  readonly title: string
  readonly inner: VNode
  readonly room?: AnyPage['room'] | undefined
  readonly islands?: readonly string[] | undefined
  readonly label?: string | null
  /** Something above public stands on it. */
  readonly internal?: boolean
  /** It has days of its own, or none: no bar for the day. */
  readonly timeless?: boolean
  readonly breadcrumb?: readonly NavLink[]
}
