import type { Body } from '../../../fields/field.ts'
import type { Day } from '../../../kernel/day.ts'
import { sayDay, sayNumber } from '../../../kernel/say.ts'
import { type Language, w } from '../../../kernel/words.ts'
import type { Thing } from '../../../model/snapshot.ts'
import { taking } from '../../../model/sources/feed.ts'
import { Empty } from '../../../ui/list/empty.tsx'
import { Lead, Terms } from '../../../ui/show/sentence.tsx'
import { State } from '../../../ui/show/state.tsx'
import { listPage, type PageContext } from '../../page.ts'
import { feedsView } from './feeds.view.ts'
import { sayRhythm } from './rhythm.ts'
import type { Pending, Run } from './state.ts'

type Row = Body<typeof feedsView.row>
const results = {
  running: { words: w('loopt, of is afgebroken', 'is running, or was cut off'), shape: '●', tone: 'planned' },
  whole: { words: w('klaar', 'done'), shape: '✓', tone: 'quiet' },
  stopped: { words: w('gestopt', 'stopped'), shape: '◆', tone: 'risk' },
} as const

/** [S16] What is fetched by itself, how that went the last time, and what still waits: for who looks after it. */
export const feedsPage = listPage({
  name: 'feeds',
  room: 'sources',
  at: 'bronnen/ophalen',
  title: w('Ophalen', 'Fetching'),
  view: feedsView,
  open: false,
  order: 4,
  render(list, page) {
    const rows = list.rows.map(row => row.row() as Row)
    const fetched = rows.filter(row => row.takes).length
    return (
      <>
        <Lead>
          {page.say(
            w(
              `${sayNumber(rows.length, 'nl')} ${rows.length === 1 ? 'bron' : 'bronnen'}, waarvan ${sayNumber(fetched, 'nl')} door de computer ${fetched === 1 ? 'wordt' : 'worden'} opgehaald.`,
              `${sayNumber(rows.length, 'en')} ${rows.length === 1 ? 'feed' : 'feeds'}, of which ${sayNumber(fetched, 'en')} ${fetched === 1 ? 'is' : 'are'} fetched by the computer.`,
            ),
          )}{' '}
          {page.say(
            w(
              'Wat binnenkomt is nooit meteen een feit: alles wacht op een mens.',
              'What comes in is never a fact at once: all of it awaits a person.',
            ),
          )}
        </Lead>
        {page.form('feed.add')}
        {rows.length === 0 && (
          <Empty why="nothing-yet">
            <p>{page.say(w('Er zijn nog geen bronnen. Voeg de eerste toe.', 'There are no feeds yet. Add the first.'))}</p>
          </Empty>
        )}
        {rows.map(row => (
          <Feed key={row.code} row={row} page={page} />
        ))}
      </>
    )
  },
})

function Feed({ row, page }: { row: Row; page: PageContext }) {
  const { language, say } = page
  const thing = page.snapshot.coded(row.code) as Thing
  const run = row.result ? results[row.result as Run['result']] : null
  const refusal = row.refusal as unknown as Run['refusal']
  const waiting = (row.waiting ?? []) as unknown as readonly Pending[]
  return (
    <section aria-labelledby={`${row.code}-h`} id={row.code}>
      <h2 id={`${row.code}-h`}>
        {page.name(thing.id)} <span class="under">{row.code}</span>
      </h2>
      <Terms
        of={[
          [say(feedsView.row.readUntil.words), sayDay(row.readUntil, language)],
          [
            say(feedsView.row.takes.words),
            row.takes
              ? `${say(taking[row.takes])}${row.asks ? ` (${row.asks})` : ''}`
              : say(w('niets: mensen lezen deze bron zelf', 'nothing: people read this feed themselves')),
          ],
          [
            say(w('Volgende keer', 'Next run')),
            row.takes && (row.every ? say(sayRhythm(row.every, thing.id)) : say(w('niet vanzelf', 'not by itself'))),
          ],
          [
            say(w('Laatste keer', 'Last run')),
            run && row.began && (
              <>
                <State words={say(run.words)} shape={run.shape} tone={run.tone} /> {moment(row.ended ?? row.began, language)}:{' '}
                {say(
                  w(
                    `${sayNumber(row.documents ?? 0, 'nl')} ${row.documents === 1 ? 'document' : 'documenten'}, ${sayNumber(row.proposals ?? 0, 'nl')} ${row.proposals === 1 ? 'voorstel' : 'voorstellen'}`,
                    `${sayNumber(row.documents ?? 0, 'en')} ${row.documents === 1 ? 'document' : 'documents'}, ${sayNumber(row.proposals ?? 0, 'en')} ${row.proposals === 1 ? 'proposal' : 'proposals'}`,
                  ),
                )}
              </>
            ),
          ],
        ]}
      />
      {refusal && (
        <p>
          <strong>{say(refusal.do)}</strong> <span class="under">{[refusal.code, refusal.found].filter(Boolean).join(', ')}</span>
        </p>
      )}
      {row.waits > 0 && (
        <>
          <p>
            {say(
              w(
                `Wacht, en houdt ‘gelezen tot en met’ tegen: ${sayNumber(row.waits, 'nl')}.`,
                `Waits, and holds back ‘read until’: ${sayNumber(row.waits, 'en')}.`,
              ),
            )}
          </p>
          <ul>
            {waiting.map(it => (
              <li key={it.what}>
                <Waiting it={it} page={page} />
              </li>
            ))}
          </ul>
        </>
      )}
      {row.takes && page.form('feed.fetch', thing)}
      {page.form('feed.change', thing)}
      {page.form('feed.read', thing)}
    </section>
  )
}

function Waiting({ it, page }: { it: Pending; page: PageContext }) {
  const there = page.link(page.snapshot.coded(it.what))
  return (
    <>
      {there ? <a href={there}>{it.what}</a> : it.what}
      {it.day && `, ${sayDay(it.day, page.language)}`}: {page.say(it.why)}
    </>
  )
}

/** A moment as it is recorded, in UTC. */
const moment = (instant: string, language: Language): string =>
  `${sayDay(instant.slice(0, 10) as Day, language)} ${instant.slice(11, 16).replace(':', language === 'nl' ? '.' : ':')} UTC`
