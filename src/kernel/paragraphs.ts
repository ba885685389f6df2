/** A stretch of a text: UTF-16 offsets, end exclusive. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

/**
 * The paragraphs of a plain text: runs of lines without an empty line between. The first is number 1.
 * The one place that says so: the anchors of a page and what is found by searching both go by it.
 */
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
