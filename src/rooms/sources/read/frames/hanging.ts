/** Clauses that hang under another and promise themselves: relative ones, and what is said to have been agreed. */
import type { Doc } from '../doc.ts'
import * as bit from '../lexicon/bits.ts'
import { type Actor, actorAt, agentOf, isProduct, promises } from './actors.ts'
import type { Clause } from './clauses.ts'
import { addressed, softened, withinPaper } from './gates.ts'
import { sending } from './kinds/receives.ts'
import { type Act, acts, appears, clauseOf, dueIn, preciseIn, type Scene } from './kinds/scene.ts'
import { stateWord } from './kinds/state.ts'
import { auxiliaryAt, type Meaning, meaningOf, unknown, verbalAt } from './verbs.ts'

const relatives = new Set(['die', 'dat', 'waarvan', 'waarin', 'waarover', 'waarmee', 'waarna', 'waarvoor', 'waarbij', 'waardoor', 'welke'])
/** What is asked for in a motion or a letter is no promise in it. */
const asking = new Set(['verzoeken', 'vragen', 'oproepen'])
const received = new Set(['ontvangen', 'vernemen', 'horen', 'krijgen'])

/**
 * A clause that hangs under a promise and promises itself: `…, die ik u voor 1 juli doe toekomen`, `waarvan de resultaten in het tweede
 * kwartaal worden aangeboden`. Only with a time ahead, and never where somebody else does it. `free`: no promise stands before it.
 */
export function hanging(s: Scene, free: boolean): Act | null {
  const { doc } = s
  const clause = clauseOf(s)
  const inside = clause.opener === 'waarin' || clause.opener === 'waarbij'
  if (!relatives.has(clause.opener ?? '')) return null
  // `waarna` names its time: after what was promised.
  const then = clause.opener === 'waarna'
  if (
    free
      ? !preciseIn(s, clause.from, clause.to) && !told(doc, clause) && !ownWork(s, clause)
      : !inside &&
        !then &&
        clause.kind !== 'future' &&
        !dueIn(s, clause.from, clause.to) &&
        !firstTells(doc, clause) &&
        !sequenced(doc, clause)
  )
    return null
  if (!free) return subordinate(s, 'commitment.hanging', inside)
  if (
    !(dueIn(s, clause.from, clause.to) || firstTells(doc, clause)) ||
    (farOff(s, clause) && !addressed(doc, clause.from, clause.to)) ||
    (clause.opener === 'dat' && !followsNoun(doc, clause))
  )
    return null
  const act = subordinate(s, 'commitment.hanging', false)
  if (!act || appearing.has(act.verb.lemma)) return null
  const own = act.actor !== null || addressed(doc, clause.from, clause.to) || (s.earlier !== null && promises(s.earlier.role))
  return own || act.verb.lemma === 'gaan' || appears.has(act.verb.lemma) || stateWord(doc, clause) >= 0 ? act : null
}

/** `Mijn ministerie bundelt dit in een handboek, dat zo spoedig mogelijk wordt verspreid`: of a paper that the sender makes. */
const ownWork = (s: Scene, clause: Clause): boolean =>
  s.earlier !== null &&
  promises(s.earlier.role) &&
  isProduct(s.doc, s.doc.tokens.low[clause.from - 2] ?? '') &&
  dueIn(s, clause.from, clause.to)

/** Of a paper of others that comes out as often as of the sender's. */
const appearing = new Set(['verschijnen', 'uitkomen', 'volgen', 'plaatsvinden'])

/** A time that lies more than three years ahead is a horizon here. */
function beyond(s: Scene, clause: Clause): boolean {
  const { date } = s.doc
  const times = s.times.within(clause.from, clause.to).map(i => s.times.all[i]?.base.from ?? null)
  return date !== null && times.length > 0 && times.every(from => from !== null && Number(from.slice(0, 4)) > Number(date.slice(0, 4)) + 3)
}

/** A whole year says what something is about more often than when it comes. */
const farOff = (s: Scene, clause: Clause): boolean =>
  s.times.within(clause.from, clause.to).every(i => s.times.all[i]?.base.grain === 'year')

/** A relative `dat` has its noun before it; a `dat` behind a verb tells what is said or thought. */
function followsNoun(doc: Doc, clause: Clause): boolean {
  const { low, bits } = doc.tokens
  const at = low[clause.from - 1] === ',' ? clause.from - 2 : -1
  return (
    at > 0 && ((bits[at] as number) & (bit.verb | bit.auxiliary | bit.adverb)) === 0 && !doc.lexicon.set.particles.has(low[at] as string)
  )
}

/** `…, die ik u dan schriftelijk voorleg`, `…, dat ik u zal toesturen`: the sender tells the House. */
const firstTells = (doc: Doc, clause: Clause): boolean => {
  const { low } = doc.tokens
  const next = low[clause.from + 1]
  if (next !== 'ik' && next !== 'wij') return false
  return told(doc, clause) && !/^(?:hierbij|bijgaand|eerder|heb|hebben|al)$/.test(low[clause.from + 3] ?? '')
}

/** `… de minister van Defensie, die u in mei bericht`: whom the clause hangs on. */
function antecedent(doc: Doc, clause: Clause): Actor | null {
  for (let k = clause.from - 2; k >= 0 && k >= clause.from - 9; k--) {
    const actor = doc.lexicon.set.offices.has(doc.tokens.low[k] ?? '') ? actorAt(doc, k, clause.from - 1) : null
    if (actor?.role === 'office') return actor.to >= clause.from - 1 ? actor : null
  }
  return null
}

const told = (doc: Doc, clause: Clause): boolean => addressed(doc, clause.from, Math.min(clause.to, clause.from + 5))

/** `welke aansluitend in het Tractatenblad wordt opgenomen`: the next step. */
const sequenced = (doc: Doc, clause: Clause): boolean => {
  for (let i = clause.from + 1; i < clause.to && i < clause.from + 4; i++)
    if (/^(?:aansluitend|vervolgens|daarna|nadien)$/.test(doc.tokens.low[i] as string)) return true
  return false
}

interface Verbs {
  readonly passive: boolean
  readonly future: boolean
  readonly being: boolean
  readonly verb: Meaning | null
  readonly participle: boolean
}

/** The verbs of a subordinate clause, which stand at its end in any order; null where they make a norm or a possibility of it. */
function verbsOf(doc: Doc, clause: Clause, inside: boolean): Verbs | null {
  const { low, bits } = doc.tokens
  let [passive, future, being] = [false, false, false]
  let verb: Meaning | null = null
  for (let i = clause.from + 1; i < clause.to; i++) {
    const word = low[i] as string
    const kind = auxiliaryAt(doc, i)
    if (kind === 'possible' || kind === 'norm') return null
    if (kind === 'perfect') {
      if (word !== 'is' && word !== 'zijn') return null
      being = being || (bits[i - 1] as number) !== 0 || stateWord(doc, clause) === i - 1
    }
    if (kind === 'passive') passive = true
    if (kind === 'future') future = true
    // `die opriep … te komen`: what others ask.
    if (low[i - 1] === 'te') continue
    if (((bits[i] as number) & bit.verb) === 0 && !(verb === null && unknown(doc, i) && i >= clause.to - 6)) continue
    const forms = verbalAt(doc, i)?.forms ?? []
    if (forms.length > 0 && forms.every(f => f.kind === 'past')) return null
    const found = meaningOf(doc, i, forms, clause.from, clause.to)
    if (!found) continue
    if (asking.has(found.lemma)) return null
    if (inside ? found.class === 'content' : acts.has(found.class) || appears.has(found.lemma) || received.has(found.lemma)) verb = found
  }
  const forms = verb ? (verbalAt(doc, verb.at)?.forms ?? []) : []
  const participle = verb !== null && (forms.some(f => f.kind === 'participle') || forms.length === 0)
  return { passive, future, being, verb, participle }
}

/** A subordinate clause as a promise of its own. */
export function subordinate(s: Scene, rule: string, inside: boolean): Act | null {
  const { doc } = s
  const clause = clauseOf(s)
  if (clause.negated || withinPaper(doc, clause.from, clause.to) || softened(doc, clause)) return null
  const time = dueIn(s, clause.from, clause.to) || clause.opener === 'waarna' || sequenced(doc, clause)
  // From when something holds is no day by which it comes.
  const ready = stateWord(doc, clause)
  const mine = /^(?:ik|wij)$/.test(doc.tokens.low[clause.from + 1] ?? '')
  const lasting = !inside && ready < 0 && !mine && s.times.within(clause.from, clause.to).some(i => s.times.all[i]?.mod === 'START')
  if (lasting && rule === 'commitment.hanging') return null
  if (beyond(s, clause)) return null
  const verbs = verbsOf(doc, clause, inside)
  if (!verbs) return null
  const notes = [...(time ? ['commitment.time-ahead'] : []), 'commitment.sender-assumed']
  const agent = agentOf(doc, clause)
  if (agent && !promises(agent.role)) return null
  const actor = s.resolve(actorAt(doc, clause.from + 1, clause.to))
  const { verb, passive, future, being, participle } = verbs
  if (ready >= 0 && (being ? !passive : passive && !participle) && time && actor.role !== 'other')
    return { rule, actor: null, passive: true, verb: { lemma: doc.tokens.low[ready] as string, class: 'establish', at: ready }, notes }
  if (!verb || (being && !future)) return null
  const act = (by: Actor | null): Act => ({ rule, actor: by, passive: by === null, verb, notes })
  if (inside && future && !passive && actor.role !== 'other') return act(promises(actor.role) ? actor : null)
  if (received.has(verb.lemma)) return told(doc, clause) && time ? act(sending({ ...clause, finite: verb.at })) : null
  const by = clause.opener === 'die' && !promises(actor.role) && !passive ? antecedent(doc, clause) : null
  if (by && (time || future) && (acts.has(verb.class) || told(doc, clause))) return act(by)
  if (promises(actor.role) && !passive) return time || future || told(doc, clause) ? act(actor) : null
  if (
    (verb.lemma === 'toegaan' || verb.lemma === 'toekomen' || verb.lemma === 'bereiken') &&
    !passive &&
    addressed(doc, clause.from, clause.to)
  )
    return act(null)
  const comes = appears.has(verb.lemma) || (verb.lemma === 'gaan' && verb.class === 'establish')
  if (comes && !passive && time && actor.role !== 'other')
    return future || /^(?:die|dat|waarvoor|waarvan)$/.test(clause.opener ?? '') ? act(null) : null
  if (!passive || !participle || !(time || future || inside)) return null
  return act(agent ? s.resolve(agent) : null)
}

/** What may hold a promise in a `dat` clause: `dat betekent dat`, `is afgesproken dat`, `heb ik aangegeven dat`, `met dien verstande dat`. */
const carrying = new Set(['betekent', 'betekenen', 'inhoudt', 'geldt', 'gelden'])
const planning = /^(?:planning|verwachting|afspraak|opzet|tijdpad)$/
const agreed = new Set([
  ...['afgesproken', 'overeengekomen', 'aangegeven', 'toegezegd', 'gemeld', 'bericht', 'meegedeeld', 'weten', 'bevestigd'],
  ...['aangekondigd', 'beloofd', 'geregeld', 'vastgelegd', 'bepaald'],
])

/** `Met DNB is afgesproken dat ik …`: the other is whom it was agreed with. */
const together = (doc: Doc, clause: Clause): boolean => {
  const { low } = doc.tokens
  for (let i = clause.from; i < clause.to; i++)
    if (low[i] === 'afgesproken' || low[i] === 'overeengekomen') return /^(?:ik|wij)$/.test(low[clause.to + 1] ?? '')
  return false
}

/** Whether the main clause before a `dat` clause lets it promise: the sender says so, or nobody is named as saying it. */
export function carries(doc: Doc, clause: Clause, actor: Actor | null): boolean {
  const { low } = doc.tokens
  if (clause.negated || (actor?.role === 'other' && !together(doc, clause))) return false
  const last = low[clause.to - 1] === ',' ? clause.to - 2 : clause.to - 1
  if (low[last] === 'verstande') return true
  if (clause.kind === 'present') {
    for (let i = clause.finite; i < clause.to; i++) if (carrying.has(low[i] as string)) return true
    return (
      (low[clause.finite] === 'houdt' && low[last] === 'in') ||
      (/^(?:meldt|bericht|bevestigt)$/.test(low[clause.finite] ?? '') && actor !== null && promises(actor.role))
    )
  }
  if (clause.kind !== 'perfect') return false
  // `De planning is dat …`, `De verwachting is dat …`
  for (let i = clause.from; i < clause.finite; i++) if (planning.test(low[i] as string)) return true
  // `het bericht dat` is a noun.
  for (let i = clause.from; i < clause.to; i++)
    if (agreed.has(low[i] as string) && ((doc.tokens.bits[i - 1] as number) & bit.determiner) === 0) return true
  return false
}
