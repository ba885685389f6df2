const narrow = /[iljtfr.,:;'’!|()[\] -]/
const wide = /[mwMW@%]/
const tall = /[A-ZÀ-Þ0-9]/

/**
 * How wide words may become at a size, in the same unit. Nothing is measured in a browser: a plot is the same wherever it is made, so
 * each letter counts for the widest that the usual sans-serifs give its sort.
 */
export const widthOf = (words: string, size: number): number =>
  [...words].reduce((sum, letter) => sum + (narrow.test(letter) ? 0.38 : wide.test(letter) ? 0.95 : tall.test(letter) ? 0.72 : 0.62), 0) *
  size

/** Words in lines no wider than `width`; nothing where a single word is wider. More than `most` lines end in an ellipsis. */
export function wrapped(words: string, size: number, width: number, most: number): string[] | undefined {
  const lines: string[] = []
  for (const word of words.split(' ')) {
    if (widthOf(word, size) > width) return undefined
    const last = lines.at(-1)
    if (last !== undefined && widthOf(`${last} ${word}`, size) <= width) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  if (lines.length <= most) return lines
  const kept = lines.slice(0, most)
  const end = (kept.at(-1) as string).split(' ')
  while (end.length > 1 && widthOf(`${end.join(' ')} …`, size) > width) end.pop()
  return [...kept.slice(0, -1), `${end.join(' ')} …`]
}
