import { sayDay, sayNumber } from '../../../kernel/say.ts'
import { type Words, w } from '../../../kernel/words.ts'
import type { Thing } from '../../../model/snapshot.ts'
import { Chips } from '../../../ui/list/chips.tsx'
import { Empty } from '../../../ui/list/empty.tsx'
import { Link } from '../../../ui/show/link.tsx'
import { Enumerated, Lead } from '../../../ui/show/sentence.tsx'
import { listPage, type PageContext } from '../../page.ts'
import { editionsOf } from '../diagram/standing.ts'
import { said } from '../pages/said.page.tsx'
import { type Comparison, compared, type Shifted, type Warning } from './compare.ts'
import { nameOf, type Pair, pairOf, pairsOf, usual } from './pairs.ts'
import { Rows } from './rows.page.tsx'
import { shiftsView } from './shifts.view.ts'

const AT = 'beeld/verschoven'

/** [T79] What shifted between two editions: in sentences by theme, then row by row, what moved first; and what cannot be said of it. */
export const shiftedPage = listPage({
  name: 'shifted',
  room: 'picture',
  at: AT,
  title: w('Wat is verschoven', 'What has shifted'),
  view: shiftsView,
  open: true,
  order: 3,
  render(_, page) {
    // The site has a page only for what has rows.
    const pairs = pairsOf(page.snapshot).filter(each => compared(page.snapshot, each).rows.length > 0)
    const pair = chosen(pairs, page)
    const it = pair && compared(page.snapshot, pair)
    return (
      <>
        {it ? <Between it={it} page={page} /> : <None pairs={pairs} page={page} />}
        <Chips
          label={page.say(w('Vergelijk', 'Compare'))}
          language={page.language}
          chips={pairs.map(it => ({
            words: spoken(it, page),
            href: page.href(AT, { pair: nameOf(it) }),
            current: pair !== undefined && nameOf(it) === nameOf(pair),
          }))}
        />
        <Other pair={pair} page={page} />
        {it && <Warnings it={it} page={page} />}
        {it && <List it={it} page={page} />}
      </>
    )
  },
})

const spoken = ({ older, newer }: Pair, page: PageContext): string =>
  page.say(w(`${newer.body.short} met ${older.body.short}`, `${newer.body.short} with ${older.body.short}`))

/** What the address asks: two editions by their codes, or a pair by its name; without any the usual one. */
function chosen(pairs: readonly Pair[], { snapshot, query }: PageContext): Pair | undefined {
  const named = query.pair?.split('..') ?? []
  const [from, to] = [query.from || named[0], query.to || named[1]]
  if (!from && !to) return query.pair === undefined ? usual(pairs) : undefined
  if (from && to) return pairOf(snapshot, snapshot.coded(from)?.id ?? '', snapshot.coded(to)?.id ?? '')
  const code = (from || to) as string
  return pairs.find(({ older, newer }) => (from ? older : newer).code.toLowerCase() === code.toLowerCase())
}

/** Any two editions. On the site, where nobody answers, only what editions compare themselves with. */
function Other({ pair, page }: { pair: Pair | undefined; page: PageContext }) {
  const editions = editionsOf(page.snapshot)
  if (page.site || editions.length < 2) return null
  const select = (name: 'from' | 'to', words: Words, now: Thing<'assessment'> | undefined) => (
    <label>
      {page.say(words)}{' '}
      <select name={name}>
        {editions.map(it => (
          <option key={it.id} value={it.code} selected={it.id === now?.id}>
            {it.body.short}
          </option>
        ))}
      </select>
    </label>
  )
  return (
    <details class="fold">
      <summary>{page.say(w('Twee andere uitgaven vergelijken', 'Compare two other editions'))}</summary>
      <form class="inline" method="get">
        {(['op', 'bekend'] as const).map(
          name => page.query[name] && <input key={name} type="hidden" name={name} value={page.query[name]} />,
        )}
        {select('from', w('Eerdere', 'Earlier'), pair?.older)} {select('to', w('Latere', 'Later'), pair?.newer)}{' '}
        <button type="submit">{page.say(w('Vergelijk', 'Compare'))}</button>
      </form>
    </details>
  )
}

function Between({ it, page }: { it: Comparison; page: PageContext }) {
  const { older, newer, rows } = it
  const moved = rows.filter(({ status }) => status === 'moved')
  const stated = rows.filter(({ status }) => status === 'stated')
  const n = (list: readonly Shifted[]) => sayNumber(list.length, page.language)
  return (
    <>
      <Lead>
        {page.say(w('Van ', 'From '))}
        <Link href={page.link(older as unknown as Thing)}>{older.body.short}</Link> ({sayDay(older.body.on, page.language)}){' '}
        {page.say(w('naar ', 'to '))}
        <Link href={page.link(newer as unknown as Thing)}>{newer.body.short}</Link> ({sayDay(newer.body.on, page.language)}).{' '}
        {moved.length > 0
          ? page.say(
              w(
                `Van ${n(moved)} ${moved.length === 1 ? 'beoordeling verschoof de klasse' : 'beoordelingen verschoof de klasse'}. `,
                `The class of ${n(moved)} ${moved.length === 1 ? 'rating' : 'ratings'} moved. `,
              ),
            )
          : page.say(w('Van geen beoordeling is te zien dat de klasse verschoof. ', 'Of no rating it is seen that the class moved. '))}
        {stated.length > 0 &&
          page.say(
            w(
              `${n(stated)} keer noemt een bron een verandering zonder klasse.`,
              `${n(stated)} ${stated.length === 1 ? 'time' : 'times'} a source states a change and gives no class.`,
            ),
          )}
      </Lead>
      <Themes of={rows} page={page} />
    </>
  )
}

const warned: Readonly<Record<Warning, Words>> = {
  likelihood: w(
    'Deze uitgaven gebruiken andere klassen voor waarschijnlijkheid. Verschillen in waarschijnlijkheid zijn niet vergeleken.',
    'These editions use other classes for likelihood. Differences in likelihood were not compared.',
  ),
  impact: w(
    'Deze uitgaven gebruiken andere klassen voor impact. Verschillen in impact zijn niet vergeleken.',
    'These editions use other classes for impact. Differences in impact were not compared.',
  ),
  years: w(
    'De kansen gelden over een verschillend aantal jaren. Ze zijn omgerekend naar de tijd van de latere uitgave, alsof de kans elk jaar even groot is.',
    'The chances hold over a different number of years. They were converted to the time of the later edition, as if the chance were the same each year.',
  ),
  method: w(
    'De uitgaven beschrijven hun werkwijze anders. Een verschil kan dus ook van de werkwijze komen.',
    'The editions describe their methods differently. A difference may come from the method too.',
  ),
}

/** [T77] Before anything is read into a difference: in what the two editions differ themselves. */
function Warnings({ it: { warnings, older, newer }, page }: { it: Comparison; page: PageContext }) {
  if (warnings.length === 0) return null
  return (
    <section class="warnings">
      <h2>{page.say(w('Let op bij het vergelijken', 'Mind when comparing'))}</h2>
      <ul>
        {warnings.map(each => (
          <li key={each}>
            {page.say(warned[each])}
            {each === 'method' && (
              <details class="fold">
                <summary>{page.say(w('De twee werkwijzen', 'The two methods'))}</summary>
                {[older, newer].map(({ id, body }) => (
                  <p key={id}>
                    {body.short}: {said(body.method, page)}
                  </p>
                ))}
              </details>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

type Way = 'higher' | 'lower' | 'new' | 'little'
const ways: Readonly<Record<Way, Words>> = {
  higher: w('hoger', 'higher'),
  lower: w('lager', 'lower'),
  new: w('nieuw', 'new'),
  little: w('weinig veranderd', 'little changed'),
}

/** Which way it went; both ways at once where the axes part, and nothing where nothing is claimed. */
function waysOf({ status, axes, change }: Shifted): Way[] {
  if (status === 'stated') return [({ up: 'higher', down: 'lower', little: 'little', new: 'new' } as const)[change ?? 'little']]
  if (status !== 'moved') return []
  const shifts = axes.map(({ shift }) => shift)
  return (['higher', 'lower'] as const).filter(way => shifts.includes(way))
}

/** One sentence for each theme of which something is said. */
function Themes({ of, page }: { of: readonly Shifted[]; page: PageContext }) {
  const lines = page.snapshot
    .all('theme')
    .toSorted((a, b) => a.body.number - b.body.number)
    .map(theme => {
      const all = of.filter(it => it.of.theme?.id === theme.id).flatMap(waysOf)
      const parts = (Object.keys(ways) as Way[])
        .map(way => ({ way, n: all.filter(it => it === way).length }))
        .filter(({ n }) => n > 0)
        .map(({ way, n }) => ({ words: `${sayNumber(n, page.language)} ${page.say(ways[way])}` }))
      return { theme, parts }
    })
    .filter(({ parts }) => parts.length > 0)
  if (lines.length === 0) return null
  return (
    <ul>
      {lines.map(({ theme, parts }) => (
        <li key={theme.id}>
          <Link href={page.link(theme as unknown as Thing)}>{page.name(theme.id)}</Link>:{' '}
          <Enumerated parts={parts} and={page.say(w('en', 'and'))} />.
        </li>
      ))}
    </ul>
  )
}

function List({ it, page }: { it: Comparison; page: PageContext }) {
  return it.rows.length === 0 ? (
    <Empty why="nothing-yet">
      <p>
        {page.say(
          w(
            'Van deze twee uitgaven is niets gevonden dat te vergelijken is.',
            'Nothing was found of these two editions that can be compared.',
          ),
        )}
      </p>
    </Empty>
  ) : (
    <Rows it={it} page={page} />
  )
}

const None = ({ pairs, page }: { pairs: readonly Pair[]; page: PageContext }) =>
  pairs.length === 0 && Object.keys(page.query).every(name => !['pair', 'from', 'to'].includes(name)) ? (
    <Empty why="nothing-yet">
      <p>
        {page.say(
          w(
            'Er zijn nog geen twee uitgaven met beoordelingen. Leg de beoordelingen van een tweede analyse vast.',
            'There are no two editions with ratings yet. Record the ratings of a second assessment.',
          ),
        )}
      </p>
      <p>
        <a href={page.href('beeld')}>{page.say(w('Naar het beeld', 'To the picture'))}</a>
      </p>
    </Empty>
  ) : (
    <Empty why="no-match">
      <p>{page.say(w('Kies twee verschillende uitgaven die er zijn.', 'Choose two different editions that are there.'))}</p>
      <p>
        <a href={page.href(AT)}>{page.say(w('Toon de nieuwste vergelijking', 'Show the newest comparison'))}</a>
      </p>
    </Empty>
  )
