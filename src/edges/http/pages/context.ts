import { Fragment, h } from 'preact'
import type { Viewer } from '../../../access/viewer.ts'
import { addDays } from '../../../kernel/day.ts'
import { type Refusal, refused } from '../../../kernel/refusal.ts'
import type { Ledger } from '../../../ledger/read.ts'
import type { LedgerSnapshot } from '../../../ledger/snapshot.ts'
import type { Thing } from '../../../model/snapshot.ts'
import type { PageContext } from '../../../rooms/page.ts'
import type { AnySection } from '../../../rooms/section.ts'
import type { House } from '../house.ts'
import { type Asked, formOf } from './acting/forms.ts'
import { type Pages, placeOf, type Visit } from './site.ts'

export type Brought = ReadonlyMap<AnySection, Readonly<Record<string, unknown>>>

/** What the sections on a thing's page need from outside the snapshot, brought before the page is rendered. */
export async function broughtFor(
  ledger: Ledger,
  workspace: string,
  snapshot: LedgerSnapshot,
  pages: Pages,
  on: string,
  thing: Thing,
): Promise<Brought | Refusal> {
  const brought = new Map<AnySection, Record<string, unknown>>()
  for (const it of pages.sections) {
    if (it.on !== on || !it.needs) continue
    const found = await ledger.bring(workspace, snapshot, it.needs(snapshot, thing))
    if (refused(found)) return found
    brought.set(it, found)
  }
  return brought
}

/** [H35] A page bears the label of the highest thing it names. */
const heard = (visit: Visit, thing: Thing | undefined): void => {
  if (thing && (thing.body as { label?: string }).label !== 'public') visit.named.internal = true
}

/** With what a page is rendered: all it may know of its reader, its day and the rest of the house. */
export function contextOf(house: House, visit: Visit, asked: Asked, brought?: Brought): PageContext {
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
    eve: () => house.endOf(addDays(visit.today, -1)),
    ...(visit.mine && { mine: visit.mine }),
    op: (query.op as PageContext['op']) ?? null,
    bekend: query.bekend ?? null,
    query,
    name(id) {
      const thing = snapshot.find(id)
      heard(visit, thing)
      return thing && (kinds.get(thing.kind)?.title(thing.body, language, snapshot) as string | undefined)
    },
    person(key) {
      const name = snapshot.person(key)
      if (name !== undefined) visit.named.internal = true
      return name
    },
    href(to, more = {}) {
      const all = new URLSearchParams({ ...kept, ...more }).toString()
      return `/${workspace}${to === '' ? '' : `/${to}`}${all === '' ? '' : `?${all}`}`
    },
    link(thing) {
      heard(visit, thing)
      const place = thing && placeOf(kinds, thing)
      return place ? page.href(place) : undefined
    },
    say: words => words[language],
    form: (command, at, start) => formOf(house, visit, asked, command, at, start),
    section: (name, thing) =>
      house.pages.sections
        .filter(it => it.on === name)
        .sort((a, b) => a.order - b.order)
        .map((it, i) => h(Fragment, { key: i }, it.render(thing, page, (brought?.get(it) ?? {}) as never))),
  }
  return page
}
