import * as z from 'zod'
import { sayNumber } from '../kernel/say.ts'
import type { Words } from '../kernel/words.ts'
import { type Field, made, type Sort } from './field.ts'

/** What a person typed as a number: a comma or a point for decimals; text that is no number is handed on as it is. */
export function readNumber(text: string | undefined): number | string | null {
  const trimmed = text?.trim()
  if (!trimmed) return null
  const n = /^-?\d+([.,]\d+)?$/.test(trimmed) ? Number(trimmed.replace(',', '.')) : Number.NaN
  return Number.isFinite(n) ? n : trimmed
}

const sort = (min: number, max: number): Sort<number> => ({
  sort: 'number',
  schema: z.int().min(min).max(max),
  controls: [{ suffix: '', type: 'number' }],
  wanted: { nl: `Geef een geheel getal van ${min} tot en met ${max}.`, en: `Give a whole number from ${min} to ${max}.` },
  read: get => readNumber(get('')),
  write: value => ({ '': String(value) }),
  cell: String,
  say: (value, { language }) => sayNumber(value, language),
})

/** A whole number between two bounds, both allowed. */
export const number = (words: Words, min = 0, max = 1_000_000_000): Field<number> => made(sort(min, max), words)
