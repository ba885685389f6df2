/** All time expressions with their preposition and window; what they are for (due, past …) is said later, by the clauses. */
import { type Day, parts } from '../../../../../kernel/day.ts'
import { cover, type Doc, maskCitation, maskTime } from '../../doc.ts'
import * as bit from '../../lexicon/bits.ts'
import { table } from '../../lexicon/table.ts'
import { number } from '../../tokens/tokenise.ts'
import { baseAt } from './base.ts'
import * as calendar from './calendar.ts'
import { daysAt, units } from './days.ts'
import { type Context, type Found, isYear } from './years.ts'

/** A time as token indexes; `phraseFrom` includes the preposition that stands before it. */
export interface TimeSpan {
  readonly from: number
  readonly to: number
  readonly base: calendar.Base
  readonly rule: string
  readonly mod: string | null
  readonly vague: boolean
}

export function findTimes(doc: Doc, future: (i: number) => boolean): TimeSpan[] {
  const ctx: Context = { doc, date: doc.date, future }
  const found: TimeSpan[] = []
  for (let i = 0; i < doc.tokens.count; ) {
    doc.work.steps++
    const opens = doc.tokens.kind[i] === number || (((doc.tokens.bits[i] as number) & bit.timely) !== 0 && follows(doc, i))
    let time = opens && ((doc.mask[i] as number) & maskCitation) === 0 ? timeAt(ctx, i) : null
    if (!time) {
      i++
      continue
    }
    // `van 5 tot en met 9 mei`: its preposition is no opener elsewhere.
    if (time.rule === 'time.days' && doc.tokens.low[i - 1] === 'van') time = { ...time, from: i - 1 }
    cover(doc, time.from, time.to, maskTime)
    found.push(time)
    i = time.to
  }
  return found
}

/** Frequent words that open a time before one other only. */
const narrow: Readonly<Record<string, RegExp>> = table({
  op: /^(?:zijn|haar|z'n|of)$/,
  te: /^rekenen$/,
  ten: /^(?:laatste|langste)$/,
  as: /^(?:from|of)$/,
  not: /^later$/,
})

/** `voor`, `in`, `met` open a time only where a number or a part of a year stands close behind. */
function follows({ tokens }: Doc, i: number): boolean {
  if (((tokens.bits[i] as number) & bit.opener) === 0) return true
  const second = narrow[tokens.low[i] as string]
  if (second && !second.test(tokens.low[i + 1] ?? '')) return false
  for (let k = i + 1; k < tokens.count && k <= i + 6; k++)
    if (tokens.kind[k] === number || ((tokens.bits[k] as number) & bit.dated) !== 0) return true
  return false
}

function timeAt(ctx: Context, i: number): TimeSpan | null {
  // What changes a window is a word: a number begins the time itself.
  if (ctx.doc.tokens.kind[i] === number) return vagueAt(ctx, i) ?? days(ctx, i) ?? plain(ctx, i)
  if (ctx.doc.tokens.low[i] === 'tussen') {
    const between = days(ctx, i)
    if (between) return between
  }
  return vagueAt(ctx, i) ?? eventAt(ctx, i) ?? latestBefore(ctx, i) ?? operated(ctx, i) ?? plain(ctx, i)
}

/** `uiterlijk voor de zomer`. */
function latestBefore(ctx: Context, i: number): TimeSpan | null {
  const found = ctx.doc.tokens.low[i] === 'uiterlijk' ? eventAt(ctx, i + 1) : null
  return found && { ...found, from: i }
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

function days(ctx: Context, i: number): TimeSpan | null {
  const found = daysAt(ctx, i)
  return found ? span(i, found) : null
}

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
  const turn = (low[i] === 'rond' || low[i] === 'omstreeks') && low[i + 1] === 'de' && low[i + 2] === 'jaarwisseling'
  if (turn && date !== null) {
    const { year } = parts(date)
    const base: calendar.Base = { from: calendar.month(year, 12).from, to: calendar.month(year + 1, 1).to, grain: 'season', timex: null }
    return { from: i, to: i + 3, base, rule: 'time.turn-of-year', mod: 'APPROX', vague: false }
  }
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
  if (word === 'jaarwisseling' || word === 'jaareinde' || word === 'jaareind') return { to, start: y => calendar.year(y + 1).from }
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

/** The words before a time that change its window, longest first: the words, the operator, and its TIMEX mod. */
const operations: readonly (readonly [words: string, operator: calendar.Operator, mod: string | null])[] = [
  ['in de loop van', 'within-course', null],
  ['in the course of', 'within-course', null],
  ['te rekenen vanaf', 'from', 'START'],
  ['met ingang van', 'from', 'START'],
  ['ingaande', 'from', 'START'],
  ['as from', 'from', 'START'],
  ['as of', 'from', 'START'],
  ['starting', 'from', 'START'],
  ['vanaf', 'from', 'START'],
  ['from', 'from', 'START'],
  ['per uiterlijk', 'until', 'BEFORE'],
  ['per', 'from', 'START'],
  ['tot en met', 'until', 'BEFORE'],
  ['t / m', 'until', 'BEFORE'],
  ['no later than', 'until', 'BEFORE'],
  ['not later than', 'until', 'BEFORE'],
  ['later dan', 'until', 'BEFORE'],
  ...['op', 'in', 'tegen', ''].flatMap(
    word =>
      [
        [`ten laatste ${word}`.trim(), 'until', 'BEFORE'],
        [`ten langste ${word}`.trim(), 'until', 'BEFORE'],
        [`op zijn laatst ${word}`.trim(), 'until', 'BEFORE'],
        [`op z'n laatst ${word}`.trim(), 'until', 'BEFORE'],
        [`op haar laatst ${word}`.trim(), 'until', 'BEFORE'],
      ] as const,
  ),
  ...['voor of op', 'vóór of op', 'op of voor', 'op of vóór', 'uiterlijk in', 'uiterlijk op', 'uiterlijk per', 'uiterlijk voor'].map(
    words => [words, 'until', 'BEFORE'] as const,
  ),
  ['uiterlijk met', 'until', 'BEFORE'],
  ['uiterlijk tegen', 'until', 'BEFORE'],
  ['uiterlijk', 'until', 'BEFORE'],
  ['eerder in', 'since-before', 'BEFORE'],
  ['earlier in', 'since-before', 'BEFORE'],
  ['eerder', 'since-before', 'BEFORE'],
  ['earlier', 'since-before', 'BEFORE'],
  ['later in', 'rest', null],
  ['later', 'rest', null],
  ['nog in', 'rest', null],
  ['nog', 'rest', null],
  ['voor', 'before', 'BEFORE'],
  ['vóór', 'before', 'BEFORE'],
  ['before', 'before', 'BEFORE'],
  ['by', 'until', 'BEFORE'],
  ['tegen', 'toward', null],
  ['op of omstreeks', 'around', 'APPROX'],
  ['rond', 'around', 'APPROX'],
  ['omstreeks', 'around', 'APPROX'],
  ['circa', 'around', 'APPROX'],
  ['around', 'around', 'APPROX'],
  ['sinds', 'since', null],
  ['since', 'since', null],
  ['na', 'after', 'AFTER'],
  ['after', 'after', 'AFTER'],
]

const byFirst = new Map<
  string,
  { readonly words: readonly string[]; readonly operator: calendar.Operator; readonly mod: string | null }[]
>()
for (const [text, operator, mod] of operations) {
  const words = text.split(' ')
  byFirst.set(words[0] as string, [...(byFirst.get(words[0] as string) ?? []), { words, operator, mod }])
}
for (const list of byFirst.values()) list.sort((a, b) => b.words.length - a.words.length)

function operatorAt(doc: Doc, i: number): Operation | null {
  const { low } = doc.tokens
  for (const { words, operator, mod } of byFirst.get(low[i] ?? '') ?? []) {
    let k = 1
    while (k < words.length && low[i + k] === words[k]) k++
    if (k === words.length) return { to: i + k, operator, mod }
  }
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
  const { low } = doc.tokens
  const within = withinAt(ctx, i)
  if (within) return within
  const op = operatorAt(doc, i)
  if (!op) return null
  // `uiterlijk binnen vier weken`, `uiterlijk over drie maanden`
  const inner = op.operator === 'until' ? withinAt(ctx, op.to) : null
  if (inner) return { ...inner, from: i, base: { ...inner.base, from: date }, rule: 'time.within' }
  let k = op.to
  if (low[k] === 'het' || low[k] === 'de' || low[k] === 'the') k++
  // `vóór die datum, 1 maart 2026`
  if ((low[k] === 'die' || low[k] === 'deze') && low[k + 1] === 'datum' && low[k + 2] === ',') k += 3
  if (early.test(low[k] ?? '')) k++
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
  const { operator } = op
  if (operator === 'before' && isScope(doc, i, found)) return null
  // `gepland voor april`: in it, not before it.
  if (operator === 'before' && isPlanned(doc, i))
    return { from: i, to: found.to, base: found.base, rule: found.rule, mod: null, vague: false }
  // `tegen 1 juli` is by then, `tegen de zomer` when it comes.
  if (operator === 'toward')
    return found.base.grain === 'day'
      ? { ...span(i, found), base: calendar.apply('until', found.base, date), rule: `${found.rule}.until`, mod: 'BEFORE' }
      : span(i, found)
  if (operator === 'after' && found.base.to === null) return null
  const ends = ['eind', 'einde', 'end', 'late'].includes(low[k] ?? '')
  const base = calendar.apply(operator, found.base, date, operator === 'before' && ends)
  return { from: i, to: found.to, base, rule: `${found.rule}.${operator}`, mod: op.mod, vague: false }
}

const early = /^(?:vroege|late|nieuwe)$/

/** `staat gepland voor`, and with the verb behind it: `voor april op de planning`. */
function isPlanned(doc: Doc, i: number): boolean {
  const { low } = doc.tokens
  if (planned.has(low[i - 1] ?? '') || (low[i - 1] === 'staat' && low[i - 2] !== 'de') || low[i - 1] === 'staan') return true
  for (let k = i + 2; k <= i + 7; k++) {
    if (planned.has(low[k] ?? '')) return true
    if (/^[.,;:]$/.test(low[k] ?? '.')) return false
  }
  return false
}

/** `voor 2026 en verder`, `dekking voor 2026`: for which years, not by when. */
function isScope(doc: Doc, i: number, found: Found): boolean {
  if (found.rule === 'time.and-on' || found.rule === 'time.range') return true
  if (found.rule !== 'time.year') return false
  for (let k = i - 1; k >= 0 && k >= i - 3; k--) if (doc.lexicon.set.scopeNouns.has(doc.tokens.low[k] ?? '')) return true
  return false
}

/** What a term may run from and be one from the letter: other events have no day. */
const fromNow = /^(?:vandaag|heden|nu|dagtekening|verzending|deze|dit|today)$/

/** `binnen zes maanden`, `over twee weken`, `within 30 days`, `binnen anderhalf jaar`, `binnen vier tot zes weken`. */
function withinAt(ctx: Context, i: number): TimeSpan | null {
  const { doc, date } = ctx
  const { low } = doc.tokens
  if (low[i] !== 'binnen' && low[i] !== 'within' && low[i] !== 'over') return null
  let at = i + 1
  if (low[at] === 'uiterlijk' || low[at] === 'hooguit') at++
  else if (low[at] === 'nu' && low[at + 1] === 'en') at += 2
  if (countAt(doc, at) && /^(?:tot|à|of|-)$/.test(low[at + 1] ?? '') && countAt(doc, at + 2)) at += 2
  const n = countAt(doc, at)
  // `een halfjaar`, `een half jaar`, `anderhalf jaar`
  const year = low[at] === 'anderhalf' && isYear(low[at + 1]) ? 18 : 0
  const half = low[at + 1] === 'halfjaar' ? 2 : low[at + 1] === 'half' && low[at + 2] === 'jaar' ? 3 : 0
  const unit = year || half ? 'month' : units[low[at + 1] ?? '']
  if ((!n && !year) || n > 400 || !unit) return null
  const to = at + (half || 2)
  const event = low[to] === 'na' || low[to] === 'after' || low[to] === 'of'
  if (event && !fromNow.test(low[to + 1] ?? '')) return null
  const base = calendar.duration(date, year || (half ? n * 6 : n), unit)
  const over = low[i] === 'over'
  return { from: i, to, base: over ? { ...base, from: base.to } : base, rule: over ? 'time.over' : 'time.within', mod: null, vague: false }
}

const countAt = ({ tokens, lexicon }: Doc, i: number): number =>
  tokens.kind[i] === number ? Number(tokens.low[i]) : (lexicon.data.times.counts[tokens.low[i] ?? ''] ?? 0)
