/** Windows of the base expressions and of what a preposition makes of them; ISO days, own arithmetic. */
import {
  addDays,
  addMonths,
  type Day,
  firstOfMonth,
  isDay,
  lastOfMonth,
  makeDay,
  monthLength,
  parts,
  weekday,
} from '../../../../../kernel/day.ts'
import type { TimeData } from '../../lexicon/data.ts'
import type { Grain } from '../../reading.ts'

export interface Base {
  readonly from: Day | null
  readonly to: Day | null
  readonly grain: Grain
  readonly timex: string | null
}

const pad = (n: number): string => String(n).padStart(2, '0')

export const year = (y: number): Base => ({ from: makeDay(y, 1, 1), to: makeDay(y, 12, 31), grain: 'year', timex: String(y) })
export const month = (y: number, m: number): Base => ({
  from: firstOfMonth(y, m),
  to: lastOfMonth(y, m),
  grain: 'month',
  timex: `${y}-${pad(m)}`,
})
export const quarter = (y: number, q: number): Base => ({
  from: firstOfMonth(y, q * 3 - 2),
  to: lastOfMonth(y, q * 3),
  grain: 'quarter',
  timex: `${y}-Q${q}`,
})
export const half = (y: number, h: number): Base => ({
  from: firstOfMonth(y, h * 6 - 5),
  to: lastOfMonth(y, h * 6),
  grain: 'half',
  timex: `${y}-H${h}`,
})

export function date(y: number, m: number, d: number): Base | null {
  if (m < 1 || m > 12 || d < 1 || d > monthLength(y, m)) return null
  const on = makeDay(y, m, d)
  return { from: on, to: on, grain: 'day', timex: on }
}

/** Winter runs into the next year. */
export function season(y: number, [first, last]: readonly [number, number]): Base {
  const names: Record<number, string> = { 3: 'SP', 6: 'SU', 9: 'FA', 12: 'WI' }
  return {
    from: firstOfMonth(y, first),
    to: lastOfMonth(last < first ? y + 1 : y, last),
    grain: 'season',
    timex: `${y}-${names[first] ?? 'SU'}`,
  }
}

/** `begin`, `medio`, `eind` of a year, by the pack's table. */
export const partOfYear = (y: number, [m1, d1, m2, d2]: readonly [number, number, number, number]): Base => ({
  from: makeDay(y, m1, d1),
  to: makeDay(y, m2, Math.min(d2, monthLength(y, m2))),
  grain: 'part-of-year',
  timex: String(y),
})

/** Days 1-10, 11-20 and 21-last of a month. */
export function partOfMonth(y: number, m: number, part: 'start' | 'mid' | 'end'): Base {
  const [a, b] = part === 'start' ? [1, 10] : part === 'mid' ? [11, 20] : [21, monthLength(y, m)]
  return { from: makeDay(y, m, a), to: makeDay(y, m, b), grain: 'part-of-month', timex: `${y}-${pad(m)}` }
}

/** Days 1-15, and 16 to the last. */
export const halfOfMonth = (y: number, m: number, h: number): Base => ({
  from: makeDay(y, m, h === 1 ? 1 : 16),
  to: h === 1 ? makeDay(y, m, 15) : lastOfMonth(y, m),
  grain: 'part-of-month',
  timex: `${y}-${pad(m)}`,
})

/** A day that moves by rule, or one fixed in the year (`MM-DD`). */
function ruled(rule: string, y: number): Day {
  if (rule === 'first-friday-july') return nth(y, 7, 5, 1)
  if (rule === 'third-tuesday-september') return nth(y, 9, 2, 3)
  const text = `${y}-${rule}`
  return isDay(text) ? text : makeDay(y, 7, 1)
}

/** The n-th weekday (Monday 1) of a month. */
function nth(y: number, m: number, wanted: number, n: number): Day {
  const first = firstOfMonth(y, m)
  return addDays(first, ((wanted - weekday(first) + 7) % 7) + (n - 1) * 7)
}

/** First day of a recess in a year, from the pack's calendar or its rule. */
export function recessStart(data: TimeData, name: string, y: number): Day | null {
  const recess = data.recess[name]
  if (!recess) return null
  const known = recess.days[String(y)]
  return known !== undefined && isDay(known) ? known : ruled(recess.starts, y)
}

export const fixedDay = (data: TimeData, name: string, y: number): Day | null =>
  data.fixed[name] ? ruled(data.fixed[name] as string, y) : null

export type Operator = 'before' | 'until' | 'from' | 'within-course' | 'after' | 'around' | 'since' | 'since-before' | 'rest' | 'toward'

/** What a preposition makes of a base; `at` is the letter's date. Without it, open ends stay open. */
export function apply(operator: Operator, base: Base, at: Day | null, through = false): Base {
  switch (operator) {
    case 'before':
      return { ...base, from: at, to: through ? base.to : base.from ? addDays(base.from, -1) : null }
    case 'until':
      return { ...base, from: at, to: base.to }
    case 'from':
      return { ...base, to: null }
    case 'after':
      return { ...base, from: base.to ? addDays(base.to, 1) : null, to: null }
    case 'since':
      return { ...base, to: at }
    case 'since-before':
      return { ...base, from: base.from, to: at && base.to && at < base.to ? at : base.to }
    case 'rest':
      return { ...base, from: at && base.from && base.from < at ? at : base.from }
    default:
      return base
  }
}

/** From the letter's day on, `n` days, weeks, months or years. */
export function duration(at: Day | null, n: number, unit: 'day' | 'week' | 'month' | 'year'): Base {
  const letters = { day: 'D', week: 'W', month: 'M', year: 'Y' }
  const timex = `P${n}${letters[unit]}`
  if (at === null) return { from: null, to: null, grain: 'duration', timex }
  const to = unit === 'day' ? addDays(at, n) : unit === 'week' ? addDays(at, n * 7) : addMonths(at, unit === 'month' ? n : n * 12)
  return { from: at, to, grain: 'duration', timex }
}

/** The month or season without a year: in a promise the first after the letter, in a report the last before it. */
export function bareYear(at: Day, firstMonth: number, lastMonth: number, future: boolean): number {
  const { year: y, month: m } = parts(at)
  const through = lastMonth < firstMonth ? 12 : lastMonth
  if (future) return through >= m ? y : y + 1
  return firstMonth <= m ? y : y - 1
}
