/**
 * Days are ISO strings (`2024-12-06`), compared as strings, with own calendar arithmetic: no `Date`, no time zone.
 * Source of the day count: the civil-from-days algorithm over the proleptic Gregorian calendar (400-year eras).
 */
export type Day = string & { readonly day: unique symbol }

const form = /^(\d{4})-(\d{2})-(\d{2})$/
const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

export const leap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
/** Number of days in a month, `month` 1-12. */
export const monthLength = (year: number, month: number): number => (month === 2 && leap(year) ? 29 : (lengths[month - 1] ?? 0))

/** Whether a text is a day that exists: `2023-02-29` is none. Years 1000-9999. */
export function isDay(text: unknown): text is Day {
  const m = typeof text === 'string' ? form.exec(text) : null
  if (!m) return false
  const [year, month, date] = [Number(m[1]), Number(m[2]), Number(m[3])]
  return exists(year, month, date)
}

const exists = (year: number, month: number, date: number): boolean =>
  year >= 1000 && month >= 1 && month <= 12 && date >= 1 && date <= monthLength(year, month)

/** @throws RangeError when the text is no day; use `isDay` on input from outside. */
export function day(text: string): Day {
  if (!isDay(text)) throw new RangeError(`no such day: ${text}`)
  return text
}

const pad = (n: number, size: number) => String(n).padStart(size, '0')
const two = Array.from({ length: 32 }, (_, n) => pad(n, 2))
/** @throws RangeError when there is no such day. */
export function makeDay(year: number, month: number, date: number): Day {
  const whole = Number.isInteger(year) && Number.isInteger(month) && Number.isInteger(date)
  const there = whole && year <= 9999 && exists(year, month, date)
  return there ? (`${year}-${two[month]}-${two[date]}` as Day) : day(`${pad(year, 4)}-${pad(month, 2)}-${pad(date, 2)}`)
}
export const parts = (d: Day): { year: number; month: number; date: number } => ({
  year: Number(d.slice(0, 4)),
  month: Number(d.slice(5, 7)),
  date: Number(d.slice(8, 10)),
})

/** Days since 1970-01-01, negative before. */
export function dayNumber(d: Day): number {
  const { year, month, date } = parts(d)
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + date - 1
  return era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468
}

export function fromDayNumber(n: number): Day {
  const z = n + 719_468
  const era = Math.floor(z / 146_097)
  const dayOfEra = z - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const mp = Math.floor((5 * dayOfYear + 2) / 153)
  const month = mp < 10 ? mp + 3 : mp - 9
  return makeDay(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - Math.floor((153 * mp + 2) / 5) + 1)
}

export const addDays = (d: Day, n: number): Day => fromDayNumber(dayNumber(d) + n)
/** Whole days from `a` to `b`; negative when `b` lies before `a`. */
export const daysBetween = (a: Day, b: Day): number => dayNumber(b) - dayNumber(a)
export const firstOfMonth = (year: number, month: number): Day => makeDay(year, month, 1)
export const lastOfMonth = (year: number, month: number): Day => makeDay(year, month, monthLength(year, month))

/** Calendar months later; the 31st becomes the last day of a shorter month. */
export function addMonths(d: Day, n: number): Day {
  const { year, month, date } = parts(d)
  const at = year * 12 + month - 1 + n
  const [y, m] = [Math.floor(at / 12), (at % 12) + 1]
  return makeDay(y, m, Math.min(date, monthLength(y, m)))
}

/** Monday 1 to Sunday 7. */
export const weekday = (d: Day): number => ((((dayNumber(d) + 3) % 7) + 7) % 7) + 1
