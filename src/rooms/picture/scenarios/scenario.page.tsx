import { sayDays } from '../../../kernel/say.ts'
import { w } from '../../../kernel/words.ts'
import { scenario } from '../../../model/picture/scenario.ts'
import type { Thing } from '../../../model/snapshot.ts'
import { Link } from '../../../ui/show/link.tsx'
import { Lead, Terms } from '../../../ui/show/sentence.tsx'
import { type PageContext, thingPage } from '../../page.ts'
import { saySpan } from '../diagram/axes.page.tsx'
import { measureOf, spanOf } from '../diagram/span.ts'
import { Strips } from '../diagram/strip.page.tsx'
import { AroundLink } from '../links/around.page.tsx'
import { Acts } from '../pages/acts.page.tsx'
import { Assessed, Rest, said, type Texts, textsFor, Verdict } from '../pages/said.page.tsx'
import { type Held, isClassed, ratingsOf } from '../ratings/held.ts'
import { sayRange } from '../ratings/said.ts'
import { Touching, touching } from './touching.page.tsx'

type Scenario = Thing<'scenario'>

/** [T30] One scenario: the newest that is known of it in a sentence, then assessment by assessment. */
export const scenarioPage = thingPage({
  name: 'scenario',
  room: 'picture',
  of: 'scenario',
  open: true,
  title: (thing, page) => scenario.title((thing as unknown as Scenario).body, page.language, page.snapshot),
  needs: (snapshot, thing) =>
    textsFor(snapshot, [thing, ...ratingsOf(snapshot, thing.id).map(({ rating }) => rating), ...touching(snapshot, thing.id)]),
  render(thing, page, found) {
    const it = thing as unknown as Scenario
    const texts = found as Texts
    const all = ratingsOf(page.snapshot, it.id)
    // What it continues was rated under other names.
    const earlier = it.body.continues.flatMap(id => ratingsOf(page.snapshot, id))
    const trends = touching(page.snapshot, it.id)
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
            [
              page.say(scenario.fields.durationDays.words),
              it.body.durationDays === null ? null : sayDays(it.body.durationDays, page.language),
            ],
            [page.say(scenario.fields.remark.words), said(it.body.remark, page)],
          ]}
        />
        <Over of={[...all, ...earlier]} page={page} />
        <Touching of={trends} page={page} texts={texts} />
        <Assessed of={all} page={page} texts={texts} />
        <AroundLink it={it} page={page} />
        <Rest thing={thing} of={all} page={page} texts={texts} />
        {page.section('scenario', thing)}
        <Acts thing={thing} page={page} commands={['scenario.change', 'scenario.continue', 'rating.add']} />
      </>
    )
  },
})

/** [T81] All editions on one axis each; of the scenario as a whole, since a part has a range of its own. */
function Over({ of, page }: { of: readonly Held[]; page: PageContext }) {
  const whole = of.filter(({ rating }) => rating.body.part === null)
  if (!whole.some(isClassed)) return null
  return (
    <section>
      <h2>{page.say(w('Door de uitgaven heen', 'Across the editions'))}</h2>
      <div class="side-by-side">
        <Strips id="strip-likelihood" of={whole} axis="likelihood" page={page} />
        <Strips id="strip-impact" of={whole} axis="impact" page={page} />
      </div>
      <p class="links">
        <a href={page.href('beeld/diagram')}>{page.say(w('Naar het risicodiagram', 'To the risk diagram'))}</a>{' '}
        <a href={page.href('beeld/verschoven')}>{page.say(w('Wat is verschoven', 'What has shifted'))}</a>
      </p>
    </section>
  )
}

/** Classes with the words of their axes, and the newest that was only said. */
function Newest({ of, page }: { of: readonly Held[]; page: PageContext }) {
  const classed = of.find(isClassed)
  // What was said before the newest classes is in them.
  const stated = of.find(each => !isClassed(each) && (!classed || each.assessment.body.on > classed.assessment.body.on))
  const range = (axis: 'likelihood' | 'impact') => classed && sayRange(classed.rating.body, axis, page.snapshot, page.language)
  const [likelihood, impact] = [range('likelihood'), range('impact')]
  const odds = classed && oddsOf(classed, page)
  return (
    <Lead>
      {classed
        ? [
            likelihood && page.say(w(`Waarschijnlijkheid ${likelihood}`, `Likelihood ${likelihood}`)) + (odds ? ` (${odds})` : ''),
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

/** [T70] Plain odds, where the scale is counted. */
function oddsOf({ rating, assessment }: Held, page: PageContext): string | undefined {
  const measure = measureOf(page.snapshot, assessment.body.likelihood)
  const span = measure?.counted ? spanOf(rating.body, 'likelihood', measure, page.snapshot) : undefined
  return measure && span && saySpan(span, measure, page.language)
}
