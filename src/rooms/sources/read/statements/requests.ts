/** What is asked of somebody, and what the paper delivers of what was asked or promised before; both by the pack's phrases. */
import { type Doc, passage, reason, textOf } from '../doc.ts'
import { ahead, isScope, type Times } from '../frames/due.ts'
import * as bit from '../lexicon/bits.ts'
import type { AppealKind } from '../lexicon/data.ts'
import type { Citation, Fulfilment, Request } from '../reading.ts'
import type { Zone } from '../text/sections.ts'
import type { Sentence } from '../tokens/sentences.ts'

/** In a question the House asks the minister: that is what the answer is for, and no request of its own. */
const asked: ReadonlySet<Zone> = new Set(['body', 'answer'])

/** `taken`: stretches of tokens that are promises, and ask nobody. */
export function requestIn(doc: Doc, sentence: Sentence, times: Times, taken: (from: number, to: number) => boolean): Request | null {
  if (!asked.has(doc.zones[sentence.block] ?? 'body')) return null
  const { tokens, lexicon } = doc
  for (let i = sentence.from; i < sentence.to; i++) {
    doc.work.steps++
    const phrase = ((tokens.bits[i] as number) & bit.appeal) !== 0 ? lexicon.appeals.match(tokens, i) : null
    const hit = phrase && !(phrase.value === 'appeal' && ofThings(doc, sentence, i, phrase.to)) ? phrase : askedFor(doc, sentence, i)
    if (!hit || unsaid(doc, i) || taken(i, i + 1)) continue
    const kind: AppealKind = hit.value === 'appeal' && motionBefore(doc, sentence, i) ? 'motion' : hit.value
    const due = times
      .within(sentence.from, sentence.to)
      .map(k => times.all[k])
      .find(t => t !== undefined && ahead(t, doc.date) && !isScope(doc, t))
    return {
      ...passage(doc, sentence.from, sentence.to),
      kind,
      due: due ? { from: due.base.from, to: due.base.to, phrase: textOf(doc, due.from, due.to) } : null,
      reasons: [reason(doc, `request.${kind}`, i, hit.to)],
    }
  }
  return null
}

/** `de afstand vraagt om …`, `met een beroep op de regeling`, `vraag ik binnen vier weken`: nobody is asked to do anything. */
function ofThings(doc: Doc, sentence: Sentence, i: number, to: number): boolean {
  const { low } = doc.tokens
  if (low[i] === 'beroep' || low[i] === 'oproep') return !near(doc, sentence, i, /^(?:doe|doen|doet|herhaal|onderschrijf|deed|richt)$/)
  if (low[to - 1] === 'om' && /^(?:vraagt|vragen|verzoekt|verzoeken)$/.test(low[i] as string))
    return !holdsTo(doc, to, sentence.to) && !/^(?:strategie|koers)$/.test(low[i - 1] ?? '') && low[i + 1] !== 'ook'
  if (/^(?:vraag|verzoek)$/.test(low[i] as string) && low[i + 1] === 'ik')
    return !holdsTo(doc, to, sentence.to) && !/^(?:van|aan)$/.test(low[sentence.from] as string)
  return false
}

/** An infinitive with `te` follows: what is asked is done by somebody. */
function holdsTo(doc: Doc, from: number, to: number): boolean {
  for (let k = from; k < to; k++)
    if (doc.tokens.low[k] === 'te' || /[a-z]{3,20}te[a-z]{4,20}en$/.test(doc.tokens.low[k] as string)) return true
  return false
}

function near(doc: Doc, sentence: Sentence, i: number, words: RegExp): boolean {
  for (let k = Math.max(sentence.from, i - 9); k < Math.min(sentence.to, i + 6); k++)
    if (words.test(doc.tokens.low[k] as string)) return true
  return false
}

/** With one of these words an appeal can begin: most words are none. */
const openings = new Set(
  'roep roept roepen riep dring dringt dringen drong drongen nodig nodigt nodigen moedig moedigt moedigen spoor spoort stel stellen stelt doe doen doet verwacht verwachten opgeroepen verzocht aangespoord uitgenodigd aangemoedigd urged invited requested encouraged vraag vraagt vragen verzoek verzoekt verzoeken gevraagd ask urge invite encourage request expect appeal call'.split(
    ' ',
  ),
)
const asking = /^(?:vraag|vraagt|vragen|verzoek|verzoekt|verzoeken|gevraagd|verzocht)$/
/** Pairs of a verb and the word that makes it an appeal, with words between. */
const apart: readonly (readonly [RegExp, string])[] = [
  [/^(?:roep|roept|roepen|riep)$/, 'op'],
  [/^(?:dring|dringt|dringen|drong|drongen)$/, 'aan'],
  [/^(?:nodig|nodigt|nodigen)$/, 'uit'],
  [/^(?:moedig|moedigt|moedigen|spoor|spoort)$/, 'aan'],
  [/^(?:stel|stellen|stelt)$/, 'prijs'],
  [/^(?:doe|doen|doet)$/, 'beroep'],
  [/^(?:doe|doen|doet)$/, 'verzoek'],
]
const passiveAsking = /^(?:opgeroepen|verzocht|aangespoord|uitgenodigd|aangemoedigd|urged|invited|requested|encouraged)$/
const me = /^(?:mij|me|ons|minister|regering|kabinet|om|advies|naar|door)$/

/** Appeals whose words stand apart: `roep gemeenten op`, `heb ik provincies gevraagd … te`, `verwacht ik van bedrijven dat`. */
function askedFor(doc: Doc, sentence: Sentence, i: number): { value: AppealKind; to: number } | null {
  const { low } = doc.tokens
  const x = low[i] as string
  if (!openings.has(x)) return null
  const found = (to: number) => ({ value: 'appeal', to }) as const
  for (const [verb, particle] of apart) {
    if (!verb.test(x) || !bySender(doc, i)) continue
    for (let k = i + 1; k < Math.min(sentence.to, i + 14); k++) if (low[k] === particle) return found(k + 1)
  }
  if (/^(?:verwacht|verwachten)$/.test(x) && bySender(doc, i)) {
    let of = false
    let that = false
    for (let k = sentence.from; k < sentence.to; k++) {
      if (low[k] === 'van') of = true
      if (of && low[k] === 'dat') that = true
    }
    return of && that ? found(i + 1) : null
  }
  if (passiveAsking.test(x) && /^(?:worden|wordt|are)$/.test(auxiliary(doc, sentence, i)))
    return near(doc, sentence, i, /^(?:regering|kabinet|government|mij)$/) ? null : found(i + 1)
  if (doc.language === 'en') return english(doc, sentence, i)
  if (!asking.test(x) || /^(?:uw|de|mijn|het|een|dat|dit)$/.test(low[i - 1] ?? '')) return null
  // `vraagt de strategie ook om het nemen van …`
  if (!x.startsWith('ge') && low[i + 1] !== 'om')
    for (let k = i + 2; k < Math.min(sentence.to, i + 10) && !/^[.;,]$/.test(low[k] as string); k++)
      if (low[k] === 'om' && low[k + 1] === 'het') return found(k + 1)
  const done = x.startsWith('ge') || x === 'verzocht'
  if (done ? !/^(?:heb|hebben|heeft)$/.test(auxiliary(doc, sentence, i)) || !byFirst(doc, sentence) : !bySender(doc, i)) return null
  if (done && near(doc, sentence, i, /^(?:advies|mij|kamer)$/)) return null
  const behind = low[i + 1] === 'ik' || low[i + 1] === 'wij' ? (low[i + 2] ?? '') : (low[i + 1] ?? '')
  if (/^(?:of|wat|hoe|welke|naar|aandacht|advies)$/.test(behind) || (me.test(behind) && behind !== 'om')) return null
  return holdsTo(doc, i + 1, sentence.to) || (done && behind === 'om') ? found(i + 1) : null
}

/** `ik`, `wij`, the government or the country stands beside the verb. */
function bySender(doc: Doc, i: number): boolean {
  const { low } = doc.tokens
  const { first, heads } = doc.lexicon.set
  for (const k of [i - 1, i + 1, i - 2, i + 2]) {
    const x = low[k] ?? ''
    if (first.has(x) || heads.has(x) || x === 'nederland') return true
  }
  return false
}

function byFirst(doc: Doc, sentence: Sentence): boolean {
  for (let k = sentence.from; k < sentence.to; k++) if (doc.lexicon.set.first.has(doc.tokens.low[k] as string)) return true
  return false
}

/** The auxiliary of a participle: the nearest before it, or right behind it. */
function auxiliary(doc: Doc, sentence: Sentence, i: number): string {
  const { low, bits } = doc.tokens
  for (let k = i - 1; k >= sentence.from && k > i - 14; k--)
    if (((bits[k] as number) & bit.auxiliary) !== 0 || /^(?:are|is)$/.test(low[k] as string)) return low[k] as string
  return low[i + 1] ?? ''
}

/** `We would ask the Commission to share …`, `I urge companies to …`. */
function english(doc: Doc, sentence: Sentence, i: number): { value: AppealKind; to: number } | null {
  const { low } = doc.tokens
  if (!/^(?:ask|urge|invite|encourage|request|expect|appeal|call)$/.test(low[i] as string) || !byFirst(doc, sentence)) return null
  for (let k = i + 1; k < Math.min(sentence.to, i + 14); k++) if (low[k] === 'to' && k > i + 1) return { value: 'appeal', to: i + 1 }
  return null
}

const unsaid = (doc: Doc, i: number): boolean => ((doc.tokens.bits[i - 1] ?? 0) & bit.negation) !== 0

function motionBefore(doc: Doc, sentence: Sentence, i: number): boolean {
  for (let k = sentence.from; k < i; k++) if (/^(?:motie|moties|motion)$/.test(doc.tokens.low[k] as string)) return true
  return false
}

/** What one sentence delivers; parts apart by `;` can each deliver something. */
export function fulfilmentsIn(
  doc: Doc,
  sentence: Sentence,
  citations: readonly Citation[],
  taken: (from: number, to: number) => boolean,
): Fulfilment[] {
  if ((sentence.says & bit.delivers) === 0 || !asked.has(doc.zones[sentence.block] ?? 'body')) return []
  const whole = fulfilmentIn(doc, sentence, citations, taken)
  if (!whole) return []
  const parts: Sentence[] = []
  let from = sentence.from
  for (let i = sentence.from; i <= sentence.to; i++)
    if (i === sentence.to || doc.tokens.low[i] === ';') {
      if (i > from) parts.push({ ...sentence, from, to: i, clauses: null })
      from = i + 1
    }
  const own = parts.map(part => fulfilmentIn(doc, part, citations, taken)).filter(part => part !== null)
  return own.length > 1 ? own : [whole]
}

/**
 * `hiermee geef ik uitvoering aan de motie-X (Kamerstuk …)`; or what was promised or asked before, and what is enclosed, in one sentence.
 * What is only promised for later is not delivered. The papers are those cited in the sentence.
 */
function fulfilmentIn(
  doc: Doc,
  sentence: Sentence,
  citations: readonly Citation[],
  taken: (from: number, to: number) => boolean,
): Fulfilment | null {
  const { tokens, lexicon } = doc
  let met: { of: 'promise' | 'motion'; at: number; to: number } | null = null
  let earlier: { of: 'promise' | 'motion'; at: number; to: number } | null = null
  let enclosed = false
  for (let i = sentence.from; i < sentence.to; i++) {
    doc.work.steps++
    const hit = ((tokens.bits[i] as number) & bit.delivers) !== 0 ? lexicon.delivers.match(tokens, i) : null
    if (!hit || unsaid(doc, i) || taken(i, hit.to)) continue
    if (hit.value === 'enclosed') enclosed = true
    else if (hit.value === 'earlier')
      earlier ??= { of: /^(?:motie|moties|motion)$/.test(tokens.low[hit.to - 1] as string) ? 'motion' : 'promise', at: i, to: hit.to }
    else met ??= { of: hit.value, at: i, to: hit.to }
    i = hit.value === 'earlier' || hit.value === 'enclosed' ? i : hit.to - 1
  }
  const told = met ?? (enclosed || presents(doc, sentence) ? earlier : null) ?? meets(doc, sentence, taken)
  if (!told) return null
  const place = passage(doc, sentence.from, sentence.to)
  const papers = citations.filter(c => c.start >= place.start && c.start < place.end).map(c => c.id)
  return { ...place, of: told.of, papers: [...new Set(papers)], reasons: [reason(doc, `fulfilment.${told.of}`, told.at, told.to)] }
}

const promised = new Set(['toezegging', 'toezeggingen', 'belofte', 'commitment', 'commitments', 'undertaking', 'promise', 'pledge'])
const requested = new Set(['verzoek', 'verzoeken', 'request', 'requests'])
const questions = new Set(['vragen', 'vraag', 'questions', 'question'])
const meeting = new Set(['voldoe', 'voldoen', 'fulfil', 'fulfill', 'fulfils', 'meet', 'meets', 'honour', 'honours'])
const metBy = new Set(
  ['voldaan', 'nagekomen', 'ingelost', 'uitgevoerd', 'afgedaan', 'afgehandeld', 'vervuld', 'gehonoreerd', 'tegemoetgekomen'].concat([
    'fulfilled',
    'honoured',
    'carried',
    'discharged',
    'implemented',
  ]),
)
/** `nog niet`, `wordt uitgevoerd`, `moet`: not yet met. */
const unmet = new Set(['nog', 'wordt', 'moet', 'moeten', 'zal', 'zullen', 'will', 'deels', 'gedeeltelijk'])
const perfect = new Set(['is', 'zijn', 'heb', 'hebben', 'heeft', 'has', 'have'])
const anchors = new Set(['hiermee', 'hierbij', 'daarmee', 'waarmee', 'bijgaand', 'hierin', 'daarin', 'hereby', 'herewith'])

/** `hiermee`, `met deze brief`, `this letter`: the paper itself does it. */
function byThisPaper({ tokens: { low } }: Doc, sentence: Sentence): boolean {
  for (let i = sentence.from; i < sentence.to; i++)
    if (anchors.has(low[i] as string) || (/^(?:brief|letter)$/.test(low[i] as string) && /^(?:deze|this)$/.test(low[i - 1] ?? '')))
      return true
  return false
}

/** `bied ik uw Kamer … een brief aan`: an offer, and where its words stand apart. */
function presents({ tokens: { low } }: Doc, sentence: Sentence): boolean {
  for (let i = sentence.from; i < sentence.to; i++) {
    if (!/^(?:bied|bieden)$/.test(low[i] as string)) continue
    for (let k = i + 1; k < sentence.to; k++) if (low[k] === 'aan' && low[k + 1] !== 'het' && low[k + 1] !== 'de') return true
  }
  return false
}

/** What was promised, moved or asked, and that it is met: the noun and the verb, with other words between. */
function meets(
  doc: Doc,
  sentence: Sentence,
  taken: (from: number, to: number) => boolean,
): { of: 'promise' | 'motion'; at: number; to: number } | null {
  const { low, bits } = doc.tokens
  let of: 'promise' | 'motion' | null = null
  let asking = false
  let answering = false
  let had = false
  let at = -1
  let open = -99
  for (let i = sentence.from; i < sentence.to; i++) {
    const x = low[i] as string
    if (((bits[i] as number) & bit.negation) !== 0 || unmet.has(x)) open = i
    if (promised.has(x)) of ??= 'promise'
    else if (x.startsWith('motie') || x === 'motion' || x === 'motions') of ??= 'motion'
    else if (requested.has(x)) asking = true
    else if (questions.has(x)) answering = true
    else if (perfect.has(x)) had = true
    else if (meeting.has(x) && firstBeside(doc, i)) at = i
    else if (had && metBy.has(x) && low[i - 1] !== 'als' && i - open > 12) at = i
    else if ((x === 'beantwoord' || x === 'answered') && answering && !of) {
      at = i
      asking = true
    }
  }
  if (at < 0 || taken(at, at + 1)) return null
  if (of) return { of, at, to: at + 1 }
  return asking && byThisPaper(doc, sentence) ? { of: 'promise', at, to: at + 1 } : null
}

/** `voldoe ik`, `this letter meets`: the sender or its paper is the one who meets it. */
function firstBeside({ tokens: { low }, lexicon }: Doc, i: number): boolean {
  for (const k of [i - 1, i + 1, i + 2]) if (lexicon.set.first.has(low[k] ?? '') || low[k] === 'i' || low[k] === 'letter') return true
  return false
}
