/** What a page of the picture is rendered with, over records alone. Test support: no file of the product imports it. */
import { declared } from '../../../src/declared.ts'
import type { Language } from '../../../src/kernel/words.ts'
import type { AnyKind } from '../../../src/model/kind.ts'
import type { PageContext } from '../../../src/rooms/page.ts'
import { type Given, snapshotOf } from '../given.ts'

const kinds = new Map<string, AnyKind>(declared.kinds.map(kind => [kind.name, kind as AnyKind]))

/** A reader of the workspace w; no form is offered. */
export function pageOn(
  records: readonly Given[],
  {
    language = 'nl',
    query = {},
    clearance = 'internal',
  }: { language?: Language; query?: Record<string, string>; clearance?: 'internal' | 'public' } = {},
): PageContext {
  const snapshot = snapshotOf(records, '2026-01-01', clearance)
  const link: PageContext['link'] = thing => {
    const place = thing && kinds.get(thing.kind)?.address(thing.code, thing.body as never)
    return place ? `/w/${place}` : undefined
  }
  return {
    language,
    workspace: 'w',
    snapshot,
    site: false,
    today: snapshot.on,
    op: null,
    bekend: null,
    query,
    viewer: { clearance } as PageContext['viewer'],
    name: id => {
      const it = snapshot.find(id)
      return it && kinds.get(it.kind)?.title(it.body as never, language, snapshot)
    },
    person: () => undefined,
    href: (to, more = {}) => `/w/${to}${Object.keys(more).length > 0 ? `?${new URLSearchParams(more)}` : ''}`,
    link,
    say: words => words[language],
    form: () => null,
    section: () => null,
  }
}
