import * as z from 'zod'
import type { Words } from '../kernel/words.ts'
import { type Field, made, type Sort } from './field.ts'

type Choices = Readonly<Record<string, Words>>

const sort = <const C extends Choices>(choices: C): Sort<keyof C & string> => {
  const names = Object.keys(choices)
  const list = (language: 'nl' | 'en') => names.map(n => `${n} (${choices[n]?.[language]})`).join(', ')
  return {
    sort: 'choice',
    schema: z.enum(names as [string, ...string[]]) as unknown as z.ZodType<keyof C & string>,
    controls: [{ suffix: '', type: 'choice', choices }],
    wanted: { nl: `Kies uit: ${list('nl')}.`, en: `Choose from: ${list('en')}.` },
    read: get => get('')?.trim() || null,
    write: value => ({ '': value }),
    cell: value => value,
    say: (value, { language }) => choices[value]?.[language] ?? value,
  }
}

/** One of a fixed list; what a country may define differently is no choice but data of its pack. */
export const choice = <const C extends Choices>(words: Words, choices: C): Field<keyof C & string> => made(sort(choices), words)
