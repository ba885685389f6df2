/** Promises without a finite verb: `Openstelling: Q4 2025`, and the items of a list under `Het kabinet zal:`. */
import type { Doc } from '../../doc.ts'
import * as bit from '../../lexicon/bits.ts'
import type { Sentence } from '../../tokens/sentences.ts'
import { mark, number } from '../../tokens/tokenise.ts'
import { type Actor, isProduct, promises, subjectOf } from '../actors.ts'
import type { Clause } from '../clauses.ts'
import { meaningOf, unknown } from '../verbs.ts'
import { type Act, acts, clauseOf, preciseIn, type Scene } from './scene.ts'

/** Nouns that name the act by which something comes. A title with its year (`voortgangsbrief 2025`) names none. */
const coming = [
  ...['publicatie', 'openstelling', 'oprichting', 'oplevering', 'levering', 'inwerkingtreding', 'indiening', 'start', 'vaststelling'],
  ...['aanbieding', 'invoering', 'ondertekening', 'afronding', 'besluitvorming', 'uitrol', 'lancering', 'verzending', 'consultatie'],
  ...[
    'ingebruikname',
    'ingebruikneming',
    'plaatsing',
    'installatie',
    'opening',
    'benoeming',
    'contracttekening',
    'gunning',
    'aanbesteding',
  ],
  ...['instelling', 'toezending', 'ratificatie', 'actualisatie', 'herziening', 'implementatie', 'voorhang', 'bekendmaking', 'aanvang'],
]

/** How they end: most words end otherwise. */
const comingEnd = new Set(coming.map(noun => noun.slice(-2)))

/** Whether a noun is such an act. */
export const comesAs = (low: string): boolean => comingEnd.has(low.slice(-2)) && coming.some(noun => low.endsWith(noun))

/** `Openstelling voor het publiek: Q4 2025`: an act as a noun, and a time at the end. */
export function fragment(s: Scene): Act | null {
  const { doc } = s
  const clause = clauseOf(s)
  const { low, kind, bits } = doc.tokens
  // `Start consultatie: april` has no verb.
  const verbless = clause.finite < 0 || (clause.finite === clause.from && low[clause.finite] === 'start')
  if (!verbless || clause.opener !== null || clause.to - clause.from > 24) return null
  let from = clause.from
  while (from < clause.to && (kind[from] === mark || low[from] === 'en' || ((bits[from] as number) & bit.determiner) !== 0)) from++
  const first = low[from] ?? ''
  const act = comesAs(first)
  const ready = (act || isProduct(doc, first)) && /^(?:gereed|klaar|afgerond|beschikbaar|online)$/.test(low[from + 1] ?? '')
  if (!act && !ready && !(isProduct(doc, first) && low.slice(from + 1, from + 5).includes('naar'))) return null
  // `Openstelling voor het publiek:` and its time behind the colon are two clauses.
  const next = s.clauses[s.index + 1]
  let to = low[clause.to - 1] === ':' && next && next.finite < 0 && next.to - next.from < 8 ? next.to : clause.to
  const end = to
  while (to > from && kind[to - 1] === mark) to--
  const before = clauseBefore(s)
  const begun = before !== null
  const last = s.times.within(from, end).at(-1)
  const time = last === undefined ? undefined : s.times.all[last]
  if (begun || !time || time.to < to || !preciseIn(s, from, end)) return null
  const verb = { lemma: first, class: 'establish' as const, at: from }
  return { rule: 'commitment.fragment', actor: null, passive: true, verb, notes: ['commitment.sender-assumed', 'commitment.time-ahead'] }
}

/** A clause before it with a verb of its own: then this is a part of that one, and no entry. */
function clauseBefore(s: Scene): Clause | null {
  const before = s.clauses[s.index - 1]
  return before && before.finite >= 0 && s.doc.tokens.low[before.to - 1] !== ';' ? before : null
}

interface Stem {
  readonly actor: Actor
  /** `Er komt:`, and under it nouns. */
  readonly nouns: boolean
  /** `De levering geschiedt in tranches:`, and under it what comes when. */
  readonly dated?: boolean
}
/** The line above a list, one for each reading; it is forgotten with it. */
const stems = new WeakMap<Doc, Stem | null>()

/** Keeps whether a sentence opens a list of promises: `Het kabinet zal de komende maanden:`. */
export function keepStem(doc: Doc, sentence: Sentence, clauses: readonly Clause[]): void {
  const opens = doc.tokens.low[sentence.to - 1] === ':'
  const main = opens ? clauses.find(c => c.opener === null && (c.kind === 'future' || c.kind === 'start')) : undefined
  const actor = main && !main.negated ? subjectOf(doc, main, null) : null
  const there = opens ? clauses.find(c => c.opener === null && c.finite >= 0) : undefined
  const come =
    there && !there.negated && /^(?:komt|komen)$/.test(doc.tokens.low[there.finite] ?? '') && doc.tokens.low[there.finite - 1] === 'er'
  const dated = there !== undefined && !there.negated && there.kind === 'present' && happening.has(doc.tokens.low[there.finite] ?? '')
  if (dated && !come) stems.set(doc, { actor: { role: 'unknown', from: there.from, to: there.from, name: null }, nouns: true, dated })
  else if (come) stems.set(doc, { actor: { role: 'unknown', from: there.from, to: there.from, name: null }, nouns: true })
  else stems.set(doc, actor && promises(actor.role) ? { actor, nouns: false } : null)
}

/** `1. een wetsvoorstel indienen;` under such a line, where the lines of the text do not show a list. */
export function numbered(doc: Doc, sentence: Sentence): boolean {
  const { low, kind } = doc.tokens
  return (
    stems.get(doc) != null &&
    kind[sentence.from] === number &&
    (low[sentence.from] as string).length <= 2 &&
    /^[.)]$/.test(low[sentence.from + 1] ?? '')
  )
}

const happening = new Set([
  'geschiedt',
  'geschieden',
  'verloopt',
  'verlopen',
  'volgt',
  'volgen',
  'vindt',
  'vinden',
  'komt',
  'komen',
  'gebeurt',
])

/** `de tweede, met veertien opstellingen, medio 2026` under such a line. */
function dated(s: Scene): Act {
  const clause = clauseOf(s)
  const verb = { lemma: s.doc.tokens.low[clause.from] as string, class: 'establish' as const, at: clause.from }
  return { rule: 'commitment.listed', actor: null, passive: true, verb, notes: ['commitment.sender-assumed', 'commitment.time-ahead'] }
}

/** `een landelijk meldpunt` under `Er komt:`. */
function noun(s: Scene): Act | null {
  const { doc } = s
  const clause = clauseOf(s)
  const { low, kind } = doc.tokens
  let at = clause.from
  while (at < clause.to && (kind[at] === mark || kind[at] === number)) at++
  if (low[at] !== 'een') return null
  const verb = { lemma: low[at] as string, class: 'establish' as const, at }
  return { rule: 'commitment.listed', actor: null, passive: true, verb, notes: ['commitment.sender-assumed'] }
}

/** An item under such a line that ends in its infinitive: `de taskforce uitbreiden;`. */
export function listed(s: Scene): Act | null {
  const { doc } = s
  const stem = stems.get(doc)
  const clause = clauseOf(s)
  if (!stem || clause.opener !== null || clause.negated) return null
  const { kind, low } = doc.tokens
  let at = clause.to - 1
  while (at > clause.from && (kind[at] === mark || low[at] === 'en')) at--
  if (stem.dated) return clause.finite < 0 && preciseIn(s, clause.from, clause.to) ? dated(s) : null
  if (stem.nouns) return clause.finite < 0 ? noun(s) : null
  // At the end of an item a plural is the infinitive.
  if (clause.finite >= 0 && clause.finite !== at) return null
  const forms = (doc.lexicon.forms.get(low[at] as string) ?? []).filter(f => f.kind === 'infinitive' || (f.kind === 'present' && f.plural))
  const verb = forms.length > 0 || unknown(doc, at) ? meaningOf(doc, at, forms, clause.from, clause.to) : null
  if (!verb || !acts.has(verb.class)) return null
  return { rule: 'commitment.listed', actor: stem.actor, passive: false, verb, notes: ['commitment.shared-actor'] }
}
