import { w } from '../../../../kernel/words.ts'
import { thingPage } from '../../../page.ts'
import { historyOf } from '../../../room.ts'
import { SignalCard } from './card.page.tsx'
import type { Signal } from './grouped.ts'

/** One signal at its own address, with the way back from what was decided last. */
export const signalPage = thingPage({
  name: 'signal',
  room: 'sources',
  of: 'signal',
  open: false,
  title: (thing, page) => `${page.say(w('Signaal', 'Signal'))} ${thing.code}`,
  needs: (_, thing) => ({ events: historyOf([thing.id]) }),
  render(thing, page, found) {
    const it = thing as unknown as Signal
    const here = page.href(`bronnen/${it.code.toLowerCase()}`)
    const last = found.events.find(event => event.from !== null && event.act !== null)
    const undo = it.body.outcome !== null && last?.act ? page.form('act.undo', thing, { values: { act: last.act }, back: here }) : null
    return (
      <>
        <SignalCard it={it} page={page} level="h2" here={here} onward={here} />
        {undo && (
          <div class="last" data-act="undo">
            <span>{page.say(w('Klopt dit besluit niet?', 'Is this decision not right?'))}</span>
            {undo}
          </div>
        )}
        <ul class="links">
          <li>
            <a href={page.href('bronnen/signalen')}>{page.say(w('Naar de wachtrij', 'To the queue'))}</a>
          </li>
          <li>
            <a href={page.href(`bronnen/${it.code.toLowerCase()}/geschiedenis`)}>{page.say(w('Geschiedenis', 'History'))}</a>
          </li>
        </ul>
      </>
    )
  },
})
