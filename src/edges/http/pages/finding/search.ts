import { h, type VNode } from 'preact'
import type { Day } from '../../../../kernel/day.ts'
import { isId } from '../../../../kernel/id.ts'
import { refused } from '../../../../kernel/refusal.ts'
import { type Language, w } from '../../../../kernel/words.ts'
import type { FoundTexts } from '../../../../ledger/seeking/sought.ts'
import type { Thing } from '../../../../model/snapshot.ts'
import { search as passages } from '../../../../rooms/room.ts'
import { type Findable, type Group, type Hit, search } from '../../../../rooms/today/search.ts'
import { Found, type FoundGroup, type FoundHit } from '../../../../ui/looking/found.tsx'
import type { FoundText, FoundTexts as ShownTexts } from '../../../../ui/looking/texts.tsx'
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

/** Texts on a page, passages of each; and of one text, where it is sought in only. */
const [TEXTS, EACH, WITHIN] = [20, 3, 100]

/** [H30] [H50] What this reader may see on this day: whose code or name fits, by kind, and the passages of texts that fit. */
export async function searched(house: House, visit: Visit): Promise<Content> {
  const { workspace, snapshot, language, query } = visit
  const asked = askedIn(query)
  const kept = asOfIn(query)
  const action = `/${workspace}/${SEARCH}`
  const only = query.in === undefined ? undefined : snapshot.coded(query.in)
  const groups = asked === '' || only ? [] : search(house.ledger.kinds, snapshot, asked, await retiredOf(house, workspace, snapshot))
  const all = query.soort
  const texts = await textsOf(house, visit, asked, only)
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
    texts: texts.shown,
    trouble: texts.trouble?.[language],
    within: only && { name: nameOf(house, visit, only), all: withQuery(action, { q: asked, ...kept }) },
    elsewhere:
      snapshot.on === visit.today || asked === ''
        ? []
        : [{ href: withQuery(action, { q: asked }), words: w('Zoek op vandaag', 'Search as of today')[language] }],
  }
  const secret = (it: { readonly body: unknown }) => (it.body as { label?: string }).label !== 'public'
  const internal = shown.some(group => group.hits.some(secret)) || texts.things.some(secret)
  return { title: w('Zoeken', 'Search')[language], inner: h(Found, props) as VNode, internal }
}

const nameOf = (house: House, { language, snapshot }: Visit, thing: Thing): string =>
  String(house.ledger.kinds.get(thing.kind)?.title(thing.body as never, language, snapshot) || thing.code)

/** Where a page of texts begins, as its own links say; anything else is the first. */
const fromIn = ({ vanaf = '' }: Readonly<Record<string, string>>): number => (/^\d{1,6}$/.test(vanaf) ? Number(vanaf) : 0)

const onlyWithout = w('Geef ook een woord dat er wel in moet staan.', 'Give a word as well that must stand in it.')

const noTexts = { texts: 0, passages: 0, found: [], missing: 0, earlier: undefined, later: undefined } as const

/** The passages of texts, unless only things of one kind are asked for. */
async function textsOf(house: House, visit: Visit, asked: string, only: Thing | undefined) {
  const { workspace, snapshot, query } = visit
  const [kept, from] = [asOfIn(query), fromIn(query)]
  if (asked === '' || (query.soort !== undefined && !only)) return { shown: noTexts, things: [], trouble: undefined }
  const request = { words: asked, in: only?.id, from, size: TEXTS, each: only ? WITHIN : EACH }
  const brought = await house.ledger.bring(workspace, snapshot, { texts: passages(request) })
  // Things by their name are shown all the same.
  if (refused(brought)) return { shown: noTexts, things: [], trouble: brought.do }
  const { found, asked: how, ...counts } = brought.texts as FoundTexts
  const to = (more: Record<string, string>) => withQuery(`/${workspace}/${SEARCH}`, { q: asked, ...kept, ...more })
  const shown: ShownTexts = {
    ...counts,
    found: found.map(it => shownText(house, visit, it, it.passages.length < it.total && !only ? to({ in: it.thing.code }) : undefined)),
    earlier: from > 0 ? to(from > TEXTS ? { vanaf: String(from - TEXTS) } : {}) : undefined,
    later: from + TEXTS < counts.texts ? to({ vanaf: String(from + TEXTS) }) : undefined,
  }
  return { shown, things: found.map(it => it.thing), trouble: how === 'only-without' ? onlyWithout : undefined }
}

function shownText(
  house: House,
  visit: Visit,
  { thing, total, passages }: FoundTexts['found'][number],
  more: string | undefined,
): FoundText {
  const place = placeOf(house.ledger.kinds, thing)
  const href = place ? withQuery(`/${visit.workspace}/${place}`, asOfIn(visit.query)) : undefined
  const text = house.ledger.kinds.get(thing.kind)?.text?.(thing.body as never)
  const name = nameOf(house, visit, thing)
  return {
    code: thing.code,
    name,
    nameLang: tongueOf(thing.body, name, visit.language),
    href,
    date: (text?.date ?? null) as Day | null,
    lang: text?.language ?? undefined,
    total,
    passages: passages.map(({ n, excerpt }) => ({ paragraph: n, href: href && `${href}#p-${n}`, ...excerpt })),
    more,
  }
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

function shownHit(house: House, { workspace, snapshot, language, query }: Visit, { kind }: Group, hit: Hit): FoundHit {
  const name = String(kind.title(hit.body, language, snapshot) || hit.code)
  const at = hit.until ? { op: hit.until } : asOfIn(query)
  const place = pageOf(house, snapshot, hit)
  return {
    code: hit.code,
    name,
    lang: tongueOf(hit.body, name, language),
    href: place ? withQuery(`/${workspace}/${place}`, at) : undefined,
    until: hit.until,
  }
}

/** A name that is there in the other language only is in that language. */
function tongueOf(body: object, name: string, language: Language): Language | undefined {
  const other = language === 'nl' ? 'en' : 'nl'
  const both = Object.values(body).find(
    (value): value is Record<string, unknown> => (value as Record<string, unknown> | null)?.[other] === name,
  )
  return both && both[language] === null ? other : undefined
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
