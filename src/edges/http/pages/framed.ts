import { h, type VNode } from 'preact'
import project from '../../../../package.json' with { type: 'json' }
import { sees } from '../../../kernel/label.ts'
import { type Language, type Words, w } from '../../../kernel/words.ts'
import type { Thing } from '../../../model/snapshot.ts'
import type { AnyPage } from '../../../rooms/page.ts'
import { Frame } from '../../../ui/frame/frame.tsx'
import type { FrameProps, NavLink, Suggestions } from '../../../ui/frame/props.ts'
import { renderPage } from '../../../ui/list/rows.tsx'
import type { House } from '../house.ts'
import type { Asked } from './acting/forms.ts'
import { askedIn, compareSince, SEARCH } from './finding/addresses.ts'
import { roomWords } from './rooms.ts'
import { type Content, isList, type Visit } from './site.ts'

/** In the order of the work; the ground stands in the menu of who is signed in. */
const rooms = ['today', 'sources', 'picture', 'course', 'choice', 'account'] as const

/** The list pages of a room that this reader may open, in their order. */
export const listsOf = (house: House, room: AnyPage['room'], { viewer }: Pick<Visit, 'viewer'>) =>
  house.pages.pages
    .filter(isList)
    .filter(page => page.room === room && (page.open || sees(viewer.clearance, 'internal')))
    .sort((a, b) => (a.order ?? 99) - (b.order ?? 99))

/** Where a workspace begins: with what asks for somebody, and until there is such a page with the course. */
export const homeOf = (house: House, visit: Pick<Visit, 'viewer'>): string | undefined =>
  (['today', 'course', 'sources', 'picture', 'choice', 'account', 'ground'] as const)
    .map(room => listsOf(house, room, visit)[0]?.at)
    .find(at => at !== undefined)

/** A page within the frame, as bytes. Without a visit (no such workspace) the frame holds its content and nothing else. */
export function framed(
  house: House,
  language: Language,
  assets: { readonly styles: readonly string[]; readonly islands: Readonly<Record<string, string>> },
  content: Content,
  visit?: Visit,
  asked?: Asked,
): Buffer {
  const keep = visit ? Object.fromEntries(Object.entries(visit.query).filter(([name]) => name !== 'op' && name !== 'bekend')) : {}
  const address = (more: Readonly<Record<string, string>>) => `?${new URLSearchParams({ ...visit?.query, ...more })}`
  const asOf = (to: string) => {
    const { op, bekend } = visit?.query ?? {}
    const all = new URLSearchParams({ ...(op && { op }), ...(bekend && { bekend }) }).toString()
    return `/${visit?.workspace}/${to}${all && `?${all}`}`
  }
  const link = (page: { at: string; title: Words }): NavLink => ({
    href: asOf(page.at),
    words: page.title[language],
    current: page.at === visit?.path,
  })
  const props: FrameProps = {
    language,
    title: content.title,
    workspace: visit ? { name: nameOf(house, visit), href: `/${visit.workspace}` } : null,
    rooms: visit
      ? rooms.flatMap(room => {
          const first = listsOf(house, room, visit)[0]
          return first ? [{ href: asOf(first.at), words: roomWords[room][language], current: content.room === room }] : []
        })
      : [],
    pages: visit && content.room ? listsOf(house, content.room, visit).map(link) : [],
    breadcrumb: content.breadcrumb ?? [],
    styles: assets.styles,
    islands: (content.islands ?? []).flatMap(name => assets.islands[name] ?? []),
    languages: [
      { code: 'nl', name: 'Nederlands', href: address({ taal: 'nl' }) },
      { code: 'en', name: 'English', href: address({ taal: 'en' }) },
    ],
    search: visit
      ? { action: `/${visit.workspace}/${SEARCH}`, value: visit.path === SEARCH ? askedIn(visit.query) : '', keep: days(visit) }
      : null,
    user:
      visit && visit.viewer.role !== 'public'
        ? {
            name: visit.snapshot.person(visit.viewer.by) ?? visit.viewer.by,
            links: listsOf(house, 'ground', visit).map(link),
            signOut: '/-/sign-out',
          }
        : null,
    // Without a visit nobody knows whether this reader is signed in.
    signIn: visit ? '/-/sign-in' : null,
    ...(visit &&
      !content.timeless && {
        asOf: {
          on: visit.snapshot.on,
          today: visit.today,
          known: (visit.query.bekend ?? 'nu') === 'nu' ? ('now' as const) : ('then' as const),
          at: /^\d/.test(visit.query.bekend ?? '') ? visit.query.bekend : undefined,
          since: visit.since ?? null,
          compare:
            visit.since === undefined ? undefined : compareSince(visit.workspace, visit.snapshot.on, visit.today, visit.query.bekend),
        },
      }),
    keep,
    label: content.label ?? (content.internal ? labelWords[language] : null),
    notice: visit?.notice,
    wrong: visit?.failed !== undefined,
    suggestions: () => (visit && asked ? suggestions(house, visit, asked) : []),
    footer: {
      time: clock(house.now()),
      version: project.version,
      help: '/-/help',
      accessibility: '/-/help#toegankelijkheid',
      address: visit && addressOf(visit, house.now()),
    },
    children: content.inner,
  }
  const bytes = renderPage(h(Frame, props) as VNode)
  // Only a rendered page knows all it names, and the label stands on top: then it is made once more.
  return props.label === null && visit?.named.internal ? renderPage(h(Frame, { ...props, label: labelWords[language] }) as VNode) : bytes
}

export const labelWords = w('INTERN', 'INTERNAL')

const days = ({ query: { op, bekend } }: Visit): Record<string, string> => ({ ...(op && { op }), ...(bekend && { bekend }) })

/** This very page again, from paper: its day, and what was known at the moment it was made. */
function addressOf({ workspace, path, query, snapshot }: Visit, now: string): string {
  const { bekend } = query
  const known = bekend === undefined || bekend === 'nu' ? now : bekend
  // Colons may stand as they are: on paper somebody types them over.
  return `/${workspace}/${path}?${new URLSearchParams({ ...query, op: snapshot.on, bekend: known })}`.replaceAll('%3A', ':')
}

const clock = (now: string): string => `${now.slice(0, 10)} ${now.slice(11, 16)} UTC`

/** The workspace's own name where it is recorded, else the one in its address. */
function nameOf(house: House, { snapshot, language, workspace }: Visit): string {
  const [it] = snapshot.all('workspace')
  return it ? String(house.ledger.kinds.get('workspace')?.title(it.body, language, snapshot) ?? workspace) : workspace
}

/** What forms may suggest, gathered once for the page: at most 500 of each. */
const suggestions = (house: House, { snapshot, language }: Visit, asked: Asked): Suggestions[] =>
  [...asked.kinds].map(([id, kinds]) => ({
    id,
    options: kinds
      .flatMap(kind => snapshot.all(kind as never) as readonly Thing[])
      .slice(0, 500)
      .map(thing => ({ code: thing.code, name: String(house.ledger.kinds.get(thing.kind)?.title(thing.body, language, snapshot) ?? '') })),
  }))
