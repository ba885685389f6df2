import { h, type VNode } from 'preact'
import { isId } from '../../../../kernel/id.ts'
import { w } from '../../../../kernel/words.ts'
import type { Thing } from '../../../../model/snapshot.ts'
import { type Findable, type Group, type Hit, search } from '../../../../rooms/today/search.ts'
import { Found, type FoundGroup, type FoundHit } from '../../../../ui/looking/found.tsx'
import type { House } from '../../house.ts'
import { type Content, placeOf, type Visit } from '../site.ts'
import { askedIn, SEARCH } from './addresses.ts'
import { retiredOf } from './retired.ts'

const FIRST = 8
const MOST = 500

const asOfIn = ({ op, bekend }: Readonly<Record<string, string>>) => ({
  ...(op !== undefined && { op }),
  ...(bekend !== undefined && { bekend }),
})
const withQuery = (path: string, query: Readonly<Record<string, string>>): string => {
  const all = new URLSearchParams(query).toString()
  return all === '' ? path : `${path}?${all}`
}

/** [H30] A code that is there and has a page is an address: it opens at once. */
export function jumpOf(house: House, visit: Visit): string | undefined {
  const thing = visit.snapshot.coded(askedIn(visit.query))
  const place = thing && placeOf(house.ledger.kinds, thing)
  return place ? withQuery(`/${visit.workspace}/${place}`, asOfIn(visit.query)) : undefined
}

/** [H30] What this reader may see on this day whose code or name fits, by kind. */
export async function searched(house: House, visit: Visit): Promise<Content> {
  const { workspace, snapshot, language, query } = visit
  const asked = askedIn(query)
  const groups = asked === '' ? [] : search(house.ledger.kinds, snapshot, asked, await retiredOf(house, workspace, snapshot))
  const kept = asOfIn(query)
  const action = `/${workspace}/${SEARCH}`
  const all = query.soort
  const shown = all ? groups.filter(group => group.kind.name === all) : groups
  const props = {
    language,
    action,
    query: asked,
    keep: kept,
    groups: shown.map((group): FoundGroup => {
      const hits = group.hits.slice(0, all ? MOST : FIRST)
      return {
        words: capital(group.kind.plural[language]),
        total: group.hits.length,
        hits: hits.map(hit => shownHit(house, visit, group, hit)),
        more: hits.length < group.hits.length && !all ? withQuery(action, { q: asked, ...kept, soort: group.kind.name }) : undefined,
      }
    }),
    elsewhere:
      snapshot.on === visit.today || asked === ''
        ? []
        : [{ href: withQuery(action, { q: asked }), words: w('Zoek op vandaag', 'Search as of today')[language] }],
  }
  const internal = shown.some(group => group.hits.some(hit => (hit.body as { label?: string }).label !== 'public'))
  return { title: w('Zoeken', 'Search')[language], inner: h(Found, props) as VNode, internal }
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

function shownHit(house: House, { workspace, snapshot, language, query }: Visit, { kind }: Group, hit: Hit): FoundHit {
  const other = language === 'nl' ? 'en' : 'nl'
  const name = String(kind.title(hit.body, language, snapshot) || hit.code)
  // A name that is there in the other language only is in that language.
  const both = Object.values(hit.body).find(
    (value): value is Record<string, unknown> => (value as Record<string, unknown> | null)?.[other] === name,
  )
  const at = hit.until ? { op: hit.until } : asOfIn(query)
  const place = pageOf(house, snapshot, hit)
  return {
    code: hit.code,
    name,
    lang: both && both[language] === null ? other : undefined,
    href: place ? withQuery(`/${workspace}/${place}`, at) : undefined,
    until: hit.until,
  }
}

/** Its own page, or that of the thing it belongs to. */
function pageOf(house: House, snapshot: Visit['snapshot'], it: Findable): string | null {
  const own = placeOf(house.ledger.kinds, it as unknown as Thing)
  if (own || it.until) return own
  const fields = house.ledger.kinds.get(it.kind)?.fields ?? {}
  for (const [name, value] of Object.entries(it.body)) {
    if (!(name in fields) || !isId(value)) continue
    const near = snapshot.find(value)
    const place = near && placeOf(house.ledger.kinds, near)
    if (place) return place
  }
  return null
}
