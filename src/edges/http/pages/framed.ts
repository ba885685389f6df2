import { h, type VNode } from 'preact'
import { sees } from '../../../kernel/label.ts'
import { type Language, type Words, w } from '../../../kernel/words.ts'
import type { Thing } from '../../../model/snapshot.ts'
import type { AnyPage } from '../../../rooms/page.ts'
import { Frame } from '../../../ui/frame/frame.tsx'
import type { FrameProps, NavLink, Suggestions } from '../../../ui/frame/props.ts'
import { renderPage } from '../../../ui/list/rows.tsx'
import type { House } from '../house.ts'
import type { Asked } from './acting/forms.ts'
import { isList, type Visit } from './site.ts'

/** In the order of the work; the ground stands in the menu of who is signed in. */
const rooms: readonly (readonly [AnyPage['room'], Words])[] = [
  ['today', w('Vandaag', 'Today')],
  ['sources', w('Bronnen', 'Sources')],
  ['picture', w('Beeld', 'Picture')],
  ['course', w('Koers', 'Course')],
  ['choice', w('Keuze', 'Choice')],
  ['account', w('Verantwoording', 'Accountability')],
]

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

export interface Content {
  readonly title: string
  readonly inner: VNode
  readonly room?: AnyPage['room'] | undefined
  readonly islands?: readonly string[] | undefined
  readonly label?: string | null
  readonly breadcrumb?: readonly NavLink[]
}

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
      ? rooms.flatMap(([room, words]) => {
          const first = listsOf(house, room, visit)[0]
          return first ? [{ href: asOf(first.at), words: words[language], current: content.room === room }] : []
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
    search: null,
    user:
      visit && visit.viewer.role !== 'public'
        ? {
            name: visit.snapshot.person(visit.viewer.by) ?? visit.viewer.by,
            links: listsOf(house, 'ground', visit).map(link),
            signOut: '/-/sign-out',
          }
        : null,
    signIn: '/-/sign-in',
    ...(visit && {
      asOf: {
        on: visit.snapshot.on,
        today: visit.today,
        known: (visit.query.bekend ?? 'nu') === 'nu' ? ('now' as const) : ('then' as const),
        at: /^\d/.test(visit.query.bekend ?? '') ? visit.query.bekend : undefined,
        since: null,
      },
    }),
    keep,
    label: content.label ?? null,
    notice: visit?.notice,
    wrong: visit?.failed !== undefined,
    suggestions: () => (visit && asked ? suggestions(house, visit, asked) : []),
    footer: { time: clock(house.now()), version: '0.1.0', help: '/-/help', accessibility: '/-/help#toegankelijkheid' },
    children: content.inner,
  }
  return renderPage(h(Frame, props) as VNode)
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
