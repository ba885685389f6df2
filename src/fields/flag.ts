import * as z from 'zod'
import type { Words } from '../kernel/words.ts'
import { type Field, made, type Sort } from './field.ts'

const yes = ['on', 'true', 'yes', 'ja', '1']
const sort: Sort<boolean> = {
  sort: 'flag',
  schema: z.boolean(),
  controls: [{ suffix: '', type: 'check' }],
  wanted: { nl: 'Geef ja of nee.', en: 'Give yes or no.' },
  read: get => yes.includes(get('')?.trim().toLowerCase() ?? ''),
  write: (value): Record<string, string> => (value ? { '': 'on' } : {}),
  cell: String,
  say: (value, { language }) => (language === 'nl' ? (value ? 'ja' : 'nee') : value ? 'yes' : 'no'),
}

export const flag = (words: Words): Field<boolean> => made(sort, words)
