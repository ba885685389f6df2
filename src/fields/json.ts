import * as z from 'zod'
import type { Words } from '../kernel/words.ts'
import { type Field, made, type Sort } from './field.ts'
import { keepable } from './text.ts'

/** Values without a form of their own: the input of a command that waits, the reasons of a reader. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json }

/** JSON as it may be hashed: finite numbers, well-formed text, at most 100 deep (deeper is an attack, not a fact). */
function fits(value: unknown, depth = 0): boolean {
  if (value === null || typeof value === 'boolean') return true
  if (typeof value === 'number') return Number.isFinite(value)
  if (typeof value === 'string') return keepable(value)
  if (typeof value !== 'object' || depth > 100) return false
  return Array.isArray(value)
    ? value.every(each => fits(each, depth + 1))
    : Object.entries(value).every(([name, each]) => keepable(name) && fits(each, depth + 1))
}

const sort: Sort<Json> = {
  sort: 'json',
  schema: z.unknown().refine(value => value !== undefined && value !== null && fits(value)) as unknown as z.ZodType<Json>,
  controls: [{ suffix: '', type: 'lines' }],
  wanted: { nl: 'Geef JSON, zoals {"naam": "waarde"}.', en: 'Give JSON, as {"name": "value"}.' },
  read(get) {
    const text = get('')?.trim()
    if (!text) return null
    try {
      return JSON.parse(text)
    } catch {
      return Number.NaN // no JSON: refused by the schema, with its words
    }
  },
  write: value => ({ '': JSON.stringify(value) }),
  cell: value => JSON.stringify(value),
  say: value => JSON.stringify(value),
}

export const json = (words: Words): Field<Json> => made(sort, words)
