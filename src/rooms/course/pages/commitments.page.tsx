import type { Body } from '../../../fields/field.ts'
import { sayDay, sayNumber } from '../../../kernel/say.ts'
import { w } from '../../../kernel/words.ts'
import type { State as Name } from '../../../model/course/commitment-state.ts'
import { Listing, placeOf } from '../../../ui/list/listing.tsx'
import type { RowProps } from '../../../ui/list/rows.tsx'
import { Lead as RowHead, Td, Tr } from '../../../ui/list/table.tsx'
import { Enumerated, Lead } from '../../../ui/show/sentence.tsx'
import { WindowBar } from '../../../ui/show/windowbar.tsx'
import { type Listed, listPage, type PageContext } from '../../page.ts'
import { commitmentsView } from '../commitments.view.ts'
import { afterLast, delay, isOpen, Stand, shownState } from './stand.page.tsx'

type Row = Body<typeof commitmentsView.row>

const heads = { words: w('Toezegging', 'Commitment'), due: w('Termijn', 'Window'), state: w('Stand', 'State'), lines: w('Lijnen', 'Lines') }
/** In the order in which a sentence names them. */
const counted: readonly (readonly [Name, { readonly nl: string; readonly en: string }])[] = [
  ['late', w('te laat', 'late')],
  ['not-found', w('voorbij zonder gevonden nakoming', 'past with no fulfilment found')],
  ['due', w('nu lopend', 'due now')],
  ['open', w('open', 'open')],
  ['open-ended', w('zonder termijn', 'open-ended')],
  ['fulfilled', w('nagekomen', 'fulfilled')],
  ['superseded', w('vervangen door een latere', 'replaced by a later one')],
  ['withdrawn', w('ingetrokken', 'withdrawn')],
]

/** [S15] What was promised, by whom, by when, what became of it. */
export const commitmentsPage = listPage({
  name: 'commitments',
  room: 'course',
  at: 'koers/toezeggingen',
  title: commitmentsView.words,
  view: commitmentsView,
  open: true,
  order: 2,
  render: (list, page) => (
    <>
      <Opening list={list} page={page} />
      <Listing
        {...list}
        language={page.language}
        query={page.query}
        link={query => page.href('koers/toezeggingen', query)}
        caption={page.say(w('Toezeggingen, wat het eerst aandacht vraagt bovenaan', 'Commitments, what asks for attention first on top'))}
        heads={Object.values(heads).map(it => page.say(it))}
        rows={list.rows as unknown as readonly { of: object; row(): Row }[]}
        show={isOpen(page) ? OpenRow : InsideRow}
        place={placeOf(page)}
        reword={(facet, value) =>
          facet === 'state' && value === 'late' && isOpen(page) ? page.say(w('termijn voorbij', 'window passed')) : undefined
        }
        nothing={
          <p>
            {page.say(
              w(
                `Geen toezeggingen gevonden in de gelezen documenten (${page.snapshot.all('document').length}).`,
                `No commitments found in the documents that were read (${page.snapshot.all('document').length}).`,
              ),
            )}
          </p>
        }
      />
      {page.form('commitment.make')}
    </>
  ),
})

function Opening({ list, page }: { list: Listed; page: PageContext }) {
  const counts = list.facets.state ?? {}
  const all = Object.values(counts).reduce((sum, n) => sum + n, 0)
  const feeds = page.snapshot.all('feed').map(it => it.body.readUntil)
  const until = feeds.length > 0 ? feeds.reduce((a, b) => (a < b ? a : b)) : null
  const parts = counted
    .filter(([state]) => (counts[state] ?? 0) > 0)
    .map(([state, words]) => ({
      words: `${sayNumber(counts[state] ?? 0, page.language)} ${page.say(state === 'late' && isOpen(page) ? w('met een termijn die voorbij is', 'with a window that passed') : words)}`,
      href: page.href('koers/toezeggingen', { state }),
    }))
  if (all === 0) return null
  return (
    <Lead>
      {page.say(
        w(
          `${sayNumber(all, 'nl')} ${all === 1 ? 'toezegging' : 'toezeggingen'}`,
          `${sayNumber(all, 'en')} ${all === 1 ? 'commitment' : 'commitments'}`,
        ),
      )}
      {parts.length > 0 && ': '}
      <Enumerated parts={parts} and={page.say(w('en', 'and'))} />.{' '}
      {until && page.say(w(`Bronnen gelezen tot en met ${sayDay(until, 'nl')}.`, `Sources read up to ${sayDay(until, 'en')}.`))}
    </Lead>
  )
}

const InsideRow = (props: RowProps<Row>) => <CommitmentRow {...props} open={false} />
const OpenRow = (props: RowProps<Row>) => <CommitmentRow {...props} open />

function CommitmentRow({ row, place, open }: RowProps<Row> & { open: boolean }) {
  const { language } = place
  const state = shownState(row.state, row.lateConfirmed, open)
  const near = { language, name: () => undefined, person: () => undefined }
  return (
    <Tr>
      <RowHead>
        <a href={place.href(`koers/${row.code.toLowerCase()}`)}>
          <q>{row.words}</q>
        </a>
        <span class="under">
          {row.code}
          {row.by && ` · ${w('door', 'by')[language]} ${row.by}`}
          {row.addressee && ` · ${w('aan', 'to')[language]} ${row.addressee}`}
        </span>
      </RowHead>
      <Td label={heads.due[language]}>
        {row.due && (
          <>
            {/* Without the day looked at, a bar says something only where there is more than one thing to place on it. */}
            {(row.fulfilledOn !== null || row.firstDue?.to !== row.due.to) && (
              <WindowBar
                id={row.code}
                language={language}
                due={row.due}
                firstDue={row.firstDue}
                fulfilledOn={row.fulfilledOn}
                name={w(`Termijn van ${row.code}`, `Window of ${row.code}`)[language]}
              />
            )}
            <span class="under">{commitmentsView.row.due.say(row.due, near)}</span>
          </>
        )}
      </Td>
      <Td label={heads.state[language]}>
        <Stand state={state} part={row.part} language={language} />
        <span class="under">{delay(state, row.days, language, afterLast(row.due, row.fulfilledOn))}</span>
      </Td>
      <Td label={heads.lines[language]}>
        {(row.lines ?? '')
          .split(', ')
          .filter(Boolean)
          .map(code => (
            <span key={code} class="whole">
              {code}{' '}
            </span>
          ))}
      </Td>
    </Tr>
  )
}
