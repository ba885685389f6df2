/** Promises about what a product to come will hold: `In die reactie zal worden ingegaan op …`. */
import type { Doc } from '../../doc.ts'
import { type Actor, isProduct, promises } from '../actors.ts'
import type { Clause } from '../clauses.ts'
import { inPaper } from '../forms/upon.ts'
import { aboutProduct } from '../gates.ts'
import type { Meaning } from '../verbs.ts'
import { clauseOf, type Scene, type Verdict } from './scene.ts'

const pronoun = (doc: Doc, actor: Actor): boolean => /^(?:ze|zij|deze|die|dit|het)$/.test(doc.tokens.low[actor.from] ?? '')

const reports = /(?:brief|reactie|rapportage|verslag|evaluatie|wet|wetsvoorstel|regeling|besluit|letter|report)$/

export function content(s: Scene, verb: Meaning, actor: Actor | null, rule: string): Verdict {
  const clause = clauseOf(s)
  // `Het rapport zal … bevatten`, `… en zij zal … bevatten`: the product is the subject.
  const itself = rule === 'commitment.content-future' && (actor?.role === 'product' || (s.after && actor !== null && pronoun(s.doc, actor)))
  if (itself) return { rule, actor: null, passive: true, verb, notes: ['commitment.sender-assumed'] }
  const about =
    aboutProduct(s.doc, clause.from, clause.finite + 2, low => isProduct(s.doc, low)) ||
    aboutProduct(s.doc, clause.from, clause.to, low => isProduct(s.doc, low))
  // `In die lijst zal … worden vermeld`, of what the sentence before promised.
  const { low } = s.doc.tokens
  if (
    s.before &&
    rule === 'commitment.content-future' &&
    low[clause.from] === 'in' &&
    /^(?:die|dat|deze|dit)$/.test(low[clause.from + 1] ?? '')
  )
    return { rule, actor: null, passive: true, verb, notes: ['commitment.sender-assumed'] }
  const beside = taking.has(verb.lemma) && inPaper(s.doc, clause)
  if (!about && !beside) return { gate: 'content' }
  if (actor && actor.role === 'other') return { gate: 'other-actor' }
  const own = actor !== null && promises(actor.role)
  if (rule === 'commitment.content' && !(taking.has(verb.lemma) && reportNamed(s.doc, clause) && s.doc.tokens.low[clause.from] !== 'zoals'))
    return { gate: 'content' }
  return { rule, actor: own ? actor : null, passive: !own, verb, notes: own ? [] : ['commitment.sender-assumed'] }
}

/** In the present only these say what a product to come will hold; `wordt ingegaan` describes one that lies there. */
const taking = new Set(['meenemen', 'opnemen', 'betrekken'])

function reportNamed(doc: Doc, clause: Clause): boolean {
  for (let i = clause.from; i < clause.to; i++) if (reports.test(doc.tokens.low[i] ?? '')) return true
  return false
}
