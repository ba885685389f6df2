import { accept, type Field } from '../../../fields/field.ts'
import { type Refusal, refused } from '../../../kernel/refusal.ts'
import type { AnyKind } from '../../../model/kind.ts'

/** A record of which nothing is said yet: lists empty, the label public where the word has that, the rest null. */
export function empty(kind: AnyKind): Readonly<Record<string, unknown>> {
  const fields = Object.entries(kind.fields as Record<string, Field<unknown>>)
  const label = kind.fields.label.schema.safeParse('public').success ? 'public' : 'internal'
  return { ...Object.fromEntries(fields.map(([name, field]) => [name, field.sort === 'list' && !field.optional ? [] : null])), label }
}

/** Why a value does not fit its field, in the words of the field. */
export function fieldOf(field: Field<unknown>, name: string, value: unknown): Refusal | undefined {
  const fits = accept({ [name]: field }, { [name]: value })
  const [wrong] = Array.isArray(fits) ? (fits as Refusal[]) : []
  return refused(wrong) ? wrong : undefined
}
