/** Lost spaces (`rapportvolgt`, `zaldaarom`): where a word nobody knows is a small word glued to one the document uses itself. */
import { type Tokens, word } from './tokenise.ts'

const before = ['de', 'het', 'een', 'zal', 'ik', 'dat', 'wordt', 'worden', 'van', 'die']
const after = ['zal', 'zullen', 'wordt', 'worden', 'volgt', 'ik', 'is', 'het', 'van', 'met', 'dat', 'die', 'naar', 'heeft', 'daarom']
const shortest = 5

/** Places in the text where a space belongs, ascending. A word that stands twice is a word. */
export function lostSpaces(tokens: Tokens, known: (low: string) => boolean): number[] {
  const counts = new Map<string, number>()
  for (let i = 0; i < tokens.count; i++)
    if (tokens.kind[i] === word) counts.set(tokens.low[i] as string, (counts.get(tokens.low[i] as string) ?? 0) + 1)
  const places: number[] = []
  const familiar = (part: string): boolean => part.length >= shortest && (known(part) || counts.has(part))
  for (let i = 0; i < tokens.count; i++) {
    const low = tokens.low[i] as string
    if (low.length < 4 || tokens.kind[i] !== word || known(low) || (counts.get(low) ?? 0) > 1) continue
    const cut = cutOf(low, familiar, known)
    if (cut > 0) places.push((tokens.start[i] as number) + cut)
  }
  return places
}

function cutOf(low: string, familiar: (part: string) => boolean, known: (low: string) => boolean): number {
  // `tedelen`: an infinitive behind its `te`.
  if (low.startsWith('te') && low.length > 6 && low.endsWith('en') && known(low.slice(2))) return 2
  for (const small of after) {
    const left = low.slice(0, -small.length)
    if (low.endsWith(small) && familiar(left)) return left.length
  }
  for (const small of before) {
    const right = low.slice(small.length)
    if (low.startsWith(small) && (familiar(right) || (small === 'ik' && known(right)))) return small.length
  }
  return 0
}
