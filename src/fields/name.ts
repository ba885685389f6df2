import * as z from 'zod'
import type { Words } from '../kernel/words.ts'
import { type Field, made, type Sort } from './field.ts'
import { keepable } from './text.ts'

/** A name that a source gives in one language or in both; what no source gives stays null. */
export interface Named {
  readonly nl: string | null
  readonly en: string | null
}

const part = z.string().min(1).max(400).refine(keepable).nullable()
const sort: Sort<Named> = {
  sort: 'name',
  schema: z.strictObject({ nl: part, en: part }).refine(n => n.nl !== null || n.en !== null) as unknown as z.ZodType<Named>,
  controls: [
    { suffix: '.nl', type: 'line', words: { nl: 'in het Nederlands', en: 'in Dutch' } },
    { suffix: '.en', type: 'line', words: { nl: 'in het Engels', en: 'in English' } },
  ],
  wanted: { nl: 'Geef de naam in het Nederlands, in het Engels of in beide.', en: 'Give the name in Dutch, in English or in both.' },
  read(get) {
    const [nl, en] = [get('.nl')?.trim() || null, get('.en')?.trim() || null]
    return nl === null && en === null ? null : { nl, en }
  },
  write: ({ nl, en }) => ({ ...(nl !== null && { '.nl': nl }), ...(en !== null && { '.en': en }) }),
  cell: ({ nl, en }) => nl ?? en ?? '',
  say: (value, { language }) => value[language] ?? value.nl ?? value.en ?? '',
}

export const name = (words: Words): Field<Named> => made(sort, words)
