import type { Body } from '../../../fields/field.ts'
import { sayDay, sayNumber } from '../../../kernel/say.ts'
import { w } from '../../../kernel/words.ts'
import { sorts } from '../../../model/picture/assessment.ts'
import { scale } from '../../../model/picture/scale.ts'
import type { Thing } from '../../../model/snapshot.ts'
import { Empty } from '../../../ui/list/empty.tsx'
import { Link } from '../../../ui/show/link.tsx'
import { Lead } from '../../../ui/show/sentence.tsx'
import { listPage, type PageContext } from '../../page.ts'
import { ratingsOf } from '../ratings/held.ts'
import { themesView } from '../themes/themes.view.ts'
import { Domains } from './domains.page.tsx'
import { Name, Verdicts } from './said.page.tsx'
import { Scenarios } from './scenarios.page.tsx'

type Row = Body<typeof themesView.row>

/** [T30] What threatens us: where it is going, theme by theme what is said, and what it rests on. Useful without a number. */
export const picturePage = listPage({
  name: 'picture',
  room: 'picture',
  at: 'beeld',
  title: w('Wat ons bedreigt', 'What threatens us'),
  view: themesView,
  open: true,
  order: 1,
  render(list, page) {
    const rows = list.rows.map(it => it.row() as unknown as Row)
    const domains = page.snapshot.all('domain')
    return (
      <>
        {rows.length === 0 && domains.length === 0 ? (
          <Empty why="nothing-yet">
            <p>{page.say(w('Er zijn nog geen dreigingsthema’s. Voeg het eerste toe.', 'There are no themes yet. Add the first.'))}</p>
          </Empty>
        ) : (
          <Opening rows={rows} page={page} />
        )}
        {page.snapshot.all('rating').length > 0 && (
          <p class="links">
            <a href={page.href('beeld/diagram')}>{page.say(w('Naar het risicodiagram', 'To the risk diagram'))}</a>{' '}
            <a href={page.href('beeld/verschoven')}>{page.say(w('Wat is verschoven', 'What has shifted'))}</a>
          </p>
        )}
        <Domains of={domains} page={page} />
        <Themes rows={rows} page={page} />
        <Assessments page={page} />
        {!page.site && page.viewer.clearance !== 'public' && (
          <p class="links">
            <a href={page.href('beeld/tabellen')}>{page.say(w('Tabellen uitvoeren en inlezen', 'Export and import tables'))}</a>
          </p>
        )}
        <Adding page={page} />
      </>
    )
  },
})

const sum = (rows: readonly Row[], of: 'scenarios' | 'classed' | 'stated' | 'unrated'): number => rows.reduce((n, row) => n + row[of], 0)

/** How much is known, and what is not: in that order. */
function Opening({ rows, page }: { rows: readonly Row[]; page: PageContext }) {
  const [scenarios, classed, stated, unrated] = [sum(rows, 'scenarios'), sum(rows, 'classed'), sum(rows, 'stated'), sum(rows, 'unrated')]
  const of = (n: number, nl: readonly [string, string], en: readonly [string, string]) =>
    w(`${sayNumber(n, 'nl')} ${nl[n === 1 ? 0 : 1]}`, `${sayNumber(n, 'en')} ${en[n === 1 ? 0 : 1]}`)
  const all = of(scenarios, ['scenario', 'scenario’s'], ['scenario', 'scenarios'])
  const [some, none] = [classed, unrated].map(n => of(n, ['scenario', 'scenario’s'], ['scenario', 'scenarios']))
  const themes = of(rows.length, ['dreigingsthema', 'dreigingsthema’s'], ['theme', 'themes'])
  const unbounded = page.snapshot.all('scale').some(it => !scale.follows(it.body, page.snapshot, it.id).verified)
  return (
    <>
      <Lead>
        {page.say(w(`${themes.nl} met ${all.nl}.`, `${themes.en} with ${all.en}.`))}{' '}
        {page.say(
          classed === 0
            ? w('Van geen enkel scenario is een klasse gevonden.', 'For no scenario a class was found.')
            : w(`Van ${some?.nl} is een klasse gevonden.`, `For ${some?.en} a class was found.`),
        )}{' '}
        {stated > 0 &&
          page.say(
            w(
              `${sayNumber(stated, 'nl')} keer zegt een bron alleen wat er veranderde.`,
              `${sayNumber(stated, 'en')} ${stated === 1 ? 'time' : 'times'} a source only says what changed.`,
            ),
          )}{' '}
        {unrated > 0 && page.say(w(`Van ${none?.nl} is geen beoordeling gevonden.`, `For ${none?.en} no rating was found.`))}
      </Lead>
      {unbounded && (
        <p class="muted">
          {page.say(
            w(
              'Er staan letters en woorden en geen kansen in procenten: geen gelezen bron zegt waar de klassen beginnen en eindigen.',
              'There are letters and words and no odds in per cent: no source that was read says where the classes begin and end.',
            ),
          )}
        </p>
      )}
    </>
  )
}

/** Every theme, also where nothing is known. */
function Themes({ rows, page }: { rows: readonly Row[]; page: PageContext }) {
  if (rows.length === 0) return null
  return (
    <section>
      <h2>{page.say(w('Thema voor thema', 'Theme by theme'))}</h2>
      {rows.map(row => {
        const theme = page.snapshot.coded(row.code)
        if (!theme) return null
        const own = ratingsOf(page.snapshot, theme.id)
        const scenarios = page.snapshot.pointing('scenario', 'theme', theme.id)
        return (
          <section key={row.code} class="theme">
            <h3>
              <a href={page.href(`beeld/${row.code.toLowerCase()}`)}>
                <Name of={row.name} page={page} />
              </a>
            </h3>
            {own.length > 0 ? (
              <div class="of-theme">
                <Verdicts of={own} page={page} />
              </div>
            ) : (
              scenarios.length === 0 && (
                <p class="muted">{page.say(w('Geen scenario en geen beoordeling gevonden.', 'No scenario and no rating found.'))}</p>
              )
            )}
            {scenarios.length > 0 && <Scenarios of={scenarios} page={page} caption={page.name(theme.id) ?? row.code} />}
          </section>
        )
      })}
    </section>
  )
}

function Assessments({ page }: { page: PageContext }) {
  const all = page.snapshot.all('assessment').toSorted((a, b) => (a.body.on < b.body.on ? 1 : -1))
  if (all.length === 0) return null
  return (
    <section>
      <h2>{page.say(w('Waar dit op rust', 'What this rests on'))}</h2>
      <ul class="dated">
        {all.map(it => (
          <li key={it.id}>
            <span class="day">{sayDay(it.body.on, page.language)}</span>
            <span>
              <Link href={page.link(it as unknown as Thing)}>{it.body.short}</Link>
              <span class="under">
                {[page.say(sorts[it.body.sort]), it.body.authors.map(id => page.name(id)).join(', ')].filter(Boolean).join(' · ')}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

const adding = ['theme', 'scenario', 'rating', 'domain', 'trend', 'assessment', 'scale', 'scale-class'].map(kind => `${kind}.add`)

function Adding({ page }: { page: PageContext }) {
  const forms = adding.map(name => page.form(name)).filter(form => form !== null)
  return forms.length === 0 ? null : (
    <section class="acts">
      <h2>{page.say(w('Wat u kunt doen', 'What you can do'))}</h2>
      {forms}
    </section>
  )
}
