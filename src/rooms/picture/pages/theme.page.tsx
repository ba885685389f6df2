import { sayNumber } from '../../../kernel/say.ts'
import { w } from '../../../kernel/words.ts'
import { theme } from '../../../model/picture/theme.ts'
import type { Thing } from '../../../model/snapshot.ts'
import { Lead } from '../../../ui/show/sentence.tsx'
import { thingPage } from '../../page.ts'
import { isClassed, ratingsOf } from '../ratings/held.ts'
import { Acts } from './acts.page.tsx'
import { Assessed, Rest, said, type Texts, textsFor } from './said.page.tsx'
import { Scenarios } from './scenarios.page.tsx'

type Theme = Thing<'theme'>

/** [T30] One theme: what is said of it as a whole, and its scenarios. */
export const themePage = thingPage({
  name: 'theme',
  room: 'picture',
  of: 'theme',
  open: true,
  title: (thing, page) => theme.title((thing as unknown as Theme).body, page.language, page.snapshot),
  needs: (snapshot, thing) => textsFor(snapshot, [thing, ...ratingsOf(snapshot, thing.id).map(({ rating }) => rating)]),
  render(thing, page, found) {
    const it = thing as unknown as Theme
    const texts = found as Texts
    const own = ratingsOf(page.snapshot, it.id)
    const scenarios = page.snapshot.pointing('scenario', 'theme', it.id)
    const classed = scenarios.filter(({ id }) => ratingsOf(page.snapshot, id).some(isClassed)).length
    const [n, m] = [scenarios.length, classed]
    return (
      <>
        <Lead>
          {n === 0
            ? page.say(w('Bij dit thema is geen scenario gevonden.', 'No scenario was found for this theme.'))
            : page.say(
                w(
                  `${sayNumber(n, 'nl')} ${n === 1 ? 'scenario' : 'scenario’s'}, ${m === 0 ? 'zonder klasse' : `waarvan ${sayNumber(m, 'nl')} met een klasse`}.`,
                  `${sayNumber(n, 'en')} ${n === 1 ? 'scenario' : 'scenarios'}, ${m === 0 ? 'none with a class' : `of which ${sayNumber(m, 'en')} with a class`}.`,
                ),
              )}
        </Lead>
        {it.body.remark && <p class="muted">{said(it.body.remark, page)}</p>}
        <section>
          <h2>{page.say(w('Scenario’s', 'Scenarios'))}</h2>
          <Scenarios of={scenarios} page={page} caption={page.say(w('Scenario’s', 'Scenarios'))} />
        </section>
        <Assessed of={own} page={page} texts={texts} />
        <Rest thing={thing} of={own} page={page} texts={texts} />
        {page.section('theme', thing)}
        <Acts thing={thing} page={page} commands={['theme.change', 'scenario.add', 'rating.add']} />
      </>
    )
  },
})
