import type { Stretch } from '../../kernel/paragraphs.ts'

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
