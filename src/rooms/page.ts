import type { ComponentChildren, VNode } from 'preact'
import type { Viewer } from '../access/viewer.ts'
import type { Naming } from '../fields/field.ts'
import type { Day } from '../kernel/day.ts'
import type { Refusal } from '../kernel/refusal.ts'
import type { Evidence } from '../kernel/values/evidence.ts'
import type { Language, Words } from '../kernel/words.ts'
import type { Kind, Snapshot, Thing } from '../model/snapshot.ts'
import type { AnyView, Found, Needs } from './room.ts'

/** What every page is rendered with; the same in the app and on the public site. */
export interface PageContext extends Naming {
  readonly language: Language
  readonly workspace: string
  readonly snapshot: Snapshot
  readonly viewer: Viewer
  /** True on the static site: no forms, no sign-in, relative addresses. */
  readonly site: boolean
  readonly today: Day
  /** The last instant before today began, where the workspace is. None on the site, where nobody acts. */
  readonly eve?: () => string
  /** What the address asked for: `op` (a day) and `bekend` (nu, toen or a time); null where it asked nothing. */
  readonly op: Day | null
  readonly bekend: string | null
  /** Filters, cursor and whatever else the address says. */
  readonly query: Readonly<Record<string, string>>
  /** The address of a thing, or of a path below the workspace, keeping the as-of of this page. Undefined for a thing without page or one that is not seen. */
  href(to: string, query?: Readonly<Record<string, string>>): string
  link(thing: Thing | undefined): string | undefined
  say(words: Words): string
  /** The form of a command by name, at a thing or at a list; null where the viewer is not offered it, on another day than today and on the site. */
  form(command: string, at?: Thing, start?: FormStart): VNode | null
  /** What its reader keeps for themselves under the page's `mine`: name → value. */
  readonly mine?: Readonly<Record<string, string>>
  /** What rooms further right add to this page. */
  section(name: string, thing: Thing): ComponentChildren
}
export interface FormStart {
  readonly values?: Readonly<Record<string, string>>
  /** What went wrong the last time, with the texts as they were typed. */
  readonly refusal?: Refusal
  /** What its button says here, where the command's own words say too much or too little. */
  readonly words?: Words
  /** Where the form leads back to, if not to this very address. */
  readonly back?: string
  /** What the page filled in is shown, to be read and changed: without this, a form that is wholly filled in is one button. */
  readonly fill?: true
  /** The passage on which what the form makes will rest. */
  readonly evidence?: readonly Evidence[]
}

/** The rows of a list page, already narrowed, sorted and cut by the frame. */
export interface Listed {
  readonly view: AnyView
  readonly rows: readonly { readonly code: string; readonly of: object; row(): Readonly<Record<string, unknown>> }[]
  readonly total: number
  /** Over everything the input selects, whatever page is shown: facet → value → count. */
  readonly facets: Readonly<Record<string, Readonly<Record<string, number>>>>
  readonly next: string | null
}

interface PageBase<N extends Needs> {
  readonly name: string
  readonly room: 'ground' | 'sources' | 'picture' | 'course' | 'choice' | 'account' | 'today'
  /** Whether the anonymous reader and the public site have it. */
  readonly open: boolean
  /** Scripts of islands this page uses: `desk` is src/rooms/sources/desk.island.tsx. */
  readonly islands?: readonly string[]
  readonly found?: N
}
/** A page at a fixed address below the workspace: `koers/toezeggingen`. */
export interface ListPage<N extends Needs = Needs> extends PageBase<N> {
  readonly at: string
  readonly title: Words
  readonly view: AnyView
  /** Stands in the room's second row of links, in this order. */
  readonly order?: number
  render(list: Listed, page: PageContext): VNode
}
/** The page of every record of a kind, at the address the kind declares, or below it (`below: 'geschiedenis'`). */
export interface ThingPage<N extends Needs = Needs> extends PageBase<N> {
  readonly of: Kind | '*'
  readonly below?: string
  /** Under which name a reader keeps things of their own that this page shows, as `later/`: not in the ledger, seen by nobody else. */
  readonly mine?: string
  title(thing: Thing, page: PageContext): string
  needs?(snapshot: Snapshot, thing: Thing, query: Readonly<Record<string, string>>): N
  render(thing: Thing, page: PageContext, found: Found<N>): VNode
}
export type AnyPage = ListPage<any> | ThingPage<any>

/** A public list as it lies beside the pages of the site, for programs. */
export interface SiteTable {
  readonly words: Words
  readonly means: Words
  readonly rows: number
  readonly csv: string
  readonly json: string
}
/** A page that only the static site has: its front page, what it is, what can be taken along. */
export interface SitePage {
  readonly name: string
  readonly room: PageBase<Needs>['room']
  /** Below the workspace; '' is the front page. */
  readonly at: string
  /** In the row of links on top, in this order after the lists; without one it stands at the foot. */
  readonly order?: number
  /** As a link calls it. */
  readonly words: Words
  title(page: PageContext): string
  render(page: PageContext, tables: readonly SiteTable[]): VNode
}
export const sitePage = (p: SitePage): SitePage => Object.freeze(p)
export const listPage = <N extends Needs>(p: ListPage<N>): ListPage<N> => Object.freeze(p)
export const thingPage = <N extends Needs>(p: ThingPage<N>): ThingPage<N> => Object.freeze(p)
