/** A stretch of a text: UTF-16 offsets, end exclusive. */
export interface Place {
  readonly start: number
  readonly end: number
}

/**
 * A paragraph cut into what one points at: up to a full stop, question mark, colon or semicolon before white space. Rough on purpose:
 * whoever points may take several, and must find the same pieces with and without script.
 * @param start where the paragraph stands in its text.
 */
export const sentencesIn = (paragraph: string, start = 0): Place[] =>
  [...paragraph.matchAll(/\S[^.?:;]*(?:[.?:;](?=\S)[^.?:;]*)*[.?:;]*/g)].map(match => ({
    start: start + match.index,
    end: start + match.index + match[0].length,
  }))

/** `120-180,200-240`: places as an address says them. What does not go forward is no place. */
export function placesIn(words: string | undefined): Place[] {
  const all = (words ?? '').split(',').flatMap(word => {
    const [, start, end] = /^(\d{1,8})-(\d{1,8})$/.exec(word) ?? []
    return start !== undefined && end !== undefined && Number(start) < Number(end) ? [{ start: Number(start), end: Number(end) }] : []
  })
  return all.filter((it, i) => i === 0 || it.start >= (all[i - 1]?.end ?? 0))
}
export const placesAs = (all: readonly Place[]): string => all.map(({ start, end }) => `${start}-${end}`).join(',')

/** A number that looks like chance and is the same for the same words: 32 bits (FNV-1a, Fowler, Noll and Vo, with a last mix). */
function dice(words: string): number {
  let h = 0x811c9dc5
  for (let i = 0; i < words.length; i++) h = Math.imul(h ^ words.charCodeAt(i), 0x01000193)
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  return (h ^ (h >>> 13)) >>> 0
}

/** [S10] One in twenty, at least three, and the same ones all day whoever asks. */
export const sampleOf = <T extends { readonly id: string }>(all: readonly T[], day: string): T[] =>
  [...all].sort((a, b) => dice(`${day} ${a.id}`) - dice(`${day} ${b.id}`)).slice(0, Math.max(3, Math.ceil(all.length / 20)))
