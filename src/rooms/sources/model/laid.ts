import type { Passage, Reading } from '../read/reading.ts'

/**
 * The running text as a language model is given it: every run of white space one character (a line feed where a paragraph ends, else a
 * space), without the bodies of footnotes and without what nobody sees. Nothing else is repaired: hyphens, quotes, case and accents stand
 * as in the source. `at[i]` is the offset in the source of character `i`, in UTF-16 code units.
 */
export interface Laid {
  readonly text: string
  readonly at: Int32Array
}

/** [from, to) in UTF-16 code units. */
export type Stretch = readonly [from: number, to: number]

const spaces = [0x20, 0x85, 0xa0, 0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000]
/** White space of Unicode, the line and paragraph separators included. */
export const isSpace = (c: number): boolean => (c >= 9 && c <= 13) || (c >= 0x2000 && c <= 0x200a) || spaces.includes(c)

/**
 * From and to, two by two: characters that show nothing or change the order of what is shown. Source: Default_Ignorable_Code_Point and
 * Bidi_Control of Unicode, with the controls.
 */
const hidden = [
  0, 9, 14, 32, 0x7f, 0x85, 0x86, 0xa0, 0x34f, 0x350, 0x61c, 0x61d, 0x115f, 0x1161, 0x17b4, 0x17b6, 0x180b, 0x1810, 0x200b, 0x2010, 0x202a,
  0x202f, 0x2060, 0x2070, 0x2800, 0x2801, 0x3164, 0x3165, 0xfe00, 0xfe10, 0xfeff, 0xff00, 0xffa0, 0xffa1, 0xfff0, 0xfffc,
]
const SOFT_HYPHEN = 0xad

/** How many code units at `i` nobody sees: half a pair, a tag of plane 14, a control, a direction mark. 0: it is seen. */
export function unseenAt(text: string, i: number): 0 | 1 | 2 {
  const c = text.charCodeAt(i)
  if (c >= 0xd800 && c <= 0xdfff) {
    const next = text.charCodeAt(i + 1)
    if (c > 0xdbff || !(next >= 0xdc00 && next <= 0xdfff)) return 1
    return c >= 0xdb40 && c <= 0xdb43 ? 2 : 0
  }
  // Before an odd number of bounds: inside a range.
  const after = hidden.findIndex(bound => c < bound)
  return after % 2 === 1 ? 1 : 0
}

/** Whether a text holds what nobody sees. A soft hyphen may stand: it hides nothing. */
export function unclean(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    if (unseenAt(text, i) > 0) return true
    if (isPair(text, i)) i++
  }
  return false
}
const isPair = (text: string, i: number): boolean => text.charCodeAt(i) >= 0xd800 && text.charCodeAt(i) <= 0xdbff

/** Where footnotes stand in the source, with their numbers, in order. */
export const notesOf = (text: string, { footnotes }: Reading): Stretch[] =>
  footnotes.flatMap(({ body }) => piecesOf(body).map(([from, to]): Stretch => [numbered(text, from), to])).sort((a, b) => a[0] - b[0])

/** Where the line of a note begins, if nothing but its number stands before it. */
function numbered(text: string, from: number): number {
  const before = /(?:^|[\n\f])[\s[(^]{0,6}[\d¹²³⁴⁵⁶⁷⁸⁹⁰]{1,3}[\])\s:.]{0,6}$/.exec(text.slice(Math.max(0, from - 16), from))
  return before ? from - before[0].length : from
}

export const piecesOf = (it: Passage): readonly Stretch[] => it.segments ?? [[it.start, it.end]]

/** @param notes stretches left out, in order. */
export function lay(text: string, notes: readonly Stretch[]): Laid {
  const at = new Int32Array(text.length)
  const out: string[] = []
  let size = 0
  let gap = -1
  let lines = 0
  let over = false
  let note = 0
  for (let i = 0; i < text.length; ) {
    while (note < notes.length && (notes[note] as Stretch)[1] <= i) note++
    const skipped = notes[note]
    if (skipped && skipped[0] <= i) {
      if (gap < 0) gap = i
      over = true
      i = skipped[1]
      continue
    }
    const c = text.charCodeAt(i)
    if (isSpace(c)) {
      if (gap < 0) gap = i
      lines += c === 10 || c === 0x2028 ? 1 : c === 12 || c === 0x2029 ? 2 : 0
      i++
      continue
    }
    const unseen = unseenAt(text, i)
    if (unseen > 0 || c === SOFT_HYPHEN) {
      i += unseen || 1
      continue
    }
    if (gap >= 0 && size > 0) {
      at[size++] = gap
      // Over a footnote a sentence goes on, however many lines are empty.
      out.push(lines > 1 && !over ? '\n' : ' ')
    }
    gap = -1
    lines = 0
    over = false
    for (const end = i + (isPair(text, i) ? 2 : 1); i < end; i++) {
      at[size++] = i
      out.push(text.charAt(i))
    }
  }
  return { text: out.join(''), at: at.subarray(0, size) }
}

/** Pieces of whole paragraphs, each at most `most` characters; a longer paragraph is cut behind a sentence, else behind a word. */
export function piecesToAsk({ text }: Laid, most: number): Stretch[] {
  const out: Stretch[] = []
  for (let from = 0; from < text.length; ) {
    const to = from + most >= text.length ? text.length : cut(text, from, from + most)
    out.push([from, to])
    from = to
  }
  return out
}

function cut(text: string, from: number, until: number): number {
  for (const mark of ['\n', '. ', ' ']) {
    const found = text.lastIndexOf(mark, until - mark.length)
    if (found > from) return found + mark.length
  }
  // A pair stays whole, also where it alone is longer than a piece.
  return isPair(text, until - 1) ? until + 1 : until
}
