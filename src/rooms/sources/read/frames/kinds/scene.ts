/** What every kind of promise is judged by: the clause with its sentence, its times, and the verbs of its right bracket. */
import type { Doc } from '../../doc.ts'
import type { TimeSpan } from '../../find/times/find.ts'
import type { VerbClass } from '../../lexicon/data.ts'
import type { Actor } from '../actors.ts'
import type { Clause } from '../clauses.ts'
import { ahead, isScope, type Times } from '../due.ts'
import { uponEvent } from '../forms/upon.ts'
import { type Inner, type Meaning, meaningOf } from '../verbs.ts'

export interface Act {
  readonly rule: string
  readonly actor: Actor | null
  readonly passive: boolean
  readonly verb: Meaning
  readonly notes: readonly string[]
}

/** Refused with the gate that closed, or nothing to see here. */
export type Verdict = Act | { readonly gate: string } | null

export const acts: ReadonlySet<VerbClass> = new Set(['inform', 'deliver', 'establish', 'study', 'fund', 'decide'])
export const telling: ReadonlySet<VerbClass> = new Set(['inform', 'deliver'])
/** What a thing does when it comes: none of these has an object. */
export const appears = new Set([
  ...['treden', 'volgen', 'verschijnen', 'komen', 'uitkomen', 'plaatsvinden', 'starten', 'beginnen'],
  ...['geschieden', 'voorhangen', 'ingaan', 'openen', 'opengaan', 'aanvangen', 'vrijkomen', 'vervallen'],
])

export interface Scene {
  readonly doc: Doc
  readonly times: Times
  readonly clauses: readonly Clause[]
  readonly index: number
  /** Where the passage begins: before the clause, if fragments (`Over een jaar, in mei 2026,`) or a subject stand in front of it. */
  readonly from: number
  readonly earlier: Actor | null
  /** A promise stands before it in the sentence. */
  readonly after: boolean
  /** The sentence before promised something: `Daarin wordt …` speaks of it. */
  readonly before: boolean
  readonly resolve: (actor: Actor) => Actor
}

export const clauseOf = (s: Scene): Clause => s.clauses[s.index] as Clause

/** `tot en met 2028` says how long something lasts, not by when it comes. */
const lasts = (doc: Doc, time: TimeSpan): boolean => doc.tokens.low[time.from] === 'tot'

/** Where a clause ends that was broken off (`wordt, zodra het er is, in mei gepubliceerd`). */
export function resumedTo(s: Scene): number {
  const next = s.clauses[s.index + 1]
  const rest = s.clauses[s.index + 2]
  return next?.opener && rest?.opener === null && rest.finite < 0 && !rest.joined ? rest.to : clauseOf(s).to
}

/** A time ahead in the clause that is no scope; relative ones count before they are resolved. */
export const dueIn = (s: Scene, from: number, to: number): boolean =>
  s.times.within(from, to).some(i => {
    const time = s.times.all[i]
    return time !== undefined && ahead(time, s.doc.date) && !isScope(s.doc, time) && !lasts(s.doc, time)
  })

/** A time ahead that names a day, a month, a quarter or a year: not `op korte termijn`. */
export const preciseIn = (s: Scene, from: number, to: number): boolean =>
  s.times.within(from, to).some(i => {
    const time = s.times.all[i]
    const known = time !== undefined && (!time.vague || time.rule.startsWith('time.after-event'))
    return known && ahead(time, s.doc.date) && !isScope(s.doc, time) && !lasts(s.doc, time)
  })

/** Of these a closer time than a year. */
const closeIn = (s: Scene, from: number, to: number): boolean =>
  preciseIn(s, from, to) && s.times.within(from, to).some(i => (s.times.all[i]?.base.grain ?? 'year') !== 'year' && !s.times.all[i]?.vague)

/** Verbs of effort that can be counted when their day has come: `per 1 juli verhoogd`. */
const countable = new Set([
  ...['verhogen', 'verlagen', 'vergroten', 'verkleinen', 'verbreden', 'verminderen', 'beperken', 'intensiveren', 'voortzetten', 'inzetten'],
  ...['verkorten', 'investeren', 'verdichten', 'vernieuwen', 'stroomlijnen', 'professionaliseren', 'toerusten', 'verduidelijken'],
])

/** Verbs that take their meaning from their object: `op de site zetten`, `een impuls geven`. With the sender and its day they bring something. */
const light = new Set([
  'voorzien',
  'brengen',
  'zetten',
  'leggen',
  'geven',
  'bieden',
  'leveren',
  'zorgen',
  'gebruiken',
  'benutten',
  'bezoeken',
  ...['voldoen', 'spreken', 'bijwonen', 'begroeten', 'verwelkomen', 'nakomen', 'afdoen', 'vervolgen', 'uitspreken', 'besteden'],
])

/** Verbs of effort that with a day, a month or a quarter say what will be different then. */
const improving = new Set([
  ...['versterken', 'verbeteren', 'borgen', 'waarborgen', 'ondersteunen', 'aanspreken', 'terugdringen', 'activeren', 'experimenteren'],
  ...['optreden', 'bijstaan', 'faciliteren', 'helpen', 'aanmoedigen', 'uitdagen', 'bespoedigen', 'verbinden'],
])

/** A verb that brings something about, or one of effort that can be counted, with its day. */
export const brings = (s: Scene, verb: Meaning): boolean => {
  if (acts.has(verb.class)) return true
  const day = preciseIn(s, s.from, clauseOf(s).to)
  if (verb.class === 'effort')
    return (day && countable.has(verb.lemma)) || (improving.has(verb.lemma) && closeIn(s, s.from, clauseOf(s).to))
  return verb.class === 'stative' && light.has(verb.lemma) && (day || uponEvent(s)) && (verb.lemma !== 'voorzien' || provides(s))
}

/** `worden van een evaluatie voorzien`; without `van` it is to foresee. */
function provides(s: Scene): boolean {
  const clause = clauseOf(s)
  for (let i = clause.finite + 1; i < clause.to; i++) if (s.doc.tokens.low[i] === 'van') return true
  return false
}

/** The verbs of the right bracket: of this clause, or of a later piece when a relative clause stands between. */
export function bracket(s: Scene): readonly Inner[] {
  const clause = clauseOf(s)
  const own = clause.inner.filter(v => v.at > clause.finite)
  if (own.length > 0) return own
  for (let k = s.index + 1; k < s.clauses.length; k++) {
    const next = s.clauses[k] as Clause
    if (next.opener === null && (next.finite >= 0 || next.joined)) break
    const last = next.inner.filter(v => v.at > next.finite)
    if (last.length > 0) return last.slice(-2)
  }
  return []
}

export function sense(s: Scene, verb: Inner): Meaning | null {
  const clause = clauseOf(s)
  if (verb.forms.length === 0) return { lemma: s.doc.tokens.low[verb.at] as string, class: 'establish', at: verb.at }
  return meaningOf(s.doc, verb.at, verb.forms, clause.from, Math.max(clause.to, verb.at + 1))
}
