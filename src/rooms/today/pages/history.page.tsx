import { same } from '../../../kernel/canonical.ts'
import { type Day, isDay } from '../../../kernel/day.ts'
import { sayDay } from '../../../kernel/say.ts'
import { w } from '../../../kernel/words.ts'
import type { Thing } from '../../../model/snapshot.ts'
import { Empty } from '../../../ui/list/empty.tsx'
import { Differences } from '../../../ui/looking/differences.tsx'
import { Lead } from '../../../ui/show/sentence.tsx'
import { type PageContext, thingPage } from '../../page.ts'
import { type Event, historyOf } from '../../room.ts'
import { told } from '../differ.ts'
import { actWords, fieldsOf } from './acts.page.tsx'

/** [S23] What happened to a thing: newest first, who and why, what it was and became, and the way back. */
export const historyPage = thingPage({
  name: 'history',
  room: 'today',
  of: '*',
  below: 'geschiedenis',
  open: true,
  title: (thing, page) => `${page.say(w('Geschiedenis van', 'History of'))} ${thing.code}`,
  needs: (_, thing) => ({ events: historyOf([thing.id], hanging(thing)) }),
  render(thing, page, found) {
    const events = found.events.filter(event => !event.carried)
    const address = page.link(thing)
    return (
      <>
        <Lead>{address ? <a href={address}>{page.name(thing.id) ?? thing.code}</a> : (page.name(thing.id) ?? thing.code)}</Lead>
        <p>
          {page.say(
            events.length === 1
              ? w('Eén keer vastgelegd, daarna niet gewijzigd.', 'Recorded once, not changed since.')
              : w(
                  `${events.length} keer gewijzigd. De nieuwste wijziging staat bovenaan.`,
                  `Changed ${events.length} times. The newest change stands on top.`,
                ),
          )}
        </p>
        {!page.site && <Compare thing={thing} events={found.events.filter(event => event.id === thing.id)} page={page} />}
        {events.length === 0 && (
          <Empty why="nothing-yet">
            <p>{page.say(w('Er is nog niets gewijzigd.', 'Nothing was changed yet.'))}</p>
          </Empty>
        )}
        <ol class="history" reversed>
          {events.map(event => (
            <Told key={`${event.at} ${event.since} ${event.id}`} thing={thing} event={event} address={address} page={page} />
          ))}
        </ol>
      </>
    )
  },
})

/** What has no page of its own is told with what it belongs to: a fulfilment with its promise. */
export const hanging = (thing: Thing) => (thing.kind === 'commitment' ? ([{ kind: 'fulfilment', field: 'commitment' }] as const) : [])

function Told({ thing, event, address, page }: { thing: Thing; event: Event; address: string | undefined; page: PageContext }) {
  const who =
    event.by === null
      ? null
      : event.by === 'system'
        ? page.say(w('het systeem', 'the system'))
        : event.by.startsWith('network ')
          ? (page.name(event.by.slice(8)) ?? page.say(w('een kennisnetwerk', 'a network')))
          : (page.person(event.by) ?? page.say(w('naam gewist', 'name erased')))
  // A pack came in as one act with all its records: taking that back is no button beside one of them.
  const undo = event.act === null || event.command === 'pack.import' ? null : page.form('act.undo', thing, { values: { act: event.act } })
  return (
    <li>
      <h2>
        {page.say(actWords(event.command))}{' '}
        <span class="under">
          {sayDay(event.at.slice(0, 10) as Day, page.language)} {event.at.slice(11, 16).replace(':', page.language === 'nl' ? '.' : ':')}{' '}
          UTC
          {who && ` · ${who}`}
          {` · ${page.say(w('geldt vanaf', 'holds from'))} ${sayDay(event.since, page.language)}`}
        </span>
      </h2>
      {event.reason && (
        <p>
          {page.say(w('Reden', 'Reason'))}: {event.reason}
        </p>
      )}
      <Changes kind={event.kind} from={event.from} to={event.to} page={page} />
      <div class="decide">
        {address && !page.site && <a href={asOf(address, event)}>{page.say(w('Bekijk zoals het toen was', 'Show it as it was then'))}</a>}
        {undo}
      </div>
    </li>
  )
}

/** The page of the thing on that day, as it was known right after this change. */
const asOf = (address: string, event: Event): string =>
  `${address.split('?')[0]}?${new URLSearchParams({ op: event.since, bekend: event.at })}`

type Body = Readonly<Record<string, unknown>> | null

export function Changes({ kind, from, to, page }: { kind: string; from: Body; to: Body; page: PageContext }) {
  if (to === null) return <p>{page.say(w('Hield op, of is ongedaan gemaakt.', 'Ended, or was taken back.'))}</p>
  const pairs = told(fieldsOf(kind), from, to, { was: page, is: page }).map(it => ({ ...it, words: page.say(it.words) }))
  if (pairs.length === 0) return <p class="muted">{page.say(w('Alleen de bron is gewijzigd.', 'Only the source changed.'))}</p>
  const list = <Differences of={pairs} language={page.language} fresh={from === null} />
  if (from !== null) return list
  return (
    <details class="fold">
      <summary>{page.say(w('Wat er toen stond', 'What it said then'))}</summary>
      {list}
    </details>
  )
}

/** Two days of this thing side by side: what held on each, as known now. */
function Compare({ thing, events, page }: { thing: Thing; events: readonly Event[]; page: PageContext }) {
  const { van, tot } = page.query
  const chosen = isDay(van) && isDay(tot) ? { from: van, to: tot } : null
  return (
    <details class="fold" open={chosen !== null}>
      <summary>{page.say(w('Vergelijk twee dagen', 'Compare two days'))}</summary>
      <form method="get" class="as-of-form">
        <label for="van">{page.say(w('Van', 'From'))}</label>
        <input id="van" type="date" name="van" value={van ?? ''} required />
        <label for="tot">{page.say(w('Tot', 'To'))}</label>
        <input id="tot" type="date" name="tot" value={tot ?? ''} required />
        <button type="submit">{page.say(w('Vergelijk', 'Compare'))}</button>
      </form>
      {chosen && <Compared kind={thing.kind} from={heldOn(events, chosen.from)} to={heldOn(events, chosen.to)} page={page} />}
    </details>
  )
}

const Compared = ({ kind, from, to, page }: { kind: string; from: Body; to: Body; page: PageContext }) =>
  same(from, to) ? (
    <p>{page.say(w('Tussen deze dagen is niets gewijzigd.', 'Nothing changed between these days.'))}</p>
  ) : (
    <Changes kind={kind} from={from} to={to} page={page} />
  )

/** What held on a day: of the changes that count from it or before, the one with the latest day, and of those the last written. */
function heldOn(events: readonly Event[], on: Day): Body {
  const before = events.filter(event => event.since <= on)
  const last = before.reduce<Event | null>((best, event) => (best === null || event.since > best.since ? event : best), null)
  return last?.to ?? null
}
