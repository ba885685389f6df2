/** The section tree from the headings, and which zone (question, answer, annotation) each place lies in. */
import type { Section } from '../reading.ts'
import type { Block, Flow } from './flow.ts'
import { closing, salutation, sameDepth } from './headings.ts'

export type Zone = 'head' | 'body' | 'question' | 'answer' | 'annotation' | 'note'

interface Sections {
  readonly sections: Section[]
  /** One zone per block of the flow. */
  readonly zones: Zone[]
}

/** `signedFrom`: where the signatures begin in the source, so that the last section ends before them. */
export function sectionsOf(flow: Flow, length: number, signedFrom: number | null): Sections {
  const opened = openedAt(flow)
  const bodyStop = closedAt(flow, opened, signedFrom)
  const signs = flow.blocks.some(b => b.heading?.zone === 'question' || b.heading?.zone === 'answer')
  const within = (b: Block, i: number): boolean =>
    (i >= opened || (b.heading?.depth === 1 && !signs)) && (bodyStop === null || flow.map.startOf(b.start) < bodyStop)
  // A number that was the marker of a note is gone from the text, and its line is no heading.
  const stands = ({ heading, start }: Block): boolean =>
    !heading?.number || heading.depth > 0 || flow.text.startsWith(heading.number, start)
  const zones = zonesOf(flow.blocks, opened)
  const heads = flow.blocks.filter(
    (b, i) =>
      b.heading &&
      within(b, i) &&
      stands(b) &&
      // Between questions and answers what ends in a question mark is what is asked.
      !(
        signs &&
        b.heading.number === null &&
        b.heading.zone === null &&
        b.heading.depth === 0 &&
        flow.text.charCodeAt(b.end - 1) === 0x3f
      ) &&
      !listed(flow, i),
  )
  const levels = levelsOf(heads)
  const places = heads.map(b => flow.map.toSource(b.start, b.end))
  const end = bodyStop ?? length
  const first = places[0]?.start ?? end
  const sections: Section[] = [{ number: null, title: null, level: 0, start: 0, end: 0, bodyStart: 0, bodyEnd: first }]
  heads.forEach((block, i) => {
    const place = places[i]
    if (!place) return
    const next = places[i + 1]?.start ?? Math.max(end, place.end)
    sections.push({
      number: block.heading?.number ?? null,
      title: flow.text.slice(block.start + (block.heading?.number ? (block.heading?.at ?? 0) : 0), block.end),
      level: levels[i] ?? 1,
      start: place.start,
      end: place.end,
      bodyStart: place.end,
      bodyEnd: next,
    })
  })
  return { sections, zones }
}

/** Lines of one kind under one another without a text between: two with numbers of one depth, or three without (two behind a colon), are a list. */
function listed(flow: Flow, i: number): boolean {
  const text = (k: number): string => flow.text.slice(flow.blocks[k]?.start ?? 0, flow.blocks[k]?.end ?? 0)
  const here = flow.blocks[i]?.heading
  if (!here || here.zone !== null || here.depth > 0) return false
  const like = (k: number): boolean => {
    const other = flow.blocks[k]?.heading
    if (!other || other.zone !== null || other.depth > 0) return false
    return here.number ? other.number !== null && sameDepth(text(i), text(k)) : other.number === null
  }
  let [from, to] = [i, i]
  while (from > 0 && like(from - 1)) from--
  while (like(to + 1)) to++
  const announced = from > 0 && flow.text.charCodeAt((flow.blocks[from - 1]?.end ?? 0) - 1) === 0x3a
  return to - from >= (here.number || announced ? 1 : 2)
}

/** Where the words that close the letter stand, or its signatures. */
function closedAt(flow: Flow, opened: number, signedFrom: number | null): number | null {
  for (let i = flow.blocks.length - 1; i > opened; i--) {
    const { start, end, kind } = flow.blocks[i] as Block
    if (kind === 'note' || end - start > 100 || !closing.test(flow.text.slice(start, end))) continue
    const at = flow.map.startOf(start)
    return signedFrom === null ? at : Math.min(at, signedFrom)
  }
  return signedFrom
}

/** Markdown says its depth. Else numbered headings lie one level below unnumbered ones, if those came first, and deeper per point. */
function levelsOf(heads: readonly Block[]): number[] {
  let unnumbered = false
  return heads.map(({ heading }) => {
    if (heading?.depth) return heading.depth
    if (!heading?.number) {
      unnumbered = true
      return 1
    }
    return heading.number.split('.').length + (unnumbered ? 1 : 0)
  })
}

/** So many blocks of addresses, dates and references may stand before it; none of them is a section. */
const farthest = 60
/** A block of so many characters is text, and no line of an address. */
const textual = 110

/** Behind the salutation; in a letter without one, at its first text or its first numbered title. */
function openedAt(flow: Flow): number {
  const most = Math.min(farthest, flow.blocks.length)
  for (let i = 0; i < most; i++) {
    const block = flow.blocks[i] as Block
    if (block.end - block.start < 120 && salutation.test(flow.text.slice(block.start, block.end))) return i + 1
  }
  // Questions and their answers have a head of their own above them.
  const sign = flow.blocks.slice(0, most).findIndex(block => block.heading?.zone === 'question' || block.heading?.zone === 'answer')
  if (sign >= 0) return sign
  for (let i = 0; i < most; i++) {
    const { kind, heading, start, end } = flow.blocks[i] as Block
    if (heading ? heading.zone !== null || heading.number !== null || heading.depth > 0 : kind !== 'note' && end - start >= textual)
      return i > 1 && !heading && flow.blocks[i - 1]?.heading ? i - 1 : i
  }
  return 0
}

function zonesOf(blocks: readonly Block[], opened: number): Zone[] {
  const questions = blocks.some(b => b.heading?.zone === 'answer')
  let zone: Zone = questions ? 'head' : 'body'
  return blocks.map((block, i) => {
    if (block.kind === 'note') return 'note'
    if (i < opened) return 'head'
    const sign = block.heading?.zone
    if (sign) zone = sign === 'note' ? (questions ? 'annotation' : 'body') : sign
    return zone
  })
}
