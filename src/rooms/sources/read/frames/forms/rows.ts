/** Promises in the rows of a table: what, who and when, told by the words of its head (`Actie`, `Trekker`, `Gereed`). */
import { type Doc, passage, reason, textOf } from '../../doc.ts'
import * as bit from '../../lexicon/bits.ts'
import type { Commitment } from '../../reading.ts'
import { mark } from '../../tokens/tokenise.ts'
import { actorAt, isProduct, promises } from '../actors.ts'
import type { Cast } from '../commitments.ts'
import { ahead, type Times } from '../due.ts'

const when =
  /^(?:wanneer|gereed|planning|datum|termijn|deadline|tijdpad|streefdatum|einddatum|opleverdatum|oplevering|tijdstip|moment|tijdvak|due|timing|when)$/
const who =
  /^(?:wie|trekker|trekkers|eigenaar|verantwoordelijk|verantwoordelijke|actiehouder|uitvoerder|organisatie|partij|departement|penvoerder|owner|lead|who)$/
const what =
  /^(?:actie|acties|maatregel|maatregelen|product|producten|activiteit|activiteiten|mijlpaal|mijlpalen|stap|stappen|toezegging|toezeggingen|wat|onderwerp|action|measure|deliverable|milestone)$/

interface Head {
  /** Kinds of its columns in order; where a cell is none of these its kind is empty. */
  readonly columns: readonly ('what' | 'who' | 'when' | '')[]
}

interface Span {
  from: number
  to: number
}

interface FoundRows {
  readonly commitments: readonly Commitment[]
  readonly due: readonly number[]
  /** Times of rows whose actor is somebody else. */
  readonly announced: readonly number[]
}

const kindOf = (low: string): Head['columns'][number] => (what.test(low) ? 'what' : who.test(low) ? 'who' : when.test(low) ? 'when' : '')

/** The promises of all tables; `spoken` says which blocks are the sender's own text. */
export function rowsIn(doc: Doc, times: Times, cast: Cast, spoken: (block: number) => boolean): FoundRows {
  const found = { commitments: [] as Commitment[], due: [] as number[], announced: [] as number[] }
  let head: Head | null = null
  let loose: Span | null = null
  for (const block of blocksOf(doc)) {
    if (!spoken(block.block)) {
      head = null
      continue
    }
    if (doc.flow.blocks[block.block]?.kind === 'row') {
      const cells = cellsOf(doc, block)
      const columns = cells.map(cell => (cell.to - cell.from <= 3 ? kindOf(doc.tokens.low[cell.from] ?? '') : ''))
      if (columns.includes('when')) head = { columns }
      else if (head && cells.length > 1) keep(found, barred(doc, times, cast, cells, head))
      continue
    }
    const words = headWords(doc, block)
    if (words) {
      head = { columns: [...(head && loose ? head.columns : []), ...words] }
      loose = { from: block.to, to: block.to }
      continue
    }
    if (!head || !loose || speaks(doc, block)) {
      head = null
      loose = null
      continue
    }
    loose = flowing(doc, times, cast, head, loose, block, found)
  }
  return found
}

const keep = (found: { commitments: Commitment[]; due: number[]; announced: number[] }, row: RowFound | null): void => {
  if (row?.commitment) {
    found.commitments.push(row.commitment)
    found.due.push(row.time)
  } else if (row) found.announced.push(row.time)
}

interface RowFound {
  readonly commitment: Commitment | null
  readonly time: number
}

/** Blocks as token ranges. */
function blocksOf(doc: Doc): (Span & { block: number })[] {
  const blocks: (Span & { block: number })[] = []
  for (const { block, from, to } of doc.sentences) {
    const last = blocks.at(-1)
    if (last && last.block === block) last.to = to
    else blocks.push({ block, from, to })
  }
  return blocks
}

function cellsOf(doc: Doc, { from, to }: Span): Span[] {
  const cells: Span[] = []
  for (let i = from; i < to; i++) {
    doc.work.steps++
    if (doc.tokens.low[i] === '|') cells.push({ from: i + 1, to: i + 1 })
    else if (cells.length > 0) (cells.at(-1) as Span).to = i + 1
  }
  return cells.filter((cell, i) => cell.to > cell.from || i < cells.length - 1)
}

/** A block of nothing but words of a head: `Trekker Gereed`. */
function headWords(doc: Doc, { from, to }: Span): Head['columns'] | null {
  if (to - from > 5) return null
  const columns: Head['columns'][number][] = []
  for (let i = from; i < to; i++) {
    if (doc.tokens.kind[i] === mark || doc.tokens.low[i] === 'en') continue
    const kind = kindOf(doc.tokens.low[i] as string)
    if (kind === '') return null
    columns.push(kind)
  }
  return columns.length > 0 ? columns : null
}

/** Running text has a verb that is an auxiliary, or many words, or ends in a stop. */
function speaks(doc: Doc, { from, to }: Span): boolean {
  if (doc.tokens.low[to - 1] === '.') return true
  for (let i = from; i < to; i++) if (((doc.tokens.bits[i] as number) & bit.auxiliary) !== 0 && to - from > 8) return true
  return to - from > 120
}

function barred(doc: Doc, times: Times, cast: Cast, cells: readonly Span[], head: Head): RowFound | null {
  const column = (kind: Head['columns'][number]): Span | undefined => cells[head.columns.indexOf(kind)]
  const dated = column('when')
  const time = dated ? times.within(dated.from, dated.to).findLast(i => comes(doc, times, i)) : undefined
  const subject = column('what') ?? cells[0]
  if (time === undefined || !dated || !subject || subject.to <= subject.from) return null
  const last = cells.findLast(cell => cell.to > cell.from) as Span
  return made(
    doc,
    times,
    cast,
    { from: (cells[0] as Span).from, to: last.to },
    head.columns.includes('who') ? (column('who') ?? null) : null,
    time,
    head,
  )
}

const comes = (doc: Doc, times: Times, i: number): boolean => {
  const time = times.all[i]
  return time !== undefined && ahead(time, doc.date) && time.rule !== 'time.range'
}

const ended = /^(?:afgerond|gereed|voltooid|doorlopend|gestart|loopt|gerealiseerd|uitgevoerd|done|completed|ongoing)$/

/** Cells that fell one under the other, or lines whose columns are spaces: each time, or word that it is done, ends a row. */
function flowing(
  doc: Doc,
  times: Times,
  cast: Cast,
  head: Head,
  loose: Span,
  block: Span,
  found: { commitments: Commitment[]; due: number[]; announced: number[] },
): Span {
  if (head.columns.at(-1) !== 'when') return loose
  let start = loose.from
  for (const i of times.within(block.from, block.to)) {
    const time = times.all[i]
    if (!time || time.to - start < 2) continue
    const begun = start
    start = time.to
    if (!comes(doc, times, i)) continue
    const named = head.columns.includes('who') ? actorBefore(doc, begun, time.from) : null
    keep(found, made(doc, times, cast, { from: begun, to: time.to }, named, i, head))
  }
  if (ended.test(doc.tokens.low[block.to - 1] ?? '')) start = block.to
  return { from: start, to: block.to }
}

/** The last words before a time that name somebody: `… leveringsketens RVO | mei 2026`. */
function actorBefore(doc: Doc, from: number, to: number): Span {
  let best: Span = { from: to - 1, to }
  for (let k = to - 1; k > from && k >= to - 8; k--) {
    const actor = actorAt(doc, k, to)
    if (actor.role !== 'unknown' && actor.role !== 'product' && actor.role !== 'pronoun') best = { from: k, to }
    else if (((doc.tokens.bits[k] as number) & bit.verb) !== 0) break
  }
  return best
}

function made(doc: Doc, times: Times, cast: Cast, row: Span, named: Span | null, at: number, head: Head): RowFound | null {
  const time = times.all[at]
  if (!time) return null
  const actor = named ? actorAt(doc, named.from, named.to) : null
  if (actor && !promises(actor.role)) return { commitment: null, time: at }
  if (!actor && !head.columns.includes('what') && !isProduct(doc, doc.tokens.low[row.from] ?? '')) return { commitment: null, time: at }
  const sentence = doc.sentences.find(s => s.from <= row.from && row.from < s.to)
  const who = actor && sentence ? cast.nameOf(actor, sentence) : { name: null, given: false }
  return {
    time: at,
    commitment: {
      ...passage(doc, row.from, row.to),
      actor: who.name,
      actorGiven: who.given,
      addressee: cast.addressee,
      object: textOf(doc, row.from, row.to),
      due: { from: time.base.from, to: time.base.to, phrase: textOf(doc, time.from, time.to) },
      strength: 'dated-deliverable',
      reported: null,
      band: 'likely',
      reasons: [reason(doc, 'commitment.row', row.from, row.from + 1), reason(doc, time.rule, time.from, time.to)],
    },
  }
}
