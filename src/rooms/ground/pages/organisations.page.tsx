import type { Body } from '../../../fields/field.ts'
import { sayNumber } from '../../../kernel/say.ts'
import { w } from '../../../kernel/words.ts'
import { Listing, placeOf } from '../../../ui/list/listing.tsx'
import type { RowProps } from '../../../ui/list/rows.tsx'
import { Lead as RowHead, Td, Tr } from '../../../ui/list/table.tsx'
import { Lead } from '../../../ui/show/sentence.tsx'
import { listPage } from '../../page.ts'
import { organisationsView } from '../organisations/organisations.view.ts'

type Row = Body<typeof organisationsView.row>
const heads = { name: w('Organisatie', 'Organisation'), type: w('Soort', 'Type'), territory: w('Gebied', 'Territory') }

/** [G12] Who there is: ministries, countries, services, regions. */
export const organisationsPage = listPage({
  name: 'organisations',
  room: 'ground',
  at: 'organisaties',
  title: organisationsView.words,
  view: organisationsView,
  open: true,
  order: 1,
  render: (list, page) => (
    <>
      <Lead>
        {page.say(
          w(
            `${sayNumber(list.total, 'nl')} ${list.total === 1 ? 'organisatie' : 'organisaties'}. Bij elk staat wat zij toezegde en welke lijnen zij trekt.`,
            `${sayNumber(list.total, 'en')} ${list.total === 1 ? 'organisation' : 'organisations'}. With each stands what it promised and which lines it owns.`,
          ),
        )}
      </Lead>
      <Listing
        {...list}
        language={page.language}
        query={page.query}
        link={query => page.href('organisaties', query)}
        caption={page.say(w('Organisaties op naam', 'Organisations by name'))}
        heads={Object.values(heads).map(it => page.say(it))}
        rows={list.rows as unknown as readonly { of: object; row(): Row }[]}
        show={OrganisationRow}
        place={placeOf(page)}
        nothing={<p>{page.say(w('Er zijn nog geen organisaties.', 'There are no organisations yet.'))}</p>}
      />
      {page.form('organisation.add')}
    </>
  ),
})

function OrganisationRow({ row, place }: RowProps<Row>) {
  const { language } = place
  const name = row.name[language] ?? row.name.nl ?? row.name.en
  const other = row.name[language] === null ? (language === 'nl' ? 'en' : 'nl') : undefined
  return (
    <Tr>
      <RowHead>
        <a href={place.href(`organisaties/${row.code.toLowerCase()}`)} lang={other}>
          {name}
        </a>
        <span class="under">
          {[row.short, !row.present && w('bestaat niet op deze dag', 'does not exist on this day')[language]].filter(Boolean).join(' · ')}
        </span>
      </RowHead>
      <Td label={heads.type[language]}>{row.type}</Td>
      <Td label={heads.territory[language]}>{row.territory}</Td>
    </Tr>
  )
}
