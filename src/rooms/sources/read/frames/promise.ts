/** One clause: is it a promise of the sender, and by which rule? Voice and tense give the status, classes of verbs the rest. */
import { type Doc, maskTime } from '../doc.ts'
import { agentOf, isProduct, promises, subjectOf } from './actors.ts'
import type { Clause } from './clauses.ts'
import { holdsFrom, opened } from './forms/opens.ts'
import { asRule, next, uponEvent } from './forms/upon.ts'
import { aboutProduct, addressed, habit, hereby, ofOthers, saidByOthers, softened, whether, withinPaper } from './gates.ts'
import { event } from './kinds/comes.ts'
import { content } from './kinds/content.ts'
import { comesWith, handing, possible, present, timeBelow } from './kinds/present.ts'
import { sending } from './kinds/receives.ts'
import {
  type Act,
  acts,
  appears,
  bracket,
  brings,
  clauseOf,
  dueIn,
  preciseIn,
  resumedTo,
  type Scene,
  sense,
  telling,
  type Verdict,
} from './kinds/scene.ts'
import { readyToCome, state } from './kinds/state.ts'
import type { Inner } from './verbs.ts'

export function judge(s: Scene): Verdict {
  const verdict = judged(s)
  return verdict && 'rule' in verdict && saidByOthers(s.doc, clauseOf(s)) ? { gate: 'other-actor' } : verdict
}

function judged(s: Scene): Verdict {
  const clause = clauseOf(s)
  switch (clause.kind) {
    case 'future':
      return future(s)
    case 'passive':
      return passive(s)
    case 'start':
      return going(s) ?? present(s)
    case 'let':
      return letting(s)
    case 'present':
      return state(s) ?? holdsFrom(s) ?? present(s)
    case 'perfect':
      return state(s) ?? holdsFrom(s)
    case 'possible':
      return possible(s) ?? opened(s)
    case 'norm':
      return handing(s)
    default:
      return null
  }
}

/** `zal`, `zullen` with an infinitive, or with `worden` and a participle. */
function future(s: Scene): Verdict {
  const clause = clauseOf(s)
  const { doc } = s
  const verbs = bracket(s)
  const worden = verbs.some(v => doc.tokens.low[v.at] === 'worden') || hasWorden(doc, clause)
  if (softened(doc, clause)) return { gate: 'softened' }
  if (clause.negated) return { gate: 'negated' }
  if (worden) {
    const participle = verbs.filter(v => v.kind === 'participle').at(-1)
    return participle ? passiveAct(s, participle, 'commitment.passive-future', true) : null
  }
  const had = willHave(s, verbs)
  if (had) return had
  const infinitive = verbs.filter(v => v.kind === 'infinitive' && !v.te).at(-1) ?? verbs.filter(v => v.kind === 'infinitive').at(-1)
  const verb = infinitive ? sense(s, infinitive) : null
  if (!verb) return readyToCome(s)
  const actor = s.resolve(subjectOf(doc, clause, s.earlier))
  if (withinPaper(doc, clause.from, clause.to)) return { gate: 'within-paper' }
  // `De toegezegde brief zult u in juni ontvangen`
  if (verb.lemma === 'ontvangen' && actor.role === 'addressee')
    return { rule: 'commitment.receives', actor: sending(clause), passive: false, verb, notes: ['commitment.sender-assumed'] }
  const starts = verb.lemma === 'ingaan' && !into(doc, clause) && event(doc, clause, actor)
  if (verb.class === 'content' && !starts) return content(s, verb, actor, 'commitment.content-future')
  const product = verb.lemma === 'komen' && promises(actor.role) && comesWith(doc, clause)
  if (!starts && !product && !brings(s, verb)) return { gate: verb.class }
  if (whether(doc, verb.at, clause.to + 2) && verb.class !== 'study') return { gate: 'considered' }
  if (verb.lemma === 'nemen' && !takes(doc, clause)) return { gate: 'no-object' }
  if (promises(actor.role)) return { rule: 'commitment.future', actor, passive: false, verb, notes: [] }
  const comes = appears.has(verb.lemma) || verb.lemma === 'gaan'
  if (
    (actor.role === 'product' && (comes || telling.has(verb.class) || preciseIn(s, s.from, clause.to))) ||
    (comes && dueIn(s, s.from, clause.to) && event(doc, clause, actor))
  )
    return { rule: 'commitment.product-future', actor: null, passive: true, verb, notes: ['commitment.sender-assumed'] }
  return { gate: actor.role === 'other' ? 'other-actor' : 'no-actor' }
}

/** `zal de werkzaamheden hebben afgerond`, `zullen voor 1 oktober zijn voltooid`: done by then. */
function willHave(s: Scene, verbs: readonly Inner[]): Verdict {
  const clause = clauseOf(s)
  const { low } = s.doc.tokens
  const participle = verbs.findLast(v => v.kind === 'participle')
  if (!participle || !preciseIn(s, s.from, clause.to)) return null
  const beside = [low[participle.at - 1], low[participle.at + 1]]
  const verb = beside.includes('hebben') || beside.includes('zijn') ? sense(s, participle) : null
  if (!verb || !acts.has(verb.class)) return null
  const actor = s.resolve(subjectOf(s.doc, clause, s.earlier))
  if (actor.role === 'other') return { gate: 'other-actor' }
  if (promises(actor.role)) return { rule: 'commitment.future', actor, passive: false, verb, notes: [] }
  return beside.includes('zijn')
    ? { rule: 'commitment.passive-future', actor: null, passive: true, verb, notes: ['commitment.sender-assumed'] }
    : null
}

const hasWorden = (doc: Doc, clause: Clause): boolean => {
  for (let i = clause.from; i < clause.to; i++) if (i !== clause.finite && doc.tokens.low[i] === 'worden') return true
  return false
}

/** `ingaan op` is to speak of; `op 1 januari ingaan` to begin. */
function into(doc: Doc, clause: Clause): boolean {
  for (let i = clause.finite + 1; i < clause.to; i++)
    if (doc.tokens.low[i] === 'op' && ((doc.mask[i + 1] ?? 0) & maskTime) === 0) return true
  return false
}

const taken = /(?:besluit|besluiten|beslissing|maatregel|maatregelen|stappen|initiatief)$/
const takes = (doc: Doc, clause: Clause): boolean => {
  for (let i = clause.from; i < clause.to; i++) if (taken.test(doc.tokens.low[i] ?? '')) return true
  return false
}

/** Without agent the sender is assumed, and the reading says so. */
function passiveAct(s: Scene, participle: Inner, rule: string, future: boolean): Verdict {
  const { doc } = s
  const clause = clauseOf(s)
  const verb = sense(s, participle)
  if (!verb) return null
  const agent = agentOf(doc, clause)
  if ((agent && agent.role === 'other') || (agent === null && ofOthers(doc, clause))) return { gate: 'other-actor' }
  if (clause.negated) return { gate: 'negated' }
  if (withinPaper(doc, clause.from, clause.to)) return { gate: 'within-paper' }
  const actor = agent && (promises(agent.role) || agent.role === 'pronoun') ? s.resolve(agent) : null
  const notes = actor ? [] : ['commitment.sender-assumed']
  const inside = future && pointsBack(doc, clause)
  if (verb.class === 'content' || (inside && !brings(s, verb)))
    return content(s, verb, actor, future ? 'commitment.content-future' : 'commitment.content')
  if (!brings(s, verb)) return { gate: verb.class }
  if (verb.lemma === 'nemen' && !takes(doc, clause)) return { gate: 'no-object' }
  if (whether(doc, verb.at, clause.to + 2)) return { gate: 'considered' }
  return { rule, actor, passive: true, verb, notes }
}

/** `zal daarin worden genoemd`: of the paper spoken of. */
function pointsBack(doc: Doc, clause: Clause): boolean {
  for (let i = clause.from; i <= clause.finite + 1; i++) if (/^(?:daarin|hierin)$/.test(doc.tokens.low[i] as string)) return true
  return false
}

/** `wordt … gestuurd`: a promise with a time ahead, or where the House is told. */
function passive(s: Scene): Verdict {
  const clause = clauseOf(s)
  const { doc } = s
  const participle = bracket(s)
    .filter(v => v.kind === 'participle')
    .at(-1)
  if (!participle) return state(s)
  // `Daarin wordt geregeld dat …`: of the paper that the sentence before promised.
  if (s.before && pointsBack(doc, clause) && !clause.negated && clause.finite <= clause.from + 2) {
    const verb = sense(s, participle)
    if (verb && verb.class !== 'stative' && verb.class !== 'harm' && verb.class !== 'effort')
      return { rule: 'commitment.content', actor: null, passive: true, verb, notes: ['commitment.sender-assumed'] }
  }
  const coming = expected(s, participle)
  if (coming) return coming
  const verdict = passiveAct(s, participle, 'commitment.passive-present', false)
  if (!verdict || 'gate' in verdict) return verdict
  if (verdict.rule === 'commitment.content') return verdict
  if (habit(doc, clause)) return { gate: 'habit' }
  if (dueIn(s, s.from, resumedTo(s))) return { ...verdict, notes: [...verdict.notes, 'commitment.time-ahead'] }
  if (telling.has(verdict.verb.class) && addressed(doc, s.from, clause.to)) return { ...verdict, rule: 'commitment.passive-told' }
  // `…; in die reactie wordt uitsluitsel gegeven`: of a paper that was promised just before.
  if (s.after && aboutProduct(doc, clause.from, clause.to, low => isProduct(doc, low))) return { ...verdict, rule: 'commitment.content' }
  return comesUpon(s, verdict) ? { ...verdict, rule: 'commitment.upon' } : { gate: 'running' }
}

/** `Na overleg met de provincie wordt het ontwerp ter inzage gelegd`, `Vervolgens wordt het naar de Raad gezonden`; not what is done as a rule. */
function comesUpon(s: Scene, { verb }: Act): boolean {
  if (asRule(s.doc, clauseOf(s)) || verb.class === 'fund') return false
  return uponEvent(s) || (verb.class === 'deliver' && next(s))
}

/** `De resultaten worden in april verwacht`: of a work or a paper. */
function expected(s: Scene, participle: Inner): Verdict {
  const clause = clauseOf(s)
  if (!/^(?:verwacht|voorzien|gepland|beoogd|ingepland|geagendeerd)$/.test(s.doc.tokens.low[participle.at] ?? '') || clause.negated)
    return null
  const subject = subjectOf(s.doc, clause, s.earlier)
  if (!event(s.doc, clause, subject) || !preciseIn(s, s.from, clause.to)) return null
  const verb = { lemma: s.doc.tokens.low[participle.at] as string, class: 'establish' as const, at: participle.at }
  return { rule: 'commitment.state', actor: null, passive: true, verb, notes: ['commitment.sender-assumed', 'commitment.time-ahead'] }
}

/** `ga ik … opstellen`. In a name (`de Wet bevorderen integriteit`) stands no verb of the clause. */
function going(s: Scene): Verdict {
  const infinitives = bracket(s).filter(v => v.kind === 'infinitive' && !v.te)
  const senses = infinitives.map(v => sense(s, v)).filter(v => v !== null)
  const verb = senses.findLast(v => acts.has(v.class) || v.class === 'content') ?? senses.at(-1)
  if (!verb) return null
  const actor = s.resolve(subjectOf(s.doc, clauseOf(s), s.earlier))
  if (verb.class === 'content' && promises(actor.role) && !clauseOf(s).negated) return content(s, verb, actor, 'commitment.content-future')
  if (!brings(s, verb)) return null
  if (!promises(actor.role) || clauseOf(s).negated || withinPaper(s.doc, clauseOf(s).from, clauseOf(s).to)) return null
  return { rule: 'commitment.going-to', actor, passive: false, verb, notes: [] }
}

/** `laat het ministerie … berekenen`: only with a time ahead; without one it may be under way. */
function letting(s: Scene): Verdict {
  const clause = clauseOf(s)
  const infinitive = bracket(s)
    .filter(v => v.kind === 'infinitive')
    .at(-1)
  const verb = infinitive ? sense(s, infinitive) : null
  const actor = s.resolve(subjectOf(s.doc, clause, s.earlier))
  if (!verb || clause.negated || withinPaper(s.doc, clause.from, clause.to) || hereby(s.doc, clause)) return null
  const time = dueIn(s, s.from, clause.to) || (actor.role === 'first' && timeBelow(s))
  const notes = time ? ['commitment.time-ahead'] : []
  // `laat ik u weten` is to inform.
  if (verb.lemma === 'weten' && promises(actor.role) && (time || addressed(s.doc, s.from, clause.to)))
    return { rule: 'commitment.told', actor, passive: false, verb: { ...verb, class: 'inform' }, notes }
  if (verb.class === 'content') return promises(actor.role) && time ? content(s, verb, actor, 'commitment.content') : null
  // `laat ik door het College nagaan of`: the study is to be had, whatever it finds.
  const studied = verb.class === 'consider' && agentOf(s.doc, clause) !== null
  if (!(acts.has(verb.class) || studied) || !promises(actor.role)) return null
  return time || actor.role === 'first' ? { rule: 'commitment.let', actor, passive: false, verb, notes } : { gate: 'running' }
}
