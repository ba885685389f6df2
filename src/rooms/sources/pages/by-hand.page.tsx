import { paragraphs } from '../../../kernel/paragraphs.ts'
import { w } from '../../../kernel/words.ts'
import type { Thing } from '../../../model/snapshot.ts'
import type { PageContext } from '../../page.ts'
import { type Place, placesIn, sentencesIn } from '../point.ts'

type Query = Readonly<Record<string, string>>

/** What an address points at: places by their offsets, or ticked sentences of one paragraph. Never beyond the text. */
export function pointedIn(text: string | null, query: Query): Place[] {
  if (!text || query.doe !== 'aanwijzen') return []
  if (query.passage) return placesIn(query.passage).filter(it => it.end <= text.length)
  return paragraphIn(text, query).filter((_, i) => query[`z${i + 1}`])
}

function paragraphIn(text: string, query: Query): Place[] {
  const it = paragraphs(text)[Number(query.alinea) - 1]
  return it ? sentencesIn(text.slice(it.start, it.end), it.start) : []
}

interface Props {
  readonly it: Thing<'document'>
  readonly text: string
  readonly pointed: readonly Place[]
  readonly page: PageContext
  address(query: Query): string
}

/** [S11] What reading missed: first the paragraph, then its sentences, then the form with those words and their place. The island points with arrows instead. */
export function ByHand({ it, text, pointed, page, address }: Props) {
  const choices = paragraphIn(text, page.query)
  const hidden = Object.entries({ doe: 'aanwijzen', ...(page.query.soort && { soort: page.query.soort }) })
  const quiet = hidden.map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)
  const action = page.href(`bronnen/${it.code.toLowerCase()}/leestafel`)
  return (
    <section class="by-hand" aria-labelledby="by-hand-h">
      <h2 id="by-hand-h">{page.say(w('Zelf een passage aanwijzen', 'Point at a passage yourself'))}</h2>
      <form method="get" action={action} class="short-form">
        {quiet}
        <label for="alinea">
          {page.say(w('Nummer van de alinea (staat voor de tekst)', 'Number of the paragraph (stands before the text)'))}
        </label>{' '}
        <input id="alinea" name="alinea" class="short" inputmode="numeric" autocomplete="off" value={page.query.alinea ?? ''} />{' '}
        <button type="submit">{page.say(w('Toon de zinnen', 'Show its sentences'))}</button>
      </form>
      {page.query.alinea && choices.length === 0 && (
        <p class="error">
          {page.say(
            w(`Geef een nummer van 1 tot en met ${paragraphs(text).length}.`, `Give a number from 1 to ${paragraphs(text).length}.`),
          )}
        </p>
      )}
      {choices.length > 0 && (
        <form method="get" action={action}>
          {quiet}
          <input type="hidden" name="alinea" value={page.query.alinea} />
          <fieldset class="field">
            <legend>{page.say(w('Welke zinnen zijn het?', 'Which sentences are it?'))}</legend>
            <div class="picks">
              {choices.map((each, i) => (
                <label key={each.start} class="pick" for={`z${i + 1}`} lang={it.body.language ?? undefined}>
                  <input id={`z${i + 1}`} type="checkbox" name={`z${i + 1}`} value="1" checked={Boolean(page.query[`z${i + 1}`])} />{' '}
                  {text.slice(each.start, each.end).replace(/\s+/g, ' ')}
                </label>
              ))}
            </div>
          </fieldset>
          <button type="submit">{page.say(w('Deze zinnen gebruiken', 'Use these sentences'))}</button>
        </form>
      )}
      {pointed.length > 0 && <Record it={it} text={text} pointed={pointed} page={page} address={address} />}
      <p>
        <a href={address({})}>{page.say(w('Terug naar de voorstellen', 'Back to the proposals'))}</a>
      </p>
    </section>
  )
}

/** The two things a passage can become, each with its words and place filled in, from the day of the document. */
function Record({ it, text, pointed, page, address }: Props) {
  const words = pointed.map(({ start, end }) => text.slice(start, end)).join(' ')
  const start = {
    values: { words: words.replace(/\s+/g, ' ').slice(0, 4000), ...(it.body.date && { _since: it.body.date }) },
    evidence: [{ document: it.id, segments: pointed.map(({ start: from, end }) => [from, end] as const), quote: words.slice(0, 8000) }],
    back: address({}),
  }
  const at = it as unknown as Thing
  return (
    <>
      <blockquote id="aangewezen-tekst" tabindex={-1} lang={it.body.language ?? undefined}>
        {words.replace(/\s+/g, ' ')}
      </blockquote>
      <h3>{page.say(w('Leg vast als toezegging', 'Record as a commitment'))}</h3>
      {page.form('commitment.make', at, start)}
      <details class="fold">
        <summary>{page.say(w('Of leg vast als gedaan', 'Or record as done'))}</summary>
        {page.form('done.record', at, start)}
      </details>
    </>
  )
}
