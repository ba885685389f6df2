/** A stretch of a text: UTF-16 offsets, end exclusive. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

/** The paragraphs of a plain text: runs of lines without an empty line between. The first is number 1. */
export function paragraphs(text: string): Stretch[] {
  const found: Stretch[] = []
  for (const match of text.matchAll(/\S[^\n]*(?:\n[^\S\n]*\S[^\n]*)*/g))
    found.push({ start: match.index, end: match.index + match[0].length })
  return found
}

/** The number of the paragraph that holds an offset, or of the one after it. */
export const paragraphAt = (all: readonly Stretch[], offset: number): number => {
  const found = all.findIndex(it => offset < it.end)
  return (found < 0 ? all.length - 1 : found) + 1
}

export interface Marked extends Stretch {
  readonly id: string
  readonly href: string
  readonly name: string
  readonly chosen: boolean
}
/** A paragraph cut at the borders of the marks that fall in it; overlapping marks give the later one only what the earlier leaves. */
export function cut(
  { start, end }: Stretch,
  marks: readonly Marked[],
): { readonly start: number; readonly end: number; readonly mark?: Marked }[] {
  const pieces: { start: number; end: number; mark?: Marked }[] = []
  let at = start
  for (const mark of [...marks].sort((a, b) => a.start - b.start)) {
    const [from, to] = [Math.max(at, mark.start), Math.min(end, mark.end)]
    if (from >= to) continue
    if (at < from) pieces.push({ start: at, end: from })
    pieces.push({ start: from, end: to, mark })
    at = to
  }
  if (at < end) pieces.push({ start: at, end })
  return pieces
}
