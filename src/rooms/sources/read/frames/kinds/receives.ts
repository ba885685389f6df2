/** The House as the one who gets it: `ontvangt u in juni`, `hoort u voor juli van mij`, `kunt u tegemoetzien`. */
import type { Doc } from '../../doc.ts'
import { type Actor, actorAt, isProduct } from '../actors.ts'
import type { Clause } from '../clauses.ts'
import { inPaper, uponEvent } from '../forms/upon.ts'
import { addressed } from '../gates.ts'
import type { Meaning } from '../verbs.ts'
import { clauseOf, dueIn, type Scene, type Verdict } from './scene.ts'

const timed = new Set(['beschikken', 'lezen', 'krijgen', 'horen', 'vernemen', 'verwachten', 'aantreffen', 'terugvinden'])

/** The sender as the one behind it: the text names the receiver only. */
export const sending = (clause: Clause): Actor => ({ role: 'first', from: clause.finite, to: clause.finite + 1, name: null })

const fromMe = (doc: Doc, clause: Clause): boolean => {
  const { low } = doc.tokens
  for (let i = clause.finite + 1; i < clause.to; i++) if (low[i] === 'van' && (low[i + 1] === 'mij' || low[i + 1] === 'ons')) return true
  return false
}

export function receives(s: Scene, verb: Meaning, actor: Actor): Verdict {
  const { doc } = s
  const clause = clauseOf(s)
  if (verb.lemma !== 'ontvangen' && !timed.has(verb.lemma)) return null
  const heard = actor.role === 'addressee' || addressed(doc, clause.finite, Math.min(clause.finite + 4, clause.to))
  const time = dueIn(s, s.from, clause.to)
  if (actor.role === 'first' && (verb.lemma === 'ontvangen' || gets.has(verb.lemma))) {
    // `In maart ontvang ik de burgemeesters`: as a host. `Graag ontvang ik van u een opgave` is asked of another.
    const host = verb.lemma === 'ontvangen' && time && !gotten(doc, clause)
    return host ? { rule: 'commitment.present', actor, passive: false, verb, notes: ['commitment.time-ahead'] } : { gate: 'request' }
  }
  if (!heard) return verb.lemma === 'ontvangen' ? { gate: 'running' } : null
  const handed = verb.lemma === 'krijgen' && given(doc, clause)
  if (timed.has(verb.lemma) && !time && !handed && !fromMe(doc, clause) && !(inPaper(doc, clause) && uponEvent(s))) return null
  return {
    rule: 'commitment.receives',
    actor: giver(doc, clause) ?? sending(clause),
    passive: false,
    verb,
    notes: ['commitment.sender-assumed'],
  }
}

/** `Uw Kamer krijgt het advies ter inzage`, `Van de uitkomsten krijgt u de openbare versie`: a paper, without a day. */
function given(doc: Doc, clause: Clause): boolean {
  const { low } = doc.tokens
  for (let i = clause.from; i < clause.to; i++)
    if (i !== clause.finite && (isProduct(doc, low[i] as string) || /^(?:inzage|afschrift|versie|exemplaar)$/.test(low[i] as string)))
      return true
  return false
}

const gets = new Set(['krijgen', 'horen', 'vernemen', 'verwachten'])
const wished = new Set(['graag', 'gaarne', 'uw', 'bericht', 'toezending'])

/** What the sender gets from others: it is wished for, has a giver, or is a paper and no guest. */
function gotten(doc: Doc, clause: Clause): boolean {
  const { low } = doc.tokens
  if (low[clause.from] === 'van' || low[clause.finite + 1] === 'van' || low[clause.finite + 2] === 'van') return true
  for (let i = clause.from; i < clause.to; i++)
    if (wished.has(low[i] as string) || isProduct(doc, low[i] as string) || papers(low[i] as string)) return true
  return false
}

/** Ends of nouns for what is handed in: `opgave`, `aanvragen`, `zienswijze`. */
const handedIn = [
  'gave',
  'gaven',
  'vraag',
  'vragen',
  'zienswijze',
  'zienswijzen',
  'gegevens',
  'ing',
  'ingen',
  'stuk',
  'stukken',
  'cijfers',
  'bijdrage',
]
const papers = (low: string): boolean => handedIn.some(end => low.endsWith(end))

/** `ontvangt u een bericht van de staatssecretaris`: whom it comes from. */
function giver(doc: Doc, clause: Clause): Actor | null {
  const { low } = doc.tokens
  for (let i = clause.from; i + 1 < clause.to; i++) {
    if (low[i] !== 'van' || (i < clause.finite && i !== clause.from) || !/^(?:de|mijn)$/.test(low[i + 1] as string)) continue
    const actor = actorAt(doc, i + 1, clause.to)
    if (actor.role === 'office') return actor
  }
  return null
}

/** `kunt u … tegemoetzien`, `kan uw Kamer … verwachten`: a possibility in form only. */
export function awaits(s: Scene): Verdict {
  const { doc } = s
  const clause = clauseOf(s)
  const { low } = doc.tokens
  if (!addressed(doc, clause.from, Math.min(clause.finite + 4, clause.to)) || clause.negated) return null
  for (let i = clause.finite + 1; i < clause.to; i++) {
    const seen = low[i] === 'tegemoetzien' || (low[i] === 'zien' && low[i - 1] === 'tegemoet')
    if (!seen && !((low[i] === 'verwachten' || low[i] === 'ontvangen') && dueIn(s, s.from, clause.to))) continue
    const verb: Meaning = { lemma: 'tegemoetzien', class: 'deliver', at: i }
    return { rule: 'commitment.receives', actor: sending(clause), passive: false, verb, notes: ['commitment.sender-assumed'] }
  }
  return null
}
