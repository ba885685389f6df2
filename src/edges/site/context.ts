import { Fragment, h } from 'preact'
import { anonymous } from '../../access/viewer.ts'
import type { Language } from '../../kernel/words.ts'
import type { LedgerSnapshot } from '../../ledger/snapshot.ts'
import type { PageContext } from '../../rooms/page.ts'
import type { Brought } from '../http/pages/context.ts'
import { placeOf } from '../http/pages/site.ts'
import { folderOf, type Target, targetOf, type Whereabouts, wayTo } from './addresses.ts'

/** Where a page lies, and what it may ask for while it is rendered. */
export interface Lying extends Whereabouts {
  readonly snapshot: LedgerSnapshot
  readonly workspace: string
  readonly language: Language
  /** The folder this page is written to. */
  readonly folder: string
  readonly query: Readonly<Record<string, string>>
  /** Told of every page of the site that this one links to. */
  linked(target: Target): void
}

/** With what a page of the site is rendered: no reader, no form, and links that only lead to pages of the site. */
export function siteContext(lying: Lying, brought: Brought): PageContext {
  const { snapshot, language, workspace, kinds, pages } = lying
  const page: PageContext = {
    language,
    workspace,
    snapshot,
    viewer: anonymous,
    site: true,
    today: snapshot.on,
    op: null,
    bekend: null,
    query: lying.query,
    name(id) {
      const thing = snapshot.find(id)
      return thing && (kinds.get(thing.kind)?.title(thing.body, language, snapshot) as string | undefined)
    },
    person: () => undefined,
    href(to, query = {}) {
      const target = targetOf(lying, to, query)
      // A fault of a page, not of what stands in the ledger: the site is not written with a dead link in it.
      if (!target) throw new Error(`${lying.folder}: the site has no page ${to} ${JSON.stringify(query)}`)
      lying.linked(target)
      return wayTo(lying.folder, folderOf(language, workspace, target.at))
    },
    link(thing) {
      const place = thing && placeOf(kinds, thing)
      return place && targetOf(lying, place) ? page.href(place) : undefined
    },
    say: words => words[language],
    form: () => null,
    section: (name, thing) =>
      pages.sections
        .filter(it => it.on === name)
        .sort((a, b) => a.order - b.order)
        .map((it, i) => h(Fragment, { key: i }, it.render(thing, page, (brought.get(it) ?? {}) as never))),
  }
  return page
}
