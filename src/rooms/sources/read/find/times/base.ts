/** Time expressions without their preposition: days, months, seasons, parts of a year, years, ranges. */
import { parts } from '../../../../../kernel/day.ts'
import { type Doc, maskCitation, maskName } from '../../doc.ts'
import * as bit from '../../lexicon/bits.ts'
import { glued, number } from '../../tokens/tokenise.ts'
import * as calendar from './calendar.ts'
import { fractionAt, relativePart } from './fractions.ts'
import { lastDayAt, namedDayAt, schoolYearAt, weekAt, weekdayAt } from './weeks.ts'
import { type Context, type Found, isYear, monthAt, open, shiftOf, yearAt, yearOf, yearPhrase } from './years.ts'

const of = new Set(['van', 'of', 'in', 'the', 'het', 'de'])
const starts = new Set(['begin', 'early'])
const mids = new Set(['medio', 'half', 'midden', 'mid', 'halverwege'])

/** `10 juni jl.`, `17 oktober 2024`, `10-04-2015`, `10.04.2015`, `2015-04-10`. */
function dayAt(ctx: Context, i: number): Found | null {
  const { doc } = ctx
  const { tokens } = doc
  if (tokens.kind[i] !== number) return null
  if ((tokens.low[i]?.length ?? 9) > 2) return isoDay(ctx, i)
  const d = Number(tokens.low[i])
  const month = monthAt(doc, i + 1)
  if (month !== null) {
    const y = yearOf(ctx, month.m, d, i, month.to)
    const base = y && calendar.date(y.year, month.m, d)
    if (y && base) return { to: y.to, base, rule: 'time.day' }
    return y === null && ctx.date === null && d >= 1 && d <= 31 ? open(month.to, 'day', 'time.day') : null
  }
  const sign = tokens.low[i + 1]
  if (!/^[-/.]$/.test(sign ?? '') || tokens.low[i + 3] !== sign || tokens.low[i + 4]?.length !== 4 || !glued(tokens, i + 4)) return null
  const base = calendar.date(Number(tokens.low[i + 4]), Number(tokens.low[i + 2]), d)
  return base ? { to: i + 5, base, rule: 'time.day-digits' } : null
}

function isoDay({ doc }: Context, i: number): Found | null {
  const { low } = doc.tokens
  if (low[i]?.length !== 4 || low[i + 1] !== '-' || low[i + 3] !== '-' || low[i + 2]?.length !== 2 || low[i + 4]?.length !== 2) return null
  if (!glued(doc.tokens, i + 1) || !glued(doc.tokens, i + 4)) return null
  const base = calendar.date(Number(low[i]), Number(low[i + 2]), Number(low[i + 4]))
  return base ? { to: i + 5, base, rule: 'time.day-digits' } : null
}

type Part = 'start' | 'mid' | 'end'

/** `juni`, `juni 2025`, `juni van dit jaar`, `mei/juni 2026`, and after `begin`, `medio`, `eind` a part of it. */
function monthPhrase(ctx: Context, i: number, part: Part | null): Found | null {
  const { doc } = ctx
  const month = monthAt(doc, i)
  if (month === null) return null
  const second = part === null && /^[/–-]$/.test(doc.tokens.low[month.to] ?? '') ? monthAt(doc, month.to + 1) : null
  const last = second && second.m > month.m ? second : month
  const y = yearOf(ctx, last.m, null, i, last.to)
  if (!y) return ctx.date === null && (part !== null || prepared(doc, i)) ? open(last.to, 'month', 'time.month') : null
  // A month alone needs a word before it that makes it a time; `mei` and `maart` are also names and verbs.
  if (y.rule === 'bare' && part === null && !prepared(doc, i)) return null
  if (last !== month)
    return {
      to: y.to,
      base: { ...calendar.month(y.year, month.m), to: calendar.month(y.year, last.m).to, timex: null },
      rule: 'time.months',
    }
  const base = part ? calendar.partOfMonth(y.year, month.m, part) : calendar.month(y.year, month.m)
  return { to: y.to, base, rule: part ? 'time.part-of-month' : `time.month${y.rule === 'bare' ? '-bare' : ''}` }
}

const monthOpeners = new Set([
  ...[
    'in',
    'voor',
    'vóór',
    'vanaf',
    'per',
    'tot',
    'van',
    'sinds',
    'uiterlijk',
    'na',
    'eind',
    'begin',
    'medio',
    'half',
    'maand',
    'sluitend',
  ],
  ...['by', 'before', 'until', 'from', 'since', 'after', 'of', 'met', 'rond', 'tussen', 'tegen', 'omstreeks', 'halverwege', 'around'],
  ...['komende', 'aanstaande', 'eerstkomende'],
])
const prepared = (doc: Doc, i: number): boolean => monthOpeners.has(doc.tokens.low[i - 1] ?? '') || setApart(doc, i)

/** `Rapportage aan de Kamer: december`, `oefening Koude Hand (september)`: alone between a mark and the end of an entry. */
function setApart({ tokens: { low, count }, sentences }: Doc, i: number): boolean {
  if (!/^[:(|—–]$/.test(low[i - 1] ?? '')) return false
  if (i + 1 >= count || /^[);|]$/.test(low[i + 1] as string)) return true
  let at = i + 1
  if (low[at] === '.') at++
  let [a, b] = [0, sentences.length - 1]
  while (a < b) {
    const middle = (a + b) >> 1
    if ((sentences[middle]?.to ?? 0) < at) a = middle + 1
    else b = middle
  }
  return sentences[a]?.to === at
}

/** `medio 2025`, `eind van dit jaar`, `begin mei`, `het einde van het jaar`. */
function partAt(ctx: Context, i: number): Found | null {
  const { doc, date } = ctx
  const { low } = doc.tokens
  const first = low[i] ?? ''
  const table = doc.lexicon.data.times.parts[first]
  if (!table) return null
  const part = starts.has(first) ? 'start' : mids.has(first) ? 'mid' : 'end'
  let k = i + 1
  if (low[k] === '-') k++
  while (of.has(low[k] ?? '')) k++
  const asMonth = monthPhrase(ctx, k, part)
  if (asMonth) return asMonth
  const relative = relativePart(ctx, k)
  if (relative?.base.grain === 'month') return ofMonth(relative, part)
  const quarter = relative ?? fractionAt(ctx, k)
  if (quarter?.base.grain === 'quarter' && quarter.base.from !== null && !(doc.tokens.low[k - 1] === 'van' && part === 'end')) {
    const { year, month } = parts(quarter.base.from)
    const m = month + (part === 'start' ? 0 : part === 'mid' ? 1 : 2)
    return { to: quarter.to, base: calendar.month(year, m), rule: 'time.part-of-quarter' }
  }
  const y = yearPhrase(ctx, k)
  if (y && !doc.lexicon.data.times.seasons[low[y.to] ?? ''])
    return { to: y.to, base: calendar.partOfYear(y.year, table), rule: 'time.part-of-year' }
  if (k === i + 1 || date === null || ['nieuwe', 'lopende'].includes(low[k - 1] ?? '')) return null
  const { year, month } = parts(date)
  if (isYear(low[k])) return { to: k + 1, base: calendar.partOfYear(year, table), rule: 'time.part-of-year' }
  // `voor het einde van de maand`
  return low[k] === 'maand' || low[k] === 'month'
    ? { to: k + 1, base: calendar.partOfMonth(year, month, part), rule: 'time.part-of-month' }
    : null
}

/** A part of a month that was found. */
function ofMonth({ to, base }: Found, part: Part): Found {
  if (base.from === null) return open(to, 'part-of-month', 'time.part-of-month')
  const { year, month } = parts(base.from)
  return { to, base: calendar.partOfMonth(year, month, part), rule: 'time.part-of-month' }
}

const articles = new Set(['de', 'het', 'the', 'tegen'])
const early = /^(?:vroege|late|nieuwe|vroeg|laat)$/

/** `(het) najaar (van) 2025`, `dit najaar`, `komende zomer`, `de zomer`. */
function seasonAt(ctx: Context, i: number): Found | null {
  const { doc, date } = ctx
  const { low } = doc.tokens
  const seasons = doc.lexicon.data.times.seasons
  // `dit`, `komende` belong to the time and open it.
  const shift = seasons[low[i + 1] ?? ''] ? shiftOf(low[i] ?? '') : undefined
  const at = shift === undefined ? i : i + 1
  const table = seasons[low[at] ?? '']
  if (!table || ((doc.mask[at] as number) & maskName) !== 0) return null
  const y = yearPhrase(ctx, at + 1)
  if (y) return { to: y.to, base: calendar.season(y.year, table), rule: 'time.season' }
  const before = early.test(low[i - 1] ?? '') ? low[i - 2] : low[i - 1]
  const article = articles.has(before ?? '') || early.test(low[i - 1] ?? '')
  if (shift === undefined && !article) return null
  if (date === null) return open(at + 1, 'season', 'time.season')
  const near = (future: boolean): calendar.Base => calendar.season(calendar.bareYear(date, table[0], table[1], future), table)
  if (shift === undefined) return { to: at + 1, base: near(ctx.future(i)), rule: 'time.season-bare' }
  const found = (base: calendar.Base): Found => ({ to: at + 1, base, rule: 'time.season' })
  if (shift < 0) return found(near(false))
  const own = calendar.season(parts(date).year, table)
  // Inside it: `dit najaar` is what is left of it, `komend najaar` the next.
  if (shift === 0) return found(own.from !== null && own.from < date && own.to !== null && own.to >= date ? { ...own, from: date } : own)
  const next = near(true)
  return found(next.from !== null && next.from <= date ? calendar.season(parts(next.from).year + 1, table) : next)
}

/** `2025`, `2023-2029`, `2026 en verder`, `2022 tot en met 2030`. */
function yearsAt(ctx: Context, i: number): Found | null {
  const { doc } = ctx
  const { low } = doc.tokens
  const y = yearAt(doc, i)
  if (y === null) return null
  const last = /^[-–/]$/.test(low[i + 1] ?? '') && glued(doc.tokens, i + 1) ? rangeEnd(doc, y, i + 2) : null
  if (last !== null) return { to: i + 3, base: range(y, last), rule: 'time.range' }
  if (
    (low[i + 1] === 'en' && ['verder', 'later', 'volgende', 'daarna'].includes(low[i + 2] ?? '')) ||
    (low[i + 1] === 'and' && ['beyond', 'later'].includes(low[i + 2] ?? ''))
  )
    return { to: i + 3, base: { ...calendar.year(y), to: null, grain: 'range' }, rule: 'time.and-on' }
  const until =
    low[i + 1] === 'tot' && low[i + 2] === 'en' && low[i + 3] === 'met'
      ? i + 4
      : low[i + 1] === 't' && low[i + 2] === '/'
        ? i + 4
        : low[i + 1] === 'to' || low[i + 1] === 'tot'
          ? i + 2
          : -1
  const end = until > 0 ? yearAt(doc, until) : null
  if (end !== null && end > y) return { to: until + 1, base: range(y, end), rule: 'time.range' }
  return { to: i + 1, base: calendar.year(y), rule: 'time.year' }
}

const range = (a: number, b: number): calendar.Base => ({
  from: calendar.year(a).from,
  to: calendar.year(b).to,
  grain: 'range',
  timex: `${a}/${b}`,
})

function rangeEnd(doc: Doc, y: number, i: number): number | null {
  const low = doc.tokens.low[i] ?? ''
  if (doc.tokens.kind[i] !== number) return null
  const end = low.length === 4 ? yearAt(doc, i) : low.length === 2 ? Math.floor(y / 100) * 100 + Number(low) : null
  return end !== null && end > y && end - y < 100 ? end : null
}

/** `dit jaar`, `volgend jaar`. */
function relativeYear(ctx: Context, i: number): Found | null {
  const { doc, date } = ctx
  const { low } = doc.tokens
  const shift = shiftOf(low[i] ?? '')
  if (shift === undefined || !isYear(low[i + 1]) || low[i]?.startsWith('kom') || low[i]?.startsWith('aankom')) return null
  if (date === null) return open(i + 2, 'year', 'time.relative-year')
  return { to: i + 2, base: calendar.year(parts(date).year + shift), rule: 'time.relative-year' }
}

/** The longest base expression that begins at token `i`. */
export function baseAt(ctx: Context, i: number): Found | null {
  const { doc } = ctx
  if (((doc.mask[i] as number) & maskCitation) !== 0) return null
  if (doc.tokens.kind[i] === number) return dayAt(ctx, i) ?? fractionAt(ctx, i) ?? yearsAt(ctx, i)
  if (((doc.tokens.bits[i] as number) & bit.dated) === 0) return null
  return (
    partAt(ctx, i) ??
    seasonAt(ctx, i) ??
    fractionAt(ctx, i) ??
    weekAt(ctx, i, dayAt) ??
    weekdayAt(ctx, i, dayAt) ??
    schoolYearAt(ctx, i) ??
    lastDayAt(ctx, i) ??
    namedDayAt(ctx, i) ??
    relativeYear(ctx, i) ??
    relativePart(ctx, i) ??
    monthPhrase(ctx, i, null)
  )
}
