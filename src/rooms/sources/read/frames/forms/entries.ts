/**
 * Entries of a calendar or a list of actions, which have no finite verb: `Herijken van het evacuatieplan (Q4 2026)`, `15 juni: start van de
 * campagne`, `Training of volunteers — Ministry of Health — March`. An act, at times who does it, and a time that is set apart by a mark.
 */
import { type Doc, maskTime, says } from '../../doc.ts'
import type { TimeSpan } from '../../find/times/find.ts'
import * as bit from '../../lexicon/bits.ts'
import type { Sentence } from '../../tokens/sentences.ts'
import { mark, number, word } from '../../tokens/tokenise.ts'
import { type Actor, actorAt, isProduct, promises } from '../actors.ts'
import { ahead, isScope, type Times } from '../due.ts'
import { comesAs } from '../kinds/items.ts'
import { acts } from '../kinds/scene.ts'
import { finiteAt, verbalAt } from '../verbs.ts'
import type { Draft } from './reported.ts'

interface Span {
  readonly from: number
  readonly to: number
}

/** Marks that part the cells of an entry, and those that set a time apart. */
const parting = new Set(['|', '—', '–', '-'])
const apart = new Set([...parting, ':', '(', ','])
/** What may stand between that mark and the time. */
const ready = new Set([
  ...[
    'gereed',
    'klaar',
    'afgerond',
    'voltooid',
    'afronding',
    'oplevering',
    'opgeleverd',
    'deadline',
    'planning',
    'streefdatum',
    'einddatum',
  ],
  ...['gepland', 'voorzien', 'beoogd', 'datum', 'termijn', 'start', ':', 'in', 'op'],
  ...[
    'scheduled',
    'planned',
    'expected',
    'due',
    'for',
    'to',
    'be',
    'completed',
    'finished',
    'held',
    'delivered',
    'ready',
    'date',
    'target',
  ],
])
const labels = new Set(['actie', 'maatregel', 'mijlpaal', 'stap', 'actiepunt', 'action', 'measure', 'milestone', 'step'])
const owners = new Set(['eigenaar', 'trekker', 'verantwoordelijk', 'verantwoordelijke', 'actiehouder', 'uitvoering', 'owner', 'lead'])
/** Gatherings of others. */
const gatherings = /(?:verkiezing|verkiezingen|debat|hoorzitting|europese|top|election|elections|summit|general)$/
const speaking = new Set([
  'ik',
  'wij',
  'we',
  'u',
  'uw',
  'i',
  'you',
  'will',
  'shall',
  'must',
  'should',
  'may',
  'can',
  'are',
  'has',
  'have',
  'were',
])
/** Ends of nouns for an act. */
const actsNl = [
  'ing',
  'atie',
  'oefening',
  'evaluatie',
  'proef',
  'pilot',
  'campagne',
  'conferentie',
  'rapportage',
  'audit',
  'toets',
  'overleg',
]
const actsEn = [
  'ion',
  'ment',
  'ing',
  'ise',
  'drill',
  'start',
  'launch',
  'delivery',
  'survey',
  'audit',
  'review',
  'test',
  'training',
  'proposal',
]
/** An infinitive that the lexicon does not know has a prefix or the end of a loan word; so plural nouns seldom look. */
const action = /^(?:aan|af|be|bij|bijeen|door|her|in|mee|om|ont|op|over|samen|toe|uit|vast|ver|voor).{4,24}en$|.{4,24}eren$/

/** The promise of a sentence that is such an entry; null where it is none. */
export function entry(doc: Doc, sentence: Sentence, times: Times, item: boolean): Draft | null {
  const { low, kind } = doc.tokens
  let { to } = sentence
  while (to > sentence.from && kind[to - 1] === mark) to--
  const first = begins(doc, sentence.from, to)
  if (to - first > 40 || to - first < 2 || !(timed(doc, to - 1) || timed(doc, first))) return null
  const labelled = labels.has(low[first] ?? '') && kind[first + 1] === number
  const from = labelled ? begins(doc, first + 1, to) : first
  const led = leadingTime(doc, times, from, to)
  const body: Span | null = led ? { from: led.to + 1, to } : before(doc, times, from, to)
  const time = led ?? closing(times, from, to)
  if (!body || !time || body.to <= body.from || !comes(doc, time) || speaks(doc, body)) return null
  const cells = cellsOf(doc, body)
  const act = cells[0] as Span
  const owner = ownerOf(doc, cells.slice(1))
  if (owner === 'other' || ofOthers(doc, act)) return null
  const sure = owner !== null || labelled
  const fine = sure || time.base.grain !== 'year'
  if (!fine || !(item || names(doc, act, sure))) return null
  const verb = { lemma: low[act.from] as string, class: 'establish' as const, at: act.from }
  const notes = [...(owner ? [] : ['commitment.sender-assumed']), 'commitment.time-ahead']
  return {
    promise: { rule: 'commitment.entry', actor: owner, passive: owner === null, verb, notes },
    from,
    to: low[to] === ')' ? to + 1 : to,
    reported: false,
  }
}

const timed = (doc: Doc, i: number): boolean => ((doc.mask[i] as number) & maskTime) !== 0

/** Behind bullets and numbers: `– `, `3.`, `5.1`. */
function begins(doc: Doc, from: number, to: number): number {
  const { kind } = doc.tokens
  let i = from
  while (i < to && !timed(doc, i) && (kind[i] === mark || (kind[i] === number && kind[i + 1] !== word) || numbered(doc, i))) i++
  return i
}

/** `5.1 Vaststellen`: a number before a capital. */
const numbered = ({ tokens: { kind, low, text, start } }: Doc, i: number): boolean => {
  if (kind[i] !== number || (low[i] as string).length > 4) return false
  const next = text[start[i + 1] as number] ?? ''
  return next !== next.toLowerCase()
}

/** Running text: a person who speaks, an auxiliary, or a finite verb. */
function speaks(doc: Doc, { from, to }: Span): boolean {
  const { low } = doc.tokens
  const dutch = doc.language === 'nl'
  for (let i = from; i < to; i++) {
    if (timed(doc, i)) continue
    if (speaking.has(low[i] as string) || (dutch && says(doc, i, bit.auxiliary | bit.subordinator | bit.negation))) return true
  }
  // `13 januari: de dienst brengt een bericht uit`
  for (let i = from + 1; dutch && i < to; i++)
    if (says(doc, i, bit.verb) && finiteAt(doc, i) !== null && !(verbalAt(doc, i)?.plural ?? false)) return true
  return false
}

function leadingTime(doc: Doc, times: Times, from: number, to: number): TimeSpan | null {
  const time = times.all[times.within(from, from + 1)[0] ?? -1]
  if (!time || time.to + 1 >= to) return null
  return /^[:|—–-]$/.test(doc.tokens.low[time.to] ?? '') ? time : null
}

const closing = (times: Times, from: number, to: number): TimeSpan | null => {
  const time = times.all[times.within(from, to).at(-1) ?? -1]
  return time && time.to >= to ? time : null
}

/** What stands before a time that closes the entry and is set apart. */
function before(doc: Doc, times: Times, from: number, to: number): Span | null {
  const time = closing(times, from, to)
  if (!time) return null
  const { low } = doc.tokens
  let end = time.from
  while (end > from && ready.has(low[end - 1] as string)) end--
  // `Start: Q4`: then what is ready is the act itself.
  if (end <= from) end = time.from - 1
  const sign = low[end - 1] ?? ''
  if (!apart.has(sign) && low[end] !== ':') return null
  while (end > from && apart.has(low[end - 1] as string)) end--
  return { from, to: end }
}

const comes = (doc: Doc, time: TimeSpan): boolean =>
  ahead(time, doc.date) && !time.vague && time.base.from !== null && time.rule !== 'time.range' && !isScope(doc, time)

function cellsOf(doc: Doc, { from, to }: Span): Span[] {
  const cells: Span[] = []
  let start = from
  for (let i = from; i <= to; i++) {
    if (i < to && !(parting.has(doc.tokens.low[i] as string) && spaced(doc, i))) continue
    if (i > start) cells.push({ from: start, to: i })
    start = i + 1
  }
  return cells
}

/** A hyphen inside a word parts nothing. */
const spaced = ({ tokens: { start, end } }: Doc, i: number): boolean => (start[i] as number) > (end[i - 1] as number)

/** Who has the cell behind the act; null where there is none, `other` where it is nobody of the sender's. */
function ownerOf(doc: Doc, cells: readonly Span[]): Actor | 'other' | null {
  const cell = cells.at(-1)
  if (!cell) return null
  let { from } = cell
  while (from < cell.to && (owners.has(doc.tokens.low[from] as string) || doc.tokens.low[from] === ':')) from++
  if (doc.language === 'en') {
    const { subjects } = doc.lexicon.data.english
    const own = doc.tokens.low.slice(from, cell.to).some(low => subjects.includes(low))
    return own ? { role: 'sender', from, to: cell.to, name: null } : 'other'
  }
  const actor = actorAt(doc, from, cell.to)
  return promises(actor.role) ? actor : 'other'
}

/** What others do or hold: `verkiezingen`, `door gemeenten`. */
function ofOthers(doc: Doc, { from, to }: Span): boolean {
  if (actorAt(doc, from, to).role === 'other') return true
  for (let i = from; i < to; i++) {
    if (gatherings.test(doc.tokens.low[i] as string)) return true
    if ((doc.tokens.low[i] === 'door' || doc.tokens.low[i] === 'by') && actorAt(doc, i + 1, to).role === 'other') return true
  }
  return false
}

/** Whether the words of a cell name an act, or a paper on its way. `sure`: the entry is one of a list of actions by its form. */
function names(doc: Doc, { from, to }: Span, sure: boolean): boolean {
  const { low, kind, bits } = doc.tokens
  const first = low[from] as string
  if (doc.language === 'en') {
    const { verbs } = doc.lexicon.data.english
    return sure || Object.values(verbs).flat().includes(first) || actsEn.some(end => first.endsWith(end))
  }
  const forms = verbalAt(doc, from)?.infinitives ?? []
  if (forms.some(f => acts.has(f.verb.class) || f.verb.class === 'effort' || f.verb.class === 'content')) return true
  if (((bits[from] as number) & bit.maybeInfinitive) !== 0 && action.test(first) && (sure || low[from + 1] === 'van')) return true
  // `Nationale oefening`, `de tweede evaluatie`
  for (let i = from; i < to && i <= from + 3; i++) {
    if (kind[i] !== word) break
    const here = low[i] as string
    if (comesAs(here) || (here.length > 4 && actsNl.some(end => here.endsWith(end))) || here === 'start') return true
    if (isProduct(doc, here)) return true
    if (!here.endsWith('e') && !says(doc, i, bit.determiner)) break
  }
  return false
}
