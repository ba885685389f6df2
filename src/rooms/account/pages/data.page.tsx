import { sayNumber } from '../../../kernel/say.ts'
import { w } from '../../../kernel/words.ts'
import { Lead } from '../../../ui/show/sentence.tsx'
import { sitePage } from '../../page.ts'

/** [P6] What can be taken along: every public list as CSV and as JSON. */
export const dataPage = sitePage({
  name: 'data',
  room: 'account',
  at: 'gegevens',
  order: 2,
  words: w('Gegevens', 'Data'),
  title: page => page.say(w('Gegevens om mee te nemen', 'Data to take along')),
  render: (page, tables) => (
    <>
      <Lead>
        {page.say(
          w(
            'Alles wat in de lijsten van deze site staat, als tabel (CSV) en voor programma’s (JSON).',
            'Everything in the lists of this site, as a table (CSV) and for programs (JSON).',
          ),
        )}
      </Lead>
      <ul class="things">
        {tables.map(table => (
          <li key={table.csv}>
            <strong>{page.say(table.words)}</strong>
            <span class="under">{page.say(table.means)}</span>
            <span class="links">
              <a href={table.csv} download>
                {page.say(w('CSV', 'CSV'))}
                <span class="unseen">
                  {page.say(w(' van ', ' of '))}
                  {page.say(table.words)}
                </span>
              </a>
              <a href={table.json} download>
                {page.say(w('JSON', 'JSON'))}
                <span class="unseen">
                  {page.say(w(' van ', ' of '))}
                  {page.say(table.words)}
                </span>
              </a>
              <span class="muted">
                {page.say(
                  w(
                    `${sayNumber(table.rows, 'nl')} ${table.rows === 1 ? 'regel' : 'regels'}`,
                    `${sayNumber(table.rows, 'en')} ${table.rows === 1 ? 'row' : 'rows'}`,
                  ),
                )}
              </span>
            </span>
          </li>
        ))}
      </ul>
      <section>
        <h2>{page.say(w('Wat u moet weten', 'What you need to know'))}</h2>
        <ul>
          <li>
            {page.say(
              w(
                'De tekens zijn UTF-8, dagen staan als 2024-12-06, en een leeg vak is niet bekend. Namen van kolommen zijn in elke taal gelijk.',
                'Characters are UTF-8, days stand as 2024-12-06, and an empty cell is not known. Names of columns are the same in every language.',
              ),
            )}
          </li>
          <li>
            {page.say(
              w(
                'De adressen van deze bestanden blijven gelijk; wat erin staat, is dat van de dag onderaan elke bladzijde.',
                'The addresses of these files stay the same; what they hold is of the day at the foot of each page.',
              ),
            )}
          </li>
          <li>
            {page.say(
              w(
                'In de gegevens staan citaten uit documenten. Wat daarmee mag, staat bij wie ze uitgaf: ',
                'The data hold quotes from documents. What may be done with them is for their publishers to say: ',
              ),
            )}
            <a href={page.href('over')}>{page.say(w('over deze site', 'about this site'))}</a>.
          </li>
        </ul>
      </section>
    </>
  ),
})
