/** Classes of the pack's scales in a sentence: which words are classes there, and whether each is a likelihood or an impact. */
import type { Doc } from '../doc.ts'
import * as bit from '../lexicon/bits.ts'
import type { Sentence } from '../tokens/sentences.ts'
import { word } from '../tokens/tokenise.ts'
import type { Change } from './changes.ts'
import {
  between,
  headWord,
  impacts,
  levels,
  likelihoods,
  type Mark,
  marksOf,
  putting,
  quotes,
  threatened,
  wished,
  wordBefore,
} from './scales/marks.ts'

interface Classed {
  /** Only consequences, not judged: a rating beside a sentence that gives the likelihood. */
  readonly half: boolean
  readonly at: number
  readonly likelihood: string | null
  readonly impact: string | null
  /** From one class to another. */
  readonly change: Change | null
}

type Slot = 'likelihood' | 'impact'
interface Placed extends Mark {
  readonly slot: Slot
  readonly sure: boolean
}

const judging =
  /^(?:acht|achten|geacht|schat|schatten|ingeschat|ingeschaald|inschat|beoordeelt|beoordelen|beoordeeld|kwalificeert|kwalificeren|gekwalificeerd|ingedeeld|aangemerkt|bestempeld|getaxeerd|gewaardeerd|scoort|scoren|gescoord|rated|assessed|judged|considered|considers|consider|assesses|assess|judges|deems|deem|vindt|vinden|klasse|class|score|scores|kwalificatie|classificatie|classificeert|geclassificeerd|inschaling|waardering|typeert|getypeerd|aangeduid|omschreven|betiteld|beschouwt|beschouwd|predicaat|rate|rates|graded|classed|classified|ranked)$/
const copulas =
  /^(?:is|zijn|wordt|worden|werd|blijft|blijven|bleef|staat|ligt|bedraagt|geldt|gelden|als|op|are|remains|as|at|krijgt|krijgen|komt|uit|zou|nu|:|,|‘|“|["']|–)$/
/** What may follow a class that stands by itself. */
const behindClass = new Set('en maar met bij of tot zij al and but with or to te naar op dan'.split(' '))
/** `change`: a level that is only said to be the same is not rated anew. */
export function classesIn(doc: Doc, sentence: Sentence, change: Change | null): Classed | null {
  const marks = marksOf(doc, sentence)
  if (!marks) return null
  const placed = paired(
    doc,
    marks.map(mark => placedIn(doc, sentence, mark, marks)).filter(mark => mark !== null),
  )
  const impactSaid = placed.some(mark => mark.slot === 'impact' && mark.sure)
  const likelihoodSaid = placed.some(mark => mark.slot === 'likelihood' && (mark.sure || impactSaid))
  const kept = placed.filter(
    mark => (mark.sure || (mark.slot === 'likelihood' && impactSaid)) && !(change === 'same' && mark.scale === 'level'),
  )
  const moved = movedIn(doc, sentence, kept)
  const of = (slot: Slot): Placed | undefined =>
    moved && moved.to.slot === slot
      ? moved.to
      : kept.find(mark => mark.slot === slot && (slot === 'likelihood' || !mark.before || likelihoodSaid || mark.scale === 'impact'))
  const [one, other] = [of('likelihood'), of('impact')]
  const first = one ?? other
  if (!first || (!one && impactOfPolicy(doc, sentence))) return null
  // `hoog op zowel kans als impact`, `beide als hoog beoordeeld`: one class for both.
  const both = !one !== !other && bothNamed(doc, sentence) ? first : undefined
  const [likelihood, impact] = [one ?? both, other ?? both]
  return {
    half: !likelihood && !impactAlone(doc, sentence),
    at: first.at,
    likelihood: likelihood?.name ?? null,
    impact: impact?.name ?? null,
    change: moved?.change ?? null,
  }
}

/** `zowel kans als impact`, `de kans op misbruik en de mogelijke schade zijn beide`: both are named before or behind one class. */
function bothNamed({ tokens: { low } }: Doc, sentence: Sentence): boolean {
  let both = false
  let [chance, effect] = [-1, -1]
  for (let i = sentence.from; i < sentence.to; i++) {
    if (/^(?:beide|zowel|both)$/.test(low[i] as string)) both = true
    if (chance < 0 && likelihoods.test(low[i] as string)) chance = i
    if (effect < 0 && impacts.test(low[i] as string)) effect = i
  }
  return chance >= 0 && effect > chance && (both || (effect - chance <= 3 && /^(?:en|and|als)$/.test(low[chance + 1] as string)))
}

const policies = new Set(
  'wet wetsvoorstel regeling maatregel maatregelen voorstel besluit beleid verordening verplichting law bill scheme measure measures policy'.split(
    ' ',
  ),
)

/** `de impact van deze wet is beperkt`: what the sender does has consequences too, and is no risk. */
function impactOfPolicy({ tokens: { low }, lexicon }: Doc, sentence: Sentence): boolean {
  for (let i = sentence.from; i < sentence.to - 2; i++) {
    if (!impacts.test(low[i] as string) || !/^(?:van|of)$/.test(low[i + 1] as string)) continue
    for (let k = i + 2; k < Math.min(sentence.to, i + 6); k++)
      if (policies.has(low[k] as string) || lexicon.isMeans(low[k] as string)) return true
  }
  return false
}

/** `waarschijnlijk, zeer ernstig`: side by side each tells what the other is. */
const paired = ({ tokens: { low } }: Doc, all: readonly Placed[]): Placed[] =>
  all.map((mark, k) => {
    const [before, after] = [all[k - 1], all[k + 1]]
    const behind = mark.slot === 'impact' && before?.slot === 'likelihood' && between(low, before.to, mark.at) <= 2
    const ahead = mark.slot === 'likelihood' && after?.slot === 'impact' && between(low, mark.to, after.at) <= 2
    // `van mogelijk naar waarschijnlijk`
    const from = after?.slot === mark.slot && low[mark.at - 1] === 'van' && low[after.at - 1] === 'naar'
    const to = before?.slot === mark.slot && low[before.at - 1] === 'van' && low[mark.at - 1] === 'naar'
    // `van beperkt naar aanzienlijk`: what moves stays of one kind.
    const slot =
      before && before.scale === mark.scale && wordBefore(low, before.at) === 'van' && wordBefore(low, mark.at) === 'naar'
        ? before.slot
        : mark.slot
    return behind || ahead || from || to || slot !== mark.slot ? { ...mark, slot, sure: true } : mark
  })

/** From its first letter to its last in quotation marks: `‘mogelijk’`. */
const quoted = (low: readonly string[], mark: Mark): boolean => quotes.has(low[mark.at - 1] ?? '') && quotes.has(low[mark.to] ?? '')

/** `op waarschijnlijk gesteld`, `naar ‘hoog’ bijgesteld`, `from moderate to high`: what something is put in, and no adjective of what follows. */
function putIn({ tokens: { low, kind, bits } }: Doc, mark: Mark): boolean {
  const before = wordBefore(low, mark.at)
  if (quoted(low, mark) && /^(?:als|as)$/.test(before)) return true
  if (!/^(?:op|naar|van|from|to|at)$/.test(before)) return false
  if (quoted(low, mark)) return true
  const next = low[mark.to] ?? '.'
  return kind[mark.to] !== word || behindClass.has(next) || putting.has(next) || ((bits[mark.to] as number) & bit.preposition) !== 0
}

/** Without a likelihood, only what is said of the impact itself, or what is judged. */
function impactAlone(doc: Doc, sentence: Sentence): boolean {
  for (let i = sentence.from; i < sentence.to; i++)
    if (doc.tokens.low[i] === 'impact' || judging.test(doc.tokens.low[i] as string)) return true
  return false
}

/** What a class is said of: the rated word behind it, or the nearest one before. */
function headOf(doc: Doc, sentence: Sentence, mark: Mark): { slot: Slot; at: number; level: boolean } | null {
  const { low } = doc.tokens
  const tell = (k: number): { slot: Slot; at: number; level: boolean } | null => {
    const x = low[k] as string
    if (likelihoods.test(x)) return { slot: 'likelihood', at: k, level: false }
    if (impacts.test(x)) return { slot: 'impact', at: k, level: false }
    return levels.test(x) ? { slot: 'likelihood', at: k, level: true } : null
  }
  // `ernstige gevolgen`, `klasse C voor de impact`, `4 op waarschijnlijkheid`.
  for (let k = mark.to; k < Math.min(sentence.to, mark.to + (quotes.has(low[mark.to] ?? '') ? 4 : 3)); k++) {
    if (!/^(?:voor|op|de|het|for|on|the|in|een|maatschappelijke|['"’”»])$/.test(low[k] as string) && !headWord(low[k] as string)) break
    const head = tell(k)
    if (head && (mark.before || k > mark.to)) return head
  }
  if (mark.before && mark.scale === 'level') return null
  if (/^(?:niveau|level)$/.test(low[mark.at - 1] ?? '') && threatened(doc, sentence))
    return { slot: 'likelihood', at: mark.at - 1, level: true }
  for (let k = mark.at - 1; k >= Math.max(sentence.from, mark.at - 20); k--) {
    if (low[k] === ';' && mark.scale !== 'level') return null
    const head = tell(k)
    if (head) return head
    // `Voor de haven geldt nu ‘hoog’`: what holds is the level.
    if (/^(?:geldt|gelden)$/.test(low[k] as string) && mark.at - k <= 3) return { slot: 'likelihood', at: k, level: true }
  }
  return null
}

function placedIn(doc: Doc, sentence: Sentence, mark: Mark, marks: readonly Mark[]): Placed | null {
  const { low } = doc.tokens
  const head = headOf(doc, sentence, mark)
  const put = putIn(doc, mark)
  const judged = put || judgedNear(doc, sentence, mark)
  // Of a risk itself a word of impact is a level: `het risico is aanzienlijk`.
  const ofRisk =
    mark.scale === 'impact' &&
    head?.slot === 'likelihood' &&
    !mark.before &&
    head.at < mark.at &&
    alone(doc, head.at, mark.at, head.level ? 20 : 4)
  if (mark.scale === 'level' || ofRisk) {
    if (!head || (mark.before && head.slot === 'likelihood' && head.at > mark.at && !bothHalves(low, mark, head.at, marks))) return null
    if (wished.has(low[head.at + 2] ?? '') || wished.has(low[head.at + 3] ?? '')) return null
    // `een hoog risico is een reden`, `de kans is groot dat`: said in passing.
    const linked = head.at > mark.at || judged || linkedTo(doc, head.at, mark.at)
    if (!linked || low[mark.to] === 'dat' || low[mark.to] === 'that') return null
    return { ...mark, slot: head.slot, sure: true }
  }
  if (mark.scale === 'impact') return { ...mark, slot: 'impact', sure: head?.slot === 'impact' && Math.abs(head.at - mark.at) <= 10 }
  if (/^(?:het|it)$/.test(low[mark.at - 1] ?? '') && judged)
    return judgedThat(doc, sentence, mark) ? { ...mark, slot: 'likelihood', sure: true } : null
  const opens = mark.at === sentence.from && low[mark.to] !== '–' && low[mark.to] !== ',' && low[mark.to] !== 'en'
  const clause = low[mark.to] === 'dat' || low[mark.to] === 'that'
  if (opens && mark.to - mark.at === 1) return null
  // `de mogelijke schade`: an adjective of what is rated.
  if (mark.before && head?.slot === 'impact' && head.at - mark.to <= 1 && head.at >= mark.to) return null
  const several = (mark.to - mark.at > 1 && !mark.before) || quoted(low, mark)
  const near = head?.slot === 'likelihood' && !head.level && Math.abs(head.at - mark.at) <= (mark.before ? 3 : 20)
  return { ...mark, slot: 'likelihood', sure: !clause && (several || judged || (near ?? false) || predicate(doc, sentence, mark)) }
}

const plainly = new Set(['waarschijnlijk', 'onwaarschijnlijk', 'niet waarschijnlijk', 'likely', 'unlikely', 'probable', 'improbable'])
const closing = new Set(['.', ',', ';', ')', 'geworden', 'gebleven', 'en', 'maar', 'met', 'but', 'and', 'with'])

/** `Een aanval op het spoor is waarschijnlijk.`: said of a threat, as the predicate of its clause. */
function predicate({ tokens: { low, bits } }: Doc, sentence: Sentence, mark: Mark): boolean {
  if (!plainly.has(mark.name) || !closing.has(low[mark.to] ?? '.')) return false
  let copula = false
  for (let k = mark.at - 1; k >= sentence.from && k > mark.at - 20; k--) {
    if (low[k] === ';') return false
    if (/^(?:is|zijn|lijkt|blijft|blijven|are|seems|remains)$/.test(low[k] as string)) copula = true
    else if (copula && (((bits[k] as number) & bit.threat) !== 0 || harms.has(low[k] as string))) return true
  }
  return false
}

/** `met een gemiddelde kans en een zware impact`: both halves of a rating as adjectives, each with its article. */
const bothHalves = (low: readonly string[], mark: Mark, head: number, marks: readonly Mark[]): boolean =>
  low[mark.at - 1] === 'een' &&
  likelihoods.test(low[head] as string) &&
  marks.some(
    other => other.before && other.at > head && other.at <= head + 3 && low[other.at - 1] === 'een' && impacts.test(low[other.to] ?? ''),
  )

/** What befalls, beside the threats of the pack. */
const harms = new Set(
  'aangevallen aanvallen uitvalt uitvallen wegvalt wegvallen misbruikt misbruiken verstoord verstoren ontwricht ontwrichten getroffen treffen saboteren gesaboteerd onderbroken attacked targeted disrupted disrupt fail fails cut interrupted sabotaged'.split(
    ' ',
  ),
)

/** `acht het waarschijnlijk dat …`: a rating where what follows threatens; that a law comes in May is none. */
function judgedThat({ tokens: { low, bits } }: Doc, sentence: Sentence, mark: Mark): boolean {
  if (low[mark.to] !== 'dat' && low[mark.to] !== 'that') return false
  for (let k = mark.to + 1; k < sentence.to; k++) if (((bits[k] as number) & bit.threat) !== 0 || harms.has(low[k] as string)) return true
  return false
}

/** No other class stands between a likelihood and what is said of it: `de waarschijnlijkheid is beperkt`. */
function alone({ tokens: { bits } }: Doc, head: number, at: number, most: number): boolean {
  for (let k = head + 1; k < at; k++) if (((bits[k] as number) & bit.scale) !== 0) return false
  return at - head <= most
}

/** A verb of judging near a class: `acht … onwaarschijnlijk`, `als mogelijk ingeschat`. */
function judgedNear(doc: Doc, sentence: Sentence, mark: Mark): boolean {
  const { low } = doc.tokens
  if (/^(?:als|klasse|class)$/.test(low[mark.at - 1] ?? '') && !/^(?:als)$/.test(low[mark.to] ?? '')) return true
  for (let k = Math.max(sentence.from, mark.at - 18); k < Math.min(sentence.to, mark.to + 3); k++) {
    if (k > mark.at && low[k] === ',') return false
    if (judging.test(low[k] as string)) return true
  }
  return false
}

/** Between what is rated and its class stand a copula, or nothing but marks. */
function linkedTo(doc: Doc, head: number, at: number): boolean {
  for (let k = head + 1; k < at; k++) if (copulas.test(doc.tokens.low[k] as string)) return true
  return at - head <= 2
}

const divided = (low: readonly string[], from: number, to: number): boolean => {
  for (let k = from; k < to; k++) if (low[k] === ';') return true
  return false
}

/** `van A naar B`, `nu B, waar dat eerst A was`. */
function movedIn(doc: Doc, sentence: Sentence, marks: readonly Placed[]): { to: Placed; change: Change | null } | null {
  const { low } = doc.tokens
  const by = (from: Placed, to: Placed) =>
    ({ to, change: to.rank === from.rank ? null : to.rank > from.rank ? 'worse' : 'better' }) as const
  for (let k = 0; k + 1 < marks.length; k++) {
    const [a, b] = [marks[k] as Placed, marks[k + 1] as Placed]
    if (a.slot !== b.slot) continue
    if (divided(low, a.to, b.at)) continue
    const before = (mark: Placed): string => {
      let i = mark.at - 1
      while (i > sentence.from && /^(?:niveau|klasse|level|class|score|‘|“|["'])$/.test(low[i] as string)) i--
      return low[i] as string
    }
    if (/^(?:van|from)$/.test(before(a)) && /^(?:naar|tot|to)$/.test(before(b))) return by(a, b)
    for (let i = a.to; i < b.at; i++) if (/^(?:waar|tegen|where|was|terwijl|against|instead)$/.test(low[i] as string)) return by(b, a)
  }
  return null
}
