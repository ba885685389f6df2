import type { Body } from '../../../fields/field.ts'
import type { Named } from '../../../fields/name.ts'
import { sayDay, sayNumber } from '../../../kernel/say.ts'
import { type Language, type Words, w } from '../../../kernel/words.ts'
import { commitment } from '../../../model/course/commitment.ts'
import type { State } from '../../../model/course/commitment-state.ts'
import { Enumerated, Lead, type Part } from '../../../ui/show/sentence.tsx'
import type { PageContext } from '../../page.ts'
import { reading } from '../../reading.ts'
import type { actionLinesView } from '../lines/action-lines.view.ts'
import { saidState } from '../said.ts'

export type Row = Body<typeof actionLinesView.row>
/** The language a name is in where it is not that of the page: a screen reader then says it right. */
export const tongue = (name: Named, language: Language): Language | undefined =>
  name[language] === null ? (language === 'nl' ? 'en' : 'nl') : undefined

/** What asks for attention, and what was kept: the rest stands in the list. */
const counted: readonly (readonly [State, Words])[] = [
  ['late', w('te laat', 'late')],
  ['not-found', w('voorbij zonder gevonden nakoming', 'past with no fulfilment found')],
  ['fulfilled', w('nagekomen', 'fulfilled')],
]

/** What it is, how the promises stand, and what is not known: in that order, in a few seconds. */
export function Opening({ rows, page }: { rows: readonly Row[]; page: PageContext }) {
  const [strategy] = page.snapshot.all('strategy')
  if (rows.length === 0) return null
  const { nl, en } = unknown(rows, page.language)
  const priorities = rows.reduce((n, row) => n + row.priorities, 0)
  return (
    <>
      <Lead>
        {strategy && `${page.name(strategy.id) ?? strategy.code}: ${period(strategy.body, page)}. `}
        {page.say(
          w(
            `${sayNumber(rows.length, 'nl')} actielijnen met ${sayNumber(priorities, 'nl')} prioriteiten.`,
            `${sayNumber(rows.length, 'en')} action lines with ${sayNumber(priorities, 'en')} priorities.`,
          ),
        )}
      </Lead>
      <Course page={page} />
      {nl && <p class="muted">{page.say({ nl, en })}</p>}
    </>
  )
}

/** How the promises stand, each count a link to exactly what it counts. */
function Course({ page }: { page: PageContext }) {
  const { snapshot } = page
  const promises = snapshot.all('commitment')
  const all = promises.length
  const said = promises.map(it =>
    saidState(reading(snapshot, it, commitment, snapshot.clearance).follows.state, it.body.lateConfirmed, snapshot),
  )
  const parts: Part[] = counted
    .map(([state, words]) => ({ state, words, n: said.filter(it => it === state).length }))
    .filter(({ n }) => n > 0)
    .map(({ state, words, n }) => ({
      words: `${sayNumber(n, page.language)} ${page.say(words)}`,
      href: page.href('koers/toezeggingen', { state }),
    }))
  const feeds = snapshot.all('feed').map(it => it.body.readUntil)
  const readUntil = feeds.length > 0 ? feeds.reduce((a, b) => (a < b ? a : b)) : null
  return (
    <p>
      <a href={page.href('koers/toezeggingen')}>
        {page.say(
          w(
            `${sayNumber(all, 'nl')} ${all === 1 ? 'toezegging' : 'toezeggingen'}`,
            `${sayNumber(all, 'en')} ${all === 1 ? 'commitment' : 'commitments'}`,
          ),
        )}
      </a>
      {parts.length > 0 && page.say(w(', waarvan ', ', of which '))}
      <Enumerated parts={parts} and={page.say(w('en', 'and'))} />.{' '}
      {readUntil && page.say(w(`Bronnen gelezen tot en met ${sayDay(readUntil, 'nl')}.`, `Sources read up to ${sayDay(readUntil, 'en')}.`))}
    </p>
  )
}

/** What the sources do not give, said once for all lines. */
function unknown(rows: readonly Row[], language: Language): Words {
  const unowned = rows.filter(row => row.owners === null).length
  const foreign = rows.filter(row => tongue(row.name, language)).length
  const lines = (n: number) => w(`${sayNumber(n, 'nl')} van de ${rows.length} lijnen`, `${sayNumber(n, 'en')} of the ${rows.length} lines`)
  const both = [
    unowned > 0 &&
      (unowned === rows.length
        ? w('Bij geen enkele lijn is een eigenaar vastgelegd.', 'No line has a recorded owner.')
        : w(`Bij ${lines(unowned).nl} is geen eigenaar vastgelegd.`, `For ${lines(unowned).en} no owner is recorded.`)),
    foreign > 0 &&
      w(
        `Van ${lines(foreign).nl} is de Nederlandse naam niet in een bron gevonden.`,
        `For ${lines(foreign).en} no source gave the English name.`,
      ),
  ].filter(each => each !== false)
  return w(both.map(each => each.nl).join(' '), both.map(each => each.en).join(' '))
}

const period = (
  { from, to }: { readonly from: Parameters<typeof sayDay>[0]; readonly to: Parameters<typeof sayDay>[0] },
  page: PageContext,
): string => page.say(w(`van ${sayDay(from, 'nl')} tot en met ${sayDay(to, 'nl')}`, `from ${sayDay(from, 'en')} to ${sayDay(to, 'en')}`))
