import { paragraphs, type Stretch } from '../../kernel/paragraphs.ts'
import type { IndexedPassage, TextKey } from '../store/contract.ts'
import { Splitter } from './compounds/split.ts'
import { folded } from './fold.ts'

/** Changes whenever the same text would give other passages or other words: what is indexed under another number is made again. */
export const EDITION = 2

/** Of one text so many UTF-16 units are indexed, and of one passage: a database takes no more words at once. */
const MOST = 4_000_000
const LONGEST = 20_000

/** The passages of a text: its paragraphs, cut where they are very long. */
export function passagesOf(
  text: string,
  language: TextKey['language'] = 'other',
): { readonly passages: readonly IndexedPassage[]; readonly whole: boolean } {
  const passages: IndexedPassage[] = []
  const splitter = language === 'nl' ? new Splitter(folded(text.slice(0, MOST))) : null
  for (const [i, paragraph] of paragraphs(text.slice(0, MOST)).entries())
    for (const { start, end } of pieces(text, paragraph)) {
      const words = readable(text.slice(start, end))
      passages.push({ n: i + 1, start, end, words, parts: splitter ? partsOf(words, splitter) : [] })
    }
  return { passages: passages.filter(it => it.words !== ''), whole: text.length <= MOST }
}

/** The parts of the compounds of a passage, each once. */
const partsOf = (words: string, splitter: Splitter): string[] => [
  ...new Set((folded(words).match(/\p{L}+/gu) ?? []).flatMap(word => splitter.parts(word))),
]

function* pieces(text: string, { start, end }: Stretch): Iterable<Stretch> {
  for (let at = start; at < end; ) {
    const space = end - at > LONGEST ? text.slice(at, at + LONGEST).search(/\s\S*$/) : -1
    const to = Math.min(end, at + (space > LONGEST / 2 ? space : LONGEST))
    yield { start: at, end: to }
    at = to
  }
}

/**
 * A passage as a person reads it on one line: words broken at the end of a line made whole again, ligatures and accents in one form, and
 * nothing in it that a database cannot keep.
 */
const readable = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\u00ad[^\S\n]*\n?[^\S\n]*/g, '')
    .replace(/(?<=\p{Ll})-[^\S\n]*\n[^\S\n]*(?=\p{Ll})(?!(?:en|of|and|or)\b)/gu, '')
    .replace(/[\ufb00-\ufb06]/g, ligature => ligature.normalize('NFKC'))
    .replace(/[\s\p{Cc}\p{Cf}\p{Co}]+/gu, ' ')
    .normalize('NFC')
    .trim()
