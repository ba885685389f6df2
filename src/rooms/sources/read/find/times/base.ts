/** Time expressions without their preposition: days, months, quarters, halves, seasons, parts of a year, years, ranges. */
import { type Day, parts } from '../../../../../kernel/day.ts'
import { type Doc, maskCitation, maskName } from '../../doc.ts'
import * as bit from '../../lexicon/bits.ts'
import { capital, glued, number, word } from '../../tokens/tokenise.ts'
import * as calendar from './calendar.ts'

export interface Found {
  readonly to: number
  readonly base: calendar.Base
  readonly rule: string
  readonly mod?: string
}

export interface Context {
  readonly doc: Doc
  readonly date: Day | null
  /** Whether the clause speaks of what is to come: decides the year of a bare month. */
  readonly future: (i: number) => boolean
}

const of = new Set(['van', 'of', 'in', 'the', 'het', 'de'])
const thisYear: Readonly<Record<string, number>> = {
  dit: 0,
  deze: 0,
  this: 0,
  vorig: -1,
  afgelopen: -1,
  last: -1,
  volgend: 1,
  komend: 1,
  next: 1,
}
const starts = new Set(['begin', 'early'])
const mids = new Set(['medio', 'half', 'midden', 'mid'])

/** A year as a token: four digits, in a sane range, not part of a longer code. */
function yearAt(doc: Doc, i: number): number | null {
  const { tokens } = doc
  const low = tokens.low[i] ?? ''
  if (tokens.kind[i] !== number || low.length !== 4 || !/^(?:19|20)\d\d$/.test(low)) return null
  if (((doc.mask[i] as number) & maskCitation) !== 0) return null
  const next = tokens.low[i + 1] ?? ''
  const previous = tokens.low[i - 1] ?? ''
  // `2023Z17840`, `2,5`, `1386/2022`: a year stands free, or in a range.
  if (
    glued(tokens, i + 1) &&
    (tokens.kind[i + 1] === word || (/^[./,:]$/.test(next) && glued(tokens, i + 2) && tokens.kind[i + 2] === number))
  )
    return null
  if (glued(tokens, i) && (tokens.kind[i - 1] === word || /^[./,:_]$/.test(previous))) return null
  return Number(low)
}

/** `2025`, `van 2025`, `van dit jaar`, `dit jaar`: which year, and the token behind. */
function yearPhrase(ctx: Context, at: number): { year: number; to: number } | null {
  const { doc, date } = ctx
  let i = at
  for (let k = 0; k < 2 && of.has(doc.tokens.low[i] ?? ''); k++) i++
  const direct = yearAt(doc, i)
  if (direct !== null) return { year: direct, to: i + 1 }
  const shift = thisYear[doc.tokens.low[i] ?? '']
  const unit = doc.tokens.low[i + 1]
  if (shift === undefined || (unit !== 'jaar' && unit !== 'year') || date === null) return null
  return { year: parts(date).year + shift, to: i + 2 }
}

/** `jl.`, `a.s.`, `aanstaande` behind a day or month. */
function nearest(ctx: Context, i: number): { shift: 'last' | 'next'; to: number } | null {
  const { low } = ctx.doc.tokens
  if (low[i] === 'jl' || low[i] === 'jongstleden') return { shift: 'last', to: low[i + 1] === '.' ? i + 2 : i + 1 }
  if (low[i] === 'aanstaande') return { shift: 'next', to: i + 1 }
  if (low[i] === 'a' && low[i + 1] === '.' && low[i + 2] === 's') return { shift: 'next', to: low[i + 3] === '.' ? i + 4 : i + 3 }
  return null
}

function monthAt(doc: Doc, i: number): number | null {
  const low = doc.tokens.low[i] ?? ''
  const m = doc.lexicon.months.get(low)
  if (m === undefined || ((doc.mask[i] as number) & (maskCitation | maskName)) !== 0) return null
  if (doc.language === 'nl' ? capital(doc.tokens, i) && !sentenceStart(doc, i) : !capital(doc.tokens, i)) return null
  return low.length <= 3 && low !== 'mei' && low !== 'may' ? null : m
}

const sentenceStart = (doc: Doc, i: number): boolean => i === 0 || /^[.:!?]$/.test(doc.tokens.low[i - 1] ?? '.')

/** The year of a day or month: written, by `jl.`, or by the clause. */
function yearOf(ctx: Context, m: number, d: number | null, i: number, at: number): { year: number; to: number; rule: string } | null {
  const written = yearPhrase(ctx, at)
  if (written) return { ...written, rule: 'written' }
  if (ctx.date === null) return null
  const near = nearest(ctx, at)
  const { year, month, date } = parts(ctx.date)
  if (near) {
    const passed = m < month || (m === month && (d ?? 1) <= date)
    return { year: near.shift === 'last' ? (passed ? year : year - 1) : passed ? year + 1 : year, to: near.to, rule: near.shift }
  }
  const future = ctx.future(i)
  if (d !== null) {
    const passed = m < month || (m === month && d < date)
    return { year: future && passed ? year + 1 : !future && !passed ? year - 1 : year, to: at, rule: 'bare' }
  }
  return { year: calendar.bareYear(ctx.date, m, m, future), to: at, rule: 'bare' }
}

/** `10 juni jl.`, `17 oktober 2024`, `10-04-2015`. */
function dayAt(ctx: Context, i: number): Found | null {
  const { doc } = ctx
  const { tokens } = doc
  if (tokens.kind[i] !== number || (tokens.low[i]?.length ?? 9) > 2) return null
  const d = Number(tokens.low[i])
  const m = monthAt(doc, i + 1)
  if (m !== null) {
    const y = yearOf(ctx, m, d, i, i + 2)
    const base = y && calendar.date(y.year, m, d)
    if (y && base) return { to: y.to, base, rule: 'time.day' }
    return y === null && ctx.date === null && d >= 1 && d <= 31
      ? { to: i + 2, base: { from: null, to: null, grain: 'day', timex: null }, rule: 'time.day' }
      : null
  }
  const sign = tokens.low[i + 1]
  if ((sign !== '-' && sign !== '/') || tokens.low[i + 3] !== sign || tokens.low[i + 4]?.length !== 4 || !glued(tokens, i + 4)) return null
  const base = calendar.date(Number(tokens.low[i + 4]), Number(tokens.low[i + 2]), d)
  return base ? { to: i + 5, base, rule: 'time.day-digits' } : null
}

const openMonth = (to: number): Found => ({ to, base: { from: null, to: null, grain: 'month', timex: null }, rule: 'time.month' })

/** `juni`, `juni 2025`, `juni van dit jaar`, and after `begin`, `medio`, `eind` a part of it. */
function monthPhrase(ctx: Context, i: number, part: 'start' | 'mid' | 'end' | null): Found | null {
  const { doc } = ctx
  const m = monthAt(doc, i)
  if (m === null) return null
  const y = yearOf(ctx, m, null, i, i + 1)
  if (!y) return ctx.date === null && (part !== null || prepared(doc, i)) ? openMonth(i + 1) : null
  // A month alone needs a word before it that makes it a time; `mei` and `maart` are also names and verbs.
  if (y.rule === 'bare' && part === null && !prepared(doc, i)) return null
  const base = part ? calendar.partOfMonth(y.year, m, part) : calendar.month(y.year, m)
  return { to: y.to, base, rule: part ? 'time.part-of-month' : `time.month${y.rule === 'bare' ? '-bare' : ''}` }
}

const monthOpeners = new Set([
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
  'by',
  'before',
  'until',
  'from',
  'since',
  'after',
  'of',
  'met',
  'rond',
  'tussen',
])
const prepared = (doc: Doc, i: number): boolean => monthOpeners.has(doc.tokens.low[i - 1] ?? '')

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
  const month = relativePart(ctx, k)
  if (month?.base.grain === 'month' && month.base.from !== null) {
    const { year, month: m } = parts(month.base.from)
    return { to: month.to, base: calendar.partOfMonth(year, m, part), rule: 'time.part-of-month' }
  }
  const y = yearPhrase(ctx, k)
  if (y && !doc.lexicon.data.times.seasons[low[y.to] ?? ''])
    return { to: y.to, base: calendar.partOfYear(y.year, table), rule: 'time.part-of-year' }
  if ((low[k] === 'jaar' || low[k] === 'year') && k > i + 1 && date !== null && !['nieuwe', 'lopende'].includes(low[k - 1] ?? ''))
    return { to: k + 1, base: calendar.partOfYear(parts(date).year, table), rule: 'time.part-of-year' }
  return null
}

/** `(het) najaar (van) 2025`, `dit najaar`, `zomer`. */
function seasonAt(ctx: Context, i: number): Found | null {
  const { doc, date } = ctx
  const { low } = doc.tokens
  const table = doc.lexicon.data.times.seasons[low[i] ?? '']
  if (!table || ((doc.mask[i] as number) & maskName) !== 0) return null
  const y = yearPhrase(ctx, i + 1)
  if (y) return { to: y.to, base: calendar.season(y.year, table), rule: 'time.season' }
  const before = low[i - 1] ?? ''
  const shift = thisYear[before]
  const article = before === 'de' || before === 'het' || before === 'the'
  if (date === null)
    return shift !== undefined || article
      ? { to: i + 1, base: { from: null, to: null, grain: 'season', timex: null }, rule: 'time.season' }
      : null
  if (shift === 0) return { to: i + 1, base: calendar.season(parts(date).year, table), rule: 'time.season' }
  if (shift !== undefined && shift < 0)
    return { to: i + 1, base: calendar.season(calendar.bareYear(date, table[0], table[1], false), table), rule: 'time.season' }
  if (shift !== undefined)
    return { to: i + 1, base: calendar.season(calendar.bareYear(date, table[0], table[1], true), table), rule: 'time.season' }
  if (!article) return null
  return { to: i + 1, base: calendar.season(calendar.bareYear(date, table[0], table[1], ctx.future(i)), table), rule: 'time.season-bare' }
}

/** `eerste kwartaal (van) 2025`, `tweede helft van dit jaar`, `Q3 2025`. */
function fractionAt(ctx: Context, i: number): Found | null {
  const { doc, date } = ctx
  const { low, kind } = doc.tokens
  const shape = low[i] === 'q' && kind[i + 1] === number && glued(doc.tokens, i + 1)
  const ordinal = shape ? Number(low[i + 1]) : (doc.lexicon.data.times.ordinals[low[i] ?? ''] ?? ordinalDigits(doc, i))
  if (ordinal === undefined || ordinal < 1) return null
  const at = shape ? i + 2 : kind[i] === number ? i + 2 : i + 1
  const unit = shape ? 'kwartaal' : (low[at] ?? '')
  const isHalf = unit === 'helft' || unit === 'half'
  if (!isHalf && unit !== 'kwartaal' && unit !== 'quarter') return null
  if (ordinal > (isHalf ? 4 : 4)) return null
  const n = isHalf ? Math.min(ordinal, 2) : ordinal
  const after = shape ? at : at + 1
  const y = yearPhrase(ctx, after)
  const year = y?.year ?? (date && !shape ? futureYear(ctx, date, n, isHalf, i) : null)
  if (year === null)
    return date === null && !shape
      ? { to: after, base: { from: null, to: null, grain: isHalf ? 'half' : 'quarter', timex: null }, rule: 'time.quarter' }
      : null
  const base = isHalf ? calendar.half(year, n) : calendar.quarter(year, n)
  if (!y && ['jaar', 'maand', 'eeuw'].includes(low[after + 1] ?? '') && low[after + 1] !== 'jaar') return null
  return { to: y?.to ?? after, base, rule: isHalf ? 'time.half' : 'time.quarter' }
}

const ordinalDigits = (doc: Doc, i: number): number | undefined =>
  doc.tokens.kind[i] === number &&
  doc.tokens.low[i]?.length === 1 &&
  ['e', 'ste', 'de', 'st', 'nd', 'rd', 'th'].includes(doc.tokens.low[i + 1] ?? '') &&
  glued(doc.tokens, i + 1)
    ? Number(doc.tokens.low[i])
    : undefined

function futureYear(ctx: Context, date: Day, n: number, isHalf: boolean, i: number): number {
  const span = isHalf ? 6 : 3
  return calendar.bareYear(date, n * span - span + 1, n * span, ctx.future(i))
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

/** `dit jaar`, `volgend jaar`, `vorige maand`. */
function relativeYear(ctx: Context, i: number): Found | null {
  const { doc, date } = ctx
  const { low } = doc.tokens
  const shift = thisYear[low[i] ?? '']
  if (shift === undefined || (low[i + 1] !== 'jaar' && low[i + 1] !== 'year') || low[i] === 'komend') return null
  if (date === null) return { to: i + 2, base: { from: null, to: null, grain: 'year', timex: null }, rule: 'time.relative-year' }
  return { to: i + 2, base: calendar.year(parts(date).year + shift), rule: 'time.relative-year' }
}

/** `deze maand`, `volgende maand`, `dit kwartaal`, `het komende kwartaal`. */
function relativePart(ctx: Context, i: number): Found | null {
  const { doc, date } = ctx
  const { low } = doc.tokens
  const unit = low[i + 1]
  const isMonth = unit === 'maand' || unit === 'month'
  if (!isMonth && unit !== 'kwartaal' && unit !== 'quarter') return null
  const word = (low[i] ?? '').replace(/e$/, '')
  const shift =
    thisYear[low[i] ?? ''] ?? (word === 'volgend' || word === 'komend' ? 1 : word === 'vorig' || word === 'afgelopen' ? -1 : undefined)
  if (shift === undefined) return null
  const grain = isMonth ? ('month' as const) : ('quarter' as const)
  if (date === null) return { to: i + 2, base: { from: null, to: null, grain, timex: null }, rule: `time.relative-${grain}` }
  const { year, month } = parts(date)
  const n = isMonth ? month - 1 + shift : Math.floor((month - 1) / 3) + shift
  const size = isMonth ? 12 : 4
  const [y, k] = [year + Math.floor(n / size), ((n % size) + size) % size]
  return { to: i + 2, base: isMonth ? calendar.month(y, k + 1) : calendar.quarter(y, k + 1), rule: `time.relative-${grain}` }
}

/** The longest base expression that begins at token `i`. */
export function baseAt(ctx: Context, i: number): Found | null {
  const { doc } = ctx
  if (((doc.mask[i] as number) & maskCitation) !== 0) return null
  if (doc.tokens.kind[i] === number) return dayAt(ctx, i) ?? fractionAt(ctx, i) ?? yearsAt(ctx, i)
  if (((doc.tokens.bits[i] as number) & bit.dated) === 0) return null
  return (
    partAt(ctx, i) ?? seasonAt(ctx, i) ?? fractionAt(ctx, i) ?? relativeYear(ctx, i) ?? relativePart(ctx, i) ?? monthPhrase(ctx, i, null)
  )
}
