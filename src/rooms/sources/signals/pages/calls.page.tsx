import type { Body } from '../../../../fields/field.ts'
import { sayDay, sayNumber } from '../../../../kernel/say.ts'
import { w } from '../../../../kernel/words.ts'
import { network } from '../../../../model/ground/network.ts'
import { callStates } from '../../../../model/sources/call.ts'
import { Listing, placeOf } from '../../../../ui/list/listing.tsx'
import type { RowProps } from '../../../../ui/list/rows.tsx'
import { Lead as RowHead, Td, Tr } from '../../../../ui/list/table.tsx'
import { Lead } from '../../../../ui/show/sentence.tsx'
import { listPage } from '../../../page.ts'
import { callsView } from '../calls.view.ts'
import { Networks } from './networks.page.tsx'

const AT = 'bronnen/uitvraag'
const heads = { question: w('Vraag', 'Question'), days: w('Open', 'Open'), answered: w('Geantwoord', 'Answered') }
type Row = Body<typeof callsView.row>

/** [S5] What was asked of whom, who answered, and who has been silent for a year. */
export const callsPage = listPage({
  name: 'calls',
  room: 'sources',
  at: AT,
  title: callsView.words,
  view: callsView,
  open: false,
  order: 3,
  render(list, page) {
    const open = list.facets.state?.open ?? 0
    const silent = page.snapshot.all('network').filter(it => network.follows(it.body, page.snapshot, it.id).silent).length
    return (
      <>
        <Lead>
          {page.say(
            w(
              `${sayNumber(open, 'nl')} ${open === 1 ? 'uitvraag is' : 'uitvragen zijn'} open.`,
              `${sayNumber(open, 'en')} ${open === 1 ? 'call is' : 'calls are'} open.`,
            ),
          )}{' '}
          {silent > 0 &&
            page.say(
              w(
                `${sayNumber(silent, 'nl')} ${silent === 1 ? 'kennisnetwerk liet' : 'kennisnetwerken lieten'} een jaar of langer niets horen.`,
                `${sayNumber(silent, 'en')} ${silent === 1 ? 'network has' : 'networks have'} said nothing for a year or more.`,
              ),
            )}
        </Lead>
        {page.form('call.make')}
        <Listing
          {...list}
          language={page.language}
          query={page.query}
          link={query => page.href(AT, query)}
          caption={page.say(w('Uitvragen, wat open is bovenaan', 'Calls, what is open on top'))}
          heads={[heads.question, heads.days, heads.answered].map(it => page.say(it))}
          rows={list.rows as unknown as readonly { of: object; row(): Row }[]}
          show={CallRow}
          place={placeOf(page)}
          nothing={
            <p>{page.say(w('Er is nog niets gevraagd. Maak de eerste uitvraag.', 'Nothing was asked yet. Make the first call.'))}</p>
          }
        />
        <Networks page={page} />
      </>
    )
  },
})

function CallRow({ row, place }: RowProps<Row>) {
  const { language } = place
  return (
    <Tr>
      <RowHead>
        <a href={place.href(`bronnen/${row.code.toLowerCase()}`)}>{row.question}</a>
        <span class="under">
          {row.code} · {callStates[row.state][language]}
        </span>
      </RowHead>
      <Td label={heads.days[language]}>
        {sayDay(row.from, language)} {w('tot en met', 'to')[language]} {sayDay(row.until, language)}
      </Td>
      <Td label={heads.answered[language]}>
        {
          w(
            `${sayNumber(row.answered, 'nl')} van ${sayNumber(row.asked, 'nl')}`,
            `${sayNumber(row.answered, 'en')} of ${sayNumber(row.asked, 'en')}`,
          )[language]
        }
      </Td>
    </Tr>
  )
}
