import { h, type VNode } from 'preact'
import { type Refusal, refuse, refused } from '../../../kernel/refusal.ts'
import { type Language, w } from '../../../kernel/words.ts'
import type { Thing } from '../../../model/snapshot.ts'
import type { AnyPage, Listed, ListPage, ThingPage } from '../../../rooms/page.ts'
import { Problem } from '../../../ui/frame/problem.tsx'
import { listed } from '../api/lists/list.ts'
import { wantedOf } from '../api/lists/wanted.ts'
import type { House } from '../house.ts'
import { statuses, titles, unknownAddress } from '../problems.ts'
import { type Asked, formOf } from './acting/forms.ts'
import type { Assets } from './assets.ts'
import { contextOf } from './context.ts'
import { type Content, framed } from './framed.ts'
import { isList, thingAt, thingPageOf, type Visit } from './site.ts'

const inside = refuse('rights.sign-in', w('Meld u aan om dit te zien.', 'Sign in to see this.'), { fault: 'sign-in' })
const highest = w('INTERN', 'INTERNAL')

/** Bytes of `framed` as an answer. */
export function pageOf(bytes: Buffer, language: Language, status = 200): Response {
  return new Response(bytes as unknown as BodyInit, {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-language': language,
      'cache-control': 'private, no-cache',
      vary: 'Cookie, Accept-Language',
    },
  })
}

/** In words, in the frame, with the status of its fault. */
export function trouble(house: House, assets: Assets, language: Language, refusal: Refusal, visit?: Visit): Response {
  const links = [
    ...(visit ? [{ href: `/${visit.workspace}`, words: w('Naar het begin', 'To the start')[language] }] : []),
    ...(refusal.fault === 'sign-in' || visit?.viewer.role === 'public'
      ? [{ href: '/-/sign-in', words: w('Aanmelden', 'Sign in')[language] }]
      : []),
  ]
  const content = { title: titles[refusal.fault][language], inner: h(Problem, { refusal, language, links }) as VNode }
  return pageOf(framed(house, language, assets, content, visit), language, statuses[refusal.fault])
}

/** The page at an address: a list, or a thing and what stands below it. A form that was refused stands in it again, with its status. */
export async function shown(house: House, assets: Assets, visit: Visit): Promise<Response> {
  const asked: Asked = { kinds: new Map(), forms: 0 }
  const { language } = visit
  const content = await contentOf(house, visit, asked)
  if (refused(content)) return visit.failed ? alone(house, assets, visit, asked) : trouble(house, assets, language, content, visit)
  const bytes = framed(house, language, assets, content, visit, asked)
  // Components ask for their forms while they are rendered: only now it is known whether the refused one found its place.
  if (visit.failed && !visit.failed.used) return alone(house, assets, visit, asked)
  return pageOf(bytes, language, visit.failed ? statuses[visit.failed.refusal.fault] : 200)
}

/** A refused form whose page has no place for it (any more): it stands by itself, so that nothing typed is lost. */
function alone(house: House, assets: Assets, visit: Visit, asked: Asked): Response {
  const { failed, language } = visit
  if (!failed) throw new Error('no form was refused')
  const here = { ...visit, query: {} }
  const at = failed.about ? visit.snapshot.coded(failed.about) : undefined
  const form = formOf(house, here, asked, failed.command, at, { values: failed.values })
  if (!form) return trouble(house, assets, language, failed.refusal, visit)
  const title = house.ledger.commands.get(failed.command)?.words[language] ?? failed.command
  return pageOf(framed(house, language, assets, { title, inner: form }, visit, asked), language, statuses[failed.refusal.fault])
}

function contentOf(house: House, visit: Visit, asked: Asked): Promise<Content | Refusal> {
  const list = house.pages.pages.filter(isList).find(it => it.at === visit.path)
  if (list) return closed(list, visit) ?? listContent(house, visit, asked, list)
  const found = thingAt(house.ledger.kinds, visit.snapshot, visit.path)
  const of = found && thingPageOf(house.pages, found.thing, found.below)
  if (!found || !of) return Promise.resolve(unknownAddress(`/${visit.workspace}/${visit.path}`))
  return closed(of, visit) ?? thingContent(house, visit, asked, of, found.thing)
}

const closed = (it: AnyPage, { viewer }: Visit): Promise<Refusal> | undefined =>
  !it.open && viewer.clearance === 'public' ? Promise.resolve(inside) : undefined

async function listContent(house: House, visit: Visit, asked: Asked, it: ListPage): Promise<Content | Refusal> {
  const { snapshot, workspace, query, language } = visit
  // A page keeps what it does not know of its address; only the list's own words narrow it.
  const names = new Set([
    ...Object.entries(it.view.input as Record<string, { controls: readonly { suffix: string }[] }>).flatMap(([name, field]) =>
      field.controls.map(({ suffix }) => name + suffix),
    ),
    ...((it.view.facets ?? []) as readonly string[]).flatMap(name => [name, `facet.${name}`]),
    'after',
    'size',
  ])
  const own = Object.fromEntries(Object.entries(query).filter(([name, value]) => names.has(name) && value !== ''))
  const cursor = query.after ?? query.cursor
  const wanted = wantedOf(it.view, { ...own, ...(cursor && { after: cursor }) }, snapshot)
  if (refused(wanted)) return wanted
  const list = await listed(house.ledger, workspace, snapshot, it.view, wanted)
  if (refused(list)) return list
  const inner = it.render(list, contextOf(house, visit, asked)) as VNode
  return { title: it.title[language], inner, room: it.room, islands: it.islands, label: labelOf(visit, it, things(visit, list)) }
}

const things = ({ snapshot }: Visit, list: Listed): Thing[] =>
  list.rows.flatMap(row => {
    const thing = snapshot.coded(row.code)
    return thing ? [thing] : []
  })

async function thingContent(house: House, visit: Visit, asked: Asked, it: ThingPage, thing: Thing): Promise<Content | Refusal> {
  const { snapshot, workspace, query } = visit
  const found = it.needs ? await house.ledger.bring(workspace, snapshot, it.needs(snapshot, thing, query)) : {}
  if (refused(found)) return found
  const context = contextOf(house, visit, asked)
  const inner = it.render(thing, context, found as never) as VNode
  const above = context.link(thing)
  const title = it.title(thing, context)
  const kind = house.ledger.kinds.get(thing.kind)
  const secret = Object.entries((kind?.fields ?? {}) as Record<string, { label: string }>).some(
    ([name, field]) => field.label !== 'public' && (thing.body as Record<string, unknown>)[name] !== null,
  )
  return {
    title,
    inner,
    room: it.of === '*' ? (kind?.room as ThingPage['room'] | undefined) : it.room,
    islands: it.islands,
    label: secret && !it.below ? highest[visit.language] : labelOf(visit, it, [thing]),
    breadcrumb: it.below && above ? [{ href: above, words: thing.code }] : [],
  }
}

/** Above public as soon as one thing on it is, or the page itself is for inside only. */
const labelOf = ({ language, viewer }: Visit, it: AnyPage, all: readonly Thing[]): string | null =>
  viewer.clearance !== 'public' && (!it.open || all.some(thing => (thing.body as { label?: string }).label !== 'public'))
    ? highest[language]
    : null
