/** What the sender says it does, without a day: `Ik stel een commissie in`, `Daarover vraag ik advies`, `Het ontwerp leg ik u voor`. */
import type { Doc } from '../../doc.ts'
import * as bit from '../../lexicon/bits.ts'
import { table } from '../../lexicon/table.ts'
import type { Actor } from '../actors.ts'
import type { Clause } from '../clauses.ts'
import { addressed, habit, now, whether } from '../gates.ts'
import { acts, clauseOf, type Scene } from '../kinds/scene.ts'
import type { Meaning } from '../verbs.ts'
import { inPaper, uponEvent } from './upon.ts'

/** Verbs of one deed, which is done or not: none of them says what is done day by day. */
const single = new Set([
  ...['instellen', 'oprichten', 'benoemen', 'aanstellen', 'aanwijzen', 'indienen', 'intrekken', 'inrichten', 'openen', 'openstellen'],
  ...['wijzigen', 'aanpassen', 'schrappen', 'afschaffen', 'opheffen', 'sluiten', 'agenderen', 'aankaarten', 'verlengen', 'herzien'],
  ...[
    'voorhangen',
    'voorleggen',
    'ondertekenen',
    'uitnodigen',
    'optuigen',
    'inschakelen',
    'lanceren',
    'invoeren',
    'aantrekken',
    'verruimen',
  ],
  ...['vereenvoudigen', 'terugtrekken', 'stopzetten', 'beëindigen', 'actualiseren', 'aanscherpen', 'opdragen', 'gelasten'],
  ...['opstellen', 'uitschrijven', 'bundelen', 'uitbrengen', 'organiseren'],
  ...['inwinnen', 'inhuren', 'vaststellen', 'doorgeleiden'],
])

/** Words beside a verb that make one deed of it. */
const deeds: Readonly<Record<string, RegExp>> = table({
  roepen: /^leven$/,
  gaan: /^gesprek$/,
  geven: /^(?:opdracht|startsein)$/,
  treden: /^(?:overleg|contact)$/,
  brengen: /^(?:aandacht|consultatie|internetconsultatie|procedure)$/,
  maken: /^(?:keuze|afspraken)$/,
  nemen: /^(?:besluit|beslissing)$/,
})

/** What may be asked for, and is had when it comes: an opinion, a study. */
const asked =
  /(?:advies|oordeel|voorlichting|onderzoek|rapport|toets|doorrekening|second|zienswijze|aanbod|offerte|overzicht|evaluatie|analyse)$/

/** `Ik vraag de Raad van State om voorlichting`, `Dat oordeel vraag ik`, `Ik verzoek de inspectie een onderzoek in te stellen`. */
export function asksFor(doc: Doc, clause: Clause): boolean {
  const { low } = doc.tokens
  for (let i = clause.from; i < clause.to; i++) if (i !== clause.finite && asked.test(low[i] as string)) return true
  return false
}

const generic = /^(?:gemeenten|provincies|partijen|iedereen|burgers|bedrijven|werkgevers|corporaties|lidstaten|u|allen|partners)$/

/** What is asked of everybody is an appeal. */
export function ofAll(doc: Doc, clause: Clause): boolean {
  for (let i = clause.from; i < clause.to; i++) if (generic.test(doc.tokens.low[i] as string)) return true
  return false
}

const lasting = /^(?:al|reeds|steeds|altijd|telkens|inmiddels|blijvend|doorlopend|voortdurend|sinds|standaard)$/
const conditional = /^(?:mocht|desgewenst|eventueel|zonodig|waar|indien|als)$/
const broad =
  /^(?:belang|zorgen|conclusie|conclusies|vraagtekens|kanttekening|genoegen|excuses|waarde|afstand|rol|rekenschap|hoop|vertrouwen)$/

/** Said as a habit, under a condition, or of a feeling: no deed. */
function without(s: Scene): boolean {
  const { doc } = s
  const clause = clauseOf(s)
  const { low } = doc.tokens
  if (clause.negated || now(doc, clause) || habit(doc, clause)) return true
  if (s.clauses.slice(0, s.index).some(c => c.opener === 'als' || c.opener === 'indien' || c.opener === 'wanneer') && !uponEvent(s))
    return true
  for (let i = clause.from; i < clause.to; i++) {
    if (lasting.test(low[i] as string) || broad.test(low[i] as string)) return true
    if (conditional.test(low[i] as string) && i <= clause.from + 1) return true
  }
  const before = s.clauses[s.index - 1]
  return (before !== undefined && low[before.from] === 'mocht') || tells(s)
}

/** `Ik stel vast dat …`: what is said in the clause behind it. */
function tells(s: Scene): boolean {
  const next = s.clauses[s.index + 1]
  return next?.opener === 'dat' && s.doc.tokens.low[next.from - 1] !== ','
}

/** An object with `een`, a number or `het`: the sender's deed is about one thing. */
function thing(doc: Doc, clause: Clause): boolean {
  const { bits, kind } = doc.tokens
  for (let i = clause.from; i < clause.to; i++) if (((bits[i] as number) & bit.determiner) !== 0 || kind[i] === 2) return true
  return false
}

/** One deed of the sender in the present tense, or one that comes upon an event or stands in a paper to come. */
export function deed(s: Scene, verb: Meaning, actor: Actor): boolean {
  const { doc } = s
  const clause = clauseOf(s)
  const mine = actor.role === 'first'
  const cabinet = actor.role === 'sender' && /^(?:kabinet|regering)$/.test(actor.name ?? '')
  const other = actor.role === 'office' || actor.role === 'service' || actor.role === 'sender'
  if (!mine && !cabinet)
    return other && acts.has(verb.class) && verb.class !== 'fund' && uponEvent(s) && !without(s) && !whether(doc, verb.at, clause.to + 2)
  if (without(s) || whether(doc, verb.at, clause.to + 2)) return false
  if (verb.lemma === 'vragen' || verb.lemma === 'verzoeken') return mine && asksFor(doc, clause) && !ofAll(doc, clause)
  const words = deeds[verb.lemma]
  const one = single.has(verb.lemma) || (words !== undefined && doc.tokens.low.slice(clause.from, clause.to).some(low => words.test(low)))
  if (one && acts.has(verb.class) && verb.class !== 'fund' && thing(doc, clause)) return true
  const event = uponEvent(s)
  if (acts.has(verb.class) && verb.class !== 'fund' && event) return true
  return (
    mine && (acts.has(verb.class) || taken.has(verb.lemma)) && (event || inPaper(doc, clause)) && !addressed(doc, clause.from, clause.to)
  )
}

const taken = new Set([
  'opnemen',
  'verwerken',
  'meenemen',
  'betrekken',
  'verantwoorden',
  'vastleggen',
  'borgen',
  'waarborgen',
  'verankeren',
])
