/** Quarters and halves of a year, halves of a month: `eerste kwartaal (van) 2025`, `Q3`, `kw. 2`, `H2 2026`, `tweede helft van mei`. */
import { type Day, parts } from '../../../../../kernel/day.ts'
import type { Doc } from '../../doc.ts'
import { glued, number } from '../../tokens/tokenise.ts'
import * as calendar from './calendar.ts'
import { type Context, type Found, isYear, monthAt, open, shiftOf, yearAt, yearOf, yearPhrase } from './years.ts'

const quarterUnits = new Set(['kwartaal', 'quarter', 'trimester'])
const halfUnits = new Set(['helft', 'half', 'halfjaar', 'jaarhelft', 'semester'])

interface Part {
  readonly n: number
  readonly half: boolean
  readonly to: number
  /** `Q3`: a sign, which is a time only beside a year or a preposition. */
  readonly sign: boolean
}

const ordinalDigits = (doc: Doc, i: number): number | undefined =>
  doc.tokens.kind[i] === number &&
  doc.tokens.low[i]?.length === 1 &&
  ['e', 'ste', 'de', 'st', 'nd', 'rd', 'th'].includes(doc.tokens.low[i + 1] ?? '') &&
  glued(doc.tokens, i + 1)
    ? Number(doc.tokens.low[i])
    : undefined

/** `Q3`, `kw. 3`, `kwartaal 3`, `H2`. */
function signAt(doc: Doc, i: number): Part | null {
  const { low, kind } = doc.tokens
  const first = low[i]
  const tight = first === 'q' || first === 'h'
  if (!tight && first !== 'kw' && first !== 'kwartaal') return null
  const at = low[i + 1] === '.' && !tight ? i + 2 : i + 1
  const n = kind[at] === number && low[at]?.length === 1 ? Number(low[at]) : 0
  if (n < 1 || n > (first === 'h' ? 2 : 4) || (tight && !glued(doc.tokens, at))) return null
  return { n, half: first === 'h', to: at + 1, sign: true }
}

function partAt(doc: Doc, i: number): Part | null {
  const sign = signAt(doc, i)
  if (sign) return sign
  const { low, kind } = doc.tokens
  const n = doc.lexicon.data.times.ordinals[low[i] ?? ''] ?? ordinalDigits(doc, i)
  if (n === undefined || n < 1 || n > 4) return null
  const at = kind[i] === number ? i + 2 : i + 1
  const unit = low[at] ?? ''
  if (quarterUnits.has(unit)) return { n, half: false, to: at + 1, sign: false }
  if (!halfUnits.has(unit)) return null
  // `het eerste half jaar van 2026`
  const to = unit === 'half' && low[at + 1] === 'jaar' ? at + 2 : at + 1
  return { n: Math.min(n, 2), half: true, to, sign: false }
}

const timeBefore = /^(?:in|uiterlijk|eind|begin|medio|half|vanaf|voor|vóór|per|tot|na|met|rond|by|before|from|\||:|\()$/

export function fractionAt(ctx: Context, i: number): Found | null {
  const { doc, date } = ctx
  const { low } = doc.tokens
  const part = partAt(doc, i)
  if (!part) return null
  const { n, half, sign } = part
  const month = half && /^(?:helft|half)$/.test(low[part.to - 1] ?? '') ? halfMonth(ctx, part) : null
  if (month) return month
  const dashed = sign && low[part.to] === '-' ? yearAt(doc, part.to + 1) : null
  const y = dashed !== null ? { year: dashed, to: part.to + 2 } : yearPhrase(ctx, part.to)
  // `in de tweede helft`, but `de eerste helft is op peil`.
  const article = /^(?:de|het|the)$/.test(low[i - 1] ?? '') ? i - 2 : i - 1
  const named = (!sign && low[part.to - 1] !== 'helft') || timeBefore.test(low[sign ? i - 1 : article] ?? '')
  if (!y && !named) return null
  // `de eerste helft van de eeuw`
  if (!y && low[part.to] === 'van' && !isYear(low[part.to + 1]) && !isYear(low[part.to + 2])) return null
  if (!y && date === null) return sign ? null : open(part.to, half ? 'half' : 'quarter', 'time.quarter')
  const year = y?.year ?? futureYear(ctx, date as Day, n, half, i)
  return {
    to: y?.to ?? part.to,
    base: half ? calendar.half(year, n) : calendar.quarter(year, n),
    rule: half ? 'time.half' : 'time.quarter',
  }
}

/** `in de eerste helft van mei`: days 1-15, and 16 to the last. */
function halfMonth(ctx: Context, part: Part): Found | null {
  const { doc } = ctx
  let k = part.to
  while (/^(?:van|of|de|the|maand)$/.test(doc.tokens.low[k] ?? '')) k++
  const month = k > part.to ? monthAt(doc, k) : null
  const y = month && yearOf(ctx, month.m, null, k, month.to)
  return month && y ? { to: y.to, base: calendar.halfOfMonth(y.year, month.m, part.n), rule: 'time.half-of-month' } : null
}

function futureYear(ctx: Context, date: Day, n: number, half: boolean, i: number): number {
  const span = half ? 6 : 3
  return calendar.bareYear(date, n * span - span + 1, n * span, ctx.future(i))
}

/** `deze maand`, `volgende maand`, `dit kwartaal`, `het komende kwartaal`. */
export function relativePart(ctx: Context, i: number): Found | null {
  const { doc, date } = ctx
  const { low } = doc.tokens
  const unit = low[i + 1]
  const isMonth = unit === 'maand' || unit === 'month'
  if (!isMonth && !quarterUnits.has(unit ?? '')) return null
  const shift = shiftOf(low[i] ?? '')
  if (shift === undefined) return null
  const grain = isMonth ? ('month' as const) : ('quarter' as const)
  if (date === null) return open(i + 2, grain, `time.relative-${grain}`)
  const { year, month } = parts(date)
  const n = isMonth ? month - 1 + shift : Math.floor((month - 1) / 3) + shift
  const size = isMonth ? 12 : 4
  const [y, k] = [year + Math.floor(n / size), ((n % size) + size) % size]
  return { to: i + 2, base: isMonth ? calendar.month(y, k + 1) : calendar.quarter(y, k + 1), rule: `time.relative-${grain}` }
}
