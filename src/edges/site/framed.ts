import type { Language } from '../../kernel/words.ts'
import type { NavLink } from '../../ui/frame/props.ts'
import type { SiteProps } from '../../ui/frame/site.tsx'
import { isList } from '../http/pages/site.ts'
import { folderOf, type Target, wayTo } from './addresses.ts'
import type { Lying } from './context.ts'
import type { Rendered } from './rendered.ts'

const rooms = ['course', 'picture', 'choice', 'sources', 'ground', 'today', 'account']

/** One row of links over every page: the public lists, then what only the site has. */
function linksOf({ pages }: Lying, target: Target, { page }: Rendered): { readonly top: NavLink[]; readonly foot: NavLink[] } {
  const lists = pages.pages
    .filter(isList)
    .filter(it => it.open)
    .toSorted((a, b) => rooms.indexOf(a.room) - rooms.indexOf(b.room) || (a.order ?? 99) - (b.order ?? 99))
    .map(it => ({ href: page.href(it.at), words: page.say(it.title), current: target.sort !== 'thing' && target.at === it.at }))
  const own = (pages.sitePages ?? [])
    .filter(it => it.at !== '')
    .toSorted((a, b) => (a.order ?? 99) - (b.order ?? 99))
    .map(it => ({
      at: it.order === undefined ? 'foot' : 'top',
      link: { href: page.href(it.at), words: page.say(it.words), current: target.at === it.at },
    }))
  const of = (at: string) => own.filter(it => it.at === at).map(it => it.link)
  return { top: [...lists, ...of('top')], foot: of('foot') }
}

/** Everything a page of the site shows around what stands in it. */
export function frameOf(
  lying: Lying,
  target: Target,
  rendered: Rendered,
  { sheet, address }: { readonly sheet: string; readonly address: string | null },
): SiteProps {
  const { language, workspace, folder, snapshot } = lying
  const { page } = rendered
  const links = linksOf(lying, target, rendered)
  const [about] = snapshot.all('workspace')
  const feeds = snapshot.all('feed').map(it => it.body.readUntil)
  const place = (of: Language) => folderOf(of, workspace, target.at)
  const full = (of: Language) => (address ? `${address}${place(of)}/` : wayTo(folder, place(of)))
  return {
    language,
    title: rendered.title,
    description: rendered.description,
    front: target.at === '',
    workspace: { name: (about && page.name(about.id)) ?? workspace, href: page.href('') },
    links: links.top,
    breadcrumb: breadcrumbOf(target, rendered),
    sheet: `${wayTo(folder, '')}${sheet}`,
    canonical: full(language),
    languages: [
      { code: 'nl', name: 'Nederlands', href: wayTo(folder, place('nl')), full: full('nl') },
      { code: 'en', name: 'English', href: wayTo(folder, place('en')), full: full('en') },
    ],
    on: snapshot.on,
    readUntil: feeds.length > 0 ? feeds.reduce((a, b) => (a < b ? a : b)) : null,
    foot: links.foot,
    children: rendered.inner,
  }
}

/** From what a page hangs: a narrowed list under the whole one, a thing under its list, its history under the thing. */
function breadcrumbOf(target: Target, { page, above }: Rendered): NavLink[] {
  if (target.sort === 'list' && target.at !== target.page.at)
    return [{ href: page.href(target.page.at), words: page.say(target.page.title) }]
  const address = above ? page.link(above) : undefined
  return above && address ? [{ href: address, words: above.code }] : []
}
