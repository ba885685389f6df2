/** Which year a time means: written, said by `dit` or `volgend`, by `jl.` or `a.s.`, or left to the clause. */
import { type Day, parts } from '../../../../../kernel/day.ts'
import { type Doc, maskCitation, maskName } from '../../doc.ts'
import { table } from '../../lexicon/table.ts'
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

/** A time that the letter's date would place, and there is none. */
export const open = (to: number, grain: calendar.Base['grain'], rule: string): Found => ({
  to,
  base: { from: null, to: null, grain, timex: null },
  rule,
})

const of = new Set(['van', 'of', 'in', 'the', 'het', 'de'])

/** How many years, seasons or months on or back: `dit`, `volgende`, `komend`, `afgelopen`. */
const shifts: Readonly<Record<string, number>> = table({ dit: 0, deze: 0, this: 0, last: -1, next: 1 })
const ahead = /^(?:volgende?|komende?|aankomende?|aanstaande|eerstkomende?|eerstvolgende?)$/
const back = /^(?:vorige?|afgelopen|verleden)$/
export const shiftOf = (low: string): number | undefined => shifts[low] ?? (ahead.test(low) ? 1 : back.test(low) ? -1 : undefined)

export const isYear = (low: string | undefined): boolean => low === 'jaar' || low === 'year' || low === 'kalenderjaar'

/** `begin2026`: a part of the year with its space lost. */
const partBefore = (doc: Doc, i: number): boolean => doc.lexicon.data.times.parts[doc.tokens.low[i] ?? ''] !== undefined

/** A year as a token: four digits, in a sane range, not part of a longer code. */
export function yearAt(doc: Doc, i: number): number | null {
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
  if (glued(tokens, i) && ((tokens.kind[i - 1] === word && !partBefore(doc, i - 1)) || /^[./,:_]$/.test(previous))) return null
  return Number(low)
}

/** `2025`, `van 2025`, `van dit jaar`, `dit jaar`: which year, and the token behind. */
export function yearPhrase(ctx: Context, at: number): { year: number; to: number } | null {
  const { doc, date } = ctx
  let i = at
  for (let k = 0; k < 2 && of.has(doc.tokens.low[i] ?? ''); k++) i++
  const direct = yearAt(doc, i)
  if (direct !== null) return { year: direct, to: i + 1 }
  const low = doc.tokens.low[i] ?? ''
  const shift = low === 'nieuwe' ? 1 : low === 'lopende' ? 0 : shiftOf(low)
  if (shift === undefined || !isYear(doc.tokens.low[i + 1]) || date === null) return null
  return { year: parts(date).year + shift, to: i + 2 }
}

/** `jl.`, `a.s.`, `aanstaande`, `e.k.` behind a day or month. */
export function nearest(ctx: Context, i: number): { shift: 'last' | 'next'; to: number } | null {
  const { low } = ctx.doc.tokens
  const stopped = (to: number): number => (low[to] === '.' ? to + 1 : to)
  if (low[i] === 'jl' || low[i] === 'jongstleden') return { shift: 'last', to: stopped(i + 1) }
  if (low[i] === 'aanstaande' || low[i] === 'eerstkomend' || low[i] === 'eerstkomende') return { shift: 'next', to: i + 1 }
  const two = low[i + 1] === '.' ? `${low[i]}${low[i + 2]}` : ''
  return two === 'as' || two === 'ek' ? { shift: 'next', to: stopped(i + 3) } : null
}

const sentenceStart = (doc: Doc, i: number): boolean => i === 0 || /^[.:!?|]$/.test(doc.tokens.low[i - 1] ?? '.')

/** A short form (`mrt.`, `okt`) is a month beside a day or a year only. */
function besideNumber(doc: Doc, i: number): boolean {
  const { kind, low } = doc.tokens
  const next = low[i + 1] === '.' ? i + 2 : i + 1
  const day = kind[i - 1] === number && (low[i - 1] as string).length <= 2
  return (kind[next] === number && (low[next] as string).length === 4) || day
}

/** Which month a token names, and the token behind it, its stop taken along. */
export function monthAt(doc: Doc, i: number): { m: number; to: number } | null {
  const low = doc.tokens.low[i] ?? ''
  const m = doc.lexicon.months.get(low)
  if (m === undefined || ((doc.mask[i] as number) & (maskCitation | maskName)) !== 0) return null
  if (doc.language === 'nl' ? capital(doc.tokens, i) && !sentenceStart(doc, i) : !capital(doc.tokens, i)) return null
  const short = (low.length <= 3 && low !== 'mei' && low !== 'may') || low === 'sept'
  if (short && !besideNumber(doc, i)) return null
  return { m, to: short && doc.tokens.low[i + 1] === '.' && doc.tokens.kind[i + 2] === number ? i + 2 : i + 1 }
}

/** The year of a day or month: written, by `jl.`, or by the clause. */
export function yearOf(
  ctx: Context,
  m: number,
  d: number | null,
  i: number,
  at: number,
): { year: number; to: number; rule: string } | null {
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
