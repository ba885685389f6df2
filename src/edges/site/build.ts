import { h, type VNode } from 'preact'
import { type Refusal, refuse, refused } from '../../kernel/refusal.ts'
import { type Language, type Words, w } from '../../kernel/words.ts'
import type { Ledger } from '../../ledger/read.ts'
import type { LedgerSnapshot } from '../../ledger/snapshot.ts'
import type { SiteTable } from '../../rooms/page.ts'
import type { AnyView } from '../../rooms/room.ts'
import { SiteFrame } from '../../ui/frame/site.tsx'
import { renderPage } from '../../ui/list/rows.tsx'
import { listed } from '../http/api/lists/list.ts'
import { isList, type Pages, placeOf } from '../http/pages/site.ts'
import { folderOf, type Target, targetOf, type Values, type Whereabouts, wayTo } from './addresses.ts'
import type { Lying } from './context.ts'
import { frameOf } from './framed.ts'
import { notFound, robots, sitemap } from './plain.ts'
import { render } from './rendered.ts'
import { styleSheet } from './styles.ts'
import { TABLES, tablesOf } from './tables.ts'

/** The folders a page is written to. The front page lies at the very top too, where somebody arrives who knows no more than the name. */
const placesOf = (workspace: string, at: string): (readonly [Language, string])[] => [
  ['nl', folderOf('nl', workspace, at)],
  ['en', folderOf('en', workspace, at)],
  ...(at === ''
    ? ([
        ['nl', ''],
        ['en', 'en'],
      ] as const)
    : []),
]

export interface Source {
  readonly ledger: Ledger
  readonly views: readonly AnyView[]
  readonly pages: Pages
  readonly workspace: string
  /** What nobody in particular may see: a snapshot that never held anything else. */
  readonly snapshot: LedgerSnapshot
  /** Where the site will stand, ending in a slash: `https://voorbeeld.nl/`. Null: not known, so nothing in it is absolute. */
  readonly address: string | null
}
/** Paths below the folder of the site → bytes. */
export type Files = Map<string, Buffer>

/**
 * Every public page in both languages, with what goes beside it, in memory: whoever writes it has all of it or nothing.
 * The same snapshot and address give the same bytes: nothing here knows a clock.
 * @throws Error where a page links to something the site does not have.
 */
export async function buildSite(source: Source): Promise<Files | Refusal> {
  const { ledger, workspace, snapshot, pages, address } = source
  if (snapshot.clearance !== 'public') throw new Error('the public site is made from what the public may see')
  if (workspace === 'en')
    return refuse('site.name', w('Geef de werkruimte een andere naam dan en.', 'Give the workspace another name than en.'), { found: 'en' })
  const values = await valuesOf(source)
  if (refused(values)) return values
  const tables = await tablesOf(ledger, workspace, snapshot, source.views)
  if (refused(tables)) return tables
  const sheet = await styleSheet()
  const files: Files = new Map([[sheet.path, sheet.bytes]])
  const whereabouts: Whereabouts = { kinds: ledger.kinds, pages, snapshot, values }
  const wanted = new Map<string, Target>(startsOf(whereabouts).map(target => [target.at, target]))
  // A map hands out what is added while it is walked: pages ask for further pages, until nobody asks any more.
  for (const target of wanted.values())
    for (const [language, folder] of placesOf(workspace, target.at)) {
      const linked = (other: Target) => wanted.has(other.at) || wanted.set(other.at, other)
      const lying: Lying = { ...whereabouts, snapshot, workspace, language, folder, query: {}, linked }
      const rendered = await render(ledger, lying, target, () => tablesFor(lying, tables))
      if (refused(rendered)) return rendered
      const frame = frameOf(lying, target, rendered, { sheet: sheet.path, address })
      files.set(folder === '' ? 'index.html' : `${folder}/index.html`, renderPage(h(SiteFrame, frame) as VNode))
    }
  for (const table of tables) {
    files.set(`${workspace}/${TABLES}/${table.view.name}.csv`, table.csv)
    files.set(`${workspace}/${TABLES}/${table.view.name}.json`, table.json)
  }
  files.set('404.html', notFound({ address, workspace, sheet: sheet.path }))
  files.set('robots.txt', robots(address))
  if (address) files.set('sitemap.xml', sitemap(address, workspace, [...wanted.keys()]))
  return files
}

/** Front page, lists and every thing with a public page; what stands below them is asked for by links. */
function startsOf(whereabouts: Whereabouts): Target[] {
  const { pages, kinds, snapshot } = whereabouts
  const things = [...kinds.keys()].flatMap(kind => snapshot.all(kind as never))
  const places = things.map(thing => placeOf(kinds, thing)).filter(place => place !== null)
  return [...(pages.sitePages ?? []).map(it => it.at), ...pages.pages.filter(isList).map(it => it.at), ...places.toSorted()]
    .map(at => targetOf(whereabouts, at))
    .filter(target => target !== undefined)
}

async function valuesOf({ ledger, workspace, snapshot, pages }: Source): Promise<Values | Refusal> {
  const values = new Map<string, Record<string, string[]>>()
  for (const page of pages.pages.filter(isList).filter(it => it.open)) {
    const input = Object.fromEntries(Object.keys(page.view.input).map(name => [name, null]))
    const list = await listed(ledger, workspace, snapshot, page.view, { input, facets: {}, after: null, size: 0 })
    if (refused(list)) return list
    values.set(page.name, Object.fromEntries(Object.entries(list.facets).map(([name, counts]) => [name, Object.keys(counts).sort()])))
  }
  return values
}

const tablesFor = ({ workspace, folder }: Lying, tables: readonly { view: AnyView; rows: number }[]): SiteTable[] =>
  tables.map(({ view, rows }) => {
    const way = wayTo(folder, folderOf('nl', workspace, TABLES))
    const { words, means } = view as { words: Words; means: Words }
    return { words, means, rows, csv: `${way}${view.name}.csv`, json: `${way}${view.name}.json` }
  })
