import type { Fields } from '../../fields/field.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import { type Language, w } from '../../kernel/words.ts'
import { idOf } from './control.tsx'

const every = (refusal: Refusal | undefined): readonly Refusal[] => (refusal ? [refusal, ...(refusal.also ?? [])] : [])

/** What is wrong at a field or at one of its parts. */
export const wrongAt = (refusal: Refusal | undefined, name: string): Refusal | undefined =>
  every(refusal).find(one => one.where === name || one.where?.startsWith(`${name}.`))

/** On top of a refused form; the page opens with the focus here, also without script. */
interface Props {
  readonly refusal: Refusal
  readonly fields: Fields
  readonly language: Language
  readonly id: string
  place?(code: string): string | undefined
}
export function ErrorSummary({ refusal, fields, language, id, place }: Props) {
  return (
    <div class="summary" tabindex={-1} autofocus role="alert" aria-labelledby={`${id}-problem`}>
      <h2 id={`${id}-problem`}>{w('Er is een probleem', 'There is a problem')[language]}</h2>
      <ul>
        {every(refusal).map(one => {
          const to = target(one.where, fields, id)
          return (
            <li key={`${one.code} ${one.where ?? ''}`}>
              {to ? <a href={`#${to}`}>{one.do[language]}</a> : one.do[language]}
              <Found found={one.found} language={language} to={one.found === undefined ? undefined : place?.(one.found)} />
            </li>
          )
        })}
      </ul>
    </div>
  )
}

/** What stood there; where it is the code of something that is here, the way to it. */
function Found({ found, language, to }: { found: string | undefined; language: Language; to: string | undefined }) {
  if (!found) return null
  if (to)
    return (
      <>
        {' '}
        {w('Zie ', 'See ')[language]}
        <a href={to}>{found}</a>.
      </>
    )
  return (
    <span class="muted">
      {' '}
      {w('Er staat nu: ', 'It now says: ')[language]}
      {found}
    </span>
  )
}

/** The id of the control that a refusal is about: of a field with several parts, the first unless it names one. */
function target(where: string | undefined, fields: Fields, id: string): string | undefined {
  if (where === 'since') return idOf(id, 'since')
  const field = where ? fields[where.split('.')[0] ?? ''] : undefined
  if (!where || !field) return undefined
  const part = field.controls.find(control => `${where.split('.')[0]}${control.suffix}` === where) ?? field.controls[0]
  return part ? idOf(id, `${where.split('.')[0]}${part.suffix}`) : undefined
}
