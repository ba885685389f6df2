import { sayNumber } from '../../kernel/say.ts'
import { type Language, w } from '../../kernel/words.ts'

/** How much of the list is here, and the way on. Going back is the browser's: a cursor only knows forward. */
export const Pager = ({
  language,
  shown,
  total,
  next,
  first,
}: {
  language: Language
  shown: number
  total: number
  next: string | null
  first: string | null
}) => (
  <nav class="pager" aria-label={w('Bladeren', 'Paging')[language]}>
    <p>
      {shown < total
        ? w(
            `${sayNumber(shown, 'nl')} van ${sayNumber(total, 'nl')} regels`,
            `${sayNumber(shown, 'en')} of ${sayNumber(total, 'en')} rows`,
          )[language]
        : w(`${sayNumber(total, 'nl')} ${total === 1 ? 'regel' : 'regels'}`, `${sayNumber(total, 'en')} ${total === 1 ? 'row' : 'rows'}`)[
            language
          ]}
    </p>
    {first && <a href={first}>{w('Naar het begin', 'To the start')[language]}</a>}
    {next && (
      <a href={next} rel="next">
        {w('Verder', 'Next')[language]}
      </a>
    )}
  </nav>
)
