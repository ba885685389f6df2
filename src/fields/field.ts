import * as z from 'zod'
import type { Label } from '../kernel/label.ts'
import { type Refusal, refuse } from '../kernel/refusal.ts'
import type { Language, Words } from '../kernel/words.ts'

export type SortName =
  | 'text'
  | 'name'
  | 'day'
  | 'window'
  | 'money'
  | 'range'
  | 'number'
  | 'choice'
  | 'ref'
  | 'flag'
  | 'list'
  | 'evidence'
  | 'json'

/** One input on a form and one flag on the command line: `due.from` becomes `--due-from`. */
export interface Control {
  readonly suffix: '' | `.${string}`
  readonly type: 'line' | 'lines' | 'date' | 'number' | 'choice' | 'check' | 'ref' | 'refs' | 'file'
  readonly words?: Words
  readonly choices?: Readonly<Record<string, Words>>
  readonly kinds?: readonly string[]
}

/** What a value needs from its surroundings to be said: names of records, and nothing else. */
export interface Naming {
  readonly language: Language
  /** The name of a record as this reader may see it; undefined where it is not there for them. */
  name(id: string): string | undefined
  /** What a key of personal data stands for; undefined once it was erased. */
  person(key: string): string | undefined
}

/** What follows from the sort of a field alone. */
export interface Sort<T> {
  readonly sort: SortName
  readonly schema: z.ZodType<T>
  readonly controls: readonly Control[]
  /** What would be right, in words, when the value does not fit. */
  readonly wanted: Words
  /** From a form, a flag or a CSV cell. Null: nothing was given. What does not fit is handed on as it came, for the schema to refuse. */
  read(get: (suffix: string) => string | undefined): unknown
  /** The way back: suffix → text, so that `read(write(x))` is x. */
  write(value: T): Readonly<Record<string, string>>
  cell(value: T): string
  say(value: T, near: Naming): string
}

export interface Field<T> extends Sort<T> {
  readonly words: Words
  readonly hint?: Words
  readonly label: Label
  readonly optional: boolean
  /** Held as a key; the value stands in `personal` and can be erased. */
  readonly personal: boolean
  /** The kinds a ref or a list of refs may point to. */
  readonly kinds: readonly string[]
}

export type Fields = Readonly<Record<string, Field<any>>>
export type Value<F> = F extends Field<infer T> ? T : never
export type Body<F extends Fields> = { readonly [N in keyof F]: Value<F[N]> }

/** Makes a field of a sort: internal, required, not personal, until said otherwise. */
export const made = <T>(sort: Sort<T>, words: Words, kinds: readonly string[] = []): Field<T> => ({
  ...sort,
  words,
  label: 'internal',
  optional: false,
  personal: false,
  kinds,
})

export const maybe = <T>(f: Field<T>): Field<T | null> => ({
  ...(f as Field<any>),
  optional: true,
  schema: f.schema.nullable() as unknown as z.ZodType<T | null>,
  write: (value: T | null) => (value === null ? {} : f.write(value)),
  cell: (value: T | null) => (value === null ? '' : f.cell(value)),
  say: (value: T | null, near: Naming) => (value === null ? '–' : f.say(value, near)),
})
export const open = <T>(f: Field<T>): Field<T> => ({ ...f, label: 'public' })
/** Says under the label what helps to fill it in. */
export const hint = <T>(f: Field<T>, words: Words): Field<T> => ({ ...f, hint: words })
export const personal = (f: Field<string>): Field<string> => ({ ...f, personal: true })

/** Every value of `raw` held against its field. Unknown names are refused: a typo must not be a silence. */
export function accept<F extends Fields>(fields: F, raw: Readonly<Record<string, unknown>>): Body<F> | Refusal[] {
  const wrong: Refusal[] = []
  const body: Record<string, unknown> = {}
  for (const name of Object.keys(raw)) {
    if (!Object.hasOwn(fields, name)) {
      const names = Object.keys(fields).join(', ')
      wrong.push(refuse('field.unknown', { nl: `Gebruik een van: ${names}.`, en: `Use one of: ${names}.` }, { where: name, found: name }))
    }
  }
  for (const [name, field] of Object.entries(fields)) {
    const value = Object.hasOwn(raw, name) ? (raw[name] ?? null) : null
    const read = field.schema.safeParse(value)
    if (read.success) body[name] = read.data
    else wrong.push(misfit(name, field, value))
  }
  return wrong.length > 0 ? wrong : (body as Body<F>)
}

function misfit(name: string, field: Field<unknown>, value: unknown): Refusal {
  if (value === null || value === '') {
    const { nl, en } = field.words
    return refuse('field.missing', { nl: `Vul in: ${nl.toLowerCase()}.`, en: `Fill in: ${en.toLowerCase()}.` }, { where: name })
  }
  const found = typeof value === 'string' ? value : JSON.stringify(value)
  return refuse(`field.${field.sort}`, field.wanted, { where: name, found: found.slice(0, 200) })
}

/** From the texts of a form or of flags, by `name` + suffix. */
export function reading(fields: Fields, get: (name: string) => string | undefined): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, field.read(suffix => get(name + suffix))]))
}

/** The JSON Schema of an input or a row, for OpenAPI 3.1. Personal fields are described as the text a person gives. */
export function jsonSchema(fields: Fields): Record<string, unknown> {
  const properties = Object.entries(fields).map(([name, field]) => {
    const { $schema: _, ...schema } = z.toJSONSchema(field.schema, { io: 'input', unrepresentable: 'any' }) as Record<string, unknown>
    return [name, { title: field.words.en, ...schema }]
  })
  const required = Object.entries(fields).flatMap(([name, field]) => (field.optional ? [] : [name]))
  return {
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(properties),
    ...(required.length > 0 && { required }),
  }
}
