import { posix } from 'node:path'
import type { Fields } from '../../fields/field.ts'
import type { Language } from '../../kernel/words.ts'
import type { Kinds } from '../../model/kind.ts'
import type { Snapshot, Thing } from '../../model/snapshot.ts'
import type { ListPage, SitePage, ThingPage } from '../../rooms/page.ts'
import { isList, type Pages, thingAt, thingPageOf } from '../http/pages/site.ts'

type Query = Readonly<Record<string, string>>

/** One page of the site: what stands there, and its folder below the workspace. */
export type Target =
  | { readonly sort: 'site'; readonly at: string; readonly page: SitePage }
  | { readonly sort: 'thing'; readonly at: string; readonly page: ThingPage; readonly thing: Thing }
  | { readonly sort: 'list'; readonly at: string; readonly page: ListPage; readonly facet: Facet | null; readonly number: number }
/** A list narrowed by one value: the site writes each of them out, since there is nobody to ask. */
export interface Facet {
  readonly name: string
  readonly value: string
}
/** The values by which a list can be narrowed: name of the list → facet → values, sorted. */
export type Values = ReadonlyMap<string, Readonly<Record<string, readonly string[]>>>

export interface Whereabouts {
  readonly kinds: Kinds
  readonly pages: Pages
  readonly snapshot: Snapshot
  readonly values: Values
}

/** Lower case, without accents, words joined by hyphens: safe in an address and in a file name. */
export const slug = (words: string): string =>
  words
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '') || 'x'

/** What a facet or its value is called, on the page and (in Dutch, in both languages) in the address. */
export function facetWords(page: ListPage, { name, value }: Facet, language: Language): readonly [string, string] {
  const field = (page.view.row as Fields)[name]
  const yes = { true: { nl: 'ja', en: 'yes' }, false: { nl: 'nee', en: 'no' } }[value]
  const said = field?.controls[0]?.choices?.[value] ?? (field?.sort === 'flag' ? yes : undefined)
  return [field?.words[language] ?? name, said?.[language] ?? value]
}

/** Two values that read the same in an address are told apart by their place in the sorted list. */
function facetFolder(page: ListPage, facet: Facet, values: Values): string {
  const slugOf = (value: string) => slug(facetWords(page, { name: facet.name, value }, 'nl')[1])
  const all = values.get(page.name)?.[facet.name] ?? []
  const twins = all.filter(value => slugOf(value) === slugOf(facet.value))
  const n = twins.indexOf(facet.value)
  return `${slug(facetWords(page, facet, 'nl')[0])}/${slugOf(facet.value)}${n > 0 ? `-${n + 1}` : ''}`
}

/** What stands at an address of the app, on the site. Undefined: the site has no such page. */
export function targetOf({ kinds, pages, snapshot, values }: Whereabouts, at: string, query: Query = {}): Target | undefined {
  const own = pages.sitePages?.find(page => page.at === at)
  if (own) return { sort: 'site', at, page: own }
  const list = pages.pages.filter(isList).find(page => page.at === at)
  if (list) return list.open ? narrowed(list, query, values) : undefined
  const found = thingAt(kinds, snapshot, at)
  const page = found && thingPageOf(pages, found.thing, found.below)
  return found && page?.open ? { sort: 'thing', at, page, thing: found.thing } : undefined
}

/** A list says all of its address; here at most one value narrows it: the last that was chosen. */
function narrowed(page: ListPage, { after, ...query }: Query, values: Values): Target | undefined {
  const number = after === undefined ? 1 : Number(after)
  const chosen = Object.entries(query).at(-1)
  const facet = chosen ? { name: chosen[0].replace(/^facet\./, ''), value: chosen[1] } : null
  if (facet && !values.get(page.name)?.[facet.name]?.includes(facet.value)) return undefined
  const steps = [page.at, ...(facet ? [facetFolder(page, facet, values)] : []), ...(number > 1 ? [String(number)] : [])]
  return { sort: 'list', at: steps.join('/'), page, facet, number }
}

/** The folder of a page: Dutch stands at the top, English below `en`. */
export const folderOf = (language: Language, workspace: string, at: string): string =>
  [language === 'en' ? 'en' : '', workspace, at].filter(Boolean).join('/')

/** From one folder to another, as an address: `../al-07/`. */
export const wayTo = (from: string, to: string): string => `${posix.relative(`/${from}`, `/${to}`) || '.'}/`
