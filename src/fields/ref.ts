import * as z from 'zod'
import type { Id } from '../kernel/id.ts'
import type { Words } from '../kernel/words.ts'
import { type Field, made, type Sort } from './field.ts'

/** Outside, a reference is a code or an id; an edge turns codes into ids with the reader's snapshot before a command sees them. */
export const refSchema = z.string().min(1).max(80)

const sort = <K extends string>(kinds: readonly K[]): Sort<Id<K>> => ({
  sort: 'ref',
  schema: refSchema as unknown as z.ZodType<Id<K>>,
  controls: [{ suffix: '', type: 'ref', kinds }],
  wanted: {
    nl: 'Geef de code van iets dat bestaat, zoals AL-07 of T-0042.',
    en: 'Give the code of something that exists, as AL-07 or T-0042.',
  },
  read: get => get('')?.trim() || null,
  write: value => ({ '': value }),
  cell: value => value,
  say: (value, near) => near.name(value) ?? { nl: 'nog niet te zien op deze dag', en: 'not to be seen on this day' }[near.language],
})

/** A reference to a record of one of some kinds. */
export const ref = <const K extends string>(kinds: K | readonly K[], words: Words): Field<Id<K>> => {
  const all = typeof kinds === 'string' ? [kinds] : kinds
  return made(sort(all), words, all)
}
