/** Ratings in tables: a row whose cells are classes of the pack's scales, about what its first other cell names. */
import { type Doc, passage, reason, textOf } from '../doc.ts'
import * as bit from '../lexicon/bits.ts'
import type { ScaleClass } from '../lexicon/data.ts'
import type { Rating } from '../reading.ts'

export function tableRatings(doc: Doc): Rating[] {
  const found: Rating[] = []
  for (const block of doc.sentences.length > 0 ? rowsOf(doc) : []) {
    const rating = ratingOf(doc, block.from, block.to)
    if (rating) found.push(rating)
  }
  return found
}

/** Token ranges of the rows; a full stop inside a cell makes several sentences of one row. */
function rowsOf(doc: Doc): { from: number; to: number }[] {
  const rows: { block: number; from: number; to: number }[] = []
  for (const { block, from, to } of doc.sentences) {
    if (doc.flow.blocks[block]?.kind !== 'row') continue
    const last = rows.at(-1)
    if (last && last.block === block) last.to = to
    else rows.push({ block, from, to })
  }
  return rows
}

function ratingOf(doc: Doc, from: number, to: number): Rating | null {
  const { low } = doc.tokens
  const cells: { from: number; to: number }[] = []
  for (let i = from; i < to; i++) {
    doc.work.steps++
    if (low[i] === '|') cells.push({ from: i + 1, to: i + 1 })
    else if (cells.length > 0) (cells.at(-1) as { to: number }).to = i + 1
  }
  const classes = cells.map(cell => wholeClass(doc, cell))
  const of = (dimension: ScaleClass['dimension']) => classes.filter(it => it?.dimension === dimension)
  const [likelihood, impact] = [of('likelihood'), of('impact')]
  // Two classes of one scale in a row compare two years: which is which, a table without its head does not say.
  if (likelihood.length > 1 || impact.length > 1 || likelihood.length + impact.length === 0) return null
  // A class of impact alone (`beperkt`) is a common word: it takes a likelihood beside it.
  if (likelihood.length === 0) return null
  const subject = cells.find((cell, i) => !classes[i] && cell.to > cell.from && (doc.tokens.low[cell.from] ?? '').length > 1)
  if (!subject) return null
  return {
    ...passage(doc, from, to),
    subject: textOf(doc, subject.from, subject.to),
    likelihood: likelihood[0]?.class ?? null,
    impact: impact[0]?.class ?? null,
    change: null,
    reasons: [reason(doc, 'rating.table', from, to)],
  }
}

/** The class that fills a cell from end to end. */
function wholeClass(doc: Doc, cell: { from: number; to: number }): ScaleClass | null {
  if (((doc.tokens.bits[cell.from] ?? 0) & bit.scale) === 0) return null
  const hit = doc.lexicon.scales.match(doc.tokens, cell.from)
  return hit && hit.to === cell.to ? hit.value : null
}
