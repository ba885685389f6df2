import * as z from 'zod'
import { sayDay } from '../kernel/say.ts'
import { upsideDown, type Window } from '../kernel/values/window.ts'
import type { Words } from '../kernel/words.ts'
import { daySchema } from './day.ts'
import { type Field, made, type Naming, type Sort } from './field.ts'
import { keepable } from './text.ts'

const sort: Sort<Window> = {
  sort: 'window',
  schema: z
    .strictObject({ from: daySchema.nullable(), to: daySchema.nullable(), phrase: z.string().max(200).refine(keepable) })
    .refine(value => !upsideDown(value)) as unknown as z.ZodType<Window>,
  controls: [
    { suffix: '.from', type: 'date', words: { nl: 'vanaf', en: 'from' } },
    { suffix: '.to', type: 'date', words: { nl: 'tot en met', en: 'to' } },
    { suffix: '.phrase', type: 'line', words: { nl: 'in de woorden van de bron', en: 'in the words of the source' } },
  ],
  wanted: {
    nl: 'Zet het begin voor het einde, met dagen die bestaan (jaar-maand-dag), en geef hoogstens 200 tekens als woorden.',
    en: 'Put the start before the end, with days that exist (year-month-day), and give at most 200 characters as words.',
  },
  read(get) {
    const [from, to, phrase] = [get('.from')?.trim() || null, get('.to')?.trim() || null, get('.phrase')?.trim() ?? '']
    return from === null && to === null && phrase === '' ? null : { from, to, phrase }
  },
  write: ({ from, to, phrase }) => ({
    ...(from !== null && { '.from': from }),
    ...(to !== null && { '.to': to }),
    ...(phrase !== '' && { '.phrase': phrase }),
  }),
  cell: ({ from, to, phrase }) => [from ?? '', to ?? ''].join('/') + (phrase ? ` ${phrase}` : ''),
  say: sayWindow,
}

/** "medio 2025: 1 juni 2025 tot en met 31 augustus 2025". */
function sayWindow({ from, to, phrase }: Window, { language }: Naming): string {
  const nl = language === 'nl'
  const days =
    from !== null && to !== null
      ? `${sayDay(from, language)} ${nl ? 'tot en met' : 'to'} ${sayDay(to, language)}`
      : to !== null
        ? `${nl ? 'uiterlijk' : 'by'} ${sayDay(to, language)}`
        : from !== null
          ? `${nl ? 'vanaf' : 'from'} ${sayDay(from, language)}`
          : ''
  return [phrase, days].filter(Boolean).join(': ')
}

export const window = (words: Words): Field<Window> => made(sort, words)
