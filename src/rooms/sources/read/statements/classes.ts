/** Classes of the pack's scales in a sentence: which words are classes there, and whether each is a likelihood or an impact. */
import { type Doc, textOf } from '../doc.ts'
import * as bit from '../lexicon/bits.ts'
import type { ScaleClass } from '../lexicon/data.ts'
import type { Sentence } from '../tokens/sentences.ts'
import { word } from '../tokens/tokenise.ts'
import type { Change } from './changes.ts'

interface Classed {
  /** Only consequences, not judged: a rating beside a sentence that gives the likelihood. */
  readonly half: boolean
  readonly at: number
  readonly likelihood: string | null
  readonly impact: string | null
  /** From one class to another. */
  readonly change: Change | null
}

interface Mark {
  readonly at: number
  readonly to: number
  readonly name: string
  readonly rank: number
  readonly scale: ScaleClass['dimension']
  /** It stands before a noun: `ernstige gevolgen`. */
  readonly before: boolean
}

type Slot = 'likelihood' | 'impact'
interface Placed extends Mark {
  readonly slot: Slot
  readonly sure: boolean
}

const likelihoods = /^(?:waarschijnlijkheid|kans|kansen|likelihood|probability|chance)$/
const impacts = /^(?:impact|gevolgen|gevolg|effect|effecten|schade|consequences|damage)$/
/** Compounds count too: `stroomuitvalrisico`. */
const levels =
  /(?:^|[a-zà-ÿ])(?:risico|risico['’]s|dreiging|dreigingsniveau|risiconiveau|dreigingsbeeld|risicoklasse|alarmniveau|risicoscore)$|^(?:risk|risks|threat|level|beoordeling|inschatting|oordeel|rating|assessment)$/
const judging =
  /^(?:acht|achten|geacht|schat|schatten|ingeschat|ingeschaald|inschat|beoordeelt|beoordelen|beoordeeld|kwalificeert|kwalificeren|gekwalificeerd|ingedeeld|aangemerkt|bestempeld|getaxeerd|gewaardeerd|scoort|scoren|gescoord|rated|assessed|judged|considered|considers|consider|assesses|assess|judges|deems|deem|vindt|vinden|klasse|class|score|scores)$/
const copulas =
  /^(?:is|zijn|wordt|worden|werd|blijft|blijven|bleef|staat|ligt|bedraagt|geldt|gelden|als|op|are|remains|as|at|krijgt|krijgen|komt|uit|zou|nu|:|,|‘|“|["']|–)$/
const letters = /^(?:klasse|categorie|klassen|class|category|score|scoort|niveau|level|cijfer)$/

/** `change`: a level that is only said to be the same is not rated anew. */
export function classesIn(doc: Doc, sentence: Sentence, change: Change | null): Classed | null {
  const marks = marksOf(doc, sentence)
  if (!marks) return null
  const placed = paired(
    doc,
    marks.map(mark => placedIn(doc, sentence, mark)).filter(mark => mark !== null),
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
  const [likelihood, impact] = [of('likelihood'), of('impact')]
  const first = likelihood ?? impact
  if (!first) return null
  return {
    half: !likelihood && !impactAlone(doc, sentence),
    at: first.at,
    likelihood: likelihood?.name ?? null,
    impact: impact?.name ?? null,
    change: moved?.change ?? null,
  }
}

/** `waarschijnlijk, zeer ernstig`: side by side each tells what the other is. */
const paired = ({ tokens: { low } }: Doc, all: readonly Placed[]): Placed[] =>
  all.map((mark, k) => {
    const [before, after] = [all[k - 1], all[k + 1]]
    const behind = mark.slot === 'impact' && before?.slot === 'likelihood' && mark.at - before.to <= 2
    const ahead = mark.slot === 'likelihood' && after?.slot === 'impact' && after.at - mark.to <= 2
    // `van mogelijk naar waarschijnlijk`
    const from = after?.slot === mark.slot && low[mark.at - 1] === 'van' && low[after.at - 1] === 'naar'
    const to = before?.slot === mark.slot && low[before.at - 1] === 'van' && low[mark.at - 1] === 'naar'
    return behind || ahead || from || to ? { ...mark, sure: true } : mark
  })

/** Without a likelihood, only what is said of the impact itself, or what is judged. */
function impactAlone(doc: Doc, sentence: Sentence): boolean {
  for (let i = sentence.from; i < sentence.to; i++)
    if (doc.tokens.low[i] === 'impact' || judging.test(doc.tokens.low[i] as string)) return true
  return false
}

/** The words that are classes; null where the sentence tells how far a scale goes. */
function marksOf(doc: Doc, sentence: Sentence): Mark[] | null {
  const { tokens, lexicon } = doc
  const { low, bits } = tokens
  const marks: Mark[] = []
  for (let i = sentence.from; i < sentence.to; i++) {
    doc.work.steps++
    const hit = ((bits[i] as number) & bit.scale) !== 0 ? lexicon.scales.match(tokens, i) : null
    if (!hit) {
      const code = codeAt(doc, sentence, i)
      if (code) marks.push(code)
      continue
    }
    // `van … tot …` tells how far the scale goes.
    if (/^(?:tot|to)$/.test(low[i - 1] ?? '') && marks.length > 0 && spans(doc, sentence)) return null
    const nounBehind = hit.to < sentence.to && tokens.kind[hit.to] === word && attributive(low[hit.to - 1] as string, low[hit.to] as string)
    marks.push({
      at: i,
      to: hit.to,
      name: hit.value.class,
      rank: hit.value.rank,
      scale: hit.value.dimension,
      before: nounBehind,
    })
    i = hit.to - 1
  }
  return marks
}

const headWord = (low: string): boolean => likelihoods.test(low) || impacts.test(low) || levels.test(low)
/** An adjective with its ending, or any before one of the words that are rated. */
const attributive = (adjective: string, noun: string): boolean => adjective.endsWith('e') || headWord(noun)

/** It speaks of a scale, and of no risk that moves on it. */
function spans({ tokens }: Doc, sentence: Sentence): boolean {
  for (let i = sentence.from; i < sentence.to; i++)
    if (/^(?:loopt|lopen)$/.test(tokens.low[i] as string) && tokens.low[i + 1] === 'van') return true
    else if (/^(?:schaal|klassen|reikt|reiken|varieert|variëren|scale|classes|ranges)$/.test(tokens.low[i] as string)) return true
  return false
}

/** `klasse D`, `score 4`, `Dreigingsniveau 4`, `waarschijnlijkheid C`, `op 3`: classes without a word. */
function codeAt(doc: Doc, sentence: Sentence, i: number): Mark | null {
  const { low, start, end } = doc.tokens
  if ((end[i] as number) - (start[i] as number) !== 1) return null
  const code = textOf(doc, i, i + 1)
  const digit = /^[1-5]$/.test(code)
  if (!digit && !/^[A-E]$/.test(code)) return null
  const before = low[i - 1] ?? ''
  const next = low[i + 1] ?? '.'
  // `van A tot E`, `4 procent`: no class.
  if (/^(?:tot|t\/m|%|procent|euro|miljoen)$/.test(next) || /^(?:tot|t\/m)$/.test(before)) return null
  const named = letters.test(before) && (before !== 'niveau' && before !== 'level' ? true : ratedLevel(low, i, sentence.from))
  const behind = headWord(before) && !/^(?:risico['’]s|gevolgen)$/.test(before)
  // `op een schaal van 5`
  if (/^(?:van|of)$/.test(before) && /^(?:schaal|scale)$/.test(low[i - 2] ?? '')) return null
  const said = /^(?:op|naar|van|at|from|to|bedraagt|is)$/.test(before) && digit && levelBefore(low, i, sentence.from)
  const ahead = /^(?:voor|op|for|on)$/.test(next) && (headWord(low[i + 2] ?? '') || headWord(low[i + 3] ?? ''))
  if (!named && !behind && !said && !ahead) return null
  return { at: i, to: i + 1, name: code, rank: digit ? Number(code) : code.charCodeAt(0), scale: 'level', before: false }
}

const ratedLevel = (low: readonly string[], i: number, from: number): boolean => {
  for (let k = i - 1; k >= from && k > i - 14; k--) if (levels.test(low[k] as string) || likelihoods.test(low[k] as string)) return true
  return false
}
function levelBefore(low: readonly string[], i: number, from: number): boolean {
  for (let k = i - 1; k >= from && k > i - 16; k--) if (/niveau$/.test(low[k] as string) || low[k] === 'level') return true
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
  for (let k = mark.to; k < Math.min(sentence.to, mark.to + 3); k++) {
    if (!/^(?:voor|op|de|het|for|on|the|in|een|maatschappelijke)$/.test(low[k] as string) && !headWord(low[k] as string)) break
    const head = tell(k)
    if (head && (mark.before || k > mark.to)) return head
  }
  if (mark.before && mark.scale === 'level') return null
  for (let k = mark.at - 1; k >= Math.max(sentence.from, mark.at - 20); k--) {
    if (low[k] === ';' && mark.scale !== 'level') return null
    const head = tell(k)
    if (head) return head
    // `Voor de haven geldt nu ‘hoog’`: what holds is the level.
    if (/^(?:geldt|gelden)$/.test(low[k] as string) && mark.at - k <= 3) return { slot: 'likelihood', at: k, level: true }
  }
  return null
}

function placedIn(doc: Doc, sentence: Sentence, mark: Mark): Placed | null {
  const { low } = doc.tokens
  const head = headOf(doc, sentence, mark)
  const judged = judgedNear(doc, sentence, mark)
  // Of a risk itself a word of impact is a level: `het risico is aanzienlijk`.
  const ofRisk =
    mark.scale === 'impact' &&
    head?.slot === 'likelihood' &&
    !mark.before &&
    head.at < mark.at &&
    (head.level || alone(doc, head.at, mark.at))
  if (mark.scale === 'level' || ofRisk) {
    if (!head || (mark.before && head.slot === 'likelihood' && head.at > mark.at)) return null
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
  const several = mark.to - mark.at > 1 && !mark.before
  const near = head?.slot === 'likelihood' && !head.level && Math.abs(head.at - mark.at) <= (mark.before ? 3 : 20)
  return { ...mark, slot: 'likelihood', sure: !clause && (several || judged || (near ?? false)) }
}

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
function alone({ tokens: { bits } }: Doc, head: number, at: number): boolean {
  for (let k = head + 1; k < at; k++) if (((bits[k] as number) & bit.scale) !== 0) return false
  return at - head <= 4
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

/** `van A naar B`, `nu B, waar dat eerst A was`. */
function movedIn(doc: Doc, sentence: Sentence, marks: readonly Placed[]): { to: Placed; change: Change | null } | null {
  const { low } = doc.tokens
  const by = (from: Placed, to: Placed) =>
    ({ to, change: to.rank === from.rank ? null : to.rank > from.rank ? 'worse' : 'better' }) as const
  for (let k = 0; k + 1 < marks.length; k++) {
    const [a, b] = [marks[k] as Placed, marks[k + 1] as Placed]
    if (a.slot !== b.slot) continue
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
