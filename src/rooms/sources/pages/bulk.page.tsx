import { sayNumber } from '../../../kernel/say.ts'
import { isPassage } from '../../../kernel/values/evidence.ts'
import { w } from '../../../kernel/words.ts'
import type { Thing } from '../../../model/snapshot.ts'
import type { PageContext } from '../../page.ts'
import { modelOf } from '../model/judge.ts'
import { sortOf } from './why.page.tsx'

interface Props {
  readonly at: Thing
  readonly open: readonly Thing<'proposal'>[]
  readonly page: PageContext
  address(query: Readonly<Record<string, string>>): string
}

const apart = w('Voorgesteld door een taalmodel: neem dit apart over.', 'Proposed by a language model: accept this by itself.')

/** [S6] Everything that the filter shows, to look over before one act accepts it. What one leaves out stands in the address. */
export function Bulk({ at, open, page, address }: Props) {
  const skipped = new Set((page.query.zonder ?? '').split(',').filter(Boolean))
  const taken = open.filter(each => !skipped.has(each.code) && !modelOf(each.body.reasons))
  const without = (codes: Iterable<string>) => {
    const all = [...codes].join(',')
    return address({ doe: 'alles', ...(all && { zonder: all }) })
  }
  const count = taken.length
  const words = w(
    `${sayNumber(count, 'nl')} ${count === 1 ? 'voorstel' : 'voorstellen'} overnemen`,
    `Accept ${sayNumber(count, 'en')} ${count === 1 ? 'proposal' : 'proposals'}`,
  )
  return (
    <section class="bulk">
      <h2>{page.say(w('Bekijken en in één keer overnemen', 'Look over and accept in one go'))}</h2>
      <ul class="things">
        {open.map(each => {
          const out = !taken.includes(each)
          const quote = each.evidence.find(isPassage)?.quote.replace(/\s+/g, ' ')
          const other = out ? [...skipped].filter(code => code !== each.code) : [...skipped, each.code]
          return (
            <li key={each.id} id={`alles-${each.code}`} class={out ? 'muted' : undefined}>
              {each.code}: {page.say(sortOf(each.body.command))}, <q>{quote}</q>{' '}
              {modelOf(each.body.reasons) ? (
                page.say(apart)
              ) : (
                <a href={`${without(other)}#alles-${each.code}`} data-act="skip">
                  {page.say(out ? w('Toch meenemen', 'Include after all') : w('Overslaan', 'Leave out'))}
                  <span class="unseen"> {each.code}</span>
                </a>
              )}
            </li>
          )
        })}
      </ul>
      {/* By id: one that somebody else decides meanwhile is then refused with who decided it, and not as a code that is not there. */}
      {count > 0 &&
        page.form('proposal.accept-all', at, { values: { proposals: taken.map(each => each.id).join('\n') }, words, back: address({}) })}
      <p>
        <a href={address({})}>{page.say(w('Terug, zonder over te nemen', 'Back, without accepting'))}</a>
      </p>
    </section>
  )
}
