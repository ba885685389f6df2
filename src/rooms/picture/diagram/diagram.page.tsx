import { sayDay, sayNumber } from '../../../kernel/say.ts'
import { type Words, w } from '../../../kernel/words.ts'
import type { Thing } from '../../../model/snapshot.ts'
import { Chips } from '../../../ui/list/chips.tsx'
import { Empty } from '../../../ui/list/empty.tsx'
import { Link } from '../../../ui/show/link.tsx'
import { Lead } from '../../../ui/show/sentence.tsx'
import { listPage, type PageContext } from '../../page.ts'
import { said } from '../pages/said.page.tsx'
import { diagramView } from './diagram.view.ts'
import { Drawing } from './drawing.page.tsx'
import { Half, Stated, Unrated } from './lists.page.tsx'
import { type Diagram, diagramOf, editionOf, editionsOf } from './standing.ts'

const AT = 'beeld/diagram'

/** [T74] Where scenarios stand and how sure that is, beside a list that says the same; what cannot be drawn stands below it with why. */
export const diagramPage = listPage({
  name: 'diagram',
  room: 'picture',
  at: AT,
  title: diagramView.words,
  view: diagramView,
  open: true,
  order: 2,
  islands: ['diagram'],
  render(_, page) {
    const { edition: chosen, theme } = page.query
    const edition = editionOf(page.snapshot, chosen)
    if (!edition) return chosen === undefined ? <Nothing page={page} /> : <NoMatch page={page} />
    const it = diagramOf(page.snapshot, edition, theme)
    return (
      <>
        <Opening it={it} page={page} />
        <Narrowing edition={edition} page={page} />
        {countOf(it) === 0 ? (
          <NoMatch page={page} />
        ) : (
          <>
            <Drawing it={it} page={page} />
            <Half of={it.half} page={page} />
            <Stated of={it.stated} page={page} />
            <Unrated of={it.unrated} page={page} />
          </>
        )}
        <p class="muted">{said(edition.body.remark, page)}</p>
      </>
    )
  },
})

const countOf = ({ plotted, half, stated, unrated }: Diagram): number => plotted.length + half.length + stated.length + unrated.length

const counted = (n: number, one: Words, more: Words, page: PageContext): string =>
  `${sayNumber(n, page.language)} ${page.say(n === 1 ? one : more)}`

/** What is drawn, what is not, and that there is more than was found: in that order. */
function Opening({ it: { edition, plotted, half, stated, unrated }, page }: { it: Diagram; page: PageContext }) {
  const ratings = (n: number) => counted(n, w('beoordeling', 'rating'), w('beoordelingen', 'ratings'), page)
  const times = (n: number) => counted(n, w('keer', 'time'), w('keer', 'times'), page)
  const scenarios = (n: number) => counted(n, w('scenario', 'scenario'), w('scenario’s', 'scenarios'), page)
  return (
    <Lead>
      {plotted.length === 0
        ? page.say(w('Het diagram is leeg: ', 'The diagram is empty: '))
        : page.say(w(`In het diagram: ${ratings(plotted.length)} van `, `In the diagram: ${ratings(plotted.length)} of `))}
      <Link href={page.link(edition as unknown as Thing)}>{edition.body.short}</Link>
      {plotted.length === 0
        ? page.say(
            w(` (${sayDay(edition.body.on, 'nl')}) geeft hier geen klassen.`, ` (${sayDay(edition.body.on, 'en')}) gives no classes here.`),
          )
        : ` (${sayDay(edition.body.on, page.language)}).`}{' '}
      {half.length > 0 &&
        page.say(w(`${ratings(half.length)} met een klasse op één as. `, `${ratings(half.length)} with a class on one axis. `))}
      {stated.length > 0 && (
        <>
          <a href="#veranderd">{times(stated.length)}</a>{' '}
          {page.say(w('zegt een bron alleen wat er veranderde, zonder klasse. ', 'a source only says what changed, without a class. '))}
        </>
      )}
      {unrated.length > 0 && (
        <>
          {page.say(w('Van ', 'For '))}
          <a href="#niet-gevonden">{scenarios(unrated.length)}</a> {page.say(w('is hier niets gevonden.', 'nothing was found here.'))}
        </>
      )}
    </Lead>
  )
}

/** Which edition, and which theme: links that say how much there is. On the site one choice at a time has a page. */
function Narrowing({ edition, page }: { edition: Thing<'assessment'>; page: PageContext }) {
  const { edition: chosen, theme: chosenTheme } = page.query
  const link = (edition: string | undefined, theme: string | undefined) =>
    page.href(AT, { ...(edition !== undefined && { edition }), ...(theme !== undefined && { theme }) })
  // A link only where there is something behind it: the site has no page for what is empty.
  const editions = editionsOf(page.snapshot)
    .filter(it => countOf(diagramOf(page.snapshot, it)) > 0)
    .map(it => ({ words: it.body.short, href: link(it.code, page.site ? undefined : chosenTheme), current: it.id === edition.id }))
  const themes = page.snapshot
    .all('theme')
    .toSorted((a, b) => a.body.number - b.body.number)
    .map(it => ({ it, count: countOf(diagramOf(page.snapshot, edition, it.code)) }))
    .filter(({ count }) => count > 0)
    .map(({ it, count }) => ({
      words: page.name(it.id) ?? it.code,
      count,
      href: link(page.site ? undefined : chosen, it.code),
      current: it.code.toLowerCase() === chosenTheme?.toLowerCase(),
    }))
  const all = { words: page.say(w('Alle', 'All')), href: link(chosen, undefined), current: chosenTheme === undefined }
  // The site has the themes of the edition that is shown at first, not of every other.
  const narrows = themes.length > 1 && !(page.site && chosen !== undefined)
  return (
    <>
      <Chips label={page.say(w('Uitgave', 'Edition'))} chips={editions} language={page.language} />
      {narrows && <Chips folded label={page.say(w('Thema', 'Theme'))} chips={[all, ...themes]} language={page.language} />}
    </>
  )
}

const NoMatch = ({ page }: { page: PageContext }) => (
  <Empty why="no-match">
    <p>{page.say(w('Niets met deze keuze.', 'Nothing with this choice.'))}</p>
    <p>
      <a href={page.href(AT)}>{page.say(w('Toon het hele diagram', 'Show the whole diagram'))}</a>
    </p>
  </Empty>
)

const Nothing = ({ page }: { page: PageContext }) => (
  <Empty why="nothing-yet">
    <p>
      {page.say(
        w(
          'Er is nog geen beoordeling om te tekenen. Leg de eerste vast op de bladzijde van een scenario.',
          'There is no rating to draw yet. Record the first on the page of a scenario.',
        ),
      )}
    </p>
    <p>
      <a href={page.href('beeld')}>{page.say(w('Naar het beeld', 'To the picture'))}</a>
    </p>
  </Empty>
)
