/** Days of one month that a step takes: `van 5 tot en met 9 mei`, `5 tot 9 mei`, `tussen 5 en 9 mei`. */
import { type Day, parts } from '../../../../../kernel/day.ts'
import { table } from '../../lexicon/table.ts'
import { number } from '../../tokens/tokenise.ts'
import { baseAt } from './base.ts'
import * as calendar from './calendar.ts'
import type { Context, Found } from './years.ts'

/** Words for a length of time. */
export const units: Record<string, 'day' | 'week' | 'month' | 'year'> = table({
  dag: 'day',
  dagen: 'day',
  day: 'day',
  days: 'day',
  week: 'week',
  weken: 'week',
  weeks: 'week',
  maand: 'month',
  maanden: 'month',
  month: 'month',
  months: 'month',
  jaar: 'year',
  jaren: 'year',
  year: 'year',
  years: 'year',
})

export function daysAt(ctx: Context, i: number): Found | null {
  const { low, kind } = ctx.doc.tokens
  const first = kind[i] === number ? i : i + 1
  if (kind[first] !== number || (low[first] as string).length > 2) return null
  const long = low[first + 1] === 'tot' && low[first + 2] === 'en' && low[first + 3] === 'met'
  const between = low[i] === 'tussen' && low[first + 1] === 'en'
  const last = long ? first + 4 : between || low[first + 1] === 'tot' ? first + 2 : -1
  const end = last > 0 && kind[last] === number ? baseAt(ctx, last) : null
  const to = end?.base.grain === 'day' ? end.base.to : null
  if (!end || to === null) return null
  const { year, month, date } = parts(to)
  const begin = calendar.month(year, month).from
  const day = Number(low[first])
  if (begin === null || day < 1 || day >= date) return null
  const from = `${begin.slice(0, 8)}${String(day).padStart(2, '0')}` as Day
  return { to: end.to, base: { ...end.base, from, timex: null }, rule: 'time.days' }
}
