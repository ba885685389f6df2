import { createHash } from 'node:crypto'

/** The longest text of a signal, in characters: what the word `signal` keeps. */
const LONGEST = 4000

/**
 * What outsiders write as text and nothing else: line ends as one sign, no control characters, and none of the signs that turn the direction
 * of writing round (by which a text can be shown as another than it is).
 */
export const plain = (text: string): string =>
  text
    .replaceAll(/\r\n?/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
    .replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .toWellFormed()
    .replaceAll(/[^\S\n]+\n/g, '\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim()

/** Cut to what is kept, with a sign that it was cut; null of nothing. Never in the middle of a character. */
export function cut(text: string, most = LONGEST): string | null {
  const whole = plain(text)
  if (whole === '') return null
  return whole.length <= most
    ? whole
    : `${whole
        .slice(0, most - 2)
        .replace(/[\ud800-\udbff]$/, '')
        .trimEnd()}…`
}

/** One line of it. */
export const oneLine = (text: string | undefined | null, most = 400): string | null => cut((text ?? '').replaceAll(/\s+/g, ' '), most)

/** A mark by which the same thing is known again: the text itself where it is short, its hash where it is not. */
export const markOf = (text: string): string => (/^[\x21-\x7e]{1,300}$/.test(text) ? text : createHash('sha256').update(text).digest('hex'))
