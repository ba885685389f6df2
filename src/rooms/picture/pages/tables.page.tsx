import { sayNumber } from '../../../kernel/say.ts'
import { w } from '../../../kernel/words.ts'
import type { Kind } from '../../../model/snapshot.ts'
import { tabledIn } from '../../../model/tables.ts'
import { Lead } from '../../../ui/show/sentence.tsx'
import { listPage, type PageContext } from '../../page.ts'
import { themesView } from '../themes/themes.view.ts'

/** [T107] Tables of this room to take along, and the way back in: for who works here. */
export const tablesPage = listPage({
  name: 'picture-tables',
  room: 'picture',
  at: 'beeld/tabellen',
  title: w('Tabellen uitvoeren en inlezen', 'Export and import tables'),
  view: themesView,
  open: false,
  render: (_, page) => (
    <>
      <Lead>
        {page.say(
          w(
            'Haal een tabel op, werk haar bij in een rekenblad en lees haar weer in. Alle rijen komen in één keer, of geen enkele.',
            'Take a table along, change it in a spreadsheet and import it again. All rows come in at once, or none of them.',
          ),
        )}
      </Lead>
      <section>
        <h2>{page.say(w('Uitvoeren', 'Export'))}</h2>
        <p class="links">
          <Files of="picture" formats={['xlsx', 'json']} called={w('alles', 'everything')} page={page} />
        </p>
        <ul class="things">
          {tabledIn('picture').map(({ name, plural, means }) => {
            const count = page.snapshot.all(name as Kind).length
            return (
              <li key={name}>
                <strong>{capital(page.say(plural))}</strong>
                <span class="under">{page.say(means)}</span>
                <span class="links">
                  <Files of={name} formats={['csv', 'xlsx', 'json']} called={plural} page={page} />
                  <span class="muted">
                    {page.say(
                      w(
                        `${sayNumber(count, 'nl')} ${count === 1 ? 'rij' : 'rijen'}`,
                        `${sayNumber(count, 'en')} ${count === 1 ? 'row' : 'rows'}`,
                      ),
                    )}
                  </span>
                </span>
              </li>
            )
          })}
        </ul>
      </section>
      <Importing page={page} />
    </>
  ),
})

const capital = (words: string): string => words.slice(0, 1).toUpperCase() + words.slice(1)

type Format = 'csv' | 'xlsx' | 'json'
interface FilesOf {
  readonly of: string
  readonly formats: readonly Format[]
  readonly called: { readonly nl: string; readonly en: string }
  readonly page: PageContext
}

/** The same address as programs use, on the day of the page. */
const Files = ({ of, formats, called, page }: FilesOf) => (
  <>
    {formats.map(format => {
      const query = new URLSearchParams({ ...(page.op && { op: page.op }), ...(page.bekend && { bekend: page.bekend }), format })
      return (
        <a key={format} href={`/api/v1/${page.workspace}/tables/${of}?${query}`} download>
          {format.toUpperCase()}
          <span class={of === 'picture' ? undefined : 'unseen'}>
            {page.say(w(' van ', ' of '))}
            {page.say(called)}
          </span>
        </a>
      )
    })}
  </>
)

function Importing({ page }: { page: PageContext }) {
  const form = page.form('table.import', undefined, { values: {} })
  return (
    <section class="acts">
      <h2>{page.say(w('Inlezen', 'Import'))}</h2>
      {form === null ? (
        <p>
          {page.say(
            w('Inlezen doet een analist of coördinator, op de dag van vandaag.', 'An analyst or coordinator imports, on the day of today.'),
          )}
        </p>
      ) : (
        <>
          <ul>
            <li>
              {page.say(
                w(
                  'Een rij met een bekende code wijzigt wat verschilt; een rij zonder code voegt toe. Wat niet in het bestand staat, blijft.',
                  'A row with a known code changes what differs; a row without a code adds. What is not in the file stays.',
                ),
              )}
            </li>
            <li>
              {page.say(
                w(
                  'Laat de dag in de kolom since staan om te verbeteren wat er stond. Zet er een latere dag neer als het vanaf dan anders is.',
                  'Leave the day in the column since as it is to put right what stood there. Give a later day if it is different from then on.',
                ),
              )}
            </li>
            <li>
              {page.say(
                w(
                  'Staat er in een rij iets wat niet kan, dan leest u hier welke rij en wat er moet staan. Er wordt dan niets opgeslagen.',
                  'If a row has something that cannot be, you read here which row and what should stand there. Nothing is stored then.',
                ),
              )}
            </li>
          </ul>
          {form}
        </>
      )}
    </section>
  )
}
