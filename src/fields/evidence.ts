import * as z from 'zod'
import { sayDay } from '../kernel/say.ts'
import type { Evidence } from '../kernel/values/evidence.ts'
import type { Words } from '../kernel/words.ts'
import { daySchema } from './day.ts'
import { type Field, made, type Sort } from './field.ts'
import { refSchema } from './ref.ts'
import { keepable } from './text.ts'

const words = z.string().max(8000).refine(keepable)
const segment = z.tuple([z.int().min(0), z.int().min(0)]).refine(([start, end]) => start < end)
/** Passages and statements; segments go forward and do not overlap. */
export const evidenceSchema = z
  .array(
    z.union([
      z.strictObject({
        document: refSchema,
        segments: z.array(segment).refine(all => all.every(([start], i) => i === 0 || start >= (all[i - 1]?.[1] ?? 0))),
        quote: words,
      }),
      z.strictObject({ by: z.string().min(1).max(200).refine(keepable), organisation: refSchema.nullable(), on: daySchema, words }),
    ]),
  )
  .max(100) as unknown as z.ZodType<readonly Evidence[]>

const sort: Sort<readonly Evidence[]> = {
  sort: 'evidence',
  schema: evidenceSchema,
  controls: [{ suffix: '', type: 'lines' }],
  wanted: {
    nl: 'Geef een passage (document, plaats, citaat) of een verklaring (wie, wanneer, woorden) als JSON.',
    en: 'Give a passage (document, place, quote) or a statement (who, when, words) as JSON.',
  },
  read(get) {
    const text = get('')?.trim()
    if (!text) return []
    try {
      return JSON.parse(text)
    } catch {
      return text // the schema refuses it, with its words
    }
  },
  write: value => ({ '': value.length > 0 ? JSON.stringify(value) : '' }),
  cell: value => value.map(e => ('document' in e ? e.quote : e.words)).join(' | '),
  say: (value, near) =>
    value
      .map(e =>
        'document' in e
          ? `“${e.quote}” (${near.name(e.document) ?? '–'})`
          : `${near.person(e.by) ?? '–'}, ${sayDay(e.on, near.language)}: ${e.words}`,
      )
      .join('; ') || '–',
}

/** Where a fact comes from. */
export const evidence = (label: Words): Field<readonly Evidence[]> => made(sort, label, ['document', 'organisation'])
