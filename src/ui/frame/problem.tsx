import type { Refusal } from '../../kernel/refusal.ts'
import { type Language, w } from '../../kernel/words.ts'

/**
 * What stands in a page instead of what was asked: what to do first, its number last. The frame's title says what sort of trouble it is.
 * @param links where one can go from here.
 */
export const Problem = ({
  refusal,
  language,
  links,
  reference,
}: {
  refusal: Refusal
  language: Language
  links: readonly { readonly href: string; readonly words: string }[]
  reference?: string | undefined
}) => (
  <>
    <p class="lead">{refusal.do[language]}</p>
    {(refusal.also ?? []).length > 0 && (
      <ul>
        {refusal.also?.map(one => (
          <li key={`${one.code} ${one.where ?? ''}`}>{one.do[language]}</li>
        ))}
      </ul>
    )}
    {links.length > 0 && (
      <ul class="links">
        {links.map(link => (
          <li key={link.href}>
            <a href={link.href}>{link.words}</a>
          </li>
        ))}
      </ul>
    )}
    <p class="muted">
      {w('Kenmerk voor de beheerder: ', 'Reference for the administrator: ')[language]}
      {reference ? `${refusal.code} · ${reference}` : refusal.code}
    </p>
  </>
)
