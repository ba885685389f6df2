import * as z from 'zod'
import { sayNumber } from '../kernel/say.ts'
import type { Words } from '../kernel/words.ts'
import { type Field, made, type Sort } from './field.ts'

/** What a person typed as a number: a comma or a point for decimals, or as a machine writes very small ones; text that is no number is handed on as it is. */
export function readNumber(text: string | undefined): number | string | null {
  const trimmed = text?.trim()
  if (!trimmed) return null
  const n = /^-?\d+([.,]\d+)?(e[+-]?\d+)?$/i.test(trimmed) ? Number(trimmed.replace(',', '.')) : Number.NaN
  return Number.isFinite(n) ? n : trimmed
}

const sort = (min: number, max: number, whole: boolean): Sort<number> => ({
  sort: 'number',
  schema: (whole ? z.int() : z.number()).min(min).max(max),
  controls: [{ suffix: '', type: 'number' }],
  wanted: whole
    ? { nl: `Geef een geheel getal van ${min} tot en met ${max}.`, en: `Give a whole number from ${min} to ${max}.` }
    : { nl: `Geef een getal van ${min} tot en met ${max}.`, en: `Give a number from ${min} to ${max}.` },
  read: get => readNumber(get('')),
  write: value => ({ '': String(value) }),
  cell: String,
  say: (value, { language }) => sayNumber(value, language),
})

/** A whole number between two bounds, both allowed. */
export const number = (words: Words, min = 0, max = 1_000_000_000): Field<number> => made(sort(min, max, true), words)

/** A number with decimals between two bounds, both allowed. */
export const decimal = (words: Words, min: number, max: number): Field<number> => made(sort(min, max, false), words)
