import * as z from 'zod'
import type { Words } from '../kernel/words.ts'
import { type Field, made, type Sort } from './field.ts'

/** Text that a ledger can keep for ever: no NUL (databases refuse it), no lone surrogate (no UTF-8 carries it). */
export const keepable = (text: string): boolean => text.isWellFormed() && !text.includes('\u0000')

const sort = (max: number, long: boolean): Sort<string> => ({
  sort: 'text',
  schema: z.string().min(1).max(max).refine(keepable),
  controls: [{ suffix: '', type: long ? 'lines' : 'line' }],
  wanted: { nl: `Geef tekst van hoogstens ${max} tekens.`, en: `Give text of at most ${max} characters.` },
  read: get => get('')?.replaceAll('\r\n', '\n').trim() || null,
  write: value => ({ '': value }),
  cell: value => value,
  say: value => value,
})

/** Running text, at most 4,000 characters. */
export const text = (words: Words): Field<string> => made(sort(4000, true), words)
/** One line: a name, a number, an address; at most 400 characters. */
export const line = (words: Words): Field<string> => made(sort(400, false), words)
