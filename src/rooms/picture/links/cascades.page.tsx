import { sayNumber } from '../../../kernel/say.ts'
import { w } from '../../../kernel/words.ts'
import type { Snapshot, Thing } from '../../../model/snapshot.ts'
import { Empty } from '../../../ui/list/empty.tsx'
import { Lead as RowHead, Table, Td, Tr } from '../../../ui/list/table.tsx'
import { citedOf, Passages } from '../../../ui/show/passage.tsx'
import { Lead } from '../../../ui/show/sentence.tsx'
import { documentOn } from '../../citing.ts'
import { listPage, type PageContext } from '../../page.ts'
import { Name } from '../pages/said.page.tsx'
import { SimulationLinks } from '../runs/links.page.tsx'
import { cascadesView } from './cascades.view.ts'
import { byStrength, chanceOf, sayChance, sayDelay } from './chance.ts'
import { InfluenceItem, placeOf } from './link.page.tsx'
import { Matrix } from './matrix.page.tsx'

type Cascade = Thing<'cascade'>

/** [T54] All that is recorded of what sets off what: who with whom, the same as a list, and what else sources say of it. */
export const cascadesPage = listPage({
  name: 'cascades',
  room: 'picture',
  at: 'beeld/doorwerking',
  title: w('Doorwerking', 'Cascades'),
  view: cascadesView,
  open: true,
  order: 3,
  render(_, page) {
    const all = shownOf(page.snapshot)
    const chosen = narrowed(all, page)
    return (
      <>
        <Opening of={all} page={page} />
        {all.length > 0 && (
          <>
            {chosen.length < all.length && <Narrowed of={chosen.length} page={page} />}
            <Matrix of={chosen} page={page} />
            <Listing of={chosen} whole={page.site || chosen.length < all.length} page={page} />
          </>
        )}
        <Bearing page={page} />
        <SimulationLinks page={page} />
        <Forms page={page} />
      </>
    )
  },
})

/** Whose two ends this reader sees. */
const shownOf = (snapshot: Snapshot): Cascade[] =>
  snapshot
    .all('cascade')
    .filter(({ body }) => snapshot.get('scenario', body.from) && snapshot.get('scenario', body.to))
    .toSorted(byStrength(snapshot))

function Opening({ of, page }: { of: readonly Cascade[]; page: PageContext }) {
  if (of.length === 0)
    return (
      <>
        <Lead>{page.say(w('Er is nog geen doorwerking vastgelegd.', 'No cascade is recorded yet.'))}</Lead>
        <Empty why="nothing-yet">
          <p>
            {page.say(
              w(
                'Doorwerking is: het ene scenario kan het andere veroorzaken of erger maken. In wat gelezen is, zegt geen bron dat van twee scenario’s. Dat zegt niet dat het niet zo is. Wat bronnen er wel over zeggen, staat hieronder.',
                'A cascade is: one scenario can set off another or make it worse. In what was read no source says so of two scenarios. That does not say that it is not so. What sources do say of it stands below.',
              ),
            )}
          </p>
        </Empty>
      </>
    )
  const ends = new Set(of.flatMap(({ body }) => [body.from, body.to])).size
  const numbered = of.filter(it => chanceOf(page.snapshot, it)).length
  const [n, m, k] = [of.length, ends, numbered]
  return (
    <Lead>
      {page.say(
        w(
          `${sayNumber(n, 'nl')} ${n === 1 ? 'doorwerking' : 'doorwerkingen'} tussen ${sayNumber(m, 'nl')} scenario’s. Van ${k === n ? 'elk' : sayNumber(k, 'nl')} geeft een bron de kans.`,
          `${sayNumber(n, 'en')} ${n === 1 ? 'cascade' : 'cascades'} between ${sayNumber(m, 'en')} scenarios. For ${k === n ? 'each' : sayNumber(k, 'en')} a source gives the probability.`,
        ),
      )}
    </Lead>
  )
}

/** From one theme to another, as the address says it. */
function narrowed(all: readonly Cascade[], page: PageContext): readonly Cascade[] {
  const { from, to } = page.query
  const of = (scenario: string): string | undefined => {
    const theme = page.snapshot.get('scenario', scenario)?.body.theme
    return page.snapshot.get('theme', theme ?? '')?.code.toLowerCase()
  }
  const fits = (asked: string | undefined, scenario: string) => asked === undefined || of(scenario) === asked.toLowerCase()
  return all.filter(({ body }) => fits(from, body.from) && fits(to, body.to))
}

function Narrowed({ of, page }: { of: number; page: PageContext }) {
  const name = (code: string | undefined) => {
    const it = code === undefined ? undefined : page.snapshot.coded(code)
    return (it && page.name(it.id)) ?? page.say(w('alle thema’s', 'all themes'))
  }
  const { from, to } = page.query
  return (
    <p class="sentence">
      {page.say(
        w(
          `Hier: ${sayNumber(of, 'nl')} van ${name(from)} naar ${name(to)}. `,
          `Here: ${sayNumber(of, 'en')} from ${name(from)} to ${name(to)}. `,
        ),
      )}
      <a href={page.href('beeld/doorwerking')}>{page.say(w('Toon alles', 'Show all'))}</a>
    </p>
  )
}

/** More are asked for by theme. */
const MOST = 40

function Listing({ of, whole, page }: { of: readonly Cascade[]; whole: boolean; page: PageContext }) {
  const some = whole ? of : of.slice(0, MOST)
  if (some.length === 0) return null
  const heads = {
    from: w('Als dit gebeurt', 'When this happens'),
    to: w('Kan dit volgen', 'This can follow'),
    chance: w('Kans', 'Probability'),
    delay: w('Hoeveel later', 'How much later'),
  }
  const name = (id: string) => {
    const it = page.snapshot.get('scenario', id)
    return it && <Name of={it.body.name} page={page} />
  }
  return (
    <section>
      <h2>{page.say(w('Als lijst, de waarschijnlijkste eerst', 'As a list, the likeliest first'))}</h2>
      {some.length < of.length && (
        <p class="muted">
          {page.say(
            w(
              `De eerste ${MOST} van ${sayNumber(of.length, 'nl')}. De andere staan achter de getallen in de tabel en op de bladzijde van elk scenario.`,
              `The first ${MOST} of ${sayNumber(of.length, 'en')}. The others stand behind the numbers in the table and on the page of each scenario.`,
            ),
          )}
        </p>
      )}
      <Table quiet caption={page.say(w('Doorwerking', 'Cascades'))} heads={Object.values(heads).map(it => page.say(it))}>
        <tbody>
          {some.map(it => {
            const delay = sayDelay(it.body)
            return (
              <Tr key={it.id}>
                <RowHead>
                  <a href={placeOf(it, page)}>{name(it.body.from)}</a>
                </RowHead>
                <Td label={page.say(heads.to)}>{name(it.body.to)}</Td>
                <Td label={page.say(heads.chance)}>{sayChance(page.snapshot, it, page.language)}</Td>
                <Td label={page.say(heads.delay)}>{delay ? page.say(delay) : page.say(w('niet vastgelegd', 'not recorded'))}</Td>
              </Tr>
            )
          })}
        </tbody>
      </Table>
    </section>
  )
}

/** Influences, and trends of which a source says that they bear on others without saying on which scenario. */
function Bearing({ page }: { page: PageContext }) {
  const influences = page.snapshot.all('influence').toSorted((a, b) => (a.code < b.code ? -1 : 1))
  const named = new Set(influences.map(({ body }) => body.from))
  const trends = page.snapshot.all('trend').filter(({ id, body }) => body.direction === 'bears' && !named.has(id))
  if (influences.length + trends.length === 0) return null
  return (
    <section>
      <h2>{page.say(w('Wat bronnen over stapelen zeggen', 'What sources say of stacking'))}</h2>
      <ul class="link-list">
        {influences.map(it => (
          <InfluenceItem key={it.id} it={it} page={page} texts={{}} />
        ))}
        {trends.map(it => (
          <li key={it.id}>
            <p class="sentence">
              <Name of={it.body.name} page={page} />
              {': '}
              <strong>
                {page.say(
                  w('werkt door; op welk scenario, zegt de bron niet', 'bears on others; on which scenario, the source does not say'),
                )}
              </strong>
              .
            </p>
            <Passages language={page.language} passages={citedOf(it.evidence, documentOn(page))} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Forms({ page }: { page: PageContext }) {
  const forms = [page.form('cascade.add'), page.form('influence.add')].filter(form => form !== null)
  return forms.length === 0 ? null : (
    <section class="acts">
      <h2>{page.say(w('Wat u kunt doen', 'What you can do'))}</h2>
      {forms}
    </section>
  )
}
