import { sayNumber, sayShare } from '../../../kernel/say.ts'
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
import { byStrength, chanceOf, lettersOf, sayChance, sayDelay } from './chance.ts'
import { aroundOf, InfluenceItem, placeOf } from './link.page.tsx'

type Cascade = Thing<'cascade'>
type Scenario = Thing<'scenario'>

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
    return (
      <>
        <Opening of={all} page={page} />
        {all.length > 0 && (
          <>
            <Matrix of={all} page={page} />
            <Listing of={all} page={page} />
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

/** Who sets off whom, with the range of the probability; each cell leads to its source. Not on a narrow screen: the list says the same. */
function Matrix({ of, page }: { of: readonly Cascade[]; page: PageContext }) {
  const scenarios = (end: 'from' | 'to'): Scenario[] =>
    [...new Set(of.map(({ body }) => body[end]))]
      .flatMap(id => page.snapshot.get('scenario', id) ?? [])
      .toSorted((a, b) => (a.code < b.code ? -1 : 1))
  const [rows, columns] = [scenarios('from'), scenarios('to')]
  const caption = page.say(w('Wat wat veroorzaakt: van links naar boven', 'What sets off what: from the left to the top'))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached by key
    <section class="matrix" aria-label={caption} tabIndex={0}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <td />
            {columns.map(it => (
              <th key={it.id} scope="col">
                <Name of={it.body.name} page={page} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(from => (
            <tr key={from.id}>
              <th scope="row">
                <a href={page.href(aroundOf(from))}>
                  <Name of={from.body.name} page={page} />
                </a>
              </th>
              {columns.map(to => (
                <td key={to.id} class={to.id === from.id ? 'itself' : undefined}>
                  {of
                    .filter(({ body }) => body.from === from.id && body.to === to.id)
                    .map(it => (
                      <p key={it.id}>
                        <a href={placeOf(it, page)}>{inShort(it, page)}</a>
                      </p>
                    ))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function inShort(it: Cascade, page: PageContext): string {
  const chance = chanceOf(page.snapshot, it)
  if (!chance) return lettersOf(page.snapshot, it) ?? page.say(w('geen kans', 'no probability'))
  const [low, best, high] = [chance.low, chance.best, chance.high].map(share => sayShare(share, page.language))
  return chance.low === chance.high ? (best ?? '') : `${best} (${low} – ${high})`
}

function Listing({ of, page }: { of: readonly Cascade[]; page: PageContext }) {
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
      <h2>{page.say(w('Dezelfde als lijst, de waarschijnlijkste eerst', 'The same as a list, the likeliest first'))}</h2>
      <Table quiet caption={page.say(w('Doorwerking', 'Cascades'))} heads={Object.values(heads).map(it => page.say(it))}>
        <tbody>
          {of.map(it => {
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
              <Name of={it.body.name} page={page} />{' '}
              <strong>
                {page.say(
                  w('werkt door; op welk scenario zegt de bron niet', 'bears on others; on which scenario the source does not say'),
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
