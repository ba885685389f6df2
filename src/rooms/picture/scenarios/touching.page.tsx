import { w } from '../../../kernel/words.ts'
import type { Snapshot, Thing } from '../../../model/snapshot.ts'
import type { PageContext } from '../../page.ts'
import { InfluenceItem } from '../links/link.page.tsx'
import type { Texts } from '../pages/said.page.tsx'

/** Trends that raise or lower a scenario; what scenarios do to each other stands on the page of its cascades. */
export const touching = (snapshot: Snapshot, scenario: string): readonly Thing<'influence'>[] =>
  snapshot
    .pointing('influence', 'to', scenario)
    .filter(({ body }) => snapshot.get('trend', body.from) !== undefined)
    .toSorted((a, b) => (a.code < b.code ? -1 : 1))

/** [T82] The trends that bear on a scenario, on its own page, with the passage that says so. */
export const Touching = ({ of, page, texts }: { of: readonly Thing<'influence'>[]; page: PageContext; texts: Texts }) =>
  of.length === 0 ? null : (
    <section>
      <h2>{page.say(w('Ontwikkelingen die hierop werken', 'Trends that bear on this'))}</h2>
      <ul class="link-list">
        {of.map(it => (
          <InfluenceItem key={it.id} it={it} page={page} texts={texts} />
        ))}
      </ul>
    </section>
  )
