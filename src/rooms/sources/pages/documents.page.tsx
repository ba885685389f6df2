import type { Body } from '../../../fields/field.ts'
import { sayDay, sayNumber } from '../../../kernel/say.ts'
import { w } from '../../../kernel/words.ts'
import { Listing, placeOf } from '../../../ui/list/listing.tsx'
import type { RowProps } from '../../../ui/list/rows.tsx'
import { Lead as RowHead, Td, Tr } from '../../../ui/list/table.tsx'
import { Lead } from '../../../ui/show/sentence.tsx'
import { listPage } from '../../page.ts'
import { documentsView } from '../documents.view.ts'

type Row = Body<typeof documentsView.row>
const heads = { title: w('Document', 'Document'), date: w('Datum', 'Date'), left: w('Wat eruit gelezen is', 'What was read from it') }

/** [S3] Every text, with the work that is left in it. */
export const documentsPage = listPage({
  name: 'documents',
  room: 'sources',
  at: 'bronnen',
  title: documentsView.words,
  view: documentsView,
  open: true,
  order: 1,
  render(list, page) {
    const left = page.snapshot.all('proposal').length
    const inside = page.viewer.clearance !== 'public' && !page.site
    const feeds = page.snapshot.all('feed')
    return (
      <>
        <Lead>
          {page.say(
            w(
              `${sayNumber(list.total, 'nl')} ${list.total === 1 ? 'document' : 'documenten'}.`,
              `${sayNumber(list.total, 'en')} ${list.total === 1 ? 'document' : 'documents'}.`,
            ),
          )}{' '}
          {inside &&
            (left === 0
              ? page.say(w('Alle voorstellen zijn beoordeeld.', 'All proposals are decided.'))
              : page.say(
                  w(
                    `${sayNumber(left, 'nl')} ${left === 1 ? 'voorstel wacht' : 'voorstellen wachten'} op een oordeel.`,
                    `${sayNumber(left, 'en')} ${left === 1 ? 'proposal awaits' : 'proposals await'} a decision.`,
                  ),
                ))}
        </Lead>
        {page.form('document.add')}
        <Listing
          {...list}
          language={page.language}
          query={page.query}
          link={query => page.href('bronnen', query)}
          caption={page.say(
            inside
              ? w('Documenten, met werk dat er nog ligt bovenaan', 'Documents, with work that is left on top')
              : w('Documenten, de nieuwste bovenaan', 'Documents, the newest on top'),
          )}
          heads={(inside ? [heads.title, heads.date, heads.left] : [heads.title, heads.date]).map(it => page.say(it))}
          rows={list.rows as unknown as readonly { of: object; row(): Row }[]}
          show={inside ? InsideRow : OpenRow}
          place={placeOf(page)}
          nothing={
            <p>
              {page.say(w('Er zijn nog geen documenten.', 'There are no documents yet.'))}
              {inside && page.say(w(' Voeg het eerste toe.', ' Add the first.'))}
            </p>
          }
        />
        {feeds.length > 0 && (
          <section>
            <h2>{page.say(w('Tot waar er gelezen is', 'How far was read'))}</h2>
            {inside && (
              <p>
                <a href={page.href('bronnen/ophalen')}>
                  {page.say(w('Wat wordt opgehaald, en hoe dat ging', 'What is fetched, and how that went'))}
                </a>
              </p>
            )}
            {feeds.map(feed => (
              <div key={feed.id}>
                <p>
                  {page.name(feed.id)}: {page.say(w('gelezen tot en met', 'read until'))} {sayDay(feed.body.readUntil, page.language)}.
                </p>
                {page.form('feed.read', feed as never)}
              </div>
            ))}
          </section>
        )}
      </>
    )
  },
})

const InsideRow = (props: RowProps<Row>) => <DocumentRow {...props} inside />
const OpenRow = (props: RowProps<Row>) => <DocumentRow {...props} inside={false} />

function DocumentRow({ row, place, inside }: RowProps<Row> & { inside: boolean }) {
  const { language } = place
  const other = language === 'nl' ? 'en' : 'nl'
  const left = row.left ?? 0
  return (
    <Tr>
      <RowHead>
        <a href={place.href(`bronnen/${row.code.toLowerCase()}`)} lang={row.title[language] === null ? other : undefined}>
          {row.title[language] ?? row.title[other]}
        </a>
        <span class="under">
          {row.code}
          {row.label !== 'public' &&
            ` · ${documentsView.row.label.say(row.label, { language, name: () => undefined, person: () => undefined })}`}
        </span>
      </RowHead>
      <Td label={heads.date[language]}>{row.date && sayDay(row.date, language)}</Td>
      {/* What is left to do is nobody's outside; what was read there cannot know. */}
      {inside && (
        <Td label={heads.left[language]}>
          {row.proposed === null ? (
            <span class="muted">{w('nog geen tekst gelezen', 'no text read yet')[language]}</span>
          ) : left > 0 ? (
            <a href={place.href(`bronnen/${row.code.toLowerCase()}/leestafel`)}>
              {
                w(
                  `${sayNumber(row.proposed, 'nl')} voorstellen, ${sayNumber(left, 'nl')} nog te beoordelen`,
                  `${sayNumber(row.proposed, 'en')} proposals, ${sayNumber(left, 'en')} left to decide`,
                )[language]
              }
            </a>
          ) : (
            <span class="muted">
              {
                w(
                  `${sayNumber(row.proposed, 'nl')} voorstellen, alles beoordeeld`,
                  `${sayNumber(row.proposed, 'en')} proposals, all decided`,
                )[language]
              }
            </span>
          )}
        </Td>
      )}
    </Tr>
  )
}
