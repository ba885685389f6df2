import type { Fields } from '../../fields/field.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import { type Language, type Words, w } from '../../kernel/words.ts'
import { ControlOf, type Near } from './control.tsx'
import { ErrorSummary, wrongAt } from './summary.tsx'

export interface CommandFormProps {
  readonly language: Language
  /** Begins every id in the form; unique on the page. */
  readonly id: string
  readonly action: string
  readonly words: Words
  readonly means?: Words | undefined
  /** What a person fills in; what the page knows already is in `hidden` instead. */
  readonly fields: Fields
  /** `due.from` → text, as `Field.write` gives it. References as codes. */
  readonly values: Readonly<Record<string, string>>
  readonly hidden: Readonly<Record<string, string>>
  readonly refusal?: Refusal | undefined
  /** button: nothing to fill in. fold: opens on a click, and by itself when refused. open: stands open. */
  readonly shown: 'button' | 'fold' | 'open'
  /** The id of the suggestions for these kinds, or nothing where there are none. */
  suggestions?(kinds: readonly string[]): string | undefined
  /** Where a code that a refusal names has its page, for this reader. */
  place?(code: string): string | undefined
  /** "Holds from" and "Reason": left out where the act has no day of its own. */
  readonly envelope?: { readonly since: string; readonly reason?: string } | undefined
}

/** Names of what travels beside the input of a command. No field begins with an underscore. */
export const envelopeNames = {
  since: '_since',
  reason: '_reason',
  expected: '_expected',
  key: '_key',
  back: '_back',
  evidence: '_evidence',
} as const

/** The form of a command, made from its fields alone. Ordinary POST, works without script. */
export function CommandForm(p: CommandFormProps) {
  const { language, refusal } = p
  const near: Near = {
    language,
    id: p.id,
    values: p.values,
    wrong: (name: string) => wrongAt(refusal, name),
    ...(p.suggestions && { suggestions: p.suggestions }),
  }
  const hidden = Object.entries(p.hidden).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)
  if (p.shown === 'button')
    return (
      <form method="post" action={p.action} class="single">
        {refusal && <ErrorSummary {...p} refusal={refusal} />}
        {hidden}
        <button type="submit">{p.words[language]}</button>
      </form>
    )
  const files = Object.values(p.fields).some(field => field.controls.some(control => control.type === 'file'))
  const form = (
    <form method="post" action={p.action} class="command" novalidate {...(files && { enctype: 'multipart/form-data' })}>
      {p.means && <p class="muted">{p.means[language]}</p>}
      {refusal && <ErrorSummary {...p} refusal={refusal} />}
      {hidden}
      {Object.entries(p.fields).map(([name, field]) => (
        <ControlOf key={name} name={name} field={field} near={near} />
      ))}
      {p.envelope && <EnvelopeFields near={near} {...p.envelope} />}
      <button type="submit" class="primary">
        {p.words[language]}
      </button>
    </form>
  )
  if (p.shown === 'open') return form
  return (
    <details class="fold" id={p.id} open={refusal !== undefined}>
      <summary>{p.words[language]}</summary>
      {form}
    </details>
  )
}

const EnvelopeFields = ({ near, since, reason }: { near: Near; since: string; reason?: string }) => {
  const wrong = near.wrong('since')
  return (
    <details class="fold inner" open={wrong !== undefined}>
      <summary>{w('Vanaf welke dag, en waarom', 'From which day, and why')[near.language]}</summary>
      <div class="field">
        <label for={`${near.id}-since`}>{w('Geldt vanaf', 'Holds from')[near.language]}</label>
        {wrong && (
          <p class="error" id={`${near.id}-since-error`}>
            {wrong.do[near.language]}
          </p>
        )}
        <input
          id={`${near.id}-since`}
          type="date"
          name={envelopeNames.since}
          value={since}
          {...(wrong && { 'aria-invalid': 'true' as const, 'aria-describedby': `${near.id}-since-error` })}
        />
      </div>
      <div class="field">
        <label for={`${near.id}-reason`}>{w('Reden (mag leeg blijven)', 'Reason (may stay empty)')[near.language]}</label>
        <textarea id={`${near.id}-reason`} name={envelopeNames.reason} rows={2}>
          {reason ?? ''}
        </textarea>
      </div>
    </details>
  )
}
