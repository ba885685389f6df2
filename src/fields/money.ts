import * as z from 'zod'
import { sayNumber } from '../kernel/say.ts'
import { type Cents, cents, euros } from '../kernel/values/money.ts'
import type { Words } from '../kernel/words.ts'
import { type Field, made, type Sort } from './field.ts'

const sort: Sort<Cents> = {
  sort: 'money',
  schema: z.int() as unknown as z.ZodType<Cents>,
  controls: [{ suffix: '', type: 'line', words: { nl: 'in euro', en: 'in euros' } }],
  wanted: { nl: 'Geef een bedrag in euro, zoals 1250 of 1250,50.', en: 'Give an amount in euros, as 1250 or 1250.50.' },
  read(get) {
    const text = get('')?.trim()
    return text ? (cents(text) ?? text) : null
  },
  write: value => ({ '': euros(value) }),
  cell: euros,
  say(value, { language }) {
    const [whole, rest] = euros(value).split('.')
    const amount = sayNumber(Number(whole), language)
    return `€ ${amount}${rest === '00' ? '' : (language === 'nl' ? ',' : '.') + rest}`
  },
}

/** An amount in euro cents. */
export const money = (words: Words): Field<Cents> => made(sort, words)
