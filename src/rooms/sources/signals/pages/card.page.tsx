import { sayDay, sayDays } from '../../../../kernel/say.ts'
import { w } from '../../../../kernel/words.ts'
import type { Thing } from '../../../../model/snapshot.ts'
import { channels, dangers, signal, states } from '../../../../model/sources/signal.ts'
import { Link } from '../../../../ui/show/link.tsx'
import { Terms } from '../../../../ui/show/sentence.tsx'
import type { PageContext } from '../../../page.ts'
import { answerFor, followable, mailable } from './answer.ts'
import { groupOf, type Signal } from './grouped.ts'

interface Props {
  readonly it: Signal
  readonly page: PageContext
  /** Where a decision leads on to, and where this card stands. */
  readonly onward: string
  readonly here: string
  readonly level: 'h2' | 'h3'
}

/** [S51] One signal whole: its text as plain text, where it came from, what is like it, and what one can do. */
export function SignalCard({ it, page, onward, here, level: Heading }: Props) {
  const { body } = it
  const { state, waits } = signal.follows(body, page.snapshot, it.id)
  const text = body.text ? page.person(body.text) : undefined
  const thing = it as unknown as Thing
  const open = body.outcome === null
  return (
    <article id={it.code} class="signal" tabindex={-1} data-code={it.code} aria-labelledby={`${it.code}-h`}>
      <Heading id={`${it.code}-h`}>
        <Link href={page.link(thing)}>{it.code}</Link>{' '}
        <span class="under">
          {page.say(states[state])}
          {waits !== null && ` · ${page.say(w(`wacht ${sayDays(waits, 'nl')}`, `has waited ${sayDays(waits, 'en')}`))}`}
        </span>
      </Heading>
      {body.quarantine ? (
        <p class="remark">
          {page.say(dangers[body.quarantine])} {page.say(w('Het is niet geopend en niet bewaard.', 'It was not opened and not kept.'))}
        </p>
      ) : (
        // Whatever came in is text and nothing else: no mark-up, no links made of it.
        <blockquote class="said">{text ?? page.say(w('De tekst is gewist.', 'The text was erased.'))}</blockquote>
      )}
      <From it={it} page={page} />
      <Alike it={it} page={page} here={here} />
      {open ? <Acts it={it} page={page} onward={onward} here={here} /> : <Closed it={it} page={page} />}
      {page.form('signal.erase', thing, { back: here })}
    </article>
  )
}

/** Who sent it and where it may be answered are shown to who answers, and to nobody else. */
function From({ it, page }: { it: Signal; page: PageContext }) {
  const { body } = it
  const answers = page.form('signal.set-aside', it as unknown as Thing) !== null
  const said = (key: string | null) => (answers && key ? page.person(key) : undefined)
  const [sender, reply] = [said(body.sender), said(body.reply)]
  const mail = mailable(reply)
  const source = followable(body.source)
  const named = (id: string | null) => (id ? page.name(id) : undefined)
  const things = (ids: readonly string[]) =>
    ids.length === 0 ? undefined : (
      <ul class="plain">
        {ids.flatMap(id => {
          const to = page.snapshot.find(id)
          return to
            ? [
                <li key={id}>
                  <Link href={page.link(to)}>{to.code}</Link> {page.name(id)}
                </li>,
              ]
            : []
        })}
      </ul>
    )
  const via = [page.say(channels[body.channel]), named(body.feed), named(body.network)].filter(Boolean).join(', ')
  return (
    <Terms
      of={[
        [page.say(w('Binnengekomen', 'Came in')), `${sayDay(body.received, page.language)} (${via})`],
        [page.say(signal.fields.sender.words), sender],
        [page.say(w('Antwoord naar', 'Answer to')), mail ? <a href={`mailto:${mail}`}>{mail}</a> : reply],
        [page.say(signal.fields.proof.words), sender ? body.proof : undefined],
        [page.say(signal.fields.territory.words), named(body.territory)],
        [page.say(signal.fields.lines.words), things(body.lines)],
        [
          page.say(signal.fields.call.words),
          body.call ? <Link href={page.link(page.snapshot.find(body.call))}>{named(body.call)}</Link> : undefined,
        ],
        [
          page.say(signal.fields.source.words),
          source ? (
            <a href={source} rel="noreferrer noopener">
              {source}
            </a>
          ) : (
            body.source
          ),
        ],
        [page.say(signal.fields.linked.words), things(body.linked)],
      ]}
    />
  )
}

/** [S59] "3 meldingen over hetzelfde": the others, each with one button that says so. */
function Alike({ it, page, here }: { it: Signal; page: PageContext; here: string }) {
  const group = groupOf(page.snapshot, it.id)
  const [first] = group
  if (!first) return null
  const others = group.filter(other => other.id !== it.id)
  return (
    <section class="alike" aria-labelledby={`${it.code}-alike`}>
      <h3 id={`${it.code}-alike`}>
        {page.say(w(`${group.length} meldingen over hetzelfde`, `${group.length} reports of the same thing`))}
      </h3>
      <ul class="things">
        {others.map(other => {
          const text = other.body.text ? page.person(other.body.text) : undefined
          // The first to come is the one the others are duplicates of.
          const [late, early] = first.id === other.id ? [it, other] : [other, first]
          const form =
            late.body.outcome === null &&
            page.form('signal.duplicate', late as unknown as Thing, {
              values: { first: early.code },
              words: w(`${late.code} is dubbel met ${early.code}`, `${late.code} duplicates ${early.code}`),
              back: here,
            })
          return (
            <li key={other.id}>
              <Link href={page.link(other as unknown as Thing)}>{other.code}</Link>{' '}
              <span class="under">
                {sayDay(other.body.received, page.language)} · {page.say(states[signal.follows(other.body, page.snapshot, other.id).state])}
              </span>
              <p class="said">{text}</p>
              {form && <div data-act="double">{form}</div>}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

/** Ordinary forms, in the order in which one works: where it belongs, what its sender hears, or that it asks for nothing. */
function Acts({ it, page, onward, here }: Omit<Props, 'level'>) {
  const thing = it as unknown as Thing
  const link = page.form('signal.link', thing, { back: here })
  if (!link) return null
  const [first] = groupOf(page.snapshot, it.id)
  return (
    <div class="triage-acts">
      <div data-act="link">{link}</div>
      {it.body.quarantine === null && (
        <div data-act="answer">
          {page.form('signal.answer', thing, { values: { answer: answerFor(it, page.snapshot, page) }, fill: true, back: onward })}
        </div>
      )}
      <div class="decide">
        {/* Where one like it came first, its one button stands with the others above. */}
        {(!first || first.id === it.id) && <div data-act="duplicate">{page.form('signal.duplicate', thing, { back: onward })}</div>}
        <div data-act="aside">{page.form('signal.set-aside', thing, { back: onward })}</div>
      </div>
    </div>
  )
}

function Closed({ it, page }: { it: Signal; page: PageContext }) {
  const { outcome, closed, closedBy, answer, duplicateOf } = it.body
  const by = closedBy ? (page.person(closedBy) ?? page.say(w('naam gewist', 'name erased'))) : null
  const first = duplicateOf ? page.snapshot.get('signal', duplicateOf) : undefined
  return (
    <section class="closed">
      <p>
        <strong>{outcome && page.say(states[outcome]).replace(/^./, c => c.toUpperCase())}</strong>{' '}
        {first && (
          <>
            {page.say(w('met', 'of'))} <Link href={page.link(first as unknown as Thing)}>{first.code}</Link>{' '}
          </>
        )}
        {closed && page.say(w(`op ${sayDay(closed, 'nl')}`, `on ${sayDay(closed, 'en')}`))}
        {by && ` ${page.say(w(`door ${by}`, `by ${by}`))}`}.
      </p>
      {answer && <blockquote class="said">{answer}</blockquote>}
    </section>
  )
}
