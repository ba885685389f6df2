/** What the sender does, funds, changes or stops: money with what is done with it, a scheme or a stock that is changed, and acts that are listed. */
import { type Doc, passage, reason } from '../doc.ts'
import { type Actor, agentOf, promises, subjectOf } from '../frames/actors.ts'
import { type Clause, clausesOf } from '../frames/clauses.ts'
import type { Cast } from '../frames/commitments.ts'
import { anyWord } from '../frames/gates.ts'
import * as bit from '../lexicon/bits.ts'
import type { VerbClass } from '../lexicon/data.ts'
import * as role from '../lexicon/roles.ts'
import type { Measure, Mention } from '../reading.ts'
import type { Sentence } from '../tokens/sentences.ts'
import { number } from '../tokens/tokenise.ts'

/** A measure or a decision and the tokens it stands in. */
export interface FoundMeasure {
  readonly measure: Measure
  readonly from: number
  readonly to: number
}

/** Clauses that only suppose or aim tell of no measure. */
const supposed =
  /^(?:als|indien|wanneer|mits|tenzij|of|om|zodra|teneinde|opdat|nadat|voordat|totdat|omdat|dat|wat|hoe|if|whether|unless|that)$/

/** `taken`: stretches of tokens that are promises or decisions, and no measures beside it. */
export function measuresIn(
  doc: Doc,
  sentence: Sentence,
  cast: Cast,
  line: string | null,
  taken: (from: number, to: number) => boolean,
): FoundMeasure[] {
  const found: FoundMeasure[] = []
  const listed = itemOf(doc, sentence)
  if (listed) found.push(make(doc, sentence.from, sentence.to, null, line, 'measure.listed', listed))
  for (const [from, to] of namedActs(doc, sentence)) found.push(make(doc, from, to, null, line, 'measure.named', from))
  if (!moves(doc, sentence)) return found
  let earlier: Actor | null = null
  for (const clause of clausesOf(doc, sentence)) {
    const subject: Actor | null = clause.opener === null ? cast.resolve(subjectOf(doc, clause, earlier), sentence) : null
    if (clause.opener === null) earlier = subject
    // `wordt niet voortgezet` ends it.
    const ends = clause.negated && anyWord(doc.tokens.low, clause.from, clause.to, /^(?:voortgezet|verlengd|vernieuwd)$/)
    if ((clause.negated && !ends) || taken(clause.from, clause.to) || (clause.opener !== null && supposed.test(clause.opener))) continue
    if (clause.kind === 'future' || clause.kind === 'norm' || clause.kind === 'possible') continue
    const said = actOf(doc, clause, subject)
    const agent = agentOf(doc, clause)
    if (!said || (agent && !promises(agent.role))) continue
    const actor = agent ?? (subject && promises(subject.role) ? subject : null)
    const name = actor ? cast.nameOf(actor, sentence).name : null
    // A relative clause is told with what it belongs to.
    const from = clause.opener === null ? clause.from : sentence.from
    found.push(make(doc, from, clause.to, name, line, said.rule, said.at))
  }
  return found
}

/** Most sentences hold no word of giving, changing or paying. */
function moves(doc: Doc, sentence: Sentence): boolean {
  const { words } = doc.lexicon
  for (let i = sentence.from; i < sentence.to; i++) if ((words.roles(doc.tokens.id[i] as number) & role.moves) !== 0) return true
  return false
}

function actOf(doc: Doc, clause: Clause, subject: Actor | null): { rule: string; at: number } | null {
  const { low } = doc.tokens
  const { policy } = doc.lexicon
  const active = clause.kind === 'present' || clause.kind === 'past' || has(low[clause.finite] ?? '')
  // What others pay is theirs; `Nederland` and what is not known as somebody else may be the sender.
  const ours = !active || !subject || (subject.role !== 'other' && subject.role !== 'addressee')
  const first = (words: ReadonlySet<string>): number => {
    for (let i = clause.from; i < clause.to; i++) if (words.has(low[i] as string)) return i
    return -1
  }
  const money = moneyIn(doc, clause.from, clause.to)
  const given = first(policy.money)
  if (money >= 0 && given >= 0 && ours && !costing(low, clause)) return { rule: 'measure.money', at: given }
  const means = meansIn(doc, clause)
  const changed = first(policy.changed)
  const runsOn = low[changed] !== 'loopt' || anyWord(low, changed, clause.to, /^(?:door|af)$/)
  if (means >= 0 && changed >= 0 && runsOn && ours && !(active && subject?.role === 'unknown' && has(low[clause.finite] ?? '')))
    return { rule: 'measure.changed', at: changed }
  // `er gaat € 8 miljoen naar de kustwacht`, `het budget stijgt met € 5 miljoen`
  const finite = low[clause.finite] ?? ''
  const goes = /^(?:gaat|gaan|ging|gingen)$/.test(finite) && anyWord(low, clause.finite, clause.to, /^naar$/)
  const grows = means >= 0 && /^(?:stijgt|stijgen|daalt|dalen|groeit|groeien)$/.test(finite)
  if (money >= 0 && (goes || grows) && !costing(low, clause)) return { rule: 'measure.money', at: clause.finite }
  const pays =
    /^(?:financier|financiert|financieren|bekostig|bekostigt|subsidieer|subsidieert)$/.test(low[clause.finite] ?? '') &&
    subject !== null &&
    promises(subject.role)
  if (pays) return { rule: 'measure.funded', at: clause.finite }
  const funded = first(policy.funded)
  if (funded >= 0 && (means >= 0 || money >= 0)) return { rule: 'measure.funded', at: funded }
  // `ontvangen achttien gemeenten een bijdrage`: who receives, receives it from the sender.
  const receives =
    /^(?:ontvangt|ontvangen|krijgt|krijgen|receive|receives)$/.test(low[clause.finite] ?? '') &&
    subject?.role !== 'first' &&
    subject?.role !== 'addressee'
  if (receives && ((means >= 0 && grant(low, clause)) || (money >= 0 && !costing(low, clause))))
    return { rule: 'measure.funded', at: clause.finite }
  if (anyWord(low, clause.from, clause.to, /^toezicht$/) && anyWord(low, clause.from, clause.to, /^(?:geplaatst|gesteld)$/))
    return { rule: 'measure.changed', at: clause.from }
  return efforts(doc, clause, subject)
}

const has = (low: string): boolean => /^(?:heeft|heb|hebben|had|hadden)$/.test(low)
const grant = (low: readonly string[], { from, to }: Clause): boolean =>
  anyWord(low, from, to, /(?:bijdrage|vergoeding|subsidie|toelage|uitkering|grant|bonus)$/)
/** `de kosten bedragen 4 miljoen`, `de schade wordt geschat op`: an amount that nobody gives. */
const costing = (low: readonly string[], { from, to }: Clause): boolean =>
  anyWord(low, from, to, /^(?:geschat|geraamd|begroot|bedragen|bedraagt|bedroeg|gekost|kost|kosten|schade)$/)

/** `zet in op`, with the sender as its subject. */
function efforts(doc: Doc, clause: Clause, subject: Actor | null): { rule: string; at: number } | null {
  const { low } = doc.tokens
  if (!subject || !promises(subject.role) || !/^(?:zet|zetten)$/.test(low[clause.finite] ?? '')) return null
  for (let i = clause.finite + 1; i < clause.to - 1; i++)
    if (low[i] === 'in' && low[i + 1] === 'op') return { rule: 'measure.running', at: clause.finite }
  return null
}

/** `€ 1,9 miljoen`, `EUR 12 million`, `60 miljoen euro`, `70 euro`. */
export function moneyIn(doc: Doc, from: number, to: number): number {
  const { low, kind } = doc.tokens
  for (let i = from; i < to; i++) {
    const x = low[i] as string
    if (x === 'euro' || x === 'euros' || ((x === '€' || x === 'eur') && kind[i + 1] === number)) return i
    if (kind[i] === number && /^(?:miljoen|miljard|million|billion)$/.test(low[i + 1] ?? '')) return i
  }
  return -1
}

function meansIn(doc: Doc, clause: Clause): number {
  for (let i = clause.from; i < clause.to; i++) if (doc.lexicon.isMeans(doc.tokens.low[i] as string)) return i
  return -1
}

/** An item of a list that begins with an act as a noun: `• het invoeren van …`, `het versterken van …;`. */
function itemOf(doc: Doc, sentence: Sentence): number | null {
  const block = doc.flow.blocks[sentence.block]
  if (block?.kind !== 'item') return null
  const { low } = doc.tokens
  let i = sentence.from
  while (i < sentence.to && !/^[a-zà-ÿ]/.test(low[i] ?? '')) i++
  if (low[i] === 'het') i++
  const acts = (doc.lexicon.forms.get(low[i] ?? '') ?? []).some(f => f.kind === 'infinitive' || (f.kind === 'present' && f.plural))
  return acts && ['van', 'in', 'aan', 'met', 'door', 'om'].includes(low[i + 1] ?? '') ? i : null
}

const actClasses: ReadonlySet<VerbClass> = new Set(['effort', 'establish', 'fund', 'study', 'decide'])
const announcing = new Set(['genoemd', 'maatregelen', 'acties', 'maatregel', 'zoals', 'waaronder', 'bijvoorbeeld', 'measures', 'including'])

/** `…, het invoeren van een screeningsplicht, het versterken van de diensten en het investeren in …`: acts as nouns, two or more, or announced. */
function namedActs(doc: Doc, sentence: Sentence): readonly (readonly [number, number])[] {
  const { low, bits } = doc.tokens
  const starts: number[] = []
  for (let i = sentence.from; i < sentence.to - 2; i++) {
    if (low[i] !== 'het' || ((bits[i + 1] as number) & bit.verb) === 0) continue
    if (!['van', 'in', 'aan', 'met'].includes(low[i + 2] as string)) continue
    const forms = doc.lexicon.forms.get(low[i + 1] as string) ?? []
    if (forms.some(f => (f.kind === 'infinitive' || (f.kind === 'present' && f.plural)) && actClasses.has(f.verb.class))) starts.push(i)
  }
  // After `inzetten op` the whole clause is the measure already.
  if (starts.length < 2 || !(announced(low, sentence) || low[(starts[0] as number) - 1] === 'ook') || starts.some(i => low[i - 1] === 'op'))
    return []
  return starts.map((from, k) => [from, endOf(low, from, starts[k + 1] ?? sentence.to)] as const)
}

function announced(low: readonly string[], sentence: Sentence): boolean {
  for (let i = sentence.from; i < sentence.to - 2; i++) if (announcing.has(low[i] as string)) return true
  return false
}

/** Up to the next act, or to the comma or full stop that closes this one. */
function endOf(low: readonly string[], from: number, to: number): number {
  for (let i = from + 3; i < to; i++)
    if (/^[,;.]$/.test(low[i] as string) && (low[i] !== ',' || /^(?:die|dat|het|wat|waar.{0,5})$/.test(low[i + 1] ?? ''))) return i
  return to
}

export function make(
  doc: Doc,
  from: number,
  to: number,
  actor: string | null,
  line: string | null,
  rule: string,
  at: number,
): FoundMeasure {
  const { low } = doc.tokens
  let [a, b] = [from, to]
  while (a < b && ['en', 'maar', ',', '•', '–', '-'].includes(low[a] ?? '')) a++
  while (b > a + 1 && ['en', ',', ';'].includes(low[b - 1] ?? '')) b--
  return { measure: { ...passage(doc, a, b), actor, line, reasons: [reason(doc, rule, at, at + 1)] }, from: a, to: b }
}

/** The action line a place is about: named in its own sentence, else the only one named in the heading above. */
export function lineAt(
  mentions: readonly Mention[],
  from: number,
  to: number,
  heading: { start: number; end: number } | undefined,
): string | null {
  const lines = mentions.filter(m => m.kind === 'action-line')
  const own = lines.find(m => m.start >= from && m.start < to)
  if (own) return own.ref
  const above = heading ? [...new Set(lines.filter(m => m.start >= heading.start && m.start < heading.end).map(m => m.ref))] : []
  return above.length === 1 ? (above[0] as string) : null
}
