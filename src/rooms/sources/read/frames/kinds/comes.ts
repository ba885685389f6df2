/** What comes by itself: papers, events and works that start, open, appear, go to the House, or are planned and ready by a day. */
import { type Doc, says, textOf } from '../../doc.ts'
import * as bit from '../../lexicon/bits.ts'
import { type Actor, isProduct, promises } from '../actors.ts'
import type { Clause } from '../clauses.ts'
import { ofThese } from '../forms/borders.ts'
import { inPaper, uponEvent } from '../forms/upon.ts'
import { aboutProduct, addressed, ofOthers } from '../gates.ts'
import type { Meaning } from '../verbs.ts'
import { appears, clauseOf, dueIn, preciseIn, type Scene, type Verdict } from './scene.ts'

/** Last parts of nouns that name an act, a work or an arrangement, which somebody brings about; never a person or a firm. */
const works = [
  ...['ing', 'ingen', 'atie', 'aties', 'bouw', 'proef', 'pilot', 'pilots', 'traject', 'fase', 'campagne', 'project', 'projecten'],
  ...['programma', 'procedure', 'cursus', 'ronde', 'tranche', 'loket', 'meldpunt', 'centrum', 'register', 'fonds', 'norm', 'plicht'],
  ...['termijn', 'toeslag', 'overleg', 'verbod', 'pakket', 'systeem', 'portaal', 'website', 'versie', 'werkzaamheden', 'consult'],
  ...[
    'faciliteit',
    'maatregel',
    'maatregelen',
    'subsidie',
    'locatie',
    'start',
    'conferentie',
    'school',
    'lijn',
    'eenheid',
    'tarief',
    'age',
    'ages',
    'opening',
    ...['komst', 'datum', 'gesprek', 'briefing', 'bezoek', 'tafel', 'dag', 'toets', 'module', 'dashboard', 'grens', 'recht', 'heffing'],
    ...['regime', 'stelsel', 'proef', 'deel', 'moment', 'lichting'],
    'aftrap',
    'uitkomst',
    'uitkomsten',
    'besluit',
  ],
]

/** How they end: most words end otherwise. */
const worksEnd = new Set(works.map(end => end.slice(-2)))

/** Whether a subject is such a work: it has a lower-case head with one of these ends, or is a product. */
export function event(doc: Doc, clause: Clause, actor: Actor): boolean {
  if (actor.role === 'product') return true
  if (actor.role !== 'unknown' || actor.to <= actor.from) return false
  // `Het eerste, in Groningen, opent in maart`: one of what was spoken of.
  if (actor.to - actor.from <= 3 && ofThese.has(doc.tokens.low[actor.from + 1] ?? '')) return true
  const first = actor.to - 1 === clause.from
  const head = first ? (doc.tokens.low[actor.to - 1] as string) : textOf(doc, actor.to - 1, actor.to)
  return (
    head === head.toLowerCase() &&
    head.length > 3 &&
    ((worksEnd.has(head.slice(-2)) && works.some(end => head.endsWith(end))) || isProduct(doc, head))
  )
}

/** A common noun with its article; a firm has a capital. */
const plainThing = (doc: Doc, actor: Actor): boolean => {
  if (actor.role !== 'unknown' || actor.to - actor.from < 2) return false
  const head = textOf(doc, actor.to - 1, actor.to)
  return ((doc.tokens.bits[actor.from] as number) & bit.determiner) !== 0 && head === head.toLowerCase()
}

const made = (rule: string, verb: Meaning): Verdict => ({
  rule,
  actor: null,
  passive: true,
  verb,
  notes: ['commitment.sender-assumed'],
})

const available = new Set(['beschikbaar', 'gereed', 'online', 'vrij', 'klaar', 'openbaar', 'uit'])
const bodies = new Set(['kamer', 'kamers', 'staten', 'parlement', 'raad', 'ministerraad', 'afdeling', 'staten-generaal', 'consultatie'])

const has = (doc: Doc, clause: Clause, words: ReadonlySet<string>): boolean => {
  for (let i = clause.from; i < clause.to; i++) if (i !== clause.finite && words.has(doc.tokens.low[i] as string)) return true
  return false
}

/** `naar de Kamer`, `naar de Raad van State`. */
function headsFor(doc: Doc, clause: Clause): boolean {
  const { low } = doc.tokens
  for (let i = clause.finite + 1; i < clause.to; i++)
    if (low[i] === 'naar') for (let k = i + 1; k <= i + 3 && k < clause.to; k++) if (bodies.has(low[k] as string)) return true
  return false
}

const there = (doc: Doc, clause: Clause): boolean => {
  const { low } = doc.tokens
  return low[clause.finite - 1] === 'er' || low[clause.finite + 1] === 'er' || low[clause.finite + 2] === 'er'
}

const decisions = /(?:besluit|beslissing|keuze|besluiten)$/
const decides = (doc: Doc, clause: Clause): boolean => {
  for (let i = clause.from; i < clause.to; i++) if (decisions.test(doc.tokens.low[i] as string)) return true
  return false
}

/** `gaat voor Prinsjesdag in consultatie`, `er komt in juni een loket`, `volgt nog`, `een besluit valt in mei`. */
export function comes(s: Scene, verb: Meaning, actor: Actor): Verdict {
  const { doc } = s
  const clause = clauseOf(s)
  const time = dueIn(s, s.from, clause.to)
  const thing = event(doc, clause, actor)
  if (verb.lemma === 'gaan' && time && actor.role !== 'other')
    if ((verb.class === 'establish' && (thing || plainThing(doc, actor))) || headsFor(doc, clause)) return made('commitment.appears', verb)
  // `het gaat in maart in consultatie`, `dat rapport gaat onverwijld naar uw Kamer`
  if (verb.lemma === 'gaan' && actor.role !== 'other') {
    if (time && verb.class === 'establish' && pointing.test(doc.tokens.low[actor.from] ?? '') && actor.to === actor.from + 1)
      return made('commitment.appears', verb)
    if (headsFor(doc, clause) && (uponEvent(s) || has(doc, clause, soon))) return made('commitment.appears-yet', verb)
  }
  const given = handsOut(s, verb, actor)
  if (given) return given
  // `het gaat vergezeld van een toets`: of what was promised just before.
  if (
    verb.lemma === 'gaan' &&
    s.after &&
    said(doc, clause, 'vergezeld', 'van') &&
    (thing || pointing.test(doc.tokens.low[actor.from] ?? ''))
  )
    return made('commitment.content', verb)
  // `krijgt dit najaar een vervolg`, `ziet in mei het licht`
  if ((verb.lemma === 'krijgen' || verb.lemma === 'zien') && verb.class === 'establish' && actor.role !== 'other' && !promises(actor.role))
    return time || inPaper(doc, clause) ? made('commitment.appears', verb) : null
  // `komt u zo spoedig mogelijk toe`
  if ((verb.lemma === 'toekomen' || verb.lemma === 'toegaan' || verb.lemma === 'bereiken') && time && actor.role !== 'other')
    return addressed(doc, clause.from, clause.to) ? made('commitment.appears', verb) : null
  if (verb.lemma === 'liggen')
    return time && ((there(doc, clause) && names(doc, clause)) || beforeYou(doc, clause))
      ? made('commitment.appears', verb)
      : { gate: 'stative' }
  if (verb.lemma === 'uitkomen' && said(doc, clause, 'uit', 'op')) return { gate: 'stative' }
  if (appears.has(verb.lemma) && ofOthers(doc, clause)) return { gate: 'other-actor' }
  if (verb.lemma === 'vallen') return time && decides(doc, clause) ? made('commitment.appears', verb) : { gate: 'stative' }
  // `Er start in juni een regietafel`
  if (there(doc, clause) && time && begins.has(verb.lemma) && actor.role !== 'other' && indefinite(doc, actor))
    return made('commitment.appears', verb)
  if (verb.lemma === 'uitgaan' && time && actor.role === 'product') return made('commitment.appears', verb)
  // `Er komt een meldpunt voor huurders`
  if (
    verb.lemma === 'komen' &&
    there(doc, clause) &&
    thing &&
    actor.role !== 'other' &&
    indefinite(doc, actor) &&
    clause.opener === null &&
    !denied(s)
  )
    return made(time ? 'commitment.appears' : 'commitment.appears-yet', verb)
  if (verb.lemma === 'komen' && time && actor.role !== 'other' && (there(doc, clause) || has(doc, clause, available)))
    return made('commitment.appears', verb)
  if (!appears.has(verb.lemma)) return null
  const yet = nog(doc, clause)
  const inside = verb.lemma === 'volgen' && actor.role === 'product' && fromProduct(doc, clause)
  // A company or a project that begins something is not the sender's.
  if ((verb.lemma === 'starten' || verb.lemma === 'beginnen' || verb.lemma === 'openen') && actor.role === 'unknown' && !thing)
    return { gate: 'other-actor' }
  const ends = /^[.;]$/.test(doc.tokens.low[clause.finite + 1] ?? '.')
  const bare = verb.lemma === 'volgen' && actor.role === 'product' && clause.opener === null && (ends || after(doc, clause))
  if (actor.role === 'other' || !(time || inside || ((yet || bare) && actor.role === 'product'))) return { gate: 'running' }
  if ((verb.lemma === 'komen' || verb.lemma === 'treden') && !thing) return { gate: 'running' }
  return made(time ? 'commitment.appears' : 'commitment.appears-yet', verb)
}

/** Ends of nouns for what the sender hands out. */
const handed = [
  ...['brief', 'opdracht', 'beschikking', 'bevoegdheid', 'bevoegdheden', 'budget', 'tranche', 'contactpersoon', 'uitkering', 'toegang'],
  ...['aanbod', 'handreiking', 'mandaat', 'subsidie', 'vergoeding', 'instructie', 'training', 'opleiding', 'toelage', 'pakket', 'middelen'],
  ...['status', 'loket', 'meldpunt', 'aanspreekpunt', 'exemplaar', 'bericht', 'uitnodiging', 'vervolg', 'ondersteuning', 'gezicht', 'naam'],
]
const onRequest = /^(?:aanvraag|aanvragen|verzoek|bezwaar|wie|jaarlijks|altijd|steeds|standaard)$/

/** `Iedere gemeente krijgt in mei een brief`, `De regeling krijgt in juli een tweede tranche`: somebody gets what the sender hands out. */
function handsOut(s: Scene, verb: Meaning, actor: Actor): Verdict {
  const { doc } = s
  const clause = clauseOf(s)
  if (
    (verb.lemma !== 'krijgen' && verb.lemma !== 'ontvangen') ||
    clause.opener !== null ||
    actor.role === 'first' ||
    actor.role === 'addressee'
  )
    return null
  if (!preciseIn(s, s.from, clause.to)) return null
  const { low } = doc.tokens
  let [what, mine] = [false, false]
  for (let i = clause.from; i < clause.to; i++) {
    const word = low[i] as string
    if (onRequest.test(word)) return null
    if (i > clause.finite && handed.some(end => word.endsWith(end))) what = true
    if (word !== 'van' || i > clause.finite + 2 || i < clause.finite) continue
    // `van het ziekenhuis`: it comes from others.
    if (!/^(?:mij|ons|mijn|onze)$/.test(low[i + 1] ?? '')) return null
    mine = true
  }
  if (!what && !mine) return null
  if (verb.lemma === 'ontvangen' && !mine) return null
  return made('commitment.appears', { ...verb, class: 'establish' })
}

const begins = new Set(['starten', 'beginnen', 'komen', 'volgen', 'gaan', 'verschijnen', 'uitgaan'])
const soon = new Set(['onverwijld', 'direct', 'terstond', 'dan', 'vervolgens', 'daarna', 'meteen'])
const pointing = /^(?:het|dit|dat|deze|die)$/

/** `op uw tafel`, `bij uw Kamer`, `bij u`: it lies before the House. */
function beforeYou(doc: Doc, clause: Clause): boolean {
  const { low } = doc.tokens
  for (let i = clause.from; i < clause.to; i++)
    if (low[i] === 'tafel' || (low[i] === 'bij' && /^(?:u|uw)$/.test(low[i + 1] ?? ''))) return true
  return false
}

/** `komt er wat mij betreft niet`: denied behind what was put between. */
function denied(s: Scene): boolean {
  const clause = clauseOf(s)
  for (let i = clause.to; i < clause.to + 8 && !/^[.;]$/.test(s.doc.tokens.low[i] ?? '.'); i++)
    if (((s.doc.tokens.bits[i] as number) & bit.negation) !== 0) return true
  return false
}

const indefinite = (doc: Doc, actor: Actor): boolean => doc.tokens.low[actor.from] === 'een'

const said = (doc: Doc, clause: Clause, a: string, b: string): boolean => {
  for (let i = clause.from; i < clause.to; i++) if (doc.tokens.low[i] === a && doc.tokens.low[i + 1] === b) return true
  return false
}

const names = (doc: Doc, clause: Clause): boolean => {
  for (let i = clause.finite + 1; i < clause.to; i++) if (says(doc, i, bit.product)) return true
  return false
}

/** `volgt uiterlijk vier weken na …`, `volgt na het overleg`, `volgt separaat`; not `volgt uit` or `volgt op`. */
const after = (doc: Doc, clause: Clause): boolean =>
  /^(?:na|zodra|uiterlijk|separaat|binnen|afzonderlijk|later|daarna|apart|bij)$/.test(doc.tokens.low[clause.finite + 1] ?? '')

/** `In de voortgangsrapportage volgt …`. */
const fromProduct = (doc: Doc, clause: Clause): boolean =>
  doc.tokens.low[clause.from] === 'in' && aboutProduct(doc, clause.from, clause.finite, low => isProduct(doc, low))

const nog = (doc: Doc, clause: Clause): boolean => {
  for (let i = clause.from; i < clause.to; i++) if (doc.tokens.low[i] === 'nog') return true
  return false
}
