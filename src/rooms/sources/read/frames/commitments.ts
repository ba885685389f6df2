/** From judged clauses to commitments: spans, actors by name, due windows, what is shared in coordination, what was promised before. */
import type { Day } from '../../../../kernel/day.ts'
import { type Doc, maskTime, passage, reason, textOf } from '../doc.ts'
import * as bit from '../lexicon/bits.ts'
import type { Band, Citation, Commitment, Reason } from '../reading.ts'
import type { Sentence } from '../tokens/sentences.ts'
import { word } from '../tokens/tokenise.ts'
import { type Actor, promises, subjectOf } from './actors.ts'
import { type Clause, clausesOf } from './clauses.ts'
import { ahead, isScope, type Times } from './due.ts'
import { ofThese } from './forms/borders.ts'
import { entry } from './forms/entries.ts'
import { type Draft, keeps, reported } from './forms/reported.ts'
import { addressed } from './gates.ts'
import { carries, hanging, subordinate } from './hanging.ts'
import { fragment, keepStem, listed, numbered } from './kinds/items.ts'
import { type Act, preciseIn, type Scene, type Verdict } from './kinds/scene.ts'
import { judge } from './promise.ts'
import { meaningOf } from './verbs.ts'

export interface Cast {
  /** The actor's name in the reading; null where nobody is named. */
  readonly nameOf: (actor: Actor, sentence: Sentence) => { name: string | null; given: boolean }
  /** A pronoun becomes the last office named before it, if that is near. */
  readonly resolve: (actor: Actor, sentence: Sentence) => Actor
  readonly addressee: string | null
  readonly citations: readonly Citation[]
}

export interface FoundCommitment {
  readonly commitment: Commitment
  /** Index of the time that is its due window, or -1. */
  readonly due: number
  readonly from: number
  readonly to: number
}

/** Where the last sentence ended that promised something; it is forgotten with the reading. */
const ended = new WeakMap<Doc, number>()

export function commitmentsIn(doc: Doc, sentence: Sentence, times: Times, cast: Cast): FoundCommitment[] {
  const clauses = clausesOf(doc, sentence)
  const item = doc.flow.blocks[sentence.block]?.kind === 'item' || numbered(doc, sentence)
  if (!item) keepStem(doc, sentence, clauses)
  const drafts: Draft[] = []
  let earlier: Actor | null = null
  let shared: Act | null = null
  /** The main clause before lets a `dat` clause promise. */
  let carrier = false
  const resolve = (actor: Actor): Actor => cast.resolve(actor, sentence)
  for (let index = 0; index < clauses.length; index++) {
    const clause = clauses[index] as Clause
    const scene: Scene = {
      doc,
      times,
      clauses,
      index,
      from: beginning(doc, times, clauses, index),
      earlier,
      after: drafts.length > 0,
      before: ended.get(doc) === sentence.from,
      resolve,
    }
    if (clause.opener === null) {
      const told = reported(scene)
      if (told.length > 0 && !((sentence.says & bit.delivers) !== 0 && keeps(doc, sentence))) {
        for (const draft of told) drafts.push(draft)
        shared = told.at(-1)?.promise ?? null
        continue
      }
      const verdict: Verdict =
        (item ? listed(scene) : null) ?? (clause.finite >= 0 ? judged(scene) : (joined(scene, shared, drafts.at(-1)) ?? fragment(scene)))
      const actor: Actor | null = clause.finite >= 0 ? scene.resolve(subjectOf(doc, clause, earlier)) : earlier
      if (verdict && 'rule' in verdict) {
        if (verdict.rule === 'commitment.performative') {
          const inside = promised(scene, verdict)
          if (inside.length === 0) {
            const next = clauses[index + 1]
            const held = next?.opener === 'dat' ? subordinate({ ...scene, index: index + 1 }, 'commitment.under', false) : null
            if (held && next)
              inside.push({
                promise: held.actor ? held : { ...held, actor: verdict.actor, passive: false },
                from: next.from + 1,
                to: next.to,
                reported: false,
              })
          }
          if (inside.length > 0) {
            drafts.push(...inside)
            // What stands under the promise has been taken: it is not read a second time.
            while (index + 1 < clauses.length && (clauses[index + 1]?.from ?? 0) < (inside.at(-1)?.to ?? 0)) index++
            shared = verdict
            earlier = actor
            continue
          }
        }
        drafts.push({ promise: verdict, from: upon(doc, times, clauses, index), to: clause.to, reported: false })
        shared = verdict
      } else shared = willTell(clause, actor, verdict)
      earlier = actor
      if (clause.finite < 0 && clause.inner.length === 0 && (!earlier || earlier.role === 'unknown'))
        earlier = subjectOf(doc, { ...clause, finite: clause.to }, null)
      carrier = carries(doc, clause, actor) && (!(verdict && 'rule' in verdict) || doc.tokens.low[clause.to - 1] === 'verstande')
    } else if (clause.opener === 'dat' && carrier) {
      const held = subordinate(scene, 'commitment.under', false)
      // `De minister meldt mij dat …`: who says so has it done.
      const says = held && !held.actor ? teller(doc, clauses[index - 1], earlier) : null
      if (held && says)
        drafts.push({
          promise: { ...held, actor: says, passive: false },
          from: clauses[index - 1]?.from ?? clause.from,
          to: clause.to,
          reported: false,
        })
      else if (held) drafts.push({ promise: held, from: clause.from + 1, to: clause.to, reported: false })
    } else if (!drafts.at(-1)?.reported && earlier?.role !== 'other') {
      const hung = hanging(scene, !(drafts.length > 0 && shared))
      if (hung) drafts.push({ promise: hung, from: clause.from + 1, to: clause.to, reported: false })
    }
  }
  // What hangs between a verb and its bracket ends where the bracket stands.
  for (let k = drafts.length - 1; k > 0; k--) {
    const [main, hung] = [drafts[k - 1] as Draft, drafts[k] as Draft]
    const at = main.promise.verb.at
    const stop = doc.tokens.low.indexOf(',', hung.from)
    if (hung.promise.rule === 'commitment.hanging' && at < hung.to && stop >= 0 && stop < at) drafts.splice(k, 1)
  }
  close(drafts, clauses, sentence)
  const found = drafts.length === 0 ? entry(doc, sentence, times, item) : null
  if (found) drafts.push(found)
  if (drafts.length > 0) ended.set(doc, sentence.to)
  return drafts.map(d => finish(doc, sentence, d, times, cast))
}

/** `Ik zal erop toezien dat … en u daarover rapporteren`: the first is no promise of its own, and `zal` is shared. */
function willTell(clause: Clause, actor: Actor | null, verdict: Verdict): Act | null {
  const effort = verdict !== null && 'gate' in verdict && /^(?:effort|consider|stative|softened)$/.test(verdict.gate)
  if (!effort || clause.kind !== 'future' || clause.negated || !actor || !promises(actor.role)) return null
  return { rule: 'commitment.future', actor, passive: false, verb: { lemma: '', class: 'inform', at: clause.finite }, notes: [] }
}

/** `Start consultatie: april`: what looks like a verb may be none. */
const judged = (scene: Scene): Verdict => {
  const verdict = judge(scene)
  return verdict && 'rule' in verdict ? verdict : (fragment(scene) ?? verdict)
}

const teller = (doc: Doc, main: Clause | undefined, actor: Actor | null): Actor | null =>
  main && actor?.role === 'office' && /^(?:meldt|bericht|bevestigt)$/.test(doc.tokens.low[main.finite] ?? '') ? actor : null

/** `De groep die …, zal …`: a subject that a relative clause parts from its verb belongs to the passage. */
function beginning(doc: Doc, times: Times, clauses: readonly Clause[], index: number): number {
  const clause = clauses[index] as Clause
  const led = clauses[index - 1]
  // `15 april 2026: de werkgroep levert …`
  if (led && led.finite < 0 && led.opener === null && onlyTime(doc, led) && soon(doc, times, led)) return led.from
  if (clause.finite !== clause.from) return clause.from
  for (let k = index - 1; k >= 0; k--) {
    const before = clauses[k] as Clause
    if (before.opener === null)
      return before.finite < 0 && (!before.joined || (before.inner.length === 0 && doc.tokens.low[before.to - 1] === ','))
        ? before.from
        : clause.from
  }
  return clause.from
}

/** A time and a colon or a dash. */
function onlyTime({ tokens, mask }: Doc, { from, to }: Clause): boolean {
  const last = tokens.low[to - 1]
  if (last !== ':' && last !== '–' && last !== '-') return false
  for (let i = from; i < to; i++) if (tokens.kind[i] === word && ((mask[i] as number) & maskTime) === 0) return false
  return true
}

/** A day without a year in a list of days is the nearest one: `13 januari:` in a letter of February has passed. */
function soon(doc: Doc, times: Times, { from, to }: Clause): boolean {
  const { date } = doc
  const time = times.all[times.within(from, to)[0] ?? -1]
  if (time?.rule !== 'time.day' || date === null || time.base.from === null) return true
  const year = doc.tokens.low.slice(from, to).some(low => /^\d{4}$/.test(low))
  return year || time.base.from.slice(0, 4) === date.slice(0, 4) || date.slice(5, 7) >= '10'
}

const events = new Set(['zodra', 'nadat'])

/** `Zodra het advies er is, zend ik …`: upon what it comes belongs to the passage, as a time would. */
function upon(doc: Doc, times: Times, clauses: readonly Clause[], index: number): number {
  const before = clauses[index - 1]
  const here = clauses[index] as Clause
  // `ontkoppeling van contracten: inwerkingtreding per 1 juli`
  if (here.finite < 0 && before && before.finite < 0 && before.opener === null && doc.tokens.low[before.to - 1] === ':') return before.from
  // `Hoe dat eruitziet, zet ik uiteen …`
  if (before && /^(?:hoe|wat|welke)$/.test(before.opener ?? '') && doc.tokens.low[before.to - 1] === ',' && here.finite === here.from)
    return before.from
  const first = before && events.has(before.opener ?? '') && doc.tokens.low[before.to - 1] === ','
  return first ? before.from : beginning(doc, times, clauses, index)
}

/** A clause after `en` without a finite verb of its own: it shares the verb that went before, or the act of telling. */
function joined(s: Scene, shared: Act | null, last: Draft | undefined): Act | null {
  const clause = s.clauses[s.index] as Clause
  const alone = shared?.verb.lemma === ''
  if (!shared || !clause.joined || (!alone && (!last || last.reported))) return null
  const inner = clause.inner.filter(v => v.at > clause.from).at(-1)
  const verb = inner ? meaningOf(s.doc, inner.at, inner.forms, clause.from, clause.to) : null
  if (alone && !(verb && (verb.class === 'inform' || verb.class === 'deliver') && addressed(s.doc, clause.from, clause.to))) return null
  const says = verb?.class === 'content' && /^(?:daarbij|daarin|hierbij)$/.test(s.doc.tokens.low[clause.from + 1] ?? '')
  if (verb && (says || ['inform', 'deliver', 'establish', 'decide', 'study'].includes(verb.class)))
    return { ...shared, rule: 'commitment.joined', verb, notes: ['commitment.shared-actor'] }
  const timed = s.times
    .within(clause.from, clause.to)
    .some(i => (s.times.all[i]?.from ?? 0) <= clause.from + 3 && ahead(s.times.all[i] as Times['all'][number], s.doc.date))
  const start = s.doc.tokens.low[clause.from] === ',' ? clause.from + 1 : clause.from
  const rest = ofThese.has(s.doc.tokens.low[start + 1] ?? '') && shared.rule !== 'commitment.told'
  // `worden in oktober gedeeld en in november in een Kamerbrief verwerkt`
  const second = timed && verb && shared.passive && inner?.kind === 'participle' && !['stative', 'harm', 'consider'].includes(verb.class)
  if (second) return { ...shared, rule: 'commitment.joined', verb, notes: ['commitment.shared-actor'] }
  return (timed || (rest && preciseIn(s, clause.from, clause.to))) && (rest || shared.rule.startsWith('commitment.appears'))
    ? { ...shared, rule: 'commitment.joined', notes: ['commitment.verb-left-out'] }
    : null
}

/** `dat ik … zal brengen … en uw Kamer daarover informeren`, under a verb of promising. */
function promised(s: Scene, verdict: Act): Draft[] {
  const found: Draft[] = []
  let open = false
  for (let k = s.index + 1; k < s.clauses.length; k++) {
    const clause = s.clauses[k] as Clause
    if (clause.opener === 'dat') open = true
    else if (!(open && clause.joined)) continue
    const verb = clause.inner
      .map(v => meaningOf(s.doc, v.at, v.forms, clause.from, clause.to))
      .filter(v => v !== null)
      .at(-1)
    if (!verb || clause.negated || verb.class === 'stative' || verb.class === 'harm') continue
    found.push({
      promise: { ...verdict, verb, notes: ['commitment.under-promise'] },
      from: clause.from + (clause.opener || clause.joined ? 1 : 0),
      to: clause.to,
      reported: false,
    })
  }
  return found
}

/** A promise runs to the next one, or to the end of the sentence, over its own subordinate clauses. */
function close(drafts: Draft[], clauses: readonly Clause[], sentence: Sentence): void {
  drafts.forEach((draft, k) => {
    let next = drafts[k + 1]
    // `zal de agenda, die u in mei ontvangt, benutten om …`: it goes on behind what hangs in it.
    if (next?.promise.rule === 'commitment.hanging' && draft.promise.verb.at >= next.from) {
      draft.hole = next
      next = drafts[k + 2]
    }
    const main = clauses.find(
      c => c.from > draft.from && c.from >= draft.to && c.opener === null && c.finite >= 0 && (!next || c.from < next.from),
    )
    draft.to = Math.max(draft.to, Math.min(next?.from ?? sentence.to, main?.from ?? sentence.to))
  })
}

/** What a passage does not begin or end with. */
const leading = new Set(['en', 'maar', ',', '–', '•', 'want', 'of'])
const trailing = new Set(['en', ',', '–', '('])

function finish(doc: Doc, sentence: Sentence, draft: Draft, times: Times, cast: Cast): FoundCommitment {
  const { promise } = draft
  const { tokens } = doc
  let [from, to] = [draft.from, draft.to]
  while (from < to && leading.has(tokens.low[from] ?? '')) from++
  while (to > from + 1 && trailing.has(tokens.low[to - 1] ?? '')) to--
  const due = dueOf(doc, times, from, to, draft.hole)
  const time = times.all[due]
  const who = promise.actor ? cast.nameOf(promise.actor, sentence) : { name: null, given: false }
  const implied =
    impliedActor(doc, from, to, promise) ?? (mine(doc, from, to, promise) ? cast.nameOf(sendingAt(from), sentence).name : null)
  const actor = promise.rule === 'commitment.receives' && !who.given ? (implied ?? who.name) : (who.name ?? implied)
  const reasons: Reason[] = [
    reason(doc, promise.rule, promise.verb.at, promise.verb.at + 1),
    ...promise.notes.map(rule => reason(doc, rule, from, from + 1)),
    ...(time ? [reason(doc, time.rule, time.from, time.to)] : []),
  ]
  const effort = promise.verb.class === 'effort' || promise.verb.lemma === 'gaan'
  const commitment: Commitment = {
    ...passage(doc, from, to),
    actor,
    actorGiven: who.given,
    addressee: cast.addressee,
    object: objectOf(doc, from, to),
    due: time ? { from: time.base.from, to: time.base.to, phrase: textOf(doc, time.from, time.to) } : null,
    strength: effort ? 'effort' : time ? 'dated-deliverable' : 'deliverable',
    reported: draft.reported ? earlierPromise(doc, sentence, times, cast.citations) : null,
    band: bandOf(promise, time !== undefined),
    reasons,
  }
  return { commitment, due, from, to }
}

/** A closed window before a vague one; the last of several closed ones is the latest said. */
function dueOf(doc: Doc, times: Times, from: number, to: number, hole?: Draft): number {
  let best = -1
  for (const i of times.within(from, to)) {
    const time = times.all[i]
    if (time && hole && time.from >= hole.from && time.from < hole.to) continue
    if (!time || !ahead(time, doc.date) || isScope(doc, time)) continue
    const held = times.all[best]
    if (!held || (loose(held) && !loose(time))) best = i
  }
  return best
}

/** `over een jaar` says less than `in mei 2026` beside it. */
const loose = (time: Times['all'][number]): boolean => time.vague || time.rule === 'time.over'

/** `kabinetsreactie`, `beleidsinzet van het kabinet`: who it is follows from the product. */
function impliedActor(doc: Doc, from: number, to: number, promise: Act): string | null {
  if (!/^commitment\.(?:appears|receives)/.test(promise.rule)) return null
  for (let i = from; i < to; i++) {
    const low = doc.tokens.low[i] ?? ''
    if (low === 'kabinet' || low.startsWith('kabinets')) return 'kabinet'
  }
  return null
}

const sendingAt = (from: number): Actor => ({ role: 'first', from, to: from + 1, name: null })

/** `Mijn reactie daarop volgt`: whose it is follows from the product. */
const mine = (doc: Doc, from: number, to: number, promise: Act): boolean => {
  if (!promise.rule.startsWith('commitment.appears')) return false
  for (let i = from; i < to && i < from + 4; i++) if (doc.tokens.low[i] === 'mijn') return true
  return false
}

const objectLimit = 240
const objectOf = (doc: Doc, from: number, to: number): string => {
  const text = textOf(doc, from, to).replace(/[.;,:]$/, '')
  return text.length <= objectLimit ? text : `${text.slice(0, text.lastIndexOf(' ', objectLimit))} …`
}

/** The last citation that ends before a place; they come in order. */
function citationBefore(citations: readonly Citation[], at: number): Citation | undefined {
  let [a, b] = [0, citations.length]
  while (a < b) {
    const middle = (a + b) >> 1
    if ((citations[middle]?.end ?? 0) <= at) a = middle + 1
    else b = middle
  }
  return citations[a - 1]
}

/** The nearest paper and day cited just before: where the earlier promise stands. */
function earlierPromise(doc: Doc, sentence: Sentence, times: Times, citations: readonly Citation[]): Commitment['reported'] {
  const here = doc.flow.map.startOf(doc.tokens.start[sentence.from] as number)
  const before = citationBefore(citations, here)
  const near = before && here - before.end < 600 ? before : undefined
  const back = Math.max(0, sentence.from - 120)
  const days = times.within(back, sentence.to).map(i => times.all[i])
  const day = days.filter(t => t?.base.grain === 'day' && doc.date !== null && t.base.from !== null && t.base.from <= doc.date).at(-1)
  return { date: (day?.base.from ?? null) as Day | null, id: near?.id ?? null }
}

const firm = new Set(['commitment.future', 'commitment.performative', 'commitment.going-to', 'commitment.told', 'commitment.reported'])

function bandOf(promise: Act, timed: boolean): Band {
  if (firm.has(promise.rule)) return 'sure'
  if (promise.rule === 'commitment.passive-future' || promise.rule === 'commitment.passive-told') return timed ? 'sure' : 'likely'
  return timed ? 'likely' : 'check'
}
