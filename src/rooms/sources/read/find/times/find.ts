/** All time expressions with their preposition and window; what they are for (due, past …) is said later, by the clauses. */
import { type Day, parts } from '../../../../../kernel/day.ts'
import { cover, type Doc, maskCitation, maskTime } from '../../doc.ts'
import * as bit from '../../lexicon/bits.ts'
import { number } from '../../tokens/tokenise.ts'
import { baseAt, type Context, type Found } from './base.ts'
import * as calendar from './calendar.ts'

/** A time as token indexes; `phraseFrom` includes the preposition that stands before it. */
export interface TimeSpan {
  readonly from: number
  readonly to: number
  readonly base: calendar.Base
  readonly rule: string
  readonly mod: string | null
  readonly vague: boolean
}

const units: Record<string, 'day' | 'week' | 'month' | 'year'> = {
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
}

export function findTimes(doc: Doc, future: (i: number) => boolean): TimeSpan[] {
  const ctx: Context = { doc, date: doc.date, future }
  const found: TimeSpan[] = []
  for (let i = 0; i < doc.tokens.count; ) {
    doc.work.steps++
    const opens = doc.tokens.kind[i] === number || (((doc.tokens.bits[i] as number) & bit.timely) !== 0 && follows(doc, i))
    const time = opens && ((doc.mask[i] as number) & maskCitation) === 0 ? timeAt(ctx, i) : null
    if (!time) {
      i++
      continue
    }
    cover(doc, time.from, time.to, maskTime)
    found.push(time)
    i = time.to
  }
  return found
}

/** `voor`, `in`, `met` open a time only where a number or a part of a year stands close behind. */
function follows({ tokens }: Doc, i: number): boolean {
  if (((tokens.bits[i] as number) & bit.opener) === 0) return true
  for (let k = i + 1; k < tokens.count && k <= i + 6; k++)
    if (tokens.kind[k] === number || ((tokens.bits[k] as number) & bit.dated) !== 0) return true
  return false
}

function timeAt(ctx: Context, i: number): TimeSpan | null {
  // What changes a window is a word: a number begins the time itself.
  if (ctx.doc.tokens.kind[i] === number) return vagueAt(ctx, i) ?? plain(ctx, i)
  return vagueAt(ctx, i) ?? eventAt(ctx, i) ?? operated(ctx, i) ?? plain(ctx, i)
}

const span = (from: number, found: Found, extra: Partial<TimeSpan> = {}): TimeSpan => ({
  from,
  to: found.to,
  base: found.base,
  rule: found.rule,
  mod: found.mod ?? null,
  vague: false,
  ...extra,
})

function plain(ctx: Context, i: number): TimeSpan | null {
  const found = baseAt(ctx, i)
  if (!found) return null
  return span(i, found)
}

/** `op korte termijn`, `de komende jaren`: from the letter on, the end is the pack's. */
function vagueAt(ctx: Context, i: number): TimeSpan | null {
  const { doc, date } = ctx
  const { bits, low } = doc.tokens
  if (((bits[i] as number) & bit.vague) === 0) return null
  for (const { words, months } of doc.lexicon.vague.get(low[i] as string) ?? []) {
    if (!words.every((x, k) => low[i + k] === x)) continue
    // A quarter of a year from 6 December ends on 5 March.
    const end = date && months !== null ? calendar.duration(date, months, 'month').to : null
    const to = end ? calendar.apply('before', { from: end, to: end, grain: 'day', timex: null }, date).to : null
    return {
      from: i,
      to: i + words.length,
      base: { from: date, to, grain: 'vague', timex: 'FUTURE_REF' },
      rule: 'time.vague',
      mod: null,
      vague: true,
    }
  }
  return null
}

/** `voor de zomer`, `na het reces`, `voor het zomerreces`, `voor Prinsjesdag`. */
function eventAt(ctx: Context, i: number): TimeSpan | null {
  const { doc, date } = ctx
  const { low } = doc.tokens
  const before = low[i] === 'voor' || low[i] === 'vóór' || low[i] === 'before'
  const after = low[i] === 'na' || low[i] === 'after'
  if (!before && !after) return null
  let k = i + 1
  if (low[k] === 'the' || low[k] === 'het' || low[k] === 'de' || low[k] === 'dit') k++
  const opens = low[k] === '(' ? k + 1 : k
  const name = eventName(doc, opens)
  if (!name) return null
  const y = yearAfter(ctx, name.to)
  const rule = after ? 'time.after-event' : 'time.before-event'
  if (date === null && !y)
    return {
      from: i,
      to: name.to,
      base: { from: null, to: null, grain: 'recess', timex: null },
      rule,
      mod: before ? 'BEFORE' : 'AFTER',
      vague: after,
    }
  const opensAt = (year: number): Day | null => (after ? (name.after ?? name.start)(year) : name.start(year))
  let at: Day | null = null
  for (let n = 0; n < 2 && (at === null || (date !== null && !y && at < date)); n++) at = opensAt((y?.year ?? parts(date as Day).year) + n)
  if (at === null) return null
  const to = y?.to ?? name.to
  const base: calendar.Base = { from: at, to: at, grain: 'recess', timex: null }
  if (before) return { from: i, to, base: calendar.apply('before', base, date), rule, mod: 'BEFORE', vague: false }
  return { from: i, to, base: { from: at, to: null, grain: 'vague', timex: 'FUTURE_REF' }, rule, mod: 'AFTER', vague: true }
}

interface EventName {
  readonly to: number
  readonly start: (year: number) => Day | null
  readonly after?: (year: number) => Day | null
}

/** The House's recesses; "de zomer" before which something is promised is the summer recess. */
function eventName(doc: Doc, i: number): EventName | null {
  const { low } = doc.tokens
  const data = doc.lexicon.data.times
  const word = low[i] ?? ''
  // `(zomer)reces`
  const split = low[i + 1] === ')' && low[i + 2] === 'reces' ? `${word}reces` : null
  const name = split ?? (word === 'summer' && low[i + 1] === 'recess' ? 'zomerreces' : word)
  const to = split ? i + 3 : word === 'summer' && low[i + 1] === 'recess' ? i + 2 : i + 1
  // `voor het reces`: the next of the two long ones.
  if (name === 'reces') {
    const next = doc.date !== null && doc.date.slice(5) > '07-03' ? 'kerstreces' : 'zomerreces'
    return {
      to,
      start: y => calendar.recessStart(data, next, y),
      ...(next === 'zomerreces' ? { after: (y: number) => calendar.month(y, 9).from } : {}),
    }
  }
  if (data.recess[name])
    return {
      to,
      start: y => calendar.recessStart(data, name, y),
      ...(name === 'zomerreces' ? { after: (y: number) => calendar.month(y, 9).from } : {}),
    }
  if (data.fixed[name]) return { to, start: y => calendar.fixedDay(data, name, y) }
  if (word === 'zomer' || word === 'zomervakantie' || word === 'summer')
    return { to, start: y => calendar.recessStart(data, 'zomerreces', y), after: y => calendar.month(y, 9).from }
  if (word === 'kerst' || word === 'kerstmis') return { to, start: y => calendar.recessStart(data, 'kerstreces', y) }
  if (word === 'jaarwisseling') return { to, start: y => calendar.year(y + 1).from }
  return null
}

function yearAfter(ctx: Context, i: number): { year: number; to: number } | null {
  const { low } = ctx.doc.tokens
  const k = low[i] === 'van' ? i + 1 : i
  if (/^(?:19|20)\d\d$/.test(low[k] ?? '')) return { year: Number(low[k]), to: k + 1 }
  if (ctx.date && low[k] === 'volgend' && low[k + 1] === 'jaar') return { year: parts(ctx.date).year + 1, to: k + 2 }
  return null
}

interface Operation {
  readonly to: number
  readonly operator: calendar.Operator
  readonly mod: string | null
}

/** The preposition before a time that changes its window. */
function operatorAt(doc: Doc, i: number): Operation | null {
  const { low } = doc.tokens
  const [a, b, c, d] = [low[i], low[i + 1], low[i + 2], low[i + 3]]
  if (a === 'in' && b === 'de' && c === 'loop' && d === 'van') return { to: i + 4, operator: 'within-course', mod: null }
  if (a === 'met' && b === 'ingang' && c === 'van') return { to: i + 3, operator: 'from', mod: 'START' }
  if (a === 'tot' && b === 'en' && c === 'met') return { to: i + 3, operator: 'until', mod: 'BEFORE' }
  if (a === 't' && b === '/' && c === 'm') return { to: i + 3, operator: 'until', mod: 'BEFORE' }
  if (a === 'per' && b === 'uiterlijk') return { to: i + 2, operator: 'until', mod: 'BEFORE' }
  if (a === 'no' && b === 'later' && c === 'than') return { to: i + 3, operator: 'until', mod: 'BEFORE' }
  if (a === 'uiterlijk')
    return { to: b === 'in' || b === 'op' || b === 'per' || b === 'voor' ? i + 2 : i + 1, operator: 'until', mod: 'BEFORE' }
  if (a === 'eerder' || a === 'earlier') return { to: b === 'in' ? i + 2 : i + 1, operator: 'since-before', mod: 'BEFORE' }
  if (a === 'later' || a === 'nog') return { to: b === 'in' ? i + 2 : i + 1, operator: 'rest', mod: null }
  if (a === 'voor' || a === 'vóór' || a === 'before') return { to: i + 1, operator: 'before', mod: 'BEFORE' }
  if (a === 'by') return { to: i + 1, operator: 'until', mod: 'BEFORE' }
  if (a === 'vanaf' || a === 'per') return { to: i + 1, operator: 'from', mod: 'START' }
  if (a === 'from') return { to: i + 1, operator: 'from', mod: 'START' }
  if (a === 'rond' || a === 'omstreeks' || a === 'circa' || a === 'around') return { to: i + 1, operator: 'around', mod: 'APPROX' }
  if (a === 'sinds' || a === 'since') return { to: i + 1, operator: 'since', mod: null }
  return null
}

const planned = new Set(['gepland', 'ingepland', 'voorzien', 'geagendeerd', 'beoogd', 'geprogrammeerd', 'planning', 'agenda'])

/** `voor het einde van het eerste kwartaal`, `uiterlijk eind Q1`: the end of what follows. */
function endOf(ctx: Context, operator: calendar.Operator, i: number): Found | null {
  const { low } = ctx.doc.tokens
  if ((operator !== 'before' && operator !== 'until') || !/^(?:eind|einde|end)$/.test(low[i] ?? '')) return null
  let k = i + 1
  while (/^(?:van|of|het|de|the)$/.test(low[k] ?? '')) k++
  const found = baseAt(ctx, k)
  return found && (found.base.grain === 'quarter' || found.base.grain === 'half' || found.base.grain === 'season') ? found : null
}

/** Seasons and parts of the year under a preposition carry an article: `voor het einde van 2025`, `rond de zomer 2023`. */
function operated(ctx: Context, i: number): TimeSpan | null {
  const { doc, date } = ctx
  const within = withinAt(ctx, i)
  if (within) return within
  const op = operatorAt(doc, i)
  if (!op) return null
  // `uiterlijk binnen vier weken`
  const inner = op.operator === 'until' ? withinAt(ctx, op.to) : null
  if (inner) return { ...inner, from: i }
  let k = op.to
  if (doc.tokens.low[k] === 'het' || doc.tokens.low[k] === 'de' || doc.tokens.low[k] === 'the') k++
  // `vóór die datum, 1 maart 2026`
  if ((doc.tokens.low[k] === 'die' || doc.tokens.low[k] === 'deze') && doc.tokens.low[k + 1] === 'datum' && doc.tokens.low[k + 2] === ',')
    k += 3
  const whole = endOf(ctx, op.operator, k)
  if (whole)
    return {
      from: i,
      to: whole.to,
      base: calendar.apply('until', whole.base, date),
      rule: `${whole.rule}.before`,
      mod: op.mod,
      vague: false,
    }
  const found = baseAt(ctx, k)
  if (!found) return null
  if (op.operator === 'before' && isScope(doc, i, found)) return null
  // `gepland voor april`: in it, not before it.
  if (op.operator === 'before' && planned.has(doc.tokens.low[i - 1] ?? ''))
    return { from: i, to: found.to, base: found.base, rule: found.rule, mod: null, vague: false }
  const ends = ['eind', 'einde', 'end', 'late'].includes(doc.tokens.low[k] ?? '')
  const base = calendar.apply(op.operator, found.base, date, op.operator === 'before' && ends)
  return { from: i, to: found.to, base, rule: `${found.rule}.${op.operator}`, mod: op.mod, vague: false }
}

/** `voor 2026 en verder`, `dekking voor 2026`: for which years, not by when. */
function isScope(doc: Doc, i: number, found: Found): boolean {
  if (found.rule === 'time.and-on' || found.rule === 'time.range') return true
  if (found.rule !== 'time.year') return false
  for (let k = i - 1; k >= 0 && k >= i - 3; k--) if (doc.lexicon.set.scopeNouns.has(doc.tokens.low[k] ?? '')) return true
  return false
}

/** `binnen zes maanden`, `over twee weken`, `within 30 days`. */
function withinAt(ctx: Context, i: number): TimeSpan | null {
  const { doc, date } = ctx
  const { low, kind } = doc.tokens
  if (low[i] !== 'binnen' && low[i] !== 'within' && low[i] !== 'over') return null
  const n = kind[i + 1] === number ? Number(low[i + 1]) : (doc.lexicon.data.times.counts[low[i + 1] ?? ''] ?? 0)
  // `een halfjaar`, `een half jaar`
  const half = low[i + 2] === 'halfjaar' ? 3 : low[i + 2] === 'half' && low[i + 3] === 'jaar' ? 4 : 0
  const unit = half > 0 ? 'month' : units[low[i + 2] ?? '']
  if (!n || n > 400 || !unit) return null
  const base = calendar.duration(date, half > 0 ? n * 6 : n, unit)
  const at = low[i] === 'over' ? { ...base, from: base.to } : base
  return { from: i, to: i + (half || 3), base: at, rule: low[i] === 'over' ? 'time.over' : 'time.within', mod: null, vague: false }
}
