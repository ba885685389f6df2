import { sayNumber } from '../../../kernel/say.ts'
import { w } from '../../../kernel/words.ts'
import type { Thing } from '../../../model/snapshot.ts'
import { Lead as RowHead, Table, Td, Tr } from '../../../ui/list/table.tsx'
import { type Dot, readingOrder } from '../../../ui/plot/layout.ts'
import { RiskPlot } from '../../../ui/plot/risk.tsx'
import { Link } from '../../../ui/show/link.tsx'
import { State } from '../../../ui/show/state.tsx'
import type { PageContext } from '../../page.ts'
import { Name, said } from '../pages/said.page.tsx'
import { sayRange } from '../ratings/said.ts'
import { axisOf, saySpan } from './axes.page.tsx'
import { above, type Measure, ordered } from './span.ts'
import type { Diagram, Plotted } from './standing.ts'

const heads = {
  name: w('Scenario', 'Scenario'),
  likelihood: w('Waarschijnlijkheid', 'Likelihood'),
  impact: w('Impact', 'Impact'),
}

/** The list and the drawing, each whole by itself: the same ratings, under the same numbers, in the same order. */
export function Drawing({ it, page }: { it: Diagram; page: PageContext }) {
  const { edition, x, y, plotted } = it
  if (!x || !y || plotted.length === 0) return null
  const axes = { x: axisOf(x, page), y: axisOf(y, page) }
  const dots = plotted.map(each => dotOf(each, x, page))
  const numbered = readingOrder(dots, axes.x, axes.y).flatMap(({ key }) => plotted.filter(each => each.rating.id === key))
  const title = page.say(w(`Risicodiagram, ${edition.body.short}`, `Risk diagram, ${edition.body.short}`))
  const listed = page.say(w('Alleen in de lijst:', 'In the list only:'))
  const described = page.say(
    w(
      `${sayNumber(plotted.length, 'nl')} beoordelingen als vlakken van laagste tot hoogste, op waarschijnlijkheid en impact. De lijst ernaast zegt hetzelfde.`,
      `${sayNumber(plotted.length, 'en')} ratings as areas from lowest to highest, on likelihood and impact. The list beside it says the same.`,
    ),
  )
  return (
    <section class="diagram" data-diagram data-language={page.language}>
      <h2 class="unseen">{page.say(w('Diagram en lijst', 'Diagram and list'))}</h2>
      <div class="diagram-list">
        <Table
          caption={page.say(w('Van boven naar beneden zoals in het diagram', 'From top to bottom as in the diagram'))}
          heads={Object.values(heads).map(it => page.say(it))}
        >
          <tbody>
            {numbered.map((each, i) => (
              <Tr key={each.rating.id}>
                <RowHead>
                  <span class="number">{i + 1}</span> <Rated of={each} page={page} />
                  <Above of={each} all={numbered} page={page} />
                </RowHead>
                <Td label={page.say(heads.likelihood)}>
                  {sayRange(each.rating.body, 'likelihood', page.snapshot, page.language)}
                  {x.counted && <span class="under">{saySpan(each.x, x, page.language)}</span>}
                </Td>
                <Td label={page.say(heads.impact)}>{sayRange(each.rating.body, 'impact', page.snapshot, page.language)}</Td>
              </Tr>
            ))}
          </tbody>
        </Table>
        <Pairs of={plotted} page={page} />
      </div>
      <figure>
        {(['wide', 'narrow'] as const).map(size => (
          <RiskPlot
            key={size}
            id={`diagram-${size}`}
            title={title}
            described={described}
            {...axes}
            dots={dots}
            listed={listed}
            size={size}
          />
        ))}
        <figcaption>
          <Unverified of={x} page={page} />
          {page.say(
            w(
              'Een vlak loopt van de laagste tot de hoogste klasse; waar het getal in het vlak staat, betekent niets.',
              'An area runs from the lowest to the highest class; where in it the number stands means nothing.',
            ),
          )}
        </figcaption>
      </figure>
    </section>
  )
}

/** [T70] That classes are no odds stands with the drawing, not in a note elsewhere. */
function Unverified({ of: { counted, verified }, page }: { of: Measure; page: PageContext }) {
  if (counted) return null
  return (
    <>
      {!verified && <State words={page.say(w('niet geverifieerd', 'not verified'))} shape="◌" tone="silent" />}{' '}
      {page.say(
        verified
          ? w(
              'Klassen, geen kansen: de grenzen staan hier niet als getallen. ',
              'Classes, no odds: the bounds do not stand here as numbers. ',
            )
          : w('Klassen, geen kansen: de grenzen zijn niet geverifieerd. ', 'Classes, no odds: the bounds are not verified. '),
      )}
      {page.say(
        w(
          'Even brede vakken zeggen niets over hoeveel waarschijnlijker of erger iets is. ',
          'Boxes of equal width say nothing of how much likelier or worse something is. ',
        ),
      )}
    </>
  )
}

/** The scenario or theme, and the part that is meant. */
export const Rated = ({ of: { about, rating }, page }: { of: Pick<Plotted, 'about' | 'rating'>; page: PageContext }) => (
  <>
    <Link href={page.link(about as unknown as Thing)}>
      <Name of={about.body.name} page={page} />
    </Link>
    {rating.body.part && (
      <>
        {': '}
        <Name of={rating.body.part} page={page} />
      </>
    )}
  </>
)

function dotOf(it: Plotted, x: Measure, page: PageContext): Dot {
  const { body } = it.rating
  const name = said(body.part ?? it.about.body.name, page) ?? it.about.code
  const range = (axis: 'likelihood' | 'impact') => sayRange(body, axis, page.snapshot, page.language)
  const odds = x.counted ? `, ${saySpan(it.x, x, page.language)}` : ''
  return {
    key: it.rating.id,
    name,
    said: page.say(
      w(
        `${name}: waarschijnlijkheid ${range('likelihood')}${odds}; impact ${range('impact')}`,
        `${name}: likelihood ${range('likelihood')}${odds}; impact ${range('impact')}`,
      ),
    ),
    href: page.link(it.about as unknown as Thing),
    x: it.x,
    y: it.y,
  }
}

const FEW = 6
/** [T71] Above which others it stands for certain; where that is none, nothing. */
function Above({ of, all, page }: { of: Plotted; all: readonly Plotted[]; page: PageContext }) {
  const numbers = all.flatMap((other, i) => (above(of, other) ? [i + 1] : []))
  if (numbers.length === 0) return null
  const many = w(`boven ${sayNumber(numbers.length, 'nl')} andere`, `above ${sayNumber(numbers.length, 'en')} others`)
  const few = w(`boven ${numbers.join(', ')}`, `above ${numbers.join(', ')}`)
  return <span class="under">{page.say(numbers.length > FEW ? many : few)}</span>
}

/** [T71] Of how many it can be said which is higher, so that nobody reads an order into the drawing. */
function Pairs({ of, page }: { of: readonly Plotted[]; page: PageContext }) {
  const { pairs, ordered: known } = ordered(of)
  if (pairs === 0) return null
  const why = w(
    'hun bereiken raken of overlappen elkaar, of de een is waarschijnlijker en de ander erger',
    'their ranges touch or overlap, or one is likelier and the other worse',
  )
  const [nl, en] = [
    known === pairs
      ? 'Van elk paar is te zeggen welk van de twee hoger staat.'
      : pairs === 1
        ? `Niet geordend: ${why.nl}.`
        : `Van ${sayNumber(pairs, 'nl')} paren is er bij ${sayNumber(known, 'nl')} te zeggen welk van de twee hoger staat. De andere zijn niet geordend: ${why.nl}.`,
    known === pairs
      ? 'Of every pair it can be said which of the two stands higher.'
      : pairs === 1
        ? `Not ordered: ${why.en}.`
        : `Of ${sayNumber(pairs, 'en')} pairs it can be said of ${sayNumber(known, 'en')} which of the two stands higher. The others are not ordered: ${why.en}.`,
  ]
  return <p class="muted">{page.say(w(nl, en))}</p>
}
