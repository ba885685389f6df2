/** Clauses that hang under a promise and promise themselves. */
import * as bit from '../lexicon/bits.ts'
import { actorAt, agentOf, promises } from './actors.ts'
import { softened, withinPaper } from './gates.ts'
import { type Act, acts, appears, clauseOf, dueIn, type Scene } from './promise.ts'
import { type Meaning, meaningOf } from './verbs.ts'

const relatives = new Set(['die', 'dat', 'waarvan', 'waarin', 'waarover', 'waarmee', 'waarna', 'waarvoor', 'waarbij', 'welke'])

/**
 * A clause that hangs under a promise and promises itself: `…, die ik u voor 1 juli doe toekomen`, `waarvan de resultaten in het tweede
 * kwartaal worden aangeboden`. Only with a time ahead, and never where somebody else does it.
 */
export function hanging(s: Scene): Act | null {
  const { doc } = s
  const clause = clauseOf(s)
  const { low, bits } = doc.tokens
  const inside = clause.opener === 'waarin'
  if (clause.negated || !relatives.has(clause.opener ?? '') || !(inside || dueIn(s, clause.from, clause.to))) return null
  if (withinPaper(doc, clause.from, clause.to) || softened(doc, clause)) return null
  // From when something holds is no day by which it comes.
  if (s.times.within(clause.from, clause.to).some(i => s.times.all[i]?.mod === 'START')) return null
  let passive = false
  let future = false
  let last: { at: number; verb: Meaning } | null = null
  for (let i = clause.from + 1; i < clause.to; i++) {
    const kind = doc.lexicon.auxiliaries.get(low[i] as string)
    if (kind === 'possible' || kind === 'norm' || kind === 'perfect') return null
    if (kind === 'passive') passive = true
    if (kind === 'future') future = true
    if (((bits[i] as number) & bit.verb) === 0) continue
    const forms = doc.lexicon.forms.get(low[i] as string) ?? []
    const verb = meaningOf(doc, i, forms, clause.from, clause.to)
    const follows = verb && appears.has(verb.lemma) && !passive && /^(?:die|dat)$/.test(clause.opener ?? '')
    if (follows)
      return { rule: 'commitment.hanging', actor: null, passive: true, verb, notes: ['commitment.time-ahead', 'commitment.sender-assumed'] }
    if (verb && (inside ? verb.class === 'content' : acts.has(verb.class)) && verb.lemma !== 'ontvangen') last = { at: i, verb }
  }
  if (!last) return null
  const actor = s.resolve(actorAt(doc, clause.from + 1, clause.to))
  const agent = agentOf(doc, clause)
  if (agent && !promises(agent.role)) return null
  if (promises(actor.role)) return { rule: 'commitment.hanging', actor, passive: false, verb: last.verb, notes: ['commitment.time-ahead'] }
  if (future && appears.has(last.verb.lemma) && actor.role !== 'other')
    return {
      rule: 'commitment.hanging',
      actor: null,
      passive: true,
      verb: last.verb,
      notes: ['commitment.time-ahead', 'commitment.sender-assumed'],
    }
  const participle = (doc.lexicon.forms.get(low[last.at] as string) ?? []).some(f => f.kind === 'participle')
  if (!passive || !participle) return null
  return {
    rule: 'commitment.hanging',
    actor: agent ? s.resolve(agent) : null,
    passive: true,
    verb: last.verb,
    notes: ['commitment.time-ahead', 'commitment.sender-assumed'],
  }
}
