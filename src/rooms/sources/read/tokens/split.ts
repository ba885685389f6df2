/** Lost spaces (`rapportvolgt`, `zaldaarom`): where a word nobody knows is a small word glued to one the document uses itself. */
import * as bit from '../lexicon/bits.ts'
import type { Tokens } from './tokenise.ts'
import type { Words } from './words.ts'

const before = ['de', 'het', 'een', 'zal', 'ik', 'dat', 'wordt', 'worden', 'van', 'die']
const after = ['zal', 'zullen', 'wordt', 'worden', 'volgt', 'ik', 'is', 'het', 'van', 'met', 'dat', 'die', 'naar', 'heeft', 'daarom']
const shortest = 5

/** Places in the text where a space belongs, ascending. A word that stands twice is a word. */
export function lostSpaces(tokens: Tokens, words: Words, known: (low: string) => boolean): number[] {
  const counts = new Uint16Array(words.count)
  for (let i = 0; i < tokens.count; i++) {
    const id = tokens.id[i] as number
    if (counts[id] !== 0xffff) counts[id] = (counts[id] as number) + 1
  }
  const stands = (part: string): boolean => (counts[words.find(part)] ?? 0) > 0
  const familiar = (part: string): boolean => part.length >= shortest && (known(part) || stands(part))
  const places: number[] = []
  for (let i = 0; i < tokens.count; i++) {
    const says = tokens.bits[i] as number
    if ((says & bit.glued) === 0 || (says & bit.known) !== 0 || (counts[tokens.id[i] as number] as number) > 1) continue
    const cut = cutOf(tokens.low[i] as string, familiar, known)
    if (cut > 0) places.push((tokens.start[i] as number) + cut)
  }
  return places
}

/** Whether a word ends or begins with one of the small words, and is long enough to hide one. */
export const seemsGlued = (low: string): boolean =>
  low.length >= 4 && (/^te.{3,60}en$/.test(low) || after.some(small => low.endsWith(small)) || before.some(small => low.startsWith(small)))

function cutOf(low: string, familiar: (part: string) => boolean, known: (low: string) => boolean): number {
  // `tedelen`: an infinitive behind its `te`.
  if (low.startsWith('te') && low.length > 6 && low.endsWith('en') && known(low.slice(2))) return 2
  for (const small of after) {
    if (!low.endsWith(small)) continue
    const left = low.slice(0, -small.length)
    if (familiar(left)) return left.length
  }
  for (const small of before) {
    if (!low.startsWith(small)) continue
    const right = low.slice(small.length)
    if (familiar(right) || (small === 'ik' && known(right))) return small.length
  }
  return 0
}
