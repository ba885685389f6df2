/** Ratings in tables: a row whose cells are classes of the pack's scales, about what its first other cell names. */
import { type Doc, passage, reason, textOf } from '../doc.ts'
import * as bit from '../lexicon/bits.ts'
import type { Rating } from '../reading.ts'
import type { Change } from './changes.ts'

interface Cell {
  readonly from: number
  to: number
}
interface Class {
  readonly name: string
  readonly rank: number
  readonly scale: 'likelihood' | 'impact' | 'level'
}
/** What the head of a table says of a column. */
type Column = 'likelihood' | 'impact' | 'change' | null

export function tableRatings(doc: Doc): Rating[] {
  const found: Rating[] = []
  let head: readonly Column[] | null = null
  let last = -2
  for (const { block, from, to } of doc.sentences.length > 0 ? rowsOf(doc) : []) {
    if (block !== last + 1) head = null
    last = block
    const cells = cellsOf(doc, from, to)
    const own = cells.map(cell => labelled(doc, cell))
    const columns: Column[] | null = own.some(it => it) ? null : columnsOf(doc, cells)
    if (columns) head = columns
    else {
      const rating = own.some(it => it)
        ? ratingOf(
            doc,
            from,
            to,
            cells.map((cell, i) => own[i]?.rest ?? cell),
            own.map(it => it?.slot ?? null),
          )
        : ratingOf(doc, from, to, cells, head)
      if (rating) found.push(rating)
    }
  }
  return found
}

/** `kans: waarschijnlijk`: a cell that names its own scale. */
function labelled(doc: Doc, cell: Cell): { slot: Column; rest: Cell } | null {
  for (let i = cell.from + 1; i < Math.min(cell.to - 1, cell.from + 3); i++) {
    if (doc.tokens.low[i] !== ':') continue
    const said = textOf(doc, cell.from, i).toLowerCase()
    const slot = heads.find(([name, words]) => name !== 'change' && words.test(said))?.[0] ?? null
    return slot && wholeClass(doc, { from: i + 1, to: cell.to }, true) ? { slot, rest: { from: i + 1, to: cell.to } } : null
  }
  return null
}

/** Token ranges of the rows; a full stop inside a cell makes several sentences of one row. */
function rowsOf(doc: Doc): { block: number; from: number; to: number }[] {
  const rows: { block: number; from: number; to: number }[] = []
  for (const { block, from, to } of doc.sentences) {
    if (doc.flow.blocks[block]?.kind !== 'row') continue
    const last = rows.at(-1)
    if (last && last.block === block) last.to = to
    else rows.push({ block, from, to })
  }
  return rows
}

function cellsOf(doc: Doc, from: number, to: number): Cell[] {
  const cells: Cell[] = []
  for (let i = from; i < to; i++) {
    doc.work.steps++
    if (doc.tokens.low[i] === '|') cells.push({ from: i + 1, to: i + 1 })
    else if (cells.length > 0) (cells.at(-1) as Cell).to = i + 1
    // A row may begin without a mark.
    else cells.push({ from: i, to: i + 1 })
  }
  return cells
}

const heads: readonly (readonly [Column, RegExp])[] = [
  ['change', /verandering|wijziging|ontwikkeling|trend|tendens|change/],
  ['impact', /impact|gevolg|effect|schade|consequence/],
  ['likelihood', /waarschijnlijk|kans|risiconiveau|dreigingsniveau|risicoklasse|niveau|likelihood|probability|level/],
]

/** The row is the head where no cell of it is a class and one names a scale; of two years side by side the later counts. */
function columnsOf(doc: Doc, cells: readonly Cell[]): Column[] | null {
  if (cells.some(cell => wholeClass(doc, cell, true) !== null)) return null
  const columns = cells.map((cell): Column => {
    const said = textOf(doc, cell.from, cell.to).toLowerCase()
    return heads.find(([, words]) => words.test(said))?.[0] ?? null
  })
  return columns.some(c => c === 'likelihood' || c === 'impact') ? columns : null
}

function ratingOf(doc: Doc, from: number, to: number, cells: readonly Cell[], head: readonly Column[] | null): Rating | null {
  const classes = cells.map((cell, i) => (head && !head[i] ? null : wholeClass(doc, cell, head !== null)))
  const slotOf = (i: number): Column => {
    const scale = classes[i]?.scale
    const column = head?.[i]
    if (column === 'likelihood' || column === 'impact') return scale === 'level' || scale === column ? column : null
    return scale === 'level' || !scale ? null : scale
  }
  const of = (slot: Column): Class[] => classes.filter((it, i): it is Class => it !== null && slotOf(i) === slot)
  const [likelihood, impact] = [of('likelihood'), of('impact')]
  // Two classes of one scale in a row compare two years: which is which, a table without its head does not say.
  if (!head && (likelihood.length > 1 || impact.length > 1)) return null
  // A class of impact alone (`beperkt`) is a common word: it takes a likelihood beside it, or the head of a table.
  if (likelihood.length === 0 && (impact.length === 0 || !head)) return null
  const subject = cells.find((cell, i) => !classes[i] && cell.to > cell.from && (doc.tokens.low[cell.from] ?? '').length > 1)
  if (!subject) return null
  const changed = head ? changeCell(doc, cells, head) : null
  return {
    ...passage(doc, from, to),
    subject: textOf(doc, subject.from, subject.to),
    likelihood: likelihood.at(-1)?.name ?? null,
    impact: impact.at(-1)?.name ?? null,
    change: changed ?? moved(likelihood) ?? moved(impact),
    reasons: [reason(doc, 'rating.table', from, to)],
  }
}

function moved(classes: readonly Class[]): Change | null {
  const [first, last] = [classes[0], classes.at(-1)]
  if (!first || !last || classes.length < 2) return null
  return last.rank === first.rank ? 'same' : last.rank > first.rank ? 'worse' : 'better'
}

/** `toegenomen`, `↑`, `=`: how the row has changed. */
function changeCell(doc: Doc, cells: readonly Cell[], head: readonly Column[]): Change | null {
  const cell = cells[head.indexOf('change')]
  if (!cell || cell.to === cell.from) return null
  const said = textOf(doc, cell.from, cell.to)
  if (/[↑⬆▲+]/.test(said)) return 'worse'
  if (/[↓⬇▼−]/.test(said)) return 'better'
  if (/[=→↔]/.test(said)) return 'same'
  for (let i = cell.from; i < cell.to; i++) {
    const value = doc.lexicon.directions.match(doc.tokens, i)?.value
    if (value === 'up' || value === 'down' || value === 'same') return ({ up: 'worse', down: 'better', same: 'same' } as const)[value]
    if (/^(?:gelijk|geen|nihil|constant)$/.test(doc.tokens.low[i] as string)) return 'same'
  }
  return null
}

/** The class that fills a cell from end to end; under a head that names a scale a letter or a number is one too. */
function wholeClass(doc: Doc, cell: Cell, headed: boolean): Class | null {
  const hit = ((doc.tokens.bits[cell.from] ?? 0) & bit.scale) !== 0 ? doc.lexicon.scales.match(doc.tokens, cell.from) : null
  if (hit && hit.to === cell.to && (headed || hit.value.dimension !== 'level'))
    return { name: hit.value.class, rank: hit.value.rank, scale: hit.value.dimension }
  if (!headed || cell.to !== cell.from + 1) return null
  const code = textOf(doc, cell.from, cell.to)
  return /^[A-E1-5]$/.test(code) ? { name: code, rank: code.charCodeAt(0), scale: 'level' } : null
}
