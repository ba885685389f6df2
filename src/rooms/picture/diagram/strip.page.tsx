import { type Words, w } from '../../../kernel/words.ts'
import { type Axis, changes } from '../../../model/picture/rating.ts'
import { axes } from '../../../model/picture/scale.ts'
import { Strip } from '../../../ui/plot/strip.tsx'
import type { PageContext } from '../../page.ts'
import type { Held } from '../ratings/held.ts'
import { rangeOf, sayRange } from '../ratings/said.ts'
import { axisOf } from './axes.page.tsx'
import { measureOf, spanOf } from './span.ts'

const none: Words = w('geen klasse', 'no class')

/**
 * [T81] What several editions say of one thing on one axis, under one another, the oldest first. What gives no class has its words in place of
 * a range. Editions on another scale than the newest are left out and named, since their classes would stand in the wrong place.
 */
export function Strips({ id, of, axis, page }: { id: string; of: readonly Held[]; axis: Axis; page: PageContext }) {
  const dated = of.toSorted((a, b) => (a.assessment.body.on < b.assessment.body.on ? -1 : 1))
  const scaleOf = ({ rating }: Held) => rangeOf(rating.body, axis, page.snapshot)?.low.body.scale
  const newest = dated.findLast(each => scaleOf(each) !== undefined)
  const measure = newest && measureOf(page.snapshot, scaleOf(newest) ?? null)
  if (!measure) return null
  const fits = (each: Held) => scaleOf(each) === undefined || scaleOf(each) === measure.scale.id
  const others = dated.filter(each => !fits(each)).map(each => each.assessment.body.short)
  const drawn = axisOf(measure, page)
  const rows = dated.filter(fits).map(each => {
    const { change } = each.rating.body
    const said = change === null ? none : w(`${changes[change].nl}, ${none.nl}`, `${changes[change].en}, ${none.en}`)
    return {
      key: each.rating.id,
      words: each.assessment.body.short,
      span: spanOf(each.rating.body, axis, measure, page.snapshot),
      instead: page.say(change === null ? none : changes[change]),
      said: `${each.assessment.body.short}: ${sayRange(each.rating.body, axis, page.snapshot, page.language) ?? page.say(said)}`,
    }
  })
  return (
    <figure class="strips">
      <Strip
        id={id}
        title={page.say(axes[axis]).replace(/^./, c => c.toUpperCase())}
        described={`${rows.map(({ said }) => said).join('; ')}.`}
        axis={drawn}
        rows={rows}
      />
      <figcaption>
        {drawn.title}
        {others.length > 0 &&
          page.say(
            w(
              `. Niet getekend, want op een andere schaal: ${others.join(', ')}`,
              `. Not drawn, being on another scale: ${others.join(', ')}`,
            ),
          )}
      </figcaption>
    </figure>
  )
}
