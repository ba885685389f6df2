import * as z from 'zod'
import type { Words } from '../kernel/words.ts'
import { type Field, made, type Sort } from './field.ts'

const sort = <T>(inner: Field<T>): Sort<readonly T[]> => ({
  sort: 'list',
  schema: z.array(inner.schema).max(1000) as unknown as z.ZodType<readonly T[]>,
  controls: [{ suffix: '', type: inner.sort === 'ref' ? 'refs' : 'lines', kinds: inner.kinds }],
  wanted: { nl: `Geef op elke regel één. ${inner.wanted.nl}`, en: `Give one on each line. ${inner.wanted.en}` },
  // A comma parts codes as well as a line end; running text keeps its commas.
  read: get =>
    (get('') ?? '')
      .split(inner.sort === 'ref' ? /[\n,]/ : '\n')
      .map(each => inner.read(suffix => (suffix === '' ? each : undefined)))
      .filter(each => each !== null),
  write: value => ({ '': value.map(each => inner.write(each)['']).join('\n') }),
  cell: value => value.map(each => inner.cell(each)).join('; '),
  say: (value, near) => value.map(each => inner.say(each, near)).join(', ') || '–',
})

/** Several of a sort that has one control (text, ref, day, choice, number). */
export const list = <T>(inner: Field<T>, words: Words): Field<readonly T[]> => made(sort(inner), words, inner.kinds)
