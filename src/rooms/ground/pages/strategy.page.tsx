import { sayDay } from '../../../kernel/say.ts'
import { w } from '../../../kernel/words.ts'
import { strategy } from '../../../model/ground/strategy.ts'
import type { Thing } from '../../../model/snapshot.ts'
import { Lead, Terms } from '../../../ui/show/sentence.tsx'
import { thingPage } from '../../page.ts'
import { Named } from './organisation.page.tsx'
import { Below, Resting } from './resting.page.tsx'

type Strategy = Thing<'strategy'>

/** A strategy: its period, its document, and under it what the course made of it. */
export const strategyPage = thingPage({
  name: 'strategy',
  room: 'ground',
  of: 'strategy',
  open: true,
  title: (thing, page) => strategy.title((thing as unknown as Strategy).body, page.language, page.snapshot),
  render(thing, page) {
    const { body, id } = thing as unknown as Strategy
    const { running } = strategy.follows(body, page.snapshot, id)
    const [from, to] = [sayDay(body.from, page.language), sayDay(body.to, page.language)]
    const past = body.to < page.snapshot.on
    return (
      <>
        <Lead>
          {running
            ? page.say(w(`Loopt van ${from} tot en met ${to}.`, `Runs from ${from} to ${to}.`))
            : past
              ? page.say(w(`Liep van ${from} tot en met ${to}.`, `Ran from ${from} to ${to}.`))
              : page.say(w(`Begint op ${from} en loopt tot en met ${to}.`, `Starts on ${from} and runs until ${to}.`))}
        </Lead>
        <Terms
          of={[
            [page.say(strategy.fields.published.words), body.published && sayDay(body.published, page.language)],
            [page.say(strategy.fields.document.words), body.document && <Named kind="document" id={body.document} page={page} />],
          ]}
        />
        {page.section('strategy', thing)}
        <Resting thing={thing} page={page} />
        <Below thing={thing} page={page} commands={[]} />
      </>
    )
  },
})
