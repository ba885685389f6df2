/** Marks of what fits, between which an excerpt is cut: signs of no language, which folding takes out of every text. */
export const FROM = '\uE000'
export const TO = '\uE001'

/**
 * A text as it is compared: letters without accents, digits, and a space for everything else. As long as it was, unit by unit, so that a place
 * in the one is the same place in the other. Case is left: both engines fold that themselves.
 */
export const folded = (text: string): string =>
  text
    .replace(/(?<=\p{L})['’ʼ]s(?![\p{L}\p{N}])/gu, '  ')
    .replace(/[^\p{L}\p{N}\p{M}]/gu, sign => ' '.repeat(sign.length))
    .replace(/[\u00c0-\u052f]/g, letter => {
      const bare = letter.normalize('NFD')
      return bare.length > 1 && /^\p{L}\p{M}+$/u.test(bare) ? (bare[0] as string) : letter
    })

export interface Asked {
  /** What is asked, in the form of `websearch_to_tsquery`: words, "words together", -without, or. */
  readonly words: string
  /** Whether there is a word in it that must be there: without one everything would fit. */
  readonly positive: boolean
  /** Words of five letters and more that must be there, alone: what is quoted or left out is meant as it stands. */
  readonly parts: readonly string[]
}

/** A shorter word is a part of too much. */
const PART = 5

/** The longest that is asked; what comes after is left out. */
export const LONGEST = 400

/**
 * What somebody typed as a question: any text gives one. Quotes may be typographic or left open, `OF` and `OR` in capitals part words of which
 * one is enough, a minus before a word or quote is "without"; other signs part words, as they do in the texts.
 */
export function askedOf(typed: string): Asked {
  const text = typed
    .slice(0, LONGEST)
    .toWellFormed()
    .normalize('NFC')
    .replace(/[“”„«»]/g, '"')
  const out: string[] = []
  let positive = false
  const parts: string[] = []
  for (const [, minus = '', quoted, bare = ''] of text.matchAll(/(-?)(?:"([^"]*)"?|([^\s"]+))/g)) {
    if (minus === '' && out.length > 0 && (bare === 'OF' || bare === 'OR')) {
      if (out.at(-1) !== 'or') out.push('or')
      continue
    }
    const words = folded(quoted ?? bare)
      .split(' ')
      .filter(word => word !== '')
    if (words.length === 0) continue
    if (minus === '') positive = true
    if (minus === '' && quoted === undefined && words.length === 1) parts.push(...words.filter(word => word.length >= PART))
    out.push(quoted === undefined && minus === '' ? words.map(plain).join(' ') : `${minus}"${words.join(' ')}"`)
  }
  if (out.at(-1) === 'or') out.pop()
  return { words: out.join(' '), positive, parts }
}

/** A small `or` is a word like any other: only capitals make it a choice. */
const plain = (word: string): string => (/^or$/i.test(word) ? `"${word}"` : word)
