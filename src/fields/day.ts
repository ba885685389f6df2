import * as z from 'zod'
import { type Day, isDay } from '../kernel/day.ts'
import { sayDay } from '../kernel/say.ts'
import type { Words } from '../kernel/words.ts'
import { type Field, made, type Sort } from './field.ts'

/** A day as text; that it exists (no 30 February) is checked, and the schema says `format: date`. */
export const daySchema = z
  .string()
  .refine(isDay)
  .meta({ format: 'date', examples: ['2024-12-06'] }) as unknown as z.ZodType<Day>

const sort: Sort<Day> = {
  sort: 'day',
  schema: daySchema,
  controls: [{ suffix: '', type: 'date' }],
  wanted: { nl: 'Geef een dag die bestaat, als jaar-maand-dag: 2024-12-06.', en: 'Give a day that exists, as year-month-day: 2024-12-06.' },
  read: get => get('')?.trim() || null,
  write: value => ({ '': value }),
  cell: value => value,
  say: (value, { language }) => sayDay(value, language),
}

export const dayField = (words: Words): Field<Day> => made(sort, words)
