import { sayNumber } from '../../../kernel/say.ts'
import { type Words, w } from '../../../kernel/words.ts'
import type { Snapshot, Thing } from '../../../model/snapshot.ts'
import { Around, type Beside } from '../../../ui/plot/around.tsx'
import { Link } from '../../../ui/show/link.tsx'
import { Lead } from '../../../ui/show/sentence.tsx'
import { type PageContext, thingPage } from '../../page.ts'
import { said, type Texts, textsFor } from '../pages/said.page.tsx'
import { byStrength, chanceOf } from './chance.ts'
import { aroundOf, InfluenceItem, LinkItem } from './link.page.tsx'

type Scenario = Thing<'scenario'>
type Cascade = Thing<'cascade'>

const before = (snapshot: Snapshot, id: string): Cascade[] => snapshot.pointing('cascade', 'to', id).toSorted(byStrength(snapshot))
const after = (snapshot: Snapshot, id: string): Cascade[] => snapshot.pointing('cascade', 'from', id).toSorted(byStrength(snapshot))
const influences = (snapshot: Snapshot, id: string): Thing<'influence'>[] => [
  ...snapshot.pointing('influence', 'to', id),
  ...snapshot.pointing('influence', 'from', id),
]

/** [T53] One scenario in the middle: what can set it off, what it can set off, and what bears on it, each with its source. */
export const aroundPage = thingPage({
  name: 'scenario-around',
  room: 'picture',
  of: 'scenario',
  below: 'doorwerking',
  open: true,
  title: (thing, page) => {
    const name = said((thing as unknown as Scenario).body.name, page) ?? thing.code
    return page.say(w(`Doorwerking: ${name}`, `Cascades: ${name}`))
  },
  needs: (snapshot, { id }) => textsFor(snapshot, [...before(snapshot, id), ...after(snapshot, id), ...influences(snapshot, id)]),
  render(thing, page, found) {
    const it = thing as unknown as Scenario
    const texts = found as Texts
    const [into, out, bearing] = [before(page.snapshot, it.id), after(page.snapshot, it.id), influences(page.snapshot, it.id)]
    return (
      <>
        <Opening it={it} into={into.length} out={out.length} page={page} />
        {into.length + out.length > 0 && <Drawing it={it} into={into} out={out} page={page} />}
        <Side title={titles.before} of={into} end="from" page={page} texts={texts} />
        <Side title={titles.after} of={out} end="to" page={page} texts={texts} />
        {bearing.length > 0 && (
          <section>
            <h2>{page.say(w('Wat het versterkt of verzwakt', 'What raises or lowers it'))}</h2>
            <ul class="link-list">
              {bearing.map(each => (
                <InfluenceItem key={each.id} it={each} page={page} texts={texts} />
              ))}
            </ul>
          </section>
        )}
        <Forms it={it} page={page} />
        <p class="links">
          <a href={page.href('beeld/doorwerking')}>{page.say(w('Alle doorwerking', 'All cascades'))}</a>
        </p>
      </>
    )
  },
})

const titles = {
  before: w('Wat dit kan veroorzaken', 'What can set this off'),
  after: w('Wat hieruit kan volgen', 'What can follow from this'),
}

function Opening({ it, into, out, page }: { it: Scenario; into: number; out: number; page: PageContext }) {
  const link = (
    <Link href={page.link(it as unknown as Thing)}>
      {said(it.body.name, page)} ({it.code})
    </Link>
  )
  if (into + out === 0)
    return (
      <Lead>
        {page.say(w('Van ', 'Of '))}
        {link}
        {page.say(
          w(
            ' is nog geen doorwerking vastgelegd. Dat zegt niet dat die er niet is: in wat gelezen is, zegt geen bron het van twee scenario’s.',
            ' no cascade is recorded yet. That does not say that there is none: in what was read no source says it of two scenarios.',
          ),
        )}
      </Lead>
    )
  return (
    <Lead>
      {link}{' '}
      {page.say(
        w(
          `kan door ${count(into, 'nl')} worden veroorzaakt en kan ${count(out, 'nl')} veroorzaken.`,
          `can be set off by ${count(into, 'en')} and can set off ${count(out, 'en')}.`,
        ),
      )}
    </Lead>
  )
}
function count(n: number, language: 'nl' | 'en'): string {
  if (n === 0) return { nl: 'geen ander scenario', en: 'no other scenario' }[language]
  const other = { nl: n === 1 ? 'ander scenario' : 'andere scenario’s', en: n === 1 ? 'other scenario' : 'other scenarios' }[language]
  return `${sayNumber(n, language)} ${other}`
}

function Drawing({ it, into, out, page }: { it: Scenario; into: readonly Cascade[]; out: readonly Cascade[]; page: PageContext }) {
  const beside =
    (end: 'from' | 'to') =>
    (link: Cascade): Beside => {
      const other = page.snapshot.get('scenario', link.body[end])
      const name = said(other?.body.name ?? null, page) ?? '–'
      return {
        key: link.id,
        name,
        href: `#${link.code.toLowerCase()}`,
        span: chanceOf(page.snapshot, link),
      }
    }
  const share = (nl: string, en: string): Words => w(nl, en)
  return (
    <figure>
      <Around
        id={`around-${it.code}`}
        title={page.say(w('Dichterbij is waarschijnlijker', 'Nearer is likelier'))}
        described={page.say(
          w(
            'In het midden het scenario, links wat het kan veroorzaken, rechts wat eruit kan volgen; een lijn van de laagste tot de hoogste kans. De lijsten hieronder zeggen hetzelfde.',
            'The scenario in the middle, on the left what can set it off, on the right what can follow; a line from the lowest to the highest probability. The lists below say the same.',
          ),
        )}
        middle={said(it.body.name, page) ?? it.code}
        before={{ title: page.say(titles.before), of: into.map(beside('from')) }}
        after={{ title: page.say(titles.after), of: out.map(beside('to')) }}
        ticks={[
          { at: 1, words: page.say(share('100 %', '100%')) },
          { at: 0.1, words: page.say(share('10 %', '10%')) },
          { at: 0.01, words: page.say(share('1 %', '1%')) },
        ]}
        unknown={page.say(w('geen kans in getallen', 'no probability in numbers'))}
      />
      <figcaption class="muted">
        {page.say(
          w(
            'Hoe dichter bij het midden, hoe waarschijnlijker dat het een op het ander volgt. De punt is de beste schatting, de lijn loopt van laagste tot hoogste.',
            'The nearer to the middle, the likelier that one follows from the other. The dot is the best estimate, the line runs from lowest to highest.',
          ),
        )}
      </figcaption>
    </figure>
  )
}

const Side = (props: { title: Words; of: readonly Cascade[]; end: 'from' | 'to'; page: PageContext; texts: Texts }) => (
  <section>
    <h2>{props.page.say(props.title)}</h2>
    {props.of.length === 0 ? (
      <p class="muted">{props.page.say(w('Niets vastgelegd.', 'Nothing recorded.'))}</p>
    ) : (
      <ul class="link-list">
        {props.of.map(it => (
          <LinkItem key={it.id} it={it} end={props.end} page={props.page} texts={props.texts} />
        ))}
      </ul>
    )}
  </section>
)

/** Both ways from here, and what bears on it: the ordinary acts, with this end filled in. */
function Forms({ it, page }: { it: Scenario; page: PageContext }) {
  const thing = it as unknown as Thing
  const forms = [
    page.form('cascade.add', thing, {
      values: { from: it.code },
      words: w('Vastleggen wat hieruit kan volgen', 'Record what can follow from this'),
    }),
    page.form('influence.add', thing, {
      values: { to: it.code },
      words: w('Vastleggen wat hierop invloed heeft', 'Record what bears on this'),
    }),
  ].filter(form => form !== null)
  return forms.length === 0 ? null : (
    <section class="acts">
      <h2>{page.say(w('Wat u kunt doen', 'What you can do'))}</h2>
      {forms}
    </section>
  )
}

/** [T53] On the page of a scenario: the way to what it sets off and what sets it off, with how many. */
export function AroundLink({ it, page }: { it: Scenario; page: PageContext }) {
  const many = before(page.snapshot, it.id).length + after(page.snapshot, it.id).length
  const bearing = influences(page.snapshot, it.id).length
  const said = w(
    `Doorwerking: ${many === 0 ? 'nog niets vastgelegd' : `${sayNumber(many, 'nl')} vastgelegd`}${bearing > 0 ? `; ${sayNumber(bearing, 'nl')} keer invloed` : ''}`,
    `Cascades: ${many === 0 ? 'nothing recorded yet' : `${sayNumber(many, 'en')} recorded`}${bearing > 0 ? `; ${sayNumber(bearing, 'en')} times influence` : ''}`,
  )
  return (
    <p class="links">
      <a href={page.href(aroundOf(it))}>{page.say(said)}</a>
    </p>
  )
}
