import { sayNumber } from '../../kernel/say.ts'
import type { Language } from '../../kernel/words.ts'

export interface Chip {
  readonly words: string
  readonly href: string
  readonly current: boolean
  /** How much there is behind it. */
  readonly count?: number
}

/** One choice among a few, all in sight, as links; the one that is on is said to be. With one to choose there is no choice. */
export const Chips = ({ label, chips, language }: { label: string; chips: readonly Chip[]; language: Language }) =>
  chips.length < 2 ? null : (
    <nav class="chips" aria-label={label}>
      <span class="muted" aria-hidden="true">
        {label}
      </span>
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
    </nav>
  )
