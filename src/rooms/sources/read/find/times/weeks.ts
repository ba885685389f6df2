/** Weeks, days of the week, school years, the last day of a period, and days with a name of their own. */
import { addDays, type Day, lastOfMonth, makeDay, parts, weekday } from '../../../../../kernel/day.ts'
import { table } from '../../lexicon/table.ts'
import { number } from '../../tokens/tokenise.ts'
import * as calendar from './calendar.ts'
import { type Context, type Found, monthAt, nearest, open, shiftOf, yearAt, yearOf, yearPhrase } from './years.ts'

type DayAt = (ctx: Context, i: number) => Found | null

const days = (from: Day, to: Day): calendar.Base => ({ from, to, grain: 'part-of-month', timex: null })
const weekOf = (d: Day): calendar.Base => {
  const monday = addDays(d, 1 - weekday(d))
  return days(monday, addDays(monday, 6))
}

/** Monday of an ISO week: the first is that of 4 January. */
const isoWeek = (year: number, n: number): calendar.Base => weekOf(addDays(makeDay(year, 1, 4), (n - 1) * 7))

/** `week 20`, `de week van 9 maart`, `de eerste week van april`, `volgende week`. */
export function weekAt(ctx: Context, i: number, dayAt: DayAt): Found | null {
  const { doc, date } = ctx
  const { low, kind } = doc.tokens
  if (low[i] === 'week') {
    if (kind[i + 1] === number) return numbered(ctx, i)
    const on = low[i + 1] === 'van' || low[i + 1] === 'of' ? dayAt(ctx, weekdayBehind(ctx, i + 2)) : null
    return on?.base.from ? { to: on.to, base: weekOf(on.base.from), rule: 'time.week' } : null
  }
  if (low[i + 1] !== 'week') return null
  const shift = shiftOf(low[i] ?? '')
  if (shift !== undefined)
    return date === null
      ? open(i + 2, 'part-of-month', 'time.relative-week')
      : { to: i + 2, base: weekOf(addDays(date, shift * 7)), rule: 'time.relative-week' }
  const n = doc.lexicon.data.times.ordinals[low[i] ?? '']
  let k = i + 2
  while (/^(?:van|of|in|de|maand)$/.test(low[k] ?? '')) k++
  const month = n !== undefined && k > i + 2 ? monthAt(doc, k) : null
  const y = month && yearOf(ctx, month.m, null, k, month.to)
  if (!month || !y || n === undefined) return null
  const end = lastOfMonth(y.year, month.m)
  const base =
    low[i] === 'laatste' || low[i] === 'last'
      ? days(addDays(end, -6), end)
      : days(makeDay(y.year, month.m, n * 7 - 6), makeDay(y.year, month.m, n * 7))
  return { to: y.to, base, rule: 'time.week' }
}

function numbered(ctx: Context, i: number): Found | null {
  const n = Number(ctx.doc.tokens.low[i + 1])
  if (n < 1 || n > 53) return null
  const y = yearPhrase(ctx, i + 2)
  if (y) return { to: y.to, base: isoWeek(y.year, n), rule: 'time.week' }
  if (ctx.date === null) return null
  const { year } = parts(ctx.date)
  const own = isoWeek(year, n)
  return {
    to: i + 2,
    base: ctx.future(i) && own.to !== null && own.to < ctx.date ? isoWeek(year + 1, n) : own,
    rule: 'time.week',
  }
}

const weekdayBehind = (ctx: Context, i: number): number => (ctx.doc.lexicon.set.weekdays.has(ctx.doc.tokens.low[i] ?? '') ? i + 1 : i)

/** `maandag 7 juli`, `vrijdag a.s.`, `aanstaande vrijdag`. */
export function weekdayAt(ctx: Context, i: number, dayAt: DayAt): Found | null {
  const { doc, date } = ctx
  const { low } = doc.tokens
  const named = doc.lexicon.set.weekdays.has(low[i] ?? '')
  if (named) {
    const on = dayAt(ctx, low[i + 1] === ',' ? i + 2 : i + 1)
    if (on) return on
    const near = nearest(ctx, i + 1)
    return near?.shift === 'next' && date !== null ? next(doc.lexicon.data.times.weekdays, low[i] as string, date, near.to) : null
  }
  const coming = shiftOf(low[i] ?? '') === 1 && date !== null && doc.lexicon.set.weekdays.has(low[i + 1] ?? '')
  return coming ? next(doc.lexicon.data.times.weekdays, low[i + 1] as string, date as Day, i + 2) : null
}

function next(weekdays: readonly string[], low: string, date: Day, to: number): Found {
  const wanted = weekdays.indexOf(low) + 1
  const on = addDays(date, ((wanted - weekday(date) + 6) % 7) + 1)
  return { to, base: { from: on, to: on, grain: 'day', timex: on }, rule: 'time.weekday' }
}

/** First months of the years of schools and of universities. */
const learning: Readonly<Record<string, number>> = table({ schooljaar: 8, cursusjaar: 9, studiejaar: 9, collegejaar: 9 })

/** `schooljaar 2026-2027`, `het nieuwe schooljaar`, `dit schooljaar`. */
export function schoolYearAt(ctx: Context, i: number): Found | null {
  const { doc, date } = ctx
  const { low } = doc.tokens
  const before = shiftOf(low[i] ?? '')
  const at = before === undefined ? i : i + 1
  const shift = before ?? (low[i - 1] === 'nieuwe' ? 1 : undefined)
  const first = learning[low[at] ?? '']
  if (first === undefined) return null
  const whole = (y: number, to: number): Found => ({
    to,
    base: { from: makeDay(y, first, 1), to: lastOfMonth(y + 1, first - 1), grain: 'year', timex: null },
    rule: 'time.school-year',
  })
  const year = yearAt(doc, at + 1)
  if (year !== null) return whole(year, /^[-–/]$/.test(low[at + 2] ?? '') && doc.tokens.kind[at + 3] === number ? at + 4 : at + 2)
  // `2026/2027` is no year by itself: the stroke binds it.
  const written = doc.tokens.kind[at + 1] === number && low[at + 2] === '/' ? Number(low[at + 1]) : 0
  if (written > 1990 && written < 2100) return whole(written, at + 4)
  if (shift === undefined || date === null) return null
  const { year: now, month } = parts(date)
  return whole((month >= first ? now : now - 1) + shift, at + 1)
}

/** `ultimo 2026`, `ultimo maart`: the last day. */
export function lastDayAt(ctx: Context, i: number): Found | null {
  const { doc } = ctx
  if (doc.tokens.low[i] !== 'ultimo') return null
  const on = (d: Day, to: number): Found => ({ to, base: { from: d, to: d, grain: 'day', timex: d }, rule: 'time.ultimo' })
  const y = yearPhrase(ctx, i + 1)
  if (y) return on(makeDay(y.year, 12, 31), y.to)
  const month = monthAt(doc, i + 1)
  const of = month && yearOf(ctx, month.m, null, i + 1, month.to)
  return month && of ? on(lastOfMonth(of.year, month.m), of.to) : null
}

const beforeNamed = /^(?:op|met|rond|uiterlijk|tot|by|on)$/

/** `op Prinsjesdag`. */
export function namedDayAt(ctx: Context, i: number): Found | null {
  const { doc, date } = ctx
  const { low } = doc.tokens
  const name = low[i] ?? ''
  const times = doc.lexicon.data.times
  if (!times.fixed[name] || !beforeNamed.test(low[i - 1] ?? '')) return null
  const y = yearPhrase(ctx, i + 1)
  if (!y && date === null) return open(i + 1, 'day', 'time.named-day')
  const first = calendar.fixedDay(times, name, y?.year ?? parts(date as Day).year)
  const on = !y && first !== null && date !== null && first < date ? calendar.fixedDay(times, name, parts(date).year + 1) : first
  return on && { to: y?.to ?? i + 1, base: { from: on, to: on, grain: 'day', timex: on }, rule: 'time.named-day' }
}
