import { sayNumber } from '../../kernel/say.ts'
import { type Language, w } from '../../kernel/words.ts'

export interface Facet {
  readonly name: string
  readonly words: string
  readonly values: readonly {
    readonly value: string
    readonly words: string
    readonly count: number
    readonly href: string
    readonly remove: string | null
  }[]
}

/** Shown at once; the rest of a long list is behind a fold. */
const FIRST = 6

interface Props {
  readonly facets: readonly Facet[]
  readonly language: Language
  readonly clear: string
  /** Where a page has more than one such set: what this one narrows. */
  readonly label?: string
}
/** Narrowing by links: what is on stands on top with a way off; every other value says how many there are. */
export function Facets({ facets, language, clear, label }: Props) {
  const on = facets.flatMap(facet => facet.values.filter(it => it.remove !== null).map(it => ({ facet, it })))
  const shown = facets.filter(facet => facet.values.length > 1 || facet.values.some(it => it.remove !== null))
  if (shown.length === 0) return null
  return (
    <section class="facets" aria-label={label ?? w('Filters', 'Filters')[language]}>
      {on.length > 0 && (
        <ul class="on">
          {on.map(({ facet, it }) => (
            <li key={facet.name}>
              <a href={it.remove ?? clear}>
                <span class="unseen">{w('Haal weg: ', 'Remove: ')[language]}</span>
                {facet.words}: {it.words} <span aria-hidden="true">×</span>
              </a>
            </li>
          ))}
          {on.length > 1 && (
            <li>
              <a href={clear}>{w('Wis alle filters', 'Clear all filters')[language]}</a>
            </li>
          )}
        </ul>
      )}
      <div class="groups">
        {shown.map(facet => (
          <details key={facet.name} class="facet" open={facet.values.some(it => it.remove !== null)}>
            <summary>{facet.words}</summary>
            <Values facet={facet} language={language} />
          </details>
        ))}
      </div>
    </section>
  )
}

const Values = ({ facet, language }: { facet: Facet; language: Language }) => {
  const item = (it: Facet['values'][number]) => (
    <li key={it.value}>
      {it.remove === null ? <a href={it.href}>{it.words}</a> : <strong>{it.words}</strong>}{' '}
      <span class="count">{sayNumber(it.count, language)}</span>
    </li>
  )
  const [first, rest] = [facet.values.slice(0, FIRST), facet.values.slice(FIRST)]
  return (
    <>
      <ul>{first.map(item)}</ul>
      {rest.length > 0 && (
        <details class="more">
          <summary>{w(`Nog ${rest.length}`, `${rest.length} more`)[language]}</summary>
          <ul>{rest.map(item)}</ul>
        </details>
      )}
    </>
  )
}
