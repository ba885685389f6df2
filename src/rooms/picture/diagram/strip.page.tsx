import { type Words, w } from '../../../kernel/words.ts'
import type { Axis } from '../../../model/picture/rating.ts'
import { axes } from '../../../model/picture/scale.ts'
import { Strip } from '../../../ui/plot/strip.tsx'
import type { PageContext } from '../../page.ts'
import type { Held } from '../ratings/held.ts'
import { rangeOf, sayRange } from '../ratings/said.ts'
import { axisOf } from './axes.page.tsx'
import { measureOf, spanOf } from './span.ts'

/**
 * [T81] What several editions say of one thing on one axis, under one another, the oldest first. Editions on another scale than the newest
 * are not drawn, since their classes would stand in the wrong place; a rating without a class on this axis has an empty line.
 */
export function Strips({ id, of, axis, page }: { id: string; of: readonly Held[]; axis: Axis; page: PageContext }) {
  const dated = of.toSorted((a, b) => (a.assessment.body.on < b.assessment.body.on ? -1 : 1))
  const scaleOf = ({ rating }: Held) => rangeOf(rating.body, axis, page.snapshot)?.low.body.scale
  const newest = dated.findLast(each => scaleOf(each) !== undefined)
  const measure = newest && measureOf(page.snapshot, scaleOf(newest) ?? null)
  if (!newest || !measure) return null
  const rows = dated.filter(each => scaleOf(each) === undefined || scaleOf(each) === measure.scale.id)
  const drawn = axisOf(measure, page)
  const none: Words = w('geen klasse', 'no class')
  const spoken = rows.map(
    each => `${each.assessment.body.short}: ${sayRange(each.rating.body, axis, page.snapshot, page.language) ?? page.say(none)}`,
  )
  return (
    <figure class="strips">
      <Strip
        id={id}
        title={page.say(axes[axis]).replace(/^./, c => c.toUpperCase())}
        described={`${spoken.join('; ')}.`}
        axis={drawn}
        rows={rows.map(each => ({
          key: each.rating.id,
          words: each.assessment.body.short,
          span: spanOf(each.rating.body, axis, measure, page.snapshot),
        }))}
      />
      <figcaption>{drawn.title}</figcaption>
    </figure>
  )
}
