/**
 * Developments: sentences that say which way a threat or what is measured of it goes, or that one acts on another. What is only
 * wanted, supposed, asked or set by the sender is none.
 */
import { type Doc, maskTime, passage, reason } from '../doc.ts'
import { type Clause, clausesOf } from '../frames/clauses.ts'
import * as bit from '../lexicon/bits.ts'
import type { Direction } from '../lexicon/data.ts'
import type { Development } from '../reading.ts'
import type { Sentence } from '../tokens/sentences.ts'
import { number } from '../tokens/tokenise.ts'
import { sourceOf } from './ratings.ts'
import { actingIn, threatIn } from './turns/acting.ts'
import { atAnotherTime, countedIn } from './turns/counted.ts'
import { ownWay } from './turns/own.ts'
import { reach, type Turn } from './turns/turn.ts'

/** `taken`: stretches of tokens that are promises. One sentence can tell of two threats that go different ways. */
export function developmentsIn(doc: Doc, sentence: Sentence, taken: (from: number, to: number) => boolean): Development[] {
  if ((sentence.says & (bit.direction | bit.verb)) === 0 && !/^(?:voor|nieuw)$/.test(doc.tokens.low[sentence.from] ?? '')) return []
  const turns = turnsOf(doc, sentence).filter(turn => !taken(turn.at, turn.to))
  if (turns.length === 0) return []
  const parts: { from: number; to: number; turn: Turn }[] = []
  for (const [from, to] of partsOf(doc, sentence)) {
    const turn = foremost(turns.filter(t => t.at >= from && t.at < to))
    const last = parts.at(-1)
    if (!turn) continue
    if (last?.turn.direction === turn.direction) last.to = to
    else parts.push({ from, to, turn })
  }
  if (parts.length === 1) parts[0] = { from: sentence.from, to: sentence.to, turn: foremost(turns) as Turn }
  return parts.map(({ from, to, turn }) => ({
    ...passage(doc, from, to),
    direction: turn.direction,
    source: sourceOf(doc, sentence),
    reasons: [reason(doc, `development.${turn.direction}`, turn.at, turn.to)],
  }))
}

/** What says most comes first: that nothing changes, that it is new, that one acts on another, then up or down. */
const order: readonly Direction[] = ['same', 'new', 'interacts', 'up', 'down']
const foremost = (turns: readonly Turn[]): Turn | undefined =>
  // `voor het eerst in jaren lager`: it is lower, and nothing new.
  turns.find(t => t.direction !== 'new' && turns.some(n => n.direction === 'new' && n.to - n.at > 2 && t.at >= n.to && t.at < n.to + 4)) ??
  [...turns].sort((a, b) => order.indexOf(a.direction) - order.indexOf(b.direction) || a.at - b.at)[0]

/** Where a sentence goes over to something else: `;`, or behind a comma `terwijl`, `maar`, `en`. */
function partsOf(doc: Doc, sentence: Sentence): (readonly [number, number])[] {
  const { low } = doc.tokens
  const starts = [sentence.from]
  for (let i = sentence.from + 1; i < sentence.to; i++)
    if (
      low[i - 1] === ';' ||
      (low[i - 1] === ',' && /^(?:terwijl|maar|doch|al|en|hoewel|while|and|but|whereas|although)$/.test(low[i] as string))
    )
      starts.push(i)
  return starts.map((from, k) => [from, k + 1 < starts.length ? (starts[k + 1] as number) - 1 : sentence.to] as const)
}

function turnsOf(doc: Doc, sentence: Sentence): Turn[] {
  const { tokens, lexicon } = doc
  const found: Turn[] = []
  let clauses: readonly Clause[] | undefined
  const keep = (at: number, to: number, direction: Direction): void => {
    if (!said(doc, sentence, (clauses ??= clausesOf(doc, sentence)), { at, to, direction })) return
    found.push({ at, to, direction: shielded(doc, sentence, { at, to, direction }) ? (direction === 'up' ? 'down' : 'up') : direction })
  }
  for (let i = sentence.from; i < sentence.to; i++) {
    doc.work.steps++
    const own = ownWay(doc, i)
    if (own) keep(i, i + 1, own)
    const hit = ((tokens.bits[i] as number) & bit.direction) !== 0 ? lexicon.directions.match(tokens, i) : null
    if (!hit) continue
    keep(i, hit.to, hit.value)
    // A verb apart from its particle leaves room for more: `neemt het aantal … vaker … toe`.
    i = Math.min(hit.to, i + 4) - 1
  }
  const counted = countedIn(doc, sentence)
  if (counted) keep(counted.at, counted.to, counted.direction)
  const both = actingIn(doc, sentence)
  if (both && (both.sure || said(doc, sentence, clauses ?? clausesOf(doc, sentence), both))) found.push(both)
  return found
}

/** What protects: where it falls the threat grows. That it gets better or worse says so by itself. */
const shields = new Set(['vertrouwen', 'draagvlak', 'trust', 'confidence'])

function shielded({ tokens: { low } }: Doc, sentence: Sentence, { at, to, direction }: Turn): boolean {
  if (
    (direction !== 'up' && direction !== 'down') ||
    /^(?:onder|her|is|heeft|hebben|verslecht|verbeter|brokkel|afge)/.test(low[at] as string)
  )
    return false
  // As the subject: `Het vertrouwen daalt`, `sindsdien daalt het vertrouwen`; not `dankzij de hoge vaccinatiegraad`.
  for (let i = sentence.from; i < Math.min(sentence.to, to + 3); i++)
    if (
      shields.has(low[i] as string) &&
      (i <= sentence.from + 2 || i >= to) &&
      (i === sentence.from || /^(?:het|de|the|hun)$/.test(low[i - 1] as string))
    )
      return true
  return false
}

const supposed = /^(?:mocht|mochten|als|indien|wanneer|mits|tenzij|of|om|zodra|teneinde|opdat|voordat|totdat|if|whether|unless)$/

/** Stated in a clause of its own: not denied, wanted, supposed or set by the sender, and about a threat or what is measured. */
function said(doc: Doc, sentence: Sentence, clauses: readonly Clause[], turn: Turn): boolean {
  const { low } = doc.tokens
  const clause = clauses.find(c => turn.at >= c.from && turn.at < c.to)
  if (denied(doc, sentence, turn) || inPassing(doc, turn) || onlyBeside(doc, sentence, turn)) return false
  const begins = clause?.from ?? sentence.from
  const opened = clause?.opener ?? (low[begins] === 'als' ? '' : (low[begins] ?? ''))
  if (supposed.test(opened) && turn.at > begins && !(opened === 'om' && resumed(doc, begins, turn.at))) return false
  if (clause?.kind === 'norm' || clause?.kind === 'future') return false
  // `wordt teruggedrongen`: somebody does it.
  if (
    clause?.kind === 'passive' &&
    !/^(?:is|zijn|was|waren)$/.test(low[turn.at - 1] ?? '') &&
    /^(?:ge|ver|terug|weg|af|op|toe)[a-zà-ÿ]{2,20}(?:d|en)$/.test(low[turn.at] as string)
  )
    return false
  if (clause?.kind === 'possible' && turn.direction !== 'interacts' && turn.direction !== 'new') return false
  // `lager dan begroot` speaks of a plan.
  for (let k = turn.at; k < Math.min(sentence.to, turn.to + 6); k++)
    if (/^(?:geraamd|begroot|gepland|voorzien|beoogd)$/.test(low[k] as string)) return false
  const [from, to] = clause ? [clause.from, clause.to] : [sentence.from, sentence.to]
  // `leidt tot bijsturing`: what comes of it must threaten too.
  if (turn.direction === 'interacts')
    return threatNear(doc, sentence, turn) && (low[turn.to - 1] !== 'tot' || threatIn(doc, turn.to, Math.min(sentence.to, turn.to + 8)))
  if (turn.direction === 'new') return novelty(doc, sentence, begins, turn)
  if (byMeans(doc, from, Math.max(to, turn.to), turn)) return false
  if (threatNear(doc, sentence, turn)) return true
  if (turn.direction === 'same' || bySender(doc, from, turn.at)) return false
  for (let i = from; i < turn.at; i++) if (good.has(low[i] as string)) return false
  return (
    figures(doc, from, to) ||
    dire.has(low[turn.at] as string) ||
    dire.has(low[turn.to - 1] as string) ||
    (goesByItself(low, turn) && !mereNumber(low, from, to))
  )
}

/** What is built up: it grows because somebody wants it to. */
const good = new Set('samenwerking cooperation capaciteit capacity weerbaarheid resilience deelname bekendheid draagvlak'.split(' '))
/** Forms that threaten, whatever they are said of. */
const dire = new Set('grimmiger brutaler agressiever gewelddadiger dreigender onveiliger extremer'.split(' '))

/** `neemt toe`, `is gedaald`: verbs of what happens, not of what somebody does to it, and no comparative or noun. */
const goesByItself = (low: readonly string[], { at, to }: Turn): boolean =>
  /^(?:neemt|nemen|nam|namen|loopt|lopen|liep|liepen|stijgt|stijgen|steeg|stegen|daalt|dalen|daalde|daalden|groeit|groeien|groeide|groeiden|zakt|zakte|ligt|liggen|lag|lagen|zet|zetten|zette|slinkt|slonk|krimpt|kromp|droogt|drogen|zwelt|zwol|verslechtert|verslechteren|verslechterde|vergrijst|verhardt|verruwt|escaleert|toeneemt|afneemt|oploopt|terugloopt|toegenomen|afgenomen|gestegen|gedaald|gegroeid|opgelopen|teruggelopen|gezakt|geslonken|gekrompen|verslechterd|verhard|verruwd|geëscaleerd|gespannen|rose|rises|fell|falls|grew|grows|declined|worsened|eased|has|have)$/.test(
    low[at] as string,
  ) && low[to] !== 'door'

const mereNumber = (low: readonly string[], from: number, to: number): boolean => {
  for (let i = from; i < to; i++) if (low[i] === 'aantal' || low[i] === 'number') return true
  return false
}

/** `pogingen om … te krijgen nemen toe`: behind the infinitive the main clause goes on. */
function resumed(doc: Doc, from: number, at: number): boolean {
  for (let i = from; i < at; i++) if (doc.tokens.low[i] === 'te') return true
  return false
}

const observed =
  /^(?:waargenomen|gesignaleerd|vastgesteld|aangetroffen|ontdekt|gezien|gemeld|gemeten|geregistreerd|opgedoken|opgemerkt|geconstateerd|getroffen|seen|detected|observed|reported|found|sighted|recorded)$/

/** `voor het eerst` needs something that is seen, or a threat; with `nieuw is dat` the sentence says it is one. */
function novelty(doc: Doc, sentence: Sentence, begins: number, turn: Turn): boolean {
  const { low } = doc.tokens
  if (/^(?:opmerkelijk|opvallend|what)$/.test(low[turn.at] as string) && turn.at === sentence.from) return true
  if (/^(?:nieuw|new)$/.test(low[turn.at] as string) && turn.at === sentence.from) return newlySaid(doc, sentence, turn)
  if (turn.at === sentence.from && /^(?:voor|for|nog|niet|nooit|never|zorgwekkend|zorgelijk|verontrustend)$/.test(low[turn.at] as string))
    return !bySender(doc, sentence.from, sentence.to) && !meets(doc, sentence)
  for (let i = sentence.from; i < sentence.to; i++) if (observed.test(low[i] as string)) return true
  // `de werkwijze is nieuw`: said of what it is, and of nothing that is set.
  if (low[turn.to - 1] === 'nieuw' && /^[.,;]$/.test(low[turn.to] ?? '.')) return !byMeans(doc, sentence.from, sentence.to, turn)
  return threatNear(doc, sentence, turn) && !bySender(doc, begins, turn.at)
}

/** A parliament that meets for the first time. */
function meets({ tokens: { low }, lexicon }: Doc, { from, to }: Sentence): boolean {
  for (let i = from; i < to; i++)
    if (lexicon.set.addressees.has(low[i] as string) || /^(?:overleg|bijeenkomst|oefening|congres)$/.test(low[i] as string)) return true
  return false
}

const uses = new Set(
  'gebruik inzet rol opkomst werkwijze verschijnsel aanwezigheid betrokkenheid combinatie use role rise presence'.split(' '),
)
const gets = new Set(
  'voortaan verplicht mogen wet regeling subsidie voorgeschreven ontvangen ontvangt krijgen krijgt betalen betaalt aanvragen bedrag receive receives'.split(
    ' ',
  ),
)

/** `Nieuw is dat …`, `Nieuw is het gebruik van …`: of what is seen, and of nothing that somebody gets. */
function newlySaid(doc: Doc, sentence: Sentence, turn: Turn): boolean {
  const { low } = doc.tokens
  let used = false
  const told = low[turn.to - 1] === 'dat' || low[turn.to - 1] === 'that' || low[turn.to - 1] === 'ook'
  for (let i = turn.to; i < sentence.to; i++) {
    if (gets.has(low[i] as string) || doc.lexicon.isMeans(low[i] as string)) return used || threatIn(doc, turn.to, i)
    if (uses.has(low[i] as string) && i < turn.to + 4) used = true
  }
  return told || used || threatIn(doc, turn.to, sentence.to)
}

/** `ik`, `het kabinet` or an office as the one who acts: what follows is what it does. */
function bySender(doc: Doc, from: number, to: number): boolean {
  const { low } = doc.tokens
  const { heads, first, offices } = doc.lexicon.set
  for (let i = from; i < Math.min(to, from + 8); i++)
    if (heads.has(low[i] as string) || first.has(low[i] as string) || offices.has(low[i] as string)) return true
  return false
}

/** What goes up or down is a budget, a scheme, a tariff: set by somebody, unless a threat stands closer. */
function byMeans(doc: Doc, from: number, to: number, turn: Turn): boolean {
  const { low, bits } = doc.tokens
  let means = false
  // `De bijdrage daalt naar een kwart van de kosten`: what goes down stands before it.
  for (let i = from; i < turn.at; i++) {
    if (((bits[i] as number) & bit.threat) !== 0) break
    if (/^(?:bijdrage|begroting|budget|subsidie|tarief|premie|plafond|subsidieplafond)$/.test(low[i] as string)) return true
  }
  for (let i = from; i < to; i++) {
    if (i >= turn.at && i < turn.to && i !== turn.at) {
      if (((bits[i] as number) & bit.threat) !== 0) return false
    } else if (((bits[i] as number) & bit.threat) !== 0 && !(i >= turn.at && i < turn.to)) return false
    if (doc.lexicon.isMeans(low[i] as string)) means = true
  }
  return means
}

function threatNear(doc: Doc, sentence: Sentence, { at, to }: Turn): boolean {
  const { bits, low } = doc.tokens
  for (let i = Math.max(sentence.from, at - reach); i < Math.min(sentence.to, to + reach); i++)
    // `onder druk` is a direction, and its `druk` no threat of its own.
    if (((bits[i] as number) & bit.threat) !== 0 && !(i >= at && i < to && (low[i] === 'druk' || i === at)))
      if (low[i] !== 'aantal' || figures(doc, sentence.from, sentence.to)) return true
  return false
}

/** A mere number that grows is no threat; one that is told with its figures or its time is what the letter is about. */
function figures(doc: Doc, from: number, to: number): boolean {
  const { kind, low } = doc.tokens
  for (let i = from; i < to; i++)
    if (
      kind[i] === number ||
      ((doc.mask[i] as number) & maskTime) !== 0 ||
      /^(?:jaar|jaren|maanden|opzichte|opnieuw|wederom|helft|derde|kwart|vijfde|procent|percent|year|years)$/.test(low[i] as string)
    )
      return true
  return false
}

/** `sneller dan huishoudens met gas`, `groter dan nul`: beside another thing, and at no other time. */
function onlyBeside(doc: Doc, sentence: Sentence, { at, to, direction }: Turn): boolean {
  const { low } = doc.tokens
  if (direction !== 'up' && direction !== 'down') return false
  const than = low[to - 1] === 'dan' || low[to - 1] === 'than' ? to - 1 : low[to] === 'dan' || low[to] === 'than' ? to : -1
  if (than < 0 || !/(?:er|ere)$/.test(low[than - 1] as string) || low[at] === 'steeds') return false
  const next = low[than + 1] ?? ''
  return next === 'nul' || next === 'zero' || (!clauseBehind.has(next) && !atAnotherTime(doc, than + 1, sentence.to))
}
const clauseBehind = new Set([
  'zij',
  'ze',
  'het',
  'hij',
  'we',
  'wij',
  'verwacht',
  'gedacht',
  'dat',
  'they',
  'it',
  'expected',
  'in',
  'any',
  'enig',
  'elders',
])

/** `om de toename … tegen te gaan` speaks of a goal; `geen toename` of none. */
function denied(doc: Doc, sentence: Sentence, { at, to, direction }: Turn): boolean {
  const { low, bits } = doc.tokens
  if (direction !== 'same')
    for (let k = at - 1; k >= Math.max(sentence.from, at - 2); k--)
      if (((bits[k] ?? 0) & bit.negation) !== 0 && low[k + 1] !== 'alleen') return true
  if (/^(?:om|te|laten|vertraging|letsel|verliezen)$/.test(low[at - 1] ?? '')) return true
  for (let k = Math.max(sentence.from, at - 5); direction !== 'interacts' && k < at; k++)
    if (low[k] === 'will' || low[k] === 'shall') return true
  // What is expected has not come.
  for (let k = sentence.from; direction !== 'interacts' && k < at; k++)
    if (
      /^(?:verwacht|verwachting|prognose|raming|expected|doel|doelstelling|streven|ambitie|aim|aims)$/.test(low[k] as string) ||
      hoped.has(low[k] as string)
    )
      return true
  // `Zonder maatregelen neemt de schade toe`, `Die monitor zal laten zien dat …`: it has not happened.
  if (direction !== 'interacts' && (/^(?:zonder|without)$/.test(low[sentence.from] as string) || toBeShown(low, sentence.from, at)))
    return true
  for (let k = to; k < Math.min(sentence.to, to + 14); k++) {
    if (/^[,;:]$/.test(low[k] as string)) break
    if (low[k] === 'te' && /^(?:voorkomen|gaan|keren|beperken|bestrijden|stoppen|remmen|verminderen)$/.test(low[k + 1] ?? '')) return true
  }
  return false
}

const hoped = new Set(
  'streef streeft beoogt beogen vrees vreest vrezen vreesden vreesde hoopt hopen hoop bang wens wensen fear fears hope hopes'.split(' '),
)

function toBeShown(low: readonly string[], from: number, at: number): boolean {
  for (let k = from; k < Math.min(at, from + 8); k++)
    if (/^(?:zal|zullen|will)$/.test(low[k] as string)) {
      for (let n = k + 1; n < at; n++) if (low[n] === 'dat' || low[n] === 'of' || low[n] === 'hoe') return true
      return false
    }
  return false
}

/** `gaat in op de groei van …`, `bekend met de toename`: a noun that is only spoken about. */
const inPassing = ({ tokens: { low } }: Doc, { at }: Turn): boolean =>
  /(?:ing|groei|toename|afname|opkomst|opmars|doorwerking)$/.test(low[at] as string) &&
  /^(?:de|het|deze|die|verdere)$/.test(low[at - 1] ?? '') &&
  /^(?:op|over|naar|tegen|met|bij|om|van|aan|beschrijft|bespreekt|behandelt|schetst|verklaart|onderzoekt|analyseert|bespreek|behandel|beschrijf|schets|analyseer)$/.test(
    low[at - 2] ?? '',
  )
