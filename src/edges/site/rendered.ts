import { h, type VNode } from 'preact'
import { type Refusal, refused } from '../../kernel/refusal.ts'
import type { Words } from '../../kernel/words.ts'
import type { Ledger } from '../../ledger/read.ts'
import type { Thing } from '../../model/snapshot.ts'
import type { PageContext, SiteTable } from '../../rooms/page.ts'
import { listed } from '../http/api/lists/list.ts'
import { broughtFor } from '../http/pages/context.ts'
import { facetWords, type Target } from './addresses.ts'
import { type Lying, siteContext } from './context.ts'

/** Rows on one page of a list. */
export const SIZE = 100

export interface Rendered {
  readonly title: string
  /** One sentence for search engines and for who shares the page; empty where the title says it all. */
  readonly description: string
  readonly inner: VNode
  readonly page: PageContext
  /** The thing whose page this one stands below. */
  readonly above: Thing | null
  /** How many pages a list takes. */
  readonly pages: number
}

/** The inside of one page, with what it needs brought first. */
export async function render(
  ledger: Ledger,
  lying: Lying,
  target: Target,
  tables: () => readonly SiteTable[],
): Promise<Rendered | Refusal> {
  if (target.sort === 'site') {
    const page = siteContext(lying, new Map())
    const inner = target.page.render(page, tables())
    return { title: target.page.title(page), description: '', inner, page, above: null, pages: 1 }
  }
  return target.sort === 'list' ? renderList(ledger, lying, target) : renderThing(ledger, lying, target)
}

type Of<S extends Target['sort']> = Extract<Target, { readonly sort: S }>

async function renderList(ledger: Ledger, lying: Lying, { page: it, facet, number }: Of<'list'>): Promise<Rendered | Refusal> {
  const input = Object.fromEntries(Object.keys(it.view.input).map(name => [name, null]))
  const facets: Record<string, string> = facet ? { [facet.name]: facet.value } : {}
  const list = await listed(ledger, lying.workspace, lying.snapshot, it.view, { input, facets, after: null, size: null })
  if (refused(list)) return list
  const pages = Math.max(1, Math.ceil(list.rows.length / SIZE))
  const next = number < pages ? String(number + 1) : null
  const query: Record<string, string> = { ...facets, ...(number > 1 && { after: String(number) }) }
  const page = siteContext({ ...lying, query }, new Map())
  const inner = it.render({ ...list, rows: list.rows.slice((number - 1) * SIZE, number * SIZE), next }, page)
  const { language } = lying
  const [name, value] = facet ? facetWords(it, facet, language) : ['', '']
  const part = { nl: `, bladzijde ${number}`, en: `, page ${number}` }[language]
  const title = it.title[language] + (facet ? `: ${name.toLowerCase()} ${value}` : '') + (number > 1 ? part : '')
  return { title, description: (it.view.means as Words)[language], inner, page, above: null, pages }
}

async function renderThing(ledger: Ledger, lying: Lying, { page: it, thing }: Of<'thing'>): Promise<Rendered | Refusal> {
  const { workspace, snapshot, pages } = lying
  const found = it.needs ? await ledger.bring(workspace, snapshot, it.needs(snapshot, thing, {})) : {}
  if (refused(found)) return found
  const brought = await broughtFor(ledger, workspace, snapshot, pages, it.name, thing)
  if (refused(brought)) return brought
  const page = siteContext(lying, brought)
  // A component of its own, so that everything it links to is asked for while it is rendered.
  const inner = h(() => it.render(thing, page, found as never), {}) as VNode
  const title = it.title(thing, page)
  const named = page.name(thing.id) ?? ''
  return { title, description: title.includes(named) ? '' : named, inner, page, above: it.below ? thing : null, pages: 1 }
}
