/** A reading against an annotated paper: precision, recall and F1 per kind, the misses, and per rule how often it was right. */
import { daysBetween, isDay } from '../../../kernel/day.ts'
import type { Reading } from './reading.ts'
import { type GoldItem, goldOf, type Kind, plain } from './score/gold.ts'
import { lengthOf, overlap, pair, type Segments } from './score/pair.ts'

export interface Miss {
  readonly start: number
  readonly end: number
  readonly quote: string
  readonly key: string
}

export interface KindScore {
  readonly kind: Kind
  readonly gold: number
  readonly found: number
  readonly right: number
  readonly precision: number
  readonly recall: number
  readonly f1: number
  /** Annotated and not found. */
  readonly missed: readonly Miss[]
  /** Found and not annotated. */
  readonly extra: readonly Miss[]
}

interface RuleScore {
  readonly rule: string
  readonly right: number
  readonly found: number
}

export interface Score {
  readonly document: string | null
  readonly kinds: readonly KindScore[]
  /** Of the commitments that are right: how many name the right actor, and have the right window. */
  readonly actors: { readonly right: number; readonly of: number }
  readonly windows: { readonly right: number; readonly of: number }
  readonly rules: readonly RuleScore[]
}

interface Candidate {
  readonly start: number
  readonly end: number
  readonly quote: string
  readonly segments: Segments
  readonly key: string
  readonly rule: string
  readonly from: string | null
  readonly to: string | null
  readonly due: { readonly from: string | null; readonly to: string | null } | null
  readonly actor: string | null
}

/** Recess days differ by calendar; a week is forgiven at the end of a window that has one. */
const tolerance = 7

const near = (a: string | null, b: string | null, days: number): boolean =>
  a === b || (isDay(a) && isDay(b) && Math.abs(daysBetween(a, b)) <= days)

/** Windows are equal by both ends; a vague one by its beginning only. */
const sameWindow = (
  g: { from: string | null; to: string | null; vague: boolean },
  f: { from: string | null; to: string | null },
): boolean => near(g.from, f.from, 0) && (g.vague || near(g.to, f.to, g.from === null ? 0 : tolerance))

function candidates(reading: Reading, kind: Kind): Candidate[] {
  const make = (x: { start: number; end: number; quote?: string; segments?: Segments }, rest: Partial<Candidate> = {}): Candidate => ({
    start: x.start,
    end: x.end,
    quote: x.quote ?? '',
    segments: x.segments ?? [[x.start, x.end]],
    key: '',
    rule: kind,
    from: null,
    to: null,
    due: null,
    actor: null,
    ...rest,
  })
  const ruleOf = (x: { reasons: readonly { rule: string }[] }): string => x.reasons[0]?.rule ?? kind
  switch (kind) {
    case 'citations':
      return reading.citations.map(c => make(c, { key: c.id.toLowerCase(), rule: ruleOf(c) }))
    case 'footnotes':
      return reading.footnotes.filter(f => f.marker).map(f => make(f.body, { key: String(f.number) }))
    case 'sections':
      // What opens a letter without a title is no heading.
      return reading.sections
        .filter(s => s.title !== null)
        .map(s => make({ ...s, quote: s.title ?? '' }, { key: `${s.number ?? ''}|${plain(s.title ?? '')}` }))
    case 'terms':
      return reading.terms.map(t => make(t, { key: plain(t.term), rule: ruleOf(t) }))
    case 'mentions':
      return reading.mentions
        .filter(m => m.kind === 'action-line')
        .map(m => make(m, { key: (/\d{1,6}$/.exec(m.ref)?.[0] ?? '').replace(/^0/, ''), rule: ruleOf(m) }))
    case 'dueWindows':
      return reading.times
        .filter(t => t.role === 'due' || t.role === 'announced')
        .map(t => make(t, { from: t.from, to: t.to, rule: `${t.rule}+${t.reasons[0]?.rule}` }))
    case 'times':
      return reading.times.map(t => make(t, { from: t.from, to: t.to, rule: t.rule }))
    case 'commitments':
      return reading.commitments.map(c => make(c, { actor: c.actor, due: c.due, rule: ruleOf(c) }))
    case 'done':
      return reading.done.map(d => make(d, { rule: ruleOf(d) }))
    case 'developments':
      return reading.developments.map(d => make(d, { key: d.direction, rule: ruleOf(d) }))
    case 'ratings':
      return reading.ratings.map(r => make(r, { key: `${r.likelihood ?? ''}|${r.impact ?? ''}`, rule: ruleOf(r) }))
    // What is annotated is what the sender asks; motions, duties and advice stand beside it.
    case 'requests':
      return reading.requests.filter(r => r.kind === 'appeal').map(r => make(r, { rule: ruleOf(r) }))
    case 'measures':
    case 'decisions':
    case 'fulfilments':
      return reading[kind].map(x => make(x, { rule: ruleOf(x) }))
  }
}

const passages: ReadonlySet<Kind> = new Set<Kind>([
  'commitments',
  'done',
  'ratings',
  'developments',
  'measures',
  'decisions',
  'requests',
  'fulfilments',
])

function fits(kind: Kind, gold: GoldItem, found: Candidate): number {
  const shared = overlap(gold.segments, found.segments)
  if (kind === 'sections') return gold.start === found.start && gold.key === found.key ? 1 : 0
  // A development is its sentence and its direction, a rating its classes.
  if ((kind === 'developments' || kind === 'ratings') && gold.key !== found.key) return 0
  if (passages.has(kind)) return shared * 2 >= lengthOf(gold.segments) ? shared / Math.max(1, lengthOf(found.segments)) : 0
  if (shared === 0) return 0
  if (kind === 'dueWindows' || kind === 'times') return sameWindow(gold, found) ? shared : 0
  if (kind === 'footnotes') return gold.key === found.key ? shared : 0
  return gold.key === found.key || (kind === 'terms' && close(gold.key, found.key)) ? shared : 0
}

/** A plural short form is the same term. */
const close = (a: string, b: string): boolean => a.replace(/[’']?s$/, '') === b.replace(/[’']?s$/, '')

function kindScore(
  kind: Kind,
  gold: readonly GoldItem[],
  found: readonly Candidate[],
): KindScore & { pairs: { gold: GoldItem; found: Candidate }[] } {
  const scored = gold.filter(g => !g.out)
  const pairs = pair(scored.length, found.length, (g, f) => fits(kind, scored[g] as GoldItem, found[f] as Candidate))
  const usedGold = new Set(pairs.map(p => p.gold))
  const usedFound = new Set(pairs.map(p => p.found))
  // What lies on a passage set aside is neither right nor wrong.
  const aside = gold.filter(g => g.out)
  const excused = (c: Candidate): boolean =>
    aside.some(
      g => overlap(g.segments, c.segments) > 0 && (!passages.has(kind) || overlap(g.segments, c.segments) * 2 >= lengthOf(g.segments)),
    )
  const extra = found.filter((c, i) => !usedFound.has(i) && !excused(c))
  const missed = scored.filter((_, i) => !usedGold.has(i))
  const right = pairs.length
  const total = right + extra.length
  const precision = total === 0 ? 1 : right / total
  const recall = scored.length === 0 ? 1 : right / scored.length
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall)
  const shown = ({ start, end, quote, key, from, to }: GoldItem | Candidate): Miss => ({
    start,
    end,
    quote,
    key: key || (from || to ? `${from ?? ''}..${to ?? ''}` : ''),
  })
  return {
    kind,
    gold: scored.length,
    found: total,
    right,
    precision,
    recall,
    f1,
    missed: missed.map(shown),
    extra: extra.map(c => ({ ...shown(c), key: [shown(c).key, c.rule].filter(Boolean).join(' ') })),
    pairs: pairs.map(p => ({ gold: scored[p.gold] as GoldItem, found: found[p.found] as Candidate })),
  }
}

/** Scores a reading against a gold file (parsed JSON). Throws a RangeError where it is none. */
export function score(reading: Reading, gold: unknown): Score {
  const annotated = goldOf(gold)
  const kinds: KindScore[] = []
  const rules = new Map<string, { right: number; found: number }>()
  let actors = { right: 0, of: 0 }
  let windows = { right: 0, of: 0 }
  for (const [kind, items] of annotated) {
    const { pairs, ...result } = kindScore(kind, items, candidates(reading, kind))
    kinds.push(result)
    const count = (rule: string, right: number): void => {
      const at = rules.get(rule) ?? { right: 0, found: 0 }
      rules.set(rule, { right: at.right + right, found: at.found + 1 })
    }
    for (const p of pairs) count(p.found.rule, 1)
    for (const x of result.extra) count(x.key.split(' ').at(-1) ?? kind, 0)
    if (kind !== 'commitments') continue
    actors = { right: pairs.filter(p => sameActor(p.gold.actor, p.found.actor)).length, of: pairs.length }
    windows = { right: pairs.filter(p => sameDue(p.gold.due, p.found.due)).length, of: pairs.length }
  }
  const byName = [...rules].sort(([a], [b]) => (a < b ? -1 : 1))
  return { document: reading.document.id, kinds, actors, windows, rules: byName.map(([rule, n]) => ({ rule, ...n })) }
}

const sameDue = (g: GoldItem['due'], f: Candidate['due']): boolean => (g === null || f === null ? g === f : sameWindow(g, f))

/** The annotator left it open, or both name it: in full, or one as a shortening of the other. */
function sameActor(gold: string | null, found: string | null): boolean {
  if (gold === null || found === null) return gold === found
  const [a, b] = [plain(gold), plain(found)]
  const initials = (x: string): string =>
    x
      .replace(/^.{0,40}? (?:van|voor) /, '')
      .split(/[\s,]{1,3}/)
      .filter(p => p.length > 2)
      .map(p => p.charAt(0))
      .join('')
  // `IGJ` is the Inspectie Gezondheidszorg en Jeugd: the capitals stand in the name in their order, from its first letter on.
  const short = (x: string, y: string): boolean => {
    if (
      !/^(?=.{0,10}[A-Z].{0,10}[A-Z])[A-Za-z-]{2,10}$/.test(x) ||
      !y.includes(' ') ||
      x.charAt(0).toLowerCase() !== y.charAt(0).toLowerCase()
    )
      return false
    let at = 0
    for (const letter of y.toLowerCase()) if (letter === x.charAt(at).toLowerCase()) at++
    return at === x.length
  }
  return (
    short(gold, found) ||
    short(found, gold) ||
    a === b ||
    (a.split(' ')[0] === b.split(' ')[0] &&
      (initials(a).includes(initials(b)) || initials(b).includes(initials(a)) || a.endsWith(initials(b)) || b.endsWith(initials(a))))
  )
}
