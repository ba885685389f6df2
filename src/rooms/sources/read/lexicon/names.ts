/** Names of the pack as a trie over folded tokens: longest match, inflected endings tolerated on long words. */
import { type Tokens, tokenise, word } from '../tokens/tokenise.ts'
import type { NameData } from './data.ts'

interface NameHit {
  readonly name: NameData
  /** Whole names and synonyms; short forms need their capitals. */
  readonly form: 'name' | 'synonym' | 'short'
}

interface Node {
  readonly next: Map<string, Node>
  hit: NameHit | null
}

const node = (): Node => ({ next: new Map(), hit: null })

/** A word without its plural or adjective ending; short words stay whole, or `les` would be `le`. */
export const fold = (low: string): string => (low.length >= 6 ? low.replace(/(?:en|e|s|'s)$/, '') : low)

export class Names {
  readonly #root = node()
  readonly #short = new Map<string, NameHit>()
  readonly #shortLow = new Set<string>()
  readonly #folded = new Map<string, readonly string[]>()
  readonly byNumber = new Map<number, NameData>()

  constructor(names: readonly NameData[]) {
    for (const name of names) {
      this.#add(name.name, { name, form: 'name' })
      for (const synonym of name.synonyms) this.#add(synonym, { name, form: 'synonym' })
      for (const short of name.short ?? []) {
        this.#short.set(short, { name, form: 'short' })
        this.#shortLow.add(short.toLowerCase())
      }
      if (name.kind === 'action-line' && name.number !== undefined) this.byNumber.set(name.number, name)
    }
  }

  #add(text: string, hit: NameHit): void {
    let at = this.#root
    for (const low of tokenise(text).low) {
      const key = fold(low)
      let next = at.next.get(key)
      if (!next) {
        next = node()
        at.next.set(key, next)
      }
      at = next
    }
    at.hit ??= hit
  }

  /** The folded words of a name or synonym of these. */
  folded(text: string): readonly string[] {
    let words = this.#folded.get(text)
    if (!words) this.#folded.set(text, (words = tokenise(text).low.map(fold)))
    return words
  }

  /** Whether a name can begin with this word. */
  begins(low: string): boolean {
    return this.#root.next.has(fold(low)) || this.#shortLow.has(low)
  }

  /** The longest name that begins at token `i`, with the token after it. Looks at no more tokens than the longest name has. */
  at(tokens: Tokens, i: number): { hit: NameHit; to: number } | null {
    let best: { hit: NameHit; to: number } | null = null
    if (tokens.kind[i] === word) {
      const short = this.#short.get(tokens.text.slice(tokens.start[i], tokens.end[i]))
      if (short) best = { hit: short, to: i + 1 }
    }
    let at: Node | undefined = this.#root
    for (let k = i; k < tokens.count; k++) {
      at = at.next.get(fold(tokens.low[k] as string))
      if (!at) break
      if (at.hit) best = { hit: at.hit, to: k + 1 }
    }
    return best
  }
}
