/** Every address of the public, from the declarations: what is declared tomorrow is in it tomorrow. */
import type { Pages } from '../../../src/edges/http/pages/site.ts'
import { isList, placeOf } from '../../../src/edges/http/pages/site.ts'
import type { Fields } from '../../../src/fields/field.ts'
import type { LedgerSnapshot } from '../../../src/ledger/snapshot.ts'
import type { AnyKind, Kinds } from '../../../src/model/kind.ts'
import type { AnyPage, ThingPage } from '../../../src/rooms/page.ts'
import type { AnyView } from '../../../src/rooms/room.ts'

export interface Routed {
  readonly workspace: string
  readonly kinds: Kinds
  readonly views: readonly AnyView[]
  readonly pages: Pages
  /** What is public in any of the worlds compared, whichever was asked. */
  readonly snapshot: LedgerSnapshot
  /** Codes that are asked for though they may be nobody's, whatever their kind. */
  readonly codes: readonly string[]
  /** How many things of each kind are asked for. */
  readonly each: number
}

const plural = (kind: AnyKind) => kind.plural.en.replaceAll(' ', '-')

/** Lists, each also as CSV, in pages of two and narrowed by each facet; things and their history. */
export function apiRoutes({ workspace, kinds, views, snapshot, codes, each }: Routed): string[] {
  const at = `/api/v1/${workspace}`
  const names = new Set([...views.map(view => view.name), ...[...kinds.values()].map(plural)])
  const lists = [...names].flatMap(name => {
    const view = views.find(it => it.name === name)
    const facets = ((view?.facets ?? []) as readonly string[]).map(facet =>
      Object.hasOwn(view?.input as Fields, facet) ? `facet.${facet}` : facet,
    )
    return ['', '?format=csv', '?size=2', '?size=2&after=x', ...facets.map(facet => `?${facet}=true`)].map(query => `${at}/${name}${query}`)
  })
  const things = [...kinds.values()].flatMap(kind => {
    const there = snapshot.all(kind.name as never).slice(0, each) as readonly { readonly code: string }[]
    const asked = new Set([...there.map(it => it.code), ...codes])
    return [...asked].flatMap(code => [`${at}/${plural(kind)}/${code}`, `${at}/${plural(kind)}/${code}/history`])
  })
  return ['/api/v1/openapi.json', ...lists, ...things]
}

/** Pages of lists and of things with all that stands below them, search, two days compared, and what needs no workspace. */
export function pageRoutes({ workspace, kinds, pages, snapshot, codes, each }: Routed, words: readonly string[]): string[] {
  const lists = pages.pages.filter(isList).flatMap(page => {
    const facets = (page.view.facets ?? []) as readonly string[]
    return ['', '?size=2', ...facets.map(facet => `?${facet}=true`)].map(query => `/${workspace}/${page.at}${query}`)
  })
  const below = (kind: string) =>
    pages.pages
      .filter((page: AnyPage): page is ThingPage => !isList(page))
      .filter(page => page.of === kind || page.of === '*')
      .map(page => page.below ?? '')
  const things = [...kinds.values()].flatMap(kind => {
    const there = snapshot.all(kind.name as never) as readonly never[]
    const one = there[0]
    if (!one) return []
    // A code that is not seen has no thing to ask for its address: the address of another with that code in it is the one.
    const like = (code: string) => placeOf(kinds, one)?.replaceAll((one as { code: string }).code.toLowerCase(), code.toLowerCase()) ?? null
    const places = new Set([...there.slice(0, each).map(it => placeOf(kinds, it)), ...codes.map(like)])
    return [...places].flatMap(place =>
      place === null ? [] : [...new Set(below(kind.name))].map(step => `/${workspace}/${place}${step && `/${step}`}`),
    )
  })
  const found = words.map(word => `/${workspace}/zoeken?q=${encodeURIComponent(word)}`)
  return ['/', '/-/help', '/-/examples', '/-/sign-in', `/${workspace}`, `/${workspace}/zoeken`, ...lists, ...things, ...found]
}
