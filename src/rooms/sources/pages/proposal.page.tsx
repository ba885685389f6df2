import { window } from '../../../fields/window.ts'
import { sayDay } from '../../../kernel/say.ts'
import { isPassage } from '../../../kernel/values/evidence.ts'
import type { Window } from '../../../kernel/values/window.ts'
import { w } from '../../../kernel/words.ts'
import { sorts } from '../../../model/course/commitment.ts'
import { directions } from '../../../model/picture/trend.ts'
import type { Thing } from '../../../model/snapshot.ts'
import { bands } from '../../../model/sources/proposal.ts'
import type { PageContext } from '../../page.ts'
import { recordOf, sortOf, whyOf } from './why.page.tsx'

type Proposal = Thing<'proposal'>
type Input = Readonly<Record<string, unknown>>

interface Props {
  readonly it: Proposal
  readonly chosen: boolean
  readonly changing: boolean
  /** Put off by this reader. */
  readonly later: boolean
  readonly page: PageContext
  readonly next: Proposal | undefined
  /** Of this desk with a query, and the thing on it where one goes. */
  address(query: Readonly<Record<string, string>>, at?: string): string
}

/** One proposal as an ordinary article: what it will make, why, and what one can do. Every decision leads on to the next. */
export function ProposalCard({ it, chosen, changing, later, page, next, address }: Props) {
  const input = it.body.input as Input
  const thing = it as unknown as Thing
  const quote = it.evidence.find(isPassage)?.quote.replace(/\s+/g, ' ') ?? ''
  const onward = next ? address({ kies: next.code }, next.code) : address({})
  const here = address({ kies: it.code }, it.code)
  const known = recordOf(it.body.reasons)
  const accept = page.form('proposal.accept', thing, { words: w('Overnemen', 'Accept'), back: onward })
  return (
    <article
      id={it.code}
      class={chosen ? 'proposal chosen' : 'proposal'}
      tabindex={-1}
      data-code={it.code}
      aria-labelledby={`${it.code}-h`}
      {...(chosen && { 'aria-current': 'true' as const })}
    >
      <h2 id={`${it.code}-h`}>
        {page.say(sortOf(it.body.command)).replace(/^./, c => c.toUpperCase())}{' '}
        <span class="under">
          {it.code} · {page.say(bands[it.body.band])}
          {known && `: ${page.say(known)}`}
        </span>
      </h2>
      <blockquote>{quote}</blockquote>
      <p>{makes(it, input, page)}</p>
      {it.body.command === 'commitment.make' && <Testable input={input} page={page} />}
      <Reasons it={it} page={page} />
      {changing ? (
        <>
          {page.form(it.body.command, thing, { words: w('Gewijzigd overnemen', 'Accept with changes'), back: onward })}
          <p>
            <a href={here}>{page.say(w('Toch niet wijzigen', 'Do not change after all'))}</a>
          </p>
        </>
      ) : (
        accept && (
          <div class="decide">
            <div data-act="accept">{accept}</div>
            <a class="button" data-act="change" href={address({ kies: it.code, doe: 'wijzig' }, it.code)}>
              {page.say(w('Wijzigen', 'Change'))}
            </a>
            <form method="post" action={page.href('-/own')} class="single" data-act="later">
              <input type="hidden" name="name" value={`later/${it.id}`} />
              <input type="hidden" name="value" value={later ? '' : 'yes'} />
              <input type="hidden" name="_back" value={later ? here : onward} />
              <button type="submit">{page.say(later ? w('Niet meer later', 'No longer later') : w('Later', 'Later'))}</button>
            </form>
            <a class="button" data-act="passage" href={`#in-${it.code}`}>
              {page.say(w('Naar de passage', 'To the passage'))}
            </a>
            <div data-act="refuse">{page.form('proposal.refuse', thing, { words: w('Afwijzen', 'Refuse'), back: onward })}</div>
          </div>
        )
      )}
    </article>
  )
}

const phrase = window(w('Wanneer', 'When'))

/** "Maakt een toezegging: door de minister van VWS, aan de Tweede Kamer, in 2025. Geldt vanaf 17 oktober 2024." */
function makes(it: Proposal, input: Input, page: PageContext): string {
  const named = (value: unknown): string | undefined => {
    if (typeof value !== 'string') return undefined
    const thing = page.snapshot.coded(value) ?? page.snapshot.find(value)
    return thing ? page.name(thing.id) : value
  }
  const by = named(input.by) ?? (typeof input.byWords === 'string' ? `“${input.byWords}”` : undefined)
  const to = named(input.addressee)
  const when = (input.due ?? input.when) as Window | null | undefined
  const lines = Array.isArray(input.lines) ? input.lines.filter(each => typeof each === 'string').join(', ') : ''
  const of = named(input.of)
  const sort = sorts[input.kind as keyof typeof sorts]
  const way = directions[input.direction as keyof typeof directions]
  const [domain, assessment] = [named(input.domain), named(input.assessment)]
  const parts = [
    of && page.say(w(`van ${of}`, `of ${of}`)),
    by && page.say(w(`door ${by}`, `by ${by}`)),
    to && page.say(w(`aan ${to}`, `to ${to}`)),
    when ? whenOf(when, page) : undefined,
    way && page.say(way),
    domain && page.say(w(`in het domein ${domain}`, `in the domain ${domain}`)),
    assessment && page.say(w(`volgens ${assessment}`, `according to ${assessment}`)),
    lines && page.say(w(`bij ${lines}`, `under ${lines}`)),
  ].filter(Boolean)
  const what =
    it.body.command === 'commitment.make'
      ? page.say(
          sort && input.kind !== 'promise'
            ? w(`Maakt een toezegging (${sort.nl})`, `Makes a commitment (${sort.en})`)
            : w('Maakt een toezegging', 'Makes a commitment'),
        )
      : it.body.command === 'done.record'
        ? page.say(w('Legt vast wat is gedaan', 'Records what was done'))
        : it.body.command === 'trend.add'
          ? page.say(w('Legt een ontwikkeling vast', 'Records a trend'))
          : page.say(sortOf(it.body.command))
  const since = page.say(w(`Geldt vanaf ${sayDay(it.body.since, 'nl')}.`, `Holds from ${sayDay(it.body.since, 'en')}.`))
  return `${what}${parts.length > 0 ? `: ${parts.join(', ')}` : ''}. ${since}`
}

/** "medio 2025 (1 juni 2025 tot en met 31 augustus 2025)": the words of the source first. */
const whenOf = (when: Window, page: PageContext): string => {
  const days = when.from || when.to ? phrase.say({ ...when, phrase: '' }, page) : page.say(w('termijn open', 'window open'))
  return when.phrase ? `${when.phrase} (${days})` : days
}

/** Who, what, when, to whom: what is missing is named, in the list and for who listens. */
function Testable({ input, page }: { input: Input; page: PageContext }) {
  const due = input.due as Window | null | undefined
  const ticks = [
    [w('wie', 'who'), Boolean(input.by ?? input.byWords)],
    [w('wat', 'what'), input.strength !== 'effort'],
    [w('wanneer', 'when'), Boolean(due?.to)],
    [w('aan wie', 'to whom'), Boolean(input.addressee)],
  ] as const
  return (
    <ul class="ticks" aria-label={page.say(w('Te toetsen', 'Can be checked'))}>
      {ticks.map(([words, there]) => (
        <li key={words.nl} class={there ? undefined : 'missing'}>
          <span aria-hidden="true">{there ? '✓' : '–'}</span> {page.say(words)}
          {!there && <span class="unseen"> {page.say(w('ontbreekt', 'is missing'))}</span>}
        </li>
      ))}
    </ul>
  )
}

function Reasons({ it, page }: { it: Proposal; page: PageContext }) {
  const all = whyOf(it.body.reasons)
  if (all.length === 0) return null
  return (
    <details class="fold">
      <summary>{page.say(w('Waarom dit voorstel', 'Why this proposal'))}</summary>
      <ul>
        {all.map(reason => (
          <li key={reason.words.nl}>
            {!reason.for && page.say(w('daartegen: ', 'against it: '))}
            {page.say(reason.words)}
          </li>
        ))}
      </ul>
    </details>
  )
}
