import { sayDay } from '../../../../kernel/say.ts'
import { w } from '../../../../kernel/words.ts'
import { network } from '../../../../model/ground/network.ts'
import type { Thing } from '../../../../model/snapshot.ts'
import { call, callStates } from '../../../../model/sources/call.ts'
import { signal, states } from '../../../../model/sources/signal.ts'
import { Link } from '../../../../ui/show/link.tsx'
import { Lead, Terms } from '../../../../ui/show/sentence.tsx'
import { State } from '../../../../ui/show/state.tsx'
import { type PageContext, thingPage } from '../../../page.ts'

type Call = Thing<'call'>

/** [S58] One question: who answered and what, who is still silent, and closing it. */
export const callPage = thingPage({
  name: 'call',
  room: 'sources',
  of: 'call',
  open: false,
  title: (thing, page) => `${page.say(w('Uitvraag', 'Call'))} ${thing.code}`,
  render(thing, page) {
    const it = thing as unknown as Call
    const { state, answered, silent } = call.follows(it.body, page.snapshot, it.id)
    const { lines, from, until, closed, networks } = it.body
    return (
      <>
        <blockquote class="said">{it.body.question}</blockquote>
        <Lead>
          {page.say(callStates[state]).replace(/^./, c => c.toUpperCase())}.{' '}
          {page.say(
            w(
              `${answered.length} van ${networks.length} kennisnetwerken hebben geantwoord.`,
              `${answered.length} of ${networks.length} networks have answered.`,
            ),
          )}
        </Lead>
        <Terms
          of={[
            [
              page.say(w('Open', 'Open')),
              page.say(w(`${sayDay(from, 'nl')} tot en met ${sayDay(until, 'nl')}`, `${sayDay(from, 'en')} to ${sayDay(until, 'en')}`)),
            ],
            [page.say(call.fields.closed.words), closed && sayDay(closed, page.language)],
            [
              page.say(call.fields.lines.words),
              lines.length > 0 ? (
                <ul class="plain">
                  {lines.map(id => (
                    <li key={id}>
                      <Link href={page.link(page.snapshot.find(id))}>{page.name(id)}</Link>
                    </li>
                  ))}
                </ul>
              ) : undefined,
            ],
          ]}
        />
        {state !== 'closed' && page.form('call.close', thing)}
        <Silent silent={silent} page={page} open={state === 'open'} />
        <Answers it={it} page={page} />
        <ul class="links">
          <li>
            <a href={page.href('bronnen/uitvraag')}>{page.say(w('Naar alle uitvragen', 'To all calls'))}</a>
          </li>
          <li>
            <a href={page.href(`bronnen/${it.code.toLowerCase()}/geschiedenis`)}>{page.say(w('Geschiedenis', 'History'))}</a>
          </li>
        </ul>
      </>
    )
  },
})

/** Who was asked and has not answered; without a link they cannot. */
function Silent({ silent, page, open }: { silent: readonly string[]; page: PageContext; open: boolean }) {
  if (silent.length === 0) return null
  return (
    <section aria-labelledby="silent-h">
      <h2 id="silent-h">{open ? page.say(w('Nog geen antwoord', 'No answer yet')) : page.say(w('Niet geantwoord', 'Did not answer'))}</h2>
      <ul class="things">
        {silent.map(id => {
          const it = page.snapshot.get('network', id)
          const said = it && network.follows(it.body, page.snapshot, it.id)
          return (
            <li key={id}>
              {page.name(id) ?? page.say(w('een kennisnetwerk dat er niet meer is', 'a network that is no longer there'))}
              {said?.silent && (
                <>
                  {' '}
                  <State words={page.say(w('een jaar of langer stil', 'silent for a year or more'))} shape="◌" tone="silent" />
                </>
              )}
              {open && said && !said.invited && (
                <span class="under">
                  <a href={`${page.href('bronnen/uitvraag')}#${it?.code}`}>
                    {page.say(w('Heeft geen link om te antwoorden', 'Has no link to answer by'))}
                  </a>
                </span>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function Answers({ it, page }: { it: Call; page: PageContext }) {
  const answers = page.snapshot.pointing('signal', 'call', it.id)
  if (answers.length === 0) return null
  return (
    <section aria-labelledby="answers-h">
      <h2 id="answers-h">{page.say(w('Antwoorden', 'Answers'))}</h2>
      <ul class="things">
        {answers.map(one => (
          <li key={one.id}>
            <Link href={page.link(one as unknown as Thing)}>{one.code}</Link>{' '}
            <span class="under">
              {one.body.network && `${page.name(one.body.network)} · `}
              {sayDay(one.body.received, page.language)} · {page.say(states[signal.follows(one.body, page.snapshot, one.id).state])}
            </span>
            <p class="said">{one.body.text ? (page.person(one.body.text) ?? page.name(one.id)) : page.name(one.id)}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}
