import * as z from 'zod'
import { sayNumber } from '../kernel/say.ts'
import { disordered, type Range } from '../kernel/values/range.ts'
import type { Words } from '../kernel/words.ts'
import { type Field, made, type Sort } from './field.ts'
import { readNumber } from './number.ts'

const sort: Sort<Range> = {
  sort: 'range',
  schema: z
    .strictObject({ low: z.number(), best: z.number(), high: z.number() })
    .refine(r => !disordered(r)) as unknown as z.ZodType<Range>,
  controls: [
    { suffix: '.low', type: 'number', words: { nl: 'laagste', en: 'lowest' } },
    { suffix: '.best', type: 'number', words: { nl: 'beste schatting', en: 'best estimate' } },
    { suffix: '.high', type: 'number', words: { nl: 'hoogste', en: 'highest' } },
  ],
  wanted: {
    nl: 'Geef drie getallen: het laagste, de beste schatting en het hoogste, in die volgorde van klein naar groot.',
    en: 'Give three numbers: the lowest, the best estimate and the highest, from small to large.',
  },
  read(get) {
    const [low, best, high] = ['.low', '.best', '.high'].map(suffix => readNumber(get(suffix)))
    return low === null && best === null && high === null ? null : { low, best, high }
  },
  write: ({ low, best, high }) => ({ '.low': String(low), '.best': String(best), '.high': String(high) }),
  cell: ({ low, best, high }) => `${low}/${best}/${high}`,
  say({ low, best, high }, { language }) {
    const [l, b, h] = [low, best, high].map(n => sayNumber(n, language))
    return language === 'nl' ? `tussen ${l} en ${h}, beste schatting ${b}` : `between ${l} and ${h}, best estimate ${b}`
  },
}

export const range = (words: Words): Field<Range> => made(sort, words)
