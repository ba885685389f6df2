import type { Named } from '../../../fields/name.ts'
import { sayDay, sayNumber } from '../../../kernel/say.ts'
import { w } from '../../../kernel/words.ts'
import { states } from '../../../model/course/commitment-state.ts'
import { Link } from '../../../ui/show/link.tsx'
import { Lead } from '../../../ui/show/sentence.tsx'
import { actionLinesView } from '../../course/lines/action-lines.view.ts'
import { type PageContext, sitePage } from '../../page.ts'
import { figuresOf, type Newest, newestOf } from '../figures.ts'

/** [P1] Where somebody arrives: what this is, how it stands, the lines, what is new. */
export const frontPage = sitePage({
  name: 'front',
  room: 'account',
  at: '',
  words: w('Voorpagina', 'Front page'),
  title: page => page.say(w('Wat is toegezegd, en wat kwam ervan', 'What was promised, and what came of it')),
  render: page => (
    <>
      <About page={page} />
      <Standing page={page} />
      <Lines page={page} />
      <News page={page} />
    </>
  ),
})

function About({ page }: { page: PageContext }) {
  const [strategy] = page.snapshot.all('strategy')
  const [about] = page.snapshot.all('workspace')
  return (
    <>
      {about?.body.invented && (
        <p class="notice">
          {page.say(w('Alles op deze site is verzonnen, om te proberen.', 'Everything on this site is invented, for trying.'))}
        </p>
      )}
      <Lead>
        {page.say(
          w(
            'Deze site volgt wat over veiligheid is toegezegd: wie het toezegde, wanneer het klaar zou zijn, wat ervan kwam, en de passage waar dat uit blijkt.',
            'This site follows what was promised about security: who promised it, when it would be done, what came of it, and the passage that shows it.',
          ),
        )}
      </Lead>
      <p>
        {strategy && (
          <>
            {page.say(w('Het begint bij de strategie: ', 'It starts from the strategy: '))}
            <Link href={page.link(strategy as never)}>{page.name(strategy.id)}</Link>.{' '}
          </>
        )}
        <a href={page.href('over')}>{page.say(w('Hoe u deze site leest', 'How to read this site'))}</a>
      </p>
    </>
  )
}

function Standing({ page }: { page: PageContext }) {
  const { all, states: counted, readUntil } = figuresOf(page.snapshot)
  const { language } = page
  const list = page.href('koers/toezeggingen')
  return (
    <section>
      <h2>{page.say(w('Hoe de toezeggingen ervoor staan', 'Where the commitments stand'))}</h2>
      <p>
        <a href={list}>
          {page.say(
            w(
              `${sayNumber(all, 'nl')} ${all === 1 ? 'toezegging' : 'toezeggingen'}`,
              `${sayNumber(all, 'en')} ${all === 1 ? 'commitment' : 'commitments'}`,
            ),
          )}
        </a>
        {page.say(w(`, bekeken op ${sayDay(page.snapshot.on, 'nl')}.`, `, looked at on ${sayDay(page.snapshot.on, 'en')}.`))}{' '}
        {readUntil
          ? page.say(
              w(
                `De bronnen zijn gelezen tot en met ${sayDay(readUntil, 'nl')}: wat daarna verscheen, telt nog niet overal mee. “Geen nakoming gevonden” zegt dus niet dat er niets kwam.`,
                `The sources were read up to ${sayDay(readUntil, 'en')}: what appeared later is not counted everywhere yet. So “no fulfilment found” does not say that nothing came.`,
              ),
            )
          : page.say(w('Tot wanneer bronnen zijn gelezen, is niet vastgelegd.', 'Until when sources were read is not recorded.'))}
      </p>
      <ul class="figures">
        {counted.map(({ state, n }) => (
          <li key={state}>
            <a href={page.href('koers/toezeggingen', { state })}>
              <span class="figure">{sayNumber(n, language)}</span> {states[state][language]}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

const nameOf = (name: Named, page: PageContext) => ({
  words: name[page.language] ?? name.nl ?? name.en ?? '',
  lang: name[page.language] === null ? (page.language === 'nl' ? 'en' : 'nl') : undefined,
})

function Lines({ page }: { page: PageContext }) {
  const rows = [...actionLinesView.see(page.snapshot, {}, {})].sort((a, b) => (a.key < b.key ? -1 : 1)).map(it => it.row())
  if (rows.length === 0) return null
  return (
    <section>
      <h2>{page.say(w('De lijnen', 'The lines'))}</h2>
      <ul class="columns">
        {rows.map(row => {
          const { words, lang } = nameOf(row.name, page)
          return (
            <li key={row.code}>
              <a href={page.href(`koers/${row.code.toLowerCase()}`)} lang={lang}>
                {words}
              </a>
              <span class="under">
                {row.code} ·{' '}
                {row.commitments === 0
                  ? page.say(w('geen toezeggingen gevonden', 'no commitments found'))
                  : page.say(
                      w(
                        `${sayNumber(row.commitments, 'nl')} ${row.commitments === 1 ? 'toezegging' : 'toezeggingen'}`,
                        `${sayNumber(row.commitments, 'en')} ${row.commitments === 1 ? 'commitment' : 'commitments'}`,
                      ),
                    )}
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function News({ page }: { page: PageContext }) {
  const all = newestOf(page.snapshot, 6)
  if (all.length === 0) return null
  return (
    <section>
      <h2>{page.say(w('Het nieuwste in de bronnen', 'Newest in the sources'))}</h2>
      <ul class="dated">
        {all.map(it => (
          <li key={`${it.on} ${it.sort}`}>
            <span class="day">{sayDay(it.on, page.language)}</span>
            <span>
              {page.say(said[it.sort])}: <Link href={page.link(it.thing)}>{page.name(it.thing.id) ?? it.thing.code}</Link>
              {it.more > 0 && page.say(w(`, en nog ${sayNumber(it.more, 'nl')}`, `, and ${sayNumber(it.more, 'en')} more`))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

const said: Readonly<Record<Newest['sort'], { readonly nl: string; readonly en: string }>> = {
  document: w('Document', 'Document'),
  promised: w('Toegezegd', 'Promised'),
  fulfilled: w('Nagekomen, geheel of deels', 'Fulfilled, whole or in part'),
}
