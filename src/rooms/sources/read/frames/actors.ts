/** Who a noun phrase is: the sender, a service it speaks for, the one addressed, a product, or somebody else. */
import { type Doc, maskTime, says, textOf } from '../doc.ts'
import * as bit from '../lexicon/bits.ts'
import * as is from '../lexicon/roles.ts'
import { pronouns } from '../lexicon/roles.ts'
import { ownShorts, unnamed } from '../resolve/bodies.ts'
import { capital, mark, number, word } from '../tokens/tokenise.ts'
import type { Actor, Clause, Role } from './clauses.ts'

export type { Actor } from './clauses.ts'

const later = new Set([
  'nieuw',
  'nieuwe',
  'volgend',
  'volgende',
  'vorig',
  'vorige',
  'toekomstig',
  'amerikaanse',
  'duitse',
  'armeense',
  'belgische',
  'franse',
  'britse',
])
const own = new Set(['mijn', 'ons', 'onze'])
/** Last parts of nouns for bodies and people in the sender's service. */
const staff = [
  ...['dienst', 'diensten', 'ambtenaren', 'medewerkers', 'mensen', 'bureau', 'team', 'teams', 'staf', 'inspecteurs', 'vertegenwoordiger'],
  ...['griffie', 'meldkamer', 'secretariaat', 'kantoor', 'directie', 'vertegenwoordiging', 'juristen', 'voorlichters', 'officieren'],
  ...['eenheid', 'eenheden', 'organisatie', 'plaatsvervanger', 'liaison', 'afdeling', 'bestuursdienst', 'gezant', 'adviseurs', 'experts'],
]
const portfolioWords = new Set(['en', 'van', 'voor', ',', '-', 'de', 'het', 'and', 'of', 'for'])

/** Whether one of these roles can promise in the sender's name. */
export const promises = (role: Role): boolean => role === 'first' || role === 'sender' || role === 'office' || role === 'service'

/** A product by its own name or as the last part of a compound (`kabinetsreactie`). */
export const isProduct = (doc: Doc, low: string): boolean => doc.lexicon.isProduct(low)

/** The phrase from `from`: its head is sought up to the first preposition, comma or verb. */
export function actorAt(doc: Doc, from: number, end: number): Actor {
  const { tokens, lexicon } = doc
  let role: Role = 'unknown'
  let name: string | null = null
  let to = from
  for (let i = from; i < end && i <= from + 10; i++) {
    const low = tokens.low[i] as string
    if (tokens.kind[i] === mark && low !== '-' && low !== '&' && low !== '’') break
    if (i > from && ((tokens.bits[i] as number) & bit.preposition) !== 0) break
    to = i + 1
    if (i === from + 1 && unnamed(doc, from)) return { role: 'pronoun', from, to, name: null }
    // `mijn dienst`, `onze inspecteurs`: who works for the sender.
    if (i === from + 1 && own.has(tokens.low[from] as string) && staff.some(end => low.endsWith(end)))
      return { role: 'sender', from, to: nameEnd(doc, i + 1, end), name: textOf(doc, i, nameEnd(doc, i + 1, end)) }
    if (((tokens.bits[i] as number) & bit.cast) === 0) continue
    const roles = lexicon.words.roles(tokens.id[i] as number)
    if (i === from && (roles & is.first) !== 0) return { role: 'first', from, to, name: null }
    if (i === from && (low === 'u' || low === 'uw')) {
      if (low === 'u') return { role: 'addressee', from, to, name: null }
      continue
    }
    if (i === from && (roles & is.pronoun) !== 0 && low !== 'deze') return { role: 'pronoun', from, to, name: null }
    if ((roles & is.addressee) !== 0) return { role: 'addressee', from, to, name: low }
    // For a region or a water authority its own board speaks, and a minister is somebody else.
    const away = doc.home === 'other'
    if (away && (roles & (is.local | is.localOffice)) !== 0) {
      const whole = /^(?:algemeen|dagelijks)$/.test(tokens.low[i - 1] ?? '') ? i - 1 : i
      const behind = low === 'commandant' && tokens.low[i + 1] === 'brandweer' ? i + 2 : i + 1
      return { role: 'sender', from, to, name: textOf(doc, whole, behind).toLowerCase() }
    }
    // `de Staat` before a court; `de Staat van de Volkshuisvesting` is a paper.
    if (low === 'staat' && i === from + 1 && tokens.low[from] === 'de' && capital(tokens, i) && tokens.low[i + 1] !== 'van')
      return { role: 'sender', from, to, name: 'Staat' }
    // `inspecteur-generaal`: a head of two words.
    if (low === 'generaal' && tokens.low[i - 1] === '-' && lexicon.set.heads.has(`${tokens.low[i - 2]}-generaal`))
      return { role: 'sender', from, to, name: textOf(doc, i - 2, nameEnd(doc, i + 1, end)) }
    // `mijn collega van Defensie` is its minister.
    if (
      /^(?:collega|ambtgenoot|ambtsgenoot)$/.test(low) &&
      tokens.low[i + 1] === 'van' &&
      capital(tokens, i + 2) &&
      !later.has(tokens.low[i - 1] ?? '')
    )
      return { role: 'office', from, to: nameEnd(doc, i + 2, end), name: `minister ${textOf(doc, i + 1, nameEnd(doc, i + 2, end))}` }
    if ((roles & is.office) !== 0) return away ? { ...office(doc, i, end), role: 'other' } : office(doc, i, end)
    const before = tokens.low[i - 1] ?? ''
    if ((roles & is.head) !== 0 || ((roles & is.ownService) !== 0 && capital(tokens, i))) {
      const body = /(?:groep|team|kwartiermaker)$/.test(low)
      if (later.has(before) || (away && !body) || (before === 'zijn' && !capital(tokens, i))) return { role: 'other', from, to, name: null }
      return headed(doc, from, i, end)
    }
    const raw = (roles & (is.service | is.other)) === 0 ? low : textOf(doc, i, i + 1)
    // `VWS` alone is its ministry.
    if ((roles & is.service) !== 0 && raw !== low)
      return lexicon.data.officeShort[raw]
        ? { role: 'sender', from, to, name: `ministerie van ${raw}` }
        : { role: 'service', from, to, name: raw }
    if (namedBody(doc, from, i)) return headed(doc, from, i, end)
    // `het gewijzigde Besluit veiligheidsregio's`: the name of a law runs on.
    if ((roles & is.other) !== 0 && role === 'product' && capital(tokens, i - 1) && !capital(tokens, i)) continue
    if ((roles & is.other) !== 0 && !(i === from && (low === 'zij' || low === 'hij'))) return { role: 'other', from, to, name: raw }
    if (says(doc, i, bit.product)) {
      role = 'product'
      name = low
    }
  }
  const longer = shortBehind(doc, from, to, end)
  if (longer && role === 'unknown') return longer
  // `Koninklijk Nederlands Meteorologisch Instituut (KNMI)`: its short form says whose it is; a short form alone was told before.
  if (role !== 'unknown' && role !== 'product') return { role, from, to, name }
  const short = tokens.low[to] === '(' && tokens.low[to + 2] === ')' ? tokens.low[to + 1] : undefined
  if (short !== undefined && lexicon.set.others.has(short)) return { role: 'other', from, to, name: null }
  const start = from < to && lexicon.set.determiners.has(tokens.low[from] ?? '') ? from + 1 : from
  if (short !== undefined && lexicon.set.services.has(short) && capital(tokens, start))
    return { role: 'service', from, to, name: textOf(doc, start, to) }
  const alone = to === start + 1 && capital(tokens, start) && start > 0
  if (alone && ownShorts(doc, (a, b) => promises(actorAt(doc, a, b).role)).has(tokens.low[start] as string))
    return { role: 'service', from, to, name: textOf(doc, start, to) }
  return { role, from, to, name }
}

/** `Staatstoezicht op de Mijnen (hierna: SodM)`: a name that runs on over a preposition, with its short form behind it. */
function shortBehind(doc: Doc, from: number, at: number, end: number): Actor | null {
  const { low } = doc.tokens
  const start = says(doc, from, bit.determiner) ? from + 1 : from
  if (!capital(doc.tokens, start) || at >= end) return null
  let open = at
  while (open < end && open < at + 7 && (capital(doc.tokens, open) || /^(?:van|voor|op|in|de|het|en|der)$/.test(low[open] as string)))
    open++
  if (open === at || low[open] !== '(') return null
  const last = low[open + 2] === ':' ? open + 3 : open + 1
  const short = low[last === open + 3 && low[last] === 'de' ? last + 1 : last] ?? ''
  const { services, local } = doc.lexicon.set
  if (!services.has(short) && !(doc.home === 'other' && local.has(short))) return null
  return { role: 'service', from, to: open, name: textOf(doc, start, open) }
}

/** `Taskforce Grondstoffen`, `het Bureau Toetsing`, `de Nationaal Coördinator`: a body with a name of its own. */
function namedBody(doc: Doc, from: number, i: number): boolean {
  const { tokens } = doc
  const low = tokens.low[i] as string
  if (doc.home === 'other' || !capital(tokens, i) || !capital(tokens, i + 1)) return false
  if (low === 'taskforce') return true
  return low === 'bureau' && i === from + 1 && tokens.low[from] === 'het'
}

/** `minister van Justitie en Veiligheid`, `Staatssecretaris van IenW`. */
function office(doc: Doc, at: number, end: number): Actor {
  const { tokens } = doc
  let to = at + 1
  // `minister-president`, `gevolmachtigde minister`
  if (tokens.low[to] === '-' && /^(?:president|plenipotentiaris)$/.test(tokens.low[to + 1] ?? '')) to += 2
  const first = /^gevolmachtigde?$/.test(tokens.low[at - 1] ?? '') ? at - 1 : at
  // A minister by name: `Minister Hermans`.
  if (['van', 'voor', 'of', 'for'].includes(tokens.low[to] ?? '')) {
    let k = to + 1
    while (
      k < end &&
      (capital(tokens, k) ||
        (portfolioWords.has(tokens.low[k] ?? '') &&
          (capital(tokens, k + 1) || (portfolioWords.has(tokens.low[k + 1] ?? '') && capital(tokens, k + 2)))))
    )
      k++
    if (k > to + 1) to = k
  }
  if (first < at) return { role: 'office', from: at, to, name: textOf(doc, first, to) }
  // `staatssecretaris Jeugd, Preventie en Sport`: a portfolio without a preposition.
  if (to === at + 1)
    while (
      to < end &&
      to < at + 9 &&
      (capital(tokens, to) || ((tokens.low[to] === ',' || tokens.low[to] === 'en') && to > at + 1 && capital(tokens, to + 1)))
    )
      to++
  const name = textOf(doc, at, to)
  return { role: 'office', from: at, to, name: name.charAt(0).toLowerCase() + name.slice(1) }
}

/** A name runs on over capitals and what links them: `van het Onderwijs`. */
function nameEnd(doc: Doc, from: number, end: number): number {
  const { low } = doc.tokens
  const link = (k: number): boolean => /^(?:en|voor|van|der|de|het|-)$/.test(low[k] ?? '')
  let to = from
  while (
    to < end &&
    (capital(doc.tokens, to) || (link(to) && (capital(doc.tokens, to + 1) || (link(to + 1) && capital(doc.tokens, to + 2)))))
  )
    to++
  return to
}

/** `het kabinet`, `het ministerie van IenW`, `mijn ministerie`. */
function headed(doc: Doc, from: number, at: number, end: number): Actor {
  const { low } = doc.tokens
  if (low[at] === 'ministerie' || low[at] === 'departement' || low[at] === 'ministry') {
    const full = office(doc, at, end)
    return { ...full, role: 'sender', from }
  }
  // `de overheid` of another country or level says so itself.
  if (low[at] === 'overheid' && ['lokale', 'regionale', 'decentrale'].includes(low[at - 1] ?? ''))
    return { role: 'other', from, to: at + 1, name: null }
  // A name is written with capitals, and runs on over them: `Commando Materieel en IT`.
  let to = at + 1
  const link = (k: number): boolean => /^(?:en|voor|van|der|de|het|-)$/.test(low[k] ?? '')
  if (capital(doc.tokens, at))
    while (
      to < end &&
      (capital(doc.tokens, to) || (link(to) && (capital(doc.tokens, to + 1) || (link(to + 1) && capital(doc.tokens, to + 2)))))
    )
      to++
  // `Nederlandse Voedsel- en Warenautoriteit`: the name begins before its head.
  let start = at
  if (capital(doc.tokens, at))
    while (start - 1 >= from && (capital(doc.tokens, start - 1) || (/^(?:en|-)$/.test(low[start - 1] ?? '') && start - 2 >= from))) start--
  while (start < at && (says(doc, start, bit.determiner) || !capital(doc.tokens, start))) start++
  return { role: 'sender', from, to, name: textOf(doc, start, to) }
}

/** The subject of a main clause; `earlier`: that of the clause before, which it may share. Several stages ask: the clause keeps the last answer. */
export function subjectOf(doc: Doc, clause: Clause, earlier: Actor | null): Actor {
  const { asked } = clause
  if (asked && asked.earlier === earlier && asked.finite === clause.finite) return asked.subject
  const subject = foundSubject(doc, clause, earlier)
  clause.asked = { earlier, finite: clause.finite, subject }
  return subject
}

/** What joins a clause to the one before, and what stands in front of a verb without being its subject. */
const joining = new Set(['en', 'maar', 'want', 'dus', 'of', ',', '–', '-', '•', '▪', '●', '·'])
const frontWords = new Set(['er', 'hierover', 'daarover', 'zoals', 'wel', 'niet', 'om'])

/** Behind the finite verb after a fronted part, before it otherwise. */
function foundSubject(doc: Doc, clause: Clause, earlier: Actor | null): Actor {
  const { tokens } = doc
  const { finite } = clause
  if (finite < 0) return earlier ?? none(clause.from)
  let after = finite + 1
  const beforeTime = (i: number): boolean => /^(?:in|op)$/.test(tokens.low[i] ?? '') && i + 1 < clause.to && timeWord(doc, i + 1)
  while (after < clause.to && (says(doc, after, bit.adverb) || timeWord(doc, after) || beforeTime(after)) && tokens.low[after] !== 'er')
    after++
  if (tokens.low[after] === 'er') after++
  const behind = actorAt(doc, after, clause.to)
  if (behind.role === 'first') return behind
  let start = clause.from
  while (start < finite && joining.has(tokens.low[start] ?? '')) start++
  // `Ik ga in gesprek en zal uw Kamer informeren`: the subject is shared.
  if (start >= finite && clause.joined && earlier && promises(earlier.role) && !promises(behind.role)) return earlier
  // `De NZa ziet toe en zal haar bevindingen publiceren`: what is somebody's own is the object.
  if (start >= finite && clause.joined && earlier && /^(?:haar|zijn|hun)$/.test(tokens.low[after] ?? '')) return earlier
  if (start >= finite) return startsPhrase(doc, after) ? behind : (earlier ?? behind)
  if (fronted(doc, start, finite)) return behind
  const before = actorAt(doc, start, finite)
  // An object in front: `De Kamer informeer ik`, `Een reactie stuurt het kabinet`.
  if (promises(behind.role) && !promises(before.role) && startsPhrase(doc, after) && before.role !== 'other') return behind
  return before
}

const none = (at: number): Actor => ({ role: 'unknown', from: at, to: at, name: null })
const timeWord = (doc: Doc, i: number): boolean => ((doc.mask[i] as number) & maskTime) !== 0

function startsPhrase(doc: Doc, i: number): boolean {
  const { tokens, lexicon } = doc
  if (tokens.kind[i] === number || tokens.kind[i] === mark || i >= tokens.count) return false
  const low = tokens.low[i] ?? ''
  return (
    says(doc, i, bit.determiner) ||
    lexicon.set.first.has(low) ||
    pronouns.has(low) ||
    low === 'u' ||
    (tokens.kind[i] === word && !says(doc, i, bit.preposition | bit.verb))
  )
}

/** The part before the finite verb is no subject: an adverb, a time, a phrase with a preposition. */
function fronted(doc: Doc, start: number, finite: number): boolean {
  const { tokens } = doc
  const low = tokens.low[start] ?? ''
  if (frontWords.has(low)) return true
  if (timeWord(doc, start)) return true
  if (says(doc, start, bit.adverb)) return start + 1 >= finite || !startsPhrase(doc, start + 1) || low !== 'ook'
  return says(doc, start, bit.preposition)
}

/** Who does it in a passive: `door de Staatssecretaris`; a gerund (`door goed te …`) is no agent. */
export function agentOf(doc: Doc, clause: Clause): Actor | null {
  const { tokens } = doc
  for (let i = clause.from; i < clause.to; i++) {
    if (tokens.low[i] !== 'door' && tokens.low[i] !== 'namens') continue
    const next = tokens.low[i + 1] ?? ''
    if (/^[,.;)]$/.test(next)) continue
    if (next === 'mij' || next === 'ons') return { role: 'first', from: i + 1, to: i + 2, name: null }
    const actor = actorAt(doc, i + 1, clause.to)
    const known = says(doc, i + 1, bit.determiner) || capital(tokens, i + 1) || actor.role !== 'unknown'
    if (!known) continue
    return actor.role === 'unknown' || actor.role === 'product' ? { ...actor, role: actor.role === 'product' ? 'unknown' : 'other' } : actor
  }
  return null
}
