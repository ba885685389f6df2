/** Promises in the present tense: with a time ahead, or where the House is told. */
import { type Doc, says } from '../../doc.ts'
import * as bit from '../../lexicon/bits.ts'
import type { VerbForm } from '../../lexicon/conjugate.ts'
import { type Actor, isProduct, promises, subjectOf } from '../actors.ts'
import type { Clause } from '../clauses.ts'
import { asksFor, deed, ofAll } from '../forms/deed.ts'
import { inNext, uponEvent } from '../forms/upon.ts'
import { aboutProduct, addressed, asks, asPromised, habit, hereby, now, onOccasion, withinPaper } from '../gates.ts'
import { type Inner, type Meaning, meaningOf, presentsAt } from '../verbs.ts'
import { comes } from './comes.ts'
import { awaits, receives, sending } from './receives.ts'
import { brings, clauseOf, dueIn, preciseIn, type Scene, telling, type Verdict } from './scene.ts'

/** `presenteert het kabinet in 2026`, `volgt nog`, `kom ik na de zomer terug`, `U ontvangt … voor de zomer`. */
export function present(s: Scene): Verdict {
  const clause = clauseOf(s)
  const { doc } = s
  const { low } = doc.tokens
  const forms = presentsAt(doc, clause.finite)
  const known = parted(s, forms) ?? meaningOf(doc, clause.finite, forms, clause.from, clause.to)
  const mine = low[clause.finite + 1] === 'ik' || low[clause.finite - 1] === 'ik'
  // `teken ik`: known only with particles, and none stands here.
  const verb: Meaning | null = known ?? (mine ? { lemma: low[clause.finite] as string, class: 'establish', at: clause.finite } : null)
  if (!verb) return null
  if (verb.class === 'commit') return performative(s)
  const actor = s.resolve(subjectOf(doc, clause, s.earlier))
  const time = dueIn(s, s.from, clause.to)
  if (clause.negated) return { gate: 'negated' }
  if (withinPaper(doc, clause.from, clause.to) || hereby(doc, clause)) return { gate: 'within-paper' }
  const coming = promises(actor.role) ? null : comes(s, verb, actor)
  if (coming) return coming
  if (verb.lemma === 'komen' && time && promises(actor.role) && comesWith(doc, clause))
    return { rule: 'commitment.present', actor, passive: false, verb, notes: ['commitment.time-ahead'] }
  // `zet ik uiteen in een brief die ik u voor 1 juli stuur`
  const laid =
    verb.class === 'content' && verb.lemma !== 'krijgen' && actor.role === 'first' && (time || timeBelow(s) || inNext(doc, clause))
  if (laid && aboutProduct(doc, clause.from, clause.to, low => isProduct(doc, low)))
    return { rule: 'commitment.content', actor, passive: false, verb, notes: ['commitment.time-ahead'] }
  // `Daarin neem ik de stand per regio op`: in what the sentence before promised.
  if (s.before && verb.class === 'content' && promises(actor.role) && low[clause.from] === 'daarin')
    return { rule: 'commitment.content', actor, passive: false, verb, notes: [] }
  const received = receives(s, verb, actor)
  if (received) return received
  // With the sender as subject `volgen` is to keep an eye on.
  if (planning(s, verb, actor)) return { rule: 'commitment.planned', actor, passive: false, verb, notes: ['commitment.time-ahead'] }
  if (holdsSoft(s) || verb.lemma === 'volgen') return { gate: verb.class }
  const one = deed(s, verb, actor)
  if (asks(clause, verb) && !(one || (time && actor.role === 'first' && asksFor(doc, clause) && !ofAll(doc, clause))))
    return { gate: 'request' }
  // `licht het beeld de komende weken toe`: to explain on a day to come is to inform.
  const explains = verb.lemma === 'toelichten' && time && promises(actor.role)
  if (!brings(s, verb) && !one && !explains) return { gate: verb.class }
  const told = telling.has(verb.class) && addressed(doc, s.from, clause.to)
  if (habit(doc, clause) && !time) return { gate: 'habit' }
  if (!promises(actor.role)) {
    // `informeer de Kamer na de zomer`: the subject was forgotten, the form is the first person's.
    if (told && time && actor.role === 'addressee' && !/t$|en$/.test(low[clause.finite] ?? ''))
      return {
        rule: 'commitment.told',
        actor: sending(clause),
        passive: false,
        verb,
        notes: ['commitment.sender-assumed'],
      }
    return { gate: actor.role === 'other' ? 'other-actor' : 'no-actor' }
  }
  // `Ik bied u mijn excuses aan`
  if (told && low.slice(clause.from, clause.to).includes('excuses')) return { gate: 'attitude' }
  // `Zoals toegezegd informeer ik u`: this paper does it.
  const sent = verb.class === 'deliver' && onOccasion(doc, clause) && !uponEvent(s)
  if (told && !time && (sent || asPromised(doc, s.from, clause.to))) return { gate: 'within-paper' }
  if (told || verb.lemma === 'terugkomen')
    return { rule: 'commitment.told', actor, passive: false, verb, notes: time ? ['commitment.time-ahead'] : [] }
  if (now(doc, clause)) return { gate: 'running' }
  // `Zodra het er ligt, stel ik de regeling open.`
  const upon = !time && actor.role === 'first' && whenever(s)
  // `leg ik vast in een convenant dat in september wordt ondertekend`: the time stands in what hangs under it.
  // `breidt zijn teams uit, zodat zij in de loop van 2025 …`
  const soThat = s.clauses[s.index + 1]?.opener === 'zodat' && timeBelow(s)
  if (!time && !upon && !soThat && !(actor.role === 'first' && timeBelow(s))) {
    if (one) return { rule: 'commitment.deed', actor, passive: false, verb, notes: [] }
    // `… stuurt u in mei haar rapport en publiceert de bevindingen`: what goes on from a promise.
    const goesOn = s.after && clause.joined && telling.has(verb.class)
    return goesOn ? { rule: 'commitment.joined', actor, passive: false, verb, notes: ['commitment.shared-actor'] } : { gate: 'running' }
  }
  return { rule: 'commitment.present', actor, passive: false, verb, notes: ['commitment.time-ahead'] }
}

/** `Ik kom daar in de brief die u in juni bereikt, op terug`: the particle stands behind the clause that hangs in between. */
function parted(s: Scene, forms: readonly VerbForm[]): Meaning | null {
  const clause = clauseOf(s)
  const { low } = s.doc.tokens
  let last: Clause | undefined
  for (let k = s.index + 1; k < s.clauses.length && s.clauses[k]?.opener; k++) last = s.clauses[k]
  if (!last || forms.length === 0) return null
  let at = last.to - 1
  if (/^[.;,]$/.test(low[at] as string)) at--
  const form = at > last.from && last.finite !== at ? forms.find(f => f.awaits !== '' && f.awaits === low[at]) : undefined
  let comma = at
  while (comma > last.from && low[comma] !== ',') comma--
  return form && comma > last.from ? { lemma: form.verb.lemma, class: form.verb.class, at: clause.finite } : null
}

/** `dient daartoe een ontwerp in`: the word of a norm, with the particle that makes it another verb. */
export function handing(s: Scene): Verdict {
  const clause = clauseOf(s)
  const { low } = s.doc.tokens
  if (!/^dien(?:t|en)?$/.test(low[clause.finite] ?? '')) return null
  for (let i = clause.finite; i < clause.to; i++) if (low[i] === 'te') return null
  return present(s)
}

/** The clause before says upon what event it happens. */
function whenever(s: Scene): boolean {
  for (let k = s.index - 1; k >= 0 && s.clauses[k]?.opener; k--) if (/^(?:zodra|nadat)$/.test(s.clauses[k]?.opener ?? '')) return true
  return false
}

/** A time ahead in the relative clauses that follow, before the next main clause. */
export function timeBelow(s: Scene): boolean {
  for (let k = s.index + 1; k < s.clauses.length; k++) {
    const next = s.clauses[k] as Clause
    if (next.opener === null) return false
    // A day from which something holds is none by which it comes, unless it comes into force.
    const force = /^(?:treedt|treden)$/
    const begins = s.doc.tokens.low.slice(next.from, next.to).some(low => force.test(low))
    if (!begins && s.times.within(next.from, next.to).some(i => s.times.all[i]?.mod === 'START')) return false
    if (dueIn(s, next.from, next.to)) return true
  }
  return false
}

/** `komt medio 2025 met een actieplan`. */
export function comesWith(doc: Doc, clause: Clause): boolean {
  for (let i = clause.finite; i < clause.to; i++) if (says(doc, i, bit.product)) return true
  return false
}

/** `Indiening voorzie ik dit najaar`. */
const planning = (s: Scene, verb: Meaning, actor: Actor): boolean =>
  (verb.lemma === 'voorzien' || verb.lemma === 'plannen' || verb.lemma === 'beogen') &&
  promises(actor.role) &&
  preciseIn(s, s.from, clauseOf(s).to)

function holdsSoft(s: Scene): boolean {
  const clause = clauseOf(s)
  for (let i = clause.from; i < clause.to; i++) if (s.doc.lexicon.phrases.soft.at(s.doc.tokens, i) > 0) return true
  return false
}

/** `kan ik toezeggen`, `kunt u tegemoetzien`. */
export const possible = (s: Scene): Verdict => performative(s) ?? awaits(s)

/** `zeg ik toe`, `kan ik een onderzoek toezeggen`: the saying itself is the promise. */
function performative(s: Scene): Verdict {
  const clause = clauseOf(s)
  const { doc } = s
  const commits = (forms: Inner['forms'], at: number): Meaning | null => {
    const verb = meaningOf(doc, at, forms, clause.from, clause.to)
    return verb?.class === 'commit' ? verb : null
  }
  const finite = commits(presentsAt(doc, clause.finite), clause.finite)
  const inner = clause.inner.filter(v => v.kind === 'infinitive' && !v.te).map(v => commits(v.forms, v.at))
  const verb = finite ?? inner.find(v => v !== null)
  if (!verb || clause.negated) return null
  const actor = s.resolve(subjectOf(doc, clause, s.earlier))
  return promises(actor.role) ? { rule: 'commitment.performative', actor, passive: false, verb, notes: [] } : { gate: 'other-actor' }
}
