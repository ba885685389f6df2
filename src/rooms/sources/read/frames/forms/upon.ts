/** Upon what a step comes, where no day is named: `na ontvangst van het advies`, `bij de eerstvolgende herziening`, `in het jaarverslag`. */
import type { Doc } from '../../doc.ts'
import * as bit from '../../lexicon/bits.ts'
import { isProduct } from '../actors.ts'
import type { Clause } from '../clauses.ts'

/** The clause of a sentence that is asked about, and where its passage begins. */
interface Place {
  readonly doc: Doc
  readonly clauses: readonly Clause[]
  readonly index: number
  readonly from: number
}

/** Ends of nouns that name something done: `afronding`, `ommekomst`, `bespreking`, `overleg`. */
const done = [
  ...['ing', 'komst', 'loop', 'overleg', 'advies', 'debat', 'evaluatie', 'consultatie', 'publicatie', 'onderzoek', 'besluit', 'gesprek'],
  ...['akkoord', 'vangst', 'name', 'raad', 'ronde', 'proef', 'pilot', 'stemming', 'inspraak', 'toets', 'ratificatie', 'toestemming'],
]
const isDone = (low: string): boolean => low.length > 4 && done.some(end => low.endsWith(end))

/** What comes in on any day, and says what is done as a rule: `na ontvangst van een aanvraag`. */
const anyDay =
  /^(?:aanvraag|aanvragen|melding|meldingen|klacht|klachten|verzoek|verzoeken|bezwaar|bezwaren|incident|incidenten|termijn|overlijden)$/

function general(doc: Doc, from: number, to: number): boolean {
  const { low } = doc.tokens
  for (let i = from; i < to && i < from + 8 && !/^[,;:]$/.test(low[i] as string); i++) {
    if (anyDay.test(low[i] as string)) return true
    if (/^(?:een|elke|elk|iedere|ieder)$/.test(low[i] as string) && i > from) return true
  }
  return false
}

const following = /^(?:eerstvolgende|volgende|komende|aanstaande|nieuwe|definitieve)$/
const events = /^(?:aanbieding|voorjaarsnota|najaarsnota|miljoenennota|voorjaarsbesluitvorming|begroting|besluitvorming|herziening)$/

/** Whether the words from `i` name such an event. */
function eventAt(doc: Doc, i: number, to: number): boolean {
  const { low, bits } = doc.tokens
  const first = low[i] as string
  let k = i + 1
  while (k < to && ((bits[k] as number) & bit.determiner) !== 0 && low[k] !== 'een') k++
  const head = low[k] ?? ''
  if (first === 'na') {
    if (head === 'afloop') return true
    // An adjective may stand before it: `na de interne bespreking`.
    const noun = isDone(head) ? k : isDone(low[k + 1] ?? '') && ((bits[k] as number) & bit.preposition) === 0 ? k + 1 : -1
    return noun > 0 && !general(doc, k, to)
  }
  if (first === 'bij' || first === 'in' || first === 'met' || first === 'tijdens' || first === 'op')
    return following.test(head) || (first === 'bij' && events.test(head) && !general(doc, k, to))
  if (first === 'voorafgaand') return low[i + 1] === 'aan'
  if (first === 'tijdig' || first === 'ruim') return low[i + 1] === 'voor' || low[i + 1] === 'vóór'
  if (first === 'binnen') return low.slice(i + 1, Math.min(to, i + 5)).includes('termijn')
  return (first === 'gelijktijdig' || first === 'tegelijk') && /^(?:met|daarmee|hiermee)$/.test(low[i + 1] ?? '')
}

/** The clause names an event upon which its step comes. */
export function uponEvent(s: Place): boolean {
  const clause = s.clauses[s.index] as Clause
  for (let i = s.from; i < clause.to; i++) if (eventAt(s.doc, i, i < clause.finite ? clause.finite : clause.to)) return true
  return afterClause(s)
}

/** `Zodra de cijfers er zijn, …` before it, `…, zodra dat bekend is` behind it; not what happens each time (`zodra een melding binnenkomt`). */
function afterClause(s: Place): boolean {
  for (let k = s.index - 1; k >= 0 && s.clauses[k]?.opener; k--) if (single(s.doc, s.clauses[k] as Clause)) return true
  const next = s.clauses[s.index + 1]
  return next !== undefined && next.opener !== null && single(s.doc, next)
}

function single(doc: Doc, clause: Clause): boolean {
  const when = clause.opener === 'zodra' || clause.opener === 'nadat'
  const there = clause.opener === 'wanneer' || clause.opener === 'als'
  if (!when && !(there && known(doc, clause))) return false
  return !general(doc, clause.from, clause.to)
}

/** `wanneer het advies er is`, `als de uitkomsten bekend zijn`. */
function known(doc: Doc, clause: Clause): boolean {
  for (let i = clause.from; i < clause.to; i++) if (isKnown(doc, i)) return true
  return false
}

const sequence = /^(?:vervolgens|daarna|aansluitend|nadien)$/

/** `Vervolgens wordt het ontwerp …`: the next step. */
export function next(s: Place): boolean {
  const clause = s.clauses[s.index] as Clause
  for (let i = s.from; i < clause.to && i <= clause.finite + 1; i++) if (sequence.test(s.doc.tokens.low[i] as string)) return true
  return false
}

const always = /^(?:altijd|steeds|telkens|ambtshalve|doorgaans|standaard|jaarlijks|periodiek|door)$/

/** Said as a rule, not of one time. */
export function asRule(doc: Doc, clause: Clause): boolean {
  for (let i = clause.from; i < clause.to; i++) if (always.test(doc.tokens.low[i] as string)) return true
  return false
}

const isKnown = ({ tokens: { low } }: Doc, i: number): boolean =>
  /^(?:bekend|gereed|beschikbaar|binnen|afgerond)$/.test(low[i] as string) ||
  (low[i] === 'er' && /^(?:is|zijn|ligt|liggen)$/.test(low[i + 1] ?? ''))

/** `In de volgende voortgangsbrief`: a paper that is yet to come. */
export function inNext(doc: Doc, clause: Clause): boolean {
  const { low } = doc.tokens
  for (let i = clause.from; i + 2 < clause.to; i++)
    if (low[i] === 'in' && /^(?:eerstvolgende|volgende)$/.test(low[i + 2] as string) && isProduct(doc, low[i + 3] ?? '')) return true
  return false
}

const papers =
  /(?:brief|rapportage|verslag|reactie|nota|wet|wetsvoorstel|regeling|besluit|strategie|agenda|plan|evaluatie|handboek|convenant|circulaire|begroting|voorjaarsnota)$/

/** `verwerk ik in het wetsvoorstel`, `in de Staat van de Volkshuisvesting`: the paper to come in which it stands; not this one. */
export function inPaper(doc: Doc, clause: Clause): boolean {
  const { low, bits } = doc.tokens
  for (let i = clause.from; i < clause.to; i++) {
    if (low[i] !== 'in' && low[i] !== 'bij') continue
    let k = i + 1
    while (k < clause.to && k <= i + 3 && ((bits[k] as number) & bit.determiner) !== 0 && !/^(?:deze|dit)$/.test(low[k] as string)) k++
    if (following.test(low[k] ?? '')) k++
    if (low[k] === 'staat' && low[k + 1] === 'van') return true
    if (k > i + 1 && (papers.test(low[k] ?? '') || isProduct(doc, low[k] ?? '')) && !/^(?:deze|dit)$/.test(low[k - 1] ?? '')) return true
  }
  return false
}
