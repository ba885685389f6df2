import { window } from '../../../fields/window.ts'
import { sayDay } from '../../../kernel/say.ts'
import { isPassage } from '../../../kernel/values/evidence.ts'
import type { Window } from '../../../kernel/values/window.ts'
import { w } from '../../../kernel/words.ts'
import type { Thing } from '../../../model/snapshot.ts'
import { bands } from '../../../model/sources/proposal.ts'
import type { PageContext } from '../../page.ts'
import { sortOf, whyOf } from './why.page.tsx'

type Proposal = Thing<'proposal'>
type Input = Readonly<Record<string, unknown>>

interface Props {
  readonly it: Proposal
  readonly chosen: boolean
  readonly changing: boolean
  readonly page: PageContext
  readonly next: Proposal | undefined
  address(query: Readonly<Record<string, string>>): string
}

/** One proposal as an ordinary article: what it will make, why, and four things one can do. */
export function ProposalCard({ it, chosen, changing, page, next, address }: Props) {
  const input = it.body.input as Input
  const quote = it.evidence.find(isPassage)?.quote.replace(/\s+/g, ' ') ?? ''
  return (
    <article
      id={it.code}
      class={chosen ? 'proposal chosen' : 'proposal'}
      tabindex={-1}
      data-code={it.code}
      aria-labelledby={`${it.code}-h`}
    >
      <h2 id={`${it.code}-h`}>
        {page.say(sortOf(it.body.command)).replace(/^./, c => c.toUpperCase())}{' '}
        <span class="under">
          {it.code} · {page.say(bands[it.body.band])}
        </span>
      </h2>
      <blockquote>{quote}</blockquote>
      <p>{makes(it, input, page)}</p>
      {it.body.command === 'commitment.make' && <Testable input={input} page={page} />}
      <Reasons it={it} page={page} />
      {changing ? (
        <>
          {page.form(it.body.command, it as unknown as Thing)}
          <p>
            <a href={`${address({ kies: it.code })}#${it.code}`}>{page.say(w('Toch niet wijzigen', 'Do not change after all'))}</a>
          </p>
        </>
      ) : (
        <div class="decide">
          <div data-act="accept">{page.form('proposal.accept', it as unknown as Thing)}</div>
          <a class="button" data-act="change" href={`${address({ kies: it.code, doe: 'wijzig' })}#${it.code}`}>
            {page.say(w('Wijzigen', 'Change'))}
          </a>
          <a class="button" data-act="later" href={next ? `${address({ kies: next.code })}#${next.code}` : '#'}>
            {page.say(w('Later', 'Later'))}
          </a>
          <a class="button" data-act="passage" href={`#in-${it.code}`}>
            {page.say(w('Naar de passage', 'To the passage'))}
          </a>
          <div data-act="refuse">{page.form('proposal.refuse', it as unknown as Thing)}</div>
        </div>
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
  const parts = [
    by && page.say(w(`door ${by}`, `by ${by}`)),
    to && page.say(w(`aan ${to}`, `to ${to}`)),
    when ? phrase.say(when, page) : undefined,
    lines && page.say(w(`bij ${lines}`, `under ${lines}`)),
  ].filter(Boolean)
  const what =
    it.body.command === 'commitment.make'
      ? page.say(w('Maakt een toezegging', 'Makes a commitment'))
      : it.body.command === 'done.record'
        ? page.say(w('Legt vast wat is gedaan', 'Records what was done'))
        : page.say(sortOf(it.body.command))
  const since = page.say(w(`Geldt vanaf ${sayDay(it.body.since, 'nl')}.`, `Holds from ${sayDay(it.body.since, 'en')}.`))
  return `${what}${parts.length > 0 ? `: ${parts.join(', ')}` : ''}. ${since}`
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
