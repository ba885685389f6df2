/** What the sender does, funds, changes or stops, and what it has decided: main clauses with a sender's subject, and the items of a list of actions. */
import { type Doc, passage, reason } from '../doc.ts'
import { type Actor, agentOf, promises, subjectOf } from '../frames/actors.ts'
import { type Clause, clausesOf } from '../frames/clauses.ts'
import type { Cast } from '../frames/commitments.ts'
import { meaningOf } from '../frames/verbs.ts'
import * as bit from '../lexicon/bits.ts'
import type { VerbClass } from '../lexicon/data.ts'
import type { Measure, Mention } from '../reading.ts'
import type { Sentence } from '../tokens/sentences.ts'

interface Found {
  readonly measures: readonly Measure[]
  readonly decisions: readonly Measure[]
}

const running: ReadonlySet<VerbClass> = new Set(['effort', 'establish', 'fund'])
const none: Found = { measures: [], decisions: [] }

/** `taken`: stretches of tokens that are promises, and no measures beside it. */
export function measuresIn(
  doc: Doc,
  sentence: Sentence,
  cast: Cast,
  line: string | null,
  taken: (from: number, to: number) => boolean,
): Found {
  if ((sentence.says & bit.verb) === 0) return none
  const measures: Measure[] = []
  const decisions: Measure[] = []
  let earlier: Actor | null = null
  const listed = itemOf(doc, sentence)
  if (listed) measures.push(make(doc, sentence.from, sentence.to, null, line, 'measure.listed', listed))
  for (const [from, to] of namedActs(doc, sentence)) measures.push(make(doc, from, to, null, line, 'measure.named', from))
  for (const clause of clausesOf(doc, sentence)) {
    if (clause.opener !== null || clause.finite < 0) continue
    const subject = cast.resolve(subjectOf(doc, clause, earlier), sentence)
    earlier = subject
    if (clause.negated || taken(clause.from, clause.to)) continue
    const said = verbOf(doc, clause)
    if (!said) continue
    const agent = said.passive ? agentOf(doc, clause) : subject
    if (agent && !promises(agent.role)) continue
    const actor = agent ? cast.nameOf(agent, sentence).name : null
    if (said.class === 'decide' && said.done) decisions.push(make(doc, clause.from, sentence.to, actor, line, 'decision.said', said.at))
    else if (running.has(said.class) && !said.done && (agent || said.passive) && !(said.lemma === 'benoemen' && !said.passive))
      measures.push(make(doc, clause.from, clause.to, actor, line, 'measure.running', said.at))
  }
  return { measures, decisions }
}

interface Said {
  readonly lemma: string
  readonly class: VerbClass
  readonly at: number
  readonly passive: boolean
  readonly done: boolean
}

/** What a clause says is done: its present, what it runs in the passive, or what it has brought about. */
function verbOf(doc: Doc, clause: Clause): Said | null {
  const { low } = doc.tokens
  const forms = doc.lexicon.forms.get(low[clause.finite] ?? '') ?? []
  if (clause.kind === 'present' || clause.kind === 'past') {
    const verb = meaningOf(
      doc,
      clause.finite,
      forms.filter(f => f.kind === clause.kind),
      clause.from,
      clause.to,
    )
    return (
      verb && { lemma: verb.lemma, class: verb.class, at: verb.at, passive: false, done: clause.kind === 'past' || verb.class === 'decide' }
    )
  }
  if (clause.kind !== 'passive' && clause.kind !== 'perfect') return null
  const inner = clause.inner.filter(v => v.kind === 'participle').at(-1)
  const verb = inner ? meaningOf(doc, inner.at, inner.forms, clause.from, clause.to) : null
  if (!verb || !inner) return null
  const has = /^(?:heeft|heb|hebben|had|hadden)$/.test(low[clause.finite] ?? '')
  return { lemma: verb.lemma, class: verb.class, at: verb.at, passive: !has, done: clause.kind === 'perfect' }
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

function make(doc: Doc, from: number, to: number, actor: string | null, line: string | null, rule: string, at: number): Measure {
  const { low } = doc.tokens
  let [a, b] = [from, to]
  while (a < b && ['en', 'maar', ',', '•', '–', '-'].includes(low[a] ?? '')) a++
  while (b > a + 1 && ['en', ',', ';'].includes(low[b - 1] ?? '')) b--
  return { ...passage(doc, a, b), actor, line, reasons: [reason(doc, rule, at, at + 1)] }
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
