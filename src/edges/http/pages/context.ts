import { Fragment, h } from 'preact'
import type { Viewer } from '../../../access/viewer.ts'
import type { PageContext } from '../../../rooms/page.ts'
import type { House } from '../house.ts'
import { type Asked, formOf } from './acting/forms.ts'
import { placeOf, type Visit } from './site.ts'

/** With what a page is rendered: all it may know of its reader, its day and the rest of the house. */
export function contextOf(house: House, visit: Visit, asked: Asked): PageContext {
  const { snapshot, language, workspace, query, viewer } = visit
  const kinds = house.ledger.kinds
  const kept = { ...(query.op !== undefined && { op: query.op }), ...(query.bekend !== undefined && { bekend: query.bekend }) }
  const page: PageContext = {
    language,
    workspace,
    snapshot,
    viewer: viewer as Viewer,
    site: false,
    today: visit.today,
    op: (query.op as PageContext['op']) ?? null,
    bekend: query.bekend ?? null,
    query,
    name(id) {
      const thing = snapshot.find(id)
      return thing && (kinds.get(thing.kind)?.title(thing.body, language, snapshot) as string | undefined)
    },
    person: key => snapshot.person(key),
    href(to, more = {}) {
      const all = new URLSearchParams({ ...kept, ...more }).toString()
      return `/${workspace}${to === '' ? '' : `/${to}`}${all === '' ? '' : `?${all}`}`
    },
    link(thing) {
      const place = thing && placeOf(kinds, thing)
      return place ? page.href(place) : undefined
    },
    say: words => words[language],
    form: (command, at, start) => formOf(house, visit, asked, command, at, start),
    section: (name, thing) =>
      house.pages.sections
        .filter(it => it.on === name)
        .sort((a, b) => a.order - b.order)
        .map((it, i) => h(Fragment, { key: i }, it.render(thing, page))),
  }
  return page
}
