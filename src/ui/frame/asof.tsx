import { sayDay, sayNumber } from '../../kernel/say.ts'
import { type Language, w } from '../../kernel/words.ts'
import type { AsOf } from './props.ts'

interface Props {
  readonly language: Language
  readonly asOf: AsOf
  readonly keep: Readonly<Record<string, string>>
  /** Of its input; another one where a page shows several bars. */
  readonly id?: string
}

/** Quiet on today; on any other day or moment it cannot be missed. */
export function AsOfBar({ language, asOf, keep, id }: Props) {
  const now = asOf.on === asOf.today && asOf.known === 'now'
  const form = <Choose language={language} asOf={asOf} keep={keep} {...(id && { id })} />
  if (now)
    return (
      <section class="as-of quiet" aria-label={w('De dag waarop u kijkt', 'The day you look at')[language]}>
        <details>
          <summary>{w('Zoals het is: vandaag', 'As it is: today')[language]}</summary>
          {form}
        </details>
      </section>
    )
  return (
    <section class="as-of elsewhen" aria-label={w('Een andere dag', 'Another day')[language]}>
      <p>
        <strong>
          {w('U kijkt naar ', 'You are looking at ')[language]}
          {sayDay(asOf.on, language)}
          {asOf.known === 'then' && w(', met wat toen bekend was', ', with what was known then')[language]}
          {asOf.at && ` (${asOf.at})`}.
        </strong>{' '}
        {asOf.since !== null && times(asOf.since, language)}
      </p>
      <p class="links">
        {asOf.compare && <a href={asOf.compare}>{w('Vergelijk met vandaag', 'Compare with today')[language]}</a>}
        <a href={back(keep)}>{w('Terug naar vandaag', 'Back to today')[language]}</a>
      </p>
      <details>
        <summary>{w('Kies een andere dag', 'Choose another day')[language]}</summary>
        {form}
      </details>
    </section>
  )
}

const times = (n: number, language: Language): string =>
  n === 0
    ? w('Er is sindsdien niets gewijzigd.', 'Nothing has changed since.')[language]
    : n === 1
      ? w('Sindsdien is één gegeven anders.', 'One record is different since.')[language]
      : w(`Sindsdien zijn ${sayNumber(n, 'nl')} gegevens anders.`, `${sayNumber(n, 'en')} records are different since.`)[language]

/** The same page without a day: other parts of the address stay. */
const back = (keep: Readonly<Record<string, string>>): string => `?${new URLSearchParams(keep)}`

const Choose = ({ language, asOf, keep, id = 'op' }: Props) => (
  <form method="get" class="as-of-form">
    {Object.entries(keep).map(([name, value]) => (
      <input key={name} type="hidden" name={name} value={value} />
    ))}
    <label for={id}>{w('Zoals het was op', 'As it was on')[language]}</label>
    <input id={id} type="date" name="op" value={asOf.on} required />
    <fieldset>
      <legend>{w('Met wat we', 'With what we')[language]}</legend>
      <label>
        <input type="radio" name="bekend" value="nu" checked={asOf.known === 'now'} /> {w('nu weten', 'know now')[language]}
      </label>
      <label>
        <input type="radio" name="bekend" value="toen" checked={asOf.known === 'then'} /> {w('toen wisten', 'knew then')[language]}
      </label>
    </fieldset>
    <button type="submit">{w('Bekijk deze dag', 'Show this day')[language]}</button>
  </form>
)
