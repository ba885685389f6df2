import { h, type VNode } from 'preact'
import { addressed } from '../../../kernel/id.ts'
import { type Refusal, refuse, refused } from '../../../kernel/refusal.ts'
import { sayDay } from '../../../kernel/say.ts'
import { type Language, type Words, w } from '../../../kernel/words.ts'
import type { Thing } from '../../../model/snapshot.ts'
import type { AnyPage, Listed, ListPage, ThingPage } from '../../../rooms/page.ts'
import { Problem } from '../../../ui/frame/problem.tsx'
import { listed } from '../api/lists/list.ts'
import { wantedOf } from '../api/lists/wanted.ts'
import { answerOf } from '../bytes.ts'
import type { House } from '../house.ts'
import { statuses, titles, unknownAddress } from '../problems.ts'
import { formAlone } from './acting/form-alone.ts'
import { type Asked, formOf } from './acting/forms.ts'
import { ownOf } from './acting/kept.ts'
import { withoutPlace } from './acting/typed.ts'
import type { Assets } from './assets.ts'
import { broughtFor, contextOf } from './context.ts'
import { COMPARE, SEARCH } from './finding/addresses.ts'
import { compared } from './finding/compare.ts'
import { retiredOf } from './finding/retired.ts'
import { jumpOf, searched } from './finding/search.ts'
import { framed, labelWords } from './framed.ts'
import type { Content } from './site.ts'
import { isList, placeOf, thingAt, thingPageOf, type Visit } from './site.ts'

const inside = refuse('rights.sign-in', w('Meld u aan om dit te zien.', 'Sign in to see this.'), { fault: 'sign-in' })

/** For who keeps a page: the same for every public reader, or for this reader only; asked for again either way. */
export const open = 'public, no-cache'
export const headersOf = (language: Language, cache: string) => ({
  'content-type': 'text/html; charset=utf-8',
  'content-language': language,
  'cache-control': cache,
  vary: 'Cookie, Accept-Language',
})

/** Bytes of `framed` as an answer. */
export const pageOf = (bytes: Buffer, language: Language, status = 200, cache = 'private, no-cache'): Response =>
  answerOf(bytes, { status, headers: headersOf(language, cache) })

/**
 * In words, in the frame, with the status of its fault.
 * @param more what else leads on from here, and a status and title where HTTP has its own for the case.
 */
export function trouble(house: House, assets: Assets, language: Language, refusal: Refusal, visit?: Visit, more: More = {}): Response {
  const links = [
    ...(more.links ?? []),
    ...(visit ? [{ href: `/${visit.workspace}`, words: w('Naar het begin', 'To the start')[language] }] : []),
    ...(refusal.fault === 'sign-in' || visit?.viewer.role === 'public'
      ? [{ href: '/-/sign-in', words: w('Aanmelden', 'Sign in')[language] }]
      : []),
  ]
  const content = { title: (more.title ?? titles[refusal.fault])[language], inner: h(Problem, { refusal, language, links }) as VNode }
  return pageOf(framed(house, language, assets, content, visit), language, more.status ?? statuses[refusal.fault])
}
interface More {
  readonly links?: readonly { readonly href: string; readonly words: string }[]
  readonly status?: number
  readonly title?: Words
}

/** [H31] What ended has a page of its last day: who is inside is told so. To all others it is as if it never was. */
async function gone(house: House, assets: Assets, refusal: Refusal, visit: Visit): Promise<Response> {
  const steps = visit.path.split('/')
  const it = (await retiredOf(house, visit.workspace, visit.snapshot, steps)).find(
    one =>
      placeOf(house.ledger.kinds, one as unknown as Thing) ===
      addressed(steps.slice(0, steps.indexOf(one.code.toLowerCase()) + 1).join('/')),
  )
  if (!it) return trouble(house, assets, visit.language, refusal, visit)
  const until = w(
    `Dit gold tot en met ${sayDay(it.until, 'nl')}. Bekijk het op die dag.`,
    `This held until ${sayDay(it.until, 'en')}. See it on that day.`,
  )
  const href = `/${visit.workspace}/${visit.path}?${new URLSearchParams({ op: it.until })}`
  return trouble(house, assets, visit.language, refuse('thing.ended', until, { fault: 'missing', found: it.code }), visit, {
    status: 410,
    title: w('Dit is er niet meer', 'This is no longer there'),
    links: [{ href, words: w(`${it.code} op ${sayDay(it.until, 'nl')}`, `${it.code} on ${sayDay(it.until, 'en')}`)[visit.language] }],
  })
}

/** The page at an address: a list, or a thing and what stands below it. A form that was refused stands in it again, with its status. */
export async function shown(house: House, assets: Assets, visit: Visit): Promise<Response> {
  const asked: Asked = { kinds: new Map(), forms: 0 }
  const { language } = visit
  const jump = visit.path === SEARCH ? jumpOf(house, visit) : undefined
  if (jump) return new Response(null, { status: 302, headers: { location: jump, 'cache-control': 'no-store' } })
  const content = await contentOf(house, visit, asked)
  if (refused(content) && visit.failed) return alone(house, assets, visit, asked)
  if (refused(content))
    return content.code === 'address.unknown' ? gone(house, assets, content, visit) : trouble(house, assets, language, content, visit)
  const bytes = framed(house, language, assets, content, visit, asked)
  // Components ask for their forms while they are rendered: only now it is known whether the refused one found its place.
  if (visit.failed && !visit.failed.used) {
    const above = withoutPlace(house, visit, visit.failed)
    if (!above) return alone(house, assets, visit, asked)
    const both = { ...content, inner: h('div', {}, above, content.inner) as VNode }
    return pageOf(framed(house, language, assets, both, visit, asked), language, statuses[visit.failed.refusal.fault])
  }
  if (visit.failed) return pageOf(bytes, language, statuses[visit.failed.refusal.fault])
  return pageOf(bytes, language, 200, visit.viewer.role === 'public' ? open : undefined)
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
  const form = formAlone(house, visit, asked)
  if (form) return Promise.resolve(form)
  if (visit.path === SEARCH) return searched(house, visit)
  if (visit.path === COMPARE) return compared(house, visit)
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
  visit.named.whole = !it.view.needs
  const inner = it.render(list, contextOf(house, visit, asked)) as VNode
  return { title: it.title[language], inner, room: it.room, islands: it.islands, label: labelOf(visit, it, () => things(visit, list)) }
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
  const brought = await broughtFor(house.ledger, workspace, snapshot, house.pages, it.name, thing)
  if (refused(brought)) return brought
  visit.named.whole = !it.needs && !it.mine && brought.size === 0
  const mine = it.mine ? await ownOf(house, visit, it.mine) : {}
  const context = contextOf(house, { ...visit, mine }, asked, brought)
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
    label: secret && !it.below ? labelWords[visit.language] : labelOf(visit, it, () => [thing]),
    breadcrumb: it.below && above ? [{ href: above, words: thing.code }] : [],
  }
}

/** Above public as soon as one thing on it is, or the page itself is for inside only. */
const labelOf = ({ language, viewer }: Visit, it: AnyPage, all: () => readonly Thing[]): string | null =>
  viewer.clearance !== 'public' && (!it.open || all().some(thing => (thing.body as { label?: string }).label !== 'public'))
    ? labelWords[language]
    : null
