/** What the sender has decided, agreed, chosen, keeps or lets lapse. */
import type { Doc } from '../doc.ts'
import { type Actor, promises, subjectOf } from '../frames/actors.ts'
import { type Clause, clausesOf } from '../frames/clauses.ts'
import type { Cast } from '../frames/commitments.ts'
import { anyWord } from '../frames/gates.ts'
import * as role from '../lexicon/roles.ts'
import type { Sentence } from '../tokens/sentences.ts'
import { type FoundMeasure, make } from './measures.ts'

const supposed = /^(?:als|indien|wanneer|mits|tenzij|of|om|zodra|nadat|voordat|totdat|if|whether|unless|once)$/

export function decisionsIn(
  doc: Doc,
  sentence: Sentence,
  cast: Cast,
  line: string | null,
  taken: (from: number, to: number) => boolean,
): FoundMeasure[] {
  if (!decides(doc, sentence)) return []
  const found: FoundMeasure[] = []
  let earlier: Actor | null = null
  for (const clause of clausesOf(doc, sentence)) {
    const subject: Actor | null = clause.opener === null ? cast.resolve(subjectOf(doc, clause, earlier), sentence) : null
    if (clause.opener === null) earlier = subject
    if (clause.opener !== null && supposed.test(clause.opener)) continue
    // In a clause of another sentence only the sender's own decision counts.
    if (clause.opener !== null && !anyWord(doc.tokens.low, clause.from, clause.to, /^(?:ik|wij|kabinet|regering|ministerraad|bestuur)$/))
      continue
    if (clause.negated && !/^(?:kiest|kies|kiezen)$/.test(doc.tokens.low[clause.finite] ?? '')) continue
    const at = decidedAt(doc, sentence, clause, subject)
    if (at < 0 || taken(at, at + 1)) continue
    const actor = subject && promises(subject.role) ? cast.nameOf(subject, sentence).name : null
    // What was decided follows, often in a clause of its own.
    found.push(make(doc, clause.from, partEnd(doc, clause.to, sentence.to), actor, line, 'decision.said', at))
  }
  return found
}

/** Most sentences hold no word of deciding. */
function decides(doc: Doc, sentence: Sentence): boolean {
  const { words } = doc.lexicon
  for (let i = sentence.from; i < sentence.to; i++) if ((words.roles(doc.tokens.id[i] as number) & role.decides) !== 0) return true
  return false
}

function partEnd(doc: Doc, from: number, to: number): number {
  for (let i = Math.max(0, from - 1); i < to; i++) if (doc.tokens.low[i] === ';') return i
  return to
}

/** Boards that decide in the sender's name, though their names hold a word of others: `Raad van Ministers`, `de ministerraad`. */
const boards = /^(?:ministers|ministerraad|rijksministerraad|bestuur|college)$/

function decidedAt(doc: Doc, sentence: Sentence, clause: Clause, subject: Actor | null): number {
  const { low } = doc.tokens
  const { policy } = doc.lexicon
  const finite = low[clause.finite] ?? ''
  const board = anyWord(low, clause.from, clause.to, boards)
  const others = subject !== null && (subject.role === 'other' || subject.role === 'addressee') && !board
  const sender = subject !== null && (promises(subject.role) || board)
  const finished = /^(?:is|zijn|heeft|heb|hebben|has|have|was|werd|werden)$/.test(finite) || clause.kind === 'past'
  for (let i = clause.from; i < clause.to; i++) {
    const x = low[i] as string
    const perfect = (): boolean => finished || /^(?:has|have|was|cabinet|government|minister|we|i)$/.test(low[i - 1] ?? '')
    if (policy.decided.has(x) && !others && (perfect() || i === clause.finite || (i === sentence.from && low[i + 1] === 'is'))) {
      // `gekozen voor`; elected people are chosen too.
      if (/^(?:gekozen|chosen|opted)$/.test(x) && !anyWord(low, clause.from, Math.min(sentence.to, i + 8), /^(?:voor|ervoor|for)$/))
        continue
      if (/^(?:agreed|approved)$/.test(x) && !sender) continue
      return i
    }
    if (
      policy.agreed.has(x) &&
      perfect() &&
      !others &&
      low[i - 1] !== 'zo' &&
      (low[i + 1] === 'dat' || low[i + 1] === 'om' || low[i + 2] === 'dat' || low[i + 1] === 'that' || low[i + 1] === 'to')
    )
      return i
    if (policy.acted.has(x) && sender && /^(?:heeft|heb|hebben|has|have)$/.test(finite) && (x !== 'gehaald' || low[i - 1] === 'voren'))
      return i
    if (i !== clause.finite) continue
    if (policy.lapses.has(x) && clause.opener === null && !anyWord(low, clause.from, i, /^(?:ik|wij|u)$/)) return i
    if (!sender) continue
    if (policy.keeps.has(x) && (!/^kie/.test(x) || anyWord(low, i, clause.to, /^(?:voor|ervoor)$/))) return i
    // `houdt vast aan`, `ziet af van`: the particle and its preposition side by side.
    const split = /^(?:houdt|houd|houden)$/.test(x)
      ? 'vast'
      : /^(?:ziet|zie|zien)$/.test(x)
        ? 'af'
        : /^(?:stemt|stem|stemmen)$/.test(x)
          ? 'in'
          : null
    if (split) for (let k = i + 1; k < clause.to - 1; k++) if (low[k] === split && /^(?:aan|van|met)$/.test(low[k + 1] as string)) return i
  }
  return -1
}
