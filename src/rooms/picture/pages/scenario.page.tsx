import { w } from '../../../kernel/words.ts'
import { scenario } from '../../../model/picture/scenario.ts'
import type { Thing } from '../../../model/snapshot.ts'
import { Link } from '../../../ui/show/link.tsx'
import { Lead, Terms } from '../../../ui/show/sentence.tsx'
import { type PageContext, thingPage } from '../../page.ts'
import { type Held, isClassed, ratingsOf } from '../ratings/held.ts'
import { sayRange } from '../ratings/said.ts'
import { Acts } from './acts.page.tsx'
import { Assessed, Rest, said, type Texts, textsFor, Verdict } from './said.page.tsx'

type Scenario = Thing<'scenario'>

/** [T30] One scenario: the newest that is known of it in a sentence, then assessment by assessment. */
export const scenarioPage = thingPage({
  name: 'scenario',
  room: 'picture',
  of: 'scenario',
  open: true,
  title: (thing, page) => scenario.title((thing as unknown as Scenario).body, page.language, page.snapshot),
  needs: (snapshot, thing) => textsFor(snapshot, [thing, ...ratingsOf(snapshot, thing.id).map(({ rating }) => rating)]),
  render(thing, page, found) {
    const it = thing as unknown as Scenario
    const texts = found as Texts
    const all = ratingsOf(page.snapshot, it.id)
    const theme = page.snapshot.get('theme', it.body.theme)
    return (
      <>
        <Newest of={all} page={page} />
        <Terms
          of={[
            [
              page.say(scenario.fields.theme.words),
              theme && <Link href={page.link(theme as unknown as Thing)}>{page.name(theme.id)}</Link>,
            ],
            [page.say(scenario.fields.says.words), said(it.body.says, page)],
            [page.say(scenario.fields.territory.words), it.body.territory && (page.name(it.body.territory) ?? null)],
            [
              page.say(scenario.fields.continues.words),
              it.body.continues.length === 0
                ? null
                : it.body.continues.map((id, i) => (
                    <span key={id}>
                      {i > 0 && ', '}
                      <Link href={page.link(page.snapshot.find(id))}>{page.name(id)}</Link>
                    </span>
                  )),
            ],
            [page.say(scenario.fields.remark.words), said(it.body.remark, page)],
          ]}
        />
        <Assessed of={all} page={page} texts={texts} />
        <Rest thing={thing} of={all} page={page} texts={texts} />
        {page.section('scenario', thing)}
        <Acts thing={thing} page={page} commands={['scenario.change', 'scenario.continue', 'rating.add']} />
      </>
    )
  },
})

/** Classes with the words of their axes, and the newest that was only said. */
function Newest({ of, page }: { of: readonly Held[]; page: PageContext }) {
  const classed = of.find(isClassed)
  const stated = of.find(each => !isClassed(each))
  const range = (axis: 'likelihood' | 'impact') => classed && sayRange(classed.rating.body, axis, page.snapshot, page.language)
  const [likelihood, impact] = [range('likelihood'), range('impact')]
  return (
    <Lead>
      {classed
        ? [
            likelihood && page.say(w(`Waarschijnlijkheid ${likelihood}`, `Likelihood ${likelihood}`)),
            impact && page.say(likelihood ? w(`impact ${impact}`, `impact ${impact}`) : w(`Impact ${impact}`, `Impact ${impact}`)),
          ]
            .filter(Boolean)
            .join(', ') + page.say(w(`, volgens ${classed.assessment.body.short}. `, `, according to ${classed.assessment.body.short}. `))
        : page.say(w('Van dit scenario is geen klasse gevonden. ', 'No class was found for this scenario. '))}
      {stated && (
        <>
          {page.say(w('Nieuwste oordeel: ', 'Newest judgement: '))}
          <Verdict held={stated} page={page} />.
        </>
      )}
    </Lead>
  )
}
