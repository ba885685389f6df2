// Where words stand in a document of the invented country: the place and the quote, as a pack names its evidence.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const folder = join(import.meta.dirname, '../../../packs/waterland/documents')
const texts = new Map<string, string>()

export function textOf(document: string): string {
  const path = join(folder, `${document}.txt`)
  const text = texts.get(document) ?? (existsSync(path) ? readFileSync(path, 'utf8') : '')
  texts.set(document, text)
  return text
}

/**
 * The passage with these words, wherever its lines break; without words the document as a whole.
 * @throws Error where the words do not stand in the text, or more than once.
 */
export function passage(document: string, words = ''): Record<string, unknown> {
  if (!words) return { document }
  const form = new RegExp(words.split(/\s+/).map(escaped).join('\\s+'), 'g')
  const [found, ...more] = textOf(document).matchAll(form)
  if (!found || more.length > 0) throw new Error(`${document}: these words stand there ${found ? 'more than once' : 'nowhere'}: ${words}`)
  return { document, segments: [[found.index, found.index + found[0].length]], quote: found[0] }
}

const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
