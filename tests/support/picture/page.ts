/** What a page is rendered with, without a server: names, links and queries as they would read, in Dutch unless asked. */
import { h, type VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import type { Language } from '../../../src/kernel/words.ts'
import type { Snapshot, Thing } from '../../../src/model/snapshot.ts'
import type { ListPage, PageContext, ThingPage } from '../../../src/rooms/page.ts'

const titled = (thing: Thing | undefined): string | undefined => {
  const body = thing?.body as { name?: { nl: string | null }; short?: string } | undefined
  return body?.short ?? body?.name?.nl ?? undefined
}

export interface Around {
  readonly query?: Readonly<Record<string, string>>
  readonly site?: boolean
  readonly language?: Language
  readonly section?: PageContext['section']
}

export function pageOn(snapshot: Snapshot, { query = {}, site = false, language = 'nl', section = () => null }: Around = {}): PageContext {
  return {
    language,
    workspace: 'w',
    snapshot,
    viewer: {} as never,
    site,
    today: snapshot.on,
    op: null,
    bekend: null,
    query,
    name: id => titled(snapshot.find(id)),
    person: () => undefined,
    href: (to, more = {}) => `/w/${to}${Object.keys(more).length > 0 ? `?${new URLSearchParams(more)}` : ''}`,
    link: thing => thing && `/w/beeld/${thing.code.toLowerCase()}`,
    say: words => words[language],
    form: () => null,
    section,
  }
}

/** A list page that makes its own rows from the snapshot. */
export const shownList = (page: ListPage, snapshot: Snapshot, around?: Around): string =>
  renderToString(h(() => page.render(null as never, pageOn(snapshot, around)), {}) as VNode)

export const shownThing = (page: ThingPage, thing: Thing, snapshot: Snapshot, around?: Around): string =>
  renderToString(h(() => page.render(thing, pageOn(snapshot, around), {}), {}) as VNode)
