import type { ComponentChildren } from 'preact'
import type { Control, Field } from '../../fields/field.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import { type Language, w } from '../../kernel/words.ts'

/** What a control needs of its form. */
export interface Near {
  readonly language: Language
  readonly id: string
  readonly values: Readonly<Record<string, string>>
  wrong(name: string): Refusal | undefined
  suggestions?(kinds: readonly string[]): string | undefined
}
/** Up to so many choices are all shown; more fold into one control. */
const MANY = 5

/** What the reader of texts reads; a browser offers these first, and the reader looks at the bytes. */
const readable = '.pdf,.docx,.html,.htm,.xml,.eml,.txt,.text,.md,.markdown'

export const idOf = (form: string, name: string): string => `${form}-${name.replaceAll('.', '-')}`

/** Everything of one field: a label and a control, or a named group where the field has several. */
export function ControlOf({ name, field, near }: { name: string; field: Field<unknown>; near: Near }) {
  const [first, ...more] = field.controls
  if (!first) return null
  const { language } = near
  const label = field.optional ? `${field.words[language]} ${w('(mag leeg blijven)', '(may stay empty)')[language]}` : field.words[language]
  const wrong = near.wrong(name)
  const about = { hint: field.hint?.[language], error: wrong?.do[language] }
  if (more.length === 0 && !asGroup(first))
    return <One id={idOf(near.id, name)} name={name} label={label} control={first} field={field} near={near} {...about} />
  const id = idOf(near.id, name)
  const described = [about.hint && `${id}-hint`, about.error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <fieldset class="field" id={`${id}-group`} {...(described && { 'aria-describedby': described })}>
      <legend>{label}</legend>
      <Notes id={id} {...about} />
      {more.length === 0 ? (
        <Radios id={id} name={name} control={first} field={field} near={near} />
      ) : (
        field.controls.map(control => (
          <One
            key={control.suffix}
            id={idOf(near.id, name + control.suffix)}
            name={name + control.suffix}
            label={control.words?.[language] ?? ''}
            control={control}
            field={field}
            near={near}
            error={
              near.wrong(name + control.suffix)?.where === name + control.suffix
                ? near.wrong(name + control.suffix)?.do[language]
                : undefined
            }
          />
        ))
      )}
    </fieldset>
  )
}

const asGroup = (control: Control): boolean => control.type === 'choice' && Object.keys(control.choices ?? {}).length <= MANY

const Notes = ({ id, hint, error }: { id: string; hint?: string | undefined; error?: string | undefined }) => (
  <>
    {hint && (
      <p class="hint" id={`${id}-hint`}>
        {hint}
      </p>
    )}
    {error && (
      <p class="error" id={`${id}-error`}>
        {error}
      </p>
    )}
  </>
)

interface OneProps {
  readonly id: string
  readonly name: string
  readonly label: string
  readonly control: Control
  readonly field: Field<unknown>
  readonly near: Near
  readonly hint?: string | undefined
  readonly error?: string | undefined
}

function One({ id, name, label, control, field, near, hint, error }: OneProps) {
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  const common = {
    id,
    name,
    ...(described && { 'aria-describedby': described }),
    ...(error && { 'aria-invalid': 'true' as const }),
  }
  const text = near.values[name] ?? ''
  if (control.type === 'check')
    return (
      <div class="field">
        <Notes id={id} hint={hint} error={error} />
        <label class="pick" for={id}>
          <input {...common} type="checkbox" checked={text !== ''} /> {label}
        </label>
      </div>
    )
  return (
    <div class={error ? 'field wrong' : 'field'}>
      <label for={id}>{label}</label>
      <Notes id={id} hint={hint} error={error} />
      {inputOf(control, common, text, field, near)}
    </div>
  )
}

function inputOf(
  control: Control,
  common: { id: string; name: string },
  text: string,
  field: Field<unknown>,
  near: Near,
): ComponentChildren {
  const { language } = near
  switch (control.type) {
    case 'lines':
      return (
        <textarea {...common} rows={field.sort === 'text' ? 4 : 3}>
          {text}
        </textarea>
      )
    case 'refs':
      return (
        <>
          <textarea {...common} rows={2} autocomplete="off" spellcheck={false} aria-describedby={`${common.id}-how`}>
            {text}
          </textarea>
          <p class="hint" id={`${common.id}-how`}>
            {w('Codes, met een komma of nieuwe regel ertussen.', 'Codes, parted by a comma or a new line.')[language]}
          </p>
        </>
      )
    case 'ref':
      return (
        <input {...common} type="text" value={text} list={near.suggestions?.(control.kinds ?? [])} autocomplete="off" spellcheck={false} />
      )
    case 'file':
      return <input {...common} type="file" accept={readable} />
    case 'date':
      return <input {...common} type="date" value={text} />
    case 'number':
      return <input {...common} type="text" inputmode="decimal" value={text} class="short" autocomplete="off" />
    case 'choice':
      return (
        <select {...common}>
          {(field.optional || text === '') && <option value="">{w('Geen keuze', 'No choice')[language]}</option>}
          {Object.entries(control.choices ?? {}).map(([value, words]) => (
            <option key={value} value={value} selected={value === text}>
              {words[language]}
            </option>
          ))}
        </select>
      )
    default:
      return <input {...common} type="text" value={text} autocomplete="off" />
  }
}

function Radios({ id, name, control, field, near }: Omit<OneProps, 'label'>) {
  const now = near.values[name] ?? ''
  const choices = Object.entries(control.choices ?? {}).map(([value, words]) => [value, words[near.language]] as const)
  const all = field.optional ? [...choices, ['', w('geen keuze', 'no choice')[near.language]] as const] : choices
  return (
    <div class="picks">
      {all.map(([value, words], i) => (
        <label key={value} class="pick" for={i === 0 ? id : `${id}-${i}`}>
          <input id={i === 0 ? id : `${id}-${i}`} type="radio" name={name} value={value} checked={value === now} /> {words}
        </label>
      ))}
    </div>
  )
}
