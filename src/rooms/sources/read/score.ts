/** A reading held against an annotated one: precision, recall and F1 per kind, and what was missed or made up. */
import type { Reading, Span } from './reading.ts'

interface GoldItem extends Span {
  readonly quote?: string
  readonly segments?: readonly (readonly [number, number])[]
  readonly out?: boolean
  readonly id?: string
  readonly number?: number
  readonly from?: string | null
  readonly to?: string | null
  readonly vague?: boolean
  readonly term?: string
  readonly marker?: Span | null
  readonly body?: Span
  readonly actor?: string | null
  readonly due?: { readonly from: string | null; readonly to: string | null } | null
}
export interface Gold {
  readonly kinds: Readonly<Record<string, readonly GoldItem[] | undefined>>
}

export interface KindScore {
  readonly kind: string
  readonly right: number
  readonly found: number
  readonly wanted: number
  /** Quotes of the gold that were not found, and of the reading that are not in the gold. */
  readonly missed: readonly string[]
  readonly extra: readonly string[]
}

export const precision = (s: KindScore): number => (s.found === 0 ? 1 : s.right / s.found)
export const recall = (s: KindScore): number => (s.wanted === 0 ? 1 : s.right / s.wanted)
export const f1 = (s: KindScore): number => {
  const [p, r] = [precision(s), recall(s)]
  return p + r === 0 ? 0 : (2 * p * r) / (p + r)
}

const overlap = (a: Span, b: Span) => Math.min(a.end, b.end) - Math.max(a.start, b.start)

/** Pairs each wanted item with one found, first come first served; what the gold leaves out counts for nobody. */
function paired<F extends Span>(kind: string, gold: readonly GoldItem[], found: readonly F[], fits: (g: GoldItem, f: F) => boolean, quote: (f: F) => string): KindScore {
  const wanted = gold.filter(g => !g.out)
  const open = new Set(found.filter(f => !gold.some(g => g.out && overlap(g, f) > 0)))
  const all = open.size
  const missed: string[] = []
  let right = 0
  for (const g of wanted) {
    const hit = [...open].find(f => fits(g, f))
    if (hit) {
      open.delete(hit)
      right++
    } else missed.push(g.quote ?? '')
  }
  return { kind, right, found: all, wanted: wanted.length, missed, extra: [...open].map(quote) }
}

/** @throws TypeError when `gold` has not the form of an annotated document. */
export function score(reading: Reading, gold: Gold): KindScore[] {
  // A line that is meant but not numbered has no reference to be right about.
  const kinds: Gold['kinds'] = { ...gold.kinds, mentions: gold.kinds.mentions?.filter(g => typeof g.number === 'number') }
  const out: KindScore[] = []
  const add = <F extends Span>(kind: string, name: string, found: readonly F[], fits: (g: GoldItem, f: F) => boolean, quote: (f: F) => string) => {
    const wanted = kinds[name]
    if (wanted) out.push(paired(kind, wanted, found, fits, quote))
  }
  const same = (g: GoldItem, f: { from: string | null; to: string | null }) => g.from === f.from && (g.vague || g.to === f.to)
  add('citations', 'citations', reading.citations, (g, f) => g.id === f.id && overlap(g, f) > 0, f => f.quote)
  add(
    'footnotes',
    'footnotes',
    reading.footnotes.map(f => ({ ...f, start: f.body.start, end: f.body.end })),
    (g, f) => g.number === f.number && g.marker?.start === f.marker?.start && overlap(g.body ?? g, f) > 0,
    f => f.body.quote,
  )
  add('terms', 'terms', reading.terms, (g, f) => g.term === f.term && overlap(g, f) > 0, f => f.quote)
  add('action lines', 'mentions', reading.mentions.filter(m => m.kind === 'action-line'), (g, f) => Number(f.ref.replace(/\D/g, '')) === g.number && overlap(g, f) > 0, f => f.quote)
  add('times', 'times', reading.times, (g, f) => same(g, f) && overlap(g, f) > 0, f => f.quote)
  add('due windows', 'dueWindows', reading.times.filter(t => t.role === 'due' || t.role === 'announced'), (g, f) => same(g, f) && overlap(g, f) > 0, f => f.quote)
  const half = (g: GoldItem, f: Span) => overlap(g, f) >= (g.end - g.start) / 2
  add('commitments', 'commitments', reading.commitments, half, f => f.quote)
  const pairs = (kinds.commitments ?? []).filter(g => !g.out).flatMap(g => reading.commitments.filter(f => half(g, f)).slice(0, 1).map(f => ({ g, f })))
  if (pairs.length > 0) {
    const due = pairs.filter(({ g }) => g.due)
    const dueRight = due.filter(({ g, f }) => f.due && g.due?.from === f.due.from)
    out.push({ kind: 'commitments: window', right: dueRight.length, found: due.length, wanted: due.length, missed: [], extra: [] })
  }
  return out
}
