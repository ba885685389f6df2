/** What will be so by a day, or is planned for it: `is in mei gereed`, `staat gepland voor`, `is voorzien in`, `zal … beschikbaar zijn`. */
import { type Doc, says } from '../../doc.ts'
import * as bit from '../../lexicon/bits.ts'
import { promises, subjectOf } from '../actors.ts'
import type { Clause } from '../clauses.ts'
import { isScope } from '../due.ts'
import { addressed, habit, ofOthers, withinPaper } from '../gates.ts'
import { event } from './comes.ts'
import { sending } from './receives.ts'
import { acts, clauseOf, preciseIn, type Scene, sense, type Verdict } from './scene.ts'

const planned = new Set(['voorzien', 'gepland', 'ingepland', 'beoogd', 'geagendeerd', 'verwacht', 'geprogrammeerd'])
const ready = new Set([
  ...['gereed', 'klaar', 'beschikbaar', 'operationeel', 'online', 'openbaar', 'bereikbaar', 'bedrijfsklaar', 'inzetbaar', 'toegankelijk'],
  ...['afgerond', 'voltooid', 'opgeleverd', 'af', 'rond', 'raadpleegbaar', 'uitgerold', 'bekend', 'leverbaar'],
])

const being = /^(?:is|zijn)$/
const standing = /^(?:staat|staan)$/

/** The word that says what will be so; -1 where none stands in the clause. */
function saidAt(doc: Doc, clause: Clause, words: ReadonlySet<string>): number {
  const { low } = doc.tokens
  for (let i = clause.from; i < clause.to; i++) {
    if (i === clause.finite) continue
    if (words.has(low[i] as string)) return i
    if (words === ready && inPlace(low[i - 2], low[i - 1], low[i])) return i
    if (words === ready && low[i - 1] === 'op' && /^(?:peil|orde|sterkte)$/.test(low[i] as string)) return i
  }
  return -1
}

/** `in de lucht`, `in gebruik`, `van start`, `van kracht`. */
function inPlace(first: string | undefined, second: string | undefined, third: string | undefined): boolean {
  if (second === 'in') return third === 'gebruik' || third === 'bedrijf'
  if (second === 'van') return third === 'kracht'
  return first === 'in' && second === 'de' && third === 'lucht'
}

/** Of a subordinate clause: `die voor het kerstreces gereed zal zijn`. */
export const stateWord = (doc: Doc, clause: Clause): number => Math.max(saidAt(doc, clause, planned), saidAt(doc, clause, ready))

/** `naar verwachting` and `te verwachten` are said at planning. */
const expectedAt = (doc: Doc, clause: Clause): number => {
  for (let i = clause.finite + 1; i < clause.to; i++) if (doc.tokens.low[i] === 'verwachten' && doc.tokens.low[i - 1] === 'te') return i
  return -1
}

/** A bare year far ahead is a goal (`in 2030 is …`), no day by which something comes. */
function goal(s: Scene, clause: Clause): boolean {
  const { date } = s.doc
  const last = date === null ? 9999 : Number(date.slice(0, 4)) + 2
  return s.times.within(clause.from, clause.to).some(i => {
    const base = s.times.all[i]?.base
    return base?.grain === 'year' && base.from !== null && Number(base.from.slice(0, 4)) > last
  })
}

export function state(s: Scene): Verdict {
  const { doc } = s
  const clause = clauseOf(s)
  const low = doc.tokens.low[clause.finite] ?? ''
  const stands = standing.test(low)
  if (/^heb(?:t|ben)?$|^heeft$/.test(low)) return holds(s) ?? willHaveDone(s) ?? takesPlace(s)
  // `wordt op 1 juli 2026 van kracht`
  if (/^word(?:t|en)$/.test(low)) return inForce(doc, clause) >= 0 ? said(s, inForce(doc, clause)) : null
  if (!stands && !being.test(low)) return null
  let at = saidAt(doc, clause, planned)
  if (at < 0 && stands && onAgenda(doc, clause)) at = clause.finite
  if (at < 0 && !stands) at = saidAt(doc, clause, ready)
  if (at < 0 && !stands) at = expectedAt(doc, clause)
  if (at < 0 && stands) at = openAt(doc, clause)
  if (at < 0 && onDay(s)) at = clause.finite
  if (at < 0 && placed(doc, clause)) at = clause.finite
  if (at < 0 && !stands) at = doneBy(s)
  return at < 0 ? null : said(s, at)
}

/** `zal … gereed zijn`. */
export function readyToCome(s: Scene): Verdict {
  const { doc } = s
  const clause = clauseOf(s)
  let be = false
  for (let i = clause.finite + 1; i < clause.to; i++) if (doc.tokens.low[i] === 'zijn' || doc.tokens.low[i] === 'staan') be = true
  if (!be) return null
  const at = stateWord(doc, clause)
  return at < 0 ? null : said(s, at)
}

/** `van kracht`, `openbaar`: what becomes so. */
function inForce(doc: Doc, clause: Clause): number {
  const { low } = doc.tokens
  for (let i = clause.finite + 1; i < clause.to; i++)
    if (/^(?:openbaar|operationeel|beschikbaar)$/.test(low[i] as string) || (low[i] === 'kracht' && low[i - 1] === 'van')) return i
  return -1
}

/** `staat vanaf 1 oktober open`. */
function openAt(doc: Doc, clause: Clause): number {
  for (let i = clause.finite + 1; i < clause.to; i++)
    if ((doc.tokens.low[i] === 'open' && doc.tokens.low[i - 1] !== 'nog') || doc.tokens.low[i] === 'online') return i
  return -1
}

/** `De aftrap is op 8 september`: an event, and its day at once behind the verb. */
function onDay(s: Scene): boolean {
  const { doc } = s
  const clause = clauseOf(s)
  const next = s.times.within(clause.finite + 1, clause.finite + 4)[0]
  const time = next === undefined ? undefined : s.times.all[next]
  if (!time || time.to < clause.to - 1 || time.base.grain === 'year') return false
  return event(doc, clause, subjectOf(doc, clause, s.earlier))
}

/** `Eind 2026 heeft het kabinet de richtlijn omgezet`: a day that is yet to come. */
function willHaveDone(s: Scene): Verdict {
  const { doc } = s
  const clause = clauseOf(s)
  const { date } = doc
  const later = s.times.within(s.from, clause.to).some(i => {
    const from = s.times.all[i]?.base.from ?? null
    return from !== null && date !== null && from > date && precise(s, i)
  })
  const participle = later && !clause.negated ? clause.inner.findLast(v => v.kind === 'participle') : undefined
  const verb = participle ? sense(s, participle) : null
  if (!verb || !acts.has(verb.class)) return null
  const actor = s.resolve(subjectOf(doc, clause, s.earlier))
  return promises(actor.role) ? { rule: 'commitment.state', actor, passive: false, verb, notes: ['commitment.time-ahead'] } : null
}

const precise = (s: Scene, i: number): boolean => {
  const time = s.times.all[i]
  return time !== undefined && !time.vague && time.rule !== 'time.year' && !isScope(s.doc, time)
}

/** `De ondertekening heeft plaats in juni`. */
function takesPlace(s: Scene): Verdict {
  const { doc } = s
  const clause = clauseOf(s)
  for (let i = clause.finite + 1; i < clause.to; i++)
    if (doc.tokens.low[i] === 'plaats' && ((doc.tokens.bits[i - 1] as number) & bit.determiner) === 0)
      return event(doc, clause, subjectOf(doc, clause, s.earlier)) ? said(s, i) : null
  return null
}

const had = /^(?:antwoord|uitsluitsel|duidelijkheid|bericht|zekerheid|helderheid)$/

/** `heeft u mijn antwoord`: the House will have it by then. */
function holds(s: Scene): Verdict {
  const { doc } = s
  const clause = clauseOf(s)
  if (clause.inner.some(v => v.kind === 'participle') || !addressed(doc, clause.from, Math.min(clause.finite + 4, clause.to))) return null
  for (let i = clause.finite + 1; i < clause.to; i++) {
    if (!says(doc, i, bit.product) && !had.test(doc.tokens.low[i] as string)) continue
    const given = said(s, i)
    return given && 'rule' in given ? { ...given, rule: 'commitment.receives', actor: sending(clause), passive: false } : given
  }
  return null
}

function said(s: Scene, at: number): Verdict {
  const { doc } = s
  const clause = clauseOf(s)
  if (clause.negated) return { gate: 'negated' }
  if (hopes(doc, clause) || !preciseIn(s, s.from, clause.to) || goal(s, clause)) return { gate: 'running' }
  if (withinPaper(doc, clause.from, clause.to)) return { gate: 'within-paper' }
  if (ofOthers(doc, clause)) return { gate: 'other-actor' }
  const actor = s.resolve(subjectOf(doc, clause, s.earlier))
  if (actor.role === 'other') return { gate: 'other-actor' }
  // `Een vergunning is binnen acht weken gereed`: so it goes with each.
  const each = doc.tokens.low[actor.from] === 'een' && s.times.within(s.from, clause.to).some(i => s.times.all[i]?.rule === 'time.within')
  if (each) return { gate: 'habit' }
  const verb = { lemma: doc.tokens.low[at] as string, class: 'establish' as const, at }
  return { rule: 'commitment.state', actor: null, passive: true, verb, notes: ['commitment.sender-assumed', 'commitment.time-ahead'] }
}

/** `het streven is … gereed te hebben`: what is hoped for is not said to come. */
function hopes(doc: Doc, clause: Clause): boolean {
  for (let i = clause.from; i < clause.to; i++)
    if (!/^verwacht(?:en)?$/.test(doc.tokens.low[i] as string) && doc.lexicon.phrases.soft.at(doc.tokens, i) > 0) return true
  return false
}

/** `is in september bij uw Kamer`, `is er in maart`, `staat in juni in de Staatscourant`: where it will be. */
function placed(doc: Doc, clause: Clause): boolean {
  const { low } = doc.tokens
  for (let i = clause.from; i < clause.to; i++) {
    if (/^(?:staatscourant|staatsblad|tractatenblad)$/.test(low[i] as string) && standing.test(low[clause.finite] ?? '')) return true
    if (low[i] === 'bij' && /^(?:u|uw)$/.test(low[i + 1] ?? '') && clause.inner.every(v => v.kind !== 'participle')) return true
  }
  return low[clause.finite + 1] === 'er' && /^(?:die|dat|dit|deze|dan)$/.test(low[clause.finite - 1] ?? '')
}

/** `zijn uiterlijk in juli vervuld`, `is per 1 juli ook voor bedrijven opengesteld`: done by a day ahead, or from it on. */
function doneBy(s: Scene): number {
  const { doc } = s
  const clause = clauseOf(s)
  const { date } = doc
  const by = s.times.within(s.from, clause.to).some(i => {
    const time = s.times.all[i]
    if (!time || date === null || time.vague) return false
    if (time.rule.startsWith('time.year')) return false
    if (time.mod === 'START') return time.base.from !== null && time.base.from > date && time.base.grain !== 'year'
    return time.mod === 'BEFORE' && time.base.to !== null && time.base.to > date && time.base.from === date
  })
  if (habit(doc, clause) || s.resolve(subjectOf(doc, clause, s.earlier)).role === 'other') return -1
  const participle = by ? clause.inner.findLast(v => v.kind === 'participle') : undefined
  const verb = participle ? sense(s, participle) : null
  return verb &&
    participle &&
    (acts.has(verb.class) || participle.forms.length === 0) &&
    verb.class !== 'fund' &&
    doc.tokens.low[participle.at] !== 'verplicht'
    ? participle.at
    : -1
}

/** `staat op de agenda van`, `staat op de rol`. */
function onAgenda(doc: Doc, clause: Clause): boolean {
  const { low } = doc.tokens
  for (let i = clause.finite + 1; i + 2 < clause.to; i++)
    if (low[i] === 'op' && /^(?:agenda|rol|planning|programma)$/.test(low[i + 2] as string)) return true
  return false
}
