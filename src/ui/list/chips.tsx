import { sayNumber } from '../../kernel/say.ts'
import type { Language } from '../../kernel/words.ts'

export interface Chip {
  readonly words: string
  readonly href: string
  readonly current: boolean
  /** How much there is behind it. */
  readonly count?: number
}

interface ChipsProps {
  readonly label: string
  readonly chips: readonly Chip[]
  readonly language: Language
  /** Many to choose from: behind a fold that says what is on. */
  readonly folded?: boolean
}

/** One choice among a few as links; the one that is on is said to be. With one to choose there is no choice. */
export function Chips({ label, chips, language, folded }: ChipsProps) {
  if (chips.length < 2) return null
  const list = (
    <ul>
      {chips.map(({ words, href, current, count }) => (
        <li key={words}>
          <a href={href} aria-current={current ? 'true' : undefined}>
            {words}
            {count !== undefined && <span class="count"> {sayNumber(count, language)}</span>}
          </a>
        </li>
      ))}
    </ul>
  )
  const on = chips.find(({ current }) => current)?.words
  return (
    <nav class="chips" aria-label={label}>
      {folded ? (
        <details class="fold">
          <summary>
            {label}
            {on && `: ${on}`}
          </summary>
          {list}
        </details>
      ) : (
        <>
          <span class="muted" aria-hidden="true">
            {label}
          </span>
          {list}
        </>
      )}
    </nav>
  )
}
