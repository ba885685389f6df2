import { type Day, daysBetween } from '../../../../kernel/day.ts'
import { sayDays, sayNumber } from '../../../../kernel/say.ts'
import { w } from '../../../../kernel/words.ts'
import type { Snapshot, Thing } from '../../../../model/snapshot.ts'
import { signal, states } from '../../../../model/sources/signal.ts'
import { Empty } from '../../../../ui/list/empty.tsx'
import { Lead } from '../../../../ui/show/sentence.tsx'
import { type Listed, listPage, type PageContext } from '../../../page.ts'
import { signalsView } from '../signals.view.ts'
import { SignalCard } from './card.page.tsx'
import { answerTime, groupOf, type Signal } from './grouped.ts'

const AT = 'bronnen/signalen'

/** [S5] What was noticed, the oldest first, one open beside it. Works as plain pages; the island adds keys. */
export const queuePage = listPage({
  name: 'signals',
  room: 'sources',
  at: AT,
  title: signalsView.words,
  view: signalsView,
  open: false,
  order: 2,
  islands: ['triage'],
  render(list, page) {
    const kept = Object.fromEntries(['state', 'network', 'channel'].flatMap(name => (page.query[name] ? [[name, page.query[name]]] : [])))
    const address = (code?: string) => `${page.href(AT, { ...kept, ...(code && { kies: code }) })}${code ? `#${code}` : ''}`
    const rows = list.rows.flatMap(row => (page.snapshot.coded(row.code) ?? []) as Signal | [])
    const shown =
      Object.keys(kept).length > 0
        ? rows
        : leading(
            rows.filter(it => it.body.outcome === null),
            page.snapshot,
          )
    const named = page.snapshot.coded(page.query.kies ?? '') as Signal | undefined
    const chosen = named?.kind === 'signal' ? named : shown[0]
    const at = shown.findIndex(it => it.id === chosen?.id)
    const next = shown[at + 1] ?? shown.find(it => it.id !== chosen?.id && it.body.outcome === null)
    return (
      <>
        <Standing page={page} />
        <LastDecision page={page} />
        <States list={list} page={page} kept={kept} />
        {page.form('signal.add')}
        {shown.length === 0 && !chosen ? (
          <Nothing page={page} />
        ) : (
          <div class="triage" data-triage data-language={page.language}>
            <nav class="queue" aria-label={page.say(w('Wachtrij', 'Queue'))}>
              {shown.length === 0 && <p class="muted">{page.say(w('Geen nieuwe signalen.', 'No new signals.'))}</p>}
              <ol>
                {shown.map(it => (
                  <QueueItem key={it.id} it={it} page={page} chosen={it.id === chosen?.id} href={address(it.code)} />
                ))}
              </ol>
              {list.next && shown.length > 0 && (
                <p>
                  <a href={page.href(AT, { ...kept, after: list.next })} rel="next">
                    {page.say(w('Verder', 'Next'))}
                  </a>
                </p>
              )}
            </nav>
            {chosen && (
              <div class="triage-open">
                <SignalCard
                  it={chosen}
                  page={page}
                  level="h2"
                  here={address(chosen.code)}
                  onward={next ? address(next.code) : page.href(AT, kept)}
                />
              </div>
            )}
          </div>
        )}
      </>
    )
  },
})

/** Of those about the same thing the queue shows the first that waits: the others stand on its card. */
function leading(open: readonly Signal[], snapshot: Snapshot): readonly Signal[] {
  return open.filter(it => {
    const first = groupOf(snapshot, it.id).find(other => other.body.outcome === null)
    return !first || first.id === it.id || !open.some(other => other.id === first.id)
  })
}

/** How many wait, how long the oldest has, and how fast an answer comes: the sender's own measure, on top. */
function Standing({ page }: { page: PageContext }) {
  const open = page.snapshot.all('signal').filter(({ body }) => body.outcome === null)
  const oldest = open.reduce<Day | null>((first, { body }) => (first === null || body.received < first ? body.received : first), null)
  const days = oldest === null ? null : Math.max(0, daysBetween(oldest, page.snapshot.on))
  const took = answerTime(page.snapshot)
  return (
    <Lead>
      {open.length === 0 || days === null
        ? page.say(w('Geen nieuwe signalen.', 'No new signals.'))
        : page.say(
            w(
              `${sayNumber(open.length, 'nl')} ${open.length === 1 ? 'signaal wacht' : 'signalen wachten'}, ${open.length === 1 ? 'sinds' : 'het oudste'} ${sayDays(days, 'nl')}.`,
              `${sayNumber(open.length, 'en')} ${open.length === 1 ? 'signal waits' : 'signals wait'}, ${open.length === 1 ? 'for' : 'the oldest for'} ${sayDays(days, 'en')}.`,
            ),
          )}{' '}
      {took !== null &&
        page.say(
          took < 1
            ? w(
                'Melders kregen het afgelopen jaar meestal dezelfde dag antwoord.',
                'Over the last year senders mostly had an answer the same day.',
              )
            : w(
                `Melders kregen het afgelopen jaar meestal binnen ${sayDays(Math.ceil(took), 'nl')} antwoord (mediaan).`,
                `Over the last year senders mostly had an answer within ${sayDays(Math.ceil(took), 'en')} (median).`,
              ),
        )}
    </Lead>
  )
}

/** This reader's own last decision of today, and the way to its page: there it can be taken back. */
function LastDecision({ page }: { page: PageContext }) {
  const mine = page.snapshot
    .all('signal')
    .filter(({ body }) => body.closed === page.today && body.closedBy !== null && body.closedBy === page.viewer.by)
  const last = mine.reduce<Signal | undefined>((late, it) => (late && late.seq > it.seq ? late : it), undefined)
  if (!last?.body.outcome) return null
  return (
    <p class="last">
      <span>
        {page.say(w('Uw laatste besluit:', 'Your last decision:'))} {last.code} {page.say(states[last.body.outcome])}.
      </span>
      <a data-act="undo" href={page.link(last as unknown as Thing) ?? page.href(AT)}>
        {page.say(w('Bekijk het of maak het ongedaan', 'See it or take it back'))}
      </a>
    </p>
  )
}

/** By state, each with its number; the one chosen can be taken away again. */
function States({ list, page, kept }: { list: Listed; page: PageContext; kept: Readonly<Record<string, string>> }) {
  const counts = list.facets.state ?? {}
  const there = (Object.keys(states) as (keyof typeof states)[]).filter(name => (counts[name] ?? 0) > 0)
  if (there.length < 2 && !kept.state) return null
  const link = (state: string | undefined, words: string) => (
    <li key={words}>
      <a href={page.href(AT, state ? { state } : {})} {...(kept.state === state && { 'aria-current': 'true' as const })}>
        {words}
      </a>
    </li>
  )
  return (
    <nav aria-label={page.say(w('Stand', 'State'))}>
      <ul class="links">
        {link(undefined, page.say(w('te doen', 'to do')))}
        {there.map(name => link(name, `${page.say(states[name])} (${counts[name]})`))}
      </ul>
    </nav>
  )
}

function QueueItem({ it, page, chosen, href }: { it: Signal; page: PageContext; chosen: boolean; href: string }) {
  const { state, waits } = signal.follows(it.body, page.snapshot, it.id)
  const same = groupOf(page.snapshot, it.id).length
  return (
    <li class={chosen ? 'chosen' : undefined}>
      <a href={href} data-code={it.code} {...(chosen && { 'aria-current': 'true' as const })}>
        {page.name(it.id)}
      </a>
      <span class="under">
        {it.code}
        {` · ${waits === null ? page.say(states[state]) : waits === 0 ? page.say(w('vandaag', 'today')) : sayDays(waits, page.language)}`}
        {it.body.network && ` · ${page.name(it.body.network)}`}
        {state === 'quarantined' && ` · ${page.say(states.quarantined)}`}
      </span>
      {same > 1 && <span class="under same">{page.say(w(`${same} meldingen over hetzelfde`, `${same} reports of the same thing`))}</span>}
    </li>
  )
}

/** Nothing waits: since when, so that silence can be told from a form that does not work. */
function Nothing({ page }: { page: PageContext }) {
  const days = page.snapshot.all('signal').map(({ body }) => daysBetween(body.received, page.snapshot.on))
  const last = days.length > 0 ? Math.max(0, Math.min(...days)) : null
  return (
    <Empty why="nothing-yet">
      <p>
        {last === null
          ? page.say(
              w(
                'Er is nog niets gemeld. Nodig een kennisnetwerk uit op Uitvraag, of leg zelf een signaal vast.',
                'Nothing was reported yet. Invite a network under Calls, or record a signal yourself.',
              ),
            )
          : last === 0
            ? page.say(w('Geen nieuwe signalen. Het laatste kwam vandaag.', 'No new signals. The last came today.'))
            : page.say(
                w(`Geen nieuwe signalen. Laatste: ${sayDays(last, 'nl')} geleden.`, `No new signals. Last: ${sayDays(last, 'en')} ago.`),
              )}
      </p>
    </Empty>
  )
}
