/** Running text to tokens: a structure of arrays, one loop over the characters, own class table (no runtime Unicode). */

export const word = 1
export const number = 2
export const mark = 3

export interface Tokens {
  readonly text: string
  readonly count: number
  readonly start: Int32Array
  readonly end: Int32Array
  readonly kind: Uint8Array
  /** The token in lower case, typographic apostrophes made plain. */
  readonly low: readonly string[]
}

/** Letters of the Latin, Greek and Cyrillic blocks. */
export const isLetter = (c: number): boolean =>
  (c >= 0x61 && c <= 0x7a) ||
  (c >= 0x41 && c <= 0x5a) ||
  (c >= 0xc0 && c <= 0x24f && c !== 0xd7 && c !== 0xf7) ||
  (c >= 0x1e00 && c <= 0x1eff) ||
  (c >= 0x370 && c <= 0x52f) ||
  (c >= 0x300 && c <= 0x36f)
export const isDigit = (c: number): boolean => c >= 0x30 && c <= 0x39
const apostrophe = (c: number): boolean => c === 0x27 || c === 0x2019

/** `cutAt`: places inside a word where a lost space belongs, ascending. */
export function tokenise(text: string, cutAt: readonly number[] = []): Tokens {
  const start: number[] = []
  const end: number[] = []
  const kind: number[] = []
  const low: string[] = []
  let cut = 0
  const push = (a: number, b: number, k: number): void => {
    start.push(a)
    end.push(b)
    kind.push(k)
    const raw = text.slice(a, b)
    low.push(k === word ? raw.toLowerCase().replace('’', "'") : raw)
  }
  for (let i = 0; i < text.length; ) {
    const c = text.charCodeAt(i)
    if (c === 0x20 || c === 0x0a) {
      i++
      continue
    }
    const from = i
    if (isLetter(c)) {
      while (i < text.length) {
        const d = text.charCodeAt(i)
        const inside = isLetter(d) || (apostrophe(d) && isLetter(text.charCodeAt(i + 1)))
        if (!inside || (i > from && cutAt[cut] === i)) break
        i++
      }
      while (cut < cutAt.length && (cutAt[cut] as number) <= i) cut++
      push(from, i, word)
    } else if (isDigit(c)) {
      while (i < text.length && isDigit(text.charCodeAt(i))) i++
      push(from, i, number)
    } else push(i, ++i, mark)
  }
  return { text, count: start.length, start: Int32Array.from(start), end: Int32Array.from(end), kind: Uint8Array.from(kind), low }
}

/** Index of the first token that ends after `at`. */
export function tokenAt(tokens: Tokens, at: number): number {
  let [a, b] = [0, tokens.count]
  while (a < b) {
    const middle = (a + b) >> 1
    if ((tokens.end[middle] as number) <= at) a = middle + 1
    else b = middle
  }
  return a
}

/** Whether token `i` follows the one before it without a space. */
export const glued = (tokens: Tokens, i: number): boolean => i > 0 && tokens.start[i] === tokens.end[i - 1]

/** Whether token `i` begins with a capital. */
export function capital(tokens: Tokens, i: number): boolean {
  const raw = tokens.text[tokens.start[i] as number]
  return tokens.kind[i] === word && raw !== undefined && raw !== raw.toLowerCase()
}
